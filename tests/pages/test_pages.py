"""The static reader of pages: every call with its place, and every mistake with its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.pages import source
from macros.pages.call import Call
from macros.pages.configuration import Configuration
from macros.pages.source import calls_in, read_pages
from macros.problems import Location, Problems, Rule

PATH = "docs/en/page.md"
PLACES = [
    # text                                              line:column of each call
    ('It was {{ fact("a") }}.', ["1:8"]),
    ('# Of {{ fact("a") }}\n\nText.', ["1:6"]),
    ('---\ntitle: "{{ fact(\'a\') }}"\n---\n\n{{ fact("b") }}', ["2:9", "5:1"]),
    ('{{ fact("a") }}{{ fact("b") }}', ["1:1", "1:16"]),
    ('营收为{{ fact("a") }}，增速为{{ fact("b") }}。', ["1:4", "1:23"]),
    ('😀 {{ fact("a") }}', ["1:3"]),
    ('| x | {{ fact("a") }} |\n|---|---|\n| {{ fact("b") }} | y |', ["1:7", "3:3"]),
    ('- item\n    - {{ fact("a") }}', ["2:7"]),
    ('!!! note "{{ fact("a") }}"\n\n    {{ fact("b") }}', ["1:11", "3:5"]),
    ('[{{ fact("a") }}](x.md)', ["1:2"]),
    ('`{{ fact("a") }}`\n\n```\n{{ fact("b") }}\n{% x\n```\n\n{{ fact("c") }}', ["8:1"]),
    ("run: ${{ fact('a') }}, not `${{ secrets.TOKEN }}`", ["1:7"]),
    ('{{ bars(["a", "b"],\n        title="T") }}\n{{ fact("c") }}', ["1:1", "3:1"]),
    ("first\r\n\r\n{{ fact('a') }}\r\n{{ fact('b') }}", ["3:1", "4:1"]),
    ('a   {{- fact("a") -}}   {{ fact("b") }}', ["1:5", "1:25"]),
    ('<!--# {{ fact("gone") }} #-->{{ fact("a") }}', ["1:30"]),
    ('{# no comment here #} {{ fact("a") }}', ["1:23"]),
    ("{#id .class} { {x} } }} {", []),
    ("", []),
]
ARGUMENTS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ('fact("a")', ("a",), {}),
    ("fact('a')", ("a",), {}),
    ('fact("a", bound=false, short=true)', ("a",), {"bound": False, "short": True}),
    ('fact("a", at=none)', ("a",), {"at": None}),
    ('fact("a", bound=False, at=None)', ("a",), {"bound": False, "at": None}),
    ("count(3, 2.5, -1)", (3, 2.5, -1), {}),
    ('bars(["a", ["b", 1]], x=("c", "d"))', (["a", ["b", 1]],), {"x": ["c", "d"]}),
    ('flows({"a": [1], "b": {"c": true}})', ({"a": [1], "b": {"c": True}},), {}),
    ('claim("a > b and b < 2", "more")', ("a > b and b < 2", "more"), {}),
    ('printed("a", at="¶7")', ("a",), {"at": "¶7"}),
    ('fact("}} {{ {% %}")', ("}} {{ {% %}",), {}),
    ('fact("a\\"b\\u4ebf")', ('a"b亿',), {}),
    ('bars(\n  ["a"],\n  title="T",\n)', (["a"],), {"title": "T"}),
    ("ledger()", (), {}),
]
LITERALS = "must be literals"
MISTAKES = [
    # text                                     problems: line:column: fragment
    ("{{ fact }}", ["1:1: 'fact' is not a call"]),
    ("{{ }}", ["1:1: cannot read ''"]),
    ('\n  {{ fact("a")|upper }}', ["2:3: 'fact(\"a\")|upper' is not a call"]),
    ('{{ fact("a").value }}', ["1:1: 'fact(\"a\").value' is not a call"]),
    ('{{ fact("a")("b") }}', ['1:1: \'fact("a")("b")\' is not a call']),
    ('{{ x.fact("a") }}', ["1:1: 'x.fact(\"a\")' is not a call"]),
    ('{{ "a" }}', ["1:1: '\"a\"' is not a call"]),
    ('{{{ fact("a") }}}', ["1:1: '{ fact(\"a\") }' is not a call"]),
    ("{{ fact(a) }}", [f"1:1: the arguments of fact {LITERALS}"]),
    ('{{ fact("a" + "b") }}', [f"1:1: the arguments of fact {LITERALS}"]),
    ('{{ fact(printed("a")) }}', [f"1:1: the arguments of fact {LITERALS}"]),
    ('{{ fact(*["a"]) }}', [f"1:1: the arguments of fact {LITERALS}"]),
    ('{{ fact(**{"a": 1}) }}', [f"1:1: the arguments of fact {LITERALS}"]),
    ('{{ fact({**{"a": 1}}) }}', [f"1:1: the arguments of fact {LITERALS}"]),
    ('{{ fact("a", at="¶7", at="¶8") }}', ["1:1: an argument of fact is given twice"]),
    ('{{ fact("a" if b else "c") }}', [f"1:1: the arguments of fact {LITERALS}"]),
    ('{{ fact("a" ~ "b") }}', ['1:1: cannot read \'fact("a" ~ "b")\'']),
    ('{{ fact("a", ) ) }}', ["1:1: cannot be read: unexpected ')'"]),
    ('one {{ fact("a" }} two', ["1:5: cannot be read: unexpected '}'"]),
    ('one\n{{ fact("a) }}', ["2:1: cannot be read: unexpected char '\"'"]),
    ('one\n\n {{ fact("a"', ["3:2: this is never closed"]),
    ("{{", ["1:1: this is never closed"]),
    ('a { fact("a") }} b `{ fact("a") }}`', ["1:3: '{ fact(\"a\") }}' lacks a brace"]),
    ("one <!--# two", ["1:5: cannot be read: Missing end of comment tag"]),
    ("x {% if a %}y{% endif %}", ["1:3: {% … %} is not used", "1:14: {% … %} is not used"]),
    ("{% set a = 1 %}", ["1:1: {% … %} is not used in pages"]),
    ('{% include "/etc/passwd" %}', ["1:1: {% … %} is not used in pages"]),
    ("{% raw %}{{ x }}{% endraw %}", ["1:1: {% … %} is not used in pages"]),
    ("{{ fact(" + "[" * 200 + "]" * 200 + ") }}", ["1:1: cannot read 'fact([[["]),
]
MANY = """\
---
title: "{{ fact(a) }}"
---

# {{ fact("b" }}

{{ fact("c") }} and {{ d }}.

{% if e %}

{{ fact("f) }} {{ fact("g") }}
"""


def read(text: str) -> tuple[list[Call], list[str]]:
    """Return a page's calls and its problems, without the path."""
    problems = Problems()
    calls = list(calls_in(text, PATH, problems))
    return calls, [str(problem).removeprefix(f"{PATH}:") for problem in problems]


@pytest.mark.parametrize(("text", "places"), PLACES, ids=[repr(text)[:40] for text, _ in PLACES])
def test_place(text: str, places: list[str]) -> None:
    """Every call is found where it stands, in characters of the raw file."""
    calls, problems = read(text)
    assert [f"{call.where.line}:{call.where.column}" for call in calls] == places
    assert not problems
    for call in calls:
        assert text[call.start : call.start + 2] == "{{"
        assert text[call.end - 2 : call.end] == "}}"


@pytest.mark.parametrize(("source", "args", "kwargs"), ARGUMENTS, ids=[row[0] for row in ARGUMENTS])
def test_arguments(source: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Arguments are the literals that are written, without rendering anything."""
    (call,), problems = read(f"{{{{ {source} }}}}")
    assert (call.args, call.kwargs) == (args, kwargs)
    assert source.startswith(f"{call.name}(")
    assert not problems


@pytest.mark.parametrize(
    ("text", "expected"), MISTAKES, ids=[repr(text)[:40] for text, _ in MISTAKES]
)
def test_mistake(text: str, expected: list[str]) -> None:
    """What is not a call of literals is a problem at its own place, and no crash."""
    calls, problems = read(text)
    assert not calls
    assert len(problems) == len(expected), problems
    for problem, fragment in zip(problems, expected, strict=True):
        assert problem.startswith(fragment)


def test_all_mistakes_of_a_page_come_in_one_run() -> None:
    """A mistake hides neither the mistakes nor the calls behind it."""
    calls, problems = read(MANY)
    assert [call.args for call in calls] == [("c",), ("g",)]
    assert [problem.split(": ")[0] for problem in problems] == ["2:9", "5:3", "7:21", "9:1", "11:1"]


def test_a_text_from_another_file_keeps_that_place() -> None:
    """A call in a note of the data file is located in the data file."""
    base = Location("data/facts.yml", 40, 12)
    problems = Problems()
    (call,) = calls_in('See {{ fact("a") }} and {{ b }}.', "data/facts.yml", problems, base)
    assert call.where == base
    assert [problem.where for problem in problems] == [base]


def page(root: Path, name: str, content: bytes) -> None:
    """Write one page."""
    file = root / "docs" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def test_pages_of_both_languages(tmp_path: Path) -> None:
    """All Markdown files of both languages are read, in folders too, and nothing else."""
    page(tmp_path, "en/index.md", b'{{ fact("a") }}')
    page(tmp_path, "zh/index.md", '营收{{ fact("a") }}'.encode())
    page(tmp_path, "en/deep/page.md", b"\xef\xbb\xbf{{ ledger() }}")
    page(tmp_path, "en/data.txt", b"{{ broken")
    page(tmp_path, "fr/index.md", b"{{ broken")
    problems = Problems()
    pages = read_pages(Configuration(tmp_path), problems)
    assert [(page.language, page.name) for page in pages] == [
        ("en", "deep/page"),
        ("en", "index"),
        ("zh", "index"),
    ]
    assert [str(page.calls[0].where) for page in pages] == [
        "docs/en/deep/page.md:1:1",
        "docs/en/index.md:1:1",
        "docs/zh/index.md:1:3",
    ]
    assert not list(problems)


def test_a_page_that_is_not_utf8(tmp_path: Path) -> None:
    """A page in another encoding is a problem of that page, and no crash."""
    page(tmp_path, "zh/index.md", "一\n二 ".encode() + b"\xd3\xd3")
    page(tmp_path, "zh/other.md", b'{{ fact("a") }}')
    problems = Problems()
    assert [len(page.calls) for page in read_pages(Configuration(tmp_path), problems)] == [0, 1]
    assert [str(problem) for problem in problems] == [
        "docs/zh/index.md:2:3: the page is not UTF-8 (save it as UTF-8) [page]"
    ]


@given(st.text("{}%#-\"'() \nfact,a=1营", max_size=60))
def test_nothing_crashes_the_reader(text: str) -> None:
    """Any text is read, and each call it yields is a piece of it in double braces."""
    for call in read(text)[0]:
        piece = text[call.start : call.end]
        assert piece.startswith("{{") and piece.endswith("}}")


_PARTS = st.sampled_from(
    [
        ") }}",
        "f(",
        ")",
        '"',
        "'",
        "[",
        "]",
        "{",
        "}",
        "}}",
        "{a}",
        ": ",
        ", ",
        "x",
        "=",
        "\n",
        '"y"',
    ]
)


@given(st.lists(_PARTS, max_size=20).map(lambda parts: f"{{{{ f({''.join(parts)}) }}}}"))
@example('{{ f([{"a": "{b}"}, [1, 2, {"c": 3}]], c={"d": "e"}) }} {{ g("h") }}')
def test_a_call_ends_where_the_lexer_ends_it(text: str) -> None:
    """A call that is told without the lexer ends where it ends with it, whatever it is given."""
    plain = [found.span() for found in source._PLAIN.finditer(text)]
    if len(plain) == text.count("{{"):
        problems = Problems(rule=Rule.page)
        assert [*source._lexed(text, lambda _: Location(""), problems)] == plain
        assert not problems.found


def test_each_bracket_is_plain() -> None:
    """Lists in lists, and texts by names, ask for no lexer."""
    call = """{{ f([{"a": "{b}"}, [1, 2, {"c": 3}]], c={"d": "e"}) }}"""
    assert source._PLAIN.fullmatch(call)
