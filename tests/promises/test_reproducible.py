"""Same commit, same bytes: in another folder, zone, language, hash order, and without fonts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from edge_project import contents
from explainers import Built
from installed import run
from repository import ROOT

_NO_FONTS: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


def test_two_builds_are_the_same_to_the_byte(built: Built, programs: Path, tmp_path: Path) -> None:
    """Far away, from data and pages alone, the installed plugin gives the same site as a clone."""
    far = tmp_path / "another folder" / "b"  # without what is kept of charts: they are drawn anew
    source = built.explainer.folder
    for name in ("data", "docs"):
        shutil.copytree(source / name, far / name)
    settings, _, _ = (source / "mkdocs.yml").read_text("utf-8").partition("plugins:")
    (far / "mkdocs.yml").write_text(f"{settings}plugins: [search, macros, tieout]\n", "utf-8")
    variables = elsewhere(tmp_path)
    assert "all tied out or noted" in run([str(programs / "tieout"), "check"], far, variables)
    run([str(programs / "python"), "-m", "mkdocs", "build", "--strict"], far, variables)
    one, other = contents(built.site), contents(far / "site")
    assert one.keys() == other.keys()
    assert not [path for path, content in one.items() if content != other[path]]


def elsewhere(folder: Path) -> dict[str, str]:
    """Return the variables of a machine far away, whose home is empty and which has no fonts."""
    home = folder / "home"
    home.mkdir()
    fonts = folder / "fonts.conf"
    fonts.write_text(_NO_FONTS.format(folder=home / "fontcache"), encoding="utf-8")
    language = {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr"}
    return {
        "TZ": "Pacific/Kiritimati",
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "FONTCONFIG_FILE": str(fonts),
        "TMPDIR": str(home),
        "PYTHONHASHSEED": "4711",
        **language,
    }


def test_the_clock_is_an_input() -> None:
    """Nothing reads the machine's clock but the command by which a person says what is read now."""
    asked = ("datetime.now(", "date.today(", "time.time(", "utcnow(", "localtime(", "strftime(")
    sources = {*(ROOT / "macros").rglob("*.py")} - {ROOT / "macros/commands.py"}
    reading = [
        f"{path.relative_to(ROOT)}: {call}"
        for path in sources
        for call in asked
        if call in path.read_text(encoding="utf-8")
    ]
    assert not reading
