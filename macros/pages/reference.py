"""The authors' reference, written from what declares keys, units, rules and macros."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Final

from macros.arithmetic.period import EXAMPLES, parse_period
from macros.arithmetic.quantity import (
    BOUNDS,
    Bound,
    Interval,
    Quantity,
    printed_quantity,
    spread_quantity,
)
from macros.arithmetic.units import BUILT_IN, OFTEN, SCALES, Units
from macros.data.schema.json_schema import entries_in, schema
from macros.data.schema.kinds import BASES, TIERS
from macros.language.reading.dates import date_quantity
from macros.language.tongue import known, words
from macros.language.writing import Language, bound_word, word
from macros.pages.macros.macro import Macro, MacroKind
from macros.pages.macros.registry import registry
from macros.pages.templates import render_text
from macros.problems import Rule

TOPICS: Final = {
    "settings": "what mkdocs.yml need not say",
    "fields": "what may stand in data/facts.yml",
    "units": "in what a fact may be measured",
    "bounds": "more than, about, up to: what they mean and how they are reckoned with",
    "periods": "years, quarters, fiscal years, spans",
    "bases": "how figures came about, and how close documents stand",
    "rules": "what the check tells",
    "macros": "what a page may call: numbers, claims, charts",
}
"""What `tieout help` tells, and `.github/AUTHORS.md` between the marks of the same names."""
_SETTINGS: Final = Path(__file__).parents[1] / "edge" / "settings.yml"
_GROUPS: Final[Mapping[str, tuple[MacroKind, ...]]] = {
    "In sentences": ("value", "count", "comparison", "opinion", "quotation", "date"),
    "Charts": ("chart",),
    "Bodies of pages": ("body",),
}


def told(topic: str) -> str:
    """Return what there is to know of a topic, as Markdown."""
    return (
        render_text(
            f"reference/{topic}.md",
            settings=_SETTINGS.read_text("utf-8"),
            schema=schema(),
            entries_in=entries_in,
            languages=known(),
            words=words,
            scales=SCALES,
            units=(*BUILT_IN, *OFTEN),
            amount=amount,
            bounds=BOUNDS,
            bound_word=bound_word,
            figure=figure,
            interval=interval,
            periods=EXAMPLES,
            period=parse_period,
            bases=BASES,
            tiers=TIERS,
            rules=Rule,
            groups=_GROUPS,
            macros=registry(),
        ).rstrip("\n")
        + "\n"
    )


def amount(unit: str, language: Language) -> str:
    """Return how an amount of a unit is written in a language."""
    read = Units().read(unit)
    quantity = date_quantity("2025-03") if unit == "date" else Quantity(3 * read.worth, read.id)
    return word(quantity, language, unit=read, words={})


def figure(bound: Bound) -> Quantity:
    """Return a figure of 40, or of 20 to 100, with a bound."""
    if bound in ("vague", "range"):
        return spread_quantity(Fraction(20), Fraction(100), "kg", bound)
    return printed_quantity("40", Fraction(1), "kg", bound=bound)


def interval(span: Interval) -> str:
    """Return an interval as mathematicians write it, with dots for an end that there is not."""
    low, high = ("…" if end is None else f"{float(end):g}" for end in (span.low, span.high))
    opened = "[" if span.low is not None and span.low_closed else "("
    closed = "]" if span.high is not None and span.high_closed else ")"
    return f"{opened}{low}, {high}{closed}"


def snippets() -> str:
    """Return the macros as snippets, by which editors complete calls: JSON as VS Code reads it."""
    made = {
        name: {
            "scope": "markdown",
            "prefix": name,
            "description": macro.about,
            "body": f"{{{{ {name}({', '.join(_holes(macro))}) }}}}$0",
        }
        for name, macro in registry().items()
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _holes(macro: Macro) -> Iterator[str]:
    """Yield a place to fill in for each argument that is needed, the first without its name."""
    needed = [param for param in macro.params.values() if param.is_needed]
    for number, param in enumerate(needed, 1):
        hole = f"${{{number}:{param.name}}}"
        if param.plain == (str,):
            hole = f'"{hole}"'
        elif not param.plain:
            hole = f"[{hole}]" if param.is_list else f"{{{hole}}}"
        yield hole if number == 1 else f"{param.name}={hole}"
