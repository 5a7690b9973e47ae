"""The frame of a download: title and measure above a picture, its footer below."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from macros.charts.picture import Picture
from macros.charts.theme import FONT, GROUND, INK, RULE, SOFT
from macros.charts.typeset import wrap

MARGIN = 24
TITLE, MEASURE, FOOTER = 20, 14, 13
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"[^>]*>')


def _line(text: str, y: float, size: int, fill: str, bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text transform="translate({MARGIN},{y:g})" font-family="{FONT}" '
        f'font-size="{size}px"{weight} fill="{fill}">{escape(text)}</text>'
    )


def _block(text: str, y: float, size: int, fill: str, room: float, bold: bool = False) -> list[str]:
    parts = text.split("\n") if text else []
    lines = [line for part in parts for line in wrap(part, size, room, bold)]
    step = round(size * 1.35)
    return [_line(line, y + (n + 1) * step, size, fill, bold) for n, line in enumerate(lines)]


def framed(svg: str, picture: Picture) -> str:
    """Return an SVG with the picture's words around it, on the ground's colour."""
    found = _SIZE.match(svg)
    assert found, "a baked SVG begins with its size"
    width, height = float(found[1]), float(found[2])
    title = _block(picture.title, MARGIN - 8, TITLE, INK, width, bold=True)
    y = MARGIN - 8 + len(title) * round(TITLE * 1.35)
    measure = _block(picture.measure, y + 2, MEASURE, SOFT, width)
    y += 2 + len(measure) * round(MEASURE * 1.35) + 22
    below = y + height + 20
    footer = _block(picture.footer, below + 4, FOOTER, SOFT, width)
    total = round(below + 4 + len(footer) * round(FOOTER * 1.35) + MARGIN - 6)
    outer = round(width + 2 * MARGIN)
    rule = f'<path d="M{MARGIN},{below:g}h{width:g}" stroke="{RULE}"/>' if footer else ""
    body = svg[found.end() : svg.rindex("</svg>")]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{outer}" height="{total}" '
        f'viewBox="0 0 {outer} {total}" lang="{escape(picture.lang)}">'
        f"<title>{escape(picture.title)}</title><desc>{escape(picture.measure)}</desc>"
        f'<rect width="{outer}" height="{total}" fill="{GROUND}"/>'
        f"{''.join(title + measure)}"
        f'<g transform="translate({MARGIN},{y:g})">{body}</g>{rule}{"".join(footer)}</svg>\n'
    )
