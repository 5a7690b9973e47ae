"""What the data file declares before any fact: the site, terms, units, entities and origins."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag

from macros.arithmetic.units import BUILT_IN, SCALES
from macros.data.schema.fields import (
    Date,
    Day,
    Entry,
    Id,
    Name,
    Unmarked,
    Url,
    Whole,
    Words,
    plain,
    words,
)

PARAGRAPH = r"^¶[1-9][0-9]{0,3}$"
Tier = Literal["filing", "company", "press", "reprint"]
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


class Both(Entry):
    """A text in both languages."""

    en: Words
    zh: Words

    @property
    def texts(self) -> dict[str, str]:
        """The text by language."""
        return {code: getattr(self, code) for code in Both.model_fields}


class Color(Entry):
    """An entity's colour in both schemes."""

    light: Annotated[str, BeforeValidator(words), Field(pattern=r"^#[0-9a-f]{6}$")]
    dark: Annotated[str, BeforeValidator(words), Field(pattern=r"^#[0-9a-f]{6}$")]


class ArticleEntry(Entry):
    """The text whose figures are tied out."""

    origin: Id
    written: Day
    reprinted: Day | None = None


class ChapterEntry(Entry):
    """Which paragraphs of the article a page takes up."""

    page: Annotated[Name, Field(pattern=r"^[a-z0-9][a-z0-9_/-]*$")]
    first: Annotated[str, BeforeValidator(plain), Field(alias="from", pattern=PARAGRAPH)]
    last: Annotated[str, BeforeValidator(plain), Field(alias="to", pattern=PARAGRAPH)]
    label: Both


class SiteEntry(Entry):
    """The explainer as a whole."""

    as_of: Day
    title: Both
    article: ArticleEntry | None = Field(
        default=None,
        description="The text whose figures are checked. Without one there are no verdicts, and "
        "nothing speaks of an article.",
    )
    chapters: tuple[ChapterEntry, ...] = ()


class TermEntry(Entry):
    """A concept, measure or stage."""

    id: Id
    label: Both


def _own_unit(value: str) -> str:
    if value in (*BUILT_IN, *SCALES):
        raise ValueError(
            f"{value!r} is a unit that is built in; leave it out, or name it otherwise"
        )
    return value


class Spoken(Entry):
    """What something is called, in both languages, where it stands in the prose itself."""

    en: Unmarked
    zh: Unmarked

    @property
    def texts(self) -> dict[str, str]:
        """The name by language."""
        return {code: getattr(self, code) for code in Spoken.model_fields}


class UnitEntry(Entry):
    """A counted thing; `names` are what else a print may call it."""

    id: Annotated[Id, AfterValidator(_own_unit)]
    label: Spoken
    singular: Unmarked
    names: tuple[Words, ...] = ()


class EntityEntry(Entry):
    """A company, product or group that facts speak of."""

    id: Id
    label: Both
    color: Color | None = None
    part_of: Id | None = None
    fiscal_year_ends: Annotated[Whole, Field(ge=1, le=12)] | None = None


def _spelling(value: Any) -> str:
    return "names" if isinstance(value, dict) else "name"


# Written once where both languages call the publisher by the same name.
Publisher = Annotated[
    Annotated[Unmarked, Tag("name")] | Annotated[Spoken, Tag("names")], Discriminator(_spelling)
]


class OriginEntry(Entry):
    """A document that reports come from."""

    id: Id
    publisher: Publisher
    title: Words
    url: Url
    also: Url | None = None
    archive: Url | None = None
    published: Date
    accessed: Date | None = None
    tier: Tier
    restates: tuple[Id, ...] = Field(
        default=(),
        description="Earlier documents whose figures this one restates, such as the former edition "
        "of a yearly table. Series and formulas do not chain the two unless a `break` says so.",
    )
