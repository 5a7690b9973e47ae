"""The Atom feed of the data's changes; every date is the data's own."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from macros.language.words import LICENCE, LICENCE_URL
from macros.pages.changes import ChangeView, changes_in
from macros.pages.voice import Voice
from macros.site.tables.package import slug

FEED = "feed.xml"


def feed(voice: Voice, site: str, page: str, image: str) -> bytes:
    """Return the feed, newest change first.

    Args:
        voice: How things are said.
        site: Address of the language's root; may be empty.
        page: File of the page that lists the changes.
        image: File of the picture that stands for the feed.
    """
    book = voice.audit.book
    title, day = voice.text(book.site.title), book.site.as_of.first.isoformat()
    told = changes_in(voice)
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": voice.language})
    _add(root, "id", _name(voice, "changes"))
    _add(root, "title", voice.said("changes", title=title))
    _add(root, "updated", _moment(max((_day(each) for each in told), default=day)))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=site + FEED)
    SubElement(root, "link", rel="alternate", type="text/html", href=f"{site}{page}#changes")
    _add(SubElement(root, "author"), "name", title)
    _add(root, "rights", f"{LICENCE} {LICENCE_URL}")
    _add(root, "logo", site + image)
    for each in reversed(told):
        _entry(root, each, f"{site}{page}")
    indent(root)
    written: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _day(told: ChangeView) -> str:
    return told.change.date.first.isoformat()


def _entry(root: Element, told: ChangeView, page: str) -> None:
    """Add a change: its headline as title, and why as content, in the page's own words."""
    entry, voice = SubElement(root, "entry"), told.voice
    moment, headline = _moment(_day(told)), told.headline
    _add(entry, "id", _name(voice, f"changes/{told.name}"))
    _add(entry, "title", voice.said("change", date=voice.day(told.change.date), text=headline))
    _add(entry, "updated", moment)
    _add(entry, "published", moment)
    SubElement(entry, "link", rel="alternate", type="text/html", href=f"{page}#{told.id}")
    text = told.text if told.kind == "words" else f"{headline}\n\n{told.text}"
    _add(entry, "content", text).set("type", "text")


def _add(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = text
    return element


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _name(voice: Voice, path: str) -> str:
    """Return an id that stays the same wherever the site moves."""
    title = slug(voice.audit.book.site.title)
    return uuid5(NAMESPACE_URL, f"tieout:{title}/{voice.language}/{path}").urn
