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

from macros.edge.policy import guarded, headers, inline_hashes, policy

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
def test_scripts_that_run_are_hashed(html: str, scripts: list[str]) -> None:
    """Inline scripts have their hashes in the policy; data and files have none."""
    assert inline_hashes(html) == {source(script) for script in scripts}


def test_the_policy_stands_before_what_it_could_forbid() -> None:
    """The policy follows the character set, and is made of the page's final bytes."""
    html = guarded(HEAD.format("<script>a()</script>"))
    start = '<html><head>\n<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"'
    assert html.startswith(start)
    assert source("a()") in html


def test_no_page_tells_others_where_its_readers_come_from() -> None:
    """A page says itself that no referrer is sent, for hosts that read no headers file."""
    assert '<meta name="referrer" content="no-referrer">' in guarded(HEAD.format("x"))


def test_a_page_without_a_head_stays_as_it_is() -> None:
    """What is no whole page gets no policy."""
    assert guarded("<p>x</p>") == "<p>x</p>"


def test_pages_for_frames_alone_may_be_framed() -> None:
    """The headers forbid frames of every page but those below `embed`."""
    told = headers({"'sha256-x'"}, ["index.html", "zh/a.html", "embed/a.html", "zh/embed/b.html"])
    assert told.startswith(f"/*\n  Content-Security-Policy: {policy([source('')])[:21]}")
    unframed = re.findall(r"^(/.*)\n  Content-Security-Policy: frame-ancestors 'none'$", told, re.M)
    assert unframed == ["/index.html", "/", "/zh/a.html", "/zh/a"]


def test_every_page_has_one_strict_policy(built: Built) -> None:
    """Each page of the site names exactly its inline scripts, and allows no inline style."""
    union: set[str] = set()
    for file in sorted(built.site.rglob("*.html")):
        html = file.read_text("utf-8")
        (given,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
        assert given == policy(inline_hashes(html)), file
        assert "unsafe" not in given
        union |= inline_hashes(html)
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
