"""Small data files for tests: two companies, a few origins, and room for entries.

The article of these books was written on 2025-09-19. `north` ends its fiscal year in June, its
part `north_cloud` with it, and `south` in December.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from macros.arithmetic.quantity import Interval
from macros.audit.audit import Audit
from macros.audit.verdict import Judgement
from macros.checks.data.entries import check
from macros.data.book import Book
from macros.data.load import load_text
from macros.problems import Problem, Problems

PATH: Final = "data/facts.yml"
LABEL: Final = '{en: "A label", zh: "标签"}'
NOTE: Final = '{en: "They differ.", zh: "两者不同。"}'
BASE: Final = {
    "site": """\
  as_of: 2026-06-15
  title: {en: "A Book", zh: "一本书"}
  article: {origin: article, written: 2025-09-19, reprinted: 2026-01-02}
""",
    "terms": """\
- {id: revenue, label: {en: "revenue", zh: "营收"}}
- {id: growth, label: {en: "growth", zh: "增速"}}
- {id: growth_contribution, label: {en: "contribution to growth", zh: "对增长的贡献"}}
- {id: funding, label: {en: "funding", zh: "出资"}}
- {id: share, label: {en: "share", zh: "占比"}}
- {id: ratio, label: {en: "ratio", zh: "比值"}}
- {id: rank, label: {en: "rank", zh: "排名"}}
- {id: date, label: {en: "date", zh: "日期"}}
- {id: narrow, label: {en: "narrow market", zh: "窄口径"}}
- {id: wide, label: {en: "wide market", zh: "宽口径"}}
- {id: first_stage, label: {en: "first stage", zh: "第一阶段"}}
- {id: second_stage, label: {en: "second stage", zh: "第二阶段"}}
""",
    "units": """\
- {id: customer, label: {en: "customers", zh: "家客户"}, singular: "customer"}
""",
    "bases": "",
    "tiers": "",
    "entities": """\
- {id: north, label: {en: "North", zh: "北方"}, fiscal_year_ends: 6}
- {id: north_cloud, label: {en: "North Cloud", zh: "北方云"}, part_of: north}
- {id: south, label: {en: "South", zh: "南方"}}
- {id: lab, label: {en: "The Lab", zh: "实验室"}}
""",
    "origins": """\
- {id: article, language: zh, publisher: "A Paper", title: "The Article", url: "https://example.org/a",
   published: 2025-09-19, tier: press}
- {id: filing, language: zh, publisher: "North", title: "Form 10-K", url: "https://example.org/f",
   published: 2025-07-30, tier: filing}
- {id: release, publisher: "South", title: "Release", url: "https://example.org/r",
   published: 2025-08-01, tier: company}
- {id: later, publisher: "A Wire", title: "Later News", url: "https://example.org/l",
   published: 2025-12-01, tier: press}
- {id: coarse, publisher: "A Wire", title: "Some News", url: "https://example.org/c",
   published: 2025, tier: press}
- {id: copy, publisher: "A Copier", title: "A Copy", url: "https://example.org/p",
   published: 2025-08-01, tier: reprint}
""",
    "facts": "",
    "statements": "",
    "developments": "",
    "names": "",
    "moved": "",
    "changes": "",
}

MONEY: Final = "concept: revenue, entity: south, period: 2024, unit: billion USD, basis: recognised"
SHARE: Final = "concept: share, entity: south, unit: percent, basis: recognised"
RATIO: Final = "concept: ratio, entity: south, unit: times, basis: recognised"


def file(**sections: str) -> str:
    """Return a data file: the base, with a text added to the end of each named section."""
    texts = {name: base + sections.get(name, "") for name, base in BASE.items()}
    return "".join(f"{name}:\n{text}" for name, text in texts.items() if text or name == "facts")


def line_before(section: str) -> int:
    """Return the number of the last line in front of what is added to a section of the base."""
    names = list(BASE)
    upper = {name: BASE[name] for name in names[: names.index(section) + 1]}
    headers = sum(bool(text) or name in ("facts", section) for name, text in upper.items())
    return headers + sum(text.count("\n") for text in upper.values())


def fact(key: str, identity: str, *reports: str, **more: str) -> str:
    """Return an entry for a fact, from the insides of its flow mappings."""
    return _entry(f"- id: {key}", identity, "reports", reports, more)


def series(key: str, identity: str, *rows: str, **more: str) -> str:
    """Return an entry for a series, from the insides of its flow mappings."""
    return _entry(f"- series: {key}", identity, "rows", rows, more)


def _entry(
    head: str, identity: str, name: str, reports: tuple[str, ...], more: dict[str, str]
) -> str:
    lines = [head, f"  label: {LABEL}", f"  is: {{{identity}}}"]
    lines += [f"  {key}: {text}" for key, text in more.items()]
    lines += [f"  {name}:"] if reports else []
    lines += [f"  - {{{report}}}" for report in reports]
    return "\n".join(lines) + "\n"


def ranges(**ends: tuple[float, float]) -> dict[str, Interval]:
    """Return closed ranges, by name, from their two ends."""
    return {key: Interval(Fraction(low), Fraction(high)) for key, (low, high) in ends.items()}


def ends(interval: Interval | None, digits: int = 4) -> tuple[float, float]:
    """Return the ends of a range, to some significant digits."""
    assert interval is not None and interval.low is not None and interval.high is not None
    low, high = (float(f"{float(end):.{digits}g}") for end in (interval.low, interval.high))
    return low, high


def says(paragraph: str, printed: str, value: str, more: str = "") -> str:
    """Return the inside of a report of the article's."""
    tail = f", {more}" if more else ""
    return f'origin: article, at: {paragraph}, printed: "{printed}", value: {value}{tail}'


def origin(value: str, name: str = "filing", more: str = "") -> str:
    """Return the inside of another origin's report."""
    return f"origin: {name}, value: {value}" + (f", {more}" if more else "")


def read(text: str) -> tuple[Book | None, list[Problem]]:
    """Return the book of a data file and all problems with it, those between entries included."""
    problems = Problems()
    book = load_text(text, PATH, problems)
    if book is not None:
        check(Audit(book), problems)
    return book, list(problems)


def audit(*facts: str, **sections: str) -> Audit:
    """Return the audit of a book with the given facts; notes on disagreements may be lacking."""
    problems = Problems()
    book = load_text(file(facts="".join(facts), **sections), PATH, problems)
    assert book is not None and not list(problems), [str(problem) for problem in problems]
    return Audit(book)


def judged(key: str, *facts: str) -> Judgement:
    """Return the verdict on the only report that the article has of a fact."""
    (only,) = audit(*facts).judgements_of(key)
    return only
