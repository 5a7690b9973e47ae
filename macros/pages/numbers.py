"""A number as it stands in a page until the page is finished: an element that says what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from macros.arithmetic.quantity import Quantity
from macros.data.book import Fact, Report
from macros.pages.voice import Voice

MARK: Final = Markup('<data class="t-n" ')
"""What the element of a number begins with."""


def element(text: str, value: str, given: Mapping[str, str]) -> Markup:
    """Return a number's element.

    Args:
        text: What a reader reads.
        value: The same for machines.
        given: What the number is, by attribute: `kind`, `fact`, `at` and others.
    """
    attributes = Markup("").join(Markup(' data-{}="{}"').format(k, v) for k, v in given.items())
    return Markup('{}value="{}"{}>{}</data>').format(MARK, value, attributes, text)


def element_of(voice: Voice, fact: Fact, text: str) -> Markup:
    """Return the element of a fact's best value, said as `text`.

    Where no origin was found that value is the article's own figure, and the element says so.
    """
    value = voice.audit.value(fact.key)
    if not value.found:
        return printed_element(voice, fact, voice.audit.sources.prints(fact)[0], text)
    return element(text, plain_value(value.quantity), {"fact": fact.key, "kind": "fact"})


def printed_element(voice: Voice, fact: Fact, report: Report, text: str) -> Markup:
    """Return the element of what the article printed, with the verdict on it."""
    judged = next(j for j in voice.audit.judgements_of(fact.key) if j.report is report)
    given = {"fact": fact.key, "kind": "printed", "at": report.at[0], "verdict": judged.verdict}
    return element(text, plain_value(report.quantity), given)


def plain_value(quantity: Quantity) -> str:
    """Return a value for machines, in its base unit."""
    return quantity.literal or f"{float(quantity.value):.12g}"
