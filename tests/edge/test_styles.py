"""The theme's style sheets: what pages use stays, what only search uses waits, the rest goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.edge.styles import LATER, asked_for, part, split

NOW = {"a", "b", "red", "place"}
LATER_NAMES = {"found"}


@pytest.mark.parametrize(
    ("sheet", "now", "later"),
    [
        (".a{x:y}", ".a{x:y}", ""),
        (".gone{x:y}", "", ""),
        (".a,.gone{x:y}", ".a{x:y}", ""),
        (".found{x:y}", "", ".found{x:y}"),
        (".a,.found{x:y}", ".a{x:y}", ".found{x:y}"),
        (".a .found{x:y}", "", ".a .found{x:y}"),
        ("#place{x:y}#lost{x:y}", "#place{x:y}", ""),
        ("[k=red]{x:y}[k=blue]{x:y}", "[k=red]{x:y}", ""),
        (":is(.a,.gone) p{x:y}", ":is(.a,.gone) p{x:y}", ""),
        (":is(.lost,.gone) p{x:y}", "", ""),
        (".a:not(.gone){x:y}", ".a:not(.gone){x:y}", ""),
        ("@media print{.a{x:y}.gone{x:y}}", "@media print{.a{x:y}}", ""),
        ("@media print{.gone{x:y}}", "", ""),
        ("@keyframes k{to{x:y}}", "@keyframes k{to{x:y}}", ""),
        ("p{x:y}", "p{x:y}", ""),
    ],
)
def test_a_rule_stays_where_something_can_meet_it(sheet: str, now: str, later: str) -> None:
    """A selector is kept if all that it names may be on a page, now or once search is loaded."""
    assert part(sheet, NOW, LATER_NAMES) == (now, later)


def test_a_custom_property_stays_if_anything_asks_for_it() -> None:
    """What only a dropped property asked for goes, too; another sheet may ask as well."""
    sheet = ':root{--a:var(--b);--b:1;--c:url("x;y");--d:2}p{x:var(--d)}'
    assert asked_for(sheet) == ":root{--d:2}p{x:var(--d)}"
    assert asked_for(sheet, ["q{x:var(--a)}"]) == ":root{--a:var(--b);--b:1;--d:2}p{x:var(--d)}"


def test_a_site_is_parted_in_place(tmp_path: Path) -> None:
    """The theme's sheet keeps what pages and scripts use; search has a sheet of its own."""
    for path, text in {
        "assets/own.js": 'classList.add("b")',
        "assets/own.css": "p{x:var(--a)}",
        "assets/javascripts/bundle.1.js": '"found"',
        "assets/stylesheets/main.css": ":root{--a:1;--z:2}.a{x:y}.b{x:y}.found{x:y}.gone{x:y}",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    split(tmp_path, ["a z9"])
    sheets = tmp_path / "assets/stylesheets"
    assert (sheets / "main.css").read_text("utf-8") == ":root{--a:1;}.a{x:y}.b{x:y}"
    assert (tmp_path / LATER).read_text("utf-8") == ".found{x:y}"
