"""Browsers that are installed; where one is missing, it is installed or the run ends saying so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

CHROMIUM = (
    "chromium-headless-shell",  # the same engine without its windows: a third less to reckon
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
FIREFOX = ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox")


def is_root() -> bool:
    """Return whether the tests run as root, who may install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def chromium() -> str:
    """Return a Chromium: the system's, Debian's package, or Playwright's own (an empty path)."""
    if found := _found(CHROMIUM):
        return found
    tried = []
    for package in ("chromium-headless-shell", "chromium"):
        tried += _packaged(package)
        if found := _found(CHROMIUM):
            return found
    tried.append(_run(sys.executable, "-m", "playwright", "install", "chromium"))
    if tried[-1].returncode == 0:
        return ""
    return _given_up("Chromium", tried)


def firefox() -> str:
    """Return a Firefox: the system's, or Debian's package."""
    if found := _found(FIREFOX):
        return found
    tried = _packaged("firefox-esr")
    return _found(FIREFOX) or _given_up("Firefox", tried)


def _found(names: tuple[str, ...]) -> str:
    return next((path for name in names if (path := shutil.which(name))), "")


def _packaged(package: str) -> list[subprocess.CompletedProcess[str]]:
    if not is_root() or not shutil.which("apt-get"):
        return []
    install = ("apt-get", "install", "-y", "--no-install-recommends", package)
    return [_run("apt-get", "update"), _run(*install)]


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def _given_up(name: str, tried: list[subprocess.CompletedProcess[str]]) -> str:
    told = "\n".join((each.stdout + each.stderr)[-800:] for each in tried)
    pytest.exit(f"The browser tests need {name}; none is installed, nor could be.\n{told}", 1)
