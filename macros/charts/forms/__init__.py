"""The forms a chart can take, one module each; `draw` makes the drawing."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from macros.charts.drawable import refuse_undrawable
from macros.charts.drawing import Drawing
from macros.charts.picture import Picture, Width
from macros.charts.theme import THEMES
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
    module = import_module(f"macros.charts.forms.{picture.form}")
    made: Drawing = module.draw(picture, THEMES[width])
    return made
