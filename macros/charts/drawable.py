"""What can be drawn of a picture, told before anything is: no chart library is needed for it."""

from __future__ import annotations

from collections.abc import Iterator

from macros.charts.picture import WHOLE, Picture
from macros.charts.typeset import uncovered
from macros.problems import TieoutError

_IN_TIME = ("lines", "multiples", "timeline")


def refuse_undrawable(picture: Picture) -> None:
    """Accept a picture that its form can draw, in words that the shipped font has.

    A sign that it lacks would be drawn in a font of the machine, and the bytes would differ.

    Raises:
        TieoutError: It has nothing to show, a value that its form has no place for, or a sign
            without a glyph.
    """
    if not (picture.links if picture.form == "flows" else picture.data):
        raise TieoutError(f"the chart “{picture.title}” has nothing to show")
    if picture.form in _IN_TIME and any(datum.start is None for datum in picture.data):
        raise TieoutError(f"the chart “{picture.title}” has a value without a date")
    if picture.form == "multiples" and len({datum.group for datum in picture.data}) < 2:
        raise TieoutError(f"the chart “{picture.title}” has one series only", "use lines(…)")
    for datum in picture.data if picture.form == "waffle" else ():
        if not 0 <= datum.extent[0] <= datum.extent[1] <= WHOLE:
            raise TieoutError(f"{datum.text} is no share of a whole", "use bars(…)")
    for text in dict.fromkeys(_texts(picture)):
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
