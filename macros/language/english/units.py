"""How English says numbers, bounds, units and money where CLDR is silent or the press differs."""

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

ENGLISH_BOUNDS: Final = {
    "minus": (
        *("minus", "negative", "f[ae]ll(?:s|en)?(?: by)?", "falling(?: by)?", "down(?: by)?"),
        *("declin(?:es?|ed|ing)(?: (?:by|of))?", "decreas(?:es?|ed|ing)(?: (?:by|of))?"),
        *("dr(?:op|ops|opped|opping)(?: (?:by|of))?", "shr(?:ank|unk|inks?|inking)(?: by)?"),
        *("los(?:t|es?|ing)", "(?:net )?loss(?:es)?(?: of)?", "deficit(?: of)?", "cut(?: by)?"),
        *("reduc(?:ed|tion|es?)(?: (?:by|of))?",),
    ),
    "at_least": ("at least", "(?:no|not) (?:less|fewer) than", "an? minimum of", ">=", "≥"),
    "up_to": (
        *("up to", "at most", "(?:no|not) more than", "as (?:much|many|high) as"),
        *("an? maximum of", "<=", "≤"),
    ),
    "reaching": ("as much as",),
    "more_than": (
        *("more than", "(?:greater|larger|higher) than", "over", "above", "in excess of", ">"),
        *("surpass(?:ed|es|ing)?", "exceed(?:ed|s|ing)?", "topp(?:ed|ing)"),
    ),
    "less_than": ("less than", "(?:fewer|lower|smaller) than", "under", "below", "<"),
    "nearly": ("nearly", "almost", "close to", "approaching"),
    "about": ("about", "roughly", "around", "approximately", r"approx\.?", "circa", "some"),
    "over": ("more than",),
}
"""What goes before a number: the first is what is written, the others are read too.

What is written for two bounds is read as the one that stands first.
"""
