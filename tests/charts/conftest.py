"""Pictures to draw: each form, in two languages, at two widths, with short and long words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, get_args

import pytest
from svgs import svgs

from macros.charts import Datum, Link, Picture, Width
from macros.charts.picture import Beyond

BLUE, SKY, RUST, AMBER = "#0b4f8a", "#2596c8", "#8a3a00", "#d9751e"


def _bars(lang: str, form: str = "bars") -> Picture:
    en = lang == "en"
    rows = [
        Datum("alder", "Alder to Birch" if en else "赤杨对白桦的承诺", "$13B", 13, color=BLUE),
        Datum("cedar", "Cedar to Dogwood, last round of all" if en else "雪松对山茱萸的承诺",
              "up to $40B", 40, open=True, color=RUST),
        Datum("elm", "Elm to Birch" if en else "榆树对白桦", "$30B", 30, 26, 33),
        Datum("fir", "Fir" if en else "冷杉", "tens of billions" if en else "数百亿", None, 2, 10),
        Datum("print", "Fir" if en else "冷杉", "$25.5B", 25.5, wrong=True),
    ]  # fmt: skip
    ticks = ((0.0, "0"), (20.0, "$20B"), (40.0, "$40B"))
    return Picture(form, "Who funds whom", "Billions", tuple(rows), ticks=ticks, lang=lang)


def _below(lang: str) -> Picture:
    en = lang == "en"
    rows = [
        Datum("alder", "Alder" if en else "赤杨", "−264 GWh", -264, -268, -260, color=BLUE),
        Datum("birch", "Birch, with a name of some length" if en else "白桦", "−9", -9, color=SKY),
        Datum("cedar", "Cedar" if en else "雪松", "−20 to +40", None, -20, 40, color=RUST),
        Datum("elm", "Elm" if en else "榆树", "+89 GWh", 89, 80, 98, color=AMBER),
        Datum("fir", "Fir" if en else "冷杉", "up to −150 GWh", -150, open=True),
        Datum("print", "Fir" if en else "冷杉", "−96", -96, wrong=True),
        Datum("ash", "Ash" if en else "白蜡树", "hundreds below", None, -300, -200, color=BLUE),
    ]
    ticks = ((-300.0, "−300"), (-150.0, "−150"), (0.0, "0"), (150.0, "150 GWh"))
    return Picture("bars", "Change", "Gigawatt-hours", tuple(rows), ticks=ticks, lang=lang)


def _grouped(lang: str) -> Picture:
    years, sides = ("FY2024", "FY2025"), (("Alder", BLUE, 56.0), ("赤杨云", RUST, 97.9))
    data = tuple(
        Datum(f"{side}[{year}]", year, f"{value}", value, group=side, color=color, open=n == 1)
        for n, year in enumerate(years)
        for side, color, value in sides
    )
    return Picture("grouped", "Revenue", "Billions", data, lang=lang)


def _dumbbell(lang: str, form: str = "dumbbell") -> Picture:
    ours, theirs = ("recomputed", "as printed") if lang == "en" else ("重算", "文章")
    row = "Alder" if lang == "en" else "赤杨云科技有限公司"
    data = (
        Datum("a", row, "19.0", 19.0, 18.7, 19.4, ours, BLUE),
        Datum("a-print", row, "about 19.6", 19.6, group=theirs, color=BLUE, wrong=True),
        Datum("b", "Birch", "17.8", 17.8, 17.3, 18.2, ours, RUST),
        Datum("b-print", "Birch", "21.0", 21, group=theirs, color=RUST, wrong=True),
    )
    ticks = ((15.0, "$15B"), (20.0, "20"), (25.0, "25"))
    return Picture(form, "What was added", "Billions", data, ticks=ticks, lang=lang)


def _lines(lang: str) -> Picture:
    name = "Alder, all of its clouds" if lang == "en" else "赤杨全部云业务"
    values = ((27, 16), (26, 12), (29, 12), (30, 13), (31, 17), (29, 19), (33, 19), (40, 20))
    data = []
    for n, pair in enumerate(values):
        start, end = (
            date(2023 + n // 4, 1 + 3 * (n % 4), 1),
            date(2023 + n // 4, 3 + 3 * (n % 4), 28),
        )
        for side, color, value in zip((name, "Birch"), (BLUE, AMBER), pair, strict=True):
            data.append(
                Datum(f"{side}[{n}]", f"Q{n % 4 + 1} {start.year}", f"{value}%", value, group=side,
                      color=color, start=start, end=end, open=n == 7)
            )  # fmt: skip
    note = (
        "Redefined: fewer licences, so growth is higher"
        if lang == "en"
        else "口径变更：增速因此升高"
    )
    return Picture(
        "lines", "Growth", "Percent", tuple(data), breaks=((date(2024, 7, 1), note),),
        ticks=((0.0, "0%"), (20.0, "20%"), (40.0, "40%")), lang=lang,
    )  # fmt: skip


def _ranges(lang: str, form: str = "lines") -> Picture:
    name = "Alder" if lang == "en" else "赤杨的云业务"
    members: tuple[tuple[str, float | None, float, float, Beyond], ...] = (
        ("12", 12, 11.9, 12.1, ""), ("9–22", None, 9, 22, ""), ("14 ± 4", 14, 10, 18, ""),
        ("over 20", 20, 20, 22, "above"), ("up to 15", 15, 13, 15, "below"),
        ("16", 16, 15.5, 16.5, ""),
    )  # fmt: skip
    data = [
        Datum(f"{side}[{n}]", str(2019 + n), text, value and value + more, low + more, high + more,
              side, color, open=n == 4, beyond=beyond, start=date(2019 + n, 7, 1))
        for n, (text, value, low, high, beyond) in enumerate(members)
        for side, color, more in ((name, BLUE, 0), ("Birch", RUST, 14))
    ]  # fmt: skip
    ticks = ((0.0, "0"), (20.0, "20"), (40.0, "40"))
    if form == "slope":
        data = [
            replace(d, label=d.group, group=d.label) for d in data if d.start != date(2022, 7, 1)
        ]
    return Picture(form, "What is known", "Tonnes", tuple(data), ticks=ticks, lang=lang)


def _bounds(lang: str, form: str) -> Picture:
    below, ranges = _below(lang), _ranges(lang)
    rows = [replace(d, group="", label=f"{d.label} {d.group}") for d in ranges.data[::2]]
    rows += [replace(d, beyond="below") for d in below.data[:2]]
    if form == "moves":
        rows = [replace(d, label=f"{n // 2}", group="AB"[n % 2]) for n, d in enumerate(rows)]
    ticks = ((-150.0, "−150"), (0.0, "0"))
    return replace(ranges, form=form, data=tuple(rows), ticks=ticks)


def _steps(lang: str) -> Picture:
    months = (date(2023, 4, 1), date(2024, 2, 1), date(2024, 10, 1), date(2025, 3, 1))
    unit = " billion US dollars" if lang == "en" else "亿美元"
    data = tuple(
        Datum(f"{side}{n}", f"{day:%Y-%m}", f"{v}{unit}", v, group=side, color=color, start=day)
        for side, color, values in (
            ("Alder", SKY, (29, 86, 157, 300)),
            ("Elm", RUST, (4, 18, 40, 61)),
        )
        for n, (day, v) in enumerate(zip(months, values, strict=True))
    )
    return Picture("lines", "Valuation", "Billions", data, steps=True, lang=lang)


def _timeline(lang: str) -> Picture:
    what = (
        "Alder promises Birch a first billion"
        if lang == "en"
        else "赤杨首次向白桦投资十亿美元并签约"
    )
    form = "%d %b %Y" if lang == "en" else "%Y-%m-%d"
    days = [date(2019 + n // 3, 1 + (n * 5) % 12, 1 + n) for n in range(16)]
    data = tuple(
        Datum(f"event{n}", f"{what} ({n})", day.strftime(form), None,
              color=(BLUE, AMBER)[n % 2], start=day, open=n == 6,
              group="" if lang == "en" else ("赤杨", "雪松")[n % 2],
              end=date(2025, 6, 1) if n == 9 else None)
        for n, day in enumerate(days)
    )  # fmt: skip
    ticks = tuple((float(date(y, 1, 1).toordinal()), str(y)) for y in range(2019, 2026))
    return Picture("timeline", "Six years", "Announcements", data, ticks=ticks, lang=lang)


def _flows(lang: str) -> Picture:
    names = (
        ("Alder", "Birch", "Cedar", "Dogwood")
        if lang == "en"
        else ("赤杨", "白桦", "雪松", "山茱萸")
    )
    colors = (BLUE, SKY, RUST, AMBER)
    pairs = zip("abcd", names, colors, strict=True)
    nodes = tuple(Datum(key, name, "", None, color=color) for key, name, color in pairs)
    buys = "buys computing power and pays in" if lang == "en" else "采购算力并以下列金额支付"
    links = (
        Link("a", "b", "commits" if lang == "en" else "承诺", "$13 billion", 13, BLUE, key="ab"),
        Link("b", "a", buys, "2025: $13 billion", 13, SKY, dashed=True, key="ba"),
        Link("c", "d", "commits" if lang == "en" else "承诺", "$8 billion", 8, RUST, key="cd"),
        Link("d", "c", buys, "", None, AMBER, key="dc"),
        Link(
            "d", "a", "sells its models" if lang == "en" else "出售模型", "", None, AMBER, key="da"
        ),
    )
    return Picture(
        "flows",
        "The same bargain",
        "Width: billions",
        nodes=nodes,
        links=links,
        lang=lang,
        joint=" " if lang == "en" else "",
    )


def _shares(lang: str) -> Picture:
    parts = (
        ("Alder", 37.7, RUST),
        ("白桦科技", 23.9, BLUE),
        ("Cedar", 9.0, AMBER),
        ("Elm", 7.7, SKY),
    )
    row = (
        "Ash Research, infrastructure, 2024" if lang == "en" else "白蜡研究：基础设施口径（2024年）"
    )
    data = [
        Datum(f"{label}{name}", label, f"{value}%", value, group=name, color=color)
        for label in (row, "Rowan")
        for name, value, color in parts
    ]
    rest = Datum("rest", "Rowan", "21.7%", 21.7, group="others", open=True)
    return Picture("shares", "Shares", "Percent", (*data, rest), lang=lang)


def _slope(lang: str) -> Picture:
    rows = (
        ("Alder", BLUE, 50, 34, 25),
        ("Birch", AMBER, 12, 24, 32),
        ("榆树开源模型", RUST, 16, 13, 9),
        ("Cedar and other models of that kind", SKY, 15, 14, 14),
    )
    columns = ("2023", "2024", "mid-2025" if lang == "en" else "2025年中")
    data = tuple(
        Datum(f"{name}[{column}]", name, f"{value}%", value, group=column, color=color)
        for name, color, *values in rows
        for column, value in zip(columns, values, strict=True)
    )
    return Picture("slope", "Spending", "Percent", data, lang=lang)


def _waffle(lang: str) -> Picture:
    en = lang == "en"
    data = (
        Datum("a", "Alder in Birch, all of its holdings" if en else "赤杨在白桦的全部持股",
              "about 27%" if en else "约27%", 27, 25.7, 28.4, color=BLUE),
        Datum("c", "Cedar" if en else "雪松", "6.5%", 6.5, color=RUST),
        Datum("e", "Elm" if en else "榆树", "up to 14%" if en else "至多14%", 14, open=True),
    )  # fmt: skip
    return Picture("waffle", "Holdings", "Per cent", data, lang=lang)


def _multiples(lang: str) -> Picture:
    steps = replace(_steps(lang), form="multiples")
    elsewhere = tuple(
        Datum(f"fir{n}", f"2024-0{n}", f"{n}0%", n * 10, group="Fir", start=date(2024, n, 1),
              open=n == 9)
        for n in (3, 6, 9)
    )  # fmt: skip
    ticks = ((0.0, "0"), (150.0, "150"), (300.0, "300"))
    return replace(steps, data=(*steps.data, *elsewhere), ticks=ticks, steps=lang == "zh")


def _moves(lang: str) -> Picture:
    before, after = ("fiscal 2024", "fiscal 2025") if lang == "en" else ("上一财年", "本财年")
    rows = (
        ("Alder, all of its clouds" if lang == "en" else "赤杨的全部云业务", BLUE, 56.0, 75.0),
        ("Birch", AMBER, 97.9, 91.5),
        ("Cedar" if lang == "en" else "雪松", RUST, 60.0, 60.4),
    )
    data = []
    for name, color, one, other in rows:
        data.append(Datum(f"{name}1", name, f"${one}B", one, one - 2, one + 2, before, color))
        data.append(Datum(f"{name}2", name, f"${other}B", other, group=after, color=color))
    last = Datum("fir2", "Fir", "tens", None, 70, 90, after, SKY, open=True)
    data += [Datum("fir1", "Fir", "$58B", 58, group=before, color=SKY), last]
    ticks = ((60.0, "$60B"), (80.0, "80"), (100.0, "100"))
    return Picture("moves", "Revenue", "Billions", tuple(data), ticks=ticks, lang=lang)


def _checked(lang: str) -> Picture:
    printed, value = ("Printed", "Checked") if lang == "en" else ("原文", "核实")
    rows = (
        (
            "Alder, all of its clouds, in a year that goes on"
            if lang == "en"
            else "赤杨的全部云业务",
            BLUE,
            "$56B",
            "$75B",
        ),
        ("Birch", AMBER, "49%", "75%"),
        ("Cedar" if lang == "en" else "雪松", RUST, "3×", "2.5×"),
    )
    data = []
    for name, color, one, other in rows:
        data.append(
            Datum(f"{name}1", name, one, 1, group=printed, color=color, wrong=name != "Birch")
        )
        data.append(Datum(f"{name}2", name, other, 2, group=value, color=color))
    return Picture("checked", "Figures", "Each in its own unit", tuple(data), lang=lang)


def _referred(lang: str, form: str) -> Picture:
    picture = MAKERS[form](lang)
    low, high = picture.covered
    one, other = ("Limit", "Usual range") if lang == "en" else ("法定上限", "通常范围")
    at = low + (high - low) * 0.6
    references = (
        Datum("limit", one, f"{at:.0f}", at),
        Datum("usual", other, "some", None, low + (high - low) * 0.25, low + (high - low) * 0.4),
    )
    return replace(picture, references=references)


def _scales(lang: str) -> Picture:
    lower = [replace(d, label=str(d.start)[:4]) for d in _ranges(lang).data]
    far = tuple(
        replace(d, value=d.value and d.value * 10 + 4000, low=d.middle * 10 + 3900,
                high=d.middle * 10 + 4100, text="4,140 ppm") if d.group == "Birch" else d
        for d in lower
    )  # fmt: skip
    scales = (((10.0, "10"), (20.0, "20 t")), ((4000.0, "4,000"), (4400.0, "4,400 ppm")))
    return Picture("multiples", "Two scales", "Each its own", far, scales=scales, lang=lang)


MAKERS: dict[str, Callable[[str], Picture]] = {
    "bars": _bars,
    "below": _below,
    "grouped": _grouped,
    "dumbbell": _dumbbell,
    "intervals": lambda lang: _dumbbell(lang, "intervals"),
    "lines": _lines,
    "ranges": _ranges,
    "ranges-slope": lambda lang: _ranges(lang, "slope"),
    "ranges-multiples": lambda lang: _ranges(lang, "multiples"),
    "scales": _scales,
    "bounds-bars": lambda lang: _bounds(lang, "bars"),
    "bounds-intervals": lambda lang: _bounds(lang, "intervals"),
    "bounds-moves": lambda lang: _bounds(lang, "moves"),
    "steps": _steps,
    "timeline": _timeline,
    "flows": _flows,
    "shares": _shares,
    "slope": _slope,
    "waffle": _waffle,
    "multiples": _multiples,
    "moves": _moves,
    "checked": _checked,
}
AXES = ("bars", "below", "grouped", "intervals", "dumbbell", "moves", "lines", "slope", "multiples")
MAKERS |= {f"referred-{form}": partial(_referred, form=form) for form in AXES}
PICTURES = {f"{name}-{lang}": make(lang) for name, make in MAKERS.items() for lang in ("en", "zh")}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for a picture, or a width, with each of them."""
    if "name" in metafunc.fixturenames:
        metafunc.parametrize("name", PICTURES)
    if "width" in metafunc.fixturenames:
        metafunc.parametrize("width", get_args(Width))


@pytest.fixture
def picture(name: str) -> Picture:
    """One of the pictures."""
    return PICTURES[name]


@pytest.fixture
def some_picture() -> Picture:
    """A picture where any will do."""
    return PICTURES["dumbbell-zh"]


@pytest.fixture
def svg(picture: Picture, width: Width) -> str:
    """The SVG of a picture at a width."""
    return svgs(picture)[width == "narrow"]


@pytest.fixture(scope="session")
def pictures() -> dict[str, Any]:
    """All pictures by name."""
    return dict(PICTURES)
