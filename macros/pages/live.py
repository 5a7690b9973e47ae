"""What a chart needs to become interactive on request: its specifications and its tooltips."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from markupsafe import Markup

from macros.charts import Picture, baked
from macros.pages.edition import Edition

SCRIPT: Final = "assets/vega.js"
_PAINT: Final = re.compile(r'"(#[0-9a-fA-F]{6})"')
_BRACES: Final = re.compile(r"([{}])(?=\1)")


def live(picture: Picture, edition: Edition, tokens: Mapping[str, str]) -> Markup:
    """Return what stands in the figure's template, as JSON.

    Args:
        picture: The chart.
        edition: The explainer in one language.
        tokens: Custom property for each colour literal, so that the chart follows the scheme.
    """
    specs = (baked(picture, kind, edition.cache) for kind in ("wide.json", "narrow.json"))
    wide, narrow = (_themed(spec.decode(), tokens) for spec in specs)
    tips = json.dumps(dict(_tips(picture, edition)), ensure_ascii=False, separators=(",", ":"))
    text = f'{{"wide":{wide},"narrow":{narrow},"tips":{tips}}}'
    return in_template(text)


def in_template(text: str) -> Markup:
    """Return JSON as it stands in a template, where quotes need no entity.

    Braces are kept apart, for two together are the mark of a call that was not run.
    """
    text = _BRACES.sub(r"\1 ", text.replace("&", "&amp;").replace("<", "&lt;"))
    return Markup(text)  # noqa: S704 - escaped here


def _themed(spec: str, tokens: Mapping[str, str]) -> str:
    names = {color.lower(): token for color, token in tokens.items()}

    def paint(found: re.Match[str]) -> str:
        color = found[1].lower()
        return f'"var({names[color]},{color})"' if color in names else f'"{color}"'

    return _PAINT.sub(paint, spec)


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
