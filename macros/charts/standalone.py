"""What makes an SVG stand alone: title, measure and footer around it, and a font to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape
from typing import Final

from macros.charts.drawing import Drawing
from macros.charts.svg import marks
from macros.charts.theme import FONT, GROUND, INK, RULE, SOFT
from macros.charts.typeset import wrap

MARGIN: Final = 24
TITLE, MEASURE, FOOTER = 20, 14, 13
_escaped: Final = partial(escape, quote=False)


def standalone(drawing: Drawing, made: str = "") -> str:
    """Return an SVG with the picture's words around it, on the ground's colour.

    It asks for the font that `faces` brings along, and has room for whatever else is there. Its
    marks may be `made` before.
    """
    picture, width = drawing.picture, drawing.width
    title, y = _written(picture.title, MARGIN - 8, TITLE, width, INK, bold=True)
    measure, y = _written(picture.measure, y + 2, MEASURE, width)
    below = y + 22 + drawing.height + 20
    footer, end = _written(picture.footer, below + 4, FOOTER, width)
    tall, outer = round(end + MARGIN - 6), round(width + 2 * MARGIN)
    rule = f'<path d="M{MARGIN} {below:g}h{width}" stroke="{RULE}"/>' if footer else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{outer}" height="{tall}" '
        f'viewBox="0 0 {outer} {tall}" lang="{picture.lang}" '
        f'font-family="{FONT},system-ui,sans-serif" text-rendering="geometricPrecision">'
        f"<title>{_escaped(picture.title)}</title><desc>{_escaped(picture.measure)}</desc>"
        f'<rect width="{outer}" height="{tall}" fill="{GROUND}"/>'
        f'<g transform="translate({MARGIN},{y + 22:g})">{made or marks(drawing)}</g>{rule}'
        f"{title}{measure}{footer}</svg>\n"
    )


def _written(
    text: str, y: float, size: int, room: float, fill: str = SOFT, bold: bool = False
) -> tuple[str, float]:
    """Return a text from `y` px on, in as many lines as it needs, and where it ends."""
    step, weight = round(size * 1.35), ' font-weight="bold"' if bold else ""
    lines = [line for part in text.splitlines() for line in wrap(part, size, room, bold)]
    drawn = ""
    for line in lines:
        y += step
        place = f'x="{MARGIN}" y="{y:g}" font-size="{size}"'
        drawn += f'<text {place}{weight} fill="{fill}">{_escaped(line)}</text>'
    return drawn, y


def signs(drawing: Drawing) -> Iterator[tuple[str, bool]]:
    """Yield the signs that stand in a drawing and around it, and whether each is bold."""
    picture = drawing.picture
    around = ((picture.title, True), (picture.measure, False), (picture.footer, False))
    texts = (layer for layer in drawing.layers if layer.kind == "text")
    drawn = ((row["text"], "fontWeight" in layer.look) for layer in texts for row in layer.rows)
    yield from ((sign, bold) for text, bold in (*drawn, *around) for sign in text)
