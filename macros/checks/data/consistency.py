"""Rules on what facts say of themselves: sameness, dates that can be, exemptions that exempt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from macros.audit.audit import Audit
from macros.audit.claims import mixtures
from macros.audit.verdict import AGREEING
from macros.checks.data import Checks
from macros.data.book import ARTICLE_MARK, Book, Fact
from macros.language.periods import YEAR
from macros.problems import Location, Mistake, Rule, nearest

SURPLUS: Final = 100  # of the last place shown: two digits more than the inputs bear
_YEAR: Final = re.compile(rf"(?<![A-Za-z\d¶]){YEAR}(?!\d)")


def twins(book: Book) -> Iterator[Mistake]:
    """Yield facts of the same thing and time that do not name each other."""
    seen: dict[tuple[object, ...], list[Fact]] = {}
    for fact in book.facts.values():
        seen.setdefault(book.sameness(fact.identity), []).append(fact)
    for group in seen.values():
        named = {fact.same_as for fact in group}
        lone = [fact for fact in group if not fact.same_as and fact.key not in named]
        # Of twins that name nobody the first may stand; beside some that do, it has to join them.
        for fact in lone[1:] or (lone if len(lone) < len(group) else ()):
            first = next(other.key for other in group if other is not fact)
            fault = f"{fact.key} is of the same thing and time as {first}"
            hint = f"join their reports, or say `same_as: {first}` if both must stand"
            yield fact.place_of("is"), fault, hint


def _no_twin(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield a fact that names another as the same, which there is not or which is not."""
    book, where = audit.book, fact.place_of("same_as")
    if fact.same_as and fact.same_as not in book.facts:
        yield where, f"there is no fact {fact.same_as!r}", nearest(fact.same_as, book.facts)
    elif fact.same_as and (differ := _differing(book, fact, book.facts[fact.same_as])):
        fault = f"{fact.key} is not the same as {fact.same_as}: they differ in {differ}"
        yield where, fault, "leave it out, or mend `is`"


def _differing(book: Book, fact: Fact, other: Fact) -> str:
    """Return in what two facts are not of the same thing and time, with commas."""
    if book.same(fact.identity, other.identity):
        return ""
    names = ("concept", "entity", "counterparty", "unit", "basis", "measure", "stage")
    found = [n for n in names if getattr(fact.identity, n) != getattr(other.identity, n)]
    found += ["period"] if book.days(fact.identity) != book.days(other.identity) else []
    return ", ".join(found)


def statements(book: Book) -> Iterator[Mistake]:
    """Yield statements whose verdict nothing but the article bears out."""
    for statement in book.statements.values():
        origins = {source.origin for source in statement.reports}
        if statement.verdict in AGREEING and origins == {book.site.article}:
            fault = f"{statement.id} is {statement.verdict} by no origin but the article"
            yield statement.where, fault, "add the origin that bears it out"
        for where, message in _outside(book, statement.at, statement.where):
            yield where, f"{statement.id}: {message}", "widen a chapter, or mend `at`"


def _outside(book: Book, places: Iterable[str], where: Location) -> Iterator[tuple[Location, str]]:
    """Yield the paragraphs that no chapter takes up, so that no page leads to them."""
    chapters = book.site.chapters
    for at in places if chapters else ():
        number = int(at[1:]) if at.startswith(ARTICLE_MARK) else 0
        if number and not any(chapter.first <= number <= chapter.last for chapter in chapters):
            yield where, f"{at} is in no chapter"


def _dates(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield dates that cannot be: what is told before it began, or after the evidence was read."""
    book = audit.book
    days, as_of = book.days(fact.identity), book.site.as_of.last
    basis = fact.identity.basis
    happened = book.bases[basis].tells == "past" and days is not None
    if happened and days and days[0] > as_of.toordinal():
        fault = f"{fact.key} is {basis} in {fact.identity.period}, after the as-of date"
        yield fact.place_of("is"), fault, "mend the period, or the basis: one that lies ahead"
    for report in fact.reports:
        if report.public and report.public.first > report.origin.published.last:
            fault = f"{fact.key} was public {report.public}, after {report.origin.id} was published"
            yield report.where, fault, "`public` is the day it first was, at the latest then"
        # By the last day on which it may have been public: a month is all that is known of some.
        begun = days and report.became_public.last.toordinal() >= days[0]
        if happened and not begun and not book.is_article(report):
            fault = f"{report.origin.id} tells of {fact.identity.period} before it had begun"
            yield report.where, fault, "mend the period, or the basis: one that lies ahead"


def _label(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield the years in a label that are not of its fact's period."""
    period, days = fact.identity.period, audit.book.days(fact.identity)
    if days is None or period is None:
        return
    years = set(range(date.fromordinal(days[0]).year, date.fromordinal(days[1]).year + 1))
    years |= {int(year) for year in _YEAR.findall(period.text)}  # a fiscal year's own name
    for language, text in fact.label.items():
        for year in _YEAR.findall(text):
            if int(year) not in years:
                fault = f"the label of {fact.key} ({language}) says {year}, its period is {period}"
                hint = "mend whichever is wrong; what lasts has a span, such as 2021/2023"
                yield fact.where, fault, hint


def _reports(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    book = audit.book
    for report in fact.reports:
        if not book.is_article(report):
            if report.paragraphs:
                fault = f"{fact.key}: a paragraph is the article's, not {report.origin.id}’s"
                yield report.where, fault, "quote the page or the note, or mend `origin`"
            if report.says or report.omits:
                fault = (
                    f"{fact.key}: `says` and `omits` are the article's, not {report.origin.id}’s"
                )
                yield report.where, fault, "what it says of something else is another fact"
            continue
        for where, message in _outside(book, report.at, report.where):
            yield where, f"{fact.key}: {message}", "widen a chapter, or mend `at`"
        if report.rank == "deprecated":
            fault = f"{fact.key}: the article's figure is judged, not set aside"
            yield report.where, fault, "leave `rank` out"
        for name, value in report.says.items():
            if book.same(fact.identity, fact.identity.saying({name: value})):
                fault = f"{fact.key}: the article says nothing else of its {name}"
                yield report.where, fault, f"leave `{name}` out of `says`"


def _prints(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield inputs that are to be read where the article prints nothing of them."""
    for key, at in fact.inputs.items():
        if (given := audit.book.facts.get(key)) is None:
            continue  # told where the formula is
        reports = [*audit.sources.speaking_of(given.identity), *audit.sources.prints(given)]
        if not any(at in report.at for report in reports):
            places = ", ".join(dict.fromkeys(at for report in reports for at in report.at))
            fault = f"{fact.key}: the article prints nothing of {key} in {at}"
            yield fact.place_of("inputs"), fault, f"it does in {places}" if places else ""


def _digits(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield computed values that are shown with digits that their inputs do not bear."""
    value = audit.values[fact.key]
    if fact.formula is None or value is None or value.report or fact.unit.id == "rank":
        return
    width = value.interval.width
    # Whole numbers are never too fine: nobody takes 1,234 for exact to the last.
    if fact.decimals > 0 and width is not None and width > SURPLUS * fact.place:
        fault = f"{fact.key} is shown to {fact.decimals} decimals, more than its inputs bear"
        yield fact.place_of("decimals"), fault, "lower `decimals`"


def _dead(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield what a fact exempts, but nothing is there to be exempt."""
    if not (fact.mixes or fact.measures_mixed or fact.crosses or fact.takes):
        return
    hint = "leave it out"
    book, mixed = audit.book, dict[str, set[str]]()
    inputs = [book.facts[key] for key in fact.keys if key in book.facts]
    for key, _, kinds in mixtures(book, inputs):
        mixed.setdefault(key, set()).update(kinds)
    for basis in {*fact.mixes} - mixed.get("mixes", set()):
        fault = f"{fact.key} does not mix {basis} with another basis"
        yield fact.place_of("mixes"), fault, hint
    if fact.measures_mixed and "measures_mixed" not in mixed:
        yield fact.place_of("measures_mixed"), f"{fact.key} mixes no measures", hint
    for series in {*fact.crosses}.intersection(book.series) - mixed.get("crosses", set()):
        yield fact.place_of("crosses"), f"{fact.key} does not cross a break of {series}", hint
    for key in fact.takes:
        given = book.facts.get(key)
        if given and (given.formula or audit.sources.preferred(given)):
            fault = f"{fact.key} does not have to take {key}, for which there is an origin"
            yield fact.place_of("takes"), fault, hint


OF_ANY: Final[Checks] = {
    Rule.same: (_no_twin,),
    Rule.date: (_dates,),
    Rule.agreement: (_label,),
    Rule.report: (_reports,),
    Rule.formula: (_prints,),
    Rule.unused: (_dead,),
}
OF_SOUND: Final[Checks] = {Rule.formula: (_digits,)}
"""What means nothing of a fact of whose value an error is told."""
