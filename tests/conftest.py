"""What tests share: built explainers, servers for them, and browsers found or installed.

The machine is tested on the fixture explainer (`site`), what this site says on itself (`own_site`).
"""

from __future__ import annotations

import fcntl
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import browsers
import pytest
from costs import Costs
from explainers import EXPLAINERS, Built, Explainer, Published, build, lay_out
from firefox import Firefox, started
from hypothesis import settings
from installed import install, make_wheel, programs_of, run
from repository import ROOT
from serving import serving

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")


def pytest_configure(config: pytest.Config) -> None:
    """Have it told at the end what the time was spent on."""
    config.pluginmanager.register(Costs())


def pytest_collection_finish() -> None:
    """Spare what is collected, and stays, from being searched for garbage in each test."""
    gc.collect()
    gc.freeze()


@contextmanager
def _alone(tmp_path_factory: pytest.TempPathFactory, what: str) -> Iterator[Path]:
    """Let one worker prepare something while the others wait; give the folder that all share."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared


def _built(tmp_path_factory: pytest.TempPathFactory, name: str) -> Built:
    """Build an explainer once, strictly, for all workers."""
    explainer = EXPLAINERS[name]
    with _alone(tmp_path_factory, name) as shared:
        folder = shared / name / "site"
        if not folder.exists():
            build(lay_out(shared / name, explainer.folder), folder)
    return Built(explainer, folder)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the fixture explainer."""
    return _built(tmp_path_factory, "fixture").site


@pytest.fixture(scope="session", params=EXPLAINERS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return each explainer of another subject, with its site."""
    return _built(tmp_path_factory, request.param)


@pytest.fixture(
    scope="session",
    params=[(name, code) for name, each in EXPLAINERS.items() for code in each.roots],
    ids="-".join,
)
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Published:
    """Return each explainer of another subject, with its site, in each of its languages."""
    name, code = request.param
    built = _built(tmp_path_factory, name)
    return Published(built.explainer, built.site, code)


@pytest.fixture(scope="session", params=EXPLAINERS)
def explainer(request: pytest.FixtureRequest) -> Explainer:
    """Return each explainer of another subject."""
    return EXPLAINERS[request.param]


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build this site once, strictly, for all workers, into a folder of its own.

    Beside it stands `counts.json`: what was made how often.
    """
    with _alone(tmp_path_factory, "own_site") as shared:
        folder = shared / "own" / "site"
        if not folder.exists():
            counted = run([sys.executable, "tests/benchmarks/counts.py", str(folder)], ROOT)
            (shared / "own" / "counts.json").write_text(counted, "utf-8")
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the package's wheel once for all workers."""
    with _alone(tmp_path_factory, "wheel") as shared:
        folder = shared / "wheel"
        return next(folder.glob("*.whl"), None) or make_wheel(folder)


@pytest.fixture(scope="session")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel once for all workers, and give the folder of its programs."""
    with _alone(tmp_path_factory, "programs") as shared:
        return programs_of(shared / "installed") or install(wheel, shared / "installed")


@contextmanager
def _served(site: Path, folder: Path) -> Iterator[str]:
    """Serve a site from a sub-path of this machine, as a host would."""
    (folder / "sub").symlink_to(site)
    with serving(folder) as host:
        yield f"{host}sub/"


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the fixture explainer's site."""
    with _served(site, tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="session")
def tiny_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site of the explainer with one language and no reviewed text."""
    site = _built(tmp_path_factory, "tiny").site
    with _served(site, tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="session")
def own_address(own_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve this site."""
    with _served(own_site, tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="session")
def root_address(site: Path) -> Iterator[str]:
    """Serve the built site from the root of a host, where a 404 page is asked for."""
    with serving(site) as host:
        yield host


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """Use the system's Chromium; where there is none, install one or fail saying so."""
    flags = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if browsers.is_root():
        flags.append("--no-sandbox")
    with _alone(tmp_path_factory, "browser"):
        found = browsers.chromium()
    own = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": flags}


@pytest.fixture(scope="session")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Start the system's Firefox; where there is none, install one or fail saying so."""
    with _alone(tmp_path_factory, "browser"):
        program = browsers.firefox()
    with started(program) as session:
        yield session
