"""The documents that reports come from, as the data file declares them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag, ValidationInfo, WithJsonSchema

from macros.data.schema.declarations import Spoken, texts_of
from macros.data.schema.fields import Date, Id, NamedEntry, Unmarked, Url, Wording
from macros.data.schema.kinds import TierName
from macros.language.tongue import known, language_of


def _language(value: Any, info: ValidationInfo) -> Any:
    """Accept a language that there is; without one a document speaks that of its title."""
    if value is None:
        return language_of(info.data.get("title", ""))
    if value not in known():
        raise ValueError(f"there is no language {str(value)!r}; write {', '.join(known())}")
    return str(value)


OriginLanguage = Annotated[str, BeforeValidator(_language), WithJsonSchema({"enum": [*known()]})]


def _publisher(name: str | Spoken) -> Mapping[str, str]:
    """Return a name by language; it is written once where all of them call it the same."""
    return dict.fromkeys(known(), name) if isinstance(name, str) else name.texts


_Spelled = Annotated[
    Annotated[Unmarked, Tag("name")] | Annotated[Spoken, Tag("names")],
    Discriminator(lambda value: "names" if isinstance(value, dict) else "name"),
]
Publisher = Annotated[Mapping[str, str], texts_of(_Spelled, _publisher)]


class Origin(NamedEntry):
    """A document that reports come from."""

    publisher: Publisher
    title: Wording
    url: Url
    also: Url | None = None
    archive: Url | None = None
    published: Date
    accessed: Date | None = None
    tier: TierName
    language: OriginLanguage = Field(default=None, validate_default=True)
    restates: tuple[Id, ...] = ()
