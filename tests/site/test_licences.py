"""The site carries the licences of what others have made."""

from __future__ import annotations

import re

from macros.site.assets import third_party


def test_each_part_of_others_has_its_notice() -> None:
    """The theme, its icons, the fonts and Vega are named with what is published of them."""
    text = third_party().decode()
    for part in ("kept/vega", "javascripts", "icons", "charts"):
        assert re.search(rf"^== .*{part}", text, re.MULTILINE)
    for licence in (
        "SIL OPEN FONT LICENSE",
        "Permission is hereby granted",
        "Redistribution and use",
    ):
        assert licence in text
