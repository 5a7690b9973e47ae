"""What has to be a claim: a comparison beside a fact, or between two entities of the data."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal

import books
import pytest
from corpora import parsed
from opened import fixture_project

from macros.checks.formats import as_json, as_text
from macros.checks.proof.unread import check_proof
from macros.checks.prose.comparatives import compare_text
from macros.checks.prose.entities import near_data
from macros.checks.review import review
from macros.pages.project import open_project
from macros.pages.source import calls_in
from macros.problems import Location, Problems, Rule

CORPORA: Final = ("beside", "fresh", "shut", "kinds", "named")
LANGUAGES: Final = ("en", "zh")
Level = Literal["error", "hint", "silent"]
# Some of the corpora write foreign names in Chinese, too.
ENTITIES: Final = """\
- {id: alpha, label: {en: "Alpha", zh: "阿尔法"}}
- {id: beta, label: {en: "Beta", zh: "贝塔"}}
- {id: latin_alpha, label: {en: "Alfa", zh: "Alpha"}}
- {id: latin_beta, label: {en: "Veta", zh: "Beta"}}
- {id: gate, label: {en: "Gate (Star)", zh: "门（Gate）"}}
- {id: hill_east, label: {en: "Hill (East)", zh: "丘（东）"}}
- {id: hill_west, label: {en: "Hill (West)", zh: "丘（西）"}}
"""
FACT: Final = books.fact("a", books.MONEY, 'origin: filing, value: 13, printed: "$13 billion"')
TELLING: Final = (Rule.comparison, Rule.number, Rule.compares)


def book(**sections: str) -> str:
    """Return a data file about two entities."""
    return books.file(entities=ENTITIES, facts=FACT, **sections)


def problems_of(root: Path, data: str, pages: dict[str, str]) -> Problems:
    """Return what a check tells of a small project, given the text of its page by language."""
    (root / "data").mkdir(exist_ok=True)
    (root / "data" / "facts.yml").write_text(data, "utf-8")
    for language, text in pages.items():
        (root / "docs" / language).mkdir(parents=True, exist_ok=True)
        (root / "docs" / language / "index.md").write_text(f"# T {{#top}}\n\n{text}\n", "utf-8")
    project = open_project(root)
    return Problems(review(project)[0].found + check_proof(project, strict=False).problems.found)


@cache
def levels(corpus: str) -> dict[tuple[str, str, bool], Counter[Level]]:
    """Return how the sentences of a corpus are told, by language, kind, and if they show a fact."""
    text = (Path(__file__).parent / f"{corpus}_corpus.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = parsed(text)
    rows = {
        language: [(kind, each) for kind in read[language] if kind != "numbers"
                   for each in read[language][kind]]
        for language in LANGUAGES
    }  # fmt: skip
    names = "".join(f"- {name!r}\n" for name in read.get("names", ()))
    pages = {language: "\n\n".join(each for _, each in rows[language]) for language in LANGUAGES}
    with TemporaryDirectory() as folder:
        found = problems_of(Path(folder), book(names=names), pages)
    told = {
        (problem.where.path.split("/")[1], problem.where.line, problem.rule.level)
        for problem in found
        if problem.rule in TELLING
    }
    counted: dict[tuple[str, str, bool], Counter[Level]] = {}
    for language in LANGUAGES:
        for number, (kind, each) in enumerate(rows[language]):
            at = (language, 3 + 2 * number)
            level: Level = next((lv for lv in ("error", "hint") if (*at, lv) in told), "silent")
            counted.setdefault((language, kind, "{{" in each), Counter())[level] += 1
    return counted


# Of comparisons that name two, words had told 59 % and 58 % on sentences that were not looked at
# (English and Chinese): to name two beside each other is what they have in common. `named` was
# written before that rule, and 97 % and 98 % were told at first.
@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_sets_two_beside_each_other_is_told(corpus: str, language: str) -> None:
    """Of the sentences that compare two entities, at least 95 in 100 are told."""
    found = levels(corpus)[language, "compares", False]
    print(f"{corpus}, {language}: {dict(found)}")
    assert found["silent"] <= 0.05 * found.total()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_compares_beside_a_fact_is_told(language: str) -> None:
    """Of the sentences that compare and show a fact, 4 in 5 are told; a person reads them all."""
    found = sum(
        (levels(corpus)[language, "compares", True] for corpus in CORPORA[:-1]), Counter[Level]()
    )
    print(f"{language}: {dict(found)}")
    assert found["silent"] <= 0.2 * found.total()


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_sentences_are_not_stopped(corpus: str, language: str) -> None:
    """At most 1 in 100 sentences that compare nothing has an error, or 1 of a small corpus."""
    found = sum(
        (count for (code, kind, _), count in levels(corpus).items()
         if code == language and kind != "compares"),
        Counter[Level](),
    )  # fmt: skip
    print(f"{corpus}, {language}: {dict(found)}")
    assert found["error"] <= max(1, 0.01 * found.total())


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Where Alpha runs, Beta walks.", "Alpha, Beta"),
        ("Alpha swims in cash. Beta drowns in debt.", "Alpha, Beta"),
        ("Both companies sell power.", "Both"),
        ("## Alpha up, Beta down {#up}", "Alpha, Beta"),
        ("Gate shines where Beta glows.", "Beta, Gate (Star)"),
        ("Hill shines.", None),
        ("Is Alpha the new Beta?", "Alpha, Beta"),
        ("While its rival dithered, it shipped.", "its rival"),
        ("One Gate does the work of two Betas.", "Beta, Gate (Star)"),
        ("Alpha swims. So does it.", None),
        ("North Cloud is the pride of North.", None),
        ('{{ editorial("Alpha shines", why="w") }} where Beta glows.', None),
        ('{{ claim("a > 1", "Alpha grows") }} by the account of Beta.', None),
        ("Alpha swims.\n\nBeta drowns.", None),
        ('{{ cite("filing", "Alpha outshines Beta") }} is a headline.', None),
    ],
)
def test_who_stands_beside_whom(tmp_path: Path, text: str, named: str | None) -> None:
    """Two names in a sentence, or one in each of two, or a word for two, are told until decided."""
    found = problems_of(tmp_path, book(), {"en": text, "zh": "题"})
    told = [p.message for p in found if p.rule is Rule.compares and p.where.path.startswith("docs")]
    assert [f" sets {named} beside" in each for each in told] == [True] * bool(named)


def test_each_is_told_to_machines_and_the_first_to_people(tmp_path: Path) -> None:
    """A list for machines has each place; lines for people have one of each file, and a count."""
    pages = {"en": "\n\n".join(["Where Alpha runs, Beta walks."] * 5), "zh": "阿尔法跑，贝塔走。"}
    found = [p for p in problems_of(tmp_path, book(), pages) if p.rule is Rule.compares]
    places = [Location("docs/en/index.md", line, 1) for line in range(3, 13, 2)]
    assert [each.where for each in found] == [*places, Location("docs/zh/index.md", 3, 1)]
    assert as_json(Problems(found)).count('"severity": "hint"') == 6
    told = as_text(Problems(found)).splitlines()
    assert [line.split(" ")[0] for line in told[:2]] == [f"{places[0]}:", "docs/zh/index.md:3:1:"]
    assert told[2:] == ["and 4 more like it: `tieout proof` shows them [compares]"]


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
    fact = "{{ fact('a') }}"
    pages = {"en": f"Alpha is larger. {fact}", "zh": f"阿尔法更大。{fact}"}
    told = [str(p) for p in problems_of(tmp_path, book(), pages) if p.rule is Rule.opinion]
    assert told[0].startswith("docs/en/index.md:3:10: hint: the comparison “larger” is decided by")
