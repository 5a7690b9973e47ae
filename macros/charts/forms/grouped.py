"""Bars in groups: the bars' own drawing, with each bar's group beside it."""

from macros.charts.forms.bars import draw

__all__ = ["draw"]
