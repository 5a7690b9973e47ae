"""The package installed from its wheel, as an author of another explainer has it."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest
from installed import run
from repository import ROOT


def test_the_wheel_holds_all_that_is_not_python(wheel: Path) -> None:
    """Theme, templates, fonts, settings and licences are in the wheel, and nothing of this site."""
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = (path for path in (ROOT / "macros").rglob("*") if path.is_file())
    expected = {str(path.relative_to(ROOT)) for path in ours if path.suffix != ".pyc"}
    assert not expected - names
    assert {name.split("/")[0] for name in names - expected} == {f"{_stem(wheel)}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def _stem(wheel: Path) -> str:
    return "-".join(wheel.name.split("-")[:2])


@pytest.mark.parametrize(("languages", "review"), [("zh,en", "--review"), ("en", "--no-review")])
def test_a_new_explainer_passes_and_builds(
    programs: Path, tmp_path: Path, languages: str, review: str
) -> None:
    """What `tieout new` lays out is without a problem, and becomes a site as it is."""
    root, first = tmp_path / "pool", languages.split(",", maxsplit=1)[0]
    run([str(programs / "tieout"), "new", str(root), "--languages", languages, review], tmp_path)
    assert "all tied out or noted" in run([str(programs / "tieout"), "check"], root)
    build = [str(programs / "python"), "-m", "mkdocs", "build", "--strict"]
    assert "[macros]" not in run(build, root, told=True)
    for code in languages.split(","):
        folder = root / "site" / ("" if code == first else code)
        home = (folder / "index.html").read_text("utf-8")
        assert f'<html lang="{code}"' in home
        assert ("t-strip" in home) == (review == "--review")
        assert (folder / "findings.html").exists() == (review == "--review")
    assert (root / "site/data/facts.csv").exists()


def test_nothing_is_laid_out_over_something(programs: Path, tmp_path: Path) -> None:
    """A folder that holds something is left as it is, and so is one for a language nobody knows."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    for given, told in (
        ([str(tmp_path)], "is not empty"),
        ([str(tmp_path / "x"), "--languages", "xx"], "write some of en, zh"),
    ):
        done = subprocess.run(
            [str(programs / "tieout"), "new", *given], capture_output=True, text=True, check=False
        )
        assert done.returncode == 2
        assert told in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
