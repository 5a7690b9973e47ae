"""Reading ranks, such as 第三大 and “third-largest”."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Quantity, printed_quantity, spread_quantity
from macros.language.english.number_words import ONES, ORDINALS
from macros.language.reading.bounds import Said, single, take_before
from macros.language.reading.scanner import Scanner
from macros.language.reading.spelled import whole_han
from macros.problems import TieoutError

_FORMS: Final = (
    re.compile(r"第?(?P<n>[1-9][0-9]{0,8}|[一二两三四五六七八九十百千]+)(?![0-9.,])[大名位]?"),
    re.compile(r"(?:no\.?|number|#) ?(?P<n>[1-9][0-9]{0,8}|[a-z]+)(?![0-9.,a-z])"),
    re.compile(r"(?P<n>[1-9][0-9]{0,8})(?:st|nd|rd|th)(?![a-z])(?:[- ](?:largest|biggest))?"),
    re.compile(rf"(?P<n>{'|'.join(ORDINALS)})(?![a-z])(?:[- ](?:largest|biggest))?"),
)
_MIDDLE: Final = re.compile(r"(?: ?[-~至到] ?| (?:to|and) )")
_HINT: Final = "print a rank such as 第三, third or No. 3"


def read_rank(plain: str, cued: set[Said]) -> Quantity:
    """Read a rank, or a range of ranks.

    Raises:
        TieoutError: The text is no rank.
    """
    scan = Scanner(plain)
    bound = single(take_before(scan) | cued, plain)
    first = _take(scan)
    second = _take(scan) if first is not None and scan.take(_MIDDLE) else None
    if first is None or re.search(r"[0-9]", scan.rest):
        raise TieoutError(f"cannot read {plain!r} as a rank", _HINT)
    if second is not None and first <= second and bound == "exact":
        return spread_quantity(Fraction(first), Fraction(second), "rank", "range")
    if second is not None:
        raise TieoutError(f"cannot read {plain!r} as ranks from first to last", _HINT)
    return printed_quantity(str(first), Fraction(1), "rank", bound=bound, counted=True)


def _take(scan: Scanner) -> int | None:
    # Other forms first where a digit is followed by “rd”: the first form would eat the digit.
    for form in (_FORMS[2], _FORMS[0], _FORMS[1], _FORMS[3]):
        if match := scan.take(form):
            return _number(match["n"])
    return None


def _number(text: str) -> int | None:
    for spelled in (ORDINALS, ONES):
        if text in spelled:
            return spelled.index(text) + 1
    if text.isascii():
        return int(text) if text.isdigit() else None
    return whole_han(text) or None
