"""Hostile sizes: what is too large, too deep or too often wrong is refused in bounded time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import books
import pytest
from hostile import IDENTITY, book_of, problems_of

from macros.arithmetic.parse import MAX_PARTS, parse_formula
from macros.checks.pages.blocks import blocks
from macros.checks.prose.numbers import lint_text
from macros.data.load import load_text
from macros.data.tree import MAX_BYTES as MAX_DATA
from macros.data.tree import MAX_NODES, SPARSE, read_tree
from macros.pages import source
from macros.pages.configuration import Configuration
from macros.pages.source import MAX_BYTES, MOST_PROBLEMS, Page, calls_in, read_pages
from macros.problems import Problems, Rule, TieoutError

BOMBS: Final = {
    "an anchor": "a: &a [lol, lol]\nb: [*a, *a]\n",
    "a merge": "a: &a {b: 1}\nc: {<<: *a}\n",
    "a tag": 'a: !!python/object/apply:os.system ["true"]\n',
    "many aliases": f"a: [{'*x, ' * 100_000}]\n",
    "many tags": f"a: [{'!x y, ' * 100_000}]\n",
    "many duplicates": "a: 1\n" * 100_000,
    "deep lists": "a: " + "[" * 100_000,
    "deep mappings": "\n".join(" " * depth + "a:" for depth in range(1000)),
    "many values": f"a: [{'1, ' * (MAX_NODES + 1)}]\n",
    "a long file": "#" * (MAX_DATA + 1),
    "a long text": f'a: "{"x" * 10_000_000}"\n',
    "a list for a key": "? [a]\n: b\n",
    "two documents": "a: 1\n---\nb: 2\n",
    "a NUL": "a: \0\n",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused(text: str) -> None:
    """YAML that grows, runs or digs is refused, with a bounded number of problems."""
    problems = Problems()
    assert load_text(text, books.PATH, problems) is None
    assert 1 <= len(problems.found) <= 110


def test_many_facts_are_read_or_refused() -> None:
    """Dense entries are too many when their values are, and a long series is read to its end.

    What is written as facts are may hold more values than a small file may.
    """
    (told,) = problems_of(books.file(facts="".join(map(_small, range(MAX_NODES // 16)))))
    assert "values (split the explainer)" in str(told)
    row = "- {period: 2004, origin: filing, value: 25.4}\n"
    long, problems = row * (MAX_NODES // 7 + 1), Problems(rule=Rule.data)
    assert len(row) / 7 > SPARSE
    assert read_tree(long, books.PATH, problems) and not problems.found
    first = date(1900, 1, 1)
    rows = (f"period: {first + timedelta(n)}, origin: filing, value: {n + 1}" for n in range(5_000))
    spread = IDENTITY.replace("period: {}, ", "")
    assert len(book_of(books.series("sales", spread, *rows)).facts) == 5_000


def _small(number: int) -> str:
    identity = "concept: revenue, entity: south, unit: USD, basis: paid"
    return f'- {{id: f{number}, label: {{en: "a", zh: "b"}}, is: {{{identity}}}}}\n'


@pytest.mark.parametrize(
    "text",
    ["{{ f() " * 500, "{% x %}" * 5_000, "{{ f(x) }}" * 5_000, "{{" * 500],
    ids=["open", "blocks", "names", "braces"],
)
def test_a_page_full_of_mistakes_is_read_so_far(text: str) -> None:
    """After some mistakes the rest of a page is not read, and that is said."""
    problems = Problems()
    assert not [*calls_in(text, "page.md", problems)]
    assert len(problems.found) <= MOST_PROBLEMS + 1
    assert any("not read" in each.message for each in problems)


class Counting:
    """A lexer that counts what it has read."""

    def __init__(self) -> None:
        self.read = 0
        self._lex = source._JINJA.lex

    def lex(self, text: str) -> Iterator[tuple[int, str, str]]:
        for token in self._lex(text):
            self.read += 1
            yield token


@pytest.mark.parametrize("sign", ["{", "{{", "{{ f('", '{{ "', "{{ f() ", "{%", "}", "{{ {"])
def test_signs_of_calls_are_read_in_linear_time(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are, the lexer takes no more steps than a few times the page's length."""
    counting = Counting()
    monkeypatch.setattr(source, "_JINJA", counting)
    page = sign * 5_000
    assert not [*calls_in(page, "page.md", Problems())]
    assert counting.read <= 5 * len(page) + MOST_PROBLEMS


@pytest.mark.parametrize(
    "sign", ["` ", "    ", "\t", "\u3000", "\r", "\x0b", "1.", "\n", "- ", "| "]
)
def test_a_long_run_of_signs_is_read_to_its_end(sign: str) -> None:
    """What stands behind a hundred thousand signs of any kind is read, and the page is done."""
    text = f"{sign * 50_000}\n\n# Last {{#last}}\n\nIt has 12 boats. 第3.1版。\n"
    page = Page("docs/en/x.md", "en", "x", text, ())
    assert "the heading # {#last}" in [str(block) for block in blocks(page)]
    assert [each.text for each in lint_text(text, "en", ()).findings][-1] == "12"


@pytest.mark.parametrize(
    "call",
    [
        "f(" + "[" * 5_000 + "]" * 5_000 + ")",
        "f(" + "-" * 5_000 + "1)",
        "a." * 5_000 + "a",
        "f(" + "9" * 5_000 + ")",
        'f("\0")',
        "f(1j, b'x', ...)",
        "f(**x)",
        "f(f'{x}')",
        "f(x for x in y)",
        "().__class__.__mro__",
        "f(a:=1)",
        "f(open('/etc/passwd'))",
    ],
    ids=range(12),
)
def test_a_call_that_is_no_call_is_refused(call: str) -> None:
    """Only a name with literals is a call; nothing else in braces is run."""
    problems = Problems()
    assert not [*calls_in(f"{{{{ {call} }}}}", "page.md", problems)]
    assert [each.where.line for each in problems] == [1]


def test_a_large_page_is_refused(tmp_path: Path) -> None:
    """A page beyond all reason is not read."""
    folder = tmp_path / "docs" / "en"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("x" * (MAX_BYTES + 1), encoding="utf-8")
    problems = Problems()
    read_pages(Configuration(tmp_path), problems)
    assert [each.message for each in problems] == [f"the page is larger than {MAX_BYTES} bytes"]


def test_a_long_formula_is_refused() -> None:
    """A formula has a bounded number of parts, so that its range is found in bounded time."""
    with pytest.raises(TieoutError, match="more than"):
        parse_formula(" * ".join(["a"] * (MAX_PARTS + 1)))
