"""What a chart shows, in words and numbers; nothing about how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from macros.problems import TieoutError

Width = Literal["wide", "narrow"]
Beyond = Literal["", "above", "below"]
OTHER = "#767c85"
WHOLE = 100.0


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a chart.

    Attributes:
        key: Provenance, such as `aws_revenue[2024]`; it stays in the chart's data.
        label: What the value belongs to: the row; in `lines` the period's words under the axis;
            in `timeline` what happened.
        text: The value in words, the only text shown for it; in `timeline` the date's words.
        value: Position, in the axis' unit; None for a vague value or a range, of which `low` to
            `high` is drawn.
        low: Lower end of the interval, in the axis' unit.
        high: Upper end of the interval, in the axis' unit.
        group: Series (`lines`, `multiples`), column (`grouped`, `slope`), side (`dumbbell`,
            `moves`), part (`shares`), or heading (`timeline`).
        color: The light scheme's literal.
        open: Forecast, intended, “up to”: drawn as an outline.
        wrong: Does not hold (`dumbbell`, `checked`): drawn open and red, with “≠” before its text.
        beyond: Whether the truth lies above its value, or below, with no end known: an arrow.
        start: First day, for `lines` and `timeline`.
        end: Last day; without it the datum is an instant.
    """

    key: str
    label: str
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    group: str = ""
    color: str = OTHER
    open: bool = False
    wrong: bool = False
    beyond: Beyond = ""
    start: date | None = None
    end: date | None = None

    @property
    def words(self) -> str:
        """The text as it is drawn: a value that does not hold says so without its colour."""
        return f"≠\u00a0{self.text}" if self.wrong else self.text

    @property
    def extent(self) -> tuple[float, float]:
        """The least and the greatest position that the datum covers."""
        places = [place for place in (self.low, self.value, self.high) if place is not None]
        return (min(places), max(places)) if places else (0.0, 0.0)

    @property
    def middle(self) -> float:
        """Where its words point to: its value, or the middle of what it covers."""
        return self.value if self.value is not None else sum(self.extent) / 2

    def bare(self) -> Datum:
        """Return it as a value alone, without the range around it."""
        return replace(self, value=self.middle, low=None, high=None)

    @property
    def has_range(self) -> bool:
        """Whether both ends of its interval are known."""
        return self.low is not None and self.high is not None

    @property
    def is_open(self) -> bool:
        """Whether it is drawn as an outline."""
        return self.open or self.wrong

    @property
    def is_vague(self) -> bool:
        """Whether a line to it is a guess: it is a forecast, does not hold, or has no one value."""
        return self.is_open or self.value is None

    @property
    def days(self) -> tuple[int, int]:
        """The ordinals of its first and its last day."""
        if self.start is None:
            raise TieoutError(f"{self.label!r} is a value without a date")
        return self.start.toordinal(), (self.end or self.start).toordinal()

    @property
    def day(self) -> int:
        """The ordinal of the day that it stands at: its instant, or its period's middle."""
        return sum(self.days) // 2


@dataclass(frozen=True, slots=True)
class Link:
    """One arrow of `flows`, from the node keyed `source` to the node keyed `target`.

    Attributes:
        label: What flows.
        text: How much, in words; may be empty.
        value: The arrow's width; None if the amount is not known, which is drawn dashed.
        color: The light scheme's literal.
        dashed: Intended or forecast: drawn as a dashed outline.
        key: Provenance.
    """

    source: str
    target: str
    label: str
    text: str
    value: float | None
    color: str
    dashed: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart, complete: the same picture always gives the same bytes.

    Attributes:
        form: A form's name: that of a module in `charts/forms`.
        title: Shown above the chart on a page, and inside the downloads.
        measure: What is measured, its unit and period; shown under the title.
        data: The values, in reading order.
        links: The arrows of `flows`.
        nodes: The boxes of `flows`: `key` is named by links, `label` is shown.
        ticks: Axis positions with their words; in `timeline` a position is a day's ordinal.
        breaks: Days on which a definition changed, with their note (`lines`).
        references: Values to compare with, across the whole of it; `label` is what each is called.
        footer: Source, as-of date, short address and licence, on one line or more; inside the
            downloads.
        lang: Language of all words, as in HTML.
        scales: In `multiples`, the ticks of each panel where each has a scale of its own.
        steps: In `lines` and `multiples`, hold a value until the next one, without a slope.
    """

    form: str
    title: str
    measure: str
    data: tuple[Datum, ...] = ()
    links: tuple[Link, ...] = ()
    nodes: tuple[Datum, ...] = ()
    ticks: tuple[tuple[float, str], ...] = ()
    breaks: tuple[tuple[date, str], ...] = ()
    references: tuple[Datum, ...] = ()
    scales: tuple[tuple[tuple[float, str], ...], ...] = ()
    footer: str = ""
    lang: str = ""
    joint: str = " "
    steps: bool = False

    @property
    def covered(self) -> tuple[float, float]:
        """The least and the greatest position that values take."""
        shown = (*self.data, *self.references)
        ends = [end for datum in shown for end in datum.extent]
        return min(ends), max(ends)

    @property
    def reach(self) -> tuple[float, float]:
        """The least and the greatest position that values and ticks take."""
        ends = [*self.covered, *(at for at, _ in self.ticks)]
        return min(ends), max(ends)

    def told(self, link: Link, gap: str) -> str:
        """Return an arrow in words: from whom to whom, what, and how much."""
        names = {node.key: node.label for node in self.nodes}
        ends = " → ".join(names.get(key, key) for key in (link.source, link.target))
        return f"{ends}{gap}{link.label} {link.text}".strip()

    def named(self, datum: Datum) -> str:
        """Return what a value to compare with is called, with the value."""
        return f"{datum.label}{self.joint}{datum.words}"
