"""What makes an SVG stand alone: title, measure and footer around it, and a font to ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from macros.charts.drawing import Drawing
from macros.charts.svg import marks
from macros.charts.theme import FONT, GROUND, INK, RULE, SOFT
from macros.charts.typeset import wrap

MARGIN: Final = 24
TITLE, MEASURE, FOOTER = 20, 14, 13


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines of one size around the picture."""

    lines: tuple[str, ...]
    y: float
    size: int
    fill: str
    bold: bool = False

    @classmethod
    def of(
        cls, text: str, y: float, size: int, fill: str, room: float, bold: bool = False
    ) -> _Block:
        """Return a text from `y` on, in as many lines as it needs."""
        parts = text.split("\n") if text else []
        lines = (line for part in parts for line in wrap(part, size, room, bold))
        return cls(tuple(lines), y, size, fill, bold)

    @property
    def end(self) -> float:
        """Where it ends, in px."""
        return self.y + len(self.lines) * round(self.size * 1.35)

    def svg(self) -> Iterator[str]:
        """Yield its lines."""
        weight = ' font-weight="bold"' if self.bold else ""
        step = round(self.size * 1.35)
        for number, line in enumerate(self.lines, 1):
            place = f'x="{MARGIN}" y="{self.y + number * step:g}" font-size="{self.size}"'
            yield f'<text {place}{weight} fill="{self.fill}">{escape(line)}</text>'


def standalone(drawing: Drawing) -> str:
    """Return an SVG with the picture's words around it, on the ground's colour.

    It asks for the font that `faces` brings along, and has room for whatever else is there.
    """
    picture, width = drawing.picture, drawing.width
    title = _Block.of(picture.title, MARGIN - 8, TITLE, INK, width, bold=True)
    measure = _Block.of(picture.measure, title.end + 2, MEASURE, SOFT, width)
    y = measure.end + 22
    below = y + drawing.height + 20
    footer = _Block.of(picture.footer, below + 4, FOOTER, SOFT, width)
    blocks = (title, measure, footer)
    tall, outer = round(footer.end + MARGIN - 6), round(width + 2 * MARGIN)
    rule = f'<path d="M{MARGIN} {below:g}h{width}" stroke="{RULE}"/>' if footer.lines else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{outer}" height="{tall}" '
        f'viewBox="0 0 {outer} {tall}" lang={quoteattr(picture.lang)} '
        f'font-family="{FONT},system-ui,sans-serif" text-rendering="geometricPrecision">'
        f"<title>{escape(picture.title)}</title><desc>{escape(picture.measure)}</desc>"
        f'<rect width="{outer}" height="{tall}" fill="{GROUND}"/>'
        f'<g transform="translate({MARGIN},{y:g})">{marks(drawing)}</g>{rule}'
        f"{''.join(line for block in blocks for line in block.svg())}</svg>\n"
    )


def signs(drawing: Drawing) -> Iterator[tuple[str, bool]]:
    """Yield the signs that stand in a drawing and around it, and whether each is bold."""
    picture = drawing.picture
    around = ((picture.title, True), (picture.measure, False), (picture.footer, False))
    for text, bold in (*drawing.words(), *around):
        yield from ((sign, bold) for sign in text)
