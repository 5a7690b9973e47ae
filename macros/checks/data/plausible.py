"""Whether a figure can be what it says: its sign, its growth, its span, its neighbours, its day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import pairwise
from operator import itemgetter
from typing import Final

from macros.arithmetic.expression import Constant, Expression, Key, Operation, keys_of, parts_of
from macros.audit.audit import Audit
from macros.checks.data import Checks
from macros.data.book import Book, Fact
from macros.problems import Mistake, Rule

_FAR: Final = 20
"""How many times a value may be the nearest of the same thing before it looks mistyped."""
_FAR_UNQUOTED: Final = 8
_WHOLE: Final = 80
"""From how many days on a figure is one of a whole period that has to be over."""


def developments(book: Book) -> Iterator[Mistake]:
    """Yield developments that were no news to the article."""
    for development in book.developments:
        if book.site.article and development.date.last < book.site.written.first:
            fault = f"{development.id} happened before the article was written"
            yield (
                development.where,
                fault,
                "what was known then is a fact; a development came after",
            )


def _is_meant(fact: Fact) -> bool:
    """Whether an author has said something to what is odd about a fact."""
    return bool(fact.remarks.caveat or fact.remarks.note)


def _facts(audit: Audit, tree: Expression) -> list[Fact]:
    return [audit.book.facts[key] for key in keys_of(tree) if key in audit.book.facts]


def _counterparty(_: Audit, fact: Fact) -> Iterator[Mistake]:
    if fact.identity.entity == fact.identity.counterparty:
        fault = f"{fact.key} is between {fact.identity.entity} and itself"
        yield fact.place_of("is"), fault, "mend `entity` or `counterparty`"


def _turned(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield gaps between two that come out negative, or have the ends of `is` turned."""
    tree = fact.formula
    if isinstance(tree, Operation) and tree.sign == "points":
        (tree,) = tree.items
    if not (isinstance(tree, Operation) and tree.sign == "-" and fact.identity.counterparty):
        return
    value = audit.values[fact.key]
    of, over = ({each.identity.entity for each in _facts(audit, side)} for side in tree.items)
    if of == {fact.identity.counterparty} and over == {fact.identity.entity}:
        fault = f"{fact.key} is of {fact.identity.entity}, and its formula of the other over it"
        yield fact.place_of("formula"), fault, "turn the difference round, or `is`"
    elif value and value.interval.high is not None and value.interval.high < 0 and of != over:
        fault = f"{fact.key} is negative: {fact.identity.entity} is behind"
        yield fact.place_of("formula"), fault, "turn the difference round, with `is` and the label"


def _one_series(audit: Audit, tree: Expression) -> bool:
    """Whether a formula is of one thing at two times."""
    found = _facts(audit, tree)
    things = {each.identity.saying({"period": None}) for each in found}
    return len(things) == 1 and len({audit.book.days(each.identity) for each in found}) == 2


def _growth(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield what is a ratio of two times and not the growth between them, or no points."""
    tree = fact.formula
    if fact.unit.id != "percent" or not isinstance(tree, Operation):
        return
    # A product or a sum on either side is an author’s own measure.
    ends = all(isinstance(side, Key) for side in tree.items)
    if tree.sign == "/" and ends and _one_series(audit, tree):
        fault = f"{fact.key} is what the later value is of the earlier, not the growth"
        yield fact.place_of("formula"), fault, "write `… - 1`, or `unit: times`"
    found = _facts(audit, tree)
    if tree.sign == "-" and ends and {each.unit.id for each in found} == {"percent"}:
        fault = f"{fact.key} is a difference of shares in percent"
        yield fact.place_of("formula"), fault, "write `points(…)` and `unit: percentage_point`"


def _hundredfold(_: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield shares that a formula makes a hundred times too large: it reckons with 0.34 for 34%."""
    parts = parts_of(fact.formula) if fact.formula and fact.unit.id == "percent" else ()
    joined = [p.items for p in parts if isinstance(p, Operation) and p.sign in "+-*/"]
    if any(Constant(Fraction(100)) in items for items in joined):
        fault = f"{fact.key} is a share, and its formula takes it a hundred times"
        yield fact.place_of("formula"), fault, "leave out the 100: 34% is 0.34 in a formula"


def _coarse(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield computed values shown to fewer decimals than the article's figure they are held to."""
    for report in audit.sources.prints(fact) if fact.formula else ():
        if fact.unit.id != "rank" and 0 < report.quantity.place < fact.place:
            fault = f"{fact.key} is shown more coarsely than the article prints it"
            yield fact.place_of("decimals"), fault, "raise `decimals`"
            return


def _unfinished(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield what an origin told as recognised before the period was over."""
    days = audit.book.days(fact.identity)
    if (
        fact.identity.basis != "recognised"
        or fact.unit.id == "date"
        or days is None
        or days[1] - days[0] < _WHOLE
    ):
        return
    for report in fact.reports:
        fault = f"{report.origin.id} tells of {fact.identity.period} before it was over"
        if report.became_public.last.toordinal() < days[1] and not audit.book.is_article(report):
            yield report.where, fault, "mend the period, or the basis (run_rate, forecast)"


def _spans(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield ratios of what took unlike times."""
    tree = fact.formula
    if not (isinstance(tree, Operation) and tree.sign == "/") or _is_meant(fact):
        return
    periods = [audit.book.days(each.identity) for each in _facts(audit, tree)]
    # What is counted on a day, such as a stock, has no length to compare.
    lengths = [days[1] - days[0] for days in periods if days and days[1] - days[0] > _WHOLE]
    if lengths and max(lengths) > 2 * min(lengths):
        fault = f"{fact.key} divides what took unlike times"
        yield fact.place_of("formula"), fault, "see whether both are of one span"


def far_off(audit: Audit, broken: Collection[str]) -> Iterator[Mistake]:
    """Yield values many times off all others of the same thing: a scale is wrong, for all we know.

    Where a print is quoted the two were held against each other, and more is believed.
    """
    things: dict[tuple[str, ...], list[tuple[Fraction, Fact]]] = {}
    for fact in audit.book.facts.values():
        of, value = fact.identity, audit.values[fact.key]
        # A gain after a loss may be as large: signs are no slip of the scale.
        size = abs(value.quantity.value) if value and not fact.formula else Fraction()
        low, high = (value.interval.low or 0, value.interval.high or 0) if value else (0, 0)
        if size and not low < 0 < high and fact.unit.id not in ("date", "rank"):
            thing = of.concept, of.unit, of.entity, of.counterparty
            things.setdefault(thing, []).append((size, fact))
    for found in things.values():
        told = set[str]()
        for times, fact, nearest in _nearest(sorted(found, key=itemgetter(0), reverse=True)):
            bare = not any(report.printed for report in fact.reports)
            meant = fact.key in broken or nearest.key in told or (_is_meant(fact) and not bare)
            if times > (_FAR_UNQUOTED if bare else _FAR) and not meant:
                told.add(fact.key)
                fault = f"{fact.key} is {round(times)} times off {nearest.key}"
                hint = "quote its print, or see whether" if bare else "see whether"
                yield fact.reports[0].where, fault, f"{hint} unit and scale are right"


def _nearest(found: list[tuple[Fraction, Fact]]) -> Iterator[tuple[Fraction, Fact, Fact]]:
    """Yield of values in order how many times each is the nearest other, and which that is."""
    steps = [larger / smaller for (larger, _), (smaller, _) in pairwise(found)]
    for at, (_, fact) in enumerate(found):
        beside = [each for each in (at - 1, at) if 0 <= each < len(steps)]
        if beside:
            nearest = min(beside, key=steps.__getitem__)
            yield steps[nearest], fact, found[nearest if nearest < at else at + 1][1]


def _contract(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    """Yield contracts and promises that were told before the time they are said to be of."""
    days = audit.book.days(fact.identity)
    if audit.book.bases[fact.identity.basis].tells != "promise" or days is None or _is_meant(fact):
        return
    best = audit.sources.preferred(fact)
    if best and best.became_public.last.toordinal() < days[0]:
        fault = f"{best.origin.id} tells of a contract of {fact.identity.period} before that"
        yield (
            best.where,
            fault,
            "the period of a promise is when it was made; or say it in a caveat",
        )


OF_SOUND: Final[Checks] = {
    Rule.possible: (_counterparty, _turned, _growth, _hundredfold, _coarse),
    Rule.date: (_unfinished,),
    Rule.odd: (_spans, _contract),
}
