"""Changes of the data in a reader's words: old value → new value, and why.

The page, the ledger, the feed and the records all say them with what is made here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros.arithmetic.quantity import Quantity
from macros.audit.corrections import Turn, former_keys, turns
from macros.data.book import Change
from macros.pages.addresses import anchor
from macros.pages.macros.interpret import remark
from macros.pages.voice import Voice


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change, said in a language.

    Attributes:
        change: The entry.
        name: What names it for good, in the feed.
        subjects: Labels of what it concerns, each with its key; without one where it is gone.
        turn: A correction's both ends.
        values: The value before and after, in words, or an empty pair.
        verdicts: The verdict before and after, in words, or an empty pair.
        text: Why; or the whole change, where it is told in words.
    """

    change: Change
    name: str
    subjects: tuple[tuple[str, str], ...]
    turn: Turn | None
    values: tuple[str, ...]
    verdicts: tuple[str, ...]
    text: str

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


@dataclass(frozen=True)
class Changes:
    """Says the changes of a book in one language."""

    voice: Voice

    def told(self) -> list[ChangeView]:
        """Return the changes in the order of the file, the oldest first."""
        book = self.voice.audit.book
        ends = {id(turn.change): turn for turn in turns(self.voice.audit)}
        # Backwards, so that of several former names the first is kept.
        first = {key: former for former, key in reversed(former_keys(book).items())}
        seen: Counter[str] = Counter()
        found = []
        for change in book.changes:
            fact = first.get(change.fact, change.fact)  # a name for good outlives the fact's own
            day = change.date.first.isoformat()
            name = "/".join(p for p in (day, fact, change.report, change.at) if p)
            seen[name] += 1
            numbered = not change.fact or seen[name] > 1
            name = f"{name}/{seen[name]}" if numbered else name
            found.append(self._told(change, name, ends.get(id(change))))
        return found

    def _told(self, change: Change, name: str, turn: Turn | None) -> ChangeView:
        return ChangeView(
            change=change,
            name=name,
            subjects=tuple(self._subjects(change)),
            turn=turn,
            values=self._values(change, turn),
            verdicts=self._verdicts(change, turn),
            text=remark(self.voice, change.text),
        )

    def _subjects(self, change: Change) -> Iterator[tuple[str, str]]:
        voice = self.voice
        if change.fact:
            parts = [voice.label(change.fact), self._reported(change)]
            yield voice.phrase("comma").join(part for part in parts if part), change.fact
        for key in change.added:
            yield voice.label(key), key
        for label in change.removed.values():
            yield voice.text(label), ""

    def _reported(self, change: Change) -> str:
        """Say whose report was corrected, where it is not the value that we use."""
        voice, origins = self.voice, self.voice.audit.book.origins
        if change.report == voice.audit.book.site.article or (change.at and not change.report):
            return voice.phrase(
                "as_printed", at=voice.spots([change.at]) if change.at else voice.phrase("article")
            )
        return voice.origin(origins[change.report]) if change.report in origins else ""

    def _values(self, change: Change, turn: Turn | None) -> tuple[str, ...]:
        if turn is None or turn.fact is None or change.was is None or turn.became is None:
            return ()
        ends: tuple[Quantity, ...] = (change.was, turn.became)
        return tuple(self.voice.quantity(end, turn.fact.unit) for end in ends)

    def _verdicts(self, change: Change, turn: Turn | None) -> tuple[str, ...]:
        if turn is None or change.verdict is None or turn.verdict is None:
            return ()
        return tuple(self.voice.verdict(end).word for end in (change.verdict, turn.verdict))

    def headline(self, told: ChangeView) -> str:
        """Return a change in one line: what, from what, to what."""
        voice = self.voice
        if told.kind == "words":
            return told.text
        names = voice.phrase("semicolon").join(label for label, _ in told.subjects)
        if told.kind != "value":
            return f"{voice.phrase(f'change_{told.kind}')}{voice.phrase('colon_gap')}{names}"
        ends = voice.phrase("semicolon").join(told.arrows)
        return f"{names}{voice.phrase('colon_gap')}{ends}"
