"""What compares in Chinese by its grammar: beside a fact or two names it has to be a claim.

Prepositions that hold one thing against another (比, 较之, 不如), degrees of adjectives of size
(更大, 大于, 大过, 大得多), and the few verbs and nouns that say nothing but an order. What only
looks like it stands by a rule; who names two entities is told so by their names.
"""

from __future__ import annotations

from typing import Final

from macros.language.pattern_steps import CALL, Step, allowed, numbers

_SIZE: Final = "(?:便宜|[大小多少高低快慢贵贱长短宽窄深浅早晚强弱优劣厚薄富穷重轻])"
_END: Final = r"(?=[了得出一些很许几倍个]|[，。；：！？、）”\s]|起|到|$)"
_RIVALS: Final = (
    "(?:目标|同[行业]|对手|友商|预[期测估算]|计划|市[价场]|大盘|平均|均值|去年|[上往]年|上季|此前|"
    "以往|当初|行业|[其他她它]|所有)"
)
# Of what kind it is, and not how much: 最大的问题, 更高的要求.
_KIND: Final = (
    "(?:问题|变数|风险|挑战|争议|不同|区别|好处|障碍|威胁|作用|意义|可能|程度|限度|压力|要求|法院)"
)

RULES: Final[tuple[Step, ...]] = (
    allowed(
        "idiom",
        "[最附]近|[找看想达等得用做听遇感]不到|最[佳好大小]化|最[大低高](?=限度|程度)|最[佳好]|[更最较]"
        "[早晚](?![于。，])|较长(?=期|的那)|不如(?=说|先|直接|让|改|就|早|给|自己)|[措迫始力来]\\w?不及|超出范围|利大于弊|[早晚]些|多数(?=成员|议员|表决|决|读者|人|董事|股[东权份]|席位|文件)|领先的?"
        "(?=模型|企业|厂商|者|技术|地位|水平)|落后(?=产能|者|技术)",
    ),
    allowed("correlation", f"越[^，。；越]{{1,9}}[，、]?[^，。；越]{{0,9}}越{_SIZE}"),
    allowed("question", f"比[^，。；]{{1,20}}?{_SIZE}多少"),
)

FOUND: Final = numbers(
    # One thing held against another.
    f"(?<![相对同环占之百无好评])(?:比起?(?![例如较重率喻及方分特邻])|较之?(?=[A-Z]|从前|"
    f"往年))[^，。；：！？\\n]{{1,20}}?(?:更{_SIZE}?|[略稍还要]?(?<!增)(?<!成)(?<!延)(?:{_SIZE}|"
    f"[好差])(?:{_END}|(?={CALL}))|逊)(?:一些|一点|得多|不少|很多)?",
    f"不[及如敌]|没有?[^，。；]{{1,14}}?[那这](?:么|般|样)(?={_SIZE}|有|[，。])|"
    f"(?:一样|一般|[那这如][么般此])之?(?={_SIZE})",
    # Degrees of size.
    f"(?:更为?|更加|最为?|[略稍偏]|(?<!比)较){_SIZE}(?=的(?!.?{_KIND})|[，。；：！？、）”\\s还已为达至到在"
    f"劲{CALL}]|$|.[东家户幅])|[历年史]之最|最(?=[赚差赔重富])",
    f"[远略稍]?(?:明显|大大)?(?:[大小多少高低快慢贵长短宽窄深浅强弱优劣厚薄重轻甚好差胜亚次]|"
    f"(?<!马)逊色?)于(?![是今此])|(?:{_SIZE}|[好强胜超赛越盖压赶])过(?![程往去来年头])",
    f"(?<![一很不]){_SIZE}(?:得多|一?些(?!人)|一?点(?![五\\d])|一截)|[高多]出|得{_SIZE}(?=些|多)|"
    f"(?<!太)[多少]了(?![个层点一些])",
    # Verbs and nouns that say nothing but an order, or a part.
    f"超[越出额]|[反赶]超|远?超(?={_RIVALS})|[跑打]赢(?!得|家|利)|领先|落后|(?<!马)逊|[未没]有?达到?"
    f"(?:预期|目标)|持平|排在[^，。；]{{1,12}}[前后]|[居榜魁]首|首屈一指|第[一二三]大|头号|[垫登][底顶]|亚军|数一数二|前所未有|史上|新[高低](?!度|估)|"
    f"(?:创|刷新)[^，。；]{{0,6}}[纪记]录(?!的)|绝?大部分|绝?大多数?|(?<![大为])多数|大半|过半|大头|"
    f"收窄|缩小|拉大|扩大(?=[了到]?(?:差距|领先|优势))|(?<={CALL})以[上下]",
)

MORE: Final = "[更最]?[多高大快]于|更[多高大快]|最[多高大快]|超过|领先|高出|反超|扩大|拉大"
LESS: Final = "[更最]?[少低小慢]于|更[少低小慢]|最[少低小慢]|不到|不足|落后|缩小|收窄"
"""What says that the first of two is the larger, and that it is the smaller."""

CONDITION: Final = (
    "如果|若(?!干)|假如|倘若|一旦|要是|只要|是否|能否|会不会|万一|可能|也许|或许|哪怕"
)
"""What makes a comparison in the same clause a possibility, and no assertion."""

ASKING: Final = (
    "\ue002.{0,15}多少|^\\s*(?:谁|哪|何处).{0,20}\ue002|(?<!没有)(?:谁|哪[家个些里]).{0,8}\ue002"
)
"""What makes it a question, asked or told; the comparison is the mark."""
