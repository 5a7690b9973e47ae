"""Finds the numbers of a text that come from no fact: in digits or words, in either language.

A number may stand by a rule (`exemptions`), or because it is part of a declared name; both are
counted, and the counts are the coverage that a check prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final

from macros.arithmetic.units import SCALES
from macros.checks.prose.data_texts import Readable
from macros.checks.prose.reading import Coverage, Unbound, read
from macros.data.book import Book
from macros.data.inputs import DATA_FILE
from macros.language.tongue import language_of
from macros.language.writing import Language
from macros.pages.source import Page, calls_in
from macros.problems import Location, Problems, Rule

Bindable = Mapping[Language, Callable[[], Mapping[str, Sequence[str]]]]
"""For each language, the keys of the facts that are shown as a text."""


_NAMED: Final = re.compile(r"[A-Z\u4e00-\u9fff]|[a-z]\d")
_GLUED: Final = re.compile(r"\d(?![BMT][nir])[A-Z][a-z]")  # a name of digits and letters
"""What a name has beside a number: a capital, a sign of Chinese, a digit glued to a letter."""


def lint_text(text: str, language: Language, names: Sequence[str]) -> Coverage:
    """Return the free numbers of a Markdown text, and what lets the others stand.

    Args:
        text: The raw text, front matter included.
        language: The language it is written in.
        names: Declared names, in which numbers may stand.
    """
    return read(text, language, names, calls_in(text, "", Problems()))


def lint_numbers(
    texts: Iterable[Readable],
    names: Sequence[str],
    problems: Problems,
    bindable: Bindable | None = None,
    chapters: Collection[str] = (),
) -> Coverage:
    """Record the free numbers of pages and of the data’s texts.

    Args:
        texts: The texts, with their calls.
        names: Declared names, in which numbers may stand.
        problems: Where to record what is wrong.
        bindable: Which facts are shown as which text, to say what to bind a number to.
        chapters: The pages that tell of facts, so that in their code, too, no number is free.
    """
    problems = problems.under(Rule.number)
    coverage = Coverage()
    for text in texts:
        examples = not (isinstance(text, Page) and text.name in chapters)
        found = read(text.text, text.language, names, text.calls, examples)
        coverage += found
        facts = (bindable or {}).get(text.language, dict)() if found.findings else {}
        for finding in found.findings:
            told = f"bare number “{finding.text}” in prose{text.within}"
            problems.add(text.place(finding.offset), told, _hint(finding, text.text, facts))
    return coverage


def lint_names(book: Book, problems: Problems) -> None:
    """Record declared names that are nothing but a number."""
    problems = problems.under(Rule.number)
    for name in book.names:
        left = name
        for finding in reversed(lint_text(name, language_of(name), ()).findings):
            if finding.kind != "name":
                left = left[: finding.offset] + left[finding.offset + finding.length :]
        if left != name and not (_NAMED.search(left) or _GLUED.search(name)):
            where = book.places.get(("names", name), Location(DATA_FILE))
            problems.add(where, f"“{name}” is a number, and no name", "bind it where it stands")


def _hint(finding: Unbound, text: str, facts: Mapping[str, Sequence[str]]) -> str:
    if finding.kind == "name":
        return "declare the name in data/facts.yml under names, or bind its number"
    if finding.text.casefold() in SCALES:
        return "leave it out: each number of a chart says its own, and a sentence binds the whole"
    return f'bind it with {{{{ fact("{_only(finding, text, facts)}") }}}} or declare the name'


def _only(finding: Unbound, text: str, facts: Mapping[str, Sequence[str]]) -> str:
    """Return the key of the one fact that is shown just so, or dots."""
    shown = [value for value in facts if value.startswith(finding.text)]
    longest = max(
        (v for v in shown if text.startswith(v, finding.offset)), key=len, default=finding.text
    )
    keys = facts.get(longest, ())
    return keys[0] if len(keys) == 1 else "…"
