"""The authors' reference of what stands in the data file: keys, units, bounds and periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from macros.arithmetic.period import EXAMPLES, parse_period
from macros.arithmetic.quantity import (
    BOUNDS,
    Interval,
    Quantity,
    printed_quantity,
    spread_quantity,
)
from macros.arithmetic.units import BUILT_IN, OFTEN, SCALES, Units
from macros.data.schema.about import schema
from macros.data.schema.kinds import BASES, TIERS
from macros.language.reading.dates import date_quantity
from macros.language.tongue import known, words
from macros.language.writing import bound_word, word

Schema = Mapping[str, Any]


def fields() -> str:
    """Return every key of the data file and what it holds, section by section, as Markdown."""
    whole, told = schema(), set[str]()
    lines: list[str] = []
    for section, held in whole["properties"].items():
        needed = " It has to be there." if section in whole["required"] else ""
        lines += [f"### {section}", "", held["description"] + needed, ""]
        for name in _models(held):
            lines += [whole["$defs"][name]["description"], "", *_keys(whole, name, told), ""]
    return "\n".join(lines).rstrip() + "\n"


def _keys(whole: Schema, name: str, told: set[str], depth: int = 0) -> Iterator[str]:
    """Yield the keys of an entry, and below each, once, those of what stands in it."""
    model = whole["$defs"][name]
    told.add(name)
    for key, held in model.get("properties", {}).items():
        if key not in known():
            more = "" if key in model.get("required", ()) else " (may be left out)"
            yield f"{'  ' * depth}* `{key}`{more}: {held['description']}"
            for inner in _models(held):
                if inner not in told:
                    yield from _keys(whole, inner, told, depth + 1)


def _models(held: Any) -> Iterator[str]:
    """Yield the names of the entries that may stand somewhere."""
    if isinstance(held, Mapping):
        for key, value in held.items():
            if key == "$ref":
                yield str(value).rpartition("/")[2]
            elif key != "discriminator":
                yield from _models(value)
    elif isinstance(held, list):
        for each in held:
            yield from _models(each)


def units() -> str:
    """Return the units that need no entry, and the words for scales, as Markdown."""
    scales = ", ".join(f"`{scale}`" for scale in SCALES)
    rows = [[f"`{name}`", *_said(name)] for name in (*BUILT_IN, *OFTEN)]
    told = (
        f"A scale may stand in front: {scales}, as in `million km^2`. Units are joined by `*`, `/` "
        "and `^`, as in `EUR/MWh`. Every code of a currency is a unit, and whatever is measured; "
        "what is counted is declared under `units:`.\n"
    )
    return "\n".join([told, *_table(["unit", *known()], rows)])


def _said(unit: str) -> Iterator[str]:
    """Yield how an amount of a unit is written in each language."""
    read = Units().read(unit)
    quantity = date_quantity("2025-03") if unit == "date" else Quantity(3 * read.worth, read.id)
    for language in known():
        yield word(quantity, language, unit=read, words={})


def bounds() -> str:
    """Return every bound, the words for it, and what it makes of a figure, as Markdown."""
    told = (
        "Where the true value lies by a figure of 40, or of 20 to 100: as it is compared, and as "
        "formulas reckon with it.\n"
    )
    rows = []
    for bound in BOUNDS:
        spread = bound in ("vague", "range")
        plain = printed_quantity("40", Fraction(1), "kg", bound=bound)
        read = spread_quantity(Fraction(20), Fraction(100), "kg", bound) if spread else plain
        said = (bound_word(bound, code) or "–" for code in known())
        rows.append([f"`{bound}`", *said, _range(read.as_checked()), _range(read.as_input())])
    return "\n".join([told, *_table(["bound", *known(), "compared", "reckoned"], rows)])


def _range(interval: Interval) -> str:
    low, high = ("…" if end is None else f"{float(end):g}" for end in (interval.low, interval.high))
    opened = "[" if interval.low is not None and interval.low_closed else "("
    closed = "]" if interval.high is not None and interval.high_closed else ")"
    return f"{opened}{low}, {high}{closed}"


def periods() -> str:
    """Return how each kind of period is written, and the days from its first to its last."""
    rows = []
    for kind, text in EXAMPLES.items():
        first, last = parse_period(text).days()
        rows.append([kind.replace("_", " "), f"`{text}`", f"{first} to {last}"])
    told = (
        "A fiscal year ends with the month that its entity’s `fiscal_year_ends` says; below, with "
        "December. Its name is the year in which it ends, unless `fiscal_year_named: first` says "
        "otherwise. Years go from 1000 to 2999.\n"
    )
    return "\n".join([told, *_table(["kind", "written", "days"], rows)])


def bases() -> str:
    """Return the bases and tiers that are built in, with their names, as Markdown."""
    told = (
        "Others are declared under `bases:` and `tiers:`, with a label; an entry of the same id "
        "takes the place of one of these.\n"
    )
    names = [words(code) for code in known()]
    rows = ([f"`{b}`", *(n.bases[b] for n in names), tells or "–"] for b, tells in BASES.items())
    tiers = (
        [f"`{t}`", *(n.tiers[t] for n in names), "yes" if refutes else "no"]
        for t, refutes in TIERS.items()
    )
    return "\n".join(
        [
            told,
            *_table(["basis", *known(), "tells"], rows),
            *_table(["tier", *known(), "refutes"], tiers),
        ]
    )


def _table(head: list[str], rows: Iterable[list[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return [*(f"| {' | '.join(line)} |" for line in lines), ""]
