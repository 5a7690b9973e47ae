"""Reading ranks, such as 第三大 and “third-largest”."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Final

from macros.arithmetic.quantity import Quantity, printed_quantity, spread_quantity
from macros.language.grammar import Grammar, Said, Scanner
from macros.language.reading.bounds import single, take_before
from macros.language.registry import Language
from macros.problems import TieoutError

_PLAIN: Final = r"(?P<n>[1-9][0-9]{0,8})(?![0-9.,a-z])"
_HINT: Final = "print a rank such as 第三, third or No. 3"


def read_rank(scan: Scanner, language: Language, cued: set[Said]) -> Quantity:
    """Read a rank, or a range of ranks.

    Raises:
        TieoutError: The text is no rank.
    """
    bound = single(take_before(scan, language) | cued, scan.text)
    first = _take(scan)
    second = _take(scan) if first is not None and take_join(scan) else None
    if first is None or re.search(r"[0-9]", scan.rest):
        raise TieoutError(f"cannot read {scan.text!r} as a rank", _HINT)
    if second is not None and first <= second and bound == "exact":
        return spread_quantity(Fraction(first), Fraction(second), "rank", "range")
    if second is not None:
        raise TieoutError(f"cannot read {scan.text!r} as ranks from first to last", _HINT)
    return printed_quantity(str(first), Fraction(1), "rank", bound=bound, counted=True)


def take_join(scan: Scanner) -> bool:
    """Eat what stands between the two ends of a range."""
    return scan.eat(" ?[-~] ?", *scan.grammar.joins)


@cache
def _forms(own: Grammar) -> tuple[re.Pattern[str], ...]:
    names = "|".join(own.ordinals.pairs)
    return tuple(re.compile(form.replace("{ordinals}", names)) for form in (*own.ranks, _PLAIN))


def _take(scan: Scanner) -> int | None:
    for form in _forms(scan.grammar):
        if match := scan.take(form):
            return _number(Scanner(match["n"], scan.grammar))
    return None


def _number(scan: Scanner) -> int | None:
    """Return what a rank's number is: digits, an ordinal, or a number in words."""
    if scan.text.isascii() and scan.text.isdigit():
        return int(scan.text)
    if found := scan.pick(scan.grammar.ordinals):
        return found
    number = next((each for take in scan.grammar.numerals if (each := take(scan))), None)
    return int(number.amount) or None if number and not scan.rest else None
