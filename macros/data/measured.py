"""What pint has said of units, kept between runs: loading it takes as long as reading the data.

What it says of units that have a name in CLDR is brought along: `python -m macros.data.measured`
asks it again, for the version that is installed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from macros.arithmetic import measures
from macros.arithmetic.measures import KNOWN, Measure, dimension, measure
from macros.data.inputs import installed, slot

BROUGHT: Final = Path(measures.__file__).with_suffix(".json")


@contextmanager
def kept_measures(root: Path) -> Iterator[None]:
    """Know for some work what was asked in an explainer before, and keep what it asks."""
    made_by = [*installed(), Path(measures.__file__).read_text("utf-8")]
    kept = slot(root, "measures", sha256("\0".join(made_by).encode()).hexdigest())
    version, _, brought = BROUGHT.read_bytes().partition(b"\n")
    body = kept.recall() or (brought if version.decode() in made_by else b"{}")
    KNOWN.update({name: _read(told) for name, told in json.loads(body).items()})
    before = len(KNOWN)
    yield
    if len(KNOWN) > before:
        kept.keep(_written().encode())


def _written() -> str:
    """Return what is known, one unit a line."""
    lines = (f"{json.dumps(name)}:{json.dumps(_told(KNOWN[name]))}" for name in sorted(KNOWN))
    return "{" + ",\n".join(lines) + "}\n"


def _told(found: Measure | None) -> list[Any] | None:
    if found is None:
        return None
    powers = {kind: str(power) for kind, power in found.dimension.powers}
    return [found.base, found.word, str(found.prefix), str(found.factor), powers]


def _read(told: list[Any] | None) -> Measure | None:
    if told is None:
        return None
    base, word, prefix, factor, powers = told
    return Measure(base, word, Fraction(prefix), Fraction(factor), dimension(powers))


def _bring_along() -> None:
    """Ask pint again for all that is brought along, and write it down with pint's version."""
    names = json.loads(BROUGHT.read_bytes().partition(b"\n")[2])
    KNOWN.clear()
    for name in names:
        measure(name)
    version = next(each for each in installed() if each.lower().startswith("pint-"))
    BROUGHT.write_text(f"{version}\n{_written()}", "utf-8")


if __name__ == "__main__":
    _bring_along()
