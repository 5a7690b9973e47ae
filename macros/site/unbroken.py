"""The lines of a finished page: none ends between a number and its unit, and none is indented.

What is kept together stands in an element, not between characters that join: so whoever copies,
searches or reads aloud gets the text as it was written.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import Final

from macros.language.registry import Language
from macros.language.tongue import language_of, tongue
from macros.site.html_tags import markup

_ELSEWHERE: Final = frozenset(
    ("head", "svg", "script", "style", "data", "option", "title", "textarea", "pre")
)
"""Where lines never end, or are kept already."""
# The theme’s templates are written in indented lines, which are a tenth of a page.
_TEXTS: Final = 1 << 14
_INDENT: Final = re.compile(r"\s*\n\s*")


# Most tags stand side by side, and are left alone at once.
_MARKUP: Final = re.compile(rf"((?:{markup(_ELSEWHERE)})+)")


def unbroken(html: str, language: Language) -> str:
    """Return a page, or a piece of one, in which lines end only where its language has them end."""
    parts = _MARKUP.split(html)
    parts[::2] = (_kept_together(text, language) for text in parts[::2])
    return "".join(parts)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    return re.compile(tongue(language).unbroken)


@lru_cache(_TEXTS)  # the cells of tables say the same many times
def _kept_together(text: str, language: Language) -> str:
    return _pattern(language).sub(partial(_kept, language=language), text)


def _kept(found: re.Match[str], language: Language) -> str:
    text = found[0]
    spoken = language_of(text) if "’" in text else language
    # A font may set an apostrophe as wide as its own marks, unless it is told the language.
    tag = f' lang="{spoken}"' if spoken != language else ""
    return f"<t-k{tag}>{text}</t-k>"


def without_indents(html: str) -> str:
    """Return a page without the theme's indents; what its author wrote may have some to show."""
    frame, tag, rest = html.partition("<article")
    text, end, foot = rest.rpartition("</article>")
    return "".join((_INDENT.sub("\n", frame), tag, text, end, _INDENT.sub("\n", foot)))
