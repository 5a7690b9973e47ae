"""Bases and tiers: those built in, and those that the data declares beside or instead."""

from __future__ import annotations

import books
import pytest
from books import fact

from macros.checks.data.evidence import check_evidence
from macros.checks.data.unused import check_unused
from macros.data.load import load_text
from macros.data.schema.kinds import BASES, TIERS
from macros.language.tongue import known, words
from macros.problems import Problems

MEASURED = f"- {{id: measured, label: {books.LABEL}, tells: %s}}\n"
SOLD = books.MONEY.replace("recognised", "measured")


def told(**sections: str) -> list[str]:
    """Return the problems of a file that is loaded, as messages with their hints."""
    problems = Problems()
    load_text(books.file(**sections), books.PATH, problems)
    return [f"{each.message} ({each.hint})" for each in problems]


@pytest.mark.parametrize("language", known())
def test_what_is_built_in_has_a_name_in_each_language(language: str) -> None:
    """No basis and no tier is without its words."""
    assert words(language).bases.keys() == BASES.keys()
    assert words(language).tiers.keys() == TIERS.keys()
    assert all(f"tier_{tier}" in words(language).phrases for tier in TIERS)


def test_what_is_not_declared_is_told_with_what_is_and_where_to_declare_it() -> None:
    """The message names what is built in and what the data declares, and its section."""
    weighed = books.MONEY.replace("recognised", "weighed")
    (basis,) = told(facts=fact("sold", weighed, books.origin("3")))
    assert "`basis` cannot be 'weighed'" in basis
    assert "committed, paid" in basis and "declare another under `bases:`" in basis
    slip = fact("sold", SOLD.replace("measured", "mesured"), books.origin("3"))
    (near,) = told(bases=MEASURED % "past", facts=slip)
    assert "did you mean 'measured'?" in near


def test_a_declared_basis_is_one() -> None:
    """A fact may have it, and its own words name it."""
    problems = Problems()
    file = books.file(bases=MEASURED % "past", facts=fact("sold", SOLD, books.origin("3")))
    book = load_text(file, books.PATH, problems)
    assert book is not None and not problems.found
    basis = book.bases[book.facts["sold"].identity.basis]
    assert (basis.tells, basis.label) == ("past", {"en": "A label", "zh": "标签"})


@pytest.mark.parametrize(("tells", "refused"), [("past", True), ("ahead", False)])
def test_what_has_come_about_is_not_told_before(tells: str, refused: bool) -> None:
    """A document cannot report what had not begun, unless the basis lies ahead."""
    late = SOLD.replace("2024", "2026")
    sold = fact("sold", late, books.origin("3"))
    _, found = books.read(books.file(bases=MEASURED % tells, facts=sold))
    assert any("before it had begun" in str(each) for each in found) == refused


@pytest.mark.parametrize("refutes", [True, False])
def test_a_declared_tier_refutes_if_it_says_so(refutes: bool) -> None:
    """A disagreement needs a document of a tier that may refute; a new one says whether it may."""
    tier = f"- {{id: agency, label: {books.LABEL}, refutes: {str(refutes).lower()}}}\n"
    origin = (
        '- {id: bureau, publisher: "B", title: "T", url: "https://b.org/", published: 2025-07-01, '
        "tier: agency}\n"
    )
    reports = (books.says("¶7", "$13 billion", "13"), books.origin("20", "bureau"))
    audit = books.audit(fact("sold", books.MONEY, *reports), tiers=tier, origins=origin)
    problems = Problems()
    check_evidence(audit, (), problems)
    assert bool(problems.found) != refutes


def test_what_is_declared_is_used() -> None:
    """A basis or tier that nothing has is warned of, like any other name."""
    sections = {"bases": MEASURED % "past", "tiers": f"- {{id: agency, label: {books.LABEL}}}\n"}
    book = books.audit(**sections).book
    problems = Problems()
    check_unused(book, (), (), problems)
    messages = [each.message for each in problems]
    assert "the basis 'measured' is used nowhere" in messages
    assert "the tier 'agency' is used nowhere" in messages
