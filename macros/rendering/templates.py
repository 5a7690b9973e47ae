"""The templates of everything that is more than a phrase; escaped by default."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from macros.rendering.phrases import phrases
from macros.wording import Language


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("macros", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, language: Language, **context: Any) -> Markup:
    """Render a template with the fixed words of a language as `t`."""
    found = _environment().get_template(f"{template}.html.j2")
    return Markup(found.render(t=phrases(language), language=language, **context))  # noqa: S704
