"""Rules between entries: what no single entry can be wrong about by itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from typing import Final

from macros.arithmetic.expression import Expression, dimension_of, keys_of
from macros.audit.audit import Audit
from macros.audit.claims import mixtures
from macros.audit.resolving import MAX_CHAIN
from macros.audit.verdict import NO_FINDING
from macros.checks.data import Checks, consistency, plausible, trust
from macros.checks.data.past import check_past
from macros.data.book import Book, Fact
from macros.data.schema.facts import Statement
from macros.problems import Mistake, Problems, Rule, TieoutError, nearest

_COARSE: Final = "the dates are too coarse to say whether this was public before the article"


def check(audit: Audit, problems: Problems) -> None:
    """Record everything that is wrong between the entries of a book."""
    book = audit.book
    _check_sources(audit, problems)
    # How many digits a value bears cannot be asked of one of which an error is told.
    _ask(audit, consistency.OF_SOUND, _broken(book, problems), problems)
    _ask(audit, consistency.OF_ANY, problems.causes, problems)
    problems.under(Rule.same).extend(consistency.twins(book))
    problems.under(Rule.evidence).extend(consistency.statements(book))
    broken = _broken(book, problems)  # verdicts over these would only repeat what is said
    for checks in (trust.OF_SOUND, plausible.OF_SOUND, _OF_SOUND):
        _ask(audit, checks, broken, problems)
    _check_sums(audit, broken, problems.under(Rule.formula))
    problems.under(Rule.edition).extend(trust.chained(audit))
    problems.under(Rule.odd).extend(plausible.far_off(audit, broken))
    for statement in book.statements.values():
        agrees = statement.verdict in NO_FINDING
        problems.under(Rule.note).extend(_note(book, statement, agrees, statement.id))
    problems.under(Rule.date).extend(plausible.developments(book))
    problems.under(Rule.date).extend(_undated(audit, broken))
    check_past(audit, problems)
    problems.causes |= problems.gone.get("fact", {})


def _check_sources(audit: Audit, problems: Problems) -> None:
    """Record what is wrong with what values rest on: reports, formulas, and what they name."""
    book = audit.book
    _lose(book, problems)
    for fact in book.facts.values():
        if not problems.cause_of(fact.key):
            problems.under(Rule.report).extend(_reports(audit, fact))
        _check_formula(book, fact, problems.under(Rule.formula))
    _lose(book, problems)
    problems.under(Rule.name).extend(_names(book))
    _check_developments(book, problems.under(Rule.name))


def _check_sums(audit: Audit, broken: Collection[str], problems: Problems) -> None:
    """Record totals that do not close, and formulas that come to nothing."""
    for fact in audit.book.facts.values():
        if fact.key not in broken:
            for name, refuse in (("total", trust.refuse_open_total), ("formula", _refuse_no_value)):
                with problems.at(fact.place_of(name), f"{fact.key}: {{}}"):
                    refuse(audit, fact)


def _ask(audit: Audit, checks: Checks, but: Collection[str], problems: Problems) -> None:
    """Record what is wrong with each fact, but for those of which to ask means nothing."""
    for rule, asked in checks.items():
        view = problems.under(rule)
        for fact in audit.book.facts.values():
            for find in () if fact.key in but else asked:
                view.extend(find(audit, fact))


def _lose(book: Book, problems: Problems) -> None:
    """Pass on why entries are lost to what is computed from them."""
    for _ in range(MAX_CHAIN if problems.causes else 0):
        for fact in book.facts.values():
            names = (*fact.keys, *(report.origin.id for report in fact.reports))
            if cause := next(filter(None, map(problems.cause_of, names)), None):
                problems.lose(fact.key, cause)


def _broken(book: Book, problems: Problems) -> set[str]:
    """Return the facts in whose lines an error stands, and what is computed from them."""
    facts = sorted(book.facts.values(), key=lambda fact: fact.where)
    starts = [fact.where for fact in facts]
    # An error is of the last fact that begins above it.
    at = {bisect_right(starts, problem.where) - 1 for problem in problems.errors}
    broken = {facts[i].key for i in at if i >= 0}
    broken |= {fact.key for fact in facts if problems.cause_of(fact.key)}
    for _ in range(MAX_CHAIN if broken else 0):
        broken |= {f.key for f in facts if broken & set(f.keys)}
    return broken


def _reports(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    others = audit.sources.others(fact)
    marked = [r for r in fact.reports if r.rank == "preferred"]
    if len(marked) > 1:
        yield marked[1].where, f"{fact.key} has two preferred reports", "keep one"
    if len(others) > 1 and not marked:
        fault = f"{fact.key} has {len(others)} reports and none is preferred"
        yield fact.where, fault, "mark one with `rank: preferred`"
    for report in filter(audit.book.is_article, fact.reports):
        if report.rank == "preferred" and len(fact.reports) > 1:
            yield report.where, "the article is not preferred where another origin reports", ""
        if not report.printed:
            yield report.where, f"{fact.key}: the article's report needs `printed`", ""
        if not report.paragraphs or len(report.paragraphs) != len(report.at):
            fault = f"{fact.key}: the article's report needs its paragraph"
            yield report.where, fault, "write `at: ¶7` or `at: [¶7, ¶18]`"


def _names(book: Book) -> Iterator[Mistake]:
    """Yield keys that an entry refers to and that do not exist."""
    for fact in book.facts.values():
        for name in (*fact.inputs, *fact.takes):
            if name not in fact.keys:
                yield fact.where, f"{fact.key}: {name!r} is not an input of its formula", ""
        for name in fact.crosses:
            if name not in book.series:
                yield fact.where, f"unknown series {name!r}", nearest(name, book.series)


def _check_developments(book: Book, problems: Problems) -> None:
    known = {*book.facts, *book.statements}
    for development in book.developments:
        for name in (*development.facts, *development.affects):
            if name not in known:
                fault = f"{development.id}: there is no fact {name!r}"
                said = problems.add(development.where, fault, nearest(name, known), name)
                problems.lose(name, said)


def _check_formula(book: Book, fact: Fact, problems: Problems) -> None:
    if fact.formula is None:
        return
    where, before = fact.place_of("formula"), len(problems.found)
    with problems.at(where, f"{fact.key}: {{}}"):
        inputs = [book.fact(key) for key in dict.fromkeys(fact.keys)]
        _refuse_cycle(book, fact, (), set())
        _check_dimension(book, fact, fact.formula)
        for message, hint in _mixtures(book, fact, inputs):
            problems.add(where, f"{fact.key}: {message}", hint)
    # What is told of the formula is why nothing that is computed with it can be relied on.
    for cause in problems.found[before:]:
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
        fault = f"the formula gives {found}, but the fact's unit is {fact.unit.id}"
        raise TieoutError(fault, f"mend it, or write a unit of the kind of {found}, in any size")


def _mixtures(book: Book, fact: Fact, inputs: list[Fact]) -> Iterator[tuple[str, str]]:
    """Yield what a formula mixes without saying so."""
    for key, fault, kinds in mixtures(book, inputs):
        said = fact.measures_mixed if key == "measures_mixed" else kinds <= {*getattr(fact, key)}
        if not said:
            value = "true" if key == "measures_mixed" else f"[{', '.join(sorted(kinds))}]"
            yield f"the formula {fault}", f"if that is meant, write `{key}: {value}`"


def _refuse_no_value(audit: Audit, fact: Fact) -> None:
    """A formula that can be computed must be: over zero, for instance, it cannot."""
    if fact.formula is None or audit.values[fact.key] is not None:
        return
    resolved = audit.sources.resolve(fact, "held")
    if not resolved.missing:
        resolved.interval()
    elif not audit.sources.prints(fact):
        fault = f"no value for {', '.join(resolved.missing)}"
        raise TieoutError(fault, "`takes:` lets a formula take the article's figure")


def _remarks(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    judged, note = audit.judgements_of(fact.key), fact.remarks.note
    if judged:
        agrees = not any(j.is_finding or j.clash for j in judged)
        verdicts = ", ".join(sorted({j.verdict for j in judged}))
        yield from _note(audit.book, fact, agrees, f"{fact.key} ({verdicts})")
    elif note:
        fault = f"{fact.key} is no figure of the article's, so there is no disagreement to note"
        yield fact.remarks.where.get("note", fact.where), fault, "call it `caveat`"


def _reprints(audit: Audit, fact: Fact) -> Iterator[Mistake]:
    best, remarks = audit.sources.preferred(fact), fact.remarks
    if best and best.origin.tier == "reprint" and not (remarks.note or remarks.caveat):
        fault = f"{fact.key} rests on a reprint and does not say so"
        yield fact.where, fault, "add a `caveat`"


def _note(book: Book, entry: Fact | Statement, agrees: bool, name: str) -> Iterator[Mistake]:
    note, where = entry.remarks.note, entry.where
    if agrees and note:
        fault, where = f"{name} agrees, so there is nothing to note", entry.remarks.where["note"]
        yield where, fault, "a remark on an agreement is a `caveat`"
    if not agrees and not note:
        fault = f"{name} disagrees with the article and has no note"
        yield where, fault, f"if each value is as printed, add `note: {_room(book, entry)}`"


def _room(book: Book, entry: Fact | Statement) -> str:
    """Return what a note looks like: in each language, and by period in a series."""
    texts = ", ".join(f"{code}: …" for code in book.languages)
    text = f"{{{texts}}}" if len(book.languages) > 1 else '"…"'
    if isinstance(entry, Fact) and entry.series:
        return f"{{{entry.identity.period}: {text}}}"
    return text


def _undated(audit: Audit, broken: Collection[str]) -> Iterator[Mistake]:
    """Yield what may have been public before the article, or not."""
    for statement in audit.book.statements.values():
        if audit.statement_known(statement) == "undecided":
            yield statement.where, f"{statement.id}: {_COARSE}", "give `known:` a day"
    for judged in audit.judgements:
        if judged.known == "undecided" and judged.fact.key not in broken:
            fault = f"{judged.fact.key}: {_COARSE}"
            yield judged.report.where, fault, "give the better report a day in `public:`"


_OF_SOUND: Final[Checks] = {Rule.note: (_remarks,), Rule.evidence: (_reprints,)}
