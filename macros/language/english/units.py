"""What English calls units and money where CLDR is silent, or the press does otherwise."""

from typing import Final

ENGLISH_MONEY: Final = {
    "USD": ("dollar", "dollars", "U.S. dollars", "U.S. dollar"),
    "CNY": ("RMB", "yuan"),
    "CAD": ("C$",),
    "NZD": ("NZ$",),
    "SGD": ("S$",),
    "HKD": ("HK$",),
    "TWD": ("NT$", "NT dollars"),
    "BRL": ("reais",),
    "CHF": ("Fr.",),
}
"""What the press says for a currency beside CLDR's sign and name."""

ENGLISH_COUNTS: Final = {"person": ("person", "people", "persons", "capita", "head")}
"""A built-in thing's singular, its plural, and what else a print may say."""

ENGLISH_MEASURES: Final = {"decade": ("year", 10), "decades": ("year", 10)}
"""Words that pint does not know, or takes for something else, by what they are worth."""

ENGLISH_LOSSES: Final = (
    *("minus", "negative", "f[ae]ll(?:s|en)?(?: by)?", "falling(?: by)?", "down(?: by)?"),
    *("declin(?:es?|ed|ing)(?: (?:by|of))?", "decreas(?:es?|ed|ing)(?: (?:by|of))?"),
    *("dr(?:op|ops|opped|opping)(?: (?:by|of))?", "shr(?:ank|unk|inks?|inking)(?: by)?"),
    *("los(?:t|es?|ing)", "(?:net )?loss(?:es)?(?: of)?", "deficit(?: of)?", "cut(?: by)?"),
    *("reduc(?:ed|tion|es?)(?: (?:by|of))?",),
)
"""Words that put what follows below zero."""
