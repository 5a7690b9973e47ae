"""Rules by which a number may stand in English prose; each has a name, and is counted."""

from __future__ import annotations

from typing import Final

from macros.language.english.names import COUNT, IN_WORDS, NO_THINGS, SCALED, WITH_DIGITS
from macros.language.periods import NEAR_YEAR, YEAR
from macros.language.steps import EVERYWHERE, TAKEN, Step, allowed

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|"
    r"\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_DASH: Final = r"[ \t]?[–—-][ \t]?"
# What makes four digits an amount, and not a year.
_AMOUNT: Final = (
    r"(?!\d|[.,]\d|[%‰×]|[ -]?(?:x|bn|mn|tn|[kmb]|per ?cent|percentage|points?|hundred|thousand|"
    r"million|billion|trillion|dollars?|euros?|yuan|times|fold|[GMk]W|gigawatts?|megawatts?|"
    r"people|companies)(?![A-Za-z])|\s?(?:[多余]?[百千万亿]|[多余]?[美欧日港]?元|"
    r"(?![年月日财季、，。至到和与及的]|上半|下半)[\u4e00-\u9fff]))"
)
_NEAR: Final = rf"{NEAR_YEAR}(?:[–/-](?:{NEAR_YEAR}|\d\d)(?![\d/-]))?"
_TO: Final = "(?:[–-]| and | to )"
_LONG: Final = rf"(?:{NEAR_YEAR}{_TO}{YEAR}|{YEAR}{_TO}{NEAR_YEAR})(?![\d/-])"
# A year far from ours is told by what stands beside it, and never counts what follows.
_FAR: Final = rf"{YEAR}(?:{_TO}{YEAR}|[–/-]\d\d)?(?![\d/-]){NO_THINGS}"
_YEARS: Final = rf"(?:{_LONG}|{_NEAR}|{_FAR})"
_NOT_IN_NUMBER: Final = r"(?<![\w$€£¥.,+−/-])(?<![计共达约为超逾近有])"
# What is labelled with a number: parts of a text, of a building and of a plan.
_LABELLED: Final = (
    "(?:note|item|section|chapter|exhibit|table|figure|chart|page|paragraph|footnote|clause|"
    "appendix|article|annex|schedule|volume|version|step|phase|part|rule|form|line|level|type|"
    "tier|scope|series|class|category|grade|stage|room|flight|area|zone|gate|route|highway|day|"
    "theorem|lemma|equation|column|row|docket|building|hall|unit|lesson|week)"
)
_LABEL: Final = (
    r"\d{1,4}[A-Z]{0,2}(?:[.–-]\d{1,3}[A-Z]?|\(\w{1,3}\))*"
    rf"(?![\w%‰]|[.,]\d|[ -]?(?:per|x)\b|{SCALED})"
)

RULES: Final[tuple[Step, ...]] = (
    *EVERYWHERE,
    allowed(
        "paragraph mark",
        r"[¶§]{1,2}[ \t]?\d+(?:\.\d+)*(?:(?:[–-]|, ?|、|至)[¶§]?\d+(?![\d.,]*[%\w]))*",
    ),
    allowed(
        "fiscal year",
        rf"\bFY ?(?:{YEAR}|\d\d)(?:[/–-]\d\d(?!\d))?(?:[ -]?[QH][1-4])?(?!\w|\.\d)|"
        rf"\bfiscal(?: years?)? {YEAR}(?:(?:{_DASH}| (?:and|to) ){YEAR}|[–/-]\d\d(?!\d))?",
    ),
    allowed(
        "period",
        rf"\b(?:{YEAR}[ -]?)?(?-i:Q[1-4]|H[12]|[1-4]Q|[12]H)(?:[ -]?(?:FY)?(?:{YEAR}|\d\d))?"
        r"(?![\w%]|\.\d)|\b(?:first|second|third|fourth|last|next|final)(?:[ -](?:fiscal|"
        r"calendar))?[ -](?:half|quarter)(?!-?s| of (?:the|all|its) (?:revenue|market|sales))\b|"
        r"\bhalf[ -]years?\b",
    ),
    allowed(
        "year or date",
        rf"\b{_DAY}(?:st|nd|rd|th)?(?: of)?[ \n]{_MONTH}(?:,?[ \n]{YEAR}{_AMOUNT})?(?![\w])|"
        rf"\b{_MONTH}[ \n]{_DAY}(?:st|nd|rd|th)?(?:(?:{_DASH}| and ){_DAY})?(?:,?[ \n]{YEAR}|"
        rf"{NO_THINGS}){_AMOUNT}|\b[Oo]n {_MONTH} {_DAY}\b{_AMOUNT}|"
        rf"\b{_MONTH}[ \n,]{{1,2}}{YEAR}{_AMOUNT}|(?<![\w.-]){YEAR}-(?:0[1-9]|"
        rf"1[0-2])(?:-{_DAY})?(?![\w-]|\.\d)|(?<![\w./-])\d\d?/\d\d?/{YEAR}(?![\w/-])",
        cased=True,
    ),
    allowed(
        "year or date",
        rf"(?<![\w/.,-]){NEAR_YEAR}/\d{{1,4}}(?:/\d\d?)?\b(?![.,]\d)|"
        rf"\b(?:the |early |late |mid-?)?{YEAR}s\b|(?<!\w)[’']\d0s\b|(?<=\s)[’‘']\d\d\b(?!%)|"
        rf"{_NOT_IN_NUMBER}(?:{_LONG}|"
        rf"{_NEAR}){_AMOUNT}{NO_THINGS}|(?:\b(?:in|by|since|until|till|during|before|after|the|"
        rf"its|their|his|our|early|late|mid|year|calendar|ended|ending|spring|summer|autumn|"
        rf"fall|winter|’s|'s)[ \n-]|\bmid-)(?!2000 [a-z]+s\b){_YEARS}{_AMOUNT}(?!-?\w)"
        r"|\b(?:for|of|from|between|through)[ \n]"
        rf"(?!\d{{3}}0(?!{NO_THINGS})){_YEARS}{_AMOUNT}(?!-?\w)",
    ),
    # A time of day is said like a date; a ratio has no “at” before it, and no “am” behind.
    allowed(
        "time of day",
        r"\b(?:at|by|until|till|from|before|after|past) (?:[01]?\d|2[0-3]):[0-5]\d\b(?!:)|"
        r"(?<![\d:.])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?"
        r"(?= ?(?:[ap]\.?m\b|UTC\b|GMT\b|[ECP][SD]?T\b))|"
        r"(?<=day the )(?:[12]?\d|3[01])(?:st|nd|rd|th)\b",
    ),
    allowed(
        "time of day",
        rf"\b(?:half past|quarter (?:past|to)) {COUNT}\b|"
        rf"\b{COUNT} (?:(?:past|to) (?:midnight|noon)|o’clock)\b",
    ),
    # Dockets and the like: letters between numbers, but no “5-to-10”.
    allowed("locator", r"\b(?:No\. )?(?:\d+:)?\d+-(?!to|or|by|in|and|for)[a-z]{2,3}-\d+\b"),
    allowed("list marker", rf"(?<=[\s,;:])\(\d\)(?= [a-z])(?!{SCALED})"),
    allowed(
        "locator",
        rf"(?<![\w.])\d{{1,3}} (?:[A-Z]\.){{2,3}}(?:(?= {TAKEN})| \d+\w*(?:\(\w\))*)|"
        rf"\bNo\. \d+-\d+\b|\bid\. at \d+|"
        rf"\b(?:{_LABELLED}s?|(?:pp?|nn?|vol|ch|figs?|paras?|arts?|secs?)\.) {_LABEL}"
        rf"(?:(?:, |,? (?:and|or|to|through) ){_LABEL}{NO_THINGS})*",
    ),
    allowed("locator", rf"\b{_LABELLED} {COUNT}\b(?!{SCALED}){NO_THINGS}"),
    *WITH_DIGITS,
    allowed(
        "ordinal",
        r"(?<!-)\b(?:first|second|third)(?:ly|-\w+)?\b|\bfourth(?=[.,;])|(?<![\w.,])(?:1st|2nd|"
        r"3rd)\b",
    ),
    allowed("period", r"\b(?:\w+-)?\w+(?:th|st|nd|rd)[ -](?:century|centuries)\b"),
    allowed(
        "pair word",
        r"\b(?:the|these|those|its|their|our) two(?=(?: [a-z]+){1,2}\b)(?! (?:hundred|thousand|"
        r"million|billion|dozen|thirds?|fifths?|per|percent|and|or|to|years?|months?)\b)|"
        r"\beach other\b|\bboth(?= (?!halves)[a-z]+s\b)|"
        r"\bthe (?:latter\b|former(?=[,;:’]| [a-z]+s\b)|pair\b)|"
        r"\b(?:its|their|the|an?) (?:\w+ )?(?:rival|competitor|counterpart)s?\b",
    ),
    *IN_WORDS,
    allowed("idiom", r"\b(?:two|three) things(?= (?:stand|matter|are|follow|remain)\b)"),
    allowed(
        "idiom",
        r"\b(?:no[ -]one|one another|one[ -]by[ -]one|one[ -](?:on|to)[ -]one|square one|"
        r"zero[ -](?:sum|shot|trust|day|tolerance)|ground zero|net[ -]zero|from zero|cloud nine|"
        r"(?:nine[ -]to[ -]five|9[ -]to[ -]5)|two steps (?:back|forward|ahead)|catch-22|24/7|"
        r"(?:on|at) sixes and sevens|(?:in|of) two minds|two cents|on all fours|two birds|"
        r"two’s company|takes two|two and two|twice shy|no two|"
        r"think twice|thinks twice|once or twice|one-two|six-pack|double[ -]?(?:edged|check\w*|"
        r"down|doors?|standards?|count\w*|entry|click\w*|agent|bind|barrel\w*|blind|bottom|"
        r"dip\w*|duty|glaz\w*|spac\w+|quot\w+|meanings?|whammy)|doubl(?:ed|es|ing) (?:down|back|"
        r"as)|triple[ -]A|half[ -](?:hearted\w*|baked|truths?|finished|way|li[fv]es?|mast|time|"
        r"expect\w*|joking\w*)|(?:the|on the|its|their|an)?[ ]?other half|better half|"
        r"both halves|on one’s own|one[ -](?:size|way|time|off|sided|stop|liner|track)|"
        r"(?:the )?million[- ]dollar question|eleventh[- ]hour|thousand[ -]words)\b",
    ),
    allowed("article word", r"\b(?:any|every|some|each)?one(?:s|self|’s|'s)?\b(?![.]\d)"),
)
