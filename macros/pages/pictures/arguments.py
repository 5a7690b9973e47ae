"""What chart calls take: the same arguments under the same names in every form."""

from __future__ import annotations

from typing import Annotated, NotRequired, TypedDict

from macros.pages.macros.shape import Note

Facts = Annotated[list[str], Note("ids", "facts, one per row")]
Columns = Annotated[list[list[str]], Note("ids", "lists of facts")]
Series = Annotated[list[str], Note("ids", "series")]
Title = Annotated[str, Note("words", "what is shown")]
Measure = Annotated[str, Note("words", "which quantity, unit and period")]
Why = Annotated[str, Note("words", "what it is for, in the text alternative")]
Labels = Annotated[
    list[str] | None, Note("words", "names of the rows, if not their entities'", labels="rows")
]
Lists = Annotated[list[str], Note("words", "names of the lists", labels="lists")]
Steps = Annotated[bool, Note("choice", "`true` to hold a value until the next one")]
First = Annotated[str, Note("choice", "the first period, such as `2023-Q3`")]
Last = Annotated[str, Note("choice", "the last period")]


class Link(TypedDict):
    """One arrow of a flow."""

    source: str
    target: str
    label: Annotated[str, Note("words")]
    fact: NotRequired[str]


Links = Annotated[
    list[Link],
    Note("ids", "`{source, target, label, fact}`: entities, words, maybe a fact", name="a link"),
]
