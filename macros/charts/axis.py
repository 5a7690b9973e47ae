"""Scales of values and of days onto px."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final


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

    def px(self, value: Any) -> float:
        """Return the px of a value as a row has it: a number, or of a time axis a day in ISO."""
        return self.at(date.fromisoformat(value).toordinal() if self.time else value)


UNSET: Final = Axis(0, 1, 0, 1)
