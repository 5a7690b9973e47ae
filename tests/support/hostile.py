"""Texts that try to be more than text, and a data file that has one wherever text may stand."""

from __future__ import annotations

import json
from typing import Final

import books

from macros.data.book import Book
from macros.problems import Problem

IDENTITY: Final = "concept: revenue, entity: south, period: {}, unit: customer, basis: recognised"
HARMLESS: Final = "plain words"
SHOWN: Final = (
    "<b onmouseover=alert(1)>bold</b>",
    "</script><script>alert(1)</script>",
    "</title></style></svg></template><img src=x onerror=alert(1)>",
    '" onfocus="alert(1)" x="',
    "' style='position:fixed' y='",
    "<!-- --><![CDATA[ ]]>",
    "{# z #} %} }} #}",
    "[text](javascript:alert) ![image](data:text/html,x) **bold** `code` # head | cell |",
    "javascript:alert(1)",
    "&lt;b&gt; &amp;amp; &#60; &nbsp;",
    "${x} %s {0} {x.__class__}",
    "x" * 400,
    "e" + "\u0301" * 60,
)
REFUSED: Final = {
    "a mark of direction": "a\\u202eb",
    "a mark of direction in Arabic": "a\\u061cb",
    "an isolate": "a\\u2066b",
    "a zero-width blank": "a\\u200bb",
    "a joiner": "\\U0001f469\\u200d",
    "a soft hyphen": "a\\u00adb",
    "a filler": "a\\u3164b",
    "a tag": "a\\U000e0041b",
    "a line end": "a\\u2028b",
    "a control character": "a\\x07b",
    "a byte order mark": "a\\ufeffb",
    "no character": "a\\uffffb",
    "nothing": " ",
    "too much": "x" * 2001,
}
ADDRESSES: Final = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org",
    "https:example.org",
    "https://",
    "https://a b",
    "https://user:word@example.org/",
    "https://example.org\\\\@evil.example/",
    "https://[::1",
    "https://ｅxample.org/",
    "https://example.org/<b>",
    "https://example.org/\\u202egpj.exe",
    "https://example.org/{{ x }}",
)


def quoted(text: str) -> str:
    """Write a text as a double-quoted scalar."""
    return json.dumps(text, ensure_ascii=False)


def data(text: str) -> str:
    """Return a data file that has a text wherever free text may stand."""
    said = quoted(text)
    both = f"{{en: {said}, zh: {said}}}"
    good = books.fact("sales", IDENTITY.format(2024), f"origin: o, at: {said}, value: 3")
    print_ = 'origin: article, at: ¶1, printed: "5", value: 5'
    bad = books.fact(
        "staff",
        IDENTITY.format(2023),
        f"origin: o, at: {said}, value: 9, exact: {said}",
        print_,
        note=both,
        caveat=both,
        impact=f"{{level: high, en: {said}, zh: {said}}}",
    )
    return (
        books.file(
            site=f"  chapters:\n  - {{page: index, from: ¶1, to: ¶9, label: {both}}}\n",
            origins=f'- {{id: o, publisher: "P", title: {said}, url: "https://example.org/",'
            " published: 2025-01-02, tier: press}\n",
            facts=good + bad,
            statements=f"- {{id: said, label: {both}, entity: south, at: ¶2, verdict: outdated,"
            f" reports: [{{origin: o, at: {said}}}], known: 2025-01-02, note: {both}}}\n",
            developments=f"- {{id: since, date: 2025-12-01, label: {both}, facts: [sales],"
            " affects: [staff], origins: [o]}\n",
            names=f"- {said}\n",
            changes=f"- {{date: 2026-01-01, en: {said}, zh: {said}}}\n"
            f"- {{date: 2026-01-01, fact: sales, was: {{value: 2}}, why: {both}}}\n"
            f"- {{date: 2026-01-01, added: [staff], why: {both}}}\n"
            f"- {{date: 2026-01-01, removed: {{gone: {both}}}, why: {both}}}\n",
        )
        .replace(books.LABEL, both)
        .replace('"A Book"', said)
        .replace('en: "South"', f"en: {said}")
    )


def problems_of(text: str) -> list[Problem]:
    """Return the problems of a data file."""
    return books.read(text)[1]


def book_of(facts: str) -> Book:
    """Return the book of some facts without a problem."""
    book, problems = books.read(books.file(facts=facts))
    assert book is not None and not problems, problems[:3]
    return book
