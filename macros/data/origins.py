"""What the data file declares for facts to speak of: documents, and who or what has figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.arithmetic.period import Period
from macros.data.schema.declarations import Tier
from macros.problems import Location


@dataclass(frozen=True, slots=True)
class Origin:
    """A document that reports come from."""

    id: str
    publisher: Mapping[str, str]
    title: str
    url: str
    published: Period
    tier: Tier
    also: str = ""
    archive: str = ""
    accessed: Period | None = None
    restates: tuple[str, ...] = ()
    language: str = ""
    where: Mapping[str, Location] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, product or group that facts speak of."""

    id: str
    label: Mapping[str, str]
    color: tuple[str, str] | None = None
    part_of: str = ""
    fiscal_year_ends: int = 12
