"""The Atom feed of the data's changes; every date is the data's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from macros.machines.package import slug
from macros.machines.words import LICENCE, LICENCE_URL, said
from macros.model import Change
from macros.rendering.voice import Voice

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
    dated = list(_dated(voice))
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": voice.language})
    _add(root, "id", _name(voice, "changes"))
    _add(root, "title", said(voice.language, "changes", title=title))
    _add(root, "updated", _moment(max((d for _, d, _ in dated), default=day)))
    SubElement(root, "link", rel="self", type="application/atom+xml", href=site + FEED)
    SubElement(root, "link", rel="alternate", type="text/html", href=f"{site}{page}#changes")
    _add(SubElement(root, "author"), "name", title)
    _add(root, "rights", f"{LICENCE} {LICENCE_URL}")
    _add(root, "logo", site + image)
    for change, date, number in sorted(dated, key=lambda each: each[1:], reverse=True):
        _entry(root, voice, change, _name(voice, f"changes/{date}/{number}"), f"{site}{page}")
    indent(root)
    written: str = tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _dated(voice: Voice) -> Iterator[tuple[Change, str, int]]:
    """Yield the changes with their day and their number on that day, which name them for good."""
    seen: Counter[str] = Counter()
    for change in voice.audit.book.changes:
        date = change.date.first.isoformat()
        seen[date] += 1
        yield change, date, seen[date]


def _entry(root: Element, voice: Voice, change: Change, name: str, page: str) -> None:
    entry, text = SubElement(root, "entry"), voice.remark(change.text)
    moment = _moment(change.date.first.isoformat())
    _add(entry, "id", name)
    _add(entry, "title", said(voice.language, "change", date=voice.day(change.date), text=text))
    _add(entry, "updated", moment)
    _add(entry, "published", moment)
    SubElement(entry, "link", rel="alternate", type="text/html", href=f"{page}#changes")
    _add(entry, "content", text).set("type", "text")


def _add(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = text
    return element


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _name(voice: Voice, path: str) -> str:
    """Return an id that stays the same wherever the site moves."""
    title = slug(voice.audit.book.site.title["en"])
    return uuid5(NAMESPACE_URL, f"tieout:{title}/{voice.language}/{path}").urn
