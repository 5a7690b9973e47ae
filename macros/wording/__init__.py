"""The final text of quantities, intervals, periods and dates, in English and Chinese.

What these functions return is what a reader sees everywhere: in prose, charts, tables and texts for
screen readers. ``macros.printed.read_printed`` reads it back.
"""

from macros.wording.amounts import UnitWords
from macros.wording.bounds import bound_word
from macros.wording.dates import word_date, word_period
from macros.wording.language import Language
from macros.wording.phrases import shown_value, word, word_interval
from macros.wording.rounding import half_up

__all__ = [
    "Language",
    "UnitWords",
    "bound_word",
    "half_up",
    "shown_value",
    "word",
    "word_date",
    "word_interval",
    "word_period",
]
