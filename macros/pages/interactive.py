"""What a chart needs to become interactive on request: its specifications and its tooltips."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from macros.charts import Picture, Width, specification
from macros.charts.drawing import Drawing
from macros.charts.svg import Paint
from macros.pages.edition import Edition

SCRIPT: Final = "assets/vega.js"


def live(
    picture: Picture, drawings: Mapping[Width, Drawing], edition: Edition, paint: Paint
) -> dict[str, Any]:
    """Return its specification at each width, and what is said of each value.

    Args:
        picture: The chart.
        drawings: It at each width.
        edition: The explainer in one language.
        paint: How colours are written, so that the chart follows the scheme.
    """
    told = {width: specification(drawing, paint) for width, drawing in drawings.items()}
    return told | {"tips": dict(_tips(picture, edition))}


def _tips(picture: Picture, edition: Edition) -> Iterator[tuple[str, str]]:
    """Yield what is said of each key, in reading order: the chart's own words, then the fact's."""
    said: dict[str, list[str]] = {}
    gap = edition.voice.phrase("colon_gap")
    for datum in (*picture.data, *picture.references):
        label = " · ".join(part for part in (datum.group, datum.label) if part)
        said.setdefault(datum.key, []).append(f"{label}{gap}{datum.words}")
    for link in picture.links:
        said.setdefault(link.key, []).append(picture.told(link, gap))
    said.pop("", None)
    for key, lines in said.items():
        yield key, "\n".join([*dict.fromkeys(line.strip() for line in lines), *_more(key, edition)])


def _more(key: str, edition: Edition) -> Iterator[str]:
    if (view := edition.views.get(key)) is None:
        return
    words = [view.when, view.basis]
    if view.value and view.value.report:
        words.append(edition.voice.origin(view.value.report.origin))
    yield " · ".join(word for word in words if word)
