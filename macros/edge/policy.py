"""What a finished page is given last: its Content-Security-Policy, and files by their last names.

Nothing runs or loads but what the site ships. The policy names each inline script by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from macros.edge.hashed_names import FOLDER

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
_META: Final = (  # the second for hosts that read no headers file
    f'<meta http-equiv="{NAME}" content="{{}}"><meta name="referrer" content="no-referrer">'
)
# The policy stands before anything that it could forbid.
_HEAD: Final = re.compile(r"<head(?:\s[^>]*)?>(?:\s*<meta\s+charset[^>]*>)?", re.IGNORECASE)
_OTHERS: Final = "Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff"
_FOR_EVER: Final = "Cache-Control: public, max-age=31536000, immutable"


def hashes(scripts: Iterable[str]) -> frozenset[str]:
    """Return the sources that allow some inline scripts, and no others."""
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in scripts)
    return frozenset(f"'sha256-{base64.b64encode(each).decode('ascii')}'" for each in digests)


def policy(allowed: Iterable[str]) -> str:
    """Return a policy that allows some inline scripts."""
    listed = "".join(f" {each}" for each in sorted(allowed))
    return "; ".join(rule.format(hashes=listed) for rule in _RULES)


def guard(site: Any, renamed: Mapping[str, str]) -> None:
    """Give every page of a finished site its policy, and the site its headers file.

    Args:
        site: What was read of it; each page says which inline scripts its frame has, and what it
            asks for. What came into an article is allowed nothing.
        renamed: The new path of each file that was renamed.
    """
    allowed: set[str] = set()
    for path, page in site.pages.items():
        own = hashes(page.scripts)
        allowed |= own
        text = _HEAD.sub(rf"\g<0>{_META.format(policy(own))}", site.text(path), count=1)
        for old, new in _asking(site, path, renamed):
            text = text.replace(old, new)
        (site.folder / path).write_bytes(text.encode("utf-8"))
    found = sorted(each for each in site.folder.rglob(FOLDER) if each.is_dir())
    kept = [each.relative_to(site.folder).as_posix() for each in found]
    (site.folder / "_headers").write_text(headers(allowed, site.pages, kept), "utf-8")


def _asking(site: Any, path: str, renamed: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the tags of a page that name a file that was renamed, and what replaces each."""
    named = (link for link in site.pages[path].links if link.text)
    for tag, url in ((link.text, url) for link in named for url in link.urls):
        if (old := site.target(path, url)) in renamed:
            yield tag, tag.replace(url, url.removesuffix(old) + renamed[old])


def headers(allowed: Iterable[str], pages: Iterable[str], kept: Iterable[str]) -> str:
    """Return a headers file, as several static hosts read it.

    A host applies every rule that matches an address, and of two policies both hold. So all
    pages share one, and those of each folder but the ones for frames have a second: that nobody
    may frame them. What is named for its content is kept for ever.

    Args:
        allowed: The sources of all inline scripts of the site.
        pages: The files of the pages, from the site's root.
        kept: The folders of files that are named for their content.
    """
    rules = [f"/*\n  {NAME}: {policy(allowed)}\n  {_OTHERS}\n"]
    framed = dict.fromkeys(rule for page in sorted(pages) for rule in _asked(PurePosixPath(page)))
    rules += [f"{address}\n  {NAME}: frame-ancestors 'none'\n" for address in framed]
    rules += [f"/{folder}/*\n  {_FOR_EVER}\n" for folder in kept]
    return "".join(rules)


def _asked(page: PurePosixPath) -> Iterator[str]:
    """Yield rules that match the addresses of a page, and of those beside it, but of none below.

    There may be a hundred rules in all on some hosts, and many more pages.
    """
    folder = page.parent
    if FRAMES in folder.parts:
        return
    yield f"/{folder / ':page'}"
    if page.name == "index.html":
        yield f"/{folder.parent / ':page'}/" if folder.name else "/"
