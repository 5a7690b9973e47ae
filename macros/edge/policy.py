"""The Content-Security-Policy of every page: nothing runs or loads but what the site ships.

It is written last, because it names each inline script by the hash of its final bytes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

NAME: Final = "Content-Security-Policy"
FRAMES: Final = "embed"
"""The folder whose pages may stand in the frames of other sites."""

_RULES: Final = (
    "default-src 'none'",
    "script-src 'self'{hashes}",
    "style-src 'self'",
    "img-src 'self' data:",
    "worker-src 'self'",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
)
_SCRIPT: Final = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_ARTICLE: Final = re.compile(r"<article\b.*</article\s*>", re.DOTALL | re.IGNORECASE)
_DATA: Final = re.compile(
    r"\btype\s*=\s*[\"']?(?!text/javascript|module\b)[^\s\"'>]", re.IGNORECASE
)
_META: Final = (  # the second for hosts that read no headers file
    f'<meta http-equiv="{NAME}" content="{{}}"><meta name="referrer" content="no-referrer">'
)
_OTHERS: Final = "Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff"


def inline_hashes(html: str) -> frozenset[str]:
    """Return the sources that allow the inline scripts of a page's frame, and no others.

    The theme writes these; whatever came into the article with a text or a picture is not allowed.
    Blocks of data, such as JSON, never run and need no hash.
    """
    return frozenset(
        _source(body)
        for attributes, body in _SCRIPT.findall(_ARTICLE.sub("", html))
        if not re.search(r"\bsrc\s*=", attributes) and not _DATA.search(attributes)
    )


def policy(hashes: Iterable[str]) -> str:
    """Return a policy that allows some inline scripts."""
    allowed = "".join(f" {each}" for each in sorted(hashes))
    return "; ".join(rule.format(hashes=allowed) for rule in _RULES)


def guarded(html: str) -> str:
    """Return a page with its policy, which stands before anything that it could forbid."""
    if (at := html.find("<head>")) < 0:
        return html
    at += len("<head>")
    charset = re.compile(r"\s*<meta charset=[^>]*>").match(html, at)
    at = charset.end() if charset else at
    return html[:at] + _META.format(policy(inline_hashes(html))) + html[at:]


def headers(hashes: Iterable[str], pages: Iterable[str]) -> str:
    """Return a headers file, as several static hosts read it.

    A host applies every rule that matches an address, and of two policies both hold. So all
    pages share one, and each page but those for frames has a second: that nobody may frame it.

    Args:
        hashes: The sources of all inline scripts of the site.
        pages: The files of the pages, from the site's root.
    """
    rules = [f"/*\n  {NAME}: {policy(hashes)}\n  {_OTHERS}\n"]
    for page in pages:
        if FRAMES not in page.split("/")[:-1]:
            rules += [f"{address}\n  {NAME}: frame-ancestors 'none'\n" for address in _asked(page)]
    return "".join(rules)


def _asked(page: str) -> tuple[str, ...]:
    """Return the addresses at which hosts serve a page, with and without its ending."""
    bare = "/" + page.removesuffix(".html")
    return (f"/{page}", bare.removesuffix("index") if bare.endswith("/index") else bare)


def guard(site: Path) -> None:
    """Give every page of a finished site its policy, and the site its headers file."""
    hashes: set[str] = set()
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        html = guarded(page.read_bytes().decode("utf-8"))
        page.write_bytes(html.encode("utf-8"))
        hashes |= inline_hashes(html)
    names = [page.relative_to(site).as_posix() for page in pages]
    (site / "_headers").write_text(headers(hashes, names), "utf-8")


def _source(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
