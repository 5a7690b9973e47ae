"""Baked pictures kept by what they are made of, so that a hit imports no chart library."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path

from macros.charts.kept import keep, recall
from macros.charts.picture import Kind, Picture

PAGE: tuple[Kind, ...] = ("wide.svg", "narrow.svg")
_UNSIGNED: tuple[Kind, ...] = (*PAGE, "wide.json", "narrow.json")
HERE = Path(__file__).parent


@cache
def maker(folder: Path = HERE) -> str:
    """Return the digest of everything but the picture that shapes its bytes."""
    digest = hashlib.sha256()
    for package in ("altair", "vl-convert-python", "fonttools"):
        digest.update(f"{package} {version(package)}\n".encode())
    sources = [*folder.rglob("*.py"), *folder.rglob("*.otf"), *folder.rglob("*.json")]
    for source in sorted(sources):
        digest.update(source.relative_to(folder).as_posix().encode())
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    return digest.hexdigest()


@lru_cache(maxsize=4096)
def key(picture: Picture) -> str:
    """Return a picture's key: it changes with any word, value, source, font or library."""
    words = json.dumps(asdict(picture), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(f"{maker()}\n{words}".encode()).hexdigest()[:32]


def read(folder: Path, picture: Picture, kind: Kind) -> bytes | None:
    """Return a kept entry, or None if there is none or it is damaged."""
    return recall(folder / f"{key(picture)}.{kind}")


def write(folder: Path, picture: Picture, kind: Kind, body: bytes) -> None:
    """Keep an entry."""
    keep(folder / f"{key(picture)}.{kind}", body)


def drawn(picture: Picture, kind: Kind) -> Picture:
    """Return what of a picture is drawn in one kind: a page writes the footer itself."""
    return replace(picture, footer="") if kind in _UNSIGNED else picture


def baked(picture: Picture, kind: Kind, folder: Path | None = None) -> bytes:
    """Return a picture's bytes of one kind, from the cache or made now.

    Raises:
        TieoutError: The picture cannot be drawn, or has a character the chart font lacks.
    """
    picture = drawn(picture, kind)
    kept = read(folder, picture, kind) if folder else None
    if kept is not None:
        return kept
    body = _make(picture, kind, folder)
    if folder:
        write(folder, picture, kind, body)
    return body


def _make(picture: Picture, kind: Kind, folder: Path | None) -> bytes:
    from macros.charts.baking import bake

    return bake(picture, kind, lambda other: baked(picture, other, folder))
