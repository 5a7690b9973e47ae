"""Rules by which a number may stand in English prose; each has a name, and is counted."""

from __future__ import annotations

from typing import Final

from macros.language.periods import NEAR_YEAR, YEAR
from macros.language.steps import DIGIT, EVERYWHERE, TAKEN, Step, allowed

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
# What would be counted by the number in front: “1950 homes”, but not “2025 sales”.
_NO_THINGS: Final = (
    r"(?! (?!(?:was|is|has|its|does|as|this|thus|plus|sales|rates|results|figures|accounts|"
    r"totals|forecasts|prices|levels|revenues|earnings|profits|tables|plans|terms)\b)[a-z]+s\b)"
)
_NEAR: Final = rf"{NEAR_YEAR}(?:[–/-](?:{NEAR_YEAR}|\d\d)(?![\d/-]))?"
_TO: Final = "(?:[–-]| and | to )"
_LONG: Final = rf"(?:{NEAR_YEAR}{_TO}{YEAR}|{YEAR}{_TO}{NEAR_YEAR})(?![\d/-])"
# A year far from ours is told by what stands beside it, and never counts what follows.
_FAR: Final = rf"{YEAR}(?:{_TO}{YEAR}|[–/-]\d\d)?(?![\d/-]){_NO_THINGS}"
_YEARS: Final = rf"(?:{_LONG}|{_NEAR}|{_FAR})"
_NOT_IN_NUMBER: Final = r"(?<![\w$€£¥.,+−/-])(?<![计共达约为超逾近有])"
_SCALED: Final = (
    r"[ -]?(?:hundred|thousand|million|billion|trillion|per ?cent|percentage|points?|bn|mn|tn|"
    r"times)\b"
)
# Standards and series whose members are numbers; models: a capital, letters and digits.
_SERIES: Final = (
    r"(?:ISO|GB|CSI|S&P|FTSE|HTTP|Fortune) ?\d{1,5}(?:\.\d)?|(?:10|20|8|6)-[KQF]|\d+[a-z]\d?-\d|"
    r"13(?:[DFG]|\([a-z]\))|401\(k\)|802\.11[a-z]*|\d[DG]|[A-Z]{2,5}/\d|C\+\+\d\d|\d\ders|"
    r"[a-wyz]\d{1,2}(?:[a-z]|-[a-z]+)?|[a-z]{2}-[a-z]+-\d[a-z]?"
)
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
_COUNT: Final = "(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)"
_NAME: Final = (
    rf"(?<![\w.&-])(?!(?:{_NO_NAMES}|{_MONTH}|\w+(?:ly|day)s?|USD|EUR|GBP|RMB|CNY|HKD|CHF|JPY)\b)"
    r"[a-z]{0,3}[A-Z][\w+&]+(?:-[A-Z]\w*)*(?<=[A-Za-z+])"
)
_NAMED: Final = (
    rf"{_NAME} \d{{1,5}}(?:\.\d{{1,2}}){{0,2}}[ac-jln-z]?(?: \d+(?:\.\d)?[BM]\b)?"
    r"(?![\w%‰×$€£¥]|[.,]\d|-[a-z]| ?[\u4e00-\u9fff]|[ -]?[kKMGT]?(?:Wh?|B|Hz)\b)"
    rf"(?!(?i:{_SCALED}))"
)
"""A name with a number."""
_BEHIND: Final = r"(?:(?<=\b[Tt]he )|(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=[’']s )|(?<=\b[Ii]ts ))"
_LOWER: Final = f"(?:{'|'.join(rf'(?<=[^A-Za-z][a-z]{{{n}}} )' for n in range(2, 8))})"
_FIRST: Final = r"(?:^|(?<=[.!?:;] )|(?<=[“(]))"
_SMALL_WORDS: Final = (
    "an?|the|its?|no|not|in|on|for|with|at|to|from|up|out|as|like|by|both|more|less"
)
_ASKED: Final = "(?:Add|Buy|Consider|Count|Expect|Get|Give|Imagine|Make|Say|See|Suppose|Take)"
_NONE: Final = rf"(?!(?: [A-Z]\w+)+s\b){_NO_THINGS}"
_MODEL: Final = (
    r"(?!(?:USD|EUR|GBP|RMB|CNY|HKD|US|NT|HK|A|C)?[$€£¥]?\d+[.,]\d)"
    r"(?!(?:(?:USD|EUR|GBP|RMB|CNY|HKD|FY)\d|[QH]\d)(?![A-Z]\b))"
    r"[A-Z](?:[A-Za-z]{0,7}-?|\.)\d{1,4}(?:(?<=-\d)\.\d{1,2})?[A-Za-z]{0,2}(?:-[A-Z]\w*)?"
)

RULES: Final[tuple[Step, ...]] = (
    *EVERYWHERE,
    allowed(
        "paragraph mark",
        r"[¶§]{1,2}[ \t]?\d+(?:(?:[–-]|, ?|、|至)[¶§]?\d+(?![\d.,]*[%\w]))*",
        needs="¶§",
    ),
    allowed(
        "fiscal year",
        rf"\bFY ?(?:{YEAR}|\d\d)(?:[/–-]\d\d(?!\d))?(?:[ -]?[QH][1-4])?(?!\w|\.\d)|"
        rf"\bfiscal(?: years?)? {YEAR}(?:(?:{_DASH}| (?:and|to) ){YEAR}|[–/-]\d\d(?!\d))?",
        needs=DIGIT,
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
        rf"{_NO_THINGS}){_AMOUNT}|\b[Oo]n {_MONTH} {_DAY}\b{_AMOUNT}|"
        rf"\b{_MONTH}[ \n,]{{1,2}}{YEAR}{_AMOUNT}|(?<![\w.-]){YEAR}-(?:0[1-9]|"
        rf"1[0-2])(?:-{_DAY})?(?![\w-]|\.\d)|(?<![\w./-])\d\d?/\d\d?/{YEAR}(?![\w/-])",
        cased=True,
        needs=DIGIT,
    ),
    allowed(
        "year or date",
        rf"\b(?:the |early |late |mid-?)?{YEAR}s\b|(?<!\w)[’']\d0s\b|(?<=of )[’']\d\d\b|"
        rf"{_NOT_IN_NUMBER}(?:{_LONG}|"
        rf"{_NEAR}){_AMOUNT}{_NO_THINGS}|(?:\b(?:in|by|since|until|till|during|before|after|the|"
        rf"its|their|his|our|early|late|mid|year|calendar|ended|ending|spring|summer|autumn|"
        rf"fall|winter|’s|'s)[ \n-]|\bmid-)(?!2000 [a-z]+s\b){_YEARS}{_AMOUNT}(?!-?\w)"
        r"|\b(?:for|of|from|between|through)[ \n]"
        rf"(?!\d{{3}}0(?!{_NO_THINGS})){_YEARS}{_AMOUNT}(?!-?\w)",
        needs=DIGIT,
    ),
    # A time of day is said like a date; a ratio has no “at” before it, and no “am” behind.
    allowed(
        "time of day",
        r"\b(?:at|by|until|till|from|before|after|past) (?:[01]?\d|2[0-3]):[0-5]\d\b(?!:)|"
        r"(?<![\d:])(?:[01]?\d|2[0-3])(?::[0-5]\d)?(?= ?(?:[ap]\.?m\b|UTC\b|GMT\b|[ECP][SD]?T\b))|"
        r"\b\w+day the (?:[12]?\d|3[01])(?:st|nd|rd|th)\b",
    ),
    # Dockets and the like: letters between numbers, but no “5-to-10”.
    allowed(
        "locator", r"\b(?:No\. )?(?:\d+:)?\d+-(?!to|or|by|in|and|for)[a-z]{2,3}-\d+\b", needs=DIGIT
    ),
    allowed("list marker", rf"(?<=[\s,;:])\(\d\)(?= [a-z])(?!{_SCALED})", needs=DIGIT),
    allowed(
        "locator",
        rf"(?<![\w.])\d{{1,3}} (?:[A-Z]\.){{2,3}}(?= {TAKEN}| \d)|\bNo\. \d+-\d+\b|"
        r"\b(?:(?:note|item|section|chapter|exhibit|table|figure|chart|page|paragraph|footnote|"
        r"clause|appendix|article|annex|schedule|volume|version|step|phase|part|rule|form|"
        r"line|level|type|tier|scope|series|class|category|grade|stage|room|flight|area|zone|gate|"
        r"route|highway|day|theorem|lemma|equation|column|row|docket|"
        r"building|hall|unit|lesson|week)s?|(?:pp?|vol|ch|figs?|paras?)\.) \d{1,4}[A-Z]{0,2}"
        r"(?:[.–-]\d{1,3}[A-Z]?)*(?![\w%‰]|[.,]\d|[ -]?(?:hundred|thousand|million|billion|"
        r"trillion|per|bn|mn|tn|times|x)\b)",
        needs=DIGIT,
    ),
    allowed(
        "locator",
        r"\b(?:section|chapter|page|step|phase|part|level|type|tier|day|count|act|scene|volume|stage|"
        rf"round|option|plan|lot|scenario) {_COUNT}\b(?!{_SCALED}){_NO_THINGS}",
    ),
    allowed(
        "name by shape",
        rf"(?<![\w$€£¥.,])(?:{_SERIES}|{_MODEL})(?![\w%‰$€£¥]|[.,]\d|{_SCALED})|"
        # A number behind a name: it counts what stands behind it, or nothing.
        rf"(?:{_BEHIND}{_NAMED}|{_FIRST}(?:(?!\w+(?:s|ed) |{_ASKED} ){_NAMED}|{_NAMED}"
        rf"(?= [a-z]+s (?:{_SMALL_WORDS})\b))|{_NAMED}{_NONE})|"
        # What is said to be one, and has no thing behind it, is a code.
        r"(?<=\b[Aa] )\d{3,4}(?=[.,;:)]|$| (?:is|was|and|or|then|when|error)\b)|"
        r"(?<=\b[Tt]he )\d{3,4}(?= (?:is|was|has|had)\b)",
        cased=True,
        needs=DIGIT,
    ),
    allowed(
        "ordinal",
        r"(?<!-)\b(?:first|second|third)(?:ly|-\w+)?\b|\bfourth(?=[.,;])|(?<![\w.,])(?:1st|2nd|"
        r"3rd)\b",
    ),
    allowed("period", r"\b(?:\w+-)?\w+(?:th|st|nd|rd) (?:century|centuries)\b"),
    allowed(
        "pair word",
        r"\b(?:the|these|those|its|their|our) two(?=(?: [a-z]+){1,2}\b)(?! (?:hundred|thousand|"
        r"million|billion|dozen|thirds?|fifths?|per|percent|and|or|to|years?|months?)\b)|"
        r"\beach other\b|\bboth(?= (?!halves)[a-z]+s\b)|"
        r"\bthe (?:latter\b|former(?=[,;:’]| [a-z]+s\b))",
    ),
    allowed(
        "name by shape",
        # A number with a capital begins a sentence, a headline or a name.
        rf"(?:{_LOWER}|(?<=“)){_COUNT}(?:-[A-Z][a-z]+)?(?: [A-Z][a-z]+)+|"
        rf"\b{_COUNT}(?: [A-Z][a-z]+)+(?<!s)(?= (?:is|was|has|will|would)\b)|"
        rf"(?:{_LOWER}|{_BEHIND}|(?<=“)){_NAME} (?:of )?{_COUNT}\b"
        rf"(?! [A-Z]|[- ]?(?i:hundred|thousand|[mbtr]+illion|per|times)){_NO_THINGS}|"
        r"[A-Z][a-z]+(?:th|st|nd|rd)(?= (?:Circuit|Amendment|Avenue|Street|Republic|Congress)\b)|"
        r"(?<=\bat )\d{1,4}(?= (?:[A-Z][a-z]+ )+(?:Street|Avenue|Road|Square)\b(?! [a-z]+s\b))",
        cased=True,
    ),
    allowed("idiom", r"\b(?:two|three) things(?= (?:stand|matter|are|follow|remain)\b)"),
    allowed(
        "idiom",
        r"\b(?:no[ -]one|one another|one[ -]by[ -]one|one[ -](?:on|to)[ -]one|square one|"
        r"zero[ -](?:sum|shot|trust|day|tolerance)|ground zero|net[ -]zero|from zero|cloud nine|"
        r"(?:nine[ -]to[ -]five|9[ -]to[ -]5)|two steps (?:back|forward|ahead)|catch-22|24/7|"
        r"(?:on|at) sixes and sevens|(?:in|of) two minds|two cents|on all fours|"
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
