"""What may stand in an argument, as its annotation says, and what that is to others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from inspect import Parameter
from types import UnionType
from typing import (
    Annotated,
    Any,
    Final,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from macros.problems import TieoutError, nearest

Role = Literal["ids", "comparison", "words", "wording", "choice", "reason"]
"""What an argument is to others than the macro itself: ids of the data; a comparison of facts;
words that readers see; how a value is worded, which is each language's own affair; anything else
that all languages say alike; a reason for those who check."""
Labelled = Literal["", "rows", "lists"]

_PLAIN: Final[Mapping[type, str]] = {str: "text", bool: "true or false", float: "a number"}


@dataclass(frozen=True, slots=True)
class Note:
    """What an annotation says of an argument.

    Attributes:
        role: What it is to others.
        about: What authors have to know of it, for the reference.
        labels: What its words name one by one: rows of the first argument, or its lists.
        name: What a mapping in it is called in messages.
    """

    role: Role
    about: str = ""
    labels: Labelled = ""
    name: str = ""


CHOICE: Final = Note("choice")


@dataclass(frozen=True)
class Shape:
    """What may stand in an argument.

    Attributes:
        note: What it is to others.
        plain: The kinds of literal that it may be; none if it is a list or has fields.
        item: What a list, or a mapping with names of the author's, is made of.
        fields: What stands under each name of a mapping.
        needed: The names that may not be left out.
        is_list: Whether it is a list.
        name: The name of an argument of a macro; those in front may be given without it.
        default: What it is if it is left out; `inspect.Parameter.empty` if it may not be.
    """

    note: Note
    plain: tuple[type, ...] = ()
    item: Shape | None = None
    fields: Mapping[str, Shape] = field(default_factory=dict)
    needed: frozenset[str] = frozenset()
    is_list: bool = False
    name: str = ""
    default: Any = Parameter.empty

    @property
    def is_needed(self) -> bool:
        """Whether it may not be left out."""
        return self.default is Parameter.empty

    def refuse_other(self, name: str, value: Any) -> None:
        """Accept a literal that fits.

        Raises:
            TieoutError: It does not.
        """
        if self.plain:
            if not any(_is(value, kind) for kind in self.plain):
                wanted = " or ".join(_PLAIN[kind] for kind in self.plain)
                raise TieoutError(f"{name} must be {wanted}, not {value!r}")
        elif self.is_list:
            if not isinstance(value, list | tuple):
                raise TieoutError(f"{name} must be a list, not {value!r}")
            for each in value:
                (self.item or self).refuse_other(f"each of {name}", each)
        elif not isinstance(value, dict):
            listed = ", ".join(self.fields) or "names and ids"
            raise TieoutError(f"{self.note.name or name} is written {{…}}, not {value!r}", listed)
        else:
            self._refuse_fields(value)

    def _refuse_fields(self, value: Mapping[str, Any]) -> None:
        for key in sorted(self.needed - value.keys()):
            raise TieoutError(f"{self.note.name} lacks {key!r}", ", ".join(sorted(self.needed)))
        for key, each in value.items():
            inner = self.fields.get(key, self.item)
            if inner is None:
                known = nearest(key, self.fields) or ", ".join(self.fields)
                raise TieoutError(f"{self.note.name} takes no {key!r}", known)
            inner.refuse_other(key, each)

    @cached_property
    def roles(self) -> set[Role]:
        """What it is to others, anything in it included."""
        inner = [*self.fields.values(), *([self.item] if self.item else [])]
        return set().union(*(each.roles for each in inner)) if inner else {self.note.role}

    def leaves(self, value: Any) -> Iterator[tuple[Note, Any]]:
        """Yield the literals in a value, however deep, with what each is; what is amiss is left."""
        match value:
            case list() | tuple():
                for each in value:
                    yield from (self.item or self).leaves(each)
            case dict():
                for key, each in value.items():
                    yield from (self.fields.get(key) or self.item or self).leaves(each)
            case _:
                yield self.note, value


def shape_of(annotation: Any, note: Note = CHOICE) -> Shape:
    """Return what an annotation lets stand."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        own = next((each for each in annotation.__metadata__ if isinstance(each, Note)), note)
        return shape_of(inner[0], own)
    if origin in (Union, UnionType):
        # None only says that an argument may be left out: no author writes it.
        kinds = [kind for kind in inner if kind is not type(None)]
        if len(kinds) == 1:
            return shape_of(kinds[0], note)
        return Shape(note, tuple(kinds))
    if origin is list:
        return Shape(note, item=shape_of(inner[0], note), is_list=True)
    if origin is dict:
        return Shape(note, item=shape_of(inner[1], note))
    if annotation in _PLAIN:
        return Shape(note, (annotation,))
    # A mapping whose names are given, a `TypedDict`.
    hints = get_type_hints(annotation, include_extras=True)
    optional = {name for name, each in hints.items() if get_origin(each) is NotRequired}
    fields = {
        name: shape_of(get_args(each)[0] if name in optional else each, note)
        for name, each in hints.items()
    }
    return Shape(note, fields=fields, needed=frozenset(fields) - optional)


def _is(value: Any, kind: type) -> bool:
    if kind is float:
        # To Python true is a number, to an author it is not.
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, kind)
