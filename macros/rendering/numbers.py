"""A number as it stands in a page until the page is finished: an element that says what it is."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from macros.model import Fact
from macros.quantity import Quantity
from macros.rendering.voice import Voice


def element(text: str, value: str, given: Mapping[str, str]) -> Markup:
    """Return a number's element.

    Args:
        text: What a reader reads.
        value: The same for machines.
        given: What the number is, by attribute: `kind`, `fact`, `at` and others.
    """
    attributes = Markup("").join(Markup(' data-{}="{}"').format(k, v) for k, v in given.items())
    return Markup('<data class="t-n" value="{}"{}>{}</data>').format(value, attributes, text)


def element_of(voice: Voice, fact: Fact, text: str) -> Markup:
    """Return the element of a fact's best value, said as `text`."""
    value = plain_value(voice.audit.value(fact.key).quantity)
    return element(text, value, {"fact": fact.key, "kind": "fact"})


def plain_value(quantity: Quantity) -> str:
    """Return a value for machines, in its base unit."""
    return quantity.literal or f"{float(quantity.value):.12g}"
