"""A number as readers are shown it, and the element that it is until its page is finished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from macros.arithmetic.quantity import Quantity
from macros.data.book import Fact, Report
from macros.pages.voice import Voice

MARK: Final = Markup('<data class="t-n" ')
"""What the element of a number begins with."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as a reader is shown it.

    Attributes:
        kind: `fact`, `printed` or `count`.
        key: The fact, or what is counted.
        text: What a reader reads.
        value: The same for machines.
        at: Where the article prints it.
        verdict: The verdict on that print.
    """

    kind: str
    key: str
    text: str
    value: str
    at: str = ""
    verdict: str = ""

    @property
    def name(self) -> tuple[str, str, str]:
        """What it is of, whatever the language."""
        return self.kind, self.key, self.at

    @property
    def html(self) -> Markup:
        """Its element."""
        # The name of the attribute says what the key names.
        of = "count" if self.kind == "count" else "fact"
        of_it = {of: self.key, "kind": self.kind, "at": self.at, "verdict": self.verdict}
        value, text = escape(self.value), escape(self.text)
        return Markup(f'{MARK}value="{value}"{given(of_it)}>{text}</data>')  # noqa: S704 - escaped

    @property
    def what(self) -> str:
        """Its name and value, for messages."""
        at = f" {self.at}" if self.at else ""
        return f"{self.kind} {self.key!r}{at} = {self.value}"


def given(told: Mapping[str, object]) -> Markup:
    """Return what is told of an element as its attributes, but for what is not known or empty."""
    # As `Markup` formats it, which takes ten times as long: nothing is written as often.
    known = [f' data-{k}="{escape(v)}"' for k, v in told.items() if v or v == 0]
    return Markup("".join(known))  # noqa: S704


def shown_by(given: Mapping[str, str], text: str = "") -> Shown:
    """Return the number that an element with some attributes shows."""
    key = given.get("data-fact", given.get("data-count", ""))
    kind, at, verdict = (given.get(f"data-{name}", "") for name in ("kind", "at", "verdict"))
    return Shown(kind, key, " ".join(text.split()), given.get("value", ""), at, verdict)


def best(voice: Voice, fact: Fact, text: str) -> Shown:
    """Return a fact's best value, said as `text`.

    Where no origin was found that value is the article's own figure, and is shown as such.
    """
    value = voice.audit.value(fact.key)
    if not value.found:
        return printed(voice, fact, voice.audit.sources.prints(fact)[0], text)
    return Shown("fact", fact.key, text, plain_value(value.quantity))


def printed(voice: Voice, fact: Fact, report: Report, text: str) -> Shown:
    """Return what the article printed, said as `text`, with the verdict on it."""
    value, judged = plain_value(report.quantity), voice.audit.judgement_of(fact.key, report)
    return Shown("printed", fact.key, text, value, report.at[0], judged.verdict)


def plain_value(quantity: Quantity) -> str:
    """Return a value for machines, in its base unit."""
    return quantity.literal or f"{float(quantity.value):.12g}"
