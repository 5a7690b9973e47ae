"""The package installed from its wheel, as an author of another explainer has it."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from edge_project import contents
from explainers import FIXTURE
from installed import install, make_wheel, run
from repository import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel once."""
    return make_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel once, and give the folder of its programs."""
    return install(wheel, tmp_path_factory.mktemp("installed"))


def test_the_wheel_holds_all_that_is_not_python(wheel: Path) -> None:
    """Theme, templates, fonts, settings and licences are in the wheel, and nothing of this site."""
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = (path for path in (ROOT / "macros").rglob("*") if path.is_file())
    expected = {str(path.relative_to(ROOT)) for path in ours if path.suffix not in (".pyc", ".md")}
    assert not expected - names
    assert {name.split("/")[0] for name in names - expected} == {f"{_stem(wheel)}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def _stem(wheel: Path) -> str:
    return "-".join(wheel.name.split("-")[:2])


def test_an_explainer_elsewhere_is_built_by_the_plugin(
    programs: Path, site: Path, tmp_path: Path
) -> None:
    """Without a line of Python beside it, the fixture gives the same site as in a clone."""
    for name in ("data", "docs"):
        shutil.copytree(FIXTURE / name, tmp_path / name)
    settings = (FIXTURE / "mkdocs.yml").read_text("utf-8")
    before, _, _ = settings.partition("plugins:")
    (tmp_path / "mkdocs.yml").write_text(f"{before}plugins: [search, macros, tieout]\n", "utf-8")
    said = run([str(programs / "tieout"), "check"], tmp_path)
    assert "all tied out or noted" in said
    run([str(programs / "python"), "-m", "mkdocs", "build", "--strict"], tmp_path)
    assert contents(tmp_path / "site") == contents(site)
