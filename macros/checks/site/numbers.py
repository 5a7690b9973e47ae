"""What a number on a built page has to say: the same as the data, in the page's language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import Final

import markupsafe

from macros.checks.site.markup import Shown
from macros.language.writing import Language
from macros.pages.call import Call
from macros.pages.edition import Edition
from macros.problems import TieoutError

_ATTRIBUTE: Final = re.compile(r' ([\w-]+)="([^"]*)"')
_COMPARED: Final = ("value", "data-verdict")
Said = tuple[Mapping[str, str], frozenset[str]]
"""The attributes of a number's element, and its texts: with its bound and without, short."""


@dataclass
class Numerals:
    """Judges the numbers of built pages."""

    editions: Mapping[Language, Edition]
    known: dict[tuple[str, ...], Said] = field(default_factory=dict)

    def wrong(self, shown: Shown, language: Language) -> tuple[str, str] | None:
        """Return what is wrong with a number, and a repair; None if it says what the data says."""
        try:
            given, texts = self._said(shown, language)
        except TieoutError as error:
            return error.message, error.hint
        text = " ".join(shown.text.split())
        if text not in texts:
            return f"“{text}” is not what the data says", f"{min(texts)!r} is"
        for key in _COMPARED:
            if shown.given.get(key, "") != given.get(key, ""):
                told = f"the {key} of “{text}” is {shown.given.get(key, '')!r}"
                return told, f"the data gives {given.get(key, '')!r}"
        return None

    def _said(self, shown: Shown, language: Language) -> Said:
        names = ("data-kind", "data-fact", "data-count", "data-at")
        kind, fact, count, at = (shown.given.get(name, "") for name in names)
        asked = (language, kind, fact, count, at)
        if asked not in self.known:
            elements = list(self._elements(self.editions[language], kind, fact, count, at))
            attributes = {k: unescape(v) for k, v in _ATTRIBUTE.findall(elements[0].split(">")[0])}
            self.known[asked] = attributes, frozenset(e.striptags() for e in elements)
        return self.known[asked]

    def _elements(
        self, edition: Edition, kind: str, fact: str, count: str, at: str
    ) -> Iterator[markupsafe.Markup]:
        calls = [Call("count", (count,))] if kind == "count" else []
        for bound in (True, False) if kind != "count" else ():
            if kind == "printed":
                calls.append(Call("printed", (fact, at), {"bound": bound}))
            else:
                calls += [
                    Call("fact", (fact,), {"bound": bound, "short": s}) for s in (True, False)
                ]
        for call in calls:
            outcome = edition.interpret(call)
            if outcome.problem:
                raise outcome.problem
            yield outcome.html
        if kind == "printed":  # a remark's fact() without an origin is that figure, said in words
            entry, voice = edition.book.fact(fact), edition.voice
            yield markupsafe.escape(voice.report(entry, voice.audit.sources.print_of(entry, at)))
