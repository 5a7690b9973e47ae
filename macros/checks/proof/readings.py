"""The record of readings: by whom and on which day each passage was read, by its digest."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from macros.data.tree import Branch, Scalar, read_tree
from macros.problems import Location, Problems, Rule

FILE: Final = "data/proof.yml"
INITIALS: Final = re.compile(r"[^\W_][\w.-]{0,15}")
_READING: Final = re.compile(rf"{INITIALS.pattern} \d{{4}}-\d\d-\d\d")
_HEAD: Final = "# What was read beside its facts, and by whom; `tieout proof --read` writes it.\n"


def recorded(root: Path, problems: Problems) -> Mapping[str, str]:
    """Return who has read what, by digest."""
    path = root / FILE
    if not path.is_file():
        return {}
    problems = problems.under(Rule.data)
    tree = read_tree(path.read_text("utf-8", errors="replace"), FILE, problems)
    if not isinstance(tree, Branch):
        problems.add(Location(FILE, 1, 1), "this is no record of readings", "tieout proof --read")
        return {}
    for digest, by in tree.items():
        if not (isinstance(by, Scalar) and _READING.fullmatch(by)):
            told = "these are no initials with a day"
            problems.add(tree.key_places[digest], told, "tieout proof --read")
    return {str(digest): str(by) for digest, by in tree.items()}


def record(root: Path, readings: Mapping[str, str]) -> None:
    """Write down who has read what, by digest; all else that was written there is forgotten."""
    lines = (f"{json.dumps(digest)}: {reading}\n" for digest, reading in sorted(readings.items()))
    (root / FILE).write_text(_HEAD + ("".join(lines) or "{}\n"), "utf-8")
