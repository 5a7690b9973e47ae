"""Drafts entries of facts from a table: figures, periods and units read as prints are."""

from __future__ import annotations

import json
import re
from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import chain, count
from math import log
from typing import Final

from macros.arithmetic.measures import TERMS
from macros.arithmetic.quantity import Quantity
from macros.arithmetic.units import SCALES, Unit, Units
from macros.data.table import Member, TableColumn, columns
from macros.language.reading import read_printed
from macros.language.tongue import language_of
from macros.problems import TieoutError

BLANK: Final = "…"
"""What stands where an author has to say something."""
TRIED: Final = (
    *("times", "percent", "percentage_point", "USD", "EUR", "GBP", "CNY", "JPY", "INR", "person"),
    *("km", "km^2", "km^3", "m", "m^2", "m^3", "tonne", "kg", "litre"),
    *("TWh", "GWh", "kWh", "GW", "MW", "W", "°C", "ppm", *TERMS),
)
"""The built-in units that a figure is tried with, beside those that are declared."""
_UNIT: Final = re.compile(
    r"^(.*?)\s*(?:[(（\[](?:in )?([^()（）\[\]]+)[)）\]]|, (?:in )?([^,]+))\s*$"
)
_BARE: Final = re.compile(r"[\d\s.,'’+−–-]+")
_EMPTY: Final = frozenset(("", "-", "–", "—", "n/a", "na", "..", "…", "x"))


@dataclass(frozen=True, slots=True)
class Measured:
    """A unit as the data names it.

    Attributes:
        name: The name, such as ``million m^3``.
        sign: What follows a figure where its scale has no name of its own, such as 万吨.
    """

    name: str
    sign: str = ""


def _parted(title: str) -> tuple[str, str]:
    """Part a title into what it names and the unit that it gives."""
    match = _UNIT.match(title)
    return (match[1], match[2] or match[3]) if match else (title, "")


def unit_of(phrase: str, units: Units) -> Measured | None:
    """Return the unit that a phrase such as “million m³”, 亿千瓦时 or “%” names; None if none."""
    try:
        return Measured(units.read(phrase).name and phrase)
    except TieoutError:
        pass
    names, (sign, _, rest) = (*units.named, *TRIED), phrase.partition(" ")
    # How one of it may be written; the first that is read holds.
    forms = (f"1 {phrase}", f"1{phrase}", f"{phrase}1", f"{sign}1 {rest}")
    found = ChainMap(*(worths(one, names, units) for one in forms))
    worth = {name: found[name] for name in names if name in found}
    for name, by in worth.items():
        scale = next((word for word, size in SCALES.items() if by == size), "")
        # A scale that has a name belongs to the unit; else the sign stays with each figure.
        if by == 1 or scale:
            return Measured(f"{scale} {name}".strip())
    near = min(worth, key=lambda name: abs(log(worth[name])), default="")
    return Measured(near, phrase) if near else None


@dataclass
class Draft:
    """Drafts the entries of a table.

    Attributes:
        units: The units of the data file.
        codes: The languages of the explainer.
        origin: The document that the table is of.
        entity: Whose figures they are, where the table does not say.
    """

    units: Units
    codes: Sequence[str]
    origin: str = BLANK
    entity: str = BLANK
    _left_out: list[str] = field(default_factory=list)
    _named: dict[str, str] = field(default_factory=dict)

    def lines(self, text: str) -> Iterator[str]:
        """Yield the lines of entries for the figures of a table.

        Args:
            text: The table as CSV; its first line says what stands in the columns.

        Raises:
            TieoutError: It is no table.
        """
        told = [each for each in columns(text) if any(_figures(each))]
        entries = [line for column in told for line in self._entry(column)]
        for section, labels in (
            ("terms", [_parted(column.title)[0] for column in told]),
            ("entities", [column.owner for column in told if column.owner]),
        ):
            named = dict.fromkeys(labels)
            yield from [f"{section}:"] if named else []
            yield from (f"- {{id: {self._id(each)}, label: {self._text(each)}}}" for each in named)
        yield from ("facts:", *entries, *self._left_out)

    def _entry(self, column: TableColumn) -> Iterator[str]:
        label, phrase = _parted(column.title)
        figures = list(_figures(column))
        measured = unit_of(phrase, self.units) if phrase else _of_cells(figures, self.units)
        series, whole = any(when for when, _ in figures), f"{column.owner}: {label}"
        name, entity = self._id(label), self.entity
        if column.owner:
            name, entity, label = self._id(whole), self._id(column.owner), whole
        unit = measured.name if measured else BLANK
        concept = self._id(_parted(column.title)[0])
        yield f"- {'series' if series else 'id'}: {name}"
        yield f"  label: {self._text(label)}"
        yield f"  is: {{concept: {concept}, entity: {entity}, unit: {unit}, basis: {BLANK}}}"
        yield "  rows:" if series else "  reports:"
        for when, printed in figures:
            period = f"period: {when}, " if when else ""
            try:
                entered = figure(printed, measured, self.units)
            except TieoutError as error:
                said = f"{printed!r} is left out: {error.message}"
                self._left_out.append(f"# {name}: {said}")
                continue
            yield f"  - {{{period}origin: {self.origin}, {entered}}}"

    def _id(self, label: str) -> str:
        """Return the id of a label, made of its Latin letters and digits."""
        if label not in self._named:
            stem = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")[:60]
            stem = stem if re.match("[a-z]", stem) else f"row_{stem}".rstrip("_")
            taken = {*self._named.values()}
            numbered = (f"{stem}_{n}" for n in count(2))
            self._named[label] = next(n for n in chain([stem], numbered) if n not in taken)
        return self._named[label]

    def _text(self, label: str) -> str:
        """Return a label in its own language, and room for the others."""
        own = language_of(label)
        own = own if own in self.codes else self.codes[0]
        if len(self.codes) == 1:
            return quoted(label)
        each = (f"{code}: {quoted(label if code == own else BLANK)}" for code in self.codes)
        return f"{{{', '.join(each)}}}"


def _figures(column: TableColumn) -> Iterator[Member]:
    """Yield what stands in the cells that are not empty."""
    return (each for each in column.members if each[1].casefold() not in _EMPTY)


def _of_cells(figures: list[Member], units: Units) -> Measured | None:
    """Return the unit that figures carry themselves, as in “46,000 visits”."""
    signed = [printed for _, printed in figures if not _BARE.fullmatch(printed)]
    worth = [worths(text, (*units.named, *TRIED), units) for text in signed]
    fitting = (name for name in worth[0] if all(name in each for each in worth)) if worth else ()
    return next(map(Measured, fitting), None)


def worths(phrase: str, names: Iterable[str], units: Units) -> dict[str, Fraction]:
    """Return what a phrase is worth in each unit that it may be of; of a range, its lower end."""
    found: dict[str, Fraction] = {}
    for name in dict.fromkeys(names):
        unit = units.read(name)
        with suppress(TieoutError):
            read = read_printed(phrase, unit, units)
            found[name] = (read.value if read.low is None else read.low) / unit.scale
    return found


def figure(text: str, measured: Measured | None, units: Units) -> str:
    """Return a figure as a report has it, entered twice; digits alone are worth what they say."""
    if measured is None and not _BARE.fullmatch(text):
        return f"printed: {quoted(text)}, value: {BLANK}"
    measured = measured or Measured("times")
    printed, unit = text + measured.sign, units.read(measured.name)
    read = read_printed(printed, unit, units)
    bound = "" if read.bound == "exact" else f", bound: {read.bound}"
    return f"printed: {quoted(printed)}, value: {_value(read, unit)}{bound}"


def _value(read: Quantity, unit: Unit) -> str:
    if read.bound in ("range", "vague") and read.low is not None and read.high is not None:
        return f"[{_decimal(read.low / unit.scale)}, {_decimal(read.high / unit.scale)}]"
    return read.literal or _decimal(read.value / unit.scale)


def _decimal(value: Fraction) -> str:
    """Return a number in digits, to the last one if it has a last one."""
    exact = next((n for n in range(13) if (value * 10**n).denominator == 1), None)
    if exact is None:
        return f"{float(value):.12g}"
    return f"{Decimal(int(value * 10**exact)).scaleb(-exact):f}"


def quoted(text: str) -> str:
    """Return a text as YAML quotes it."""
    return json.dumps(text, ensure_ascii=False)
