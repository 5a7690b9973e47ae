"""Slots: what a call leaves behind where its HTML would only slow Markdown and search down."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Any, Final

from markupsafe import Markup

_SLOT: Final = re.compile(r'<div class="t-slot" data-call="([^"]*)"></div>')


def slot(name: str, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Markup:
    """Return an empty element that carries a call, to be filled when the page is finished."""
    call = json.dumps([name, list(args), dict(kwargs)], ensure_ascii=True, sort_keys=True)
    return Markup('<div class="t-slot" data-call="{}"></div>').format(call)


def filled(html: str, fill: Callable[[str, list[Any], dict[str, Any]], str]) -> str:
    """Return a page with each slot replaced by what `fill` makes of its call."""

    def put(match: re.Match[str]) -> str:
        name, args, kwargs = json.loads(unescape(match[1]))
        return fill(name, args, kwargs)

    return _SLOT.sub(put, html)
