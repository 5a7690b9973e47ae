"""Problems shown on the page while an author is writing, where a build would stop."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape


def with_problems(html: str, problems: Sequence[str], title: str) -> str:
    """Return a page with a marked list of problems at the start of its article."""
    if not problems:
        return html
    found = (html.find(tag) for tag in ("<article", "<body"))
    at = next((html.index(">", start) + 1 for start in found if start >= 0), 0)
    return html[:at] + _block(problems, title) + html[at:]


def without_problems(html: str, problems: Sequence[str], title: str) -> str:
    """Return a page without the list of these problems."""
    return html.replace(_block(problems, title), "", 1) if problems else html


def _block(problems: Sequence[str], title: str) -> str:
    items = "".join(f"<li><code>{escape(problem)}</code></li>" for problem in problems)
    return (
        f'<section class="t-problems" role="alert" data-problems="{len(problems)}">'
        f"<p><strong>{escape(title)}</strong></p><ul>{items}</ul></section>"
    )
