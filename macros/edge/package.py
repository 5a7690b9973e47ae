"""Finding the package's functions by name, as late as possible, so that `serve` sees edits."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from macros.edge import disk


def function(module: str, name: str) -> Callable[..., Any]:
    """Return a function of the package.

    Raises:
        ImportError: There is no such module.
        AttributeError: The module has no such function.
    """
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


_SEEN: dict[str, set[tuple[Any, ...]]] = {}
"""The files of a package that is worked on, each with when it was written."""


def forget(package: str) -> None:
    """Let the next import of a package read its files again, all but what MkDocs holds itself.

    It does so if a file has changed since it was last asked.
    """
    folder = Path(str(importlib.import_module(package).__file__)).parent
    files = {each for each in disk.stamps(folder) if not each[0].endswith(".pyc")}
    former, _SEEN[package] = _SEEN.get(package), files
    if former == _SEEN[package]:
        return
    held = (f"{package}.hooks", f"{package}.edge")
    for name in [each for each in sys.modules if f"{each}.".startswith(f"{package}.")]:
        if not name.startswith(held):
            del sys.modules[name]
    importlib.invalidate_caches()
