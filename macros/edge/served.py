"""What MkDocs has built a language from, kept so that a page of it can be made again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands import build as mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from macros.edge import notice, other_languages


@dataclass(slots=True)
class Served:
    """What MkDocs has built a language from.

    Attributes:
        config: Its configuration.
        files: Its files.
        nav: Its navigation.
        env: What its templates are rendered with.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment | None = None

    @property
    def folder(self) -> str:
        """Its folder in the site."""
        return other_languages.folder_of(self.config)

    def file(self, uri: str) -> File:
        """Return the file of a page."""
        file = self.files.get_file_from_path(uri)
        assert file, uri
        return file

    def make(self, uri: str) -> None:
        """Make a page as MkDocs makes it in a whole build."""
        file, config = self.file(uri), self.config
        assert file.page
        assert self.env
        vars(file).pop("is_documentation_page", None)  # it may have been copied
        file.content_bytes = Path(config.docs_dir, uri).read_bytes()
        mkdocs._populate_page(file.page, config, self.files)
        pages = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        excluded: bool = file.inclusion.is_excluded()  # type: ignore[no-untyped-call]
        mkdocs._build_page(file.page, config, pages, self.nav, self.env, excluded=excluded)
        level = config.validation.links.anchors
        file.page.validate_anchor_links(files=self.files, log_level=level)

    def tell(self, before: Sequence[str], now: Sequence[str], title: str) -> None:
        """Put on each page what is wrong now in place of what was wrong before."""
        for file in self.files:
            page = Path(file.abs_dest_path)
            if file.page and page.is_file():
                html = page.read_text("utf-8")
                for problems in (before, now):  # some pages have been made just now
                    html = notice.without_problems(html, problems, title)
                page.write_text(notice.with_problems(html, now, title), "utf-8")
