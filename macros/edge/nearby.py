"""Which pages a page's navigation lists: of many, those that are near, so that none grows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, TypeVar

T = TypeVar("T")
MANY: Final = 12
_LAST: Final = 3  # where a site has its ledger and what tells of itself


def nearby(items: Sequence[T], page: Any, beside: int = 3) -> list[T]:
    """Return the items of a list of pages that are shown on one of them; on the home page, all.

    Args:
        items: Pages and sections, in their order.
        page: The page that shows them; none if it is no page of the site.
        beside: How many are shown before it, and how many behind.
    """
    count = len(items)
    if count <= MANY or (page and page.is_homepage):
        return list(items)
    here = next((place for place, each in enumerate(items) if each is page), 0)
    near = range(max(here - beside, 0), here + beside + 1)
    return [items[n] for n in range(count) if n == 0 or n in near or n >= count - _LAST]
