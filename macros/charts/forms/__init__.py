"""The forms a chart can take, one module each: its `draw` puts a picture's marks on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from macros.charts.canvas import Sheet
from macros.charts.drawing import Drawing
from macros.charts.picture import Picture, Width
from macros.charts.theme import THEMES
from macros.charts.typeset import uncovered
from macros.problems import TieoutError, nearest

MODULES = tuple(module.name for module in iter_modules(__path__))
"""The names of all forms: a module that stands here is one."""


def draw(picture: Picture, width: Width) -> Drawing:
    """Return a picture as it is drawn at one width.

    Raises:
        TieoutError: The form is unknown, or it cannot draw the picture.
    """
    if picture.form not in MODULES:
        known = nearest(picture.form, MODULES)
        raise TieoutError(f"no chart form is called {picture.form!r}", known)
    refuse_undrawable(picture)
    sheet = Sheet(picture, THEMES[width])
    return sheet.drawing(import_module(f"{__name__}.{picture.form}").draw(sheet))


def refuse_undrawable(picture: Picture) -> None:
    """Accept a picture that shows something, in words that the shipped font has.

    A sign that it lacks would be drawn in a font of the machine, and the bytes would differ.

    Raises:
        TieoutError: It has nothing to show, or a sign without a glyph.
    """
    if not (picture.data or picture.links):
        raise TieoutError(f"the chart “{picture.title}” has nothing to show")
    texts = dict.fromkeys(_texts(picture))
    for text in texts if uncovered(texts) else ():
        if missing := uncovered([text]):
            shown = " ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(missing))
            told = f"the chart font has no {shown}, as in “{text}”"
            raise TieoutError(told, "write it otherwise", about=min(missing), brought=True)


def _texts(picture: Picture) -> Iterator[str]:
    yield from (picture.title, picture.measure, *picture.footer.splitlines())
    yield from (word for scale in (picture.ticks, *picture.scales) for _, word in scale)
    yield from (note for _, note in picture.breaks)
    for datum in (*picture.data, *picture.nodes, *picture.references):
        yield from (datum.label, datum.text, datum.group)
    for link in picture.links:
        yield from (link.label, link.text)
