"""One edition: an explainer in one language, made once per build and handed down.

Whatever is shown of a book in a language is made here once and kept here, for as long as the
edition lives; nothing below the edge reads a file to know what it is working on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Concatenate, Final, ParamSpec, TypeVar, cast

from macros.audit.audit import Audit
from macros.charts.picture import Picture
from macros.data.book import Book
from macros.data.inputs import slot
from macros.data.schema.facts import Development
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.front import front_of
from macros.pages.macros.interpret import Context, Outcome, interpret
from macros.pages.macros.registry import kind_of
from macros.pages.source import Page
from macros.pages.views import FactView
from macros.pages.voice import Voice

_HEADING: Final = re.compile(r"^[ \t]*(?:#.*|<h\d.*|.*\n[ \t]*(?:=+|-+)[ \t]*)$", re.MULTILINE)
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, eq=False, repr=False)  # the engine of macros prints what it is given
class Edition:
    """An explainer in one language.

    Attributes:
        audit: Values and verdicts.
        pages: The language's pages.
        language: Its code.
        site: Address of the language's root, for permanent links; may be empty.
        root: The explainer's folder; without one nothing is kept between builds.
        folders: Where each language's pages lie in the site.
        base: The digest of all that it is made of but the words of pages; empty if not known.
    """

    audit: Audit
    pages: tuple[Page, ...]
    language: Language
    site: str = ""
    root: Path | None = None
    folders: Mapping[Language, str] = field(default_factory=dict)
    base: str = ""
    _made: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)

    @property
    def book(self) -> Book:
        """The book behind the audit."""
        return self.audit.book

    @property
    def folder(self) -> str:
        """The language's folder in the site, such as `zh/`; empty for the root's."""
        return self.folders.get(self.language, "")

    @property
    def way_to_root(self) -> str:
        """The way from the language's root to the site's, where all languages' assets are."""
        return "../" if self.folder else ""

    @property
    def home(self) -> str:
        """The site's root: its address, or else the way there."""
        return self.site.removesuffix(self.folder) if self.site else self.way_to_root

    @property
    def chapters(self) -> frozenset[str]:
        """The pages that tell of facts, so that in their code, too, no number is free."""
        return frozenset({"index", *(chapter.page for chapter in self.book.site.chapters)})

    @cached_property
    def by_file(self) -> Mapping[str, Page]:
        """The pages by their files, relative to the language's folder."""
        return {page.uri: page for page in self.pages}

    @cached_property
    def by_address(self) -> Mapping[str, Page]:
        """The pages by where they are written to; of two at one place the first."""
        return {page.address: page for page in reversed(self.pages)}

    @cached_property
    def voice(self) -> Voice:
        """How things are said."""
        return Voice(self.audit, self.language, self.pages)

    @cached_property
    def views(self) -> Mapping[str, FactView]:
        """Each fact as it is shown, by its key."""
        return {key: FactView(self.voice, fact) for key, fact in self.book.facts.items()}

    @cached_property
    def since(self) -> Mapping[str, list[Development]]:
        """The developments that bear on each fact, by its key."""
        found: dict[str, list[Development]] = {}
        for later in self.book.developments:
            for key in dict.fromkeys(later.affects):
                found.setdefault(key, []).append(later)
        return found

    def interpret(self, call: Call, context: Context = "page") -> Outcome:
        """Return what a call comes to, the same for the same call."""
        asked = context, repr((call.name, call.args, sorted(call.kwargs.items())))
        if asked not in self._made:
            self._made[asked] = interpret(self.voice, call, context)
        return cast(Outcome, self._made[asked])

    def picture(self, call: Call) -> Picture | None:
        """Return the picture of a chart call; none if it is no such call, or a wrong one."""
        if kind_of(call) != "chart":
            return None
        content = self.interpret(call).content
        return content if isinstance(content, Picture) else None

    def once(
        self, make: Callable[Concatenate[Edition, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a function makes of this edition; it is asked once for the same arguments."""
        asked = (make, args, tuple(kwargs.items()))
        if asked not in self._made:
            self._made[asked] = make(self, *args, **kwargs)
        return cast(T, self._made[asked])

    def forget(self, make: Callable[..., Any]) -> None:
        """Let go of all that a function has made."""
        for asked in [asked for asked in self._made if asked[0] is make]:
            del self._made[asked]

    def kept(self, kind: str, make: Callable[[], dict[str, bytes]]) -> dict[str, bytes]:
        """Return files of text that the words of pages have no part in, kept between builds."""
        if self.root is None or not self.base:
            return make()
        kept = slot(self.root, f"{kind}-{self.language}", self.base)
        if body := kept.recall():
            return {path: text.encode() for path, text in json.loads(body).items()}
        made = make()
        kept.keep(json.dumps({path: text.decode() for path, text in made.items()}).encode())
        return made


def outline_of(pages: Iterable[Page]) -> str:
    """Return a digest of what pages show of each other: what stands in front, headings, calls."""
    return digest_of(part for page in pages for part in _outline(page))


def _outline(page: Page) -> Iterator[str]:
    yield f"{page.path}\0{page.address}\0{page.text[: front_of(page.text).end]}"
    yield from _HEADING.findall(page.text)
    yield from (page.text[call.start : call.end] for call in page.calls)


def digest_of(parts: Iterable[str]) -> str:
    """Return the digest of some texts, in their order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
