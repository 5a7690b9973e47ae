"""What stands in one language for a page that only the other has: a notice that says so."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from macros.pages.edition import Edition
from macros.site.abstract import Abstract, abstracts

_NOTICE: Final = """\
---
title: {title}
notice: true
search: {{exclude: true}}
---
# {heading} {{#top}}

<p data-notice>{text}</p>
"""
_LINK: Final = Markup('<a href="{}" hreflang="{}" lang="{}">{}</a>')


def notices(edition: Edition, editions: Iterable[Edition]) -> dict[str, str]:
    """Return a notice, as Markdown by its file, for each page that only another edition has."""
    own = {page.name for page in edition.pages}
    return {
        f"{name}.md": _notice(edition, other, abstract)
        for other in editions
        for name, abstract in abstracts(other).items()
        if name not in own
    }


def _notice(edition: Edition, other: Edition, page: Abstract) -> str:
    words, here = edition.voice.words.phrases, posixpath.dirname(edition.folder + page.file)
    href = posixpath.relpath(other.folder + page.file, here or ".")
    return _NOTICE.format(
        title=json.dumps(words["untranslated"], ensure_ascii=False),
        heading=words["untranslated"],
        text=words["untranslated_only"].format(
            page=_LINK.format(href, other.language, other.language, page.title)
        ),
    )
