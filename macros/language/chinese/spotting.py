"""What is spotted as a number in Chinese prose."""

from __future__ import annotations

from typing import Final

from macros.language.english.spotting import DIGITS
from macros.language.pattern_steps import numbers

_ONES: Final = "零〇一二两三四五六七八九壹贰叁肆伍陆柒捌玖兩"
_FORMAL: Final = "壹贰貳弐弍叁參叄肆伍陆陸柒捌玖"
_WORTHS: Final = "十百千万亿拾佰仟萬億廿卅卌"
_ANY: Final = _ONES + _WORTHS
_MONEY: Final = "(?:美元|欧元|日元|港元|港币|英镑|人民币|美金|韩元|元)"
# Words and signs that count a thing; one of these, or a scale, makes a character a number.
MEASURES: Final = (
    "[家个名位人岁班样匹款项种类次轮笔批台张颗枚座块条份件篇页段章层级步年月周天日夜季期代届场支只头对套组队片处起例宗门所国省市州地城方者股票席大强云点句字行封艘架辆间栋户"
    "口杯本部集环道路面边端卡瓦度米吨克毛厘维轴根粒把幅株棵朵串排列栏格招遍趟顿回桩桶箱瓶包袋盒]"
)
COUNTERS: Final = (
    "个百分点|百分点|个基点|[倍成折番]|个[多半]?月|个?小时|分钟|秒钟?|个?季度|个?财年|个?世纪|"
    f"巨头|公司|厂商|云厂商|阶段|方面|吉瓦|兆瓦|千瓦|公里|公斤|平方|{MEASURES}"
)
_HOW_MANY: Final = f"(?:{COUNTERS})"
_OVER: Final = "[多余来几]"
_SCALE: Final = "(?:万亿|[十百千]?[万亿]|[百千])"
_MORE: Final = "(?:多(?![数家半个])|余|半(?![导径]))?"
_TAIL: Final = f"{_OVER}?{_SCALE}{{0,3}}{_OVER}?(?:(?:{_MONEY}|{_HOW_MANY}){_MORE})?"
_AMOUNT: Final = rf"\d{{1,20}}(?:[.,]\d{{1,20}})*%?{_TAIL}"
# What no line ends in: an amount or a date, what carries a number, and a foreign name.
UNBROKEN: Final = (
    rf"[A-Z][A-Za-z]* (?:{_AMOUNT}){{1,4}}|(?:截至|[第约近超逾−+$])?"
    rf"(?:{_AMOUNT}){{1,4}}(?<=[^\d.,%])[，。；：、）]{{0,2}}|截至"
    "|[\u4e00-\u9fff]·[\u4e00-\u9fff]|[A-Za-z]+’[A-Za-z]+(?: [A-Z][a-z]+)?"
)
# Runs are bounded, so that a page of one character takes no longer than any other.
_COMPOUND: Final = f"(?:[{_ONES}]{{0,4}}[{_WORTHS}][{_ANY}]{{1,40}}|[{_ONES}]{{1,4}}[{_WORTHS}])"

BEFORE: Final = "负"
AFTER: Final = (
    r"[A-Za-z]+|\s?(?:[百千万亿]+|[倍折]|成(?![为本立功员交就长熟果绩效品])|"
    "[多余](?=[家个名种款人元年亿万]))"
)
"""What makes another number of the one behind or before it."""
LOOSE: Final = "约|近|大致"
"""What says that the number behind it is not exact."""

# Looked for before the rules.
STRONG: Final = numbers(
    f"[{_FORMAL}]{{1,4}}[{_WORTHS}]{_TAIL}",
    "[十百千万](?:个|家|人)?[里中]有[一二三四五六七八九两]|十[之有]八九",
    "[百千万]把(?=[个块人元家])|[一半]打(?=[个支家瓶人公台])",
    "俩(?=[人公家大月年百千万亿])",
    rf"(?:[{_ANY}]{{1,9}}|(?<!\d)\d{{1,9}})分之(?:[{_ANY}几]{{1,9}}(?:点[{_ONES}]{{1,9}})?|"
    rf"\d{{1,9}}(?:\.\d{{1,9}})?)多?",
    "(?<!另)一[大小多]?半(?:以上|多)?|百分百|一个[万亿]",
    rf"翻(?:了|上)?(?:(?:[{_ONES}几数]|\d{{1,4}})[番倍]|倍|番)",
    "[一二三四五六七八九]成[半一二三四五六七八九](?![成家个名位年月])",
    "(?:五五|四六|三七|二八|一九)(?=开|分[成账])",
    f"(?:(?<=排)|(?<=排[名行在])|(?<=位[列居])|(?<=名列))第[{_ONES}十]{{1,3}}",
    f"[{_ONES}]{{1,4}}点(?!一[定直些切样起旦致])[{_ONES}]{{1,9}}(?![刻十]){_TAIL}",
    f"一[块毛镑][{_ONES[3:]}]|"
    f"一(?:{_MONEY}|美分|[兆吉千太]瓦|[公英]里半?|吨|刻钟|个百分点|个基点|[倍折]|成(?!不变|立|为|功|员|本|交)|[年天周月]半|"
    f"个半月?|年多)",
    f"(?:[一二三四五六七八九十]|\\d{{1,2}})[比∶](?:[一二三四五六七八九十]|"
    f"\\d{{1,2}})(?![{_WORTHS}\\d.])",
)

# Looked for after the rules.
WEAK: Final = numbers(
    rf"(?:{DIGITS}|[¥￥]\d[\d,.]*){_TAIL}(?:\s?[–~～—-]\s?{DIGITS}{_TAIL})*",
    f"[{_ONES}几数]?个?数量级|几个[百千万亿]|数以[{_WORTHS}]{{1,6}}计|成[百千][上成累][千万]|千千万万|(?:好几|"
    f"[数几上]|(?<=[近逾]))[{_WORTHS}]{{1,6}}{_TAIL}|[{_ANY}]{{0,6}}十几{_TAIL}|[两双个三四五六七八九十]位数",
    f"[{_ANY}]{{1,4}}(?=[到至][{_ANY}]{{1,4}}{_HOW_MANY})",
    f"第(?:[{_ANY}]{{1,8}}|\\d{{1,9}})(?:{COUNTERS})?",
    f"{_COMPOUND}{_TAIL}",
    f"(?<![{_ONES}])(?!零(?![{_ONES}]))[{_ONES}]{{1,12}}(?:{_OVER}?(?:{_HOW_MANY}|"
    f"{_MONEY}){_MORE})",
    f"[十百千万](?:{_OVER}?(?:倍|[家人名台张卡款余元块枚颗]))|[十廿卅](?:{_HOW_MANY}|"
    f"{_MONEY}){_MORE}|[百千](?![分度瓦米克里日年古]){_HOW_MANY}",
    # Any numeral before any word; what is a word with it stands by a rule.
    f"(?<![{_ANY}第再])[二三四五六七八九](?=[\u4e00-\u9fff])",
    f"(?<![{_ANY}第])十(?=[\u4e00-\u9fff])(?![分足字全月堰到至{_ANY}])|[百千万]来[个家人名号]",
    f"[两兩]|仨|[{_ONES}](?=、[{_ONES}](?:{_HOW_MANY}))",
    f"(?<=[前])[三四五六七八九十]+|"
    rf"(?<=[到为得至达约共超])[{_ONES}](?=[，。；！？\s]|$)|[{_ANY}](?: [{_ANY}])+",
    f"(?<![通经透])(?:过|破|超|逾)[百千万亿](?!年|[{_ANY}]){_TAIL}|[百千万亿]级(?!别)",
    "[数几成双]倍|翻倍|倍增|减半|腰斩|(?<=加)倍(?=[，。；了至到]|$)",
    "(?:超过?|过|近|逾|大|小|对|折|砍)半(?![径途导])|(?<=打)[了个]?对折|半数|半价|半年|半小时|半个(?:百分点)?|年半|半成(?!品)|"
    "大半(?!夜|天)",
    "(?:为|[也都仍]是|等于|归|接近)零|(?<![从的归])零(?=[\u4e00-\u9fff])"
    "(?![起时的售碳排件食部星碎散头钱用工和日下点度到乱]|信任|样本|距离|基础|门槛)",
)
