"""What chart calls take: the same arguments under the same names in every form."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any, get_type_hints

from macros.charts.forms import refuse_undrawable
from macros.charts.picture import Picture
from macros.pages.macros.macro import macro
from macros.pages.macros.shape import Note
from macros.pages.pictures.placing import Placing, Reference
from macros.pages.voice import Voice

Facts = Annotated[list[str], Note("ids", "facts, one per row")]
Columns = Annotated[list[list[str]], Note("ids", "lists of facts")]
SeriesIds = Annotated[list[str], Note("ids", "series")]
TitleWords = Annotated[str, Note("words", "what is shown")]
MeasureWords = Annotated[
    str, Note("words", "which quantity, unit and period; “In km, …” says the unit once for all")
]
Why = Annotated[str, Note("words", "what it is for, in the text alternative")]
Labels = Annotated[
    list[str] | None, Note("words", "names of the rows, if not their entities'", labels="rows")
]
ListNames = Annotated[list[str], Note("words", "names of the lists", labels="lists")]
Steps = Annotated[bool, Note("choice", "`true` to hold a value until the next one")]
First = Annotated[str, Note("choice", "the first period, such as `2023-Q3`")]
Last = Annotated[str, Note("choice", "the last period")]
Own = Annotated[
    bool, Note("choice", "`true` for a scale of its own per panel, whose units may then differ")
]
Zero = Annotated[bool, Note("choice", "`false` to let the axis begin where the values do")]
References = Annotated[
    list[Reference] | None,
    Note("ids", "`{fact, label}`: values to compare with, lines across it", name="a reference"),
]
Form = Callable[..., Picture]


def chart(example: str, *, reviews: bool = False, axis: bool = False) -> Callable[[Form], Form]:
    """Declare the `Macro` of a form, which takes what all forms take besides what is its own.

    Across a form that has an axis of values lines can be drawn.
    """

    def declare(form: Form) -> Form:
        def run(
            voice: Voice, title: TitleWords, measure: MeasureWords, references: References = None,
            why: Why = "", **given: Any,
        ) -> Picture:  # fmt: skip
            placing = Placing(voice, form.__name__, title, measure, references or ())
            picture = form(placing, **given)
            refuse_undrawable(picture)
            return picture

        # What is charted comes first, and why it is charted last.
        _, title, measure, references, why, _ = inspect.signature(run).parameters.values()
        voice, charted, *more = inspect.signature(form).parameters.values()
        last = [*more, references, why] if axis else [*more, why]
        run.__signature__ = inspect.Signature([voice, charted, title, measure, *last])  # type: ignore[attr-defined]
        # The macro’s reader asks the function itself what it takes: it must look as if written out.
        hints = [get_type_hints(each, include_extras=True) for each in (form, run)]
        run.__annotations__ = hints[0] | hints[1]
        run.__name__, run.__doc__ = form.__name__, form.__doc__
        macro("chart", example, reviews=reviews)(run)
        return form

    return declare
