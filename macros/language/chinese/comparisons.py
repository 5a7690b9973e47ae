"""What compares in Chinese: beside a fact or two names it has to be a claim.

Grammar carries it: prepositions that hold one thing against another (比, 较之, 不如), degrees
of adjectives of size (更大, 大于, 大过, 大得多), and the morphemes of which verbs of overtaking and
nouns of rank are made (超, 胜, 逊; 首, 峰). What only looks like it stands by a rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from macros.arithmetic.quantity import Bound
from macros.language.steps import CALL, Step, allowed, number

_SIZE: Final = "(?:便宜|[大小多少高低快慢贵贱长短宽窄深浅早晚强弱优劣厚薄富穷重轻])"
_END: Final = r"(?=[了得出一些很许几倍个]|[，。；：！？、）”\s]|起|到|$)"

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        "[找看想达等得用做听遇感]不到|[最附]近|最[后终初新佳好]|不如(?=说|先|直接|让|改|就|早|"
        "给)|还不如|"
        "不及(?=格|时|物|待)|[措迫始力来]\\w?不及|超越自我|超出范围|利大于弊|赶上(?=末班车|时候|"
        "了好|"
        "这一波)|最快(?=明年|今年|下)|更(?=长远|长期|重[要视大看])|"
        "(?:没有更多|更多(?=地|是|的是|样|元|信息|内容|详情|细节))|[早晚]些(?=时候|年)|"
        "更(?:[深早]|大胆|高明|小心|高[层兴的])(?!于)|"
        "最早|最[大小]化|最[大低高](?=限度|程度)|多少(?=有些|有点|都)|大小(?=姐|便)|较(?=劲|真|"
        "量|为)|"
        "较长期|缩小(?=了?搜索|了?范围)|多数(?=表决|决|读者|人)|少数民族|比较(?!低|高|大|小|多|"
        "少|快|慢)|"
        "第一(?=[次部手份批轮条点章节笔位]|时间)",
    ),
    allowed("name", "最高(?=法院|法|层|管理|检|院|领导|人民|级别)|超(?:大规模|算|级|市)"),
    allowed(
        "degree",
        "[最更较](?:大|高|小|强|深)的?(?:问题|变数|悬念|风险|挑战|争议|不同|区别|特点|好处|麻烦|"
        "意外|障碍|威胁|"
        "隐患|优点|缺点|软肋|看点|诚意|作用|意义|可能|程度|限度|压力)|"
        "领先的?(?=模型|企业|厂商|者|技术|地位|水平)|落后(?=产能|者|技术)",
    ),
    allowed("correlation", f"越[^，。；越]{{1,9}}[，、]?[^，。；越]{{0,9}}越{_SIZE}"),
    allowed("question", f"比[^，。；]{{1,20}}?{_SIZE}多少"),
    allowed("term", "(?:多数|少数)(?=股权|股东|股份|席位)|第一大股东|多多少少"),
)

FOUND: Final[tuple[Step, ...]] = (
    # One thing held against another.
    number(
        "words",
        "(?<![相对同环占之百无好评])(?:比起?(?![例如较重率喻及方分特邻])|较之?(?=[A-Z]|从前|往年))"
        "[^，。；：！？\\n]{1,20}?"
        f"(?:更{_SIZE}?|[略稍还要]?(?<!增)(?<!成)(?<!延)(?:{_SIZE}|[好差])"
        f"(?:{_END}|(?={CALL}))|逊)(?:一些|一点|得多|不少|很多)?",
    ),
    number("words", f"较[^，。；]{{1,14}}{_SIZE}出?(?={CALL}|[一数几])"),
    number("words", "(?:^|(?<=[，。；]))相[比较](?!之下)|较之|相形见"),
    number("words", "不[及如敌]|不比(?!例)|比不[上过]|没法比|[没无]法相比|不可同日"),
    # Degrees of size.
    number("words", f"(?:更为?|更加|最为?(?!晚)|[略稍偏]|(?<!比)较){_SIZE}(?!于)|(?<=比)较{_SIZE}"),
    number("words", r"(?:[历年史]之最|最(?=[赚差好挣赔佳重富]))"),
    number(
        "words",
        "[远略稍]?(?:明显|大大)?(?:[高低大小多少快慢长短强弱优劣重轻胜亚次]于|"
        "(?<!马)逊色?于)(?![是今此])",
    ),
    number("words", "[快高大多好强胜超赛越盖压赶]过(?![程往去来年头])"),
    number(
        "words",
        f"(?<![一很不]){_SIZE}(?:得多|一?些(?!人)|一?点(?![五\\d])|一截|出(?={CALL}|约|近|一截))|"
        f"得(?:{_SIZE})(?=些|多)|"
        "(?<![太])[多少]了(?![个层点一些])|(?:增长|需求|算力|业绩|性能)[更最][强弱]|"
        "[更最][强弱](?:的)?(?:增长|需求|业绩|性能)",
    ),
    # Two ends set against each other: 电价低，…电价高.
    number(
        "words",
        f"{_SIZE}[，；](?=[^，。；]{{1,12}}{_SIZE}(?:[，。；]|$))",
    ),
    # Verbs of overtaking, made of a few morphemes.
    number(
        "words",
        "(?:大幅|远)?(?:超越|超出|反超|赶超|直追|碾压|吊打|甩[开在]|压倒|[力碾]压|领[先跑]|落后|"
        "落在[^，。；]{0,4}后|逼近|"
        "[跑打]?赢(?!得|家|利)了?|输给|[险远完大]胜|[击打]败|惨败|占[优尽]?上风|占优|"
        "占[据有]?[^，。；]{0,2}优势|(?<!马)逊)|"
        "[追赶]了?上|追[平赶]|紧随其后|尾随|(?<=[，,])[已正]?接近|远?超(?=同行|对手|预期|过)|"
        "后来(?:者?居)上|望[尘其]|项背|相形见绌|"
        "相差(?:悬殊|无几|甚|\ue000)|差得远|差远|"
        "屈居|排在[^，。；]{1,12}[后前]面?|不是[^，。；]{1,12}对手|"
        "在[^，。；]{1,12}之[上下](?=[，。；]|$)|远在其上|无[人出][能其][及右]|身后",
    ),
    # As much as.
    number(
        "words",
        f"(?:一样|那[么般]|这[么般])(?={_SIZE})|堪比|媲美|比肩|匹敌|相匹|持平|齐平|不亚于|"
        f"平起平坐|不相上下|"
        "旗鼓相当|并驾齐驱|势均力敌|平分秋色|与[^，。；]{1,12}相当|抵[得]?[上过]|顶[得]?上",
    ),
    # Nouns of rank.
    number(
        "words",
        "居[首前末后]|居[^，。；]{0,8}首位|一哥|一枝独秀|[榜魁]首|首屈一指|头[名号把筹]|拔得头|数一数二|独占|一骑绝尘|傲视|"
        "[称独][霸雄]|"
        "垫底|登顶|主导地位|占据?主导|领头羊|霸主|领导地位|龙头|梯队|[顶巅高]峰(?!期|会|论)|"
        "(?<=\ue000的)峰值|冠军|亚军|"
        "(?<![^，。；、])第[一二三](?=[，。；])|第[一二三]大|"
        "居[^，。；]{0,6}第[一二三]|(?:历史)?新[高低](?![度]|估)|"
        "[^，。；、\\s]第[一二三](?=[，。；]|$)",
    ),
    # Parts.
    number(
        "words", "(?:绝?大)部分|(?:绝)?大多数?|(?<![大为])多数|大半|过半|[大小零]头(?=[，。；]|$)"
    ),
    # Distances.
    number(
        "words",
        "缩小|收窄|拉[大开平]|扩大(?=[了到]?(?:差距|领先|优势))|差距[^，。；\\n]{0,6}(?:扩大|"
        "缩[减窄短])|[有在][^，。；\\n]{0,3}差距|差距[约为达](?=\ue000)|"
        "(?:优势|领先)[^，。；\\n]{0,6}扩大|对[^，。；]{1,12}的?优势",
    ),
    number("words", f"(?<={CALL})以[上下]"),
)

_SAID: Final[Mapping[str, frozenset[Bound]]] = {
    "超过|远超|超|逾|突破|多于|大于|高于": frozenset({"more_than", "over"}),
    "至少|不少于|不低于": frozenset({"at_least"}),
    "至多|最多|最高|不超过": frozenset({"up_to"}),
    "多达|高达": frozenset({"reaching"}),
    "不到|不足|少于|低于|小于": frozenset({"less_than"}),
    "将近|接近|近": frozenset({"nearly"}),
}
MEANT: Final = {word: bounds for words, bounds in _SAID.items() for word in words.split("|")}
"""What bound of the fact behind it each such word says."""

MORE: Final = "[更最]?[多高大快]于|更[多高大快]|最[多高大快]|超过|领先|高出|反超|扩大|拉大"
LESS: Final = "[更最]?[少低小慢]于|更[少低小慢]|最[少低小慢]|不到|不足|落后|缩小|收窄"
"""What says that the first of two is the larger, and that it is the smaller."""

CONDITION: Final = (
    "如果|若(?!干)|假如|倘若|一旦|要是|只要|是否|能否|会不会|万一|可能|也许|或许|哪怕"
)
"""What makes a comparison in the same clause a possibility, and no assertion."""

ASKING: Final = "\ue002.{0,15}多少|^\\s*(?:谁|哪|何处).{0,20}\ue002|(?:谁|哪[家个些里]).{0,8}\ue002"
"""What makes it a question, asked or told; the comparison is the mark."""
