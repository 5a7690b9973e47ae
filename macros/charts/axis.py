"""Scales of values and of days onto px."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import altair as alt


@dataclass(frozen=True, slots=True)
class Axis:
    """A linear scale from `low` to `high` onto the px from `start` to `stop`."""

    low: float
    high: float
    start: float
    stop: float
    time: bool = False

    @classmethod
    def wide(cls, low: float, high: float, start: float, stop: float, time: bool = False) -> Axis:
        """Return an axis that has some extent even where its values have none."""
        return cls(low, high if high > low else low + 1, start, stop, time)

    def at(self, value: float) -> float:
        """Return the px of a value (of a time axis: of a day's ordinal)."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.stop - self.start)

    def scale(self) -> alt.Scale:
        """Return the axis as Vega-Lite's scale."""
        ends = [self.start, self.stop]
        if not self.time:
            return alt.Scale(domain=[self.low, self.high], range=ends, nice=False, zero=False)
        days = [(day - 719163) * 86_400_000 for day in (self.low, self.high)]
        return alt.Scale(type="utc", domain=days, range=ends, nice=False)


UNSET: Final = Axis(0, 1, 0, 1)
