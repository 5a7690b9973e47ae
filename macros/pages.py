"""The static reader: every call that a Markdown page makes, with its place in the raw file.

Arguments are literals, so nothing has to be rendered to know what a page shows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment
from jinja2.exceptions import TemplateSyntaxError

from macros.problems import Location, Problems
from macros.wording import Language

LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
_JINJA: Final = Environment(comment_start_string="<!--#", comment_end_string="#-->")  # noqa: S701
_CONSTANTS: Final = {"true": True, "false": False, "none": None}


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a macro in a page.

    Attributes:
        name: The macro's name.
        args: Positional literals.
        kwargs: Named literals.
        where: Where the call begins in the raw file.
        start: Offset of its opening braces in the raw file.
        end: Offset behind its closing braces.
    """

    name: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    where: Location
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file with its calls."""

    path: str
    language: Language
    name: str
    text: str
    calls: tuple[Call, ...]


def read_pages(root: Path, problems: Problems) -> list[Page]:
    """Read all Markdown pages of both languages, sorted by path."""
    pages = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        for file in sorted(folder.rglob("*.md")):
            path = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            calls = tuple(calls_in(text, path, problems))
            name = file.relative_to(folder).with_suffix("").as_posix()
            pages.append(Page(path, language, name, text, calls))
    return pages


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
    try:
        tokens = list(_JINJA.lex(text))
    except TemplateSyntaxError as error:
        where = base or Location(path, error.lineno, 1)
        problems.add(where, f"{error.message}", 'a call is written {{ fact("id") }}')
        return
    offset = 0
    for segment, start in _segments(tokens, text, path, problems, base):
        offset = start
        where = base or _location(text, path, offset)
        call = _call(segment, where, offset, problems)
        if call is not None:
            yield call


def _segments(
    tokens: list[tuple[int, str, str]],
    text: str,
    path: str,
    problems: Problems,
    base: Location | None,
) -> Iterator[tuple[str, int]]:
    """Yield the text of each {{ … }} with its offset; refuse {% … %}."""
    offset, begun = 0, -1
    for _, kind, value in tokens:
        if kind == "variable_begin":
            begun = offset
        elif kind == "variable_end":
            yield text[begun : offset + len(value)], begun
        elif kind == "block_begin":
            where = base or _location(text, path, offset)
            problems.add(where, "{% … %} is not used in pages", "a page calls macros with literals")
        offset += len(value)


def _location(text: str, path: str, offset: int) -> Location:
    line = text.count("\n", 0, offset) + 1
    return Location(path, line, offset - text.rfind("\n", 0, offset))


def _call(segment: str, where: Location, start: int, problems: Problems) -> Call | None:
    source = segment[2:-2].strip().strip("-").strip()
    try:
        node = ast.parse(source.replace("\n", " "), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        problems.add(where, f"cannot read {source[:60]!r}", 'a call is written {{ fact("id") }}')
        return None
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        problems.add(where, f"{source[:60]!r} is not a call", 'write {{ fact("id") }}')
        return None
    try:
        args = tuple(_literal(arg) for arg in node.args)
        kwargs = {str(keyword.arg): _literal(keyword.value) for keyword in node.keywords}
    except ValueError:
        problems.add(
            where,
            f"the arguments of {node.func.id} must be literals",
            "text in quotes, numbers, true, false or lists of them",
        )
        return None
    return Call(node.func.id, args, kwargs, where, start, start + len(segment))


def _literal(node: ast.expr) -> Any:
    match node:
        case ast.Constant(value=str() | int() | float() | None):
            return node.value
        case ast.Name(id="true" | "false" | "none"):
            return _CONSTANTS[node.id]
        case ast.List() | ast.Tuple():
            return [_literal(item) for item in node.elts]
        case ast.Dict():
            return {
                str(_literal(key)): _literal(value)
                for key, value in zip(node.keys, node.values, strict=True)
                if key is not None
            }
    raise ValueError("not a literal")
