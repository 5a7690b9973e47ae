"""What has to be a claim: a comparison beside a fact, or between two entities of the data."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import books
import pytest
import yaml
from opened import fixture_project

from macros.checks.prose.comparatives import compare_text
from macros.checks.prose.entities import near_data
from macros.checks.prose.numbers import lint_text
from macros.checks.review import review
from macros.language.writing import Language
from macros.pages.project import open_project
from macros.pages.source import calls_in
from macros.problems import Problems, Rule

CORPORA: Final = ("beside", "fresh", "shut", "kinds")


def stopped(corpus: str, language: Language, kind: str) -> float:
    """Return the share of a corpus’s sentences of a kind that may not stand as they are."""
    text = (Path(__file__).parent / f"{corpus}_corpus.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.safe_load(text)
    found = [
        bool(
            compare_text(each, language, tuple(calls_in(each, "x", Problems()))).free
            or lint_text(each, language, read.get("names", ())).findings
        )
        for each in read[language][kind]
    ]
    return sum(found) / len(found)


# When `fresh` was first run, before the rules were made anew, 40 % and 55 % of its comparisons
# passed, in English and Chinese, and 10 % and 5 % of its plain sentences were stopped. When `shut`
# was first run, after that, 14 % and 5 % passed, and 5 % and 10 % were stopped. Of 128
# sentences after newspapers’ in each language, about two firms, 32 % and 19 % of the comparisons
# passed at first, and 3 % and 8 % of the others were stopped. `kinds` was written in six rounds
# to find what is missed: 28, 37, 28, 12, 11 and 10 % of its comparisons passed at first in English,
# and 28, 44, 14, 26, 20 and 10 % in Chinese; 8, 15, 5, 7, 6 and 0 %, and 5, 0, 0, 5, 3 and 0 % of
# the others were stopped. Words are never all: the proof sheet shows the rest.
@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_comparisons_are_told_and_plain_sentences_are_not(corpus: str, language: Language) -> None:
    """At most a tenth of the comparisons pass, and at most 3 in 100 plain sentences are stopped."""
    told, plain = (stopped(corpus, language, kind) for kind in ("compares", "plain"))
    print(f"{corpus}, {language}: told {told:.3f}, stopped {plain:.3f}")
    assert told >= 0.9
    assert plain <= 0.03


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ('It is {{ fact("co2_peak[2025-05]") }}, the highest.', "comparison"),
        ('It is {{ printed("co2_peak[2024-05]") }}, the highest.', "comparison"),
        ("India emits less than China.", "comparison"),
        ("China is the largest.", "opinion"),
        ("It is the largest of all.", None),
        ("The highest peak came in {{ as_of() }}.", None),
        ('{{ bars(["co2_peak[2025-05]"], title="The highest", measure="m") }}', "comparison"),
    ],
)
def test_what_stands_near_decides(sentence: str, rule: str | None) -> None:
    """Beside a fact or two names a comparison is an error, beside one a hint, and else nothing."""
    near = near_data(fixture_project().book, "en")
    calls = tuple(calls_in(sentence, "x", Problems()))
    found = compare_text(sentence, "en", calls, near=near).free
    assert [each.rule.name for each in found] == ([rule] if rule else [])


def test_a_hint_stops_nothing(tmp_path: Path) -> None:
    """A comparison beside one name is told as a hint, at its place."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "facts.yml").write_text(books.file(), "utf-8")
    for language, text in (("en", "South is larger."), ("zh", "南方更大。")):
        (tmp_path / "docs" / language).mkdir(parents=True)
        page = tmp_path / "docs" / language / "index.md"
        page.write_text(f"# T {{#top}}\n\n{text} {{{{ fact('sales') }}}}\n", "utf-8")
    told = [str(p) for p in review(open_project(tmp_path))[0] if p.rule is Rule.opinion]
    assert told[0].startswith("docs/en/index.md:3:10: hint: the comparison “larger” is decided by")
