"""Rules by which a number may stand in Chinese prose; each has a name, and is counted."""

from __future__ import annotations

from typing import Final

from macros.language.chinese.lexicon import NUMERALS, behind_noun, word_around
from macros.language.chinese.spotting import COUNTERS, MEASURES
from macros.language.pattern_steps import Step, allowed
from macros.language.periods import NEAR_YEAR, YEAR

_NUMERALS: Final = "二两三四五六七八九十百千万亿〇零"
_HAN: Final = "[一二两三四五六七八九十百〇零]"
_COUNT: Final = "[二三四五六七八九十]"
# What no idiom of four signs has behind its numerals: 七拐八绕, but 七家八口, 三到五年.
_IN: Final = (
    f"{MEASURES[1:-1]}{_NUMERALS}一至到比加减乘或和与、，。多余来几成倍折番半点分美欧日港元"
)
_HAN_YEAR: Final = "[12一二][〇零一六七八九0-9][一二三四五六七八九〇零]{2}"
_SEASON: Final = (
    r"(?:上半|下半|[春夏秋冬]|第?[一二三四1-4]季|[至到和与及、，,–—~～-]|以[来前后]|Q[1-4]|H[12])"
)

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "locator",
        r"(?:图|表|附注|附表|附件|脚注|注)\s?\d{1,3}(?:[.-]\d{1,2})*(?=[^\d.,"
        rf"%％‰万亿千百个家名倍]|$)|(?:附件|附录|附表|附注){_HAN}{{1,2}}",
    ),
    allowed(
        "locator",
        r"第 ?\d{1,4}(?:\.\d{1,2})*(?:\([a-z\d]\))*(?:[至到–-]\d{1,4})? ?[章节条款段页项期卷集回]|"
        # A fourth 条 may be a line of something: what follows tells the text from the thing.
        rf"第{_HAN}{{1,7}}(?:[章节段页卷回]|[条款项](?=[规约说写之、，。；：“（第和]|$))|"
        rf"(?:(?<=》)第{_HAN}{{1,7}}[条款项]|第{_HAN}{{2,7}}条(?![流生产航]))",
    ),
    allowed(
        "locator",
        r"(?<!\d)\d{1,4}[A-Z]?(?:[室楼](?!友)|大[道街])|(?<![\d.])\d(?:\.\d+){1,3}版|"
        rf"(?:(?<![\d-])(?:\d{{1,4}}-)?\d{{1,4}}|{_HAN}{{1,4}})号(?![称人])|(?<![\w-])\d{{1,4}}(?=规则)|(?:情景|方案|案例|选项)[一二三四五](?!{COUNTERS})|"
        rf"其[二三四](?!{COUNTERS})",
    ),
    allowed(
        "list marker",
        rf"(?:^|(?<=[，。；：、\s]))[(（]\d{{1,2}}[)）](?![{_NUMERALS}美]|\d(?!\d{{3}}年))",
    ),
    allowed("time of day", r"(?<![\d:])(?:[01]\d|2[0-3])[:：][0-5]\d(?![\d:：])"),
    allowed(
        "time of day",
        rf"(?<![\d.分个])(?:[01]?\d|2[0-3]|{_HAN}{{1,3}})点"
        rf"(?:半|钟|整|[一三]刻|(?:[0-5]?\d|{_HAN}{{1,3}})分)|"
        rf"(?<=[上下中]午|早上|晚上|凌晨|傍晚)(?:\d{{1,2}}|{_HAN}{{1,2}})点(?:[0-5]?\d)?",
    ),
    allowed(
        "name by shape",
        # A number behind a foreign name, in front of what it cannot count.
        r"[A-Z][\w+&]*[A-Za-z] \d{1,5}(?:\.\d{1,2})*(?: \d+(?:\.\d)?[BM])?(?= ?[\u4e00-\u9fff])"
        rf"(?! ?(?:[多余几{_NUMERALS}]|{COUNTERS}))",
        cased=True,
    ),
    allowed(
        "name by shape",
        rf"(?<=[\u4e00-\u9fff])-?\d{{1,4}}(?:\.\d)?(?=[\u4e00-\u9fff])"
        rf"(?!{COUNTERS}|出头|[多余几到至比以上下左英美欧日港韩毫微纳兆太吉公平立升摄分码伏安赫帕焦马海光像帧特字{_NUMERALS}])",
        reach=behind_noun,
    ),
    allowed("title", "《[^《》]{1,60}》"),
    # No size begins with nought, and no name in quotation marks counts anything.
    allowed(
        "name by shape",
        rf"(?<![{_NUMERALS}])零[一二三四五六七八九][十百千万亿]|[五六七八九零〇][零五]后(?!来|的)",
    ),
    allowed(
        "name by shape",
        rf"(?<=“){_COUNT}[大小]?(?!{MEASURES})[\u4e00-\u9fff]{{2,4}}(?=”)",
    ),
    allowed(
        "name by shape",
        rf"{_COUNT}(?![{_NUMERALS}的了]|{COUNTERS})[\u4e00-\u9fff][岛桥岭镇屯庙沟]|{_COUNT}小[虎龙强]|"
        f"四大(?=行|会计)",
    ),
    allowed(
        "unit word",
        r"单位[:：为是]?[百千十]?[万亿](?:[美欧日港]?元)?|以[百千十]?[万亿][美欧日港]?元(?=计|"
        r"为)|[（(][百千]?[万亿](?:[美欧日港]?元)[)）]",
    ),
    allowed(
        "fiscal year",
        rf"(?:{YEAR}|(?<!\d)\d\d)(?:[至到和与、–—-]{YEAR})?(?:财年|财政年度)(?:[QH][1-4])?",
    ),
    allowed(
        "period",
        rf"(?:{YEAR}年?)?(?:第|前)?[一二三四1-4](?:[、和至到][一二三四])?季[度报]|"
        rf"(?:{YEAR}年?)?[上下]半[财]?年度?|(?<=[上下])半[财]?年"
        "|半年[度报]|每半年",
    ),
    allowed("year or date", "(?:星期|周|礼拜)[一二三四五六日天]"),
    allowed("year or date", r"(?:(?<!\d)\d\d|二?十[一二三四五六七八九]?)世纪"),
    allowed(
        "year or date",
        rf"(?<!\d){YEAR} 年(?: ?\d{{1,2}} ?月(?: ?\d{{1,2}} ?[日号])?)?|"
        rf"(?<!\d)(?<![A-Z]-)(?!\d{{4}}-\d\d-)(?:(?:{NEAR_YEAR}|{_HAN_YEAR})年?(?:[至到—–~～-]"
        rf"(?:{NEAR_YEAR}|\d\d)年?)?(?:年代|年|(?={_SEASON}))|"
        rf"{YEAR}年?(?:[至到—–~～-]{YEAR}年?)?(?<=年)代?)(?:[初底末中]|[0-3]?\d月|"
        rf"{_HAN}{{1,2}}月)?(?:[0-3]?\d[日号]|{_HAN}{{1,3}}[日号])?"
        r"|(?<![\d.])(?:0?[1-9]|1[0-2])月(?:[0-3]?\d[日号])?(?:[至到—–~～-][0-3]?\d[日号])?"
        # Three months would be 三个月.
        rf"|(?<![{_HAN[1:-1]}个])(?:十[一二]?|[一二三四五六七八九])月(?:{_HAN}{{1,3}}[日号])?"
        r"|(?<![\d.,])[0-3]?\d[日号](?![元本均])|(?:\d\d|[二三四五六七八九]十|[零〇一]{2})年代|"
        r"(?<!\d)(?:0\d年|9[1-9]年(?=[那底初末春夏秋冬生]))|双十[一二]|本十年|"
        "(?:[三五六七八十][一四八]|三一五|六一八)(?=[国妇儿青建劳长假节黄购促晚])",
    ),
    allowed(
        "ordinal",
        rf"第(?:[一二三](?![{NUMERALS}])|[1-3](?!\d))(?:{COUNTERS})?|(?<![分共])[二三四五]期(?=工程|项目|"
        rf"[，。）])|"
        "[二三]号|[二三]把手|二[代级手期]",
    ),
    allowed("word", f"[{NUMERALS}]", reach=word_around),
    # Words that jieba does not know, or that would count something if they were not said so often.
    allowed(
        "idiom",
        f"(?<![{NUMERALS}])(?:千万(?=别|不[要能可]|小心|记住|当心)|万千|万一(?![千百十万亿])|"
        "万万(?=[没不])|亿万|三番[五两]次|七上八下|一五一十|三三两两|三天两头|七七八八|"
        f"七[^{_IN}]八[^{_IN}]|"
        "四面|(?<![了约近满过到用花])四周|五行|十字|(?<![共有这那其])四处(?![错数])|"
        "十[二三四]五(?=规划)|二元(?=[结论对经化])|二百五|一百八十度|"
        r"三点(?=值|可|要|建|原)|三方库|第六感|[二三四五六]环(?=[内外路以])|四大行|(?:标普|日经|沪深|[上中]证|富时|罗素)\d{2,4}|十万八千里|\d00强|404(?=页面|错误)|三一重工|[二三]来(?=[^自源到])|三(?:农|线城市|板)|"
        "六安|一战|[二三]审(?![核查过])|二(?:十大|手|次元)|[二三四][线维]|[三四五六八][边角]形|(?:十六|[二八十])进制)"
        f"(?![{NUMERALS}])",
    ),
    allowed(
        "pair word",
        "(?<![一了共达约为超逾近有增买投加])两家(?:公司|企业|厂商)(?!银)|(?<!十)[两二前后]者|对手|友商|双方|彼此|"
        "两[边侧端头旁极难全面样岸会栖]|[两双]向|俩|(?<!这)双(?!倍|位)",
    ),
    allowed("article word", f"(?<![{_NUMERALS}])一(?![{_NUMERALS}几])(?:{COUNTERS})?"),
)
