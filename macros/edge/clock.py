"""The clock of a build: the day of the data, so that the same data gives the same bytes."""

from __future__ import annotations

from calendar import timegm
from collections.abc import MutableMapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import yaml

VARIABLE = "SOURCE_DATE_EPOCH"


def as_of(data: Path) -> date | None:
    """Return the `as_of` date at the top of a data file, reading no further than that.

    None if there is no such date: reporting a broken file is the business of the check.
    """
    try:
        with data.open(encoding="utf-8") as stream:
            for key, value in pairwise(yaml.parse(stream)):
                if getattr(key, "value", None) == "as_of":
                    return date.fromisoformat(getattr(value, "value", ""))
    except (OSError, ValueError, yaml.YAMLError):
        return None
    return None


def set_clock(day: date | None, environment: MutableMapping[str, str]) -> str:
    """Set the build's clock to a day, unless the environment already has one.

    Returns:
        What it was set to; nothing if it was not.
    """
    if day is None or VARIABLE in environment:
        return ""
    environment[VARIABLE] = str(timegm(day.timetuple()))  # the start of the day, UTC
    return environment[VARIABLE]


def unset_clock(told: str, environment: MutableMapping[str, str]) -> None:
    """Take the clock away again, if it is what we have set."""
    if told and environment.get(VARIABLE) == told:
        del environment[VARIABLE]
