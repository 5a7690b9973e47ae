"""Another subject's explainer is made of data and pages alone; tests/fixture and tests/tiny are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from explainers import FIXTURE, Built, Explainer
from opened import fixture_project, project_in, this_project
from repository import ROOT

from macros.charts import Picture
from macros.checks.review import review
from macros.data.book import Book
from macros.language.tongue import known, words
from macros.pages.figures import charts_of
from macros.pages.project import open_project
from macros.site.assets import THIRD_PARTY


def test_it_passes_the_check(explainer: Explainer) -> None:
    """Its data and pages are without a problem, and without a warning."""
    assert [str(problem) for problem in review(project_in(explainer.folder))[0]] == []


def test_every_print_stands_in_the_leaflet() -> None:
    """What the data says the leaflet prints is a verbatim piece of that paragraph."""
    text = " ".join((FIXTURE / "leaflet.md").read_text("utf-8").split())
    paragraphs = dict(re.findall(r"(¶\d+) (.*?)(?= ¶|$)", text))
    book = open_project(FIXTURE).book
    printed = [
        (place, report.printed)
        for fact in book.facts.values()
        for report in fact.reports
        if book.is_article(report)
        for place in report.at
    ]
    assert printed
    assert [found for found in printed if found[1] not in paragraphs[found[0]]] == []


def _shown(picture: Picture) -> Iterator[str]:
    """Yield what a picture shows that not every picture does."""
    shown = [(datum, datum.extent) for datum in picture.data]
    yield from ("negative bar" for datum, (low, _) in shown if picture.form == "bars" and low < 0)
    yield from ("range in a line" for d, _ in shown if picture.form == "lines" and d.value is None)
    yield from (f"open {datum.beyond}" for datum, _ in shown if datum.beyond)
    yield from ("reference" for _ in picture.references)
    yield from ("own scales" for _ in picture.scales)
    if picture.ticks and min(at for at, _ in picture.ticks) > 0:
        yield "axis that begins where values do"


def test_each_ability_of_charts_is_used() -> None:
    """The fixture draws what goes below zero, has no end, or is compared; in both languages."""
    for edition in fixture_project().editions.values():
        found = {ability for picture in charts_of(edition) for ability in _shown(picture)}
        assert found >= {
            *("negative bar", "range in a line", "reference", "own scales", "open above"),
            "axis that begins where values do",
        }


FIXED = re.compile(r"\b[Tt]he article\b|<[Aa]rticle> (?:prints|says)|原文")


def test_the_reviewed_text_has_its_own_name(site: Path) -> None:
    """What a subject calls the text that is checked stands wherever the machine speaks of it."""
    published = (path for path in sorted(site.rglob("*")) if path.suffix in PUBLISHED)
    assert [str(path) for path in published if FIXED.search(read_of(path))] == []
    assert "The leaflet prints" in read_of(site / "ledger.html")
    assert "小册子写作" in read_of(site / "zh/ledger.html")


LANGUAGES = ROOT / "macros" / "language"
PUBLISHED = (".html", ".json", ".csv", ".xml", ".txt", ".svg")


def words_of_this_site(there: Book) -> Iterator[str]:
    """Yield what this site's data names, and the bases and tiers that another has not."""
    here = this_project().book
    labels = [*here.terms.values(), *(entity.label for entity in here.entities.values())]
    labels += [here.site.title, *(origin.publisher for origin in here.origins.values())]
    yield from (text for label in labels for text in label.values())
    yield from here.names
    bases = {fact.identity.basis for fact in here.facts.values()}
    bases -= {fact.identity.basis for fact in there.facts.values()}
    tiers = {o.tier for o in here.origins.values()} - {o.tier for o in there.origins.values()}
    for code in known():
        yield from (words(code).bases[basis] for basis in bases)
        yield from (words(code).tiers[tier] for tier in tiers)


def read_of(path: Path) -> str:
    """Return what is read of a published file: of a page its text, and what describes pictures."""
    text = path.read_text("utf-8")
    if path.suffix != ".html":
        return text
    spoken = re.findall(r'\b(?:alt|title|aria-label|content|data-[a-z]+)="([^"]*)"', text)
    return " ".join([re.sub(r"<[^>]*>", " ", text), *spoken])


def test_nothing_of_this_site_is_in_another(built: Built) -> None:
    """No name, term, basis or kind of document of this site stands in what another becomes."""
    folder, site = built.explainer.folder, built.site
    sources = [path for path in folder.rglob("*") if path.suffix in (".yml", ".md")]
    sources += LANGUAGES.glob("*/words.toml")  # a term such as “date” is the machine's own, too
    own = "".join(path.read_text("utf-8") for path in sources)
    words = words_of_this_site(project_in(folder).book)
    asked = {word for word in words if len(word) > 2 and word not in own}
    assert len(asked) > 100
    published = (path for path in sorted(site.rglob("*")) if path.suffix in PUBLISHED)
    read = {path: read_of(path) for path in published if path.name != THIRD_PARTY}
    apart = r"(?<![A-Za-z0-9])" + "{}" + r"(?![A-Za-z0-9])"
    found = [
        f"{path.relative_to(site)}: {word}"
        for path, text in read.items()
        for word in asked
        if word in text and re.search(apart.format(re.escape(word)), text)
    ]
    assert not found
