"""Changes of the data in a reader's words: old value → new value, and why.

The page, the ledger, the feed and the records all say them with what is made here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from macros.audit.corrections import Turn, former_keys, turns
from macros.data.book import Change
from macros.pages.addresses import anchor
from macros.pages.macros.interpret import remark
from macros.pages.voice import Voice


@dataclass(frozen=True, eq=False)
class ChangeView:
    """One change in one language.

    Attributes:
        voice: How things are said.
        change: The entry.
        name: What names it for good, in the feed.
        turn: A correction's both ends.
    """

    voice: Voice
    change: Change
    name: str
    turn: Turn | None

    @property
    def kind(self) -> str:
        """What it does: `value` (of a value, a verdict or both), `added`, `removed` or `words`."""
        change = self.change
        if change.fact:
            return "value"
        return "added" if change.added else "removed" if change.removed else "words"

    @property
    def id(self) -> str:
        """Its anchor on the page of changes."""
        return anchor(f"change-{self.name}").replace("¶", "p")

    @cached_property
    def text(self) -> str:
        """Why; or the whole change, where it is told in words."""
        return remark(self.voice, self.change.text)

    @property
    def subjects(self) -> Iterator[tuple[str, str]]:
        """Labels of what it concerns, each with its key; without one where it is gone."""
        voice, change = self.voice, self.change
        if change.fact:
            parts = (voice.label(change.fact), self._reported)
            yield voice.phrase("comma").join(part for part in parts if part), change.fact
        for key in change.added:
            yield voice.label(key), key
        for label in change.removed.values():
            yield voice.text(label), ""

    @property
    def _reported(self) -> str:
        """Whose report was corrected, where it is not the value that we use."""
        voice, change, book = self.voice, self.change, self.voice.audit.book
        if change.report == book.site.article or (change.at and not change.report):
            at = voice.spots([change.at]) if change.at else voice.phrase("article")
            return voice.phrase("as_printed", at=at)
        return voice.origin(book.origins[change.report]) if change.report in book.origins else ""

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The value before and after, in words, or an empty pair."""
        was, turn = self.change.was, self.turn
        if turn is None or turn.fact is None or was is None or turn.became is None:
            return ()
        return tuple(self.voice.quantity(end, turn.fact.unit) for end in (was, turn.became))

    @cached_property
    def verdicts(self) -> tuple[str, ...]:
        """The verdict before and after, in words, or an empty pair."""
        was, became = self.change.verdict, self.turn and self.turn.verdict
        return tuple(
            self.voice.verdict(end).word for end in (was, became) if was and became and end
        )

    @property
    def ends(self) -> tuple[tuple[str, ...], ...]:
        """What turned into what: the value, the verdict."""
        return tuple(ends for ends in (self.values, self.verdicts) if ends)

    @property
    def arrows(self) -> tuple[str, ...]:
        """The same, each in one text."""
        return tuple(" → ".join(ends) for ends in self.ends)

    @property
    def stands(self) -> bool:
        """Whether the value that it led to is what the fact is taken to be today."""
        last = self.turn is not None and self.turn.is_last
        return bool(self.values) and last and not self.change.report

    @property
    def headline(self) -> str:
        """It in one line: what, from what, to what."""
        phrase = self.voice.phrase
        if self.kind == "words":
            return self.text
        names = phrase("semicolon").join(label for label, _ in self.subjects)
        if self.kind != "value":
            return f"{phrase(f'change_{self.kind}')}{phrase('colon_gap')}{names}"
        return f"{names}{phrase('colon_gap')}{phrase('semicolon').join(self.arrows)}"


def changes_in(voice: Voice) -> list[ChangeView]:
    """Return the changes of a book in the order of the file, the oldest first."""
    book = voice.audit.book
    ends = {id(turn.change): turn for turn in turns(voice.audit)}
    # Backwards, so that of several former names the first is kept.
    first = {key: former for former, key in reversed(former_keys(book).items())}
    seen: Counter[str] = Counter()
    found = []
    for change in book.changes:
        fact = first.get(change.fact, change.fact)  # a name for good outlives the fact's own
        day = change.date.first.isoformat()
        name = "/".join(part for part in (day, fact, change.report, change.at) if part)
        seen[name] += 1
        numbered = not change.fact or seen[name] > 1
        name = f"{name}/{seen[name]}" if numbered else name
        found.append(ChangeView(voice, change, name, ends.get(id(change))))
    return found
