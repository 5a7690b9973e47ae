"""A page that one language has not: its readers are told, and led to where it is."""

from __future__ import annotations

from pathlib import Path

import books
import pytest

from macros.checks.site.built import check_site
from macros.pages.front import front_of
from macros.pages.project import Project, open_project
from macros.pages.source import Page
from macros.site.notices import notices


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project of which each language has a page that the other has not."""
    (tmp_path / "data").mkdir()
    money = "concept: revenue, entity: north, period: 2024, unit: billion USD, basis: recognised"
    sales = books.fact("sales", money, "origin: filing, value: 13")
    (tmp_path / "data/facts.yml").write_text(books.file(facts=sales), "utf-8")
    for path, title in (("en/sub/lone", "Lone < {{ fact('sales') }}"), ("zh/alone", "孤页")):
        file = tmp_path / f"docs/{path}.md"
        file.parent.mkdir(parents=True)
        file.write_text(f'---\ntitle: "{title}"\nuntranslated: true\n---\n# T {{#top}}\n', "utf-8")
    return open_project(tmp_path)


def test_a_notice_says_so_and_leads_to_the_page(project: Project) -> None:
    """It is in the reader's language, names the page in its own, and is kept from search."""
    one, other = project.editions["zh"], project.editions["en"]
    (chinese,), (english,) = notices(one, [other]).items(), notices(other, [one]).items()
    leads = '<a href="{}" hreflang="{}" lang="{}">{}</a>'
    here = leads.format("../../sub/lone.html", "en", "en", "Lone &lt; $13 billion")
    there = leads.format("zh/alone.html", "zh", "zh", "孤页")
    for (path, text), where, words in (
        (chinese, "sub/lone.md", f"只有英文版：{here}"),
        (english, "alone.md", f"in Chinese only: {there}"),
    ):
        assert path == where
        assert words in text
        meta = front_of(text).meta
        assert meta["notice"] is True and meta["search"] == {"exclude": True}
        assert f"# {meta['title']} {{#top}}" in text
    assert not Page("", "zh", "", chinese[1], ()).calls


def test_a_notice_owes_no_numbers(project: Project) -> None:
    """The built site's check does not compare a page with the notice that stands for it."""
    site = project.root / "site"
    number = '<data value="13000000000" data-fact="sales" data-kind="fact">$13\xa0billion</data>'
    for path, language, body in (("", "en", number), ("zh/", "zh", "<p data-notice>无</p>")):
        (site / path).mkdir(exist_ok=True)
        html = f'<html lang="{language}"><body>{body}</body></html>'
        (site / path / "lone.html").write_text(html, "utf-8")
    assert not list(check_site(site, project))
    (site / "zh/lone.html").write_text('<html lang="zh"></html>', "utf-8")
    assert len(check_site(site, project)) == 1
