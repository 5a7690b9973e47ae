"""A drawing as a Vega-Lite specification: what a page runs on request, and a reader may reuse.

What runs it is one classic file with the engine in it, which lies beside this module, packed, for
what bundles it is large and takes a second.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from macros.charts.drawing import Axis, Drawing, Layer, Row
from macros.charts.svg import Paint
from macros.charts.theme import FONT, NONE

GLOBAL: Final = "tieoutVega"
SNIPPET: Final = f"globalThis.{GLOBAL}={{vegaEmbed}};"
"""What of the engine is asked for when it is bundled, and where browsers find it."""
ENGINE: Final = Path(__file__).with_name("vega.js.gz")
_LICENCE: Final = Path(__file__).with_name("vega_licence.txt").read_text(encoding="utf-8")
VEGA_LITE: Final = "6.1"
_SCHEMA: Final = "https://vega.github.io/schema/vega-lite/v{}.json"
_EPOCH: Final = 719163  # the ordinal of the day that Vega counts milliseconds from
_DAY: Final = 86_400_000
_CONFIG: Final = {
    "aria": False,
    "background": NONE,
    "font": FONT,
    "view": {"stroke": None},
    "text": {"font": FONT, "baseline": "alphabetic"},
}
"""No frame, no noise, one font."""
_READ: Final[Mapping[str, Row]] = {
    "fill": {"field": "fill", "scale": None, "type": "nominal"},
    "stroke": {"field": "stroke", "scale": None, "type": "nominal"},
    "fillOpacity": {"field": "opacity", "scale": None, "type": "quantitative"},
    "detail": {"field": "line", "type": "nominal"},
    "order": {"field": "order", "type": "quantitative"},
    "text": {"field": "text", "type": "nominal"},
}
"""What each channel but places reads from a row; paints and opacities are meant literally."""


def specification(drawing: Drawing, paint: Paint = str) -> dict[str, Any]:
    """Return a drawing for Vega-Lite, with colours as `paint` writes them.

    Title and measure are in `usermeta`: a page has them in text above the picture.
    """
    picture = drawing.picture
    words = {"title": picture.title, "measure": picture.measure, "footer": picture.footer}
    return {
        "$schema": _SCHEMA.format(f"{VEGA_LITE}.0"),
        "config": _CONFIG,
        "width": drawing.width,
        "height": drawing.height,
        "padding": 0,
        "autosize": {"type": "none"},
        "usermeta": {**words, "lang": picture.lang},
        "layer": [_layer(layer, paint) for layer in drawing.layers],
    }


def _layer(layer: Layer, paint: Paint) -> Row:
    encoding: dict[str, Row] = {channel: _READ[channel] for channel in layer.read}
    for channel, field, axis in zip("xy", layer.places, layer.scales, strict=False):
        encoding[channel] = _place(field, axis)
    for channel, field in zip(("x2", "y2"), layer.places[2:], strict=False):
        encoding[channel] = {"field": field}
    rows = [
        row | {name: paint(row[name]) for name in ("fill", "stroke") if name in row}
        for row in layer.rows
    ]
    mark = {"type": layer.kind, **layer.look}
    return {"data": {"values": rows}, "mark": mark, "encoding": encoding}


def _place(field: str, axis: Axis | None) -> Row:
    kind = "temporal" if axis and axis.time else "quantitative"
    return {"axis": None, "field": field, "scale": axis and _scale(axis), "type": kind}


def _scale(axis: Axis) -> Row:
    ends = [axis.start, axis.stop]
    # Drawn in px of ours: Vega must neither round an axis nor begin it at zero.
    if not axis.time:
        return {"domain": [axis.low, axis.high], "range": ends, "nice": False, "zero": False}
    days = [(day - _EPOCH) * _DAY for day in (axis.low, axis.high)]
    return {"type": "utc", "domain": days, "range": ends, "nice": False}


def script() -> bytes:
    """Return the script; it sets one global, with `vegaEmbed` in it."""
    engine = gzip.decompress(ENGINE.read_bytes()).decode()
    return f'{_LICENCE}(()=>{{"use strict";{engine}}})();\n'.encode()
