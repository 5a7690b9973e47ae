"""Tieout: an explainer in which every number is tied out to who says so.

Only this module sees the macros engine, and only `macros.hooks` sees MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from markupsafe import Markup


def define_env(env: Any) -> None:
    """Register the macros of a language with the engine, on each build anew."""
    from macros.pages.shortcodes import Shortcodes

    env.macros.clear()  # a page calls ours and no other
    edition = env.conf["extra"].get("edition")  # there is none if `serve` met unreadable data
    for name, macro in Shortcodes(edition).registry.items() if edition else ():
        env.macro(_shown(macro), name)


def _shown(macro: Callable[..., Markup]) -> Callable[..., Markup]:
    """Let a call with a problem leave a mark on the page, so that `serve` keeps running."""
    from macros.problems import TieoutError

    @wraps(macro)
    def call(*args: Any, **kwargs: Any) -> Markup:
        try:
            return macro(*args, **kwargs)
        except (TieoutError, TypeError) as error:
            return Markup('<mark class="t-problem">{}</mark>').format(str(error))

    return call
