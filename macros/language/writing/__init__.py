"""The final text of quantities, intervals, periods and dates, by a language’s own words.

What these functions return is what a reader sees everywhere: in prose, charts, tables and texts for
screen readers. ``macros.language.reading.read_printed`` reads it back.
"""

from macros.language.registry import Language
from macros.language.writing.amounts import UnitWords, has_singular
from macros.language.writing.dates import word_date, word_edge, word_period
from macros.language.writing.quantities import bound_word, word, word_interval
from macros.language.writing.rounding import half_up

__all__ = [
    "Language",
    "UnitWords",
    "bound_word",
    "half_up",
    "has_singular",
    "word",
    "word_date",
    "word_edge",
    "word_interval",
    "word_period",
]
