"""The signs and words by which a print names its unit, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from babel.numbers import get_currency_name, get_currency_symbol

from macros.arithmetic.units import is_currency
from macros.language.reading.scanner import uniform, words

ONE: Final = Fraction(1)
HUNDREDTH: Final = Fraction(1, 100)
_TIMES: Final = dict.fromkeys(("倍", "times", "-fold", "fold", "x", "×"), ONE)
_SIGNS: Final[Mapping[str, Mapping[str, Fraction]]] = {
    "percent": {
        **dict.fromkeys(("%", "percent", "per cent", "pct"), HUNDREDTH),
        "成": Fraction(1, 10),
        **_TIMES,
    },
    "times": _TIMES,
    "percentage_point": dict.fromkeys(
        (
            *("个百分点", "百分点", "percentage points?", "percentage-points?", "points?"),
            *("pps?", "ppts?", "pts?", r"p\.p\."),
        ),
        ONE,
    ),
    "year": dict.fromkeys(("年", "years?", "-years?", "yrs?"), ONE) | {"decades?": Fraction(10)},
    "month": dict.fromkeys(("个?月", "months?", "-months?"), ONE),
    "week": dict.fromkeys(("周", "个?星期", "weeks?", "-weeks?"), ONE),
    "day": dict.fromkeys(("天", "日", "days?", "-days?"), ONE),
    "hour": dict.fromkeys(("个?小时", "hours?", "-hours?", "hrs?"), ONE),
    "W": {
        **{sign: Fraction(10**9) for sign in ("gw", "gigawatts?", "吉瓦")},
        **{sign: Fraction(10**6) for sign in ("mw", "megawatts?", "兆瓦")},
        **{sign: Fraction(10**3) for sign in ("kw", "kilowatts?", "千瓦")},
        **dict.fromkeys(("w", "watts?", "瓦"), ONE),
    },
    "flops": {
        **{sign: Fraction(10**18) for sign in ("eflops", "exaflops")},
        **{sign: Fraction(10**15) for sign in ("pflops", "petaflops")},
        **{sign: Fraction(10**12) for sign in ("tflops", "teraflops")},
        **{sign: Fraction(10**9) for sign in ("gflops", "gigaflops")},
        "flops": ONE,
    },
}
_PREFIXES: Final[Mapping[str, Mapping[str, Fraction]]] = {"percent": {"百分之": HUNDREDTH}}
_EXAMPLES: Final = {
    "percent": "34%",
    "times": "2.4 times or 2.4倍",
    "percentage_point": "16 points or 16个百分点",
    "year": "5 years or 5年",
    "W": "1.3 GW",
    "flops": "667 TFLOPS",
    "rank": "third or 第三",
}
FOREIGN: Final = re.compile(
    r"[%$€£¥×]|百分|percent|美元|美金|欧元|人民币|倍"
    r"|(?<![a-z])(?:usd|eur|dollars?|euros?|times|[kmg]w|gigawatts?|megawatts?|t?flops)(?![a-z])"
    r"|^(?:年|个?月|个?小时|个?星期|周|天|(?:years?|months?|weeks?|days?|hours?)(?![a-z]))"
)


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one unit, in front of the number and behind it."""

    before: tuple[tuple[re.Pattern[str], Fraction], ...]
    after: tuple[tuple[re.Pattern[str], Fraction], ...]
    example: str


@cache
def signs_of(unit: str) -> Signs:
    """Return how a print may name the unit (a base unit's id or a currency's code)."""
    if is_currency(unit):
        table = {re.escape(sign): ONE for sign in _currency(unit)}
        symbol = get_currency_symbol(unit, locale="en")
        return Signs(_compiled(table), _compiled(table), f"{symbol}13 billion or 130亿")
    after = _compiled(_SIGNS.get(unit, {}))
    before = _compiled(_PREFIXES.get(unit, {}))
    return Signs(before, after, _EXAMPLES.get(unit, "53,000 or 5.3万"))


def _currency(code: str) -> set[str]:
    found = {code}
    for locale in ("en", "zh_Hans"):
        found.add(get_currency_symbol(code, locale=locale))
        found |= {get_currency_name(code, count, locale=locale) for count in (None, 1, 2)}
    if code == "USD":
        found |= {"dollar", "dollars", "U.S. dollars", "U.S. dollar", "美金"}
    if code == "CNY":
        found |= {"元", "元人民币", "RMB", "yuan"}
    return {uniform(sign) for sign in found}


def _compiled(table: Mapping[str, Fraction]) -> tuple[tuple[re.Pattern[str], Fraction], ...]:
    ordered = sorted(table.items(), key=lambda item: -len(item[0]))
    return tuple((words(sign), worth) for sign, worth in ordered)
