"""The page's copy of a baked SVG: theme-aware colours, the page's font, one accessible name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

_NOISE = re.compile(r' (?:aria-[a-z]+|role|class|style|version|xmlns:xlink|font-family)="[^"]*"')
_EMPTY = re.compile(r'<path d="" display="none"/>|<path(?: d="[^"]*")?/>')
_PAINT = re.compile(r'\b(fill|stroke)="(#[0-9a-fA-F]{6})"')
_ROOT = re.compile(r"<svg([^>]*)>")


def page_svg(svg: str, tokens: Mapping[str, str], prefix: str, label: str) -> str:
    """Return a baked SVG made fit for a page.

    Args:
        svg: What was baked, in the light scheme's literals.
        tokens: Custom property for each literal: `{"#1c1f24": "--t-ink"}`; the dashes may be left
            out. A literal without a token stays as it is.
        prefix: Unique on the page; ids and their references begin with it.
        label: The text alternative.
    """
    names = {color.lower(): "--" + token.lstrip("-") for color, token in tokens.items()}

    def themed(found: re.Match[str]) -> str:
        color = found[2].lower()
        value = f"var({names[color]},{color})" if color in names else color
        return f'{found[1]}="{value}"'

    svg = _EMPTY.sub("", _NOISE.sub("", svg))
    svg = _PAINT.sub(themed, svg)
    svg = svg.replace('id="', f'id="{prefix}-').replace("url(#", f"url(#{prefix}-")
    name = f'role="img" aria-label={quoteattr(label)}'
    return _ROOT.sub(lambda found: f'<svg{found[1]} {name} font-family="inherit">', svg, count=1)
