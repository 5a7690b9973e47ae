"""How Chinese says a size of which no more is known, and that there is a little more."""

from __future__ import annotations

from macros.arithmetic.units import Unit
from macros.language.chinese.reading import GRAMMAR


def vague(power: int, wide: bool, noun: str, unit: Unit) -> str:
    """Return 数百亿美元, or 数以万计的客户 for what is ten times as wide."""
    if not wide:
        return "数" + _han(power) + noun
    if unit.kind == "counted" and noun[0] in GRAMMAR.classifiers:
        noun = noun[1:] or noun
    size = f"数以{_han(power)}计"
    return f"{size}的{noun}" if noun else size


def _han(power: int) -> str:
    large = 12 if power >= 12 else 8 if power >= 8 else 4 if power >= 4 else 0
    return ("", "十", "百", "千")[power - large] + {0: "", 4: "万", 8: "亿", 12: "万亿"}[large]


def over(number: str, scale: str, noun: str, unit: Unit) -> str:
    """Put 多 where it stands: 40多年, 3亿多美元, 两年多, 三个多月, 34%多; else 余."""
    if "." not in number and number[-1] in "0十" and number != "0" and noun != "%":
        number += "多"
    elif scale:
        scale += "多"
    elif noun.startswith("个") and noun in ("个月", "个百分点"):
        noun = f"个多{noun[1:]}"
    elif unit.kind in ("money", "measured") or unit.id in ("times", "percent"):
        noun += "多"
    else:
        number += "余"
    return number + scale + noun
