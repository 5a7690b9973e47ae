"""The static reader: every call that a Markdown page makes, with its place in the raw file.

Arguments are literals, so nothing has to be rendered to know what a page shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from macros.data.tree import is_without_unseen, read_file
from macros.language.writing import Language
from macros.pages.call import EXAMPLE, Call, lexed, read_call, refilled
from macros.pages.configuration import DOCS, Configuration
from macros.pages.files import Source, sources_of
from macros.pages.front import check_front
from macros.problems import Location, Problem, Problems, Rule, place_at

MOST_PROBLEMS: Final = 50
_MOST_READ: Final = 4
"""How often the length of a page is lexed at most, for each mistake makes the lexer begin anew."""
MAX_BYTES: Final = 1_000_000
COMMENT: Final = r"^[ \t]*<!--(?!-?>)(?:(?!--)(?:[^\n]|\n(?![ \t]*\n)))*-->[ \t]*$"
"""Only what Markdown and every browser take for a comment: the check refuses all others."""
FENCED: Final = r"^[ \t]*(?P<fence>`{3,}+|~{3,}+)[^`\n]*\n(?:.*?\n)??[ \t]*(?P=fence)[`~]*[ \t]*$"
SPAN: Final = r"(?<!`)(?P<tick>`++)(?:[^\n]|\n(?!\s*\n))+?(?<!`)(?P=tick)(?!`)"
_CODE: Final = re.compile(
    r"""\{\{(?:"[^"\n]*"|'[^'\n]*'|[^"'}`]|\}(?!\}))*\}\}|"""
    rf"{COMMENT}|(?P<code>{FENCED}|{SPAN})",
    re.DOTALL | re.MULTILINE,
)
_JINJA: Final = Environment(comment_start_string="<!--#", comment_end_string="#-->")  # noqa: S701
_TEXTS: Final = (rf"{quote}(?:[^{quote}\\{{}}]|\{{(?!\{{)|\}}(?!\}}))*{quote}" for quote in "\"'")
_WORD: Final = rf"[\w ,=.\n]|{'|'.join(_TEXTS)}"
_DICT: Final = rf"\{{(?::|{_WORD})*\}}"
_LIST: Final = rf"\[(?:{_WORD}|{_DICT}|\[(?:{_WORD}|{_DICT})*\])*\]"
_PLAIN: Final = re.compile(
    rf"(?<!\{{)\{{\{{ ?[a-z_]+\((?:{_WORD}|{_DICT}|{_LIST})*\) ?\}}\}}", re.ASCII
)
"""Calls of which one sees without the lexer where they end: no brace, no bracket is left open."""
_NO_CALL: Final = re.compile(r"[{}#](?!\n)")
_POSITION: Final = re.compile(r" at \d+$")
_ONE_BRACE: Final = re.compile(r"(?<!\{)\{ ?[a-z_]+\([^{}\n]*\) ?\}\}(?!\})")
_BEGINS: Final = ("{{", "{%", "<!--#")
_BLOCK: Final = ("{% … %} is not used in pages", "a page calls macros with literals")
_REST: Final = ("from here on the page was not read", "mend what is told above it first")


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file with its calls."""

    path: str
    language: Language
    name: str
    text: str
    calls: tuple[Call, ...]
    address: str = ""  # the path of what is published for it, in its language's part of the site

    @property
    def uri(self) -> str:
        """Its path in its language's folder."""
        return self.path.split("/", 2)[-1]

    @property
    def within(self) -> str:
        """Nothing: its places are exact."""
        return ""

    def place(self, offset: int) -> Location:
        """Return the place of a character."""
        return place_at(self.path, self.text, offset)


def read_pages(site: Configuration, problems: Problems, folders: bool | None = None) -> list[Page]:
    """Read the pages of all languages, each language's sorted by path.

    Args:
        site: The explainer's configuration.
        problems: Where to record what is wrong.
        folders: Whether each page has a folder of its own; if None, as the configuration says.
    """
    problems = problems.under(Rule.page)
    return [
        _page(site.root, language, source, problems)
        for language in site.languages
        for source in sources_of(site, language, folders)
        if source.is_page
    ]


def _page(root: Path, language: Language, source: Source, problems: Problems) -> Page:
    path = f"{DOCS}/{language}/{source.uri}"
    text = read_file(root, path, problems, "page", MAX_BYTES) or ""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    page, found = _read(text, path, language, source.name, source.address)
    problems.found += found
    return page


@lru_cache(maxsize=2048)  # `serve` reads all pages at each edit of one
def _read(
    text: str, path: str, language: Language, name: str, address: str
) -> tuple[Page, tuple[Problem, ...]]:
    problems = Problems(rule=Rule.page)
    is_without_unseen(text, path, problems)
    check_front(text, path, problems)
    calls = tuple(calls_in(text, path, problems))
    return Page(path, language, name, text, calls, address), tuple(problems.found)


def calls_in(
    text: str, path: str, problems: Problems, base: Location | None = None
) -> Iterator[Call]:
    """Yield the calls in a text, recording what is not a call of literals.

    Args:
        text: The raw text, front matter included.
        path: The file to name in problems.
        problems: Where to record what is wrong.
        base: The place of the text's first character, if it is part of another file.
    """
    problems = problems.under(Rule.page)
    if not any(begin in text for begin in (*_BEGINS, "}}")):
        return

    def place(offset: int) -> Location:
        return base or place_at(path, text, offset)

    blank = lexed(text)
    code = ((at, to, _NO_CALL.sub(" ", blank[at:to])) for at, to in code_in(text))
    blank = refilled(blank, code)
    for found in _ONE_BRACE.finditer(blank):
        problems.add(place(found.start()), f"{found[0]!r} lacks a brace", EXAMPLE)
    known = () if path and not base else _sound_segments(blank)  # each rule reads all data texts
    for start, end in known or _segments(blank, place, problems):
        call = read_call(text[start:end], place(start), start, problems)
        if call is not None:
            yield call


_Place = Callable[[int], Location]


def code_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of code, in blocks and spans: it is shown as written, and calls nothing."""
    if "`" in text or "~~~" in text:
        for match in _CODE.finditer(text):
            if match.lastgroup == "code":
                yield match.span()


def _segments(text: str, place: _Place, problems: Problems) -> Iterator[tuple[int, int]]:
    """Yield the two offsets of each {{ … }}; refuse {% … %} and what is never closed.

    After some mistakes the rest is not read, so that the time grows with the length alone.
    """
    told = len(problems.found)
    plain = [found.span() for found in _PLAIN.finditer(text)]
    if len(plain) != text.count("{{") or any(begin in text for begin in _BEGINS[1:]):
        yield from _lexed(text, place, problems)
        return
    for start, end in plain:
        if len(problems.found) - told >= MOST_PROBLEMS:
            problems.add(place(start), *_REST)
            return
        yield start, end


def _lexed(text: str, place: _Place, problems: Problems) -> Iterator[tuple[int, int]]:
    resume, told = 0, len(problems.found)
    left = _MOST_READ * len(text) + MOST_PROBLEMS
    while resume >= 0:
        opened = offset = resume
        closed = True
        try:
            for _, kind, value in _JINJA.lex(text[resume:]):
                left -= 1
                if len(problems.found) - told >= MOST_PROBLEMS or not left:
                    problems.add(place(offset), *_REST)
                    return
                if kind.endswith("_begin"):
                    opened, closed = offset, False
                elif kind.endswith("_end"):
                    closed = True
                if kind == "variable_end":
                    yield opened, offset + len(value)
                elif kind in ("block_begin", "raw_begin"):
                    problems.add(place(offset), *_BLOCK)
                offset += len(value)
            if closed:
                return
            problems.add(place(opened), "this is never closed", EXAMPLE)
        except TemplateSyntaxError as error:
            message = _POSITION.sub("", error.message or "")
            problems.add(place(opened), f"cannot be read: {message}", EXAMPLE)
        resume = text.find("{{", opened + 2)


@lru_cache(maxsize=4096)
def _sound_segments(text: str) -> tuple[tuple[int, int], ...]:
    """Return the segments of a text in which nothing is wrong, of another one none."""
    problems = Problems(rule=Rule.page)
    found = tuple(_segments(text, lambda offset: Location(""), problems))
    return () if problems.found else found
