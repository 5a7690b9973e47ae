"""A site that stands as it was built, of what has not changed since: there is nothing to build.

That is so only of builds that read nothing but what their key is made of. An author's own plugin,
hook or extension of Markdown may read anything, and such a site is built each time.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, cast

import click
from click.exceptions import Exit
from mkdocs.config.defaults import MkDocsConfig

from macros.edge import disk, languages, package
from macros.edge.settings import SETTINGS, own_settings

log = logging.getLogger("mkdocs.hooks.tieout")
HOOKS: Final = Path(__file__).resolve().parents[1] / "hooks.py"
_PLUGINS: Final = frozenset(("search", "material/search", "macros", "tieout"))
_EXTENSIONS: Final = frozenset((*SETTINGS["markdown_extensions"], "toc", "tables", "fenced_code"))


@dataclass(slots=True)
class Standing:
    """One build of a site, and what is kept of the last one.

    Attributes:
        site: The site's folder.
        slot: Where is kept what the last build wrote, by what it was made of.
        told: The problems that the build has told of.
    """

    site: Path
    slot: Any
    told: str = ""

    @classmethod
    def of(cls, config: MkDocsConfig, root: Path, key: str) -> Standing | None:
        """Return the build that a configuration asks for; None if its inputs are not all known.

        Args:
            config: The configuration of the language at the root.
            root: The explainer's folder.
            key: The digest of all that the site is made of.
        """
        context = click.get_current_context(silent=True)
        if context is None or context.info_name != "build" or not is_known(config):
            return None
        site = Path(config.site_dir).resolve()
        kind = f"site-{sha256(os.fsencode(site)).hexdigest()[:16]}"
        slot = package.function("macros.data.inputs", "slot")(root, kind, key)
        return cls(site, slot)

    def leave(self) -> None:
        """End the command if the site stands, and tell what was told."""
        if (told := self.told_before()) is not None:
            sys.stderr.write(told)
            log.info("Nothing has changed: %s stands as it was built", self.site)
            raise Exit

    def told_before(self) -> str | None:
        """Return what a build of the same told of, if the site stands as that left it."""
        stands, _, told = (self.slot.recall() or b"").partition(b"\n")
        return told.decode() if stands and stands == _state(self.site).encode() else None

    def keep(self) -> None:
        """Keep what a build has written."""
        self.slot.keep(f"{_state(self.site)}\n{self.told}".encode())


def is_known(config: MkDocsConfig) -> bool:
    """Whether nothing but the package and what it is made of takes part in a build."""
    hooks = cast(Mapping[str, Any], config.hooks)  # declared as a list
    ours = {name for name, hook in hooks.items() if Path(hook.__file__) == HOOKS}
    known = config.plugins.keys() - ours <= _PLUGINS and hooks.keys() == ours
    return known and set(config.markdown_extensions) <= _EXTENSIONS


def key_of(config: MkDocsConfig, root: Path, *, words: bool = True) -> Callable[[], str]:
    """Return what makes the digest of a build, of settings as they are before any is completed.

    Without `words` it is of all but those of pages, which have a digest each.
    """
    asked = {key: value for key, value in own_settings(config).items() if key != "site_dir"}
    settings = json.dumps([asked, config.strict, config.site_url], default=str, sort_keys=True)
    also = [Path(config.docs_dir), *map(Path, filter(None, [config.theme.custom_dir]))]
    digest = package.function("macros.data.inputs", "digest")
    return partial(digest, root, languages.main_of(config, root), also, settings, words=words)


def _state(site: Path) -> str:
    """Return the digest of which files a site has, and when each was written.

    What is hidden MkDocs leaves alone.
    """
    return sha256(repr([*disk.stamps(site)]).encode()).hexdigest()
