"""What the head of a page tells machines: addresses, linked data, and its card."""

from __future__ import annotations

import hashlib
import json
import re
import struct
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from explainers import Published
from opened import fixture_edition, head_of, project_in

from macros.charts.raster import Lettering
from macros.charts.typeset import width
from macros.data.inputs import slot
from macros.language.writing import Language
from macros.pages.edition import Edition
from macros.site.abstract import Abstract, abstracts, plain
from macros.site.downloads import embedded, head
from macros.site.social.card import HEIGHT, MARGIN, WIDTH, SocialCard, drawn
from macros.site.tables.columns import TABLES

LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")
THINGS: Final = {
    "WebSite": {"name", "description"},
    "Article": {
        *("headline", "description", "author", "publisher", "datePublished"),
        *("mainEntityOfPage", "isBasedOn", "isPartOf"),
    },
    "Dataset": {
        *("name", "description", "creator", "distribution", "isBasedOn", "variableMeasured"),
        *("temporalCoverage", "version", "datePublished"),
    },
    "WebPage": {"name", "description", "isPartOf"},
}
EVERY: Final = {"@context", "@id", "url", "inLanguage", "dateModified", "license", "image"}


class Head(HTMLParser):
    """Collects what a page's head tells machines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.data: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and "content" in given:
            name = given.get("property") or given.get("name", "")
            assert name not in self.meta or not name, f"{name} is given twice"
            self.meta[name] = given["content"]
        if tag == "link":
            self.links.append(given)
        self.inside = tag == "script" and given.get("type") == "application/ld+json"
        if self.inside:
            self.data.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.data[-1] += data


@pytest.fixture(scope="module")
def heads(published: Published) -> dict[str, Head]:
    """Read the head of every page of a language."""
    home = published.site / published.root
    pages = abstracts(edition_of(published)).values()
    return {page.file: Head((home / page.file).read_text("utf-8")) for page in pages}


def edition_of(published: Published) -> Edition:
    """Return what is shown of an explainer in one of its languages."""
    return project_in(published.explainer.folder).editions[published.language]


def card(title: str = "Title", lead: str = "A sentence.", language: Language = "en") -> SocialCard:
    """Return the card of a page that is not there."""
    return SocialCard(
        fixture_edition(language),
        Abstract("page", "page.html", "page", title, "A page.", lead),
        "host.example",
    )


def test_every_page_has_its_card(published: Published, heads: dict[str, Head]) -> None:
    """og:image is an absolute address of a PNG of the right size, with a text alternative."""
    seen = set()
    for path, found in heads.items():
        meta = found.meta
        address = published.explainer.address
        image = published.site / meta["og:image"].removeprefix(address)
        assert meta["og:image"].startswith(address), path
        body = image.read_bytes()
        assert body.startswith(b"\x89PNG\r\n\x1a\n")
        assert struct.unpack(">II", body[16:24]) == (1200, 630)
        assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
        assert meta["twitter:card"] == "summary_large_image"
        assert meta["og:title"] in meta["og:image:alt"] or meta["og:title"][-1] in "?？"
        assert meta["og:description"] == meta["description"]
        seen.add(hashlib.sha256(body).digest())
    assert len(seen) == len(heads), "no two pages share a card"


def test_addresses_in_the_head_are_the_pages_own(heads: dict[str, Head]) -> None:
    """og:url is the canonical address, and the feed is named where feed readers look."""
    for path, found in heads.items():
        canonical = [link["href"] for link in found.links if link.get("rel") == "canonical"]
        assert canonical == [found.meta["og:url"]], path
        feeds = [link for link in found.links if link.get("type") == "application/atom+xml"]
        assert [link["href"] for link in feeds] == ["feed.xml"]
        assert feeds[0]["rel"].split() == ["alternate"]


def test_every_page_says_what_it_is(published: Published, heads: dict[str, Head]) -> None:
    """Each page has one block of linked data, with all that its kind must have."""
    kinds = set()
    site = edition_of(published).book.site
    chapters = {f"{chapter.page}.html" for chapter in site.chapters}
    lacking = set() if site.article else {"Article", "isBasedOn"}  # what is of a reviewed text
    for path, found in heads.items():
        (thing,) = (json.loads(each) for each in found.data)
        missing = (EVERY | THINGS[thing["@type"]]) - {key for key, value in thing.items() if value}
        assert missing <= lacking, f"{path} lacks {missing}"
        assert thing["url"] == found.meta["og:url"]
        assert thing["dateModified"] == site.as_of.text
        assert (thing["@type"] == "Article") == (path in chapters)
        kinds.add(thing["@type"])
    assert kinds == set(THINGS) - lacking


def test_the_dataset_can_be_downloaded(published: Published, heads: dict[str, Head]) -> None:
    """The ledger's data set has a description of a useful length and files that exist."""
    (thing,) = (json.loads(each) for each in heads["ledger.html"].data)
    assert 50 <= len(thing["description"]) <= 5000
    assert len(thing["distribution"]) >= len(TABLES)
    for download in thing["distribution"]:
        path = download["contentUrl"].removeprefix(published.explainer.address)
        assert (published.site / path).is_file()
        assert download["encodingFormat"]


def test_linked_data_cannot_end_its_script() -> None:
    """No text of the data, however hostile, is markup in the page; it still reads back."""
    hostile = "</script><script>alert(1)</script><!-- ' & \u2028 \"]]>"
    block = embedded({"name": hostile})
    assert not set(block) & set("<>&'\u2028")
    assert json.loads(block) == {"name": hostile}


def test_the_head_without_an_address_makes_no_promise() -> None:
    """Without a site address there is no picture's address, which would have to be absolute."""
    found = head(fixture_edition("en"), "ledger.md")
    assert json.loads(found["linked"])["url"] == "ledger.html"
    written = head_of(fixture_edition("en"), "ledger.md")
    assert "og:title" in written and "og:image" not in written and "og:url" not in written
    assert head(fixture_edition("en"), "nowhere.md") == {}


def test_pages_are_told_in_short_with_their_numbers() -> None:
    """A page's first words are plain text: numbers said, no call, no markup, no attribute list."""
    for language in LANGUAGES:
        for page in abstracts(fixture_edition(language)).values():
            for words in (page.title, page.description, page.lead):
                assert words
                assert not re.search(r"[{}<>*`\n]|\]\(", words), words
    text = 'a **b** [c](d.md) {{ count("facts") }} &amp; {{ fact("nothing") }} {{ ledger() }}'
    edition = fixture_edition("en")
    assert plain(edition, text) == f"a b c {len(edition.book.facts)} & …"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_card_stay_on_it(language: Language) -> None:
    """No line of any card, nor of one with the longest words, runs over the margin."""
    pages = list(abstracts(fixture_edition(language)).values())
    pages.append(Abstract("long", "long.html", "page", "Long " * 60, "Word " * 90, "Word " * 90))
    for page in pages:
        shapes = SocialCard(fixture_edition(language), page, "host.example").drawn()
        lines = [shape for shape in shapes if isinstance(shape, Lettering)]
        assert len(lines) > 8
        for one, other in pairwise(line.words for line in lines):
            broken = re.search(r"\d[亿万]?$", one) and re.match("[\u4e00-\u9fff]", other)
            assert not broken or one.isdigit(), f"{one} / {other}"
        for line in lines:
            room = width(line.words, line.size, line.bold, slack=False)
            assert line.x + (0 if line.end else room) <= WIDTH - MARGIN + 4, line.words
            assert line.y <= HEIGHT - 30


def test_a_card_has_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """A card is drawn alike with and without what is kept; what is damaged is drawn anew."""
    kept = slot(tmp_path, "cards", "one key")
    one = drawn([card()], None)
    assert [*one] == ["assets/social/page.png"]
    assert drawn([card()], kept) == drawn([card()], kept) == one
    kept.file.write_bytes(kept.file.read_bytes()[:-10])
    assert drawn([card()], kept) == one == drawn([card()], slot(tmp_path, "cards", "other"))
    assert drawn([card(title="Other")], kept) != one


def test_a_card_that_is_kept_is_not_drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card like one that is kept is not drawn again, and one that nobody asks for is let go."""
    kept = slot(tmp_path, "cards", "key")
    one = drawn([card(), card(title="Other")], kept)
    monkeypatch.setattr("macros.site.social.card.png", lambda *_: b"new")
    assert drawn([card(title="Other")], kept) == one
    assert drawn([card(lead="Anew.")], kept) == {"assets/social/page.png": b"new"}


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("Of 北方 it said so. And who? We.", "Of 北方 it said so. And who? We."),
        ("得到3.5亿。失去什么？没有。", "得到3.5亿。失去什么？没有。"),
    ],
)
def test_sentences_of_a_card_stay_as_they_are(lead: str, words: str) -> None:
    """Between sentences there is what the page has, though a name may be in another script."""
    made = card(lead=lead).drawn()
    assert words in [shape.words for shape in made if isinstance(shape, Lettering)]


def test_hostile_words_are_only_drawn() -> None:
    """Markup in a title is text in the picture, and what the font lacks is a box."""
    made = card(title='</text><script>alert("x")</script>', lead="ᚠ & co.").drawn()
    words = [shape.words for shape in made if isinstance(shape, Lettering)]
    assert {'</text><script>alert("x")</script>', "□ & co."} <= {*words}
    assert drawn([card(title="<&>")], None)
