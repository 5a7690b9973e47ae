"""What makes an SVG stand alone: title, measure and footer around it, and its font inside."""

from __future__ import annotations

import base64
import html
import io
import re
from xml.sax.saxutils import escape

from fontTools import subset
from fontTools.ttLib import TTFont

from macros.charts.picture import Picture
from macros.charts.theme import FONT, GROUND, INK, RULE, SOFT
from macros.charts.typeset import FONTS, wrap

MARGIN = 24
TITLE, MEASURE, FOOTER = 20, 14, 13
_TEXT = re.compile(r"<text\b([^>]*)>(.*?)</text>", re.DOTALL)
FACES = {"normal": "TieoutSans-Regular.otf", "bold": "TieoutSans-Bold.otf"}
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


def shown(svg: str) -> dict[str, set[str]]:
    """Return the characters that an SVG shows in each weight."""
    found: dict[str, set[str]] = {weight: set() for weight in FACES}
    for attributes, text in _TEXT.findall(svg):
        weight = "bold" if 'font-weight="bold"' in attributes else "normal"
        found[weight] |= set(html.unescape(text))
    return found


def _cut(face: str, characters: set[str]) -> bytes:
    font = TTFont(FONTS / face, recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = ["kern", "calt"]
    options.name_IDs = [0, 1, 2, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(character) for character in characters])
    cutter.subset(font)
    out = io.BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def with_font(svg: str) -> str:
    """Return an SVG that carries its font, uncompressed so that the bytes are the same anywhere."""
    rules = []
    for weight, characters in shown(svg).items():
        if characters:
            data = base64.b64encode(_cut(FACES[weight], characters)).decode()
            source = f'url(data:font/otf;base64,{data}) format("opentype")'
            face = f'font-family:"{FONT}";font-weight:{weight};src:{source}'
            rules.append(f"@font-face{{{face}}}")
    end = svg.index(">") + 1
    return f"{svg[:end]}<style>{''.join(rules)}</style>{svg[end:]}"
