"""What each key of the data file holds: told to editors on hover, and in the authors' reference."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from macros.data.schema.facts import File
from macros.language.tongue import known

ABOUT: Final[Mapping[str, str]] = tomllib.loads(
    Path(__file__).with_name("about.toml").read_text("utf-8")
)
"""By key; where a key holds something else in one kind of entry, by that kind and key."""


def schema() -> dict[str, Any]:
    """Return the data file's JSON Schema, each key with what it holds."""
    made: dict[str, Any] = File.model_json_schema(by_alias=True)
    for name, model in {"File": made, **made["$defs"]}.items():
        for key, held in model.get("properties", {}).items():
            if key not in known():
                held["description"] = about(name, key)
                if "oneOf" in held:  # a text alone may be of either kind
                    held["anyOf"] = held.pop("oneOf")
    return made


def entries_in(held: Any) -> Iterator[str]:
    """Yield the names of the entries that may stand somewhere, by its JSON Schema."""
    if isinstance(held, Mapping):
        for key, value in held.items():
            if key == "$ref":
                yield str(value).rpartition("/")[2]
            # Which lists again what the references beside it name.
            elif key != "discriminator":
                yield from entries_in(value)
    elif isinstance(held, list):
        for each in held:
            yield from entries_in(each)


def schema_text() -> str:
    """Return the data file's JSON Schema as it is kept beside it."""
    return json.dumps(schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def about(model: str, key: str) -> str:
    """Return what a key of an entry holds."""
    return ABOUT.get(f"{model}.{key}") or ABOUT[key]
