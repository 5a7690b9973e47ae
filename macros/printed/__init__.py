"""Reading figures: as an origin prints them, and as the data file writes their value.

The two are read apart, by different code, so that a slip in one is caught by the other.
"""

from macros.printed.bounds import read_cue
from macros.printed.figure import read_printed
from macros.printed.values import read_value

__all__ = ["read_cue", "read_printed", "read_value"]
