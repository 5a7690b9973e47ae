"""What the data file declares for facts to speak of: documents, and who or what has figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.arithmetic.period import CALENDAR, FiscalYear


@dataclass(frozen=True, slots=True)
class Basis:
    """How figures came about.

    Attributes:
        id: Its name.
        tells: ``past``, ``promise`` or ``ahead``; empty for anything else.
        label: Its name in words; None if it is built in, so that each language has its own.
    """

    id: str
    tells: str = ""
    label: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    """How close documents stand to what they tell of.

    Attributes:
        id: Its name.
        refutes: Whether such a document may refute by itself.
        label: What such documents are called; None if it is built in.
        about: What they are.
    """

    id: str
    refutes: bool = True
    label: Mapping[str, str] | None = None
    about: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, product or group that facts speak of."""

    id: str
    label: Mapping[str, str]
    color: tuple[str, str] | None = None
    part_of: str = ""
    fiscal: FiscalYear = CALENDAR
