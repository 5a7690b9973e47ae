"""What pint has said of units, kept between runs: loading it takes as long as reading the data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any

from macros.arithmetic import measures
from macros.arithmetic.dimensions import dimension
from macros.arithmetic.measures import KNOWN, Measure
from macros.data.inputs import installed, slot


@contextmanager
def kept_measures(root: Path) -> Iterator[None]:
    """Know for some work what was asked in an explainer before, and keep what it asks."""
    made_by = [*installed(), Path(measures.__file__).read_text("utf-8")]
    kept = slot(root, "measures", sha256("\0".join(made_by).encode()).hexdigest())
    KNOWN.update({name: _read(told) for name, told in json.loads(kept.recall() or b"{}").items()})
    before = len(KNOWN)
    yield
    if len(KNOWN) > before:
        kept.keep(json.dumps({name: _written(found) for name, found in KNOWN.items()}).encode())


def _written(found: Measure | None) -> list[Any] | None:
    if found is None:
        return None
    powers = {kind: str(power) for kind, power in found.dimension.powers}
    return [found.base, found.word, str(found.prefix), str(found.factor), powers]


def _read(told: list[Any] | None) -> Measure | None:
    if told is None:
        return None
    base, word, prefix, factor, powers = told
    return Measure(base, word, Fraction(prefix), Fraction(factor), dimension(powers))
