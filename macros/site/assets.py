"""Files that are generated: colours, the charts' downloads, what machines read, and licences."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath
from typing import Final

from macros import charts
from macros.charts import script, signs
from macros.charts.font_subset import faces
from macros.data.inputs import FOLDER as KEPT
from macros.data.kept import forget
from macros.pages import embeds, interactive
from macros.pages.addresses import ROOT, settled
from macros.pages.colors import entity_colors
from macros.pages.edition import Edition
from macros.pages.figures import FOLDER, Figure, charts_of
from macros.pages.templates import render
from macros.pages.uses import address_of
from macros.site.downloads import machine_files, package
from macros.site.moved import moved_pages
from macros.site.tables.package import FILES

_FACES: Final = "font.js"
"""The font of a language's charts, which whoever makes a file of one puts into it."""
THIRD_PARTY: Final = "THIRD-PARTY.txt"
_THEME: Final = "mkdocs-material"
_NOTICES: Final = {
    "fonts/OFL.txt": "assets/charts, assets/social",
    "vega_licence.txt": "assets/kept/vega",
}
"""The notices that lie beside the charts' code, and what they are for."""


def extra_files(
    edition: Edition, editions: Sequence[Edition]
) -> Iterator[tuple[str, bytes | None]]:
    """Yield the generated files of an edition, by path under its root; the last of a path holds.

    Without content are those that all languages have at the site's root: see `Finisher`.

    Args:
        edition: The explainer in one language.
        editions: The same in all, the site's own first.
    """
    yield "assets/entities.css", entity_colors(edition.book).encode()
    yield from edition.kept("charts", lambda: dict(_chart_files(edition))).items()
    yield from moved_pages(edition).items()
    if not edition.folder:
        if edition.root:
            forget(edition.root / KEPT)
        yield interactive.SCRIPT, script()
        yield THIRD_PARTY, third_party()
        yield from edition.kept("tables", lambda: package(editions)).items()
    else:
        yield from dict.fromkeys(FILES).items()
    yield from machine_files(edition).items()


def _chart_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Yield the downloads of an edition's charts, the page that each has to itself, their font."""
    needed = set[tuple[str, bool]]()
    for picture, (page, why) in charts_of(edition).items():
        figure = edition.once(Figure, picture, why)
        needed.update(signs(figure.signed))
        yield f"{FOLDER}/{figure.id}.svg", figure.standalone.encode()
        yield f"{FOLDER}/{figure.id}.csv", figure.csv.encode("utf-8-sig")
        yield embeds.address(figure.id), _alone(edition, figure, address_of(page))
    if needed:
        yield f"{FOLDER}/{_FACES}", f"tieoutFaces({json.dumps(faces(needed))});\n".encode()


def _alone(edition: Edition, figure: Figure, page: str) -> bytes:
    """Return the page that a chart has to itself; `page` is where it comes from."""
    given = {"page": page, "site": edition.site, "root": edition.way_to_root}
    made = render("embed", edition.voice, figure=figure, **given)
    return settled(f"{made}\n", figure.alone.removeprefix(ROOT)).encode()


def third_party() -> bytes:
    """Return the notices: the theme's, with those of its icons, that of the fonts, that of Vega."""
    folder = Path(charts.__file__).parent
    notices = [(where, (folder / name).read_text("utf-8")) for name, where in _NOTICES.items()]
    found = distribution(_THEME)
    listed = (found.read_text("RECORD") or "").splitlines()  # of thousands, a few are asked for
    files = (PurePosixPath(line.split(",")[0]) for line in listed if "LICENSE" in line)
    for file in sorted(files, key=str):
        if file.stem == "LICENSE" and file.suffix in ("", ".md", ".txt"):
            parts = (
                "assets/javascripts, assets/kept/main, assets/kept/palette"
                if "licenses" in file.parts
                else "icons"
            )
            text = Path(str(found.locate_file(file))).read_text("utf-8")
            notices.append((f"{_THEME} {found.version}: {parts}", text))
    return "\n\n".join(f"== {what}\n\n{text.strip()}" for what, text in notices).encode() + b"\n"
