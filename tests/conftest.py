"""What tests share: the built site, a server for it, and browsers that are found or installed."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import browsers
import pytest
from firefox import Firefox, started
from hypothesis import settings
from repository import ROOT, environment
from serving import serving

settings.register_profile("untimed", deadline=None)  # a busy machine is no failure
settings.load_profile("untimed")


@contextmanager
def _alone(tmp_path_factory: pytest.TempPathFactory, what: str) -> Iterator[Path]:
    """Let one worker prepare something while the others wait; give the folder that all share."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / f"{what}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield shared


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site once, strictly, for all workers, into a folder of its own."""
    with _alone(tmp_path_factory, "site") as shared:
        folder = shared / "built" / "site"
        if not folder.exists():
            _build(folder)
    return folder


def _build(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the built site from a sub-path of this machine, as a host would."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "sub").symlink_to(site)
    with serving(folder) as host:
        yield f"{host}sub/"


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
