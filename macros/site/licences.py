"""The licences of what others have made and the published site carries, in one file beside it."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from typing import Final

from macros import charts

FILE: Final = "THIRD-PARTY.txt"
_THEME: Final = "mkdocs-material"
_OWN: Final = {
    "fonts/OFL.txt": "assets/charts, assets/social",
    "vega_licence.txt": "assets/kept/vega",
}
"""The notices that lie beside the charts' code, and what they are for."""


def third_party() -> bytes:
    """Return the notices: the theme's, with those of its icons, that of the fonts, that of Vega."""
    folder = Path(charts.__file__).parent
    notices = [(where, (folder / name).read_text("utf-8")) for name, where in _OWN.items()]
    found = distribution(_THEME)
    for file in sorted(found.files or (), key=str):
        if file.stem == "LICENSE" and file.suffix in ("", ".md", ".txt"):
            parts = (
                "assets/javascripts, assets/kept/main, assets/kept/palette"
                if "licenses" in file.parts
                else "icons"
            )
            notices.append((f"{_THEME} {found.version}: {parts}", file.read_text("utf-8")))
    return "\n\n".join(f"== {what}\n\n{text.strip()}" for what, text in notices).encode() + b"\n"
