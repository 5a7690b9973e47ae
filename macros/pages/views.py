"""A fact as it is shown in one language: card, ledger, tables, charts and search take it from here.

Each of its words is made when it is first asked for, and kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from macros.arithmetic.quantity import Interval, Quantity
from macros.arithmetic.units import worth_of
from macros.audit.resolving import Value
from macros.audit.verdict import Judgement
from macros.data.book import Fact
from macros.data.schema.origins import Origin
from macros.language.registry import NBSP
from macros.pages.addresses import anchor
from macros.pages.verdict_sentences import explain
from macros.pages.voice import VerdictMark, Voice


class MachineValue(NamedTuple):
    """A value for machines, in its named unit: 34 for 34 per cent.

    Attributes:
        value: The number; None for a date.
        low: The least that its print allows.
        high: The most that its print allows.
        date: The value if it is a date.
    """

    value: int | float | None = None
    low: int | float | None = None
    high: int | float | None = None
    date: str = ""

    @property
    def text(self) -> str:
        """The number or date as it stands in a table; nothing if there is none."""
        return self.date or ("" if self.value is None else f"{self.value:.12g}")


def amount(quantity: Quantity, interval: Interval) -> MachineValue:
    """Return a quantity in its named unit."""
    if quantity.literal:
        return MachineValue(date=quantity.literal)
    scale = worth_of(quantity.unit)
    ends = (quantity.value, interval.low, interval.high)
    value, low, high = (None if end is None else plain_number(end / scale) for end in ends)
    return MachineValue(value, low, high)


def plain_number(value: Fraction) -> int | float:
    """Return a number as short as it can be written, to twelve digits."""
    return int(value) if value.denominator == 1 else float(f"{float(value):.12g}")


@dataclass(frozen=True, eq=False)
class PrintView:
    """One figure of the article, with the verdict on it."""

    voice: Voice
    judged: Judgement

    @cached_property
    def text(self) -> str:
        """What the article prints, said in the language."""
        return self.voice.report(self.judged.fact, self.judged.report)

    @property
    def gloss(self) -> str:
        """The print said in the page's language, where its own is another."""
        report = self.judged.report
        # What is printed as we would say it needs no gloss.
        same = self.voice.is_own(report) or self.text.replace(NBSP, " ") == report.printed
        return "" if same else self.text

    @cached_property
    def plain(self) -> str:
        """The print itself, with its gloss."""
        printed = self.judged.report.printed
        if not printed or not self.gloss:
            return printed or self.text
        return self.voice.phrase("dated", name=printed, date=self.gloss)

    @cached_property
    def shown(self) -> Markup:
        """The same, marked with the language that it is printed in."""
        report = self.judged.report
        own = Markup('<span lang="{}">{}</span>').format(
            report.origin.language, report.printed or self.text
        )
        if not self.gloss:
            return own
        return Markup(self.voice.words.phrases["dated"]).format(name=own, date=self.gloss)  # noqa: S704

    @cached_property
    def at(self) -> str:
        """Where it stands, such as ¶7."""
        return self.voice.spots(self.judged.report.at)

    @property
    def verdict(self) -> VerdictMark:
        """The verdict's id, sign and word."""
        return self.voice.verdict(self.judged.verdict)

    @cached_property
    def sentence(self) -> str:
        """The reasons of the verdict."""
        return explain(self.voice, self.judged)

    @property
    def known(self) -> str:
        """Whether the better knowledge was there; nothing where that is not asked."""
        return self.voice.words.known[self.judged.known] if self.judged.known else ""


@dataclass(frozen=True, eq=False)
class FactView:
    """A fact in one language.

    Attributes:
        voice: How things are said.
        fact: What is shown.
    """

    voice: Voice
    fact: Fact

    @property
    def key(self) -> str:
        """Its id."""
        return self.fact.key

    @property
    def label(self) -> str:
        """What it is."""
        return self.voice.text(self.fact.label)

    @cached_property
    def dated(self) -> str:
        """What it is, with its period where others have the same label."""
        return self.voice.dated(self.fact)

    @cached_property
    def who(self) -> str:
        """Whose it is, and towards whom."""
        return self.voice.who(self.fact.identity)

    @cached_property
    def when(self) -> str:
        """Its period."""
        return self.voice.period(self.fact.identity)

    @cached_property
    def basis(self) -> str:
        """Its basis, measure and stage."""
        return self.voice.basis(self.fact.identity)

    @property
    def value(self) -> Value | None:
        """What it is taken to be; None where its formula cannot be computed."""
        return self.voice.audit.values[self.fact.key]

    @cached_property
    def text(self) -> str:
        """Its value in words; nothing if it has none."""
        return self.voice.value(self.fact) if self.value else ""

    @cached_property
    def amount(self) -> MachineValue:
        """Its value for machines."""
        value = self.value
        return amount(value.quantity, value.interval) if value else MachineValue()

    @property
    def sortable(self) -> str:
        """The same to sort by: of a date its ordinal."""
        value = self.value
        return str(value.quantity.value) if value and self.amount.date else self.amount.text

    @property
    def unit(self) -> str:
        """The unit of its amount."""
        return self.fact.unit.id

    @cached_property
    def formula(self) -> str:
        """How it is computed, with the inputs' values in place; nothing if it is not."""
        resolved = self.value.resolved if self.value else None
        return self.voice.formula(resolved) if resolved else ""

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The documents behind its value, each once."""
        found = self.value.origins if self.value else ()
        return tuple({origin.id: origin for origin in found}.values())

    @cached_property
    def publishers(self) -> tuple[str, ...]:
        """Who published them, each once."""
        return tuple(dict.fromkeys(self.voice.text(origin.publisher) for origin in self.origins))

    @cached_property
    def prints(self) -> tuple[PrintView, ...]:
        """The article's figures of it, in reading order."""
        return tuple(PrintView(self.voice, j) for j in self.voice.audit.judgements_of(self.key))

    @property
    def href(self) -> str:
        """The same, as a link from whatever page it will stand on."""
        return self.voice.link("ledger", anchor(self.key))

    @property
    def address(self) -> str:
        """Its entry in the ledger for good, from the language's root: a script finds its leaf."""
        return self.voice.address("ledger", anchor(self.key))
