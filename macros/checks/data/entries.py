"""Rules between entries: what no single entry can be wrong about by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from macros.arithmetic.dimensions import dimension_of
from macros.arithmetic.expression import Expression, keys_of
from macros.audit.audit import Audit
from macros.audit.claims import MIXED_BASES, unsaid
from macros.audit.resolving import MAX_CHAIN
from macros.audit.verdict import NO_FINDING
from macros.checks.data.consistency import check_consistency
from macros.checks.data.past import check_past
from macros.checks.data.plausible import check_plausible
from macros.checks.data.trust import check_trust
from macros.data.book import Book, Fact, Identity, Report
from macros.data.schema.facts import Statement
from macros.problems import Problems, Rule, TieoutError, nearest


def check(audit: Audit, problems: Problems) -> None:
    """Record everything that is wrong between the entries of a book."""
    book = audit.book
    _lose(book, problems)
    for fact in book.facts.values():
        if not problems.cause_of(fact.key):
            _check_reports(audit, fact, problems.under(Rule.report))
        _check_formula(book, fact, problems.under(Rule.formula))
    _lose(book, problems)
    _check_names(book, problems.under(Rule.name))
    check_consistency(audit, _broken(book, problems), problems)
    broken = _broken(book, problems)  # verdicts over these would only repeat what is said
    check_trust(audit, broken, problems)
    check_plausible(audit, broken, problems)
    for fact in book.facts.values():
        if fact.key not in broken:
            _check_value(audit, fact, problems.under(Rule.formula))
            _check_remarks(audit, fact, problems.under(Rule.note))
    notes = problems.under(Rule.note)
    for statement in book.statements.values():
        _note_rule(book, statement, statement.verdict in NO_FINDING, statement.id, notes)
        if audit.calendar.statement_known(statement) == "undecided":
            problems.under(Rule.date).add(
                statement.where, f"{statement.id}: {_COARSE}", "give `known:` a day"
            )
    _check_known(audit, broken, problems.under(Rule.date))
    check_past(audit, problems)


def _lose(book: Book, problems: Problems) -> None:
    """Pass on why entries are lost to what is computed from them."""
    for _ in range(MAX_CHAIN if problems.causes else 0):
        for fact in book.facts.values():
            if cause := next(filter(None, map(problems.cause_of, fact.keys)), None):
                problems.lose(fact.key, cause)


def _broken(book: Book, problems: Problems) -> set[str]:
    """Return the facts in whose lines an error stands, and what is computed from them."""
    facts = sorted(book.facts.values(), key=lambda fact: fact.where)
    starts = [fact.where for fact in facts]
    at = {bisect_right(starts, problem.where) - 1 for problem in problems.errors}
    broken = {facts[i].key for i in at if i >= 0}
    broken |= {fact.key for fact in facts if problems.cause_of(fact.key)}
    for _ in range(MAX_CHAIN):
        broken |= {f.key for f in facts if broken & set(f.keys)}
    return broken


_COARSE: Final = "the dates are too coarse to say whether this was public before the article"


def _check_reports(audit: Audit, fact: Fact, problems: Problems) -> None:
    book = audit.book
    others = [r for r in fact.reports if not book.is_article(r) and r.rank != "deprecated"]
    marked = [r for r in fact.reports if r.rank == "preferred"]
    if len(marked) > 1:
        problems.add(marked[1].where, f"{fact.key} has two preferred reports", "keep one")
    if len(others) > 1 and not marked:
        problems.add(
            fact.where,
            f"{fact.key} has {len(others)} reports and none is preferred",
            "mark one with `rank: preferred`",
        )
    for report in fact.reports:
        _check_report(book, fact, report, problems)


def _check_report(book: Book, fact: Fact, report: Report, problems: Problems) -> None:
    if not book.is_article(report):
        return
    if report.rank == "preferred" and len(fact.reports) > 1:
        problems.add(report.where, "the article is not preferred where another origin reports")
    if not report.printed:
        problems.add(report.where, f"{fact.key}: the article's report needs `printed`")
    if not report.paragraphs or len(report.paragraphs) != len(report.at):
        problems.add(
            report.where,
            f"{fact.key}: the article's report needs its paragraph",
            "write `at: ¶7` or `at: [¶7, ¶18]`",
        )


def _check_names(book: Book, problems: Problems) -> None:
    """Every key that an entry refers to exists."""
    for fact in book.facts.values():
        for name in (*fact.inputs, *fact.takes):
            if name not in fact.keys:
                problems.add(fact.where, f"{fact.key}: {name!r} is not an input of its formula")
        for name in fact.crosses:
            if name not in book.series:
                problems.add(fact.where, f"unknown series {name!r}", nearest(name, book.series))
    for development in book.developments:
        known = {*book.facts, *book.statements}
        for name in (*development.facts, *development.affects):
            if name not in known:
                told = f"{development.id}: there is no fact {name!r}"
                problems.add(development.where, told, nearest(name, known), name)


def _check_formula(book: Book, fact: Fact, problems: Problems) -> None:
    if fact.formula is None:
        return
    where, told = fact.place_of("formula"), len(problems.found)
    with problems.at(where, f"{fact.key}: {{}}"):
        inputs = [book.fact(key).identity for key in dict.fromkeys(fact.keys)]
        _refuse_cycle(book, fact, (), set())
        _check_dimension(book, fact, fact.formula)
        for message, hint in _mixtures(book, fact, inputs):
            problems.add(where, f"{fact.key}: {message}", hint)
    for cause in problems.found[told:]:
        problems.lose(fact.key, cause)


def _refuse_cycle(book: Book, fact: Fact, chain: tuple[str, ...], clean: set[str]) -> None:
    """Follow the formulas that a formula leads to, each of them once."""
    if fact.key in chain:
        raise TieoutError(f"the formula leads back to itself: {' → '.join((*chain, fact.key))}")
    if len(chain) > MAX_CHAIN:
        raise TieoutError(f"formulas lead on deeper than {MAX_CHAIN}")
    for key in set(fact.keys):
        if key in book.facts and key not in clean:
            _refuse_cycle(book, book.facts[key], (*chain, fact.key), clean)
    clean.add(fact.key)


def _check_dimension(book: Book, fact: Fact, formula: Expression) -> None:
    units = {key: book.fact(key).unit.id for key in keys_of(formula)}
    if not units:
        raise TieoutError("the formula names no fact")
    dimensions = {key: book.units.dimension(unit) for key, unit in units.items()}
    if "date" in units.values():
        raise TieoutError("a formula cannot calculate with dates")
    found = dimension_of(formula, dimensions, book.units.dimension("percentage_point"))
    wanted = book.units.dimension(fact.unit.id)
    if found != wanted:
        told = f"the formula gives {found}, but the fact's unit is {fact.unit.id}"
        raise TieoutError(told, f"mend it, or write a unit of the kind of {found}, in any size")


def _mixtures(book: Book, fact: Fact, inputs: list[Identity]) -> Iterator[tuple[str, str]]:
    """Yield what a formula mixes without saying so."""
    if listed := unsaid({identity.basis for identity in inputs}, fact.mixes):
        hint = f"if that is meant, write `mixes: [{listed}]`"
        yield f"the formula {MIXED_BASES} ({listed})", hint
    measures = {identity.measure for identity in inputs if identity.measure}
    if listed := unsaid(measures, measures if fact.measures_mixed else ()):
        yield f"the formula mixes measures ({listed})", "if that is meant, `measures_mixed: true`"
    assert fact.formula is not None
    for series in book.broken:
        if series not in fact.crosses and book.crosses(series, fact.keys):
            yield (
                f"the formula crosses the break of {series}",
                f"if that is meant, write `crosses: [{series}]`",
            )


def _check_value(audit: Audit, fact: Fact, problems: Problems) -> None:
    """A formula that can be computed must be: over zero, for instance, it cannot."""
    if fact.formula is None or audit.values[fact.key] is not None:
        return
    with problems.at(fact.place_of("formula"), f"{fact.key}: {{}}"):
        resolved = audit.sources.resolve(fact, "held")
        if resolved.is_complete:
            resolved.interval()
        elif not audit.sources.prints(fact):
            told = f"no value for {', '.join(resolved.missing)}"
            raise TieoutError(told, "`takes:` lets a formula take the article's figure")


def _check_remarks(audit: Audit, fact: Fact, problems: Problems) -> None:
    judged = audit.judgements_of(fact.key)
    remarks = fact.remarks
    if judged:
        agrees = not any(j.is_finding or j.clash for j in judged)
        verdicts = ", ".join(sorted({j.verdict for j in judged}))
        _note_rule(audit.book, fact, agrees, f"{fact.key} ({verdicts})", problems)
    elif remarks.note:
        problems.add(
            remarks.where.get("note", fact.where),
            f"{fact.key} is no figure of the article's, so there is no disagreement to note",
            "call it `caveat`",
        )
    best = audit.sources.preferred(fact)
    if best and best.origin.tier == "reprint" and not (remarks.note or remarks.caveat):
        problems.under(Rule.evidence).add(
            fact.where,
            f"{fact.key} rests on a reprint and does not say so",
            "add a `caveat`",
        )


def _note_rule(
    book: Book, entry: Fact | Statement, agrees: bool, name: str, problems: Problems
) -> None:
    remarks, where = entry.remarks, entry.where
    if agrees and remarks.note:
        problems.add(
            remarks.where.get("note", where),
            f"{name} agrees, so there is nothing to note",
            "a remark on an agreement is a `caveat`",
        )
    if not agrees and not remarks.note:
        problems.add(
            where,
            f"{name} disagrees with the article and has no note",
            f"if each value is as printed, add `note: {_room(book, entry)}`",
        )


def _room(book: Book, entry: Fact | Statement) -> str:
    """Return what a note looks like: in each language, and by period in a series."""
    texts = ", ".join(f"{code}: …" for code in book.languages)
    text = f"{{{texts}}}" if len(book.languages) > 1 else '"…"'
    if isinstance(entry, Fact) and entry.series:
        return f"{{{entry.identity.period}: {text}}}"
    return text


def _check_known(audit: Audit, broken: set[str], problems: Problems) -> None:
    for judged in audit.judgements:
        if judged.known == "undecided" and judged.fact.key not in broken:
            problems.add(
                judged.report.where,
                f"{judged.fact.key}: {_COARSE}",
                "give the better report a day in `public:`",
            )
