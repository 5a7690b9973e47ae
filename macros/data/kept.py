"""Bytes kept between builds, each behind its digest. A cache is a help: it never stops a build.

Into the digest goes the number that the file system gives a file: what a checkout or an archive
brings along has another one, so that nobody can send a result that was never made here.

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
        with file.open("rb") as opened:
            number, (digest, body) = os.fstat(opened.fileno()).st_ino, opened.read().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    if _sealed(body, number) != digest:
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
                new.write(_sealed(body, os.fstat(handle).st_ino) + b"\n" + body)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)


def _sealed(body: bytes, number: int) -> bytes:
    return hashlib.sha256(b"%d\n" % number + body).hexdigest().encode()


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
