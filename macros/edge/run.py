"""What one `mkdocs` command is doing; all languages share it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from macros.edge import staging
from macros.edge.others import Command
from macros.edge.standing import Standing

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
        assets: Files at the root that all languages share.
        clock: What we have set the environment's clock to.
    """

    command: Command | None = None
    main: MkDocsConfig | None = None
    others: tuple[MkDocsConfig, ...] = ()
    project: Any = None
    stage: staging.Stage | None = None
    standing: Standing | None = None
    problems: tuple[str, ...] = ()
    assets: set[str] = field(default_factory=set)
    clock: str = ""

    @property
    def editions(self) -> Mapping[str, Any]:
        """The explainer in each language; none if its data cannot be read."""
        return self.project.editions if self.project else {}

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
            return otherwise

    def refuse(self, problems: Any, done: str = "built") -> None:
        """Tell all problems, and end if there is an error among them; under `serve`, on pages."""
        if not problems:
            return
        if self.serving:
            self.problems += tuple(map(str, problems))
            log.info("\n".join([f"{len(problems)} problem(s)", *self.problems]))
            return
        told = "".join(f"{problem}\n" for problem in problems)
        sys.stderr.write(told)
        if problems.errors:
            raise Abort(f"{len(problems.errors)} problem(s): nothing was {done}.")
        if self.standing:
            self.standing.told += told
