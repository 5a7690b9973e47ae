"""What is spotted as a number in prose, in digits and in English words."""

from __future__ import annotations

from typing import Final

from babel.dates import get_month_names

from macros.language.english.number_words import ONES, ORDINALS, TENS
from macros.language.pattern_steps import Step, numbers

_GAP: Final = r"(?:[ \t]?\n?[ \t]*|-)"
_SCALES: Final = r"(?:hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore)"
SCALE: Final = rf"(?:{_SCALES}|mn|bn|tn)(?![a-z])"
_PER: Final = (
    r"(?:[%‰]|(?:percentage|basis)[ -]points?\b|per ?cent(?:age[ -]points?)?\b|(?:pp|bps)\b)"
)
_TIMES: Final = r"(?:×|x\b|-?fold\b|times\b)"
_ONE: Final = "|".join(sorted(ONES, key=len, reverse=True))
_SMALL: Final = rf"(?:(?:{'|'.join(TENS)})(?:[ -]?(?:{'|'.join(ONES[:9])})\b)?|(?:{_ONE}))\b"
# “n i n e t y”: letters apart are read as one word.
_APART: Final = "|".join(" ".join(word) for word in sorted([*ONES, *TENS], key=len, reverse=True))
_PARTS: Final = f"(?:{'|'.join(ORDINALS[2:10])}|twentieth|(?:hundred|thousand|[mb]illion)th)"
_DIGITS: Final = r"\d+(?:[,.'’]\d+|[  ]\d{3}(?!\d))*"
CURRENCIES: Final = "(?:USD|EUR|GBP|RMB|CNY|HKD|CHF|JPY|INR|SFr)"
_CURRENCY: Final = rf"(?:(?:US|HK|NT|[AC])?[$€£¥₹₩]|{CURRENCIES}[ \u00a0]?)"
_AFTER: Final = rf"(?:{_GAP}{SCALE}|[kmbt](?![a-z]))?(?:{_GAP}{_PER})?(?:{_GAP}{_TIMES})?"
DIGITS: Final = (
    rf"(?:(?<![\w.])[+−-])?{_CURRENCY}?[+−-]?{_DIGITS}(?:[:/]{_DIGITS})?{_AFTER}"
    r"(?-i:[A-Za-z]+|-[A-Z]{1,2}(?![A-Za-z]))?"
)
MONTHS: Final = "|".join(get_month_names(locale="en").values())
# What no line ends in: an amount, and a day with its month.
UNBROKEN: Final = rf"\$?\d+(?:[.,]\d+)* (?:{_SCALES}|per cent|{MONTHS})\b"
# As a number, not as a result.
_SCORES: Final = r"(?<!test )(?<!credit )(?<!benchmark )(?<!the )scores(?= of\b)"
# What may stand behind a fraction but not behind an ordinal: “a third of”, but “a third company”.
_PORTION: Final = (
    r"(?=\s+(?:of|more|less|fewer|larger|smaller|higher|lower|bigger|cheaper|faster|slower|"
    r"better|worse|as|to|in|on|from|since|when|while|over|and|or|but|last|this|that|by|during|"
    r"at|between)\b|\s*[.,;:!?)”’\"—–|]|\s*$)"
)

BEFORE: Final = r"\b(?:minus|plus|negative) "
AFTER: Final = r"[A-Za-z]+|\s(?:per ?cent|percentage points?|-?fold|times|x)\b"
"""What makes another number of the one behind or before it."""
LOOSE: Final = r"\b(?:about|around|roughly|some|approximately|nearly|almost|close to|over|under)\b"
"""What says that the number behind it is not exact."""

# Looked for before the rules, for a rule would take a part of them for something else.
STRONG: Final = (
    # What passes for digits: rows of circled ones, pictures, capital letters, Roman numerals.
    *numbers(
        r"[①-⑩]{2,}|[🔟💯]|\b(?=[IlO]*O)[Il][IlO]{2,}\b|\b(?=[MDCLXVI]{4})M{0,3}(?:C[MD]|D?C{0,3})"
        r"(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})\b(?= (?!was|is|has)[a-z]+s\b)",
        cased=True,
    ),
    *numbers(
        rf"\bhalf an? (?:{_SCALES})\b(?:{_GAP}{SCALE})*",
        rf"\b(?:{_SMALL}|\d{{1,9}})[ -](?:(?:and[ -]a[ -])?half|halves|(?<=two.|ree.)quarters|"
        rf"{_PARTS}s)\b(?!-years?\b)(?:{_GAP}{SCALE})*",
        rf"(?<!\d )(?<!llion )\b(?:and )?(?:an?|one)[ -](?:half|quarter|{_PARTS}){_PORTION}",
        rf"\bone[ -]{_PARTS}\b(?! part)",
        rf"(?<![\d.,])\b(?:{_SMALL}|\d{{1,3}})(?: in (?:every )?| out of (?:every )?|"
        rf"-in-)(?:(?!one\b){_SMALL}|\d{{1,3}}(?![\d/-]|\.\d))",
        rf"\b(?:one|an?)(?:[ -]{_SCALES}\b(?! times? (?:better|worse)\b))+(?:(?:[ -]|"
        rf" and ){_SMALL})?(?:{_GAP}{_PER})?(?:{_GAP}{_TIMES})?",
        rf"\b(?:one|(?:a )?single){_GAP}{_PER}",
        rf"\b(?:an?|one) (?:good|mere|full|bare|scant) (?:half|quarter|{_PARTS})\b(?= of\b)",
        rf"\ban? {_PARTS}(?= the\b)",
        rf"\b(?=[a-z] )(?:{_APART})\b|\bumpteen\b|\bmyriads?\b|"
        r"\b(?:an? )?quarter[ -](?:point|century)\b|\borders? of magnitude\b|"
        r"\ban? (?:decade|fortnight)\b",
        rf"\bevery (?:{_PARTS}\b(?! part(?:y|ies)\b)|second(?= [a-z]+\b)(?! (?:counts?|of|that|it|"
        r"the|we|they|and|or|in|on|is|was|for|spent|more|less)\b))",
        r"(?:(?<=\brank )|(?<=\branks )|(?<=\branked )|(?<=\branking )|(?<=\bdistant ))"
        rf"(?:second|{_PARTS})\b(?! class\b)",
        rf"(?<=close to )one(?=[.,;])|\bone (?:or|to) (?!one\b){_SMALL}|"
        r"\bone(?=[ -](?:dollars?|euros?|pounds?|yuan|years?|months?|weeks?|hours?|minutes?|"
        r"gigawatts?|megawatts?|[GMT]W|(?<!at one )points?)\b)(?! point (?:is|was|that)\b)",
        r"\b(?:by|up|down|rose|fell|grew|gained|lost|shed|within|only|just|about|nearly|half|"
        r"full) an? (?:per ?cent|percentage point|basis point)\b",
    ),
)

# Looked for after the rules, before the digits in it are.
NAMES: Final[tuple[Step, ...]] = (
    Step(
        rf"(?<![A-Za-z0-9])(?!{_CURRENCY}\d)[A-Za-z]+[-.]?\d[A-Za-z0-9.-]*(?<![.-])",
        found="name",
        cased=True,
    ),
)

# Looked for after the rules.
WEAK: Final = numbers(
    rf"\b(?:(?:{'|'.join(TENS)})-(?:first|second|third|\w+th)|(?:four|fif|six|seven|eigh|nin|"
    r"ten|eleven|twelf|\w{3,5}teen|twentie|thirtie|hundred)th|\d*(?:\dth|\d(?:1st|2nd|3rd)))\b|"
    r"\b(?:No\. ?|#)\d+\b",
    rf"{DIGITS}(?:[  ]?[–~～-][  ]?{DIGITS})*",
    rf"\b(?:(?:tens|dozens|{_SCORES}|hundreds|thousands|millions|billions|trillions)\b"
    r"(?: of (?:thousands|millions|billions|trillions)\b)*|(?:single|double|"
    r"triple)[ -]digits?\b|multi-?(?:million|billion|trillion)\b|(?:low|mid|"
    r"high)[ -](?:teens|twenties|thirties|forties|fifties)\b)",
    rf"\b(?:(?:a|half a) (?={_SCALES}\b))?(?:{_SMALL}|{_SCALES}\b)(?:(?:[ -]\n?|(?<=red|and|"
    rf"ion) and ){_SMALL}|{_GAP}{SCALE})*(?:(?: or | to |"
    rf"-){_SMALL}(?:{_GAP}{SCALE})*)?(?: and a half\b)?(?:{_GAP}{_PER})?(?:{_GAP}{_TIMES})?",
    rf"\b(?:twice|thrice|(?:{_ONE}|{'|'.join(TENS)}|hundred|thousand)fold|(?:re)?(?:doubl|tripl|trebl|"
    r"(?:quadr|quint|sext|sept|oct|non|dec|cent)upl)(?:e[ds]?|ing|y)|halv(?:e[ds]?|ing))\b",
    rf"\b(?:half|halves|{_PARTS}s|quarter (?=of (?:the|its|all|their)\b))\b",
    r"\b(?:zero|nil|a (?:couple|score|gross|brace) (?=(?:or \w+ )?of\b)|(?:a )?duo(?= of\b)|"
    r"trio|quartet|quintet|a (?:fiver|tenner))\b",
)
