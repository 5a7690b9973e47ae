"""What pint has said of a unit is kept, and said again without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.arithmetic import measures
from macros.arithmetic.measures import KNOWN, measure
from macros.data.inputs import installed
from macros.data.measured import BROUGHT, kept_measures
from macros.language.measures import identifiers

NAMES = ("km", "kWh", "°C", "petayear", "TFLOPS", "no_such_unit", "mile", "ppm", "hectare")


@pytest.fixture
def unknown() -> Iterator[None]:
    """Forget for a test all that was asked before it."""
    kept = dict(KNOWN)
    KNOWN.clear()
    yield
    KNOWN.clear()
    KNOWN.update(kept)


def test_what_was_asked_is_known_without_pint(
    unknown: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run has every answer of the first, also that there is no such unit."""
    with kept_measures(tmp_path):
        told = {name: measure(name) for name in NAMES}
    assert told["no_such_unit"] is None
    assert told["km"] is not None
    KNOWN.clear()
    monkeypatch.setattr(measures, "_registry", None)
    with kept_measures(tmp_path):
        assert {name: measure(name) for name in NAMES} == told


def test_what_is_brought_along_is_what_pint_says(unknown: None, tmp_path: Path) -> None:
    """Of the version that is named, for every unit of CLDR; of another one nothing is taken."""
    version, _, _ = BROUGHT.read_text("utf-8").partition("\n")
    with kept_measures(tmp_path):
        brought = {name: measure(name) for name in [*KNOWN]}
    KNOWN.clear()
    assert brought == {name: measure(name) for name in brought}
    wanted = {word for word, _ in identifiers()} if version in installed() else set()
    assert wanted <= brought.keys()
    assert bool(wanted) == bool(brought)


def test_another_version_is_asked_anew(
    unknown: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another version of pint, or of our own question, has said is not taken."""
    with kept_measures(tmp_path):
        measure("km")
    KNOWN.clear()
    monkeypatch.setattr("macros.data.measured.installed", lambda: ["pint-9.dist-info"])
    with kept_measures(tmp_path):
        assert "km" not in KNOWN
