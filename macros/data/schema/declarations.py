"""What the data file declares before any fact: the site, terms, units, entities and origins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetPydanticSchema,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticKnownError

from macros.arithmetic.period import CALENDAR, FiscalYear, Period
from macros.arithmetic.units import BUILT_IN, SCALES
from macros.data.schema.fields import (
    Day,
    DeclaredName,
    Entry,
    Id,
    NamedEntry,
    Paragraph,
    Unmarked,
    Whole,
    Wording,
    words,
)
from macros.data.tree import Scalar
from macros.language.tongue import known
from macros.language.writing import has_singular

Verdict = Literal[
    "confirmed",
    "rounded",
    "imprecise",
    "misdescribed",
    "outdated",
    "contradicted",
    "not_found",
    "idiom",
]


def _by_language(schema: dict[str, Any]) -> None:
    """Let editors offer the languages as keys, or a text alone if there is one language."""
    text, own = schema.pop("additionalProperties"), schema.pop("properties", {})
    mapping = {"properties": dict.fromkeys(known(), text) | own, "additionalProperties": False}
    kinds = {key: schema.pop(key) for key in ("type", "required") if key in schema} | mapping
    schema.update(kinds if own else {"anyOf": [kinds, text]})


def _languages(info: ValidationInfo) -> Sequence[str]:
    """Return the languages of the explainer whose data is read."""
    return tuple((info.context or {}).get("languages", known()))


class Text(Entry):
    """A text in each language of the explainer, by the language's code; alone if there is one."""

    model_config = ConfigDict(extra="allow", json_schema_extra=_by_language)
    __pydantic_extra__: dict[str, Wording] = Field(init=False)

    @model_validator(mode="before")
    @classmethod
    def _in_each_language(cls, data: Any, info: ValidationInfo) -> Any:
        """Refuse a text that lacks a language of the explainer, or has one that it has not."""
        asked = _languages(info)
        # One language needs no names of languages; a text with keys of its own needs a mapping.
        if isinstance(data, Scalar) and len(asked) == 1 and not cls.model_fields:
            return {asked[0]: data}
        if not isinstance(data, dict):
            return data
        wrong: list[InitErrorDetails] = [
            {"type": "missing", "loc": (code,), "input": data} for code in asked if code not in data
        ]
        for key in data.keys() - set(asked) - cls.model_fields.keys():
            wrong.append({"type": "extra_forbidden", "loc": (key,), "input": data})
        if wrong:
            raise ValidationError.from_exception_data(cls.__name__, wrong)
        return data

    @property
    def texts(self) -> dict[str, str]:
        """The text by language, each with its place."""
        given = self.__pydantic_extra__.items()
        return {code: Scalar.make(text, self.place(code), quoted=True) for code, text in given}


def texts_of(
    kind: Any, make: Callable[[Any], Mapping[str, str]] = attrgetter("texts")
) -> GetPydanticSchema:
    """Let a field hold texts by language, made of an entry of a kind that stands there."""
    made = Annotated[kind, AfterValidator(make)]
    return GetPydanticSchema(lambda _, handler: handler(made))


Texts = Annotated[Mapping[str, str], texts_of(Text)]


class Color(Entry):
    """An entity's colour in both schemes."""

    light: Annotated[str, BeforeValidator(words), Field(pattern=r"^#[0-9a-f]{6}$")]
    dark: Annotated[str, BeforeValidator(words), Field(pattern=r"^#[0-9a-f]{6}$")]


class ArticleEntry(Entry):
    """The text whose figures are tied out."""

    origin: Id
    written: Day
    reprinted: Day | None = None
    called: Texts | None = None


class Chapter(Entry):
    """Which paragraphs of the article a page takes up."""

    named = "page"
    page: DeclaredName
    first: Paragraph = Field(alias="from")
    last: Paragraph = Field(alias="to")
    label: Texts


class SiteEntry(Entry):
    """The explainer as a whole."""

    as_of: Day
    title: Texts
    reviewed: ArticleEntry | None = Field(alias="article", default=None)
    chapters: tuple[Chapter, ...] = ()

    @property
    def article(self) -> str:
        """The origin whose figures are checked; empty where no text is reviewed."""
        return self.reviewed.origin if self.reviewed else ""

    @property
    def called(self) -> Texts | None:
        """What pages call it."""
        return self.reviewed.called if self.reviewed else None

    @property
    def written(self) -> Period:
        """When that was written; without one the same as `as_of`."""
        return self.reviewed.written if self.reviewed else self.as_of


class TermEntry(NamedEntry):
    """A concept, measure or stage."""

    label: Texts


def _own_unit(value: str) -> str:
    if value in (*BUILT_IN, *SCALES):
        raise ValueError(
            f"{value!r} is a unit that is built in; leave it out, or name it otherwise"
        )
    return value


def _needed(value: Any, info: ValidationInfo) -> Any:
    if value is None and any(map(has_singular, _languages(info))):
        raise PydanticKnownError("missing")
    return value


class Spoken(Text):
    """What something is called in each language, where it stands in the prose itself."""

    __pydantic_extra__: dict[str, Unmarked] = Field(init=False)


class UnitEntry(NamedEntry):
    """A counted thing."""

    id: Annotated[Id, AfterValidator(_own_unit)]
    label: Annotated[Mapping[str, str], texts_of(Spoken)]
    singular: Annotated[Unmarked | None, BeforeValidator(_needed)] = Field(
        default=None, validate_default=True
    )
    names: tuple[Wording, ...] = ()


class EntityEntry(NamedEntry):
    """Somebody or something that has figures."""

    label: Texts
    color: Color | None = None
    part_of: Id | None = None
    fiscal_year_ends: Annotated[Whole, Field(ge=1, le=12)] | None = None
    fiscal_year_named: Literal["first", "last"] | None = None

    @cached_property
    def fiscal(self) -> FiscalYear:
        """How it counts fiscal years."""
        ends = self.fiscal_year_ends or CALENDAR.ends
        return FiscalYear(ends, self.fiscal_year_named or CALENDAR.named)
