"""What readers load of ours is as short as its engine allows, and says the same."""

from __future__ import annotations

from pathlib import Path

import tinycss2

from macros.edge.hashed_names import ASSETS, minify


def rules(sheet: str) -> list[str]:
    """Return the rules of a style sheet, each as its words."""
    parsed = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return ["".join(rule.serialize().split()).replace(";}", "}") for rule in parsed]


def test_our_assets_lose_comments_and_no_rule(tmp_path: Path) -> None:
    """The package's own files lose what only people read; an author's stay as they are."""
    (tmp_path / "assets").mkdir()
    for name in ("tieout.css", "tieout.js", "mine.js"):
        (tmp_path / "assets" / name).write_text("/* mine */ let a = 1;", "utf-8")
    minify(tmp_path)
    assert (tmp_path / "assets/mine.js").read_text("utf-8") == "/* mine */ let a = 1;"
    script = (tmp_path / "assets/tieout.js").read_text("utf-8")
    assert "/*" not in script and len(script) < (ASSETS / "tieout.js").stat().st_size
    sheet, source = (each / "tieout.css" for each in (tmp_path / "assets", ASSETS))
    short, long = (rules(path.read_text("utf-8")) for path in (sheet, source))
    assert len(short) == len(long) > 100
    assert "/*" not in sheet.read_text("utf-8")
