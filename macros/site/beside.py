"""Files beside a page, for what a reader may never open: each calls itself in.

They are scripts, for of a site on disk a browser loads nothing else; and packed, for the cards of a
page say the same many times.
"""

from __future__ import annotations

import base64
import hashlib
import zlib
from contextlib import suppress
from typing import Final

FOLDER: Final = "assets/kept/notes"
"""Among what browsers keep for ever, and where no page of an author lies."""


def file_beside(page: str, name: str, html: str) -> tuple[str, bytes]:
    """Return the path and the content of a file.

    Args:
        page: The page's path, from its language's root.
        name: What the file is called by.
        html: What it brings: a piece of HTML, or JSON.
    """
    packed = base64.b64encode(zlib.compress(html.encode(), 9)).decode()
    content = f"tieoutPart({name!r},'{packed}');\n".encode()
    digest = hashlib.sha256(content).hexdigest()[:8]
    return f"{FOLDER}/{page.removesuffix('.html')}.{name}.{digest}.js", content


def html_of(script: str) -> str:
    """Return what a file brings; one that is spoiled brings nothing, and its page lacks cards."""
    packed = script.rpartition(",'")[2].partition("'")[0]
    with suppress(ValueError, zlib.error):
        return zlib.decompress(base64.b64decode(packed)).decode()
    return ""
