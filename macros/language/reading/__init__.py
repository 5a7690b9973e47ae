"""Reading figures: as an origin prints them, and as the data file writes their value.

The two are read apart, by different code, so that a slip in one is caught by the other.
"""

from macros.language.reading.bounds import read_cue
from macros.language.reading.figure import read_printed

__all__ = ["read_cue", "read_printed"]
