"""A fuzzer of all that reads what people write: the loader, formulas, prints, pages, the lint.

    python tests/fuzz.py              # one minute
    python tests/fuzz.py 10           # ten minutes; exit code 1 if anything crashed
    python tests/fuzz.py 10 pages     # one target only: loader, formula, printed, pages or lint

It is hypothesis, run until the time is over, from a new seed each time. Texts are made of the
readers' own words, of pieces of the real files, and of the characters that break things. What is
asked of each reader: it answers or raises `TieoutError`; each problem has a place in the file;
what it accepts can be used. A crash is printed with the smallest text that shows it, and kept in
`.hypothesis/`, so that the next run tries it first. Not collected by pytest.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).parent)]

import books  # noqa: E402
from corpora import parsed  # noqa: E402
from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402
from repository import ROOT  # noqa: E402

from macros.arithmetic.evaluate import range_of  # noqa: E402
from macros.arithmetic.expression import keys_of  # noqa: E402
from macros.arithmetic.parse import parse_comparisons, parse_formula  # noqa: E402
from macros.arithmetic.quantity import BOUNDS, Quantity, point  # noqa: E402
from macros.arithmetic.units import BUILT_IN, Unit, Units  # noqa: E402
from macros.audit.audit import Audit  # noqa: E402
from macros.checks.data.entries import check  # noqa: E402
from macros.checks.prose.data_texts import labels_of  # noqa: E402
from macros.checks.prose.numbers import lint_text  # noqa: E402
from macros.checks.review import _check_remark as check_remark  # noqa: E402
from macros.data.build.values import read_value  # noqa: E402
from macros.data.inputs import DATA_FILE  # noqa: E402
from macros.data.load import load_text  # noqa: E402
from macros.language.reading import read_cue, read_printed  # noqa: E402
from macros.language.tongue import known  # noqa: E402
from macros.language.writing import UnitWords, word  # noqa: E402
from macros.pages.call import Call  # noqa: E402
from macros.pages.edition import Edition  # noqa: E402
from macros.pages.source import calls_in  # noqa: E402
from macros.problems import Problems, Rule, TieoutError  # noqa: E402
from macros.site.finish import Finisher  # noqa: E402

BATCH: Final = 200
UNITS: Final = Units(["customer", "chip"])
WORDS: Final = {
    unit: UnitWords("thing", {"en": "things", "zh": "个"}) for unit in (*UNITS.counted, *BUILT_IN)
}
UNIT_NAMES: Final = ("USD", "billion USD", "percent", "times", "year", "rank", "date", "GW")
UNIT: Final = st.sampled_from(
    [UNITS.read(n) for n in (*UNIT_NAMES, "customer", "percentage_point")]
)
NASTY: Final = list(
    "{}[]()<>\"'`\\|&*#!%@:;,.?~^$+-=/_ \t\n\r\0\x07\x85\xa0\xad\u061c\u200b\u200d\u2028\u202e"
    "\ufeff\ufffe０１二两十百千万亿多余数几半第成倍翻年月日至约近超¶％＄，。\U0001f600\U000e0041e\u0301"
)
PIECES: Final[dict[str, list[str]]] = parsed(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)


def texts(kind: str, most: int = 30) -> st.SearchStrategy[str]:
    """Return texts made of a reader's own words and of what breaks things."""
    part = st.sampled_from(PIECES[kind]) | st.sampled_from(NASTY) | st.text(max_size=4)
    joined = st.tuples(st.lists(part, max_size=most), st.sampled_from(("", " ")))
    return joined.map(lambda found: found[1].join(found[0]))


def spoiled(text: str, kind: str) -> st.SearchStrategy[str]:
    """Return a good text of which some pieces are cut out, doubled, moved or replaced."""
    cut = st.tuples(st.integers(0, len(text)), st.integers(0, 40), texts(kind, 3))

    def spoil(cuts: list[tuple[int, int, str]]) -> str:
        made = text
        for start, length, put in cuts:
            made = made[:start] + put + made[start + length :]
        return made

    return st.lists(cut, min_size=1, max_size=4).map(spoil)


_OWN: Final = books.file(
    facts=books.series(
        "sales",
        "concept: revenue, entity: north, unit: billion USD, basis: recognised",
        'period: FY2024, origin: filing, printed: "$13 billion", value: 13, rank: preferred',
        'period: FY2024, origin: copy, value: 12.5, at: "page 3"',
        'period: FY2024, origin: article, at: ¶3, printed: "超130亿美元", value: 13,'
        " bound: more_than",
        'period: FY2025, origin: filing, value: [14, 15], exact: "a sum"',
        'period: FY2025, origin: article, at: [¶3, ¶4], printed: "200亿美元", value: 20',
        note=f"{{FY2025: {books.NOTE}}}",
    )
    + books.fact(
        "gain",
        "concept: growth, entity: north, period: FY2025, unit: percent, basis: recognised",
        'origin: article, at: ¶5, printed: "约10%", value: 10, bound: about, omits: [basis]',
        formula='"sales[FY2025] / sales[FY2024] - 1"',
        decimals="0",
        note=books.NOTE,
    ),
    statements='- {id: said, label: {en: "a", zh: "b"}, entity: south, at: ¶2, verdict: outdated,'
    f" reports: [{{origin: filing}}], known: 2025-01-02, note: {books.NOTE}}}\n",
    developments='- {id: since, date: 2025-12-01, label: {en: "{{ fact(\'gain\') }}", zh: "x"},'
    " facts: [gain], affects: [gain], origins: [later]}\n",
    moved="- {kind: fact, from: takings, to: sales}\n- {kind: origin, from: old, to: filing}\n",
    changes=f"- {{date: 2025-12-01, fact: gain, was: {{value: 9}}, why: {books.NOTE}}}\n"
    '- {date: 2025-12-02, fact: "sales[FY2024]", report: copy, verdict: outdated,'
    f' was: {{printed: "$12 billion", value: 12}}, why: {books.NOTE}}}\n'
    f"- {{date: 2026-01, removed: {{gone: {books.NOTE}}}, why: {books.NOTE}}}\n"
    f"- {{date: 2026-02, added: [said], why: {books.NOTE}}}\n",
)


def _entries() -> st.SearchStrategy[str]:
    """Return data files with spoiled or free entries, of the real file's or of our own."""
    real = (ROOT / DATA_FILE).read_text(encoding="utf-8")
    head, _, rest = real.partition("\nfacts:\n")
    facts = rest.partition("\nstatements:\n")[0].split("\n\n")
    one = st.sampled_from(facts).flatmap(lambda entry: spoiled(entry, "loader"))
    filled = one.map(lambda entry: f"{head}\nfacts:\n{entry}\n")
    own = spoiled(_OWN, "loader")
    return st.one_of(own, own, own, own, filled, texts("loader", 60))


@given(_entries())
def loader(text: str) -> None:
    """Any file is read or refused in place; what is read can be checked and shown."""
    problems = Problems()
    book = load_text(text, "f", problems)
    lines = len(re.split("\r\n|\r|\n", text)) + 1  # the parser's end of the file is one further
    assert all(0 <= each.where.line <= lines and each.message for each in problems)
    if book is None:
        assert problems.errors
        return
    audit = Audit(book)
    check(audit, problems)
    for language in known():
        edition = Edition(audit, (), language)
        for label in labels_of(book):
            if label.language == language:
                check_remark(edition, label, problems.under(Rule.call))
    if not problems.errors:
        finisher = Finisher(Edition(audit, (), "en"))
        for name in ("ledger", "findings", "origins", "developments", "changes", "strip"):
            finisher.fill(Call(name))


@given(texts("formula"), st.lists(st.integers(-5, 5), min_size=2, max_size=2))
def formula(text: str, ends: list[int]) -> None:
    """Any formula is read or refused, and one that is read has a range or a reason."""
    for read in (parse_formula, parse_comparisons):
        try:
            read(text)
        except TieoutError as error:
            assert error.message
    try:
        tree = parse_formula(text)
        found = range_of(tree, {key: point(ends[0]) for key in keys_of(tree)})
        assert found.low is not None and found.high is not None and found.low <= found.high
    except TieoutError:
        return


@given(
    texts("printed", 8),
    texts("printed", 2),
    st.none() | st.integers(1990, 2030),
    UNIT,
    st.sampled_from(["", *known()]),
)
def printed(text: str, cue: str, context: int | None, unit: Unit, language: str) -> None:
    """Any print is read or refused, and what is read can be said in both languages."""
    readers: list[Callable[[], Quantity | Any]] = [
        lambda: read_printed(text, unit, UNITS, language=language, cue=cue, context=context),
        lambda: read_value(text, unit, UNITS, bound=BOUNDS[len(text) % len(BOUNDS)]),
        lambda: read_value(text.split(), unit, UNITS),
        lambda: read_cue(cue, language),
    ]
    for read in readers:
        try:
            found = read()
        except TieoutError as error:
            assert error.message
            continue
        if isinstance(found, Quantity):
            assert found.unit == unit.id
            found.as_checked()
            found.as_input()
            for short in (True, False):
                assert word(found, "en", unit=unit, words=WORDS, short=short)
                assert word(found, "zh", unit=unit, words=WORDS, short=short)


def _pages() -> st.SearchStrategy[str]:
    files = sorted((ROOT / "docs").rglob("*.md"))
    real = [text for file in files for text in file.read_text(encoding="utf-8").split("\n\n")]
    paragraph = st.sampled_from(real).flatmap(lambda text: spoiled(text, "pages"))
    return paragraph | texts("pages", 60)


@given(_pages())
def pages(text: str) -> None:
    """Any page is read, call by call, each at its own place."""
    problems = Problems()
    calls = list(calls_in(text, "f", problems))
    for call in calls:
        assert text[call.start : call.start + 2] == "{{" and text[: call.end].endswith("}}")
    assert [call.start for call in calls] == sorted({call.start for call in calls})
    assert all(each.where.line <= text.count("\n") + 1 for each in problems)


@given(_pages(), st.sampled_from(("en", "zh")))
def lint(text: str, language: Any) -> None:
    """Any page is searched for numbers, and each finding stands where it is said to."""
    report = lint_text(text, language, ["H100", "Claude 3.7"])
    for finding in report.findings:
        assert 0 <= finding.offset < len(text)


_SETTINGS: Final = settings(
    max_examples=BATCH,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.reuse, Phase.generate, Phase.shrink),
)
TARGETS: Final[dict[str, Any]] = {
    each.__name__: _SETTINGS(each) for each in (loader, formula, printed, pages, lint)
}


def run(minutes: float, names: list[str]) -> Iterator[str]:
    """Fuzz the named readers in turn until the time is over, and yield each crash."""
    end, runs, broken = time.monotonic() + 60 * minutes, dict.fromkeys(names, 0), set[str]()
    while time.monotonic() < end and len(broken) < len(names):
        for name in (name for name in names if name not in broken):
            try:
                TARGETS[name]()
            except Exception as error:
                broken.add(name)
                notes = "\n".join(getattr(error, "__notes__", ()))
                yield f"{name}: {type(error).__name__}: {error}\n{notes}"
            runs[name] += BATCH
    sys.stderr.write(f"texts tried, about: {runs}\n")


def main(arguments: list[str]) -> int:
    """Run from the command line; see the module."""
    minutes = float(arguments[0]) if arguments else 1.0
    crashes = list(run(minutes, arguments[1:] or list(TARGETS)))
    sys.stdout.write("\n".join([*crashes, f"{len(crashes)} crash(es)."]) + "\n")
    return bool(crashes)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
