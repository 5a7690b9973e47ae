"""The card of a number: value, what it is, who says so, whether it holds, how it is cited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros.arithmetic.expression import keys_of
from macros.arithmetic.quantity import Interval
from macros.audit.audit import is_due, today
from macros.audit.resolving import Value
from macros.audit.verdict import Judgement
from macros.data.book import Fact, Report
from macros.language.writing import half_up
from macros.pages.edition import Edition
from macros.pages.macros.interpret import remark
from macros.pages.verdict_sentences import really
from macros.pages.views import FactView, PrintView
from macros.pages.voice import VerdictMark, Voice
from macros.problems import TieoutError

# A card is read beside a sentence: what is behind deeper inputs stands in the ledger.
MAX_TREE = 6
CardRow = tuple[str, str]
"""What is said, and what of."""


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of one number of a page.

    Attributes:
        edition: The explainer in one language.
        view: The fact that the number is of.
        value: The number in words.
        label: What it is.
        verdict: That on the article's figure, if it prints one.
        sentence: The reasons of the verdict.
        rows: What else is said, the first of it by whom, the last what authors remark.
        report: What the value is taken from; None if it is computed, or nothing is known.
        cited: What a citation says of it.
    """

    edition: Edition
    view: FactView
    value: str
    label: str
    verdict: VerdictMark | None
    sentence: str
    rows: tuple[CardRow, ...]
    report: Report | None
    cited: str

    @property
    def permalink(self) -> str:
        """Its permanent address."""
        return self.edition.site + self.view.address

    @property
    def citation(self) -> str:
        """The sentence that cites it."""
        voice, view, site = self.edition.voice, self.view, self.edition.book.site
        when = voice.period(view.fact.identity, short=True)
        label = voice.phrase("dated", name=view.label, date=when) if when else view.label
        given = {"title": voice.text(site.title), "label": label, "what": self.cited}
        return voice.phrase("citation", as_of=voice.as_of, address=self.permalink, **given)

    def inputs(self, view: FactView, depth: int = 0) -> list[FactView]:
        """Return what a computed fact is computed from, of one that is not nothing."""
        value, formula = view.value, view.fact.formula
        if formula is None or depth > MAX_TREE or value is None or value.report is not None:
            return []
        return [self.edition.views[key] for key in dict.fromkeys(keys_of(formula))]


@dataclass(frozen=True)
class Cards:
    """Makes the cards of an edition."""

    edition: Edition

    @property
    def voice(self) -> Voice:
        """How things are said."""
        return self.edition.voice

    def of_fact(self, key: str) -> Card:
        """Return the card of what a fact is taken to be.

        Raises:
            TieoutError: It has no value.
        """
        view, value = self.edition.views[key], self.voice.audit.value(key)
        judged = view.prints[0] if view.prints else None
        checked = self._checked(view.fact, value)
        return Card(
            self.edition,
            view,
            view.text,
            view.label,
            self._against(judged.verdict) if judged else None,
            judged.sentence if judged else "",
            (*self._source(view, value), *checked, *self._prints(view), *self._remarks(view)),
            value.report,
            self._cited(key),
        )

    def of_print(self, key: str, at: str) -> Card:
        """Return the card of what the article printed of a fact.

        Raises:
            TieoutError: The article does not print it there.
        """
        voice, view = self.voice, self.edition.views[key]
        report = voice.audit.sources.print_of(view.fact, at)
        shown = next(each for each in view.prints if each.judged.report is report)
        judged, printed = shown.judged, voice.phrase("as_printed", at=shown.at)
        known = [(voice.phrase("known"), shown.known)] if shown.known else []
        return Card(
            self.edition,
            view,
            shown.shown,
            voice.phrase("beside", name=view.label, what=printed),
            shown.verdict,
            shown.sentence,
            (*self._use_instead(judged), *known, *self._remarks(view)),
            judged.value.report if judged.value else None,
            _cited_print(shown, self._cited),
        )

    def _cited(self, key: str) -> str:
        """Cite a fact's value with its source."""
        voice, named = self.voice, self._named(self.voice.audit.value(key))
        source = " ".join(voice.phrase("comma").join(filter(None, named)).split())
        return voice.phrase("cited_value", value=self.edition.views[key].text, source=source)

    def _against(self, verdict: VerdictMark) -> VerdictMark:
        """Return the verdict as one on the article, beside a value that is not the article's."""
        word = self.voice.phrase("against_article", word=verdict.word)
        return VerdictMark(verdict.id, verdict.sign, word)

    def _named(self, value: Value) -> list[str]:
        """Return what a value's source is called: a document, its title, where in it."""
        voice, report = self.voice, value.report
        if report is None or not value.found:
            return [voice.phrase("from_article" if report else "of_our_own")]
        return [voice.origin(report.origin), report.origin.title, voice.places(report)]

    def _source(self, view: FactView, value: Value) -> Iterator[CardRow]:
        voice, parts = self.voice, [escape(part) for part in self._named(value)]
        if value.report and value.found and parts[1]:
            own = escape(value.report.origin.language)
            parts[1] = Markup(f'<span lang="{own}">{parts[1]}</span>')  # noqa: S704 - escaped
        yield voice.phrase("origin"), escape(voice.phrase("comma")).join(filter(None, parts))
        if value.report is None:
            if value.resolved:
                yield voice.phrase("formula"), view.formula
            if value.interval.width != 0:
                yield voice.phrase("range"), self._range(view.fact, value)

    def _range(self, fact: Fact, value: Value) -> str:
        """Say a range, rounded as its value where that would otherwise seem to lie outside."""
        known, place = value.interval, fact.place
        if not known.contains(half_up(value.quantity.value, place)):
            low, high = (end and half_up(end, place) for end in (known.low, known.high))
            known = Interval(low, high)
        return self.voice.interval(known, fact.unit)

    def _checked(self, fact: Fact, value: Value) -> Iterator[CardRow]:
        """Say when a fact was last checked, once it is due to be checked again."""
        voice, book = self.voice, self.edition.book
        if fact.review_by is None or not is_due(fact, today(book)):
            return
        seen = value.report.origin.accessed if value.report else None
        if seen is None and book.site.as_of.last <= fact.review_by.last:
            seen = book.site.as_of
        due = voice.day(fact.review_by)
        words = voice.phrase("checked_before", due=due)
        if seen is not None:
            words = voice.phrase("checked_on", date=voice.day(seen), due=due)
        yield voice.phrase("last_checked"), words

    def _prints(self, view: FactView) -> Iterator[CardRow]:
        voice = self.voice
        colon, joint = voice.phrase("colon_gap"), escape(voice.phrase("semicolon"))
        words = [Markup("{}{}{}").format(each.at, colon, each.shown) for each in view.prints]
        if words:
            yield voice.phrase("article_prints"), joint.join(words)
            if known := view.prints[0].known:
                yield voice.phrase("known"), known

    def _remarks(self, view: FactView) -> Iterator[CardRow]:
        voice, remarks = self.voice, view.fact.remarks
        for text in filter(None, (remarks.note, remarks.caveat)):
            yield voice.phrase("caveat"), remark(voice, text)
        for later in self.edition.since.get(view.key, ()):
            day = f"{voice.day(later.date)}{voice.phrase('colon_gap')}"
            yield voice.phrase("since"), day + remark(voice, later.label)

    def _use_instead(self, judged: Judgement) -> Iterator[CardRow]:
        if judged.value is None:
            return
        voice = self.voice
        try:
            words = voice.value(judged.fact)
        except TieoutError:
            return
        if judged.value.report is not None:
            said = voice.origin(judged.value.report.origin)
            words = f"{said}{voice.phrase('colon_gap')}{words}"
        elif judged.value.resolved is not None:
            words += f" = {voice.formula(judged.value.resolved)}"
        yield voice.phrase("we_use"), words


def _cited_print(shown: PrintView, cited: Callable[[str], str]) -> str:
    """Return a print with the verdict on it and what is right: no refuted figure is cited as ours.

    `cited` cites a fact by its key, with its source.
    """
    word, told = shown.verdict.word, _instead(shown, cited)
    print_ = shown.voice.phrase("cited_print", printed=shown.plain, at=shown.at, word=word)
    return shown.voice.phrase("semicolon").join((print_, *told))


def _instead(shown: PrintView, cited: Callable[[str], str]) -> Iterator[str]:
    """Yield what is to be cited in a print's stead: of a wrong label, what fits it."""
    voice, judged = shown.voice, shown.judged
    mislabelled = judged.verdict == "misdescribed"
    if mislabelled and judged.report.says:
        is_, says = really(voice, judged), voice.says(judged.report, judged.fact)
        yield voice.phrase("cited_label", is_=is_, says=says)
    if beside := judged.beside:
        yield f"{voice.dated(beside)}{voice.phrase('colon_gap')}{cited(beside.key)}"
    elif judged.value and judged.value.found:
        right = "cited_right" if mislabelled else "cited_ours"
        yield voice.phrase(right, cited=cited(judged.fact.key))
