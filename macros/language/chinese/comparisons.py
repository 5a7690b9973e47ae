"""What compares quantities in Chinese, and what only looks as if it did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.steps import Step, allowed, number

_MARK: Final = "\ue000"
_SIZE: Final = "(?:便宜|[大小多少高低快慢贵长短宽窄])"
_END: Final = rf"(?=[了得出一些很许几倍个]|[，。；：！？、）”\s]|{_MARK}|$)"
_UNMEASURED: Final = (
    "问题|变数|悬念|风险|挑战|争议|不同|区别|特点|好处|麻烦|敌人|意外|障碍|威胁|隐患|优点|缺点|优势|软肋|"
    "弱点|看点|教训|诚意|作用|意义|可能|程度|限度|麻烦|压力"
)

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        "不如(?=说|先|直接|让|改|干脆|就|早)|还不如|来不及|不及(?=格|时|物|待)|措手不及|迫不及待|始料不及|"
        "力所不及|有过之而无不及|自愧不如|超越自我|赶上(?=末班车|时候|了好)|更多(?=地|是|的是|样|元|信息|内容|详情|阅读)|"
        "更长远|更长期|更深|更大胆|更高明|更小心|更大方|更高(?=层|兴)|更少见|更重[要视大在]|"
        "最高(?=法院|法|层|管理|检|院|领导|人民|明|级别)|最[大小]化|最[大低高](?=限度|程度)|最短板|最高兴|"
        "最长(?=情|远)|最小心|多少(?=有些|有点|都)|高低(?=搭配|不)|大小(?=姐|便)|较(?=劲|真|量|为)|扩大化|"
        "缩小(?=了?搜索|了?范围|版)|多数(?=表决|决)|少数民族|比较(?!低|高|大|小|多|少|快|慢)",
    ),
    allowed("degree", f"[最更较](?:大|高|小|强|深)的?(?:{_UNMEASURED})"),
    allowed("degree", "领先(?:的)?(?=模型|企业|厂商|者|技术|地位|水平)|落后(?=产能|者|技术)"),
    allowed("correlation", f"越[^，。；越]{{1,9}}[，、]?[^，。；越]{{0,9}}越{_SIZE}"),
    allowed("term", "(?:多数|少数)(?=股权|股东|股份|席位)|第一大股东|多多少少"),
)

FOUND: Final[tuple[Step, ...]] = (
    number(
        "words",
        f"(?<![相对同环占之百无好评])比(?![例如较重率喻及方起分特邻])[^，。；：！？\\n]{{1,20}}?"
        f"(?:[更还要略稍])?(?<!增)(?<!成)(?<!延){_SIZE}{_END}(?:一些|一点|得多|不少|很多)?",
    ),
    number("words", f"(?:更为?|更加|最为?|[略稍偏]|(?<!比)较){_SIZE}(?!于)|(?<=比)较{_SIZE}"),
    number("words", "(?:远|略|稍|明显|大大)?(?:[高低大小多少快慢长短强弱]于)(?!是)"),
    number(
        "words",
        f"(?<![一很不]){_SIZE}(?:得多|一?些(?!人)|一?点(?![五\\d])|一截|出(?={_MARK}|约|近|一截))",
    ),
    number("words", "(?<![太])[多少]了(?![个层点一些])"),
    number(
        "words",
        "(?:增长|需求|算力|业绩|性能)[更最][强弱]|[更最][强弱](?:的)?(?:增长|需求|业绩|性能)",
    ),
    number(
        "words",
        "(?:远|大大|大幅)?(?:超过|超越|超出|远超)|胜过|胜于|不[及如]|不敌|逊于|反超|赶超|[赶追]上|追平|追了上来|持平",
    ),
    number("words", "跑[赢输]|输给|甩开|压过|盖过|(?:遥遥)?领[先跑]|落后|占优|占上风"),
    number(
        "words",
        "缩小|收窄|拉[大开平]|扩大(?=[了到]?(?:差距|领先|优势))|(?:差距|优势|领先)[^，。；\\n]{0,6}扩大",
    ),
    number(
        "words",
        "首屈一指|数一数二|独占鳌头|无出其右|无人能及|望尘莫及|难望项背|一骑绝尘|拔得头筹|头把交椅|傲视群雄",
    ),
    number("words", "居首|榜首|位列第一|第一大|头号|(?:历史)?新[高低](?![度]|估)"),
    number("words", "(?:绝?大)部分|(?:绝)?大多数?|(?<![大为])多数|大半|过半"),
    number("words", f"(?<={_MARK})以[上下]"),
)

BOUNDS: Final[Step] = number(
    "words",
    "(?:不超过|超过|远超|超|逾|突破|多于|大于|高于|至少|不少于|不低于|至多|最多|多达|高达|最高|"
    f"(?<![找看想达等得用做听遇感])不到|不足|少于|低于|小于|将近|接近|(?<![最附将接])近)(?={_MARK})",
)
"""A word that belongs to the number that follows."""

_ABOVE: Final[frozenset[Bound]] = frozenset({"more_than", "over"})
MEANT: Final[Mapping[str, frozenset[Bound]]] = {
    **dict.fromkeys(("超过", "远超", "超", "逾", "突破", "多于", "大于", "高于"), _ABOVE),
    **dict.fromkeys(("至少", "不少于", "不低于"), frozenset[Bound]({"at_least"})),
    **dict.fromkeys(("至多", "最多", "最高", "不超过"), frozenset[Bound]({"up_to"})),
    **dict.fromkeys(("多达", "高达"), frozenset[Bound]({"reaching"})),
    **dict.fromkeys(("不到", "不足", "少于", "低于", "小于"), frozenset[Bound]({"less_than"})),
    **dict.fromkeys(("将近", "接近", "近"), frozenset[Bound]({"nearly"})),
}
"""What bound of the fact each such word says."""

CONDITION: Final = (
    "如果|若(?!干)|假如|倘若|一旦|要是|只要|是否|能否|会不会|万一|可能|也许|或许|哪怕"
)
"""What makes a comparison in the same clause a possibility, and no assertion."""

ASKING: Final = "\ue002.{0,15}多少|^\\s*(?:谁|哪|何处).{0,20}\ue002|(?:谁|哪[家个些里]).{0,8}\ue002"
"""What makes it a question, asked or told; the comparison is the mark."""

ONLY_BOUND: Final = frozenset(
    (
        "近",
        "将近",
        "接近",
        "至多",
        "至少",
        "最多",
        "最高",
        "多达",
        "高达",
        "不到",
        "不足",
        "逾",
        "超",
    )
)
"""Bound words that compare nothing where no quantity follows."""
