"""What stands in one language for a page that only the other has: a notice that says so."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable

from markupsafe import Markup

from macros.pages.edition import Edition
from macros.pages.templates import render_text
from macros.site.abstract import Abstract, abstracts


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
    here = posixpath.dirname(edition.folder + page.file)
    href = posixpath.relpath(other.folder + page.file, here or ".")
    link = Markup('<a href="{0}" hreflang="{1}" lang="{1}">{2}</a>')
    made = link.format(href, other.language, page.title)
    return render_text("notice.md", words=edition.voice.words.phrases, page=made)
