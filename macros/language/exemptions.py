"""Rules by which a number may stand in prose; each has a name, and is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from macros.language.chinese.numbers import COUNTERS
from macros.language.narrow import narrowed
from macros.language.steps import Step, allowed

_MONTH: Final = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|"
    r"\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR: Final = r"(?:19|20)\d\d"
_YEARS: Final = rf"{_YEAR}(?:[–/-](?:{_YEAR}|\d\d)(?![\d/-]))?"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_DASH: Final = r"[ \t]?[–—-][ \t]?"
# What makes four digits an amount, and not a year.
_AMOUNT: Final = (
    r"(?!\d|[.,]\d|[%‰×]|[ -]?(?:x|bn|mn|tn|[kmb]|per ?cent|percentage|points?|hundred|"
    r"thousand|million|billion|trillion|dollars?|euros?|yuan|times|fold|[GMk]W|gigawatts?|"
    r"megawatts?|people|companies)"
    rf"(?![A-Za-z])|\s?(?:[多余]?[百千万亿]|[多余]?[美欧日港]?元|(?!年|月|日|财年|季度){COUNTERS}))"
)
# What would be counted by the number in front: “1950 homes”, but not “2025 sales”.
_NO_THINGS: Final = (
    r"(?! (?!(?:was|is|has|its|does|as|this|thus|plus|sales|rates|results|figures|accounts|totals|"
    r"forecasts|prices|levels|revenues|earnings|profits|tables|plans|terms)\b)[a-z]+s\b)"
)
_NOT_IN_NUMBER: Final = r"(?<![\w$€£¥.,+−/-])(?<![计共达约为超逾近有])"
_SCALED: Final = (
    r"[ -]?(?:hundred|thousand|million|billion|trillion|per ?cent|percentage|points?|bn|mn|tn|"
    r"times)\b"
)
# Standards and series whose members are numbers; models: a capital, letters and digits.
_SERIES: Final = (
    r"(?:ISO|IEC|IEEE|RFC|DIN|EN|GB|S&P|FTSE|CSI|DAX|Dow|Nikkei) ?\d{1,5}(?:\.\d)?|"
    r"(?:10|20|8|6)-[KQF]|\d[DG]"
)
_MODEL: Final = (
    r"(?!(?:USD|EUR|GBP|RMB|CNY|HKD|US|NT|HK|A|C)?[$€£¥]?\d+[.,]\d)(?!(?:USD|EUR|GBP|RMB|CNY|HKD|Q|"
    r"FY|H)\d)"
    r"[A-Z][A-Za-z]{0,7}-?\d{1,4}[A-Za-z]{0,2}(?:-[A-Z]\w*)?"
)
_NUMERALS: Final = "二两三四五六七八九十百千万亿〇零"
_HAN: Final = "[一二两三四五六七八九十百〇零]"
_COUNTED: Final = "年月天周日个家名位次轮人"
_SEASON: Final = (
    r"(?:上半|下半|[春夏秋冬]|第?[一二三四1-4]季|[至到和与及、，,–—~～-]|以[来前后]|Q[1-4]|H[12])"
)

ENGLISH: Final[tuple[Step, ...]] = (
    allowed("paragraph mark", r"[¶§]{1,2}[ \t]?\d+(?:(?:[–-]|, ?|、|至)[¶§]?\d+(?![\d.,]*[%\w]))*"),
    allowed(
        "fiscal year",
        rf"\bFY ?(?:20)?\d\d(?:[ -]?[QH][1-4])?(?!\w|\.\d)"
        rf"|\bfiscal(?: years?)? {_YEAR}(?:(?:{_DASH}| (?:and|to) ){_YEAR}|[–/-]\d\d(?!\d))?",
    ),
    allowed(
        "period",
        rf"\b(?:{_YEAR}[ -]?)?(?:[QH][1-4]|[1-4][QH])(?:[ -]?(?:FY)?(?:{_YEAR}|\d\d))?"
        r"(?![\w%]|\.\d)"
        r"|\b(?:first|second|third|fourth|last|next|final)(?:[ -](?:fiscal|calendar))?"
        r"[ -](?:half|quarter)"
        r"(?!-?s| of (?:the|all|its) (?:revenue|market|sales))\b"
        r"|\bhalf[ -]years?\b|\bquarter[ -]end\b",
    ),
    allowed(
        "year or date",
        rf"\b{_DAY}(?:st|nd|rd|th)?(?: of)?[ \n]{_MONTH}(?:,?[ \n]{_YEAR}{_AMOUNT})?(?![\w])"
        rf"|\b{_MONTH}[ \n]{_DAY}(?:st|nd|rd|th)?(?:(?:{_DASH}| and ){_DAY})?"
        rf"(?:,?[ \n]{_YEAR}|{_NO_THINGS}){_AMOUNT}"
        rf"|\b[Oo]n {_MONTH} {_DAY}\b{_AMOUNT}"
        rf"|\b{_MONTH}[ \n,]{{1,2}}{_YEAR}{_AMOUNT}"
        rf"|(?<![\w.-]){_YEAR}-(?:0[1-9]|1[0-2])(?:-{_DAY})?(?![\w-]|\.\d)",
        cased=True,
    ),
    allowed(
        "year or date",
        rf"\b(?:the |early |late |mid-?)?{_YEAR}s\b"
        rf"|{_NOT_IN_NUMBER}{_YEARS}{_AMOUNT}{_NO_THINGS}"
        rf"|(?:\b(?:in|by|since|until|till|during|before|after|"
        rf"the|its|their|his|our|early|late|mid|year|calendar|ended|ending|spring|"
        rf"summer|autumn|fall|winter|’s|'s)[ \n-]|\bmid-)"
        rf"(?!2000 [a-z]+s\b){_YEARS}{_AMOUNT}(?!-?\w)"
        r"|\b(?:for|of|from|between|through)[ \n]"
        rf"(?!\d{{3}}0(?!{_NO_THINGS})){_YEARS}{_AMOUNT}(?!-?\w)",
    ),
    allowed("list marker", r"^[ \t>]*\d{1,3}[.)](?=[ \t])"),
    allowed(
        "locator",
        r"\b(?:(?:note|item|section|chapter|exhibit|table|figure|chart|page|paragraph|footnote|"
        r"clause|"
        r"appendix|article|annex|schedule|volume|version|step|phase|part|rule|form|line)s?|pp?\.|"
        r"vol\.) "
        r"\d{1,4}[A-Z]{0,2}(?:[.–-]\d{1,3}[A-Z]?)*(?![\w%‰]|[.,]\d|[ -]?(?:hundred|thousand|"
        r"million|"
        r"billion|trillion|per|bn|mn|tn|times|x)\b)",
    ),
    allowed(
        "name by shape",
        rf"(?<![\w$€£¥.,])(?:{_SERIES}|{_MODEL})(?![\w%‰$€£¥]|[.,]\d|{_SCALED})",
        cased=True,
    ),
    allowed(
        "ordinal",
        r"(?<!-)\b(?:first|second|third)(?:ly|-\w+)?\b|\bfourth(?=[.,;])|(?<![\w.,])(?:1st|2nd|"
        r"3rd)\b",
    ),
    allowed("period", r"\b(?:\w+-)?\w+(?:th|st|nd|rd) (?:century|centuries)\b"),
    allowed(
        "pair word",
        r"\b(?:the|these|those|its|their|our) two(?=(?: [a-z]+){1,2}\b)(?! (?:hundred|"
        r"thousand|million|billion|dozen|thirds?|fifths?|per|percent|and|or|to|years?|months?)\b)",
    ),
    allowed("idiom", r"\b(?:two|three) things(?= (?:stand|matter|are|follow|remain)\b)"),
    allowed(
        "idiom",
        r"\b(?:no[ -]one|one another|one[ -]by[ -]one|one[ -](?:on|to)[ -]one|square one|"
        r"zero[ -](?:sum|shot|trust|day)|ground zero|from zero|cloud nine|nine[ -]to[ -]five|"
        r"(?:on|at) sixes and sevens|in two minds|two cents|on all fours|catch-22|24/7|"
        r"think twice|thinks twice|once or twice|one-two|six-pack|"
        r"double[ -]?(?:edged|check\w*|down|doors?|standards?|count\w*|entry|click\w*|agent|bind|"
        r"barrel\w*|blind|bottom|dip\w*|duty|glaz\w*|spac\w+|quot\w+|meanings?|whammy)|"
        r"doubl(?:ed|es|ing) (?:down|back|as)|triple[ -]A|"
        r"half[ -](?:hearted\w*|baked|truths?|finished|way|life|mast|time|expect\w*|joking\w*)|"
        r"(?:the|on the|its|their|an)?[ ]?other half|better half|both halves|on one’s own|"
        r"one[ -](?:size|way|time|off|sided|stop|liner|track)|(?:the )?million[- ]dollar question|"
        r"at the eleventh hour|thousand[ -]words)\b",
    ),
    allowed("article word", r"\b(?:any|every|some|each)?one(?:s|self|’s|'s)?\b(?![.]\d)"),
)

CHINESE: Final[tuple[Step, ...]] = (
    allowed(
        "locator",
        r"(?:图|表|附注|附表|附件|脚注|注)\s?\d{1,3}(?:[.-]\d{1,2})*(?=[^\d.,%％‰万亿千百个家名倍]|$)|"
        r"第\d{1,3}(?:\.\d{1,2})*[章节条款段页]",
    ),
    # Two numerals, two words: 五湖四海, 七嘴八舌, 一石二鸟; but 三年五个 counts.
    allowed(
        "idiom",
        rf"(?<![{_NUMERALS}一])[一三四五七八九](?![{_COUNTED}{_NUMERALS}一])[\u4e00-\u9fff]"
        rf"[二三四五六七八九](?![{_COUNTED}])[\u4e00-\u9fff]|"
        "二氧化|再[三四]|[二三]来(?=[^自源到])|三(?:星|线城市|农|峡|国|亚|思|板)|四川|五(?:角|粮液|"
        "指)|六安|八达岭|九(?:寨|江)|"
        "[一二]战|二(?:十大|手|维|次元)|[二三四]线",
    ),
    allowed(
        "unit word",
        r"单位[:：为是]?[百千十]?[万亿](?:[美欧日港]?元)?|以[百千十]?[万亿][美欧日港]?元(?=计|为)|"
        r"[（(][百千]?[万亿](?:[美欧日港]?元)[)）]",
    ),
    allowed(
        "fiscal year",
        rf"(?:{_YEAR}|(?<!\d)\d\d)(?:[至到和与、–—-]{_YEAR})?(?:财年|财政年度)(?:[QH][1-4])?",
    ),
    allowed(
        "period",
        rf"(?:{_YEAR}年?)?(?:第|前)?[一二三四1-4](?:[、和至到][一二三四])?季度|"
        rf"(?:{_YEAR}年?)?[上下]半[财]?年度?|(?<=[上下])半[财]?年"
        "|半年[度报]|每半年",
    ),
    allowed(
        "year or date",
        rf"(?<!\d){_YEAR} 年(?: ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?[日号])?)?|"
        rf"(?<!\d)(?!\d{{4}}-\d\d-)(?:{_YEAR}|"
        rf"[12一二][〇零九0-9][一二三四五六七八九〇零]{{2}})年?(?:[至到—–~～-](?:{_YEAR}|"
        rf"\d\d)年?)?(?:年代|年|(?={_SEASON}))"
        rf"(?:[初底末中]|[0-3]?\d月|{_HAN}{{1,2}}月)?(?:[0-3]?\d[日号]|{_HAN}{{1,3}}[日号])?"
        r"|(?<![\d.])(?:0?[1-9]|1[0-2])月(?:[0-3]?\d[日号])?(?:[至到—–~～-][0-3]?\d[日号])?"
        rf"|(?<![{_HAN[1:-1]}个])(?:十[一二]?|"
        rf"[一二三四五六七八九])月(?:{_HAN}{{1,3}}[日号])?(?=[初底末中份，。；、的在起前后以宣发公推，]|{_HAN})"
        r"|(?<![\d.,])[0-3]?\d[日号](?![元本均])|(?:\d\d|[二三四五六七八九]十)年代|(?:20|19|二十|"
        r"十九|21|二十一)世纪"
        r"|(?:星期|周|礼拜)[一二三四五六日天]|双十一|十一(?:假期|黄金周)",
    ),
    allowed(
        "ordinal",
        rf"第(?:[一二三]|[1-3](?!\d))(?:{COUNTERS})?|头一|二次(?=[元开创曲方])|"
        rf"[一二三四五]期(?=工程|项目|[，。）])|[一二三]号|二[代级线手期]|排行?第?[一二三]",
    ),
    allowed(
        "idiom",
        "半导体|(?<!个)百分[点比率制]|千方百计|千篇一律|千变万化|千差万别|千丝万缕|千军万马|"
        "千家万户|千万(?=别|不[要能可]|小心|记住|当心)|"
        "万一|万千|万万(?=[没不])|百万富翁|亿万富[翁豪]?|亿万|五花八门|四面八方|三番五次|三番两次|"
        "七上八下|乱七八糟|一五一十|十全十美|三三两两|三天两头|"
        "三言两语|三心二意|两全其美|一举两得|一分为二|两败俱伤|势不两立|进退两难|百年[老一大]店?|"
        "百家争鸣|百家姓|千人一面|万家灯火|万人空巷|"
        "五台山|七台河|三国演义|三轮车|三明治|三省吾身|(?<![共有这那其])四处(?![错数])|四周|四面|"
        "四方来|八方|五行|十字|十年如一日|"
        "十[二三四]五(?=规划)|二元(?=[结论对经化])|三位一体|四舍五入|二维码|八卦|五星|九州|"
        "十之八九|八九不离十|七七八八|百战百胜|半[径途壁路信]|"
        "一半天|多半|一[一旦直起同切定致样样般向律味再概些体边旁带共齐贯度心手方道流举面下]|"
        "(?<![十百千万亿第])一点(?!五)|统一|唯一|同一|单一|之一|专一|划一|归一|合一|"
        "一波三折|三令五申|四分五裂|七零八落|五光十色|九死一生|三思|两[相可讫]|两弹|二百五|"
        "一百八十度|三足鼎立",
    ),
    allowed("idiom", "三点(?=值|可|要|建|原)|三方库|四大行|五一(?=假|黄|节)|标普500|三一重工"),
    allowed(
        "pair word",
        "(?<![一了共达约为超逾近有增买投加])两家(?:公司|企业|厂商)(?!银)|[两二]者|双方|"
        "两[边侧端头旁极难全面样岸]|[两双]向|俩|(?<!这)双(?!倍|位)",
    ),
    allowed("article word", f"(?<![{_NUMERALS}])一(?![{_NUMERALS}几])(?:{COUNTERS})?"),
)


@lru_cache(maxsize=8)
def declared(names: Sequence[str]) -> Step:
    """Return the step that takes out declared names; the longest goes first."""
    written = sorted({narrowed(name) for name in names if name}, key=len, reverse=True)
    one = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in written) or "(?!)"
    return allowed(
        "declared name",
        rf"(?<![A-Za-z0-9])(?:{one})(?:s|’s|'s)?(?![A-Za-z0-9]|[.,]\d)",
        cased=True,
    )
