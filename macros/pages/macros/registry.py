"""All macros by name, found in the modules that declare them; and what a call says to others."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any, Final

from macros.arithmetic.expression import keys_of
from macros.arithmetic.parse import parse_comparisons
from macros.data.book import Book
from macros.pages.call import Call
from macros.pages.macros.macro import Macro, MacroKind, declared
from macros.pages.macros.shape import Role, Shape
from macros.pages.source import calls_in
from macros.problems import Problems, TieoutError

_ROOMS: Final = ("macros.calls", "pictures", "scenario.calls")

_ALIKE: Final[frozenset[Role]] = frozenset({"ids", "comparison", "choice"})
"""What all languages say alike."""


@cache
def registry() -> Mapping[str, Macro]:
    """Return all macros by name: inline calls, bodies of pages, charts."""
    for room in (f"macros.pages.{name}" for name in _ROOMS):
        module = import_module(room)
        # A room is one module, or a package whose modules each declare some.
        for found in pkgutil.iter_modules(getattr(module, "__path__", ())):
            import_module(f"{room}.{found.name}")
    return declared()


def kind_of(call: Call) -> MacroKind | None:
    """Return what a call shows; None if there is no such macro."""
    macro = registry().get(call.name)
    return macro.kind if macro else None


def is_wide(call: Call) -> bool:
    """Whether a call shows more of the data, or of other pages, than what it names.

    Bodies of pages do, but for those that are made of the facts they are given.
    """
    macro = registry().get(call.name)
    if macro is None or macro.kind != "body":
        return macro is None
    first = next(iter(macro.params.values()), None)
    return first is None or first.note.role != "ids"


def leaves(call: Call, *roles: Role) -> Iterator[Any]:
    """Yield the literals of a call that are of some roles, however deep in lists."""
    for param, value in _given(call):
        # Most arguments can hold nothing of the kind, however wrongly they are written.
        if param.note.role in roles or not param.roles.isdisjoint(roles):
            yield from (leaf for note, leaf in param.leaves(value) if note.role in roles)


def _given(call: Call) -> Iterator[tuple[Shape, Any]]:
    macro = registry().get(call.name)
    return macro.given(call) if macro else iter(())


def first(call: Call) -> str:
    """Return the id that a call of a value begins with, or an empty text."""
    return next((str(leaf) for leaf in leaves(call, "ids")), "")


def argument(call: Call, name: str, otherwise: Any = "") -> Any:
    """Return an argument of a call, whether it is given by its name or not."""
    return next((value for param, value in _given(call) if param.name == name), otherwise)


def words(call: Call) -> Iterator[str]:
    """Yield the texts of a call that readers come to see."""
    yield from (leaf for leaf in leaves(call, "words") if isinstance(leaf, str))


def labelled(call: Call) -> Iterator[tuple[list[str], str]]:
    """Yield what the words of a call name one by one: keys of a row or a list, and their label."""
    given = list(_given(call))
    rows: Any = next((value for param, value in given if param.note.role == "ids"), None)
    for param, labels in given:
        if not (param.note.labels and isinstance(labels, list) and isinstance(rows, list)):
            continue
        lists = [row if isinstance(row, list) else [row] for row in rows]
        # Labels of lists name whole lists, those of rows the first, second … fact of each.
        by_list = param.note.labels == "lists" or not any(isinstance(row, list) for row in rows)
        for keys in [lists] if by_list else [[[key] for key in row] for row in lists]:
            for names, label in zip(keys, labels, strict=False):
                if names:
                    yield [str(name) for name in names], str(label)


def with_inner(call: Call) -> Iterator[Call]:
    """Yield a call, and those inside its words."""
    yield call
    for text in words(call):
        # Most words hold no call, and lexing them all would take most of a check.
        for inner in calls_in(text, "", Problems(), call.where) if "{{" in text else ():
            yield from with_inner(inner)


def keys_in(book: Book, call: Call) -> Iterator[str]:
    """Yield the ids that a call refers to, those in its words too; a series is its members."""
    for each in with_inner(call):
        for text in leaves(each, "comparison"):
            with suppress(TieoutError):  # told where the claim is decided
                yield from (key for gap in parse_comparisons(str(text)) for key in keys_of(gap))
        for text in map(str, leaves(each, "ids")):
            if text in book.series:
                yield from book.series[text].members
            if text in book.facts or text in book.statements or text in book.origins:
                yield text


def signatures(call: Call) -> Iterator[str]:
    """Yield a call as written, without words and wording; then the calls inside its words.

    A macro of words alone, such as a declared comparison, is each language's own affair.
    """
    for each in with_inner(call):
        macro = registry().get(each.name)
        params = macro.params.values() if macro else ()
        if not params or any(param.roles & _ALIKE for param in params):
            shown = sorted(_shown(macro, each)) if macro else []
            yield f"{each.name}({', '.join(text for _, text in shown)})"


def _shown(macro: Macro, call: Call) -> Iterator[tuple[str, str]]:
    """Yield the arguments that all languages give alike, each with what to sort it by."""
    for number, (param, value) in enumerate(macro.given(call)):
        if param.roles & _ALIKE and value not in ("", [], param.default):
            written = _written(param, value)
            # The first argument is written without its name, so in both languages it sorts first.
            is_first = number == 0 and bool(call.args)
            yield ("", written) if is_first else (param.name, f"{param.name}={written}")


def _written(shape: Shape, value: Any) -> str:
    match value:
        case dict():
            inner = {key: shape.fields.get(key) or shape.item or shape for key in sorted(value)}
            kept = (f"{k}: {_written(s, value[k])}" for k, s in inner.items() if s.roles & _ALIKE)
            return f"{{{', '.join(kept)}}}"
        case list():
            return f"[{', '.join(_written(shape.item or shape, each) for each in value)}]"
        case str():
            return f'"{" ".join(value.split())}"'
    return str(value).lower()
