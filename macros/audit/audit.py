"""The audit: all values of a book, and the verdict on each of the article's figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from macros.arithmetic.evaluate import value_at
from macros.arithmetic.quantity import Quantity
from macros.audit.calendar import Calendar
from macros.audit.sources import Input, Reading, Sources
from macros.audit.verdict import (
    Judgement,
    Known,
    Value,
    answer,
    centres,
    compute,
    floor_too_low,
    needs,
)
from macros.data.book import Book, Fact, Identity, Report
from macros.data.schema.facts import Verdict
from macros.problems import TieoutError


@dataclass(frozen=True)
class Audit:
    """All values and verdicts of a book."""

    book: Book

    @cached_property
    def sources(self) -> Sources:
        """Where inputs are read from."""
        return Sources(self.book)

    @cached_property
    def calendar(self) -> Calendar:
        """When what became public."""
        return Calendar(self.sources)

    @cached_property
    def values(self) -> dict[str, Value | None]:
        """What each fact is taken to be, by key; None where its formula cannot be computed."""
        return {key: self._value(fact) for key, fact in self.book.facts.items()}

    @cached_property
    def judgements(self) -> tuple[Judgement, ...]:
        """One for each of the article's figures, in reading order."""
        found = [self._judge(fact, report) for fact, report in self.article_reports()]
        return tuple(sorted(found, key=lambda j: j.report.paragraphs[:1]))

    def article_reports(self) -> Iterator[tuple[Fact, Report]]:
        """Yield each of the article's reports with the fact it is stored with."""
        for fact in self.book.facts.values():
            for report in self.sources.prints(fact):
                yield fact, report

    def judgements_of(self, key: str) -> tuple[Judgement, ...]:
        """Return the verdicts on the article's reports of one fact."""
        return self._judged.get(key, ())

    @cached_property
    def _judged(self) -> dict[str, tuple[Judgement, ...]]:
        found: dict[str, tuple[Judgement, ...]] = {}
        for judged in self.judgements:
            found[judged.fact.key] = (*found.get(judged.fact.key, ()), judged)
        return found

    @cached_property
    def _owners(self) -> dict[int, Fact]:
        return {id(report): fact for fact, report in self.article_reports()}

    def value(self, key: str) -> Value:
        """Return what a fact is taken to be.

        Raises:
            TieoutError: There is no such fact, or its formula cannot be computed.
        """
        value = self.values.get(self.book.fact(key).key)
        if value is None:
            hint = "its formula lacks an input"
            raise TieoutError(f"{key!r} has no value", hint, about=key)
        return value

    def _value(self, fact: Fact) -> Value | None:
        report = self.sources.preferred(fact)
        if report is not None:
            return Value(report.quantity, report.quantity.as_input(), report)
        if fact.formula is not None:
            return self._computed(fact)
        prints = self.sources.prints(fact)
        if not prints:
            return None
        quantity = prints[0].quantity
        return Value(quantity, quantity.as_input(), prints[0], found=False)

    def _computed(self, fact: Fact) -> Value | None:
        try:
            resolved = self.sources.resolve(fact, "held")
            if not resolved.is_complete:
                return None
            interval = compute(resolved)
            value = value_at(resolved.reckoned, centres(resolved))
        except TieoutError:
            return None
        return Value(Quantity(value, fact.unit.id, place=fact.place), interval, None, resolved)

    def _judge(self, fact: Fact, report: Report) -> Judgement:
        value = self.values[fact.key]
        if value is not None and not value.found:
            value = None
        plain = Judgement(fact, report, "not_found", value=value, clash=self._clash(fact, report))
        judged = self._ask(plain)
        judged = replace(judged, verdict=self._verdict(judged), beside=self._beside(fact, report))
        return replace(judged, known=self._known(judged), needs=self._needs(judged))

    def _ask(self, plain: Judgement) -> Judgement:
        """Answer the two questions."""
        fact, report, value = plain.fact, plain.report, plain.value
        checked = report.quantity.as_checked()
        holds = answer(checked, value.interval, value.quantity.value) if value else None
        if fact.formula is None:
            return replace(plain, holds=holds)
        try:
            resolved = self.sources.resolve(fact, "printed", report.paragraphs[0])
            if not resolved.is_complete or resolved.inputs.keys() & {fact.key}:
                return replace(plain, holds=holds)
            printed = compute(resolved)
            follows = answer(checked, printed, value_at(resolved.reckoned, centres(resolved)))
        except TieoutError:
            return replace(plain, holds=holds)
        return replace(plain, holds=holds, follows=follows, printed=printed)

    def _verdict(self, judged: Judgement) -> Verdict:
        fact, report, value = judged.fact, judged.report, judged.value
        if report.idiom:
            return "idiom"
        if value is None:
            refuted = judged.follows == "no" and "not_found" not in self._input_verdicts(judged)
            return "contradicted" if refuted else "not_found"
        if not self.is_borne_out(value):
            return "not_found"
        if judged.follows == "no":
            return "contradicted"
        if judged.holds != "no" and self._differs(fact, report):
            return "misdescribed"
        if judged.holds == "no":
            return "outdated" if self._agrees_earlier(fact, report) else "contradicted"
        inherited = self._input_verdicts(judged) if value.report is None else set()
        passed_on: tuple[Verdict, ...] = ("misdescribed", "not_found")
        return next((v for v in passed_on if v in inherited), self._agreement(judged, value))

    def is_borne_out(self, value: Value) -> bool:
        """Whether each report behind a value is that of an origin other than the article."""
        return all(origin.id != self.book.site.article for origin in value.origins)

    def _agreement(self, judged: Judgement, value: Value) -> Verdict:
        report, best = judged.report, value.report
        if floor_too_low(report.quantity, value.interval) or self._omission(judged):
            return "imprecise"
        if best and 0 < best.quantity.place < report.quantity.place:
            return "rounded" if best.quantity.value != report.quantity.value else "confirmed"
        return "confirmed"

    def _input_verdicts(self, judged: Judgement) -> set[Verdict]:
        """Return the verdicts on what a figure is derived from, as the article prints it."""
        fact, report = judged.fact, judged.report
        try:
            inputs = self.sources.resolve(fact, "printed", report.paragraphs[0]).inputs
        except TieoutError:
            return set()
        return {self._verdict_on(given) for given in inputs.values() if given.fact is not fact}

    def _verdict_on(self, given: Input) -> Verdict:
        if (fact := self._owners.get(id(given.report))) is None:
            return "not_found"
        value = self.values[fact.key]
        known = value if value and value.found else None
        return self._verdict(self._ask(Judgement(fact, given.report, "not_found", value=known)))

    def _agrees_earlier(self, fact: Fact, report: Report) -> bool:
        """Whether the figure is that of an earlier member of the fact's series."""
        checked = report.quantity.as_checked()
        for key in self.book.series[fact.series].members if fact.series else ():
            if key == fact.key:
                break
            value = self.values[key]
            if value and value.found and checked.meets(value.interval):
                return True
        return False

    def _omission(self, judged: Judgement) -> bool:
        """Whether what the article leaves out changes the answer among the fact's siblings."""
        checked = judged.report.quantity.as_checked()
        return any(
            not checked.meets(value.interval)
            for attribute in judged.report.omits
            for key in self.siblings(judged.fact, attribute)
            if (value := self.values[key]) is not None and value.found
        )

    def siblings(self, fact: Fact, attribute: str) -> list[str]:
        """Return the keys of facts that differ from one in a single attribute of identity."""

        def bare(identity: Identity) -> Identity:
            blank: dict[str, object] = {attribute: None if attribute == "period" else ""}
            return identity.saying(blank)

        return [
            other.key
            for other in self.book.facts.values()
            if other.key != fact.key and self.book.same(bare(other.identity), bare(fact.identity))
        ]

    def _beside(self, fact: Fact, report: Report) -> Fact | None:
        """Return the fact that the article speaks of, where it states another's number."""
        if not self._differs(fact, report):
            return None  # said of nearly every figure, and the search below reads all facts
        spoken, facts = fact.identity.saying(report.says), self.book.facts.values()
        return next((f for f in facts if self.book.same(f.identity, spoken)), None)

    def _differs(self, fact: Fact, report: Report) -> bool:
        """Whether the report speaks of something else than the fact it is stored with."""
        return not self.book.same(fact.identity, fact.identity.saying(report.says))

    def _clash(self, fact: Fact, report: Report) -> Report | None:
        checked = report.quantity.as_checked()
        for other in self.sources.speaking_of(fact.identity.saying(report.says)):
            if other is not report and not checked.meets(other.quantity.as_checked()):
                return other
        return None

    def _needs(self, judged: Judgement) -> tuple[tuple[Input, Fraction], ...]:
        """Return what each input would have to be for a refuted figure to come out."""
        fact, report = judged.fact, judged.report
        if fact.formula is None or "no" not in (judged.follows, judged.holds):
            return ()
        reading: Reading = "printed" if judged.follows == "no" else "held"
        resolved = self.sources.resolve(fact, reading, report.paragraphs[0])
        return needs(resolved, report.quantity.value)

    def _known(self, judged: Judgement) -> Known | None:
        better = self.values.get(judged.beside.key) if judged.beside else judged.value
        return self.calendar.known(judged, better or judged.value)
