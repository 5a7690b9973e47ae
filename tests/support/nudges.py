"""Nudges: a report's `value` and `printed` moved together, by one unit in the last printed place.

Each kind has its own. A number grows by one in its last digit; of a range the upper end does.
A vague word grows tenfold (数百亿 to 数千亿); 两三年 becomes 三四年; “a half and more” becomes
a half; a margin grows. A ratio gets one part more (三分之一 to 四分之一). A rank or a number in
words becomes the next one. A date moves by its own last unit: a day, a month, a year.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Final

from macros.data.tree import Branch, Scalar, Sequence

_HAN: Final = "零一二三四五六七八九十"
_HAN_NUMBER: Final = re.compile(f"[{_HAN[1:]}两]+(?![分半])")
_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ENGLISH: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS: Final = {
    "a gigawatt": "two gigawatts",
    "twice": "three times",
    "sixth": "seventh",
    **{f"{word} ": f"{more} " for word, more in pairwise(_ENGLISH)},
}
_PARTS: Final = {"三分": "四分", "third": "quarter", "quarters": "fifths"}
_TENFOLD: Final = (
    (r"数以万", "数以十万"),
    (r"([数几])千", r"\1万"),
    (r"([数几])百", r"\1千"),
    (r"([数几])十", r"\1百"),
    (r"([数几])", r"\1十"),
    (r"tens", "hundreds"),
)


@dataclass(frozen=True, order=True, slots=True)
class Edit:
    """One replacement in a line; line and column count from 1."""

    line: int
    column: int
    old: str
    new: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with its replacements made, the last ones of a line first."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        line, start = lines[edit.line - 1], edit.column - 1
        assert line.startswith(edit.old, start), (edit, line[start : start + 60])
        lines[edit.line - 1] = line[:start] + edit.new + line[start + len(edit.old) :]
    return "\n".join(lines)


def nudge(report: Branch, unit: str) -> list[Edit]:
    """Return the replacements that nudge one report, given its fact's unit."""
    value, printed = report["value"], report.get("printed")
    if isinstance(value, Sequence):
        made = _spread([str(end) for end in value], printed)
    elif unit == "date":
        made = _date(str(value), printed)
    elif "/" in value:
        top, _, bottom = value.partition("/")
        made = [f"{top}/{int(bottom) + 1}"], _replaced(printed, _PARTS)
    elif printed is None:
        made = [_grown(value)], None
    elif "±" in value:  # the last number of the print is the margin
        (shown, _, margin), (print_, factor) = value.partition("± "), _number(printed)
        made = [f"{shown}± {_written(Fraction(margin) * factor)}"], print_
    else:
        print_, factor = _number(printed)
        made = [_written(Fraction(value) * factor)], print_
    return list(_edits(report, *made))


def _edits(report: Branch, values: list[str], printed: str | None) -> Iterator[Edit]:
    value = report["value"]
    olds = value if isinstance(value, Sequence) and len(values) == len(value) else [value]
    if isinstance(value, Sequence) and len(values) == 1:  # a spread becomes a number
        shown = f"[{', '.join(value)}]"
        yield Edit(value.where.line, value.where.column, shown, values[0])
        yield _edit(report["bound"], "exact")
        olds = []
    for old, new in zip(olds, values, strict=False):
        if old != new:
            yield _edit(old, new)
    if printed is not None:
        assert printed != report["printed"], f"no nudge for {printed!r}"
        yield _edit(report["printed"], printed)


def _edit(old: Scalar, new: str) -> Edit:
    quote = '"' if old.quoted else ""
    return Edit(old.where.line, old.where.column, f"{quote}{old}{quote}", f"{quote}{new}{quote}")


def _number(printed: str) -> tuple[str, Fraction]:
    """Return the next print of a number, and what its value has to be multiplied with."""
    *_, last = _DIGITS.finditer(printed) if _DIGITS.search(printed) else (None,)
    if last is not None:
        new = _grown(last[0].replace(",", ""))
        shown = f"{int(new):,}" if "," in last[0] else new
        factor = Fraction(new) / Fraction(last[0].replace(",", ""))
        return printed[: last.start()] + shown + printed[last.end() :], factor
    if "百万" in printed:
        return printed.replace("百万", "二百万"), Fraction(2)
    if han := _HAN_NUMBER.search(printed):
        count = 2 if han[0] == "两" else _HAN.index(han[0])
        more = _HAN[count + 1] if count < 10 else "十一"
        return printed[: han.start()] + more + printed[han.end() :], Fraction(count + 1, count)
    shown = str(_replaced(printed, _WORDS))
    stems = {"twice": 2, "sixth": 6} | {f"{each} ": n for n, each in enumerate(_ENGLISH, 1)}
    word = next((n for stem, n in stems.items() if stem in printed), 1)
    return shown, Fraction(word + 1, word)


def _spread(values: list[str], printed: str | None) -> tuple[list[str], str | None]:
    low, high = values
    if printed is None:
        return [low, _grown(high)], None
    if _DIGITS.search(printed):
        shown, factor = _number(printed)
        return [low, _written(Fraction(high) * factor)], shown
    if printed == "一半多":
        return ["1/2"], "一半"
    if pair := re.search(f"[两{_HAN}]{{2}}", printed):
        lower = _HAN.index(pair[0][1])
        shown = printed.replace(pair[0], _HAN[lower : lower + 2])
        return [_written(Fraction(end) + 1) for end in values], shown
    tenfold = next(
        s for s in (re.sub(*pair, printed, count=1) for pair in _TENFOLD) if s != printed
    )
    return [_written(Fraction(end) * 10) for end in values], tenfold


def _date(value: str, printed: str | None) -> tuple[list[str], str | None]:
    new, number = _later(value)
    if printed is None:
        return [new], None
    if "今年" in printed:
        return [new], printed.replace("今年", "明年")
    if re.fullmatch(r"\d{4}-\d\d", value) and (name := month_name[int(value[5:])]) in printed:
        return [new], printed.replace(name, month_name[number])
    former = value.rpartition("-")[2].lstrip("0") if value.count("-") == 2 else r"\d+"
    *_, last = re.finditer(rf"(?<!\d){former}(?!\d)", printed)
    return [new], printed[: last.start()] + str(number) + printed[last.end() :]


def _later(value: str) -> tuple[str, int]:
    """Return the next date of the same kind, and the number of it that a print shows last."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        other = day + timedelta(1)
        other = other if other.month == day.month else day - timedelta(1)
        return other.isoformat(), other.day
    if re.fullmatch(r"\d{4}-\d\d", value):
        month = int(value[5:]) + 1 if value[5:] != "12" else 11
        return f"{value[:5]}{month:02}", month
    *_, year = re.finditer(r"\d{4}", value)
    number = int(year[0]) + 1
    return value[: year.start()] + str(number) + value[year.end() :], number


def _replaced(text: str | None, table: Mapping[str, str]) -> str | None:
    if text is None:
        return None
    return next((text.replace(old, new) for old, new in table.items() if old in text), text)


def _grown(digits: str) -> str:
    """Return the number one further from nothing in its last digit, such as 38.9 to 39.0."""
    if digits.startswith("-"):
        return f"-{_grown(digits[1:])}"
    whole, point, decimals = digits.partition(".")
    number = str(int(whole + decimals) + 1).rjust(len(whole + decimals), "0")
    return f"{number[: len(number) - len(decimals)]}{point}{number[len(number) - len(decimals) :]}"


def _written(number: Fraction) -> str:
    """Write a number that has an end in digits."""
    if number < 0:
        return f"-{_written(-number)}"
    places = next(n for n in range(13) if (number * 10**n).denominator == 1)
    digits = str(int(number * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
