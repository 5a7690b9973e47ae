"""Numbers that are part of a name, or stand behind one: Apollo 11, Five Eyes, Group of Seven."""

from __future__ import annotations

import re
from typing import Final

from babel.dates import get_month_names

from macros.language.english.reading import ONES, ORDINALS, TENS

# What would be counted by the number in front: “1950 homes”, but not “2025 sales”.
NO_THINGS: Final = (
    r"(?! (?!(?:was|is|has|its|does|as|this|thus|plus|sales|rates|results|figures|accounts|"
    r"totals|forecasts|prices|levels|revenues|earnings|profits|tables|plans|terms)\b)[a-z]+s\b)"
)
SCALED: Final = (
    r"[ -]?(?:hundred|thousand|million|billion|trillion|per(?: ?cent)?|percentage|points?|[bmt]n|x|"
    r"times|fold|dollars?|euros?|yuan|gigawatts?|megawatts?|people|[kmgt](?:wh?|b|hz|v)?)\b"
)
"""What makes an amount of the number before it."""
COUNT: Final = (
    "(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty)"
)
# What is labelled with a number: parts of a text, of a building and of a plan.
LABELLED: Final = (
    "(?:note|item|section|chapter|exhibit|table|figure|chart|page|paragraph|footnote|clause|"
    "appendix|article|annex|schedule|volume|version|step|phase|part|rule|form|line|level|type|"
    "tier|scope|series|class|category|grade|stage|room|flight|area|zone|gate|route|highway|day|"
    "theorem|lemma|equation|column|row|docket|hall|unit|lesson|week)"
)
CURRENCIES: Final = "(?:USD|EUR|GBP|RMB|CNY|HKD|CHF|JPY|INR|SFr)"
MONTHS: Final = "|".join(get_month_names(locale="en").values())
# Words with a capital that are no names: those that may begin a sentence before its number.
_NO_NAMES: Final = (
    "A|An|The|This|That|These|Those|All|Any|Both|Each|Every|Another|Some|Other|Its|His|Her|Our|My|"
    "Your|Their|At|By|For|From|In|Of|On|To|Under|Over|Within|With|Without|After|Before|Between|"
    "Across|Around|About|Above|Below|Through|Among|Beyond|Despite|During|Near|Past|Per|Since|Than|"
    "Until|Up|Upon|Via|Down|Minus|Plus|Out|And|But|Or|Nor|So|Then|Thus|While|When|Where|If|As|Once|"
    "Because|Although|Though|Whereas|Which|Who|What|How|Why|Only|Just|Almost|Perhaps|Maybe|Even|"
    "Still|Yet|Already|Circa|Last|Next|First|Top|More|Most|Less|Fewer|Further|Total|Not|No|Now|"
    "Here|There|Later|Also|Half|Twice|It|We|They|You|I|He|She"
)
_NAME: Final = (
    rf"(?<![\w.&-])(?P<name>(?!(?:{_NO_NAMES}|{MONTHS}|\w+(?:ly|day)s?|{CURRENCIES})\b)"
    r"[a-z]{0,3}[A-Z][\w+&]+(?:-[A-Z]\w*)*(?<=[A-Za-z+])) (?:of )?\Z"
)
_FRONT: Final = re.compile(
    r"(?:(?P<first>(?:^|[.!?:;] |[“(]))|(?P<set>\b(?:[Tt]he|[Aa]n?|[Ii]ts) |[’']s )|"
    rf"(?P<lower>\b[a-z]{{2,}} ))?{_NAME}",
    re.MULTILINE | re.ASCII,
)
_FAR: Final = 60
"""Of how many characters in front of a number and behind it the rest is no matter."""
_ASKS: Final = re.compile(
    r"\w+(?:s|ed)\b|(?:Add|Buy|Consider|Count|Expect|Get|Give|Imagine|Make|Say|See|Suppose|Take)\b"
)
"""What may be a verb at the start of a sentence: “Add 12 racks”, and not “Terminal 5”."""
_SAYS: Final = re.compile(
    r" [a-z]+s (?:an?|the|its?|no|not|in|on|for|with|at|to|from|up|out|as|like|by|both|more|less)\b"
)
"""What is a verb behind a name: “Windows 11 ships with it”."""
_COUNTS_NOTHING: Final = re.compile(rf"(?!(?: [A-Z][a-z]+)+s\b){NO_THINGS}", re.ASCII)
_TOLD: Final = re.compile(r"(?:\b[a-z]+ |[$€£¥])\d[^.!?]*(?:[,;]|\b(?:and|but|against|to)) \Z")
_ENDS: Final = re.compile(r"(?:[.,;:!?)]|\s*\Z)")
"""A count of one thing, and where that of the next ends: “It has 24 halls, and Alpha 12.”"""
_GOES_ON: Final = re.compile(r"(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]+)+")
_IS_ONE: Final = re.compile(
    r"(?: [A-Z][a-z]+)+(?:(?= (?:is|was|has|once|never|still)\b)|(?<!s)(?= (?:will|would|can)\b))"
)


def behind_name(number: re.Match[str]) -> tuple[int, int]:
    """Return where a number stands that belongs to the name before it; the same place if to none.

    It does if it counts nothing, or cannot: a count has no article before the name, and no name
    before it at the start of a sentence. Behind another count the thing may go without saying.
    """
    start, end = number.span()
    front, behind = _around(number)
    told = front and _TOLD.search(front.string, 0, front.start("name"))
    if (
        front
        and not (told and _ENDS.match(behind))
        and (
            front["set"]
            or _COUNTS_NOTHING.match(behind)
            or (
                front["first"] is not None
                and (not _ASKS.match(front["name"]) or _SAYS.match(behind))
            )
        )
    ):
        return start, end
    return start, start


def in_name(number: re.Match[str]) -> tuple[int, int]:
    """Return where a number stands whose capital is a name’s; the same place if it is none’s.

    Otherwise it begins a sentence, or stands in a headline, where each word has a capital.
    """
    start, end = number.span()
    front, behind = _around(number)
    if goes_on := _IS_ONE.match(behind) or (
        _AMID.search(number.string, max(0, start - _FAR), start) and _GOES_ON.match(behind)
    ):
        return start, end + goes_on.end()
    placed = front and (front["first"] is not None or front["set"] or front["lower"])
    more = _NO_MORE if not front or front["lower"] is None else _NO_AMOUNT
    return number.span() if placed and more.match(behind) else (start, start)


def with_ordinal(thing: re.Match[str]) -> tuple[int, int]:
    """Return where a thing stands with its ordinal; the same place if it has none."""
    start = max(0, thing.start() - _FAR)
    ordinal = _ORDINAL.search(thing.string, start, thing.start())
    return (ordinal.start(), thing.end()) if ordinal else (thing.start(), thing.start())


def labelled(number: re.Match[str]) -> tuple[int, int]:
    """Return where a number stands behind what it labels; the same place if it labels nothing."""
    start = max(0, number.start() - _FAR)
    found = _LABEL.search(number.string, start, number.start())
    return (found.start() if found else number.end(), number.end())


def _around(number: re.Match[str]) -> tuple[re.Match[str] | None, str]:
    """Return the name in front of a number, and what stands behind it."""
    text, (start, end) = number.string, number.span()
    return _FRONT.search(text[max(0, start - _FAR) : start]), text[end : end + _FAR]


_ORDINAL: Final = re.compile(
    rf"\b[\w-]*(?:\d(?:th|st|nd|rd)|{'|'.join(ORDINALS)}|(?:teen|tie|hundred)th)[ -]\Z",
    re.ASCII | re.IGNORECASE,
)
_LABEL: Final = re.compile(rf"\b{LABELLED} \Z", re.ASCII | re.IGNORECASE)
_AMID: Final = re.compile(r"(?:\b[a-z]{2,} |“)\Z")
_NO_AMOUNT: Final = re.compile(rf"(?! [A-Z]|(?i:{SCALED}))")
_NO_MORE: Final = re.compile(_NO_AMOUNT.pattern + NO_THINGS)
_SPELLED: Final = sorted([*ONES, *TENS], key=len, reverse=True)
PIECES: Final = {
    "no_things": NO_THINGS,
    "scaled": SCALED,
    "count": COUNT,
    "labelled": LABELLED,
    "currencies": CURRENCIES,
    "months": MONTHS,
    "one": "|".join(sorted(ONES, key=len, reverse=True)),
    "below_ten": "|".join(ONES[:9]),
    "tens": "|".join(TENS),
    "parts_of": "|".join(ORDINALS[2:10]),
    "apart": "|".join(map(" ".join, _SPELLED)),  # “n i n e t y” is read as one word
}
"""What the patterns of English prose have from its numbers and names."""
