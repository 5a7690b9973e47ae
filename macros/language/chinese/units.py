"""How Chinese says bounds, units and money where CLDR is silent or the press differs."""

from typing import Final

CHINESE_PREFIXES: Final = {
    "peta": "拍",
    "tera": "太",
    "giga": "吉",
    "mega": "兆",
    "kilo": "千",
    "hecto": "百",
    "deci": "分",
    "centi": "厘",
    "milli": "毫",
    "micro": "微",
    "nano": "纳",
}
CHINESE_MEASURES: Final = {
    "metric_ton": ("吨", "公吨"),
    "watt_hour": ("瓦时",),
    "kilowatt_hour": ("千瓦时", "度电", "度"),
    "kilometer": ("公里", "千米"),
    "kilogram": ("公斤", "千克"),
    "degree_Celsius": ("°C", "摄氏度", "度"),
    "kelvin": ("开尔文", "K"),
    "kilowatt": ("千瓦",),
    "minute": ("分钟",),
    "second": ("秒",),
    "hour": ("小时",),
    "day": ("天", "日"),
    "week": ("周",),
    "month": ("个月", "月"),
    "year": ("年",),
}
"""By pint's names; the first is what is written, the others are read too."""

LATIN_BASES: Final = frozenset(("W", "flops"))
"""Units of which the press writes the sign: 1.3GW, 667TFLOPS."""

COUNTED_IN: Final = {"Wh": "kWh", "t": "t"}
"""Units that are counted in one size only, with 万 and 亿, whatever the prefix elsewhere."""

CHINESE_MONEY: Final = {
    "USD": ("美金",),
    "CNY": ("元", "元人民币", "块"),
    "HKD": ("港币",),
    "TWD": ("台币", "新台币元"),
    "JPY": ("日圆",),
    "CAD": ("加元",),
    "AUD": ("澳元", "澳洲元"),
    "NZD": ("纽元", "新西兰元"),
    "SGD": ("新元", "新币"),
    "KRW": ("韩元", "韩圆"),
    "INR": ("卢比",),
    "CHF": ("瑞郎",),
    "RUB": ("卢布",),
}
"""What the press says for a currency beside CLDR's name; 新台币120亿元 has its two ends."""

CHINESE_COUNTS: Final = {"person": ("人", "人口")}
"""What a print may call a built-in thing; the first is what is written."""

CHINESE_BOUNDS: Final = {
    "minus": (
        *("下降", "下跌", "下滑", "减少", "降低", "缩减", "收窄", "萎缩", "亏损", "净亏", "流出"),
        *("跌", "降", "零下", "负增长", "负"),
    ),
    "at_least": ("至少", "不低于", "不少于", "不小于", "起码", "最少", "最低"),
    "up_to": ("最多", "至多", "不超过", "不多于", "不高于", "最高", "顶多", "上限为"),
    "reaching": ("高达", "多达"),
    "more_than": ("超过", "超出", "超", "突破", "多于", "逾", "高于", "大于"),
    "less_than": ("不到", "不足", "不满", "低于", "少于", "小于"),
    "nearly": ("近", "将近", "几近", "接近"),
    "about": ("约", "大约", "约为", "大概", "~", "≈"),
    "over": ("超过",),
}
"""What goes before a number: the first is what is written, the others are read too."""
