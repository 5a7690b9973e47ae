"""One call of a macro: its name and its literals, each text with its place."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from keyword import iskeyword
from typing import Any, Final

from markupsafe import Markup

from macros.problems import Location, Problems

EXAMPLE: Final = 'a call is written {{ fact("id") }}'
# Jinja drops signs beside the braces, and counts an end of line as one character: offsets would
# move. Calls are therefore lexed in a copy of the same length.
_LEXED: Final = re.compile(r"\r\n?|(?<=\{\{)[-+]|[-+](?=\}\})")
_DASHES: Final = str.maketrans("-+", "  ")
# As most calls are: what Python would say of them is known without it.
_OF_ONE_TEXT: Final = re.compile(r"""\{\{ ?([a-z_]+)\((["'])([^"'\\{}\x00-\x1f]*)\2\) ?\}\}""")
_TOGETHER: Final = re.compile(r"\{(?=\{)|\}(?=\})")
# Jinja’s literals are Python’s, but for these three.
_CONSTANTS: Final = {"true": True, "false": False, "none": None}


class Written(str):
    """A text between quotes in a call, with its place.

    Attributes:
        start: Offset of its first character in the raw text.
        end: Offset behind its last one.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a macro.

    Attributes:
        name: The macro's name.
        args: Positional literals.
        kwargs: Named literals.
        where: Where the call begins in the raw file.
        start: Offset of its opening braces in the raw file.
        end: Offset behind its closing braces.
    """

    name: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    where: Location = Location("")
    start: int = 0
    end: int = 0

    @property
    def texts(self) -> Iterator[str]:
        """The texts in it, however deep."""
        return texts_in([*self.args, *self.kwargs.values()])


def refilled(
    text: str, pieces: Iterable[tuple[int, int, str]], kept: Callable[[str], str] = str
) -> str:
    """Return a text with something else in the place of some pieces, which are given in order.

    What lies between them is as it was, or what `kept` makes of it.
    """
    parts, at = list[str](), 0
    for start, end, said in pieces:
        parts += kept(text[at:start]), said
        at = end
    return "".join((*parts, kept(text[at:])))


def lexed(text: str) -> str:
    """Return a text without what the lexer would change or drop, as long as it was."""
    return _LEXED.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return match[0].replace("\r\n", " \n").replace("\r", "\n").translate(_DASHES)


def read_call(segment: str, where: Location, start: int, problems: Problems) -> Call | None:
    """Return a call as written, braces included; what is none is recorded."""
    if (one := _OF_ONE_TEXT.fullmatch(segment)) and not iskeyword(one[1]):
        given = Written(one[3])
        given.start, given.end = (start + at for at in one.span(3))
        return Call(one[1], (given,), {}, where, start, start + len(segment))
    # A call may run over lines; what it says keeps its offsets.
    body = lexed(segment)[2:-2].replace("\n", " ")
    source = body.strip()
    try:
        node = _parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        problems.add(where, f"cannot read {source[:60]!r}", EXAMPLE)
        return None
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        problems.add(where, f"{source[:60]!r} is not a call", 'write {{ fact("id") }}')
        return None
    literals = _Literals(source.encode(), start + 2 + body.index(source))
    try:
        args = tuple(literals.read(arg) for arg in node.args)
        kwargs = literals.named(node.keywords)
    except ValueError:
        problems.add(
            where,
            f"the arguments of {node.func.id} must be literals",
            "text in quotes, numbers, true, false or lists of them",
        )
        return None
    # To Python the second of two is a syntax error only where it compiles, not where it parses.
    if len(kwargs) < len(node.keywords):
        problems.add(where, f"an argument of {node.func.id} is given twice")
        return None
    return Call(node.func.id, args, kwargs, where, start, start + len(segment))


@lru_cache(maxsize=4096)  # a call is read to be checked, and again to be run
def _parsed(source: str) -> ast.expr:
    return ast.parse(source, mode="eval").body


@dataclass(frozen=True, slots=True)
class _Literals:
    """Reads the literals of a call.

    Attributes:
        source: The call in UTF-8, in whose bytes the parser counts.
        start: Its offset in the raw text.
    """

    source: bytes
    start: int

    def named(self, keywords: list[ast.keyword]) -> dict[str, Any]:
        """Return the named ones by name."""
        if any(keyword.arg is None for keyword in keywords):
            raise ValueError("not a literal")
        return {str(keyword.arg): self.read(keyword.value) for keyword in keywords}

    def read(self, node: ast.expr | None) -> Any:
        """Return a literal, a text with its place."""
        match node:
            case ast.Constant(value=str()):
                return self._text(node)
            case ast.Constant(value=int() | float() | None):
                return node.value
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return -number
            case ast.Name(id="true" | "false" | "none"):
                return _CONSTANTS[node.id]
            case ast.List() | ast.Tuple():
                return [self.read(item) for item in node.elts]
            case ast.Dict():
                pairs = zip(node.keys, node.values, strict=True)
                return {str(self.read(key)): self.read(value) for key, value in pairs}
        raise ValueError("not a literal")

    def _text(self, node: ast.Constant) -> Written:
        written = Written(node.value)
        written.start = self.start + self._characters(node.col_offset) + 1
        written.end = self.start + self._characters(node.end_col_offset or 0) - 1
        return written

    def _characters(self, column: int) -> int:
        return len(self.source[:column].decode())


def texts_in(value: Any) -> Iterator[str]:
    """Yield the texts in a literal, however deep in lists and mappings."""
    match value:
        case str():
            yield value
        case list():
            for item in value:
                yield from texts_in(item)
        case dict():
            yield from texts_in(list(value.values()))


def in_template(text: str) -> Markup:
    """Return JSON as it stands in a template, where quotes need no entity.

    Braces are kept apart, for two together are the mark of a call that was not run.
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return Markup(_TOGETHER.sub(r"\g<0> ", text))  # noqa: S704 - escaped here
