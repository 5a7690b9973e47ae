"""The authors' reference of the data is complete: keys, units, bounds, periods, bases, tiers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from macros.arithmetic.period import EXAMPLES, parse_period
from macros.arithmetic.quantity import BOUNDS
from macros.arithmetic.units import BUILT_IN, SCALES
from macros.data.schema.facts import File
from macros.data.schema.json_schema import ABOUT, about, schema
from macros.data.schema.kinds import BASES, TIERS
from macros.language.tongue import known
from macros.pages import reference

SCHEMA = schema()
FIELDS = reference.told("fields")


def keys() -> Iterator[tuple[str, str]]:
    """Yield each key of each kind of entry."""
    made = File.model_json_schema(by_alias=True)
    for name, model in {"File": made, **made["$defs"]}.items():
        yield from ((name, key) for key in model.get("properties", {}) if key not in known())


@pytest.mark.parametrize(("model", "key"), list(keys()))
def test_each_key_says_what_it_holds(model: str, key: str) -> None:
    """An editor shows it on hover, and the reference lists it."""
    held = (SCHEMA if model == "File" else SCHEMA["$defs"][model])["properties"][key]
    assert held["description"] == about(model, key)
    line = f"### {key}\n" if model == "File" else f"* `{key}`"
    assert line in FIELDS


def test_nothing_is_told_of_keys_that_are_none() -> None:
    """Each text is of a key that there is; one of an entry differs from that of the key alone."""
    found = list(keys())
    assert {name.rpartition(".")[2] for name in ABOUT} == {key for _, key in found}
    for name in ABOUT:
        model, _, key = name.rpartition(".")
        assert not model or (model, key) in found
        assert not model or ABOUT[name] != ABOUT.get(key)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((*BUILT_IN, *SCALES), reference.told("units")),
        (BOUNDS, reference.told("bounds")),
        (EXAMPLES.values(), reference.told("periods")),
        ((*BASES, *TIERS), reference.told("bases")),
    ],
)
def test_what_is_built_in_is_listed(names: tuple[str, ...], told: str) -> None:
    """No unit, scale, bound, kind of period, basis or tier is left out."""
    assert [name for name in names if f"`{name}`" not in told] == []


def test_each_kind_of_period_has_an_example() -> None:
    """What the reference shows of a kind is read as that kind."""
    assert {kind: parse_period(text).kind for kind, text in EXAMPLES.items()} == {
        kind: kind for kind in EXAMPLES
    }
