"""The Content-Security-Policy: strict, complete, and broken by nothing that the site does."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from pathlib import Path

import pytest
from browsing import WORDS, search, window
from explainers import Built
from playwright.sync_api import Browser, Route, expect

from macros.checks.site.files import Site
from macros.checks.site.markup import SiteReader
from macros.edge.policy import guard, hashes, headers, policy

HEAD = '<html><head>\n<meta charset="utf-8">\n<title>x</title></head><body>{}</body></html>'


def source(script: str) -> str:
    """Return what allows an inline script, reckoned here once more."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<script>a()</script>", ["a()"]),
        ('<script type="text/javascript">甲()\n</script>', ["甲()\n"]),
        ('<script type="module">m()</script>', ["m()"]),
        ('<script id="d" type="application/json">{"a": 1}</script>', []),
        ('<script type="application/ld+json">{}</script><script>b()</script>', ["b()"]),
        ('<script src="a.js"></script>', []),
        ("<p>none</p>", []),
        ("<article><p><script>a()</script></p></article><script>b()</script>", ["b()"]),
        ("<ARTICLE x><svg><script>a()</script></svg></ARTICLE>", []),
    ],
)
def test_scripts_of_the_frame_run(html: str, scripts: list[str]) -> None:
    """Scripts of a page's frame are read as they stand; data, files and articles run nothing."""
    assert SiteReader().read(html).scripts == scripts


def guarded(folder: Path, html: str) -> str:
    """Return a page as it is published."""
    (folder / "index.html").write_text(html, "utf-8")
    guard(Site(folder, "site"), {})
    return (folder / "index.html").read_text("utf-8")


def test_the_policy_stands_before_what_it_could_forbid(tmp_path: Path) -> None:
    """The policy follows the character set, and is made of the page's final bytes."""
    html = guarded(tmp_path, HEAD.format("<script>a()</script>"))
    start = '<html><head>\n<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"'
    assert html.startswith(start)
    assert hashes(["a()"]) == {source("a()")} and source("a()") in html


def test_what_an_author_calls_notes_is_not_kept_for_ever(tmp_path: Path) -> None:
    """Only the folder of files that are named for their content is, in any language."""
    for folder in ("notes", "assets/kept/notes", "zh/notes", "zh/assets/kept"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "notes/index.html").write_text("x", "utf-8")
    guarded(tmp_path, HEAD.format("x"))
    told = (tmp_path / "_headers").read_text("utf-8")
    kept = [line for line in told.splitlines() if line.endswith("/*") and line != "/*"]
    assert kept == ["/assets/kept/*", "/zh/assets/kept/*"]


def test_no_page_tells_others_where_its_readers_come_from(tmp_path: Path) -> None:
    """A page says itself that no referrer is sent, for hosts that read no headers file."""
    html = guarded(tmp_path, HEAD.format("x"))
    assert '<meta name="referrer" content="no-referrer">' in html


def test_a_page_without_a_head_stays_as_it_is(tmp_path: Path) -> None:
    """What is no whole page gets no policy."""
    assert guarded(tmp_path, "<p>x</p>") == "<p>x</p>"


def rules(*pages: str) -> dict[str, str]:
    """Return the rules of a headers file for some pages."""
    told = headers([], pages, ["assets/kept", "notes"])
    return dict(re.findall(r"^(/\S*)\n  (.*)$", told, re.MULTILINE))


def matched(address: str, given: dict[str, str]) -> list[str]:
    """Return what an address is given, as hosts match it: `:page` is one part, `*` all of them."""
    patterns = (re.escape(rule).replace(":page", "[^/]+").replace(r"\*", ".*") for rule in given)
    found = zip(given.values(), patterns, strict=True)
    return [told for told, pattern in found if re.fullmatch(pattern, address)]


@pytest.mark.parametrize(
    ("address", "framed"),
    [
        ("/", False),
        ("/index.html", False),
        ("/zh/", False),
        ("/zh/a.html", False),
        ("/zh/a", False),
        ("/part/b/", False),
        ("/embed/a.html", True),
        ("/zh/embed/b", True),
    ],
)
def test_pages_for_frames_alone_may_be_framed(address: str, framed: bool) -> None:
    """The headers forbid frames of every page but those below `embed`."""
    pages = ("index.html", "zh/index.html", "zh/a.html", "part/b/index.html", "embed/a.html")
    told = matched(address, rules(*pages, "zh/embed/b.html"))
    assert ("Content-Security-Policy: frame-ancestors 'none'" not in told) == framed


def test_what_is_named_for_its_content_is_kept_for_ever() -> None:
    """The folders of such files, and no page, may be kept for a year without asking."""
    given = rules("index.html", "a.html")
    for path, kept in (("/assets/kept/a.1.js", 1), ("/notes/a.cards.2.js", 1), ("/a.html", 0)):
        assert sum("immutable" in each for each in matched(path, given)) == kept


def test_the_headers_do_not_grow_with_pages() -> None:
    """Some hosts take a hundred rules."""
    few, many = (rules(*(f"zh/{n}.html" for n in range(size))) for size in (2, 200))
    assert few == many


def test_every_page_has_one_strict_policy(built: Built) -> None:
    """Each page of the site names exactly its inline scripts, and allows no inline style."""
    union: set[str] = set()
    for file in sorted(built.site.rglob("*.html")):
        html = file.read_text("utf-8")
        (given,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        assert given == policy(hashes(SiteReader().read(html).scripts)), file
        assert "unsafe" not in given
        union |= hashes(SiteReader().read(html).scripts)
    assert policy(union) in (built.site / "_headers").read_text("utf-8")


def test_no_page_has_inline_styles_or_handlers(built: Built) -> None:
    """No element has a style attribute, a handler attribute or a style element."""
    tag = re.compile(r"<[a-z][^<>]*? (?:style|on[a-z]+)=[^<>]*>|<style\b")
    for file in built.site.rglob("*.html"):
        html = re.sub(r"(?s)<script.*?</script>", "", file.read_text("utf-8"))
        assert not tag.search(html), f"{file.name}: {tag.search(html)}"


@pytest.mark.parametrize(("path", "words"), WORDS.items())
def test_search_and_check_view_keep_to_the_policy(
    browser: Browser, address: str, path: str, words: str
) -> None:
    """Search, with its worker, and the check view break no rule."""
    with window(browser) as (page, complaints):
        page.goto(address + path)
        assert search(page, words)
        page.keyboard.press("Escape")
        page.locator(".t-check-toggle").click()
        expect(
            page.locator(".t-check")
        ).to_be_visible()  # until then the theme's `n` turns the page
        page.keyboard.press("n")
        assert not complaints


def test_the_headers_file_holds_for_the_site(browser: Browser, site: Path, address: str) -> None:
    """Served with the headers of the file, a page works just the same."""
    general = re.findall(r"Content-Security-Policy: (.*)", (site / "_headers").read_text("utf-8"))[
        0
    ]

    def serve(route: Route) -> None:
        answer = route.fetch()
        given = {**answer.headers, "content-security-policy": unescape(general)}
        route.fulfill(response=answer, headers=given)

    with window(browser) as (page, complaints):
        page.route("**/*", serve)
        page.goto(address + "ledger.html")
        expect(page.locator(".t-filter")).to_be_visible()
        assert search(page, "Greenland")
        assert not complaints
