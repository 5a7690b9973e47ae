"""Puts a verdict into sentences: what was asked, what came out, and what would have to be true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from macros.arithmetic.quantity import Interval, Quantity
from macros.audit.resolving import Input
from macros.audit.verdict import Judgement
from macros.data.book import Fact, Report
from macros.language.tongue import tongue
from macros.language.writing.rounding import power_below
from macros.pages.voice import Voice
from macros.problems import TieoutError


def explain(voice: Voice, judged: Judgement, *, noted: bool = False) -> str:
    """Return the reasons of a verdict, in sentences.

    Args:
        voice: How things are said.
        judged: The verdict on one figure.
        noted: Whether the note stands beside it, which says itself that nothing was found.
    """
    bare = noted and judged.verdict == "not_found"
    reason = () if bare else _reason(voice, judged)
    sentences = [*_questions(voice, judged), *reason, *_would_have_to_be(voice, judged)]
    if judged.clash:
        other, at = voice.printed(judged.fact, judged.clash), voice.spots(judged.clash.at)
        sentences.append(voice.phrase("clash", other=other, at=at))
    return tongue(voice.language).joint.join(sentences)


def _questions(voice: Voice, judged: Judgement) -> Iterator[str]:
    """Say whether the figure follows from the article's prints, and whether it holds."""
    if judged.printed is None or judged.fact.formula is None:
        return
    resolved = voice.audit.sources.resolve(judged.fact, "printed", judged.report.paragraphs[0])
    printed = range_text(voice, judged, judged.printed)
    computed = voice.formula(resolved)
    if judged.follows == "no":
        yield voice.sentence("not_follows", formula=computed, range=printed)
    elif judged.holds == "no" and judged.value:
        held = range_text(voice, judged, judged.value.interval)
        yield voice.sentence("follows_not_holds", printed=computed, range=held)
    else:
        yield voice.sentence("follows", printed=computed)


def range_text(voice: Voice, judged: Judgement, interval: Interval) -> str:
    """Say a range, or the value itself where it is known exactly."""
    width, low = interval.width, interval.low
    # Both ends would be shown with the same digits.
    if width is not None and low is not None and width < judged.fact.place:
        quantity = Quantity(low + width / 2, judged.fact.unit.id, place=judged.fact.place)
        return voice.quantity(quantity, judged.fact.unit)
    return voice.interval(interval, judged.fact.unit)


def _reason(voice: Voice, judged: Judgement) -> Iterator[str]:
    value = judged.value
    match judged.verdict:
        case "not_found":
            yield voice.sentence("no_origin")
        case "misdescribed":
            yield from _misdescribed(voice, judged)
        case "outdated":
            period, ours = voice.period(judged.fact.identity), voice.value(judged.fact)
            yield voice.sentence("outdated", period=period, value=ours)
        case "imprecise":
            yield from _imprecise(voice, judged)
        case "contradicted" if value and value.report and judged.follows != "no":
            yield _sourced(voice, judged.fact, value.report, "other_value")
        case "contradicted" if value and judged.follows is None:
            yield voice.sentence("not_holds", range=range_text(voice, judged, value.interval))
        case "confirmed" if value and value.report:
            yield _sourced(voice, judged.fact, value.report, "agrees")
        case "confirmed" if value and judged.follows is None:
            yield voice.sentence("computes", range=range_text(voice, judged, value.interval))
        case "rounded" if value and value.report:
            yield _sourced(voice, judged.fact, value.report, "rounded")


def _sourced(voice: Voice, fact: Fact, best: Report, key: str) -> str:
    return voice.sentence(key, value=voice.value(fact), origin=voice.origin(best.origin))


def _misdescribed(voice: Voice, judged: Judgement) -> Iterator[str]:
    fact, report = judged.fact, judged.report
    if report.says:
        is_, says = really(voice, judged), voice.says(report, fact)
        yield voice.sentence("misdescribed", is_=is_, says=says)
    if judged.beside is not None:
        try:
            beside = voice.value(judged.beside)
        except TieoutError:
            return
        yield voice.sentence("beside", label=voice.dated(judged.beside), value=beside)


def really(voice: Voice, judged: Judgement) -> str:
    """Say as the fact has them the attributes that the print states otherwise."""
    # A report that says of the fact what it is: so the words are those of `says`, turned round.
    own = {key: getattr(judged.fact.identity, key) for key in judged.report.says}
    bare = replace(judged.report, says={key: value for key, value in own.items() if value})
    return voice.says(bare, judged.fact) or voice.text(judged.fact.label)


def _imprecise(voice: Voice, judged: Judgement) -> Iterator[str]:
    if not judged.report.omits:
        yield voice.sentence("floor", value=voice.value(judged.fact))
        return
    for attribute in judged.report.omits:
        for key in voice.audit.judge.siblings(judged.fact, attribute):
            sibling = voice.audit.book.facts[key]
            value = voice.audit.values[key]
            if value and not judged.report.quantity.as_checked().meets(value.interval):
                parts = (voice.basis(sibling.identity), voice.period(sibling.identity))
                about = voice.phrase("comma").join(part for part in parts if part)
                label = voice.phrase("dated", name=voice.text(sibling.label), date=about)
                yield voice.sentence("omits", label=label, value=voice.value(sibling))
                return


def _would_have_to_be(voice: Voice, judged: Judgement) -> Iterator[str]:
    """Say what each input would have to be for a refuted figure to come out."""
    needed = ((voice.dated(g.fact), needed_text(voice, g, value)) for g, value in judged.needs)
    if needs := [voice.sentence("need", label=label, value=value) for label, value in needed]:
        printed = voice.report(judged.fact, judged.report)
        yield voice.sentence("needs", printed=printed, needs=voice.sentence("or").join(needs))


def needed_text(voice: Voice, given: Input, value: Fraction) -> str:
    """Say a needed input to three significant digits, or to a tenth."""
    unit, shown = given.fact.unit, value / given.fact.unit.scale
    place = min(power_below(abs(shown)) / 100, Fraction(1, 10)) if shown else Fraction(1)
    exact = Quantity(round(shown / place) * place * unit.scale, unit.id)
    return voice.quantity(replace(exact, place=_place(exact.value / unit.scale) * unit.scale), unit)


def _place(number: Fraction) -> Fraction:
    """Return the last decimal place that a number needs."""
    place = Fraction(1)
    while (number / place).denominator != 1:
        place /= 10
    return place
