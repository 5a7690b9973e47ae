"""The kinds of text that the data file holds, and what every entry of it has in common."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Final

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticKnownError

from macros.arithmetic.period import Period, parse_period
from macros.data.tree import Branch, Scalar
from macros.problems import Location, TieoutError

MOST_PLACES = 40
PARAGRAPH = r"^¶[1-9][0-9]{0,3}$"
# What nobody sees but what hides, turns or splits the text around it: control characters, marks
# of direction, joiners and fillers, line ends that only some readers count, and tags.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff"
    "\U000e0000-\U000e0fff]"
)


def words(value: Any) -> Any:
    """Free text is quoted, so that no comma, colon or `no` in it changes what is read."""
    if isinstance(value, Scalar):
        if not value.quoted:
            raise ValueError(f'text must be quoted; write "{value}"')
        return _visible(value)
    return value


def _visible(value: str) -> str:
    if found := _CONTROL.search(value):
        raise ValueError(f"text holds the invisible character U+{ord(found.group()):04X}")
    if value and not value.strip():
        raise ValueError("text is blank")
    return str(value)


def _name(value: Any) -> Any:
    return _visible(value) if isinstance(value, Scalar) else value


def _unmarked(value: str) -> str:
    """A text that stands in the prose itself must not be read as Markdown there."""
    if found := re.search(r"[\[\]<>{}*_`|\\]", value):
        raise ValueError(f"{found.group()!r} would be read as Markdown where this is shown")
    return value


def plain(value: Any) -> Any:
    """Return a scalar's text, quoted or not."""
    return str(value) if isinstance(value, Scalar) else value


def _number(value: Any) -> Any:
    """A number is not quoted, and keeps its own text (30.0 says more than 30)."""
    if isinstance(value, list):
        if len(value) != 2:
            raise ValueError("a range has two ends, as in [80, 90]")
        return tuple(_number(end) for end in value)
    if isinstance(value, dict):
        raise ValueError("a value is a number or a range such as [80, 90]")
    if isinstance(value, Scalar) and value.quoted:
        raise ValueError(f"a value is a number, not text; write {value} without quotes")
    return plain(value)


def _period(value: Any) -> Period:
    try:
        return parse_period(str(plain(value)))
    except TieoutError as error:
        raise ValueError(f"{error.message} ({error.hint})") from error


def _date(value: Any) -> Period:
    """A date is a day, or a stretch of the calendar in which the day lies."""
    period = _period(value)
    if period.kind == "span" or period.is_fiscal:
        told = "a fiscal period" if period.is_fiscal else "a span"
        raise ValueError(f"{period.text!r} is {told}, not a date; write 2025-07-30, or 2025-07")
    return period


def _day(value: Any) -> Period:
    period = _period(value)
    if period.kind != "day":
        raise ValueError(f"{period.text!r} is no single day; write the day, such as 2025-07-30")
    return period


def _url(value: Any) -> Any:
    text = words(value)
    if not isinstance(text, str):
        return text
    if not re.fullmatch(r"https?://[^\s<>\"'`{}\\]+", text):
        raise ValueError("an address starts with https:// or http:// and holds no blank or quote")
    # Letters of other scripts look like Latin ones, and a name before @ like a host.
    if not re.fullmatch(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?(?:[/?#].*)?", text, re.I | re.A):
        raise ValueError("an address names its host in plain letters, without user or brackets")
    return text


def _at(value: Any) -> Any:
    items = value if isinstance(value, list) else [value]
    if len(items) > MOST_PLACES:
        raise ValueError(f"more than {MOST_PLACES} places")
    return tuple(_locator(item, alone=items is not value) for item in items)


def _locator(value: Any, alone: bool) -> Any:
    if not isinstance(value, Scalar) or (alone and not value.startswith("¶")):
        return words(value)
    if not re.fullmatch(PARAGRAPH, value):
        raise ValueError("a paragraph is written ¶7; a page or note is quoted and stands alone")
    return str(value)


def _paragraph(value: Any) -> int:
    if not (isinstance(value, str) and re.fullmatch(PARAGRAPH, value)):
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": PARAGRAPH})
    return int(value[1:])


def _paragraphs(value: Any) -> Any:
    if isinstance(value, Scalar) and not value.startswith("¶"):
        raise ValueError("a paragraph is written ¶7")
    return _at(value)


Wording = Annotated[str, BeforeValidator(words), Field(min_length=1, max_length=2000)]
Unmarked = Annotated[Wording, AfterValidator(_unmarked)]
Id = Annotated[str, BeforeValidator(plain), Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
DeclaredName = Annotated[str, BeforeValidator(_name), Field(min_length=1, max_length=120)]
When = Annotated[Period, PlainValidator(_period), WithJsonSchema({"type": ["string", "integer"]})]
Date = Annotated[Period, PlainValidator(_date), WithJsonSchema({"type": ["string", "integer"]})]
Day = Annotated[Period, PlainValidator(_day), WithJsonSchema({"type": "string"})]
Paragraph = Annotated[int, PlainValidator(_paragraph), WithJsonSchema({"type": "string"})]
Numeral = Annotated[
    str | tuple[str, str],
    BeforeValidator(_number),
    WithJsonSchema({"type": ["number", "string", "array"]}),
]
Url = Annotated[str, BeforeValidator(_url), Field(max_length=600)]
Whole = Annotated[int, BeforeValidator(plain)]
MOST_DECIMALS: Final = 12
Decimals = Annotated[Whole, Field(ge=-MOST_DECIMALS, le=MOST_DECIMALS)]
_Locators = Annotated[
    tuple[Annotated[str, Field(max_length=400)], ...],
    WithJsonSchema({"type": ["string", "array"]}),
]
Places = Annotated[_Locators, BeforeValidator(_at)]
Paragraphs = Annotated[_Locators, Field(min_length=1), BeforeValidator(_paragraphs)]


class Entry(BaseModel):
    """One mapping of the data file; it remembers where it stands.

    Attributes:
        named: The key that names it.
    """

    named: ClassVar[str] = "id"
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    # pydantic keeps no trace of what a model was made of, and problems need its place.
    __slots__ = ("_node",)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ModelWrapValidatorHandler[Any]) -> Any:
        entry = handler(data)
        if isinstance(data, Branch):
            object.__setattr__(entry, "_node", data)
        return entry

    @property
    def where(self) -> Location:
        """Where its name stands."""
        return self.place(self.named)

    def place(self, key: str = "") -> Location:
        """Return where the entry, or the value of one of its keys, stands."""
        node: Branch | None = getattr(self, "_node", None)
        if node is None:
            return Location("")
        return getattr(node.get(key), "where", node.where)


class NamedEntry(Entry):
    """An entry that is called by its id."""

    id: Id


Switch = Annotated[bool, BeforeValidator(lambda v: {"true": True}.get(v, v))]
