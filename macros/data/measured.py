"""What pint has said of units, kept between runs: loading it takes as long as reading the data.

What it says of units that have a name in CLDR is brought along: `python -m macros.data.measured`
asks it again, for the version that is installed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from macros.arithmetic import measures
from macros.arithmetic.measures import KNOWN, Measure, measure
from macros.data.inputs import installed, slot

BROUGHT: Final = Path(measures.__file__).with_suffix(".json")


@contextmanager
def kept_measures(root: Path) -> Iterator[None]:
    """Know for some work what was asked in an explainer before, and keep what it asks."""
    code = (Path(file).read_text("utf-8") for file in (measures.__file__, __file__))
    made_by = [*installed(), *code]
    kept = slot(root, "measures", sha256("\0".join(made_by).encode()).hexdigest())
    version, _, brought = BROUGHT.read_bytes().partition(b"\n")
    body = kept.recall() or (brought if version.decode() in made_by else b"{}")
    KNOWN.update(json.loads(body))
    before = len(KNOWN)
    yield
    if len(KNOWN) > before:
        kept.keep(_written())


def _written() -> bytes:
    """Return what is known, one unit a line."""
    told = ((n, asdict(k) if isinstance(k, Measure) else k) for n, k in sorted(KNOWN.items()))
    write = partial(json.dumps, ensure_ascii=False, separators=(",", ":"), default=str)
    lines = ",\n".join(write({name: each})[1:-1] for name, each in told)
    return f"{{{lines}}}\n".encode()


def _bring_along() -> None:
    """Ask pint again for all that is brought along, and write it down with pint's version."""
    names = json.loads(BROUGHT.read_bytes().partition(b"\n")[2])
    KNOWN.clear()
    for name in names:
        measure(name)
    version = next(each for each in installed() if each.lower().startswith("pint-"))
    BROUGHT.write_bytes(version.encode() + b"\n" + _written())


if __name__ == "__main__":
    _bring_along()
