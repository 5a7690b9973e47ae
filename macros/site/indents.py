"""The theme's templates are written in indented lines, which are a tenth of a page."""

from __future__ import annotations

import re
from typing import Final

_INDENT: Final = re.compile(r"\s*\n\s*")


def without_indents(html: str) -> str:
    """Return a page without the theme's indents; what its author wrote may have some to show."""
    frame, tag, rest = html.partition("<article")
    text, end, foot = rest.rpartition("</article>")
    return "".join((_INDENT.sub("\n", frame), tag, text, end, _INDENT.sub("\n", foot)))
