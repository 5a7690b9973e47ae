"""Says facts in a language: values, periods, sources and formulas as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from macros.arithmetic.expression import written
from macros.arithmetic.period import Period
from macros.arithmetic.quantity import Interval, Quantity
from macros.arithmetic.units import Unit
from macros.audit.audit import Audit
from macros.audit.resolving import Resolved
from macros.audit.verdict import SIGNS
from macros.data.book import ARTICLE_MARK, Fact, Identity, Report
from macros.data.schema.declarations import Texts
from macros.data.schema.facts import Verdict
from macros.data.schema.origins import Origin
from macros.language.reading.dates import edge_of
from macros.language.tongue import words
from macros.language.words import Words
from macros.language.writing import Language, word, word_date, word_edge, word_interval, word_period
from macros.pages.addresses import ROOT, leaf_of, leaves, quoted
from macros.pages.source import Page
from macros.problems import nearest, unknown


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """A verdict as readers see it."""

    id: Verdict
    sign: str
    word: str


@dataclass(frozen=True)
class Voice:
    """One language's way of saying what a book holds; each text is made once.

    Attributes:
        audit: Values and verdicts.
        language: Its code, such as ``en``.
        pages: The language's pages, in which a call may look for another.
    """

    audit: Audit
    language: Language
    pages: tuple[Page, ...] = ()
    _said: dict[tuple[object, ...], str] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def callers(self) -> dict[str, str]:
        """The address of the first page that makes each call."""
        pages = reversed(self.pages)  # of several the first is kept
        return {call.name: page.address for page in pages for call in page.calls}

    def address(self, call: str, anchor: str = "") -> str:
        """Return where the page is that makes a call, or else the home page, from our root."""
        return quoted(self.callers.get(call, "index.html")) + (f"#{anchor}" if anchor else "")

    def link(self, call: str, anchor: str = "") -> str:
        """Return the same as a link from whatever page, to the leaf itself: see `settled`."""
        leaf = self._leaves.get(anchor, 1) if call == "ledger" else 1
        return ROOT + leaf_of(self.address(call, anchor), leaf)

    @cached_property
    def _leaves(self) -> Mapping[str, int]:
        return leaves(self.audit.book) if "ledger" in self.callers else {}

    @cached_property
    def _labels(self) -> Counter[str]:
        return Counter(self.text(fact.label) for fact in self.audit.book.facts.values())

    def _once(self, asked: tuple[object, ...], say: Callable[[], str]) -> str:
        """Return what is said of something, which is put into words when it is first asked for."""
        if asked not in self._said:
            self._said[asked] = say()
        return self._said[asked]

    @cached_property
    def words(self) -> Words:
        """The language's fixed words."""
        return words(self.language, self.text(self.audit.book.site.called))

    def phrase(self, key: str, **values: str) -> str:
        """Return a fixed phrase, filled in."""
        return self.words.phrases[key].format(**values)

    def sentence(self, key: str, **values: str) -> str:
        """Return a sentence of a verdict, filled in."""
        return self.words.sentences[key].format(**values)

    def text(self, text: Texts | None) -> str:
        """Return the language's version of a text."""
        return text[self.language] if text else ""

    def quantity(
        self,
        quantity: Quantity,
        unit: Unit,
        *,
        bound: bool = True,
        short: bool = False,
        spelled: bool = True,
    ) -> str:
        """Say a quantity."""
        asked = (quantity, unit, bound, short, spelled)
        if (said := self._said.get(asked)) is None:
            form = {"bound": bound, "short": short, "spelled": spelled}
            named = self.audit.book.unit_words
            said = self._said[asked] = word(quantity, self.language, unit=unit, words=named, **form)
        return said

    def value(self, fact: Fact, *, bound: bool = True, short: bool = False) -> str:
        """Say what a fact is taken to be.

        Raises:
            TieoutError: It has no value.
        """
        quantity = self.audit.value(fact.key).quantity
        return self.quantity(quantity, fact.unit, bound=bound, short=short)

    def report(self, fact: Fact, report: Report) -> str:
        """Say the value that one origin gives."""
        literal = report.quantity.literal
        if literal and (edge := edge_of(report.printed)):
            return word_edge(edge, literal, self.language)
        return self.quantity(report.quantity, fact.unit)

    def interval(self, interval: Interval, unit: Unit) -> str:
        """Say a range."""
        return word_interval(interval, self.language, unit=unit, words=self.audit.book.unit_words)

    def entity(self, entity: str) -> str:
        """Return an entity's name."""
        if found := self.audit.book.entities.get(entity):
            return self.text(found.label)
        raise unknown("entity", entity, nearest(entity, self.audit.book.entities))

    def who(self, identity: Identity) -> str:
        """Say whose the fact is, and towards whom."""
        names = (identity.entity, identity.counterparty)
        return " → ".join(self.entity(name) for name in names if name)

    def dated(self, fact: Fact) -> str:
        """Return a fact's label, with its period where other facts may have the same label."""
        label = self.text(fact.label)
        alone = not fact.series and self._labels[label] == 1
        period = "" if alone else self.period(fact.identity, short=True)
        return self.phrase("dated", name=label, date=period) if period else label

    def label(self, key: str) -> str:
        """Return what a fact or statement is; the key of what is there no longer."""
        book = self.audit.book
        if fact := book.facts.get(key):
            return self.dated(fact)
        return self.text(book.statements[key].label) if key in book.statements else key

    def basis(self, identity: Identity) -> str:
        """Say the basis and, where there is one, the measure."""
        terms = (self.audit.book.terms[t] for t in (identity.measure, identity.stage) if t)
        return self.phrase("comma").join((self.basis_name(identity.basis), *map(self.text, terms)))

    def basis_name(self, basis: str) -> str:
        """Name a basis: as the data declares it, or as the language does."""
        label = self.audit.book.bases[basis].label
        return self.text(label) if label else self.words.bases[basis]

    def period(self, identity: Identity, *, short: bool = False) -> str:
        """Say a fact's period."""
        if identity.period is None:
            return ""
        whose = self.audit.book.entities[identity.entity].fiscal
        say = partial(word_period, identity.period, self.language, whose, short=short)
        return self._once((identity.period.text, whose, short), say)

    def day(self, period: Period) -> str:
        """Say a date as exactly as it is known."""
        return self._once((period.text,), partial(word_date, period.text, self.language))

    @cached_property
    def as_of(self) -> str:
        """Say up to which day the evidence was read."""
        return self.phrase("as_of", date=self.day(self.audit.book.site.as_of))

    def verdict(self, verdict: Verdict) -> VerdictMark:
        """Return a verdict as readers see it."""
        return VerdictMark(verdict, SIGNS[verdict], self.words.verdicts[verdict])

    def said(self, key: str, **values: str) -> str:
        """Return what machines read, filled in; nothing speaks of a text where none is reviewed."""
        alone = f"{key}_alone"
        reviewed = self.audit.book.site.article or alone not in self.words.said
        return self.words.said[key if reviewed else alone].format(**values)

    def origin(self, origin: Origin) -> str:
        """Name a document: publisher and date."""
        if origin.id == self.audit.book.site.article:
            return self.phrase("article")
        name = self.text(origin.publisher)
        return self.phrase("dated", name=name, date=self.day(origin.published))

    def places(self, report: Report) -> str:
        """Say where in its origin a report stands."""
        if numbers := report.paragraphs:
            key = "paragraph" if len(numbers) == 1 else "paragraphs"
            return self.phrase(key, n=self.phrase("list_comma").join(map(str, numbers)))
        return self.phrase("list_comma").join(report.at)

    def spots(self, at: Iterable[str]) -> str:
        """Say places of the article in short, such as ¶7 or 第7段."""
        said = (self.phrase("at_paragraph", n=p[1:]) if p[0] == ARTICLE_MARK else p for p in at)
        return " ".join(said)

    def is_own(self, report: Report) -> bool:
        """Whether a document prints in this language, by its own word or its title."""
        return report.origin.language == self.language

    def printed(self, fact: Fact, report: Report, *, bound: bool = True) -> str:
        """Say in a sentence what a document prints: its own characters, in its own language."""
        whole = bound or report.quantity.bound == "exact"
        if report.printed and whole and self.is_own(report):
            return report.printed
        if whole:
            return self.report(fact, report)
        return self.quantity(report.quantity, fact.unit, bound=bound)

    def says(self, report: Report, fact: Fact) -> str:
        """Say the attributes that a report states otherwise."""
        spoken = fact.identity.saying(report.says)
        words = []
        for key in report.says:
            if key == "period":
                words.append(self.period(spoken))
            elif key == "basis":
                words.append(self.basis_name(spoken.basis))
            elif key in ("entity", "counterparty"):
                words.append(self.entity(getattr(spoken, key)))
            else:
                words.append(self.text(self.audit.book.terms[getattr(spoken, key)]))
        return self.phrase("comma").join(words)

    def formula(self, resolved: Resolved) -> str:
        """Write a formula with its inputs' values in place."""
        names = {key: self.report(i.fact, i.report) for key, i in resolved.inputs.items()}
        return written(resolved.tree, names, self.phrase("list_comma"))
