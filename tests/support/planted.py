"""Plants the mistakes of planted.yml, all together, in a copy of the project."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corpora import parsed
from repository import ROOT

DATA: Final = "data/facts.yml"


@dataclass(frozen=True)
class Mistake:
    """A mistake, the text that marks the line at which it is to be told, and the words."""

    file: str
    text: str
    told: str
    mark: str = ""
    section: str = ""


MISTAKES: Final = [
    Mistake(**row) for row in parsed(Path(__file__).with_suffix(".yml").read_text("utf-8"))
]


def plant(folder: Path) -> Path:
    """Copy what is checked of the project, and plant every mistake in it."""
    for name in ("data", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    data = (folder / DATA).read_text("utf-8")
    for section in dict.fromkeys(mistake.section for mistake in MISTAKES if mistake.section):
        planted = [mistake.text for mistake in MISTAKES if mistake.section == section]
        before, heading, after = data.partition(f"\n{section}:\n")
        data = "".join([before, heading, "\n".join([*planted, ""]), after])
    (folder / DATA).write_text(data, "utf-8")
    for file in dict.fromkeys(mistake.file for mistake in MISTAKES if not mistake.section):
        path = folder / file
        text = [path.read_text("utf-8")] if path.exists() else []
        planted = [mistake.text for mistake in MISTAKES if mistake.file == file]
        path.write_text("\n\n".join([*text, *planted]), "utf-8")
    return folder


def lines_of(folder: Path, mistake: Mistake) -> list[int]:
    """Return the lines of a file that bear the mark of a mistake."""
    mark = mistake.mark or mistake.text
    lines = (folder / mistake.file).read_text("utf-8").split("\n")
    if mark.startswith("id: "):  # the whole id, not the beginning of another
        return [n for n, line in enumerate(lines, 1) if line.endswith(mark)]
    return [n for n, line in enumerate(lines, 1) if mark in line]
