"""Same commit, same bytes: in another folder, zone, language, hash order, and without fonts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

from explainers import lay_out
from repository import ROOT, environment

_NO_FONTS: Final = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><cachedir>{folder}</cachedir></fontconfig>
"""


def test_two_builds_are_the_same_to_the_byte(site: Path, tmp_path: Path) -> None:
    """A build far away, of which only the sources are the same, gives the same site."""
    far = tmp_path / "another folder" / "b"
    lay_out(far)  # without what is kept of charts: it has to draw them anew
    one, other = contents(site), contents(build(far, elsewhere(tmp_path)))
    assert [*one] == [*other]
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


def build(folder: Path, variables: dict[str, str]) -> Path:
    """Build a project, strictly, and return the site's folder."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=environment() | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def contents(site: Path) -> dict[str, bytes]:
    """Return a site's files by path."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_the_clock_is_an_input() -> None:
    """Nothing in the package reads the machine's clock."""
    asked = ("datetime.now(", "date.today(", "time.time(", "utcnow(", "localtime(", "strftime(")
    sources = (path for path in (ROOT / "macros").rglob("*.py"))
    reading = [
        f"{path.relative_to(ROOT)}: {call}"
        for path in sources
        for call in asked
        if call in path.read_text(encoding="utf-8")
    ]
    assert not reading
