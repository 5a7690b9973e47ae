"""What a page has of others: their titles, headings and calls, and of most no other word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from explainers import FIXTURE, lay_out

from macros.pages.outline import digests
from macros.pages.project import open_project

PAGE = "docs/en/sea.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fixture explainer, laid out."""
    return lay_out(tmp_path_factory.mktemp("explainer"))


def after(
    root: Path, change: Callable[[str], str], path: str = "docs/en/sea.md"
) -> Mapping[str, str]:
    """Return the digests of an explainer of which one page is changed for a moment."""
    text = (FIXTURE / path).read_text("utf-8")
    changed = change(text)
    assert changed != text
    (root / path).write_text(changed, "utf-8")
    try:
        return digests(open_project(root).pages)
    finally:
        (root / path).write_text(text, "utf-8")


def test_words_are_a_pages_own(root: Path) -> None:
    """A sentence changes the digest of its page, and of those that show calls with their lines."""
    before = digests(open_project(root).pages)
    now = after(root, lambda text: f"{text}\nMore words.\n")
    changed = {path for path in before if before[path] != now[path]}
    assert PAGE in changed
    quoting = {page.path for page in open_project(root).pages if "example(" in page.text}
    assert quoting
    assert changed == quoting | {PAGE}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"---\nmore: 1\n---\n{text}",
        lambda text: f"{text}\n## More\n",
        lambda text: f"{text}\nMore\n----\n",
        lambda text: f'{text}\n{{{{ count("figures") }}}}\n',
    ],
)
def test_what_others_may_show_changes_all(root: Path, change: Callable[[str], str]) -> None:
    """Front matter, headings and calls are in the digest of every page."""
    before, now = digests(open_project(root).pages), after(root, change)
    assert before.keys() == now.keys()
    assert all(before[path] != now[path] for path in before)
