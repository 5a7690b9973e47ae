"""A language's code, and the blank that keeps a number and its unit together."""

from typing import Final

Language = str
"""The code of a language, as in `extra.languages`."""
NBSP: Final = "\u00a0"
