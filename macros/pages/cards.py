"""The card of a number: value, what it is, who says so, whether it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from macros.arithmetic.expression import keys_of
from macros.audit.due import is_due, today
from macros.audit.verdict import Judgement, Value
from macros.data.book import Fact, Report
from macros.language.tongue import language_of
from macros.pages.verdicts import explain
from macros.pages.voice import Voice, anchor
from macros.problems import TieoutError

MAX_TREE = 6


@dataclass(frozen=True)
class Cards:
    """Makes the cards of one language.

    Attributes:
        voice: How things are said.
        site: Address of the language's root, for citations; may be empty.
    """

    voice: Voice
    site: str = ""

    def of_fact(self, fact: Fact, name: str) -> dict[str, Any]:
        """Return the card of what a fact is taken to be."""
        voice = self.voice
        value = voice.audit.value(fact.key)
        judged = voice.audit.judgements_of(fact.key)
        return {
            **self._common(fact, name, voice.value(fact)),
            "verdict": self._against(judged[0]) if judged else None,
            "rows": [
                *self._source(fact, value),
                *self._checked(fact, value),
                *self._prints(judged),
                *self._remarks(fact),
            ],
            "tree": self.tree(fact),
            "links": self._links(fact, value.report),
        }

    def of_print(self, fact: Fact, report: Report, name: str) -> dict[str, Any]:
        """Return the card of what the article printed."""
        voice = self.voice
        judged = next(j for j in voice.audit.judgements_of(fact.key) if j.report is report)
        return {
            **self._common(fact, name, voice.report(fact, report)),
            "label": f"{voice.text(fact.label)}{voice.phrase('list_comma')}"
            f"{voice.phrase('as_printed', at=voice.at(report))}",
            "verdict": self._verdict(judged),
            "rows": [*self._use_instead(judged), *self._known(judged), *self._remarks(fact)],
            "tree": self.tree(fact),
            "links": self._links(fact, judged.value.report if judged.value else None),
        }

    def _common(self, fact: Fact, name: str, value: str) -> dict[str, Any]:
        voice = self.voice
        permalink = f"{self.site}ledger.html#{anchor(fact.key)}"
        label = voice.text(fact.label)
        return {
            "id": name,
            "value": value,
            "label": label,
            "who": voice.who(fact.identity),
            "when": voice.period(fact.identity),
            "basis": voice.basis(fact.identity),
            "permalink": permalink,
            "citation": self.citation(fact, value, permalink),
        }

    def citation(self, fact: Fact, value: str, permalink: str) -> str:
        """Return a line that cites a fact on this site."""
        voice, site = self.voice, self.voice.audit.book.site
        parts = [f"{voice.text(fact.label)}: {value}", voice.period(fact.identity)]
        as_of = voice.phrase("as_of", date=voice.day(site.as_of))
        joint = voice.phrase("list_comma")
        return (
            f"{joint.join(p for p in parts if p)}. {voice.text(site.title)}, {as_of}. {permalink}"
        )

    def _verdict(self, judged: Judgement) -> dict[str, str]:
        return {**self.voice.verdict(judged.verdict), "sentence": explain(self.voice, judged)}

    def _against(self, judged: Judgement) -> dict[str, str]:
        """Return the verdict as one on the article, beside a value that is not the article's."""
        verdict = self._verdict(judged)
        return {**verdict, "word": self.voice.phrase("against_article", word=verdict["word"])}

    def _source(self, fact: Fact, value: Value) -> Iterator[tuple[str, str]]:
        voice = self.voice
        if value.report is None:
            yield voice.phrase("origin"), voice.phrase("of_our_own")
            if value.resolved:
                yield voice.phrase("formula"), voice.formula(value.resolved)
            if not value.interval.is_point:
                yield voice.phrase("range"), voice.interval(value.interval, fact.unit)
            return
        if not value.found:
            yield voice.phrase("origin"), voice.phrase("from_article")
            return
        origin = value.report.origin
        where = voice.places(value.report)
        title = Markup('<span lang="{}">{}</span>').format(language_of(origin.title), origin.title)
        parts = [voice.origin(origin), title if origin.title else "", where]
        comma = escape(voice.phrase("list_comma"))
        yield voice.phrase("origin"), comma.join(p for p in parts if p)

    def _checked(self, fact: Fact, value: Value) -> Iterator[tuple[str, str]]:
        """Say when a fact was last checked, once it is due to be checked again."""
        voice, book = self.voice, self.voice.audit.book
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

    def _prints(self, judged: tuple[Judgement, ...]) -> Iterator[tuple[str, str]]:
        voice = self.voice
        words = [
            voice.phrase("dated", name=voice.report(j.fact, j.report), date=voice.at(j.report))
            for j in judged
        ]
        if words:
            yield voice.phrase("article_prints"), voice.phrase("semicolon").join(words)
        yield from self._known(judged[0]) if judged else ()

    def _use_instead(self, judged: Judgement) -> Iterator[tuple[str, str]]:
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

    def _known(self, judged: Judgement) -> Iterator[tuple[str, str]]:
        if judged.known is not None:
            yield self.voice.phrase("known"), self.voice.known(judged.known)

    def _remarks(self, fact: Fact) -> Iterator[tuple[str, str]]:
        voice, remarks = self.voice, fact.remarks
        for remark in (remarks.note, remarks.caveat):
            if remark:
                yield voice.phrase("caveat"), voice.remark(remark)
        for development in voice.audit.book.developments:
            if fact.key in development.affects:
                date = voice.day(development.date)
                yield (
                    voice.phrase("since"),
                    f"{date}{voice.phrase('colon_gap')}{voice.remark(development.label)}",
                )

    def tree(self, fact: Fact, depth: int = 0) -> list[dict[str, Any]]:
        """Return the inputs of a derived fact, each with its own, down to reports."""
        value = self.voice.audit.values.get(fact.key)
        if fact.formula is None or depth > MAX_TREE or value is None or value.report is not None:
            return []
        return [self._node(key, depth) for key in dict.fromkeys(keys_of(fact.formula))]

    def _node(self, key: str, depth: int) -> dict[str, Any]:
        voice = self.voice
        given = voice.audit.book.fact(key)
        return {
            "label": voice.dated(given),
            "text": voice.value(given),
            "href": f"ledger.html#{anchor(key)}",
            "children": self.tree(given, depth + 1),
        }

    def _links(self, fact: Fact, report: Report | None) -> list[tuple[str, str]]:
        voice = self.voice
        links = [(voice.phrase("ledger"), f"ledger.html#{anchor(fact.key)}")]
        if report is not None:
            links.append((voice.text(report.origin.publisher), report.origin.url))
        return links
