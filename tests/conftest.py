"""What tests share: the built site, a server for it, and a browser that is found or installed."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from repository import ROOT, environment
from serving import serving

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chromium-headless-shell",
    "chrome",
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site once, strictly, for all workers, into a folder of its own."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "built" / "site"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # the first worker builds, the others wait for it
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
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Use the system's Chromium; where there is none, install one or fail saying so."""
    flags = ["--disable-background-networking", "--disable-component-update", "--no-first-run"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    found = _system_browser() or _installed_browser()
    own = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": flags}


def _system_browser() -> str:
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


def _installed_browser() -> str:
    """Install a browser: Debian's as root, else Playwright's own (returned as an empty path)."""
    tried = []
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        tried.append(_run("apt-get", "update"))
        tried.append(_run("apt-get", "install", "-y", "--no-install-recommends", "chromium"))
        if found := _system_browser():
            return found
    tried.append(_run(sys.executable, "-m", "playwright", "install", "chromium"))
    if tried[-1].returncode == 0:
        return ""
    told = "\n".join((each.stdout + each.stderr)[-800:] for each in tried)
    pytest.exit(f"The browser tests need Chromium, and none could be installed:\n{told}", 1)


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)
