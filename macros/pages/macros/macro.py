"""What a macro is. Its function's signature says what it takes, its docstring what it shows."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, Literal, TypeVar, get_type_hints

from macros.pages.call import Call
from macros.pages.macros.shape import Shape, shape_of
from macros.problems import TieoutError, nearest

MacroKind = Literal["value", "count", "comparison", "opinion", "quotation", "date", "chart", "body"]
"""What a macro shows: a number of the data, a number of things, words that compare as facts do or
as we do, words that stand for an origin or an assertion, a day, a chart, or the body of a page."""
Runner = TypeVar("Runner", bound=Callable[..., object])
_DECLARED: Final[dict[str, Macro]] = {}


@dataclass(frozen=True)
class Macro:
    """One macro.

    Attributes:
        kind: What it shows.
        run: Shows it; takes an edition's voice and the arguments.
        example: A call of it, as it is written in a page, without its braces.
        reviews: Whether it is of the reviewed text, and so of no use where there is none.
    """

    kind: MacroKind
    run: Callable[..., object]
    example: str
    reviews: bool = False

    @property
    def name(self) -> str:
        """The name by which pages call it."""
        return self.run.__name__

    @property
    def about(self) -> str:
        """What it shows, in a sentence or more, for authors."""
        return inspect.cleandoc(self.run.__doc__ or "").split("\n\n")[0].replace("\n", " ")

    @cached_property
    def signature(self) -> inspect.Signature:
        """What it takes."""
        # The first is the voice, which no author gives.
        _, *own = inspect.signature(self.run).parameters.values()
        return inspect.Signature(own)

    @cached_property
    def params(self) -> dict[str, Shape]:
        """Its arguments by name, in order."""
        hints = get_type_hints(self.run, include_extras=True)
        given = self.signature.parameters.values()
        shapes = [(p, shape_of(hints[p.name])) for p in given]
        return {p.name: replace(each, name=p.name, default=p.default) for p, each in shapes}

    def bind(self, call: Call) -> dict[str, Any]:
        """Return the arguments of a call by name.

        Raises:
            TieoutError: One is lacking, unknown or of another kind.
        """
        for key in call.kwargs:
            if key not in self.params:
                near = nearest(key, self.params)
                raise TieoutError(f"{self.name}() takes no argument {key!r}", near)
        bound = dict(zip(self.params, call.args, strict=False)) | dict(call.kwargs)
        needed = (name for name, param in self.params.items() if param.is_needed)
        if len(bound) < len(call.args) + len(call.kwargs) or not all(n in bound for n in needed):
            try:
                # Python itself says what is lacking or given twice, and takes its time.
                self.signature.bind(*call.args, **call.kwargs)
            except TypeError as error:
                raise TieoutError(f"{self.name}(): {error}", self.usage) from error
        for key, value in bound.items():
            try:
                self.params[key].refuse_other(key, value)
            except TieoutError as error:
                raise TieoutError(f"{self.name}(): {error.message}", error.hint) from error
        return bound

    @property
    def usage(self) -> str:
        """How it is called, in short."""
        needed = [p.name for p in self.params.values() if p.is_needed]
        more = ", …" if len(needed) < len(self.params) else ""
        return f"{self.name}({', '.join(needed)}{more})"

    def given(self, call: Call) -> Iterator[tuple[Shape, Any]]:
        """Yield the arguments of a call as far as they can be told, however wrong the rest is."""
        yield from zip(self.params.values(), call.args, strict=False)
        for key, value in call.kwargs.items():
            if key in self.params:
                yield self.params[key], value


def macro(kind: MacroKind, example: str, *, reviews: bool = False) -> Callable[[Runner], Runner]:
    """Declare a `Macro`: the function that shows it, in the order of the reference."""

    def declare(run: Runner) -> Runner:
        made = Macro(kind, run, example, reviews)
        _DECLARED[made.name] = made
        return run

    return declare


def declared() -> dict[str, Macro]:
    """Return what has been declared so far; `macros.pages.macros.registry` knows all."""
    return _DECLARED
