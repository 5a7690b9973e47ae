"""Old addresses: what has another name now is still found under the one it had."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

import books
import pytest
from browsing import window
from playwright.sync_api import Browser
from repository import ROOT
from serving import serving

from macros.checks.review import review
from macros.checks.site.built import check_site
from macros.checks.site.files import Site
from macros.edge.policy import guard
from macros.pages.call import Call
from macros.pages.changes import changes_in
from macros.pages.project import Project, open_project
from macros.pages.voice import Voice
from macros.site.finish import Finisher
from macros.site.moved import moved_pages

SITE: Final = "https://site.example/sub/"
MOVED: Final = """\
- {kind: page, from: old/part-one, to: one}
- {kind: page, from: first, to: one}
- {kind: fact, from: sales, to: turnover}
- {kind: fact, from: takings, to: turnover}
- {kind: fact, from: marks, to: points}
- {kind: fact, from: chair, to: seat}
- {kind: origin, from: filings, to: filing}
"""
FACTS: Final = books.fact("turnover", books.MONEY, books.origin("13")) + books.series(
    "points",
    "concept: growth, entity: south, unit: percentage_point, basis: recognised",
    "period: 2024, origin: filing, value: 3",
    "period: 2025-Q1, origin: filing, value: 4",
)
SEAT: Final = """\
- {id: seat, label: {en: "A seat", zh: "席位"}, entity: lab, at: ¶64, verdict: outdated,
   reports: [{origin: filing}], note: {en: "Gone.", zh: "已无。"}}
"""
CHANGES: Final = """\
- {date: 2026-02-01, fact: turnover, was: {value: 12}, why: {en: "A slip.", zh: "笔误。"}}
"""
PAGES: Final = {"en": "# Part one {#top}\n", "zh": "# 第一部分 {#top}\n"}


def project_in(root: Path, moved: str = MOVED) -> Project:
    """Write a project with one page into a folder, and open it."""
    text = books.file(facts=FACTS, statements=SEAT, moved=moved, changes=CHANGES)
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "data/facts.yml").write_text(text, "utf-8")
    for language, page in PAGES.items():
        (root / "docs" / language).mkdir(parents=True, exist_ok=True)
        (root / "docs" / language / "one.md").write_text(page, "utf-8")
    return open_project(root)


def test_former_anchors_hold(tmp_path: Path) -> None:
    """Facts, members of a series, statements, findings and origins keep every anchor they had."""
    finisher = Finisher(project_in(tmp_path).editions["en"])
    ledger, origins = finisher.fill(Call("ledger")), finisher.fill(Call("origins"))
    for key, formers in {
        "turnover": ("sales", "takings"),
        "points-2024": ("marks-2024",),
        "points-2025-Q1": ("marks-2025-Q1",),
        "seat": ("chair",),
    }.items():
        entry = ledger[ledger.index(f'id="{key}"') :].partition("</tbody>")[0]
        assert all(f'id="{former}"' in entry for former in formers)
    entry = origins[origins.index('id="filing"') :].partition("</li>")[0]
    assert 'id="filings"' in entry
    assert '<span class="t-former" id="f-chair">' in finisher.fill(Call("findings"))


def test_whoever_uses_a_former_name_is_told_the_new_one(tmp_path: Path) -> None:
    """A call or entry with a former name is wrong, and the repair is the present name."""
    project_in(tmp_path)
    changes = (tmp_path / "data/facts.yml").read_text("utf-8") + CHANGES.replace(
        "turnover", "sales"
    )
    (tmp_path / "data/facts.yml").write_text(changes, "utf-8")
    for language, page in PAGES.items():
        calls = '{{ fact("sales") }} {{ cite("filings") }}\n'
        (tmp_path / "docs" / language / "one.md").write_text(page + calls, "utf-8")
    problems = [str(problem) for problem in review(open_project(tmp_path))[0]]
    assert "docs/en/one.md:2:10: there is no fact 'sales' (it is 'turnover' now) [name]" in problems
    assert (
        "docs/zh/one.md:2:30: there is no origin 'filings' (it is 'filing' now) [name]" in problems
    )
    told = "there is no fact 'sales' (it is 'turnover' now) [name]"
    assert any(each.startswith("data/") and each.endswith(told) for each in problems)


@pytest.mark.parametrize(
    ("moved", "wanted"),
    [
        ("from: one, to: one", "22: 'one' has not moved: there is docs/zh/one.md"),
        ("from: first, to: on", "22: there is no page 'on', to which 'first' has moved (did you"),
        ("from: ../first, to: one", "22: '../first' is no page's name (such as background)"),
        ("from: first.html, to: one", "22: 'first.html' is no page's name"),
    ],
)
def test_a_page_that_has_not_moved_is_told(tmp_path: Path, moved: str, wanted: str) -> None:
    """A former name in use, a target that there is not, and what is no page's name are told."""
    project = project_in(tmp_path, f"- {{kind: page, {moved}}}\n")
    (only,) = [str(problem) for problem in review(project)[0]]
    line = books.line_before("moved") + (FACTS + SEAT).count("\n") + 2
    assert only.startswith(f"data/facts.yml:{line}:{wanted}")


def test_a_change_keeps_its_address_when_its_fact_is_renamed(tmp_path: Path) -> None:
    """The name that a change has in the feed is that of the fact's first name."""
    project = project_in(tmp_path)
    assert project.audit is not None
    (told,) = changes_in(Voice(project.audit, "en"))
    assert told.name == "2026-02-01/sales"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small site with its former pages, guarded as every site is."""
    root = tmp_path_factory.mktemp("moved")
    project, site = project_in(root / "project"), root / "served" / "sub"
    for folder, language in (("", "en"), ("zh/", "zh")):
        shutil.copytree(ROOT / "macros/theme/assets", site / folder / "assets")
        place = SITE + folder
        title = "Part one" if language == "en" else "第一部分"
        (site / folder / "one.html").write_text(
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
            f'<link rel="icon" href="data:,"><title>{title}</title></head>'
            f'<body><h1 id="top">{title}</h1></body></html>',
            "utf-8",
        )
        for path, body in moved_pages(
            replace(project.editions["zh" if folder else "en"], site=place)
        ).items():
            (site / folder / path).parent.mkdir(exist_ok=True)
            (site / folder / path).write_bytes(body)
    (site / "index.html").write_text(f'<link rel="canonical" href="{SITE}">', "utf-8")
    guard(Site(site, "site"), {})
    return site


@pytest.mark.parametrize("folder", ["", "zh/"])
def test_a_former_page_says_where_its_page_is(site: Path, folder: str) -> None:
    """It names the new address to search engines, is not kept from them, and has a plain link."""
    for name, up in (("first", ""), ("old/part-one", "../")):
        html = (site / folder / f"{name}.html").read_text("utf-8")
        assert f'<link rel="canonical" href="{SITE}{folder}one.html">' in html
        assert f'<meta http-equiv="refresh" content="0; url={up}one.html">' in html
        assert f'<a href="{up}one.html">' in html
        assert f'<html lang="{"zh" if folder else "en"}"' in html
        assert "noindex" not in html
        assert "Content-Security-Policy" in html
    assert not list(check_site(site, open_project(site.parent.parent / "project")))


@pytest.mark.parametrize("scripted", [True, False])
def test_a_former_page_leads_on(browser: Browser, site: Path, scripted: bool) -> None:
    """It leads on from a sub-path and from disk, without a script, and with one to the place."""
    with (
        serving(site.parent) as host,
        window(browser, java_script_enabled=scripted) as (page, complaints),
    ):
        for start in (f"{host}sub/", f"file://{site}/"):
            for former in ("first", "old/part-one", "zh/first", "zh/old/part-one"):
                page.goto(f"{start}{former}.html#top")
                new = f"{start}{'zh/' * former.startswith('zh/')}one.html"
                page.wait_for_url(f"{new}#top" if scripted else new)
                assert page.title() in ("Part one", "第一部分")
        assert not complaints


def test_former_pages_stand_in_no_sitemap(tmp_path: Path) -> None:
    """What is generated for a former address is a file and no page, so that nothing lists it."""
    made = moved_pages(project_in(tmp_path).editions["en"])
    assert set(made) == {"old/part-one.html", "first.html"}
    assert all(b"canonical" not in body for body in made.values())
