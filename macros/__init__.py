"""Tieout: an explainer in which every number is tied out to who says so.

Only this module sees the macros engine, and only `macros.hooks` and `macros.edge` see MkDocs.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup


def define_env(env: Any) -> None:
    """Register the macros of a language with the engine, on each build anew."""
    from macros.pages.call import Call
    from macros.pages.macros.registry import registry

    env.macros.clear()  # a page calls ours and no other
    extra = env.conf["extra"]  # there is no edition if `serve` met unreadable data
    for name in registry() if extra.get("edition") else ():

        def call(*args: Any, _name: str = name, **kwargs: Any) -> Markup:
            html: Markup = extra["edition"].interpret(Call(_name, args, kwargs)).html
            return html

        env.macro(call, name)
