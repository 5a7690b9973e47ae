"""How English spells numbers, and units that pint does not know."""

from typing import Final

ONES: Final = [
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
TENS: Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS: Final = [
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
]

ENGLISH_MEASURES: Final = {"decade": ("year", 10), "decades": ("year", 10)}
"""Words that pint does not know, or takes for something else, by what they are worth."""
