"""Slots: what a call leaves behind where its HTML would only slow Markdown and search down."""

from __future__ import annotations

import json

from markupsafe import Markup

from macros.pages.call import Call


def slot(call: Call) -> Markup:
    """Return an empty element that names a call, to be filled when the page is finished."""
    named = json.dumps([call.name, call.args, call.kwargs], sort_keys=True)
    return Markup('<div class="t-slot" data-call="{}"></div>').format(named)
