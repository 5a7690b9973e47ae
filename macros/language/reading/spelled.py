"""Numbers in words: the English ones below a hundred, and Chinese ones below ten thousand."""

from __future__ import annotations

from typing import Final

from macros.language.english.units import ONES, TENS
from macros.problems import TieoutError

HAN: Final = {han: n for n, han in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
TENS_HAN: Final = {"十": 10, "百": 100, "千": 1000}
VALUE: Final = (
    {word: n + 1 for n, word in enumerate(ONES)}
    | {word: 10 * n + 20 for n, word in enumerate(TENS)}
    | {"a": 1, "an": 1}
)


def whole_han(text: str) -> int:
    """Return the value of a Chinese numeral below ten thousand, such as 三千五百.

    Raises:
        TieoutError: The characters make no number.
    """
    total, digit, last, zero = 0, None, 10_000, False
    for han in text:
        if (worth := TENS_HAN.get(han)) is not None and worth < last and digit != 0:
            total, digit, last, zero = total + (digit or 1) * worth, None, worth, False
        elif han in "零〇" and digit is None and not zero:
            zero = True
        elif worth is None and digit is None:
            digit = HAN[han]
        else:
            raise TieoutError(f"{text!r} is no number", "write it in digits")
    if digit is not None and last > 10 and total and not zero:
        raise TieoutError(f"{text!r} can be read in two ways", "write it in digits")
    return total + (digit or 0)
