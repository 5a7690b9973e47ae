"""Finding the package's functions by name, as late as possible, so that `serve` sees edits."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from typing import Any


def function(module: str, name: str) -> Callable[..., Any]:
    """Return a function of the package.

    Raises:
        ImportError: There is no such module.
        AttributeError: The module has no such function.
    """
    found: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return found


def forget(package: str) -> None:
    """Let the next import of a package read its files again, all but what MkDocs holds itself."""
    held = (f"{package}.hooks", f"{package}.edge")
    for name in [each for each in sys.modules if f"{each}.".startswith(f"{package}.")]:
        if not name.startswith(held):
            del sys.modules[name]
    importlib.invalidate_caches()
