"""What the specifications of the forms say."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from macros.charts import Datum, Picture, Width, draw, specification
from macros.charts.theme import NONE, RED, RULE
from macros.problems import TieoutError

GOLDEN = Path(__file__).parent / "golden"
REGENERATE = "TIEOUT_REGENERATE_GOLDEN"


@cache
def spec(picture: Picture, width: Width) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(specification(draw(picture, width))))
    return made


def layers(made: dict[str, Any]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    for layer in made["layer"]:
        yield layer, layer["data"]["values"]


def texts(made: dict[str, Any]) -> list[str]:
    return [
        row["text"]
        for layer, rows in layers(made)
        if layer["mark"]["type"] == "text"
        for row in rows
    ]


def bare(text: str) -> str:
    return "".join(text.split())


def candidates(picture: Picture) -> list[str]:
    parts = [word for scale in (picture.ticks, *picture.scales) for _, word in scale]
    parts += [note for _, note in picture.breaks]
    for datum in (*picture.data, *picture.nodes):
        label = f"≠{datum.label}" if datum.wrong else datum.label
        parts += [f"{datum.group}{datum.words}", f"{datum.text}{label}", datum.label]
        parts += [f"{datum.group}·{datum.text}"]
    parts += [picture.named(datum) for datum in picture.references]
    parts += [f"{link.label}{link.text}" for link in picture.links]
    return [bare(part) for part in parts]


def test_regeneration_is_refused_in_continuous_integration() -> None:
    """Golden files are never rewritten by the run that is meant to compare with them."""
    assert not (os.environ.get(REGENERATE) and os.environ.get("CI") == "true")


def test_golden(name: str, picture: Picture, width: Width) -> None:
    """A form's specification changes only together with its golden file."""
    made = {k: v for k, v in spec(picture, width).items() if k != "$schema"}
    text = json.dumps(made, ensure_ascii=False, indent=None, sort_keys=True)
    text = text.replace('{"data"', '\n{"data"') + "\n"
    path = GOLDEN / f"{name}-{width}.json"
    if os.environ.get(REGENERATE) and os.environ.get("CI") != "true":
        path.write_text(text, encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8")) == json.loads(text)


def test_each_encoded_field_exists(picture: Picture, width: Width) -> None:
    """Every field that an encoding names is in every row of its data."""
    for layer, rows in layers(spec(picture, width)):
        fields = {e["field"] for e in layer["encoding"].values() if "field" in e}
        assert rows and all(fields <= row.keys() for row in rows)


def test_all_text_comes_from_the_picture(picture: Picture, width: Width) -> None:
    """No chart writes a number or a word that the picture does not have."""
    made = spec(picture, width)
    known = candidates(picture)
    assert all(any(bare(text) in whole for whole in known) for text in texts(made))
    assert not any(
        "axis" in e and e["axis"] for la in made["layer"] for e in la["encoding"].values()
    )


def test_each_value_is_written(picture: Picture) -> None:
    """On a wide picture no value that does not hold, and no forecast, goes without its words."""
    drawn = bare("".join(texts(spec(picture, "wide"))))
    marked = [d for d in picture.data if d.wrong] or picture.data[:1]
    assert all(bare(datum.text) in drawn for datum in marked)


def test_what_does_not_hold_is_told_without_colour(picture: Picture, width: Width) -> None:
    """A red mark is never filled with red, and red words begin with ≠ in some line of theirs."""
    made = spec(picture, width)
    for _, rows in layers(made):
        assert not [row for row in rows if row.get("fill") == RED and "text" not in row]
    reds = {
        row["key"] for la, rows in layers(made) if la["mark"]["type"] == "text" for row in rows
        if row["fill"] == RED
    }  # fmt: skip
    assert not reds or any("≠" in text for text in texts(made))


def test_a_forecast_is_drawn_open(pictures: dict[str, Picture]) -> None:
    """A bar for a forecast has a stroke and no fill."""
    made = spec(pictures["bars-en"], "wide")
    fills = {r["key"]: r["fill"] for _, rows in layers(made) for r in rows if "zero" in r}
    assert fills["cedar"] == NONE and fills["alder"] != NONE


def test_bars_start_at_zero(pictures: dict[str, Picture], width: Width) -> None:
    """The scale of bars includes zero, where each bar begins."""
    made = spec(pictures["bars-zh"], width)
    bars = [la for la, rows in layers(made) if la["encoding"].get("x2", {}).get("field") == "zero"]
    assert bars and all(la["encoding"]["x"]["scale"]["domain"][0] == 0 for la in bars)


def test_a_vague_value_is_a_range(pictures: dict[str, Picture]) -> None:
    """A value that is only known from … to … is drawn from its low to its high end."""
    made = spec(pictures["bars-en"], "wide")
    spans = [(r["low"], r["high"]) for _, rows in layers(made) for r in rows
             if r.get("key") == "fir" and "low" in r]  # fmt: skip
    assert spans == [(2, 10)]


def test_a_line_is_broken_where_its_definition_changes(pictures: dict[str, Picture]) -> None:
    """No segment joins the values on both sides of a break."""
    made = spec(pictures["lines-en"], "wide")
    marks = [(layer["mark"], row) for layer, rows in layers(made) for row in rows]
    (cut,) = {round(row["px"], 1) for mark, row in marks if mark.get("strokeDash") == [4, 3]}
    segments: dict[str, list[float]] = {}
    for mark, row in marks:
        if mark["type"] == "line":
            segments.setdefault(row["line"], []).append(row["px"])
    assert segments and not any(min(ends) < cut <= max(ends) for ends in segments.values())


def test_a_party_is_repeated_rather_than_crossed(pictures: dict[str, Picture]) -> None:
    """A node whose flows are not neighbours is drawn again, so that all arrows are straight."""
    made = spec(pictures["flows-en"], "wide")
    boxes = [r["key"] for la, rows in layers(made) if la["mark"]["type"] == "rect" for r in rows]
    assert boxes.count("a") == 2 and boxes.count("b") == 1


def test_an_arrow_is_as_wide_as_its_amount(pictures: dict[str, Picture]) -> None:
    """Shafts of 13 and 8 are as wide as 13 to 8."""
    shafts: dict[str, list[float]] = {}
    for layer, rows in layers(spec(pictures["flows-en"], "wide")):
        if layer["encoding"].get("order"):
            for row in rows:
                shafts.setdefault(row["key"], []).append(row["py"])
    wide = {key: abs(ys[0] - ys[-1]) for key, ys in shafts.items() if key in ("ab", "cd")}
    assert wide["ab"] / wide["cd"] == pytest.approx(13 / 8, abs=0.02)


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (Picture("bar", "T", "M", (Datum("k", "l", "t", 1),)), "no chart form is called 'bar'"),
        (Picture("bars", "T", "M"), "has nothing to show"),
        (Picture("lines", "T", "M", (Datum("k", "l", "t", 1),)), "without a date"),
        (Picture("timeline", "T", "M", (Datum("k", "l", "t", 1),)), "without a date"),
        (Picture("multiples", "T", "M", (Datum("k", "l", "t", 1),)), "without a date"),
    ],
)
def test_a_mistake_is_told_in_words(broken: Picture, words: str) -> None:
    """A picture that cannot be drawn raises what an author understands."""
    with pytest.raises(TieoutError, match=words):
        spec(broken, "wide")


def test_a_square_is_one_per_cent(pictures: dict[str, Picture]) -> None:
    """Filled squares are as many as are certain, hatched ones lie in the range, open ones below."""
    rows = [r for _, rows in layers(spec(pictures["waffle-en"], "wide")) for r in rows]
    size = min(r["px2"] - r["px"] for r in rows if r.get("fill") == NONE and "opacity" in r)
    cells = {
        key: [r for r in rows if r.get("key") == key and r.get("fill") == NONE] for key in "ace"
    }
    hatched = {
        key: [r for r in rows if r.get("key") == key and "stroke" in r and "fill" not in r]
        for key in "ace"
    }
    assert (len(cells["a"]), len(cells["c"]), len(cells["e"])) == (4, 1, 14)
    assert (len(hatched["a"]), len(hatched["c"]), len(hatched["e"])) == (4, 0, 0)
    assert size > 10


def test_panels_share_one_scale(pictures: dict[str, Picture]) -> None:
    """The same value stands at the same height in every panel of a row."""
    rows = [r for _, rows in layers(spec(pictures["multiples-en"], "wide")) for r in rows]
    grid = [r["y"] for r in rows if r.get("stroke") == RULE and "y2" in r]
    counts = {y: grid.count(y) for y in grid}
    assert len(counts) == len(pictures["multiples-en"].ticks)
    assert set(counts.values()) == {3}


@pytest.mark.parametrize("form", ["bars", "grouped", "dumbbell", "intervals", "lines", "slope"])
def test_one_single_value_can_be_drawn(form: str, width: Width) -> None:
    """A picture of one value, even of zero, is no special case."""
    for value in (0.0, 5.0, -3.0):
        datum = Datum("k", "Alder", "0", value, group="2024", start=date(2024, 1, 1))
        assert texts(spec(Picture(form, "T", "M", (datum,)), width))
