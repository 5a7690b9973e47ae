"""Bytes kept between builds, each behind its digest. A cache is a help: it never stops a build."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def recall(file: Path) -> bytes | None:
    """Return what was kept in a file; None if that is nothing, or not what was kept."""
    try:
        digest, body = file.read_bytes().split(b"\n", 1)
    except (OSError, ValueError):
        return None
    return body if hashlib.sha256(body).hexdigest().encode() == digest else None


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
