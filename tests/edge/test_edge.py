"""The MkDocs edge: two languages, one build, published whole or not at all."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from edge_project import (
    PAGE,
    REPOSITORY,
    build,
    contents,
    make_project,
    names,
    rebuilt,
    serving,
    write,
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that has been built once, over an older site."""
    root = make_project(tmp_path_factory.mktemp("project"))
    write(root / "site/old.html", "old")
    write(root / "site/.git", "gitdir: elsewhere")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """Return the built site."""
    return project / "site"


def test_one_build_writes_both_languages(site: Path) -> None:
    """Each page is there in English at the root and in Chinese at zh/."""
    for name in names():
        page = name.replace(".md", ".html")
        assert '<html lang="en"' in (site / page).read_text("utf-8")
        assert '<html lang="zh"' in (site / "zh" / page).read_text("utf-8")


def test_each_language_has_its_own_search_index(site: Path) -> None:
    """The English index has English pages and settings, the Chinese one Chinese."""
    english = (site / "search/search_index.js").read_text("utf-8")
    chinese = (site / "zh/search/search_index.js").read_text("utf-8")
    assert '"lang":["en"]' in english
    assert "It was" in english
    assert '"lang":["zh"]' in chinese
    assert '"pipeline":[]' in chinese
    assert "It was" not in chinese


def test_a_published_site_replaces_the_old_one(project: Path) -> None:
    """Old pages go, hidden files stay as MkDocs leaves them, and no stage is left over."""
    assert not (project / "site/old.html").exists()
    assert (project / "site/.git").read_text() == "gitdir: elsewhere"
    assert not list(project.glob(".site*"))


def test_the_switch_stays_on_the_page(site: Path) -> None:
    """The language switch is a relative link to the same page."""
    english = (site / "ledger.html").read_text("utf-8")
    chinese = (site / "zh/ledger.html").read_text("utf-8")
    assert re.search(r'<a [^>]*href="zh/ledger.html" hreflang="zh"', english)
    assert re.search(r'<a [^>]*href="../ledger.html" hreflang="en"', chinese)


@pytest.mark.parametrize("path", ["", "zh/"])
def test_a_page_names_its_address_and_its_alternates(site: Path, path: str) -> None:
    """Each page says its canonical address and where it is in every language."""
    root = "https://tieout.example/"
    ledger = (site / path / "ledger.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{root}{path}ledger.html">' in ledger
    for code, where in (("x-default", ""), ("en", ""), ("zh", "zh/")):
        assert f'href="{root}{where}ledger.html" hreflang="{code}"' in ledger
    home = (site / path / "index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{root}{path}">' in home


def test_the_theme_is_not_told_to_fetch_sitemaps(site: Path) -> None:
    """No link has the rel value for which the theme's script requests a sitemap."""
    assert 'rel="alternate"' not in (site / "zh/ledger.html").read_text("utf-8")


def test_there_is_one_404_page_in_both_languages(site: Path) -> None:
    """The 404 page speaks both languages and links to both home pages by full paths."""
    lost = (site / "404.html").read_text("utf-8")
    assert "Page not found" in lost
    assert "没有这个页面" in lost
    assert 'href="/"' in lost
    assert 'href="/zh/"' in lost
    assert not (site / "zh/404.html").exists()


def test_there_is_one_sitemap_with_alternates(site: Path) -> None:
    """The root's sitemap has each page in both languages, dated as the data is."""
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert sitemap.count("<loc>") == 2 * len(names())
    assert sitemap.count('hreflang="zh"') == 2 * len(names())
    assert set(re.findall("<lastmod>(.*)</lastmod>", sitemap)) == {"2026-06-15"}
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == sitemap
    assert not (site / "zh/sitemap.xml").exists()


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    """No script, style sheet, font or picture has an address with a host."""
    loaded = re.compile(r'<(?:script|img|link rel="(?:stylesheet|preconnect|icon)")[^>]*https?:')
    for page in site.rglob("*.html"):
        assert not loaded.search(page.read_text("utf-8")), page


def test_links_work_from_disk(site: Path) -> None:
    """No link within the site ends in a folder."""
    for page in site.rglob("*.html"):
        if page.name != "404.html":
            assert not re.search(r'href="(?!https?:)(\.*|[^"]*/)"', page.read_text("utf-8")), page


def test_the_chosen_colours_have_one_key(site: Path) -> None:
    """What the reader chose is stored under the same name in both languages."""
    for path in ("", "zh/"):
        assert 'new URL("/tieout/",location)' in (site / path / "index.html").read_text("utf-8")


def test_the_package_finishes_pages_and_adds_files(site: Path) -> None:
    """The hook gives the package each page with its language, and publishes its files."""
    assert "<!--finished en https://tieout.example/-->" in (site / "ledger.html").read_text("utf-8")
    chinese = (site / "zh/ledger.html").read_text("utf-8")
    assert "<!--finished zh https://tieout.example/zh/-->" in chinese
    assert (site / "data/made.txt").read_text() == "en"
    assert (site / "zh/data/made.txt").read_text() == "zh"


def test_comments_are_cut_and_headings_keep_their_ids(site: Path) -> None:
    """The comment markers leave `{#id}` to Markdown."""
    page = (site / "ledger.html").read_text("utf-8")
    assert 'id="top"' in page
    assert "shown" not in page


def test_the_same_sources_give_the_same_bytes(project: Path, tmp_path: Path) -> None:
    """Another folder, time zone and hash seed make no difference."""
    other = make_project(tmp_path / "elsewhere")
    done = build(other, PYTHONHASHSEED="7", TZ="Asia/Shanghai")
    assert done.returncode == 0, done.stderr
    first = contents(project / "site")
    del first[".git"]
    assert contents(other / "site") == first


def test_the_address_of_the_site_can_be_given(tmp_path: Path) -> None:
    """TIEOUT_SITE_URL sets the addresses of both languages, below a path as well.

    The address of the issue tracker stands in every page, for the cards to find.
    """
    root = make_project(tmp_path)
    config = (root / "mkdocs.yml").read_text("utf-8")
    issues = '\nextra:\n  issues: "https://git.example/o/r/issues/new?a=1&b=<\\">"\n'
    write(root / "mkdocs.yml", config.replace("\nextra:\n", issues))
    assert build(root, TIEOUT_SITE_URL="https://host.example/sub").returncode == 0
    chinese = (root / "site/zh/ledger.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://host.example/sub/zh/ledger.html">' in chinese
    assert 'href="/sub/zh/"' in (root / "site/404.html").read_text("utf-8")
    told = ' data-issues="https://git.example/o/r/issues/new?a=1&amp;b=&lt;&#34;&gt;"'
    for page in ("index.html", "zh/ledger.html"):
        assert told in (root / "site" / page).read_text("utf-8")


def test_a_page_in_one_language_has_a_notice_in_the_other(tmp_path: Path) -> None:
    """The switch leads to the notice and back; machines are told of the page there is alone."""
    root = make_project(tmp_path)
    for code, name in (("en", "sub/lone"), ("zh", "alone")):
        write(root / f"docs/{code}/{name}.md", f"# {name} {{#top}}\n")
        config = root / ("mkdocs.yml" if code == "en" else "docs/zh.yml")
        write(config, config.read_text("utf-8").replace("\nnav:\n", f"\nnav:\n  - {name}.md\n"))
    write(
        root / "macros/site/notices.py",
        "def notices(edition, editions):\n"
        "    name = 'alone' if edition.language == 'en' else 'sub/lone'\n"
        "    front = '---\\nnotice: true\\nsearch: {exclude: true}\\n---\\n'\n"
        "    return {f'{name}.md': front + '# Not here {#top}\\n'}\n",
    )
    done = build(root)
    assert done.returncode == 0, done.stderr
    site = root / "site"
    for page, pair in (("sub/lone", "zh/sub/lone"), ("zh/alone", "alone")):
        there, notice = ((site / f"{each}.html").read_text("utf-8") for each in (page, pair))
        assert "Not here" in notice
        assert '<meta name="robots" content="noindex">' in notice
        assert '<meta name="robots"' not in there
        (leads,) = re.findall(r't-language__link" href="([^"]+)"', there)
        assert (site / page).parent.joinpath(leads).resolve() == (site / f"{pair}.html").resolve()
        code = "zh" if page == "zh/alone" else "en"
        for html in (there, notice):
            alternates = re.findall(r'rel="alternate " href="([^"]+)" hreflang="([^"]+)"', html)
            address = f"https://tieout.example/{page}.html"
            assert alternates == [(address, code), (address, "x-default")]
        assert f"<loc>{address}</loc>" in (site / "sitemap.xml").read_text("utf-8")
        assert f"example/{pair}.html<" not in (site / "sitemap.xml").read_text("utf-8")
    for index in ("", "zh/"):
        assert "Not here" not in (site / index / "search/search_index.js").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("docs/en/ledger.md", "# No [link](nowhere.md)\n", "nowhere.md"),
        ("docs/zh/ledger.md", "# No [anchor](method.md#nowhere)\n", "method.md#nowhere"),
        ("docs/zh/ledger.md", "# No {{ such }} name\n", "such"),
        ("docs/zh.yml", "INHERIT: ../mkdocs.yml\ndocs_dir: docs/zh\nsite_nam: x\n", "site_nam"),
    ],
)
def test_a_warning_in_either_language_publishes_nothing(
    tmp_path: Path, name: str, text: str, told: str
) -> None:
    """A failed build says why, leaves the old site as it was, and nothing beside it."""
    root = make_project(tmp_path)
    write(root / "site/old.html", "old")
    write(root / name, text)
    done = build(root)
    assert done.returncode == 1
    assert told in done.stderr
    assert contents(root / "site") == {"old.html": b"old"}
    assert not list(root.glob(".site*"))


def test_a_problem_stops_the_build_before_it_begins(tmp_path: Path) -> None:
    """All problems are printed, without a traceback, and nothing is written."""
    root = make_project(tmp_path)
    write(root / "data/problems.txt", "data/facts.yml:1:1: one\ndata/facts.yml:2:2: two\n")
    done = build(root)
    assert done.returncode == 1
    assert "data/facts.yml:1:1: one\ndata/facts.yml:2:2: two\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Cleaning" not in done.stderr
    assert not (root / "site").exists()


def test_serve_shows_edits_and_problems_in_both_languages(tmp_path: Path) -> None:
    """Edits of pages, data and package are there after a rebuild, and no mistake raises."""
    root = make_project(tmp_path / "project")
    with serving(root, tmp_path / "served") as process:
        assert process.stderr
        assert any("Serving on" in line for line in process.stderr)
        (served,) = (tmp_path / "served").glob("mkdocs_*")
        for code in PAGE:
            write(root / f"docs/{code}/ledger.md", "# Edited {{ fact() }}\n")
            write(root / f"docs/{code}/method.md", "# No {{ such }} name\n")
        write(root / "data/problems.txt", "data/facts.yml:1:1: <one>\n")
        write(root / "macros/site/finish.py", "def finish(*_): raise ValueError('broken')\n")
        pages = [served / "ledger.html", served / "zh/ledger.html"]
        words = ["Edited", "data/facts.yml:1:1: &lt;one&gt;", "ValueError: broken"]
        assert rebuilt(process, pages, words)
    assert not (root / "site").exists()


def test_the_languages_list_the_same_pages() -> None:
    """Both navigations have the same files in the same order."""
    chinese = (REPOSITORY / "docs/zh.yml").read_text("utf-8")
    assert re.findall(r": (\S+\.md)$", chinese, re.MULTILINE) == names()


def test_an_overlay_holds_for_all_languages(tmp_path: Path) -> None:
    """What `-f prod.yml` says over the main configuration is so on each language's pages."""
    root = make_project(tmp_path)
    overlay = "INHERIT: mkdocs.yml\nsite_url: https://prod.example/\nsite_author: Somebody\n"
    write(root / "prod.yml", overlay)
    done = build(root, "-f", "prod.yml")
    assert done.returncode == 0, done.stderr
    for page, address in (("index.html", ""), ("zh/index.html", "zh/")):
        text = (root / "site" / page).read_text("utf-8")
        assert f'<link rel="canonical" href="https://prod.example/{address}">' in text
        assert '<meta name="author" content="Somebody">' in text


def test_one_language_is_enough(tmp_path: Path) -> None:
    """A site in one language has no folder for another, and no switch."""
    root = make_project(tmp_path)
    main = (root / "mkdocs.yml").read_text("utf-8")
    write(root / "mkdocs.yml", main.replace("languages: [en, zh]", "languages: [en]"))
    done = build(root)
    assert done.returncode == 0, done.stderr
    assert not (root / "site/zh").exists()
    assert "t-language__link" not in (root / "site/index.html").read_text("utf-8")
