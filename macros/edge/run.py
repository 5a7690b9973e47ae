"""What one `mkdocs` command is doing; all languages share it."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.utils import CountHandler

from macros.edge import disk, package, staging
from macros.edge.clock import VARIABLE, unset_clock
from macros.edge.finished import Pages
from macros.edge.languages import Command, is_other, known, language_of, main_of
from macros.edge.settings import own_settings
from macros.edge.unchanged import Standing, is_known, key_of

T = TypeVar("T")
log = logging.getLogger("mkdocs.hooks.tieout")


@dataclass(slots=True)
class Run:
    """What one `mkdocs` command is doing.

    Attributes:
        command: What was asked for; None if MkDocs is used as a library.
        main: The configuration of the language at the root.
        others: Those of the further ones, loaded before anything is built.
        project: The explainer, read once and shown in every language.
        stage: Where a build goes before it is published; never under `serve`.
        standing: What is known of the site that it goes to, if that can be known.
        problems: What the check found, for the pages that `serve` shows.
        failed: Whether there is an error among it.
        assets: Files at the root that all languages share.
        clock: What we have set the environment's clock to.
        key: Returns the digest of all that the build is made of, as that is now.
        whole: What it was when the build began.
        base: The same without the words of pages; empty if not all of that is known.
        based: Returns what `base` is now, if all is known.
        pages: Those of each language, made or copied, and what MkDocs has built them from.
        generated: The paths of each language's files that are generated.
        opened: Reads the explainer.
        reviewed: What the review has found, of all problems.
        warnings: What MkDocs has warned of in this build.
    """

    command: Command | None = None
    main: MkDocsConfig | None = None
    others: tuple[MkDocsConfig, ...] = ()
    project: Any = None
    stage: staging.Stage | None = None
    standing: Standing | None = None
    problems: tuple[str, ...] = ()
    failed: bool = False
    assets: set[str] = field(default_factory=set)
    clock: str = ""
    key: Callable[[], str] = str
    whole: str = ""
    base: str = ""
    based: Callable[[], str] | None = None
    pages: dict[str, Pages] = field(default_factory=dict)
    generated: dict[str, set[str]] = field(default_factory=dict)
    opened: Callable[[str], Any] = str
    reviewed: tuple[str, ...] = ()
    warnings: CountHandler = field(default_factory=lambda: CountHandler(level=logging.WARNING))

    def begin(self, config: MkDocsConfig, root: Path) -> None:
        """Begin to build, or end if nothing is to do."""
        unset_clock(self.clock, os.environ)
        self.based = key_of(config, root, words=False) if is_known(config) else None
        self.base = self.based() if self.based else ""
        self.key = key_of(config, root)
        self._start()
        self.standing = Standing.of(config, root, self.whole)
        if self.standing:
            self.standing.leave()
        self.main, self.others, self.stage, self.project = config, (), None, None
        self.pages, self.generated = {}, {}

    def _start(self) -> None:
        logger = logging.getLogger("mkdocs")
        logger.removeHandler(self.warnings)
        self.warnings = CountHandler(level=logging.WARNING)
        logger.addHandler(self.warnings)
        self.whole, self.problems, self.failed = self._now(self.key), (), False

    def again(self, root: Path) -> bool:
        """Read and check once more, for some pages alone; False if that will not do."""
        if self.based is None or self._now(self.based) != self.base:
            return False
        self._start()
        self.project = self.opened(self.base)
        if not self.editions or not self.is_steady():
            return False
        for language, pages in self.pages.items():
            pages.config.extra["edition"] = self.editions[language]
        self._review(root)
        for pages in self.pages.values():
            pages.again(self._slots(pages.config, root))
        return True

    def meet(self, config: MkDocsConfig, files: Files, nav: Navigation, root: Path) -> Pages:
        """Take in what a language is built from, and return its pages."""
        sources = list(files.documentation_pages())
        pages = Pages(config, files, nav, self._slots(config, root), sources)
        self.pages[language_of(config)] = pages
        return pages

    def of(self, config: MkDocsConfig) -> Pages:
        """Return the pages of a configuration's language."""
        return self.pages[language_of(config)]

    def _slots(self, config: MkDocsConfig, root: Path) -> Mapping[str, Any]:
        """Return where the pages of a language are kept, by their files."""
        slot = package.function("macros.data.inputs", "slot")
        folder = f"docs/{language_of(config)}/"
        kind = "served" if self.serving else "page"  # one that is served has other addresses
        return {
            path.removeprefix(folder): slot(
                root, f"{kind}-{_short(path)}", _short(self.base + digest)
            )
            for path, digest in self.digests.items()
            if path.startswith(folder)
        }

    @property
    def warned(self) -> bool:
        """Whether MkDocs has warned of something."""
        return bool(self.warnings.get_counts())

    @property
    def well(self) -> bool:
        """Whether nothing is wrong, so that what was made may be kept."""
        return not (self.failed or self.warned) and self.is_steady()

    def is_steady(self) -> bool:
        """Whether nothing was written since the build began, but for the clock that we have set."""
        return self._now(self.key) == self.whole

    def _now(self, key: Callable[[], str]) -> str:
        ours = os.environ.get(VARIABLE) == self.clock
        unset_clock(self.clock, os.environ)
        now = key()
        os.environ |= {VARIABLE: self.clock} if ours else {}
        return now

    @property
    def editions(self) -> Mapping[str, Any]:
        """The explainer in each language; none if its data cannot be read."""
        return self.project.editions if self.project else {}

    @property
    def digests(self) -> Mapping[str, str]:
        """What each page is made of, as it was read last; nothing if not all of that is known."""
        return self.project.digests if self.project else {}

    @property
    def serving(self) -> bool:
        """Whether pages are shown to an author, so that nothing may raise."""
        return self.command == "serve"

    def shielded(self, work: Callable[[], T], otherwise: T) -> T:
        """Do some work; under `serve` a failure is told and not raised (requests would hang)."""
        try:
            return work()
        except Exception as error:
            if not self.serving:
                raise
            line = f"{type(error).__name__}: {error}"
            log.info(line)
            self.problems += () if line in self.problems else (line,)
            self.failed = True
            return otherwise

    def refuse(self, problems: Any, done: str = "built") -> None:
        """Tell all problems, and end if there is an error among them; under `serve`, on pages."""
        if not problems:
            return
        if self.serving:
            self.problems += tuple(map(str, problems))
            self.failed |= bool(problems.errors)
            log.info("\n".join([f"{len(problems)} problem(s)", *self.problems]))
            return
        told = "".join(f"{problem}\n" for problem in problems)
        sys.stderr.write(told)
        if problems.errors:
            raise Abort(f"{len(problems.errors)} problem(s): nothing was {done}.")
        if self.standing:
            self.standing.told += told

    def read(self, config: MkDocsConfig, root: Path) -> None:
        """Read the explainer, once for all languages, and check it."""
        # Where the site will be: `serve` is no place that a chart could tell readers of.
        url = own_settings(config).get("site_url") if self.serving else config.site_url
        address = str(url or "")
        sites = {each.code: address + each.path for each in known(config) if address}
        sites |= {language_of(config): address}
        main = main_of(config, root)
        open_project = package.function("macros.pages.project", "open_project")
        self.opened = partial(open_project, root, sites, config.use_directory_urls, main)
        self.project = self.opened(self.base)
        if self.base and not self.is_steady():
            self.base = ""
            self.project = self.opened(self.base)
        self._review(root)

    def _review(self, root: Path) -> None:
        assert self.main
        reviewed = package.function("macros.checks.kept_checks", "reviewed")
        self.refuse(reviewed(root, main_of(self.main, root), lambda: self.project).problems)
        self.reviewed = self.problems

    def generate(self, config: MkDocsConfig, files: Files) -> None:
        """Write the files of a language that the package generates, and let MkDocs know of them."""
        made = self.ask(
            config, "site.assets.extra_files", tuple(self.editions.values()), default=()
        )
        shared = self.assets if is_other(config) else set()
        none = set[str]()
        written = self.shielded(lambda: disk.publish(files, config, made, without=shared), none)
        former = self.generated.get(language_of(config), set())
        disk.withdraw(files, config, former - written)
        self.generated[language_of(config)] = written

    def ask(self, config: MkDocsConfig, function: str, *args: Any, default: T) -> T:
        """Call a function of the package with an edition, if there is one, shielded."""
        if (edition := self.editions.get(language_of(config))) is None:
            return default
        found = f"macros.{function}".rpartition(".")
        return self.shielded(lambda: package.function(found[0], found[2])(edition, *args), default)

    def stopped(self, config: MkDocsConfig) -> str:
        """Return what stands over the problems of a build, in the page's language."""
        words = package.function("macros.language.tongue", "words")
        return self.shielded(lambda: str(words(language_of(config)).said["stopped"]), "")


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]
