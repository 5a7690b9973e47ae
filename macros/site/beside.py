"""Files beside a page, for what a reader may never open: a piece of HTML that calls itself in.

They are scripts, for of a site on disk a browser loads nothing else.
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

FOLDER: Final = "notes"
_SIGNS: Final = re.compile(r"\\|`|\$\{")
_ESCAPED: Final = re.compile(rf"\\({_SIGNS.pattern})")


def file_beside(page: str, name: str, html: str) -> tuple[str, bytes]:
    """Return the path and the content of a file.

    Args:
        page: The page's path, from its language's root.
        name: What the file is called by.
        html: What it brings.
    """
    escaped = _SIGNS.sub(lambda found: f"\\{found[0]}", html)
    content = f"tieoutPart({name!r}, `{escaped}`);\n".encode()
    digest = hashlib.sha256(content).hexdigest()[:8]
    return f"{FOLDER}/{page.removesuffix('.html')}.{name}.{digest}.js", content


def html_of(script: str) -> str:
    """Return what a file brings; every line of it stands where it stood."""
    return _ESCAPED.sub(r"\1", script)
