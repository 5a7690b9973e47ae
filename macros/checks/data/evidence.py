"""Evidence discipline: what an origin may be, what may refute the article, what is due again."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from macros.audit.audit import Audit, is_due, today
from macros.audit.verdict import Judgement
from macros.data.book import Book, Fact, Report
from macros.data.inputs import DATA_FILE
from macros.data.schema.facts import Statement
from macros.pages.configuration import Configuration
from macros.pages.macros.registry import first
from macros.pages.source import calls_in
from macros.problems import Location, Problems, Rule

_WEAK: Final = "refutes the article, but no origin stands behind it whose tier may"


def own_addresses(site: Configuration) -> list[str]:
    """Return the addresses of this site: the configured one, and the environment's."""
    node = site.found(site.languages[0], "site_url")
    said = node.value if node else ()  # one text, or `!ENV` with a list of them
    texts = [said] if isinstance(said, str) else [str(each.value) for each in said]
    given = os.environ.get("TIEOUT_SITE_URL", "")
    return [text for text in (*texts, given) if text.startswith(("http://", "https://"))]


def check_evidence(audit: Audit, addresses: Iterable[str], problems: Problems) -> None:
    """Record origins that are this site, and refutations without evidence of their own."""
    problems = problems.under(Rule.evidence)
    own = [_host_and_path(address) for address in addresses]
    for origin in audit.book.origins.values():
        for key in ("url", "also", "archive"):
            host, path = _host_and_path(getattr(origin, key) or "")
            # Other explainers may be on the same host, in folders of their own.
            if any(host == site and path.startswith(base) for site, base in own):
                fault = f"{origin.id} is at this site's own address"
                problems.add(origin.place(key), fault, "cite a document")
    strong = ", ".join(tier.id for tier in audit.book.tiers.values() if tier.refutes)
    mend = f"add an origin of tier {strong} that bears it out"
    for judged in audit.judgements:
        if judged.verdict == "contradicted" and not _is_borne_out(audit, judged):
            problems.add(judged.report.where, f"{judged.fact.key} {_WEAK}", mend)
    for statement in audit.book.statements.values():
        if statement.verdict == "contradicted" and not _has_evidence(audit, statement):
            problems.add(statement.where, f"{statement.id} {_WEAK}", mend)


def _host_and_path(url: str) -> tuple[str, str]:
    """Return an address's host without `www.`, and its path up to the last folder or file."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return "", ""
    return host, parts.path or "/"


def _is_borne_out(audit: Audit, judged: Judgement) -> bool:
    """Whether a refuted figure is refuted by arithmetic, or by a document of its own."""
    if judged.follows == "no" or judged.value is None or judged.value.report is None:
        return True
    return _is_strong(audit, judged.fact, judged.value.report)


def _is_strong(audit: Audit, fact: Fact, best: Report) -> bool:
    """Whether a document whose tier may refute bears out the best report of a fact."""
    tiers = audit.book.tiers
    return any(tiers[r.origin.tier].refutes for r in audit.sources.agreeing(fact, best))


def _has_evidence(audit: Audit, statement: Statement) -> bool:
    """Whether a statement is refuted by a document, or by a fact that its note shows."""
    book = audit.book
    sources = [origin for origin, _ in book.sources(statement) if origin.id != book.site.article]
    if any(book.tiers[origin.tier].refutes for origin in sources):
        return True
    return any(_decides(audit, fact) for fact in _facts_in(audit, statement))


def _decides(audit: Audit, fact: Fact) -> bool:
    """Whether a fact is arithmetic of ours, or has a document behind it."""
    if best := audit.sources.preferred(fact):
        return _is_strong(audit, fact, best)
    value = audit.values[fact.key]
    return value is not None and audit.judge.is_borne_out(value)


def _facts_in(audit: Audit, statement: Statement) -> Iterator[Fact]:
    for note in (statement.remarks.note or {}).values():
        for call in calls_in(note, "", Problems()):
            if call.name == "fact" and first(call) in audit.book.facts:
                yield audit.book.facts[first(call)]


def check_staleness(book: Book, problems: Problems) -> None:
    """Warn of each fact that is due to be checked again."""
    problems = problems.under(Rule.review)
    with problems.at(Location(DATA_FILE, 1, 1)):
        day = today(book)
        for fact in book.facts.values():
            if fact.review_by is not None and is_due(fact, day):
                problems.add(
                    fact.remarks.where.get("review_by", fact.where),
                    f"{fact.key} was to be checked again by {fact.review_by.text}",
                    "look at its origins again, then move `review_by`",
                )
