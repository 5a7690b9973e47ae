"""Specifications without time axes, for where a page may not make code of text."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any


def timeless(spec: dict[str, Any]) -> dict[str, Any]:
    """Return a specification whose time axes are axes of milliseconds.

    Both place alike. But where scripts may not make code of text, expressions are interpreted,
    and the interpreter takes the one argument of ``datetime`` for a year.
    """
    return {**spec, "layer": [_timeless(layer) for layer in spec["layer"]]}


def _timeless(layer: dict[str, Any]) -> dict[str, Any]:
    encoding = layer["encoding"]
    fields = {e["field"] for e in encoding.values() if e.get("type") == "temporal"}
    rows = [_in_milliseconds(row, fields) for row in layer["data"]["values"]]
    return {
        **layer,
        "data": {"values": rows},
        "encoding": {channel: _linear(given) for channel, given in encoding.items()},
    }


def _in_milliseconds(row: dict[str, Any], fields: set[str]) -> dict[str, Any]:
    return {k: _instant(v) if k in fields and isinstance(v, str) else v for k, v in row.items()}


def _instant(day: str) -> int:
    return round(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)


def _linear(given: dict[str, Any]) -> dict[str, Any]:
    if given.get("type") != "temporal":
        return given
    return {
        **given,
        "type": "quantitative",
        "scale": {**given["scale"], "type": "linear", "zero": False},
    }
