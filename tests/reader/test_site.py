"""What the built site holds, read as files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from built_pages import Reader, beside, dead_links, read
from explainers import ROOTS, Built
from opened import fixture_project, project_in

from macros.data.book import Book
from macros.pages.addresses import anchor
from macros.pages.macros.registry import kind_of


@pytest.fixture(scope="session")
def readers(built: Built) -> dict[str, Reader]:
    """Read every page of a site once."""
    return read(built.site)


@pytest.fixture
def book(built: Built) -> Book:
    """Return what an explainer's data is."""
    return project_in(built.explainer.folder).book


def test_each_language_has_every_page(built: Built, readers: dict[str, Reader]) -> None:
    """The first language stands at the root, others in a folder, and there is one 404 page."""
    charts = {path for path in readers if "embed" in path.split("/")}
    assert set(readers) - charts == {*built.pages, "404.html"}


def test_internal_links_lead_somewhere(built: Built, readers: dict[str, Reader]) -> None:
    """Every internal link names a file that exists, and an id that is on that page."""
    assert not list(dead_links(built.site, readers))


def test_no_page_shows_a_call_or_a_problem(built: Built) -> None:
    """No page shows unrendered braces, an empty slot or a mark of a problem."""
    for path in built.pages:
        html = re.sub(r"(?s)<script.*?</script>", "", (built.site / path).read_text("utf-8"))
        for bad in ("{{", "}}", "{%", "data-call", "t-problem", "macros_info"):
            assert bad not in html, f"{path} holds {bad}"


def test_every_picture_has_a_text_alternative(built: Built) -> None:
    """Each chart says in words what it shows, with its values; each image has an alt text."""
    for path in built.pages:
        html = (built.site / path).read_text("utf-8")
        for figure in re.findall(r'<figure class="t-figure".*?</figure>', html, re.DOTALL):
            for svg in re.findall(r"<svg[^>]*>", figure):
                assert 'role="img"' in svg
                (said,) = re.findall(r'aria-labelledby="([^"]*)"', svg)
                assert re.search(rf'<span id="{said}" aria-label="[^"]*\d[^"]*" hidden', figure), (
                    path
                )
        assert all("alt=" in image for image in re.findall(r"<img[^>]*>", html))


def test_charts_are_many_and_of_many_forms() -> None:
    """Each language's pages call at least ten charts of at least six forms, the same in both."""
    calls = {
        language: [
            (page.name, call.name)
            for page in fixture_project().pages
            if page.language == language
            for call in page.calls
            if kind_of(call) == "chart"
        ]
        for language in ROOTS
    }
    assert calls["en"] == calls["zh"]
    assert len(calls["en"]) >= 10
    assert len({form for _, form in calls["en"]}) >= 6


def test_each_chart_stands_on_its_page_with_table_and_downloads(built: Built) -> None:
    """A figure has both widths and files that exist; its table comes later, for a link."""
    site = built.site
    for path in built.pages:
        html = (site / path).read_text("utf-8")
        for figure in re.findall(r'<figure class="t-figure".*?</figure>', html, re.DOTALL):
            assert figure.count("<svg") == 2
            name = re.findall(r'id="([^"]+)"', figure)[0]
            assert re.search(rf'<a id="{name}-table" href="[^"]*ledger.html[^"]*"', figure)
            table = beside(site, path)["cards"].partition(f'<template data-for="{name}-table">')[2]
            assert "<table" in table.partition("</template>")[0]
            for kind in ("svg", "csv"):
                found = re.search(rf'href="([^"]+\.{kind})"', figure)
                assert found
                assert (site / path).parent.joinpath(found[1]).is_file()


def test_the_ledger_has_every_fact_and_statement(
    built: Built, readers: dict[str, Reader], book: Book
) -> None:
    """Each fact and statement has a permanent address in each language."""
    wanted = {anchor(key) for key in (*book.facts, *book.statements)}
    for root in built.roots.values():
        assert wanted <= readers[f"{root}ledger.html"].ids


def test_each_column_of_the_ledger_has_a_head(built: Built) -> None:
    """Every row has a cell below each head, and no column is there that nothing can stand in."""
    for root in built.roots.values():
        html = (built.site / root / "ledger.html").read_text("utf-8")
        head, *rows = re.findall(
            r"<tr>(.*?)</tr>", html[html.index("t-table--ledger") :], re.DOTALL
        )
        heads = re.findall(r"<t[hd][ >].*?</t[hd]>", head, re.DOTALL)
        assert all(re.sub(r"<[^>]*>", "", each).strip() for each in heads)
        firsts = [row for row in rows if f'<td colspan="{len(heads)}">' not in row]
        assert 2 * len(firsts) == len(rows)
        assert {len(re.findall(r"<t[hd][ >]", row)) for row in firsts} == {len(heads)}


def test_findings_show_each_disagreement(site: Path) -> None:
    """Every figure that does not tie out is a finding on the page, in both languages."""
    audit = fixture_project().audit
    assert audit
    for root in ROOTS.values():
        ids = Reader((site / f"{root}findings.html").read_text("utf-8")).ids
        for judged in audit.judgements:
            if judged.is_finding:
                name = f"f-{anchor(judged.fact.key)}-{judged.report.paragraphs[0]}"
                assert name in ids


def test_numbers_are_marked_with_their_values(site: Path) -> None:
    """A number in prose is a data element in a link to the ledger, with a card beside its page."""
    html = (site / "sea.html").read_text("utf-8")
    links = re.findall(r'<a class="t-num[^"]*" href="ledger\.html#[^"]+" data-card="(\d+)">', html)
    assert len(links) > 20
    for name in set(links):
        assert beside(site, "sea.html")["cards"].count(f'id="card-{name}"') == 1


def test_facts_are_published_as_data(built: Built, book: Book) -> None:
    """facts.json and facts.csv hold every fact, with its origin and verdict."""
    records = json.loads((built.site / "data/facts.json").read_text("utf-8"))
    assert [record["id"] for record in records] == list(book.facts)
    csv = (built.site / "data/facts.csv").read_text("utf-8-sig").splitlines()
    assert len(csv) == len(records) + 1
    assert len([*built.site.rglob("facts.csv")]) == 1


def test_nothing_comes_from_a_third_party(built: Built) -> None:
    """No page, script or style sheet loads anything from another host."""
    loads = re.compile(
        r'(?:src|href)="https?://[^"]+\.(?:js|css|woff2?|png|svg)"|@import|url\(["\']?https?:'
    )
    for file in (*built.site.rglob("*.html"), *built.site.rglob("*.css")):
        for found in loads.finditer(file.read_text("utf-8")):
            assert built.explainer.address in found[0], f"{file.name}: {found[0]}"
