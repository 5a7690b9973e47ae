"""The templates of everything that is more than a phrase; escaped by default."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from functools import cache, partial
from types import SimpleNamespace
from typing import Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros.language.registry import Language
from macros.language.tongue import words
from macros.pages.addresses import anchor
from macros.pages.macros.interpret import remark
from macros.pages.voice import Voice

_FOR_ALL: Final[Mapping[str, Any]] = {
    "loader": PackageLoader("macros.pages"),
    "auto_reload": False,  # nobody writes them meanwhile: else each is looked at for each card
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}


@cache
def _environment() -> Environment:
    made = Environment(autoescape=True, **_FOR_ALL)
    made.filters |= {"host": host, "anchor": anchor}
    made.globals["remark"] = remark
    return made


def host(address: str) -> str:
    """Return the host that an address leads to, without `www.`; nothing if it is on this site."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


@cache
def _fixed(language: Language, reviewed: str) -> SimpleNamespace:
    """Return fixed words as attributes: among items Jinja looks when it has met with an error."""
    return SimpleNamespace(**words(language, reviewed).phrases)


def render(template: str, voice: Voice, **context: Any) -> Markup:
    """Render a template with a language's voice, and its fixed words as `t`."""
    found = _environment().get_template(f"{template}.html.j2")
    t = _fixed(voice.language, voice.text(voice.audit.book.site.called))
    made = found.render(t=t, language=voice.language, voice=voice, **context)
    return Markup(made)  # noqa: S704


@cache
def _plain() -> Environment:
    made = Environment(  # noqa: S701 - these are no pages
        variable_start_string="[[",
        variable_end_string="]]",
        block_start_string="[%",
        block_end_string="%]",
        comment_start_string="[#",
        comment_end_string="#]",
        keep_trailing_newline=True,
        **_FOR_ALL,
    )
    made.filters |= {"xml": partial(html.escape, quote=False)}
    made.filters |= {"json": partial(json.dumps, ensure_ascii=False)}
    return made


def render_text(template: str, **context: Any) -> str:
    """Render a template of a text in which calls of macros stand: its own marks are `[[ ]]`."""
    return _plain().get_template(template).render(context)
