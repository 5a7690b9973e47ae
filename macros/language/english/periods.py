"""How English names a quarter, a month or a fiscal year, and says that something rose or fell."""

from __future__ import annotations

import calendar
import re
from typing import Final

from macros.language.english.number_words import ORDINALS
from macros.language.periods import YEAR, Times

_MONTHS: Final = "|".join(calendar.month_name[1:])
_NUMBERS: Final = {name.lower(): n for n, name in enumerate(calendar.month_name) if n} | {
    name: n for n, name in enumerate(ORDINALS[:4], 1)
}
_RISE: Final = (
    r"(?P<rise>rose|rises|rise|rising|grew|grows|growing|climb\w*|increas\w+|jumped|went up|raised)"
)
_FALL: Final = (
    r"(?P<fall>fell|falls|fall|falling|dropp?\w*|declin\w+|decreas\w+|went down|shrank|cut)"
)
_LEAD: Final = r"(?P<lead>leads?|led|ahead|outpaced?)"
TIMES: Final = Times(
    named=re.compile(
        rf"\b(?P<month>{_MONTHS}) (?:\d{{1,2}}, )?(?P<year>{YEAR})(?!\d)"
        r"|\b(?:(?P<quarter>first|second|third|fourth) quarter (?:of )?|Q(?P<q>[1-4]) "
        r"|(?P<half>first|second) half (?:of )?|H(?P<h>[12]) )?"
        rf"(?P<fiscal>fiscal (?:year )?|FY ?)?(?P<after>{YEAR})(?!\d)",
        re.IGNORECASE,
    ),
    numbers=_NUMBERS,
    months=re.compile(rf"\b({_MONTHS})\b"),
    from_to=re.compile(
        rf"\b(?:{_RISE}|{_FALL})\b[^.;\0]{{0,60}}?\bfrom [^.;\0]{{0,30}}\0+[^.;\0]{{0,60}}?\bto "
        r"[^.;\0]{0,30}(?P<end>\0)",
        re.IGNORECASE,
    ),
    by=re.compile(rf"\b(?:{_RISE}|{_FALL}|{_LEAD}) by [^.;,\0]{{0,20}}(?P<end>\0)", re.IGNORECASE),
    growth=re.compile(r"\b(?:growth|increase|increment|rise|gain)\b", re.IGNORECASE),
)
