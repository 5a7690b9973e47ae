"""Bytes kept between builds, each behind its digest. A cache is a help: it never stops a build.

What is asked for is marked as used, and what has not been in the month before is forgotten.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

DAYS: Final = 30


def recall(file: Path) -> bytes | None:
    """Return what was kept in a file; None if that is nothing, or not what was kept."""
    try:
        digest, body = file.read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    if hashlib.sha256(body).hexdigest().encode() != digest:
        return None
    with suppress(OSError):
        os.utime(file)  # another build may be about to forget it
    return body


def keep(file: Path, body: bytes) -> None:
    """Keep bytes in a file, whole for whoever reads it meanwhile, or not at all."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)


def forget(folder: Path) -> None:
    """Remove what was not used in the month before the last use of anything.

    No clock is asked, so that a build depends on none. What another build misses then, it makes.
    """
    with suppress(OSError):
        used = {entry: entry.stat().st_mtime for entry in folder.iterdir() if entry.is_file()}
        oldest = max(used.values(), default=0) - DAYS * 24 * 60 * 60
        for entry, moment in used.items():
            if moment < oldest:
                entry.unlink(missing_ok=True)
