"""Rules by which a number may stand in English prose; each has a name, and is counted."""

from __future__ import annotations

from typing import Final

from macros.language.english.names import (
    COUNT,
    IN_WORDS,
    LABELLED,
    NO_THINGS,
    SCALED,
    WITH_DIGITS,
    labelled,
)
from macros.language.pattern_steps import TAKEN, Step, allowed
from macros.language.periods import NEAR_YEAR, YEAR

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|"
    r"\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_DASH: Final = r"[ \t]?[–—-][ \t]?"
# What makes four digits an amount, and not a year.
_AMOUNT: Final = (
    rf"(?!\d|[.,]\d|[%‰×]|{SCALED}|\s?(?:[多余]?[百千万亿]|[多余]?[美欧日港]?元|"
    r"(?![年月日财季、，。至到和与及的]|上半|下半)[\u4e00-\u9fff]))"
)
_NEAR: Final = rf"{NEAR_YEAR}(?:[–/-](?:{NEAR_YEAR}|\d\d)(?![\d/-]))?"
_TO: Final = "(?:[–-]| and | to )"
_LONG: Final = rf"(?:{NEAR_YEAR}{_TO}{YEAR}|{YEAR}{_TO}{NEAR_YEAR})(?![\d/-])"
# A year far from ours is told by what stands beside it, and never counts what follows.
_FAR: Final = rf"{YEAR}(?:{_TO}{YEAR}|[–/-]\d\d)?(?![\d/-]){NO_THINGS}"
_YEARS: Final = rf"(?:{_LONG}|{_NEAR}|{_FAR})"
_NOT_IN_NUMBER: Final = r"(?<![\w$€£¥.,+−/-])(?<![计共达约为超逾近有])"
_LABEL: Final = (
    r"\d{1,4}[A-Z]{0,2}(?:[.–-]\d{1,4}[A-Z]?|\(\w{1,3}\))*"
    rf"(?![\w%‰]|[.,]\d|{SCALED})"
)

RULES: Final[tuple[Step, ...]] = (
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
        rf"\b(?:the |early |late |mid-?)?{YEAR}s\b|(?<!\w)[’']\d0s\b|"
        rf"(?<=\s)’\d\d\b(?!%)|(?:(?<=of )|(?<=in ))'\d\d\b|"
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
        r"24/7|(?<=\bat )\d{1,2}\.[0-5]\d(?= (?:on (?:a |the )?\w*day|in the|sharp)\b)|"
        r"(?<=day the )(?:[12]?\d|3[01])(?:st|nd|rd|th)\b",
    ),
    allowed(
        "time of day",
        rf"\b(?:half past|quarter (?:past|to)) {COUNT}\b|"
        rf"\b{COUNT} (?:(?:past|to) (?:midnight|noon)|o’clock|in the (?:morning|evening))\b",
    ),
    # Dockets and the like: letters between numbers, but no “5-to-10”.
    allowed("locator", r"\b(?:No\. )?(?:\d+:)?\d+-(?!to|or|by|in|and|for)[a-z]{2,3}-\d+\b"),
    allowed("list marker", rf"(?:^|(?<=[\s,;:]))\(\d{{1,2}}\)(?= [a-z])(?!{SCALED})"),
    allowed(
        "locator",
        rf"(?<![\w.])\d{{1,3}} (?:[A-Z]\.){{2,3}}(?:(?= {TAKEN})| \d+\w*(?:\(\w\))*)|"
        rf"\bNo\. \d+-\d+\b|\bid\. at \d+|"
        rf"\b(?:{LABELLED}s?|(?:pp?|nn?|vol|ch|figs?|paras?|arts?|secs?)\.) {_LABEL}"
        rf"(?:(?:, |,? (?:and|or|to|through) ){_LABEL}{NO_THINGS})*",
    ),
    allowed("locator", rf"(?<=[a-z] ){COUNT}\b(?!{SCALED}){NO_THINGS}", reach=labelled),
    *WITH_DIGITS,
    allowed(
        "ordinal",
        r"(?<!-)\b(?:first|second|third)(?:ly|-\w+)?\b|\bfourth(?=[.,;])|(?<![\w.,])(?:1st|2nd|"
        r"3rd)\b",
    ),
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
        r"\b(?:zero-[a-z]+|zero(?:s|ed)? in on|zeroing in|"
        r"zero (?:sum|shot|trust|day|tolerance)|(?:ground|net)[ -]zero|from zero|"
        r"cloud nine|nine[ -]to[ -]five|9[ -]to[ -]5|catch-22|(?:on|at) sixes and sevens|"
        r"(?:in|of) two minds|two (?:cents|by two|and two together|birds|evils|peas|steps (?:back|"
        r"forward))|no two|two’s company|takes two to|thinks? twice|twice shy|once or twice|"
        r"nine lives|fifth (?:column|wheel)|fourth estate|seventh heaven|forty winks|"
        r"double[ -]?(?:edged|check\w*|down|doors?|standards?|count\w*|entry|click\w*|agent|bind|"
        r"barrel\w*|blind|bottom|dip\w*|duty|glaz\w*|spac\w+|quot\w+|meanings?|whammy)|"
        r"doubl(?:ed|es|ing) (?:down|back|as)|triple[ -]A|half-[a-z]+(?:ed(?:ly)?|en|lt|ne)|"
        r"half[ -](?:truths?|way|li[fv]es?|mast|time|expect\w*|joking\w*)|(?:other|better) half|"
        r"million[- ]dollar question|eleventh[- ]hour|sixth sense)\b",
    ),
    allowed("article word", r"\b(?:any|every|some|each)?one(?:s|self|’s|'s)?\b(?![.]\d)"),
)
