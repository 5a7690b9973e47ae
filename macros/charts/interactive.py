"""Specifications without time axes, for where a page may not make code of text."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from typing import Any


def timeless(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose time axes are axes of milliseconds.

    Both place alike. But where scripts may not make code of text, expressions are interpreted,
    and the interpreter takes the one argument of ``datetime`` for a year.
    """
    made = deepcopy(spec)
    for layer in made["layer"]:
        timed = [e for e in layer["encoding"].values() if e.get("type") == "temporal"]
        for encoding in timed:
            encoding["type"] = "quantitative"
            encoding["scale"] |= {"type": "linear", "zero": False}
            for row in layer["data"]["values"]:
                row[encoding["field"]] = _instant(row[encoding["field"]])
    return made


def _instant(day: Any) -> Any:
    if not isinstance(day, str):
        return day
    return round(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)
