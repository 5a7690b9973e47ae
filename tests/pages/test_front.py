"""Front matter is what MkDocs takes for it, and what it cannot read is said with its place."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from macros.checks.prose.numbers import lint_text
from macros.pages.front import check_front, front_of
from macros.problems import Problems

READ: Final = {
    "plain": "---\ntitle: A\n---\n# B\n",
    "a blank behind the dashes": "--- \ntitle: A\n---\t\n# B\n",
    "closed by dots": "---\ntitle: A\n...\n# B\n",
    "blank lines behind": "---\ntitle: A\nweight: 10\n---\n\n\n# B\n",
    "dashes in a value": "---\ntitle: a --- b\n---\nB\n",
    "none": "# B\n\n---\n\nC\n",
    "a list": "---\ntags: [a, b]\nhide:\n  - toc\n---\nB\n",
}
REFUSED: Final = {
    "a date that is none": (
        "---\na: 1\ndate: 2025-02-30\n---\n# B\n",
        "p.md:3:7: '2025-02-30' cannot",
    ),
    "a number that is none": ("---\nn: 0b_\n---\n# B\n", "p.md:2:4: '0b_' cannot"),
    "a merge of nothing": ("---\n<<: 1\n---\n# B\n", "p.md:2:1: '<<' cannot"),
    "brackets": (f"---\na: {'[' * 3000}{']' * 3000}\n---\n# B\n", "p.md:2:27: nested deeper than"),
    "a bomb": ("---\na: &a [x]\nb: [*a, *a]\n---\n# B\n", "p.md:2:4: an anchor (&) is not allowed"),
    "a tab": ("---\na: 1\nb: \tx\n---\n# B\n", "p.md:3:4: not YAML: found character '\\t'"),
    "a key twice": ("---\na: 1\na: 2\n---\n# B\n", "p.md:3:1: duplicate key 'a'"),
    "no mapping": ("---\nA sentence.\n---\n# B\n", "p.md:1:1: the front matter is not a mapping"),
    "a blank line before": ("\n---\ntitle: A\n---\n# B\n", "p.md:1:1: this is not read as front"),
    "never closed": ("---\ntitle: A\n\n# B\n", "p.md:1:1: this is not read as front"),
    "no dashes": (
        "title: A\n\n# B\n",
        "p.md:1:1: MkDocs takes a first line that begins with `title:`",
    ),
    "tabs": ("---\ntitle:\n\t- A\n---\n# B\n", "p.md:3:1: not YAML: "),
    "an unseen line end": (
        "---\ntitle: A\u2028B\n---\n# B\n",
        "p.md:2:9: not YAML: the character U+2028",
    ),
}


def told(text: str) -> list[str]:
    """Return what is said of a page's front matter."""
    problems = Problems()
    check_front(text, "p.md", problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_what_mkdocs_reads_is_read(text: str) -> None:
    """Body and keys are those that MkDocs takes."""
    assert told(text) == []
    assert (text[front_of(text).end :].lstrip("\n"), dict(front_of(text).meta)) == get_data(text)


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED)
def test_what_mkdocs_would_not_read_is_said(text: str, message: str) -> None:
    """The first problem names the place, and nothing is taken for front matter."""
    assert told(text)[0].startswith(message)
    assert front_of(text).end == 0


lines = st.sampled_from(
    [
        "---",
        "--- ",
        "...",
        "",
        "a: 1",
        "title: 'x'",
        "- b",
        "text",
        "# H",
        "date: 2025-02-30",
        "  c: d",
    ]
)


@given(st.lists(lines, max_size=8).map("\n".join))
@example("---\n...\n---\n")
def test_whatever_is_not_told_is_as_mkdocs_reads_it(text: str) -> None:
    """Where nothing is said, the page that MkDocs renders is the page that is checked."""
    if not told(text):
        assert (text[front_of(text).end :].lstrip("\n"), dict(front_of(text).meta)) == get_data(
            text
        )


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ("weight: 10\nversion: 1.2\nmine: {title: 95 billion}", []),
        ("title: 95 billion", ["95 billion"]),
        ("{title: 95 billion, weight: 10}", ["95 billion"]),
        ('title: "\\x395 billion"', ["95 billion"]),
        ('"title": "95 billion"', ["95 billion"]),
        ("description: >-\n  worth\n  95 billion\nweight: 7", ["95 billion"]),
        ("tags: [a, 95 billion]  # 7", ["95 billion"]),
    ],
)
def test_only_what_the_theme_shows_is_prose(front: str, found: list[str]) -> None:
    """An author's own keys are data; a number in a shown value is free however it is written."""
    report = lint_text(f"---\n{front}\n---\n# A\n", "en", ())
    assert [finding.text for finding in report.findings] == found
