"""How Chinese names a quarter, a month or a fiscal year, and says that something rose or fell."""

from __future__ import annotations

import re
from typing import Final

from macros.language.periods import YEAR, Times

_NUMBERS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "上": 1, "下": 2}
_RISE: Final = "(?P<rise>升|增|涨|提高|上调|扩大|攀)"
_FALL: Final = "(?P<fall>降|跌|减|缩|回落|收窄|下滑)"
_LEAD: Final = "(?P<lead>领先|高出|多出)"
TIMES: Final = Times(
    named=re.compile(
        rf"(?P<year>{YEAR}) ?年 ?(?P<month>\d{{1,2}}) ?月"
        rf"|(?P<after>{YEAR}) ?(?P<fiscal>财年|财政年度)?年?"
        "(?:第?(?P<quarter>[一二三四])季度?|Q(?P<q>[1-4])|(?P<half>[上下])半[财年]|H(?P<h>[12]))?"
    ),
    numbers=_NUMBERS,
    months=re.compile(r"(?<!\d)(\d{1,2}) ?月"),
    from_to=re.compile(
        rf"[从由自][^，。；\0]{{0,12}}\0+[^。；\0]{{0,16}}?(?:{_RISE}|{_FALL})"
        r"[^，。；\0]{0,4}[至到为][^，。；\0]{0,8}(?P<end>\0)"
    ),
    by=re.compile(rf"(?:{_RISE}|{_FALL}|{_LEAD})[长加少减幅]?[了达]?[^，。；\0]{{0,2}}(?P<end>\0)"),
    growth=re.compile("增速|增长|增幅|增量|涨幅"),
)
