"""The Atom feed of the data's changes; every date is the data's own."""

from __future__ import annotations

from functools import partial
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from macros.language.words import LICENCE, LICENCE_URL
from macros.pages.changes import changes_in
from macros.pages.templates import render_text
from macros.pages.voice import Voice
from macros.site.tables.package import slug

FEED: Final = "feed.xml"


def feed(voice: Voice, site: str, page: str, image: str) -> bytes:
    """Return the feed, newest change first.

    Args:
        voice: How things are said.
        site: Address of the language's root; may be empty.
        page: File of the page that lists the changes.
        image: File of the picture that stands for the feed.
    """
    about, changes = voice.audit.book.site, changes_in(voice)
    return render_text(
        FEED,
        voice=voice,
        title=voice.text(about.title),
        name=partial(_name, voice),
        updated=max((each.change.date.first for each in changes), default=about.as_of.first),
        own=site + FEED,
        page=site + page,
        licence=f"{LICENCE} {LICENCE_URL}",
        image=site + image,
        changes=changes,
    ).encode()


def _name(voice: Voice, path: str) -> str:
    """Return an id that stays the same wherever the site moves."""
    title = slug(voice.audit.book.site.title)
    return uuid5(NAMESPACE_URL, f"tieout:{title}/{voice.language}/{path}").urn
