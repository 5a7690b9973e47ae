"""Whole phrases: a quantity or an interval as a reader sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final

from macros.arithmetic.measures import TERMS
from macros.arithmetic.quantity import Bound, Interval, Quantity
from macros.arithmetic.units import Unit
from macros.language.registry import NBSP, Language
from macros.language.tongue import tongue
from macros.language.writing.amounts import Amount, Style, UnitWords
from macros.language.writing.dates import word_date
from macros.language.writing.rounding import half_up, power_below
from macros.language.writing.spelled import word_part, word_rank, word_vague

FAR_APART: Final = 1000


def bound_word(bound: Bound, language: Language) -> str:
    """Return the word that goes before the number; empty for exact, vague and range."""
    return next(iter(tongue(language).words.bounds.get(bound, ())), "")


def _bounded(text: str, bound: Bound, language: Language) -> str:
    before = bound_word(bound, language)
    return f"{before}{tongue(language).joint}{text}" if before else text


def word(
    quantity: Quantity,
    language: Language,
    *,
    unit: Unit,
    words: Mapping[str, UnitWords],
    bound: bool = True,
    short: bool = False,
    spelled: bool = True,
) -> str:
    """Return a quantity's text, such as “more than $75 billion” or 超过750亿美元.

    Digits are shown to the quantity's place; a place of 0 shows as many as the value has, at most
    three after the point. Rounding is half up, and the scale is chosen on the rounded value.

    Args:
        quantity: What to write.
        language: Its code, such as ``en``.
        unit: The fact's unit; of its scale only the prefix of GW, MW or TFLOPS is used.
        words: Names of counted things by unit id.
        bound: Whether to write its bound; a sentence may say it itself.
        short: Whether to write for an axis: “$116.4B”, “2.4×”, “16 pp”.
        spelled: Whether a small count is spelled where the language does so.

    Raises:
        TieoutError: A counted thing has no names.
    """
    said: Bound = quantity.bound if bound else "exact"
    style = Style(language, unit, words, short)
    if unit.id == "date":
        return _bounded(word_date(quantity.literal, language, short=short), said, language)
    if quantity.is_spread:
        vague = word_vague(quantity, style) if quantity.bound == "vague" else None
        return vague or _between(quantity.low, quantity.high, Fraction(0), style)
    if unit.id == "rank":
        rank = int(half_up(quantity.value, Fraction(1)))
        return _bounded(word_rank(rank, language, short), said, language)
    part = _part(quantity, said, style)
    if part is not None:
        return _bounded(part, said, language)
    amount = style.amount(quantity.value, quantity.place)
    if spelled and said != "margin":
        amount = _few(amount, style)
    if said == "over" and (over := style.own.over):
        return amount.before + over(amount.number, amount.scale, amount.unit, unit)
    if said == "margin":
        either = style.amount(quantity.half, Fraction(0), (amount.shown.scale,))
        gap = style.own.gap
        return (
            f"{amount.before}{amount.number}{gap}±{gap}{either.number}{amount.scale}{amount.unit}"
        )
    return _bounded(str(amount), said, language)


def word_interval(
    interval: Interval,
    language: Language,
    *,
    unit: Unit,
    words: Mapping[str, UnitWords],
) -> str:
    """Return an interval's text, such as “$18.7 billion to $19.4 billion”.

    Both ends are rounded half up to the largest power of ten that fits at least twice into the
    width, so that they never look the same; they are not rounded outwards. An interval with one
    end only is a bound.

    Raises:
        TieoutError: A counted thing has no names.
    """
    low, high = interval.low, interval.high
    style = Style(language, unit, words)
    if low is not None and high is not None:
        return _between(low, high, _place(high - low), style)
    bound: Bound = "up_to" if interval.high_closed else "less_than"
    if low is not None:
        bound = "at_least" if interval.low_closed else "more_than"
    end = high if low is None else low
    return (
        tongue(language).words.spoken["any"]
        if end is None
        else _bounded(_one(end, style), bound, language)
    )


def _place(width: Fraction) -> Fraction:
    return power_below(width / 2) if width > 0 else Fraction(0)


def _one(value: Fraction, style: Style) -> str:
    if style.unit.id == "rank":
        return word_rank(int(half_up(value, Fraction(1))), style.language, style.short)
    return str(style.amount(value, Fraction(0)))


def _between(low: Fraction | None, high: Fraction | None, place: Fraction, style: Style) -> str:
    """Write both ends in the scale of the larger; signs and scale words repeat, nouns do not."""
    assert low is not None
    assert high is not None
    if style.unit.id == "rank":
        ends = [_one(low, style), _one(high, style)]
    else:
        ends = _ends(low, high, place, style)
    return ends[0] if ends[0] == ends[1] else tongue(style.language).words.spoken["to"].join(ends)


def _ends(low: Fraction, high: Fraction, place: Fraction, style: Style) -> list[str]:
    larger = style.amount(max(low, high, key=abs), place)
    # In one scale “0.05 to 80 billion” would say less than “50 million to 80 billion”.
    near = FAR_APART * min(abs(low), abs(high)) >= max(abs(low), abs(high)) or not low * high
    scales = (larger.shown.scale,) if near else None
    first, second = (style.amount(end, place, scales) for end in (low, high))
    if str(first) == str(second):
        return [str(first), str(second)]
    money = style.unit.id == "percent" or style.unit.kind == "money"
    # $18 to $19 and 3 GW to 4 GW, but 3 to 4 tonnes.
    repeats = money or (style.unit.kind == "measured" and _is_sign(first.unit.strip(NBSP)))
    return [str(first if repeats else replace(first, unit="")), str(second)]


def _is_sign(noun: str) -> bool:
    """Whether a unit is written with its sign, such as GW, and not in words."""
    # Of small letters alone up to three are a sign, such as bar; more are a word.
    return noun.isascii() and not (noun.isalpha() and noun.islower() and len(noun) > 3)


def _part(quantity: Quantity, said: Bound, style: Style) -> str | None:
    """Return a fraction's words, if the value was given as a ratio and not in digits."""
    # What was given in digits has a last place, or an error.
    if quantity.place or quantity.half or quantity.unit not in ("percent", "times"):
        return None
    if said == "over":
        return None
    text = word_part(quantity.value, style.language, style.short)
    # “More than half” is the vague word; a bound on the ratio itself says “one-half”.
    return "half" if text == "one-half" and said != "more_than" else text


def _few(amount: Amount, style: Style) -> Amount:
    """Spell a small count or time in prose, “three tranches” and 三年; axes and measures do not."""
    counts = style.unit.kind == "counted" or style.unit.id in TERMS
    if style.short or not counts or amount.before or amount.scale:
        return amount
    few = style.own.words.spelled.get("few", ())
    number = amount.number
    spelled = number.isdigit() and 0 < int(number) <= len(few)
    return replace(amount, number=few[int(number) - 1]) if spelled else amount
