"""What the built site holds, read as files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlparse

import pytest
from opened import this_project

from macros.pages.shortcodes import CHARTS

PAGES = (
    "index",
    "background",
    "microsoft-openai",
    "amazon-anthropic",
    "what-could-change",
    "findings",
    "ledger",
    "origins",
    "method",
    "glossary",
    "charts",
    "data",
)
ROOTS = {"en": "", "zh": "zh/"}
EVERY_PAGE = [f"{path}{name}.html" for path in ROOTS.values() for name in PAGES]


class Reader(HTMLParser):
    """Collects ids, links, figures and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.text: list[str] = []
        self.hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.add(given["id"])
        for name in ("href", "src"):
            if name in given:
                self.links.append(given[name])
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.text.append(data)


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Reader]:
    """Read every page of the site once."""
    files = sorted(site.rglob("*.html"))
    return {f.relative_to(site).as_posix(): Reader(f.read_text("utf-8")) for f in files}


def test_both_languages_have_every_page(pages: dict[str, Reader]) -> None:
    """English stands at the root, Chinese under zh/, and there is one 404 page."""
    charts = {path for path in pages if "embed" in path.split("/")}
    assert set(pages) - charts == {*EVERY_PAGE, "404.html"}


def test_internal_links_lead_somewhere(site: Path, pages: dict[str, Reader]) -> None:
    """Every internal link names a file that exists, and an id that is on that page."""
    assert not list(_dead(site, pages))


def _dead(site: Path, pages: dict[str, Reader]) -> Iterator[str]:
    for path, page in pages.items():
        if path == "404.html":
            continue  # its links are absolute on purpose: it is served from any folder
        for link in page.links:
            parsed = urlparse(urljoin(f"https://here/{path}", link))
            if parsed.netloc != "here" or parsed.scheme not in ("http", "https"):
                continue
            target = unquote(parsed.path.lstrip("/")) or "index.html"
            if not (site / target).is_file():
                yield f"{path}: {link}"
            elif parsed.fragment and target in pages:
                wanted = unquote(parsed.fragment)
                if not wanted.startswith("__") and wanted not in pages[target].ids:
                    yield f"{path}: {link}"


def test_no_page_shows_a_call_or_a_problem(site: Path) -> None:
    """No page shows unrendered braces, an empty slot or a mark of a problem."""
    for path in EVERY_PAGE:
        html = re.sub(r"(?s)<script.*?</script>", "", (site / path).read_text("utf-8"))
        for bad in ("{{", "}}", "{%", "data-call", "t-problem", "macros_info"):
            assert bad not in html, f"{path} holds {bad}"


def test_every_picture_has_a_text_alternative(site: Path) -> None:
    """Each chart says in words what it shows, with its values; each image has an alt text."""
    for path in EVERY_PAGE:
        html = (site / path).read_text("utf-8")
        for figure in re.findall(r'<figure class="t-figure".*?</figure>', html, re.DOTALL):
            for svg in re.findall(r"<svg[^>]*>", figure):
                assert 'role="img"' in svg
                assert re.search(r'aria-label="[^"]*\d[^"]*"', svg), path
        assert all("alt=" in image for image in re.findall(r"<img[^>]*>", html))


def test_charts_are_many_and_of_many_forms() -> None:
    """Each language's pages call at least ten charts of at least six forms, the same in both."""
    calls = {
        language: [
            (page.name, call.name)
            for page in this_project().pages
            if page.language == language
            for call in page.calls
            if call.name in CHARTS
        ]
        for language in ROOTS
    }
    assert calls["en"] == calls["zh"]
    assert len(calls["en"]) >= 10
    assert len({form for _, form in calls["en"]}) >= 6


def test_each_chart_stands_on_its_page_with_table_and_downloads(site: Path) -> None:
    """A figure has both widths, a data table, sources, and files that exist."""
    for path in EVERY_PAGE:
        html = (site / path).read_text("utf-8")
        for figure in re.findall(r'<figure class="t-figure".*?</figure>', html, re.DOTALL):
            assert figure.count("<svg") == 2
            assert "<table" in figure
            for kind in ("svg", "png", "csv"):
                found = re.search(rf'href="([^"]+\.{kind})"', figure)
                assert found
                assert (site / path).parent.joinpath(found[1]).is_file()


def test_the_ledger_has_every_fact_and_statement(pages: dict[str, Reader]) -> None:
    """Each fact and statement has a permanent address in both languages."""
    from macros.pages.voice import anchor

    book = this_project().book
    wanted = {anchor(key) for key in (*book.facts, *book.statements)}
    for root in ROOTS.values():
        assert wanted <= pages[f"{root}ledger.html"].ids


def test_findings_show_each_disagreement(pages: dict[str, Reader]) -> None:
    """Every figure that does not tie out is a finding on the page, in both languages."""
    audit = this_project().audit
    assert audit
    from macros.pages.voice import anchor

    for root in ROOTS.values():
        ids = pages[f"{root}findings.html"].ids
        for judged in audit.judgements:
            if judged.is_finding:
                name = f"f-{anchor(judged.fact.key)}-{judged.report.paragraphs[0]}"
                assert name in ids


def test_numbers_are_marked_with_their_values(site: Path) -> None:
    """A number in prose is a data element in a link to the ledger, with a card on its page."""
    html = (site / "amazon-anthropic.html").read_text("utf-8")
    links = re.findall(r'<a class="t-num[^"]*" href="ledger\.html#[^"]+" data-card="(c\d+)">', html)
    assert len(links) > 30
    for name in set(links):
        assert html.count(f'id="card-{name}"') == 1


def test_facts_are_published_as_data(site: Path) -> None:
    """facts.json and facts.csv hold every fact, with its origin and verdict."""
    book = this_project().book
    for root in ROOTS.values():
        records = json.loads((site / root / "data/facts.json").read_text("utf-8"))
        assert [record["id"] for record in records] == list(book.facts)
        csv = (site / root / "data/facts.csv").read_text("utf-8-sig").splitlines()
        assert len(csv) == len(records) + 1


SEARCHES = {
    "en": ("run-rate", "Trainium", "Stargate", "observer", "116.4"),
    "zh": ("亚马逊", "自研芯片", "Trainium", "星际之门", "1164亿"),
}


@pytest.mark.parametrize("language", ROOTS)
def test_the_search_index_holds_the_words_readers_type(site: Path, language: str) -> None:
    """Words of the subject are in the index of their language."""
    index = (site / ROOTS[language] / "search/search_index.json").read_text("utf-8")
    text = json.dumps(json.loads(index), ensure_ascii=False).replace("\u200b", "")
    for word in SEARCHES[language]:
        assert word in text


def test_nothing_comes_from_a_third_party(site: Path) -> None:
    """No page, script or style sheet loads anything from another host."""
    loads = re.compile(
        r'(?:src|href)="https?://[^"]+\.(?:js|css|woff2?|png|svg)"|@import|url\(["\']?https?:'
    )
    for file in (*site.rglob("*.html"), *site.rglob("assets/*.css")):
        found = loads.search(file.read_text("utf-8"))
        assert not found or "tieout.example" in found[0], f"{file.name}: {found and found[0]}"
