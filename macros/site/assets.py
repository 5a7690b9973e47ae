"""Files that are generated: the entities' colours, the charts' downloads, what machines read."""

from __future__ import annotations

from typing import Final

from macros.charts import Picture, script, warm
from macros.data.book import Book
from macros.language.writing import Language
from macros.pages import embeds, live
from macros.pages.figures import Figures, named
from macros.pages.project import Project, open_project
from macros.pages.source import LANGUAGES
from macros.pages.uses import address_of
from macros.pages.voice import Voice
from macros.site.downloads import machine_files
from macros.site.finish import CACHE, charts_of
from macros.site.moved import moved_pages

_DRAWN: Final = ("wide.svg", "narrow.svg", "download.svg", "png")
_SPECS: Final = ("vl.json", "wide.json", "narrow.json")


def extra_files(language: Language, site: str = "") -> dict[str, bytes]:
    """Return the generated files of a language, by path under its root.

    Args:
        language: `en` or `zh`.
        site: Address of the language's root; may be empty.
    """
    project = open_project()
    if project.audit is None:
        return {}
    voice = Voice(project.audit, language)
    files = {"assets/entities.css": entity_colors(project.book).encode()}
    files |= chart_files(project, voice, site)
    files |= moved_pages(project, language, site)
    if language == LANGUAGES[0]:
        files[live.SCRIPT] = script(project.root / CACHE)
    return files | machine_files(project, voice, site, project.root / CACHE)


def chart_files(project: Project, voice: Voice, site: str) -> dict[str, bytes]:
    """Return the downloads of a language's charts, and the page that each has to itself."""
    charts: dict[Picture, tuple[str, str]] = {}
    for picture, page, why in charts_of(project, voice.language):
        charts.setdefault(picture, (address_of(page), why))
    figures = Figures(voice, project.root / CACHE, site, named(charts))
    warm(map(figures.signed, charts), project.root / CACHE, (*_DRAWN, *_SPECS))
    files: dict[str, bytes] = {}
    for picture, (page_address, why) in charts.items():
        files |= dict(figures.files(picture))
        shown = figures.shown(picture, why)
        path = embeds.address(figures.name(picture))
        files[path] = embeds.embed_page(shown, voice.language, page_address, site)
    return files


def entity_colors(book: Book) -> str:
    """Return a style sheet that gives each entity its colour in both schemes."""
    light, dark = [], []
    for entity in book.entities.values():
        if entity.color:
            light.append(f"--e-{entity.id}:{entity.color[0]};")
            dark.append(f"--e-{entity.id}:{entity.color[1]};")
    return (
        f":root{{{''.join(light)}}}\n"
        f'[data-md-color-scheme="slate"]{{{"".join(dark)}}}\n'
        "@media screen and (prefers-color-scheme:dark)"
        f"{{.no-js body:not([data-md-color-media]){{{''.join(dark)}}}}}\n"
        "@media print{:root,[data-md-color-scheme]{" + "".join(light) + "}}\n"
    )
