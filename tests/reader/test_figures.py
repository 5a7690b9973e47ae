"""Around a chart: downloads, links, and a page of its own for the frames of other sites."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import altair as alt
import pytest
from accessible import violations
from browsing import PHONE, window
from built_pages import beside
from explainers import ROOTS, pages
from opened import fixture_edition
from playwright.sync_api import Browser, Locator, expect
from raster import differing, photographed, read_png
from serving import serving

from macros.charts import Picture
from macros.language.writing import Language
from macros.pages.embeds import address
from macros.pages.figures import charts_of, figure_id, named

SITE = "https://meltwater.example/"
LANGUAGES: tuple[Language, ...] = ("en", "zh")
FIGURE = re.compile(r'<figure class="t-figure" id="([^"]+)".*?</figure>', re.DOTALL)


def figures(site: Path) -> list[tuple[str, str, str]]:
    """Return page, id and HTML of every figure of the site."""
    return [
        (path, found[1], found[0])
        for path in pages()
        for found in FIGURE.finditer((site / path).read_text("utf-8"))
    ]


def embedding(site: Path, root: str, name: str) -> str:
    """Return the line that puts a chart into other pages, as a page beside which it is has it."""
    path = next(path for path, each, _ in figures(site) if each == name and path.startswith(root))
    part = beside(site, path)["cards"].partition(f'data-for="{name}-embed"')[2]
    found = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", part, re.DOTALL)
    assert found
    return unescape(found[1])


def names(language: Language) -> dict[Picture, str]:
    """Return the addresses of a language's charts."""
    return named(charts_of(fixture_edition(language)))


def test_every_chart_has_an_address_of_its_own() -> None:
    """No two pictures share an address, though they begin with the same fact."""
    given = names("en")
    assert len(set(given.values())) == len(given)
    assert len({figure_id(picture) for picture in given}) < len(given)


def test_a_chart_has_the_same_address_in_both_languages() -> None:
    """A link to a chart holds when the language is switched."""
    assert list(names("en").values()) == list(names("zh").values())


def pressed(figure: Locator, word: str) -> bytes:
    """Press a button below a chart, and return the file that it makes."""
    with figure.page.expect_download() as made:
        figure.get_by_role("button", name=word, exact=True).click()
    return made.value.path().read_bytes()


def test_the_browser_makes_a_specification(browser: Browser, address: str) -> None:
    """Its Vega-Lite has the title of the chart and its colours on paper, and Altair knows it."""
    with window(browser, color_scheme="dark") as (page, complaints):
        page.goto(address + "zh/sea.html")
        figure = page.locator("figure.t-figure").first
        spec = json.loads(pressed(figure, "Vega-Lite"))
        assert spec["title"]["text"] == figure.locator(".t-figure__title").text_content()
        assert "var(" not in json.dumps(spec) and "#1c1f24" in json.dumps(spec)
        alt.Chart.from_dict(spec)
        assert not complaints


def test_the_browser_makes_pixels_in_the_chart_s_own_font(
    browser: Browser, address: str, site: Path
) -> None:
    """Its PNG is what the chart's SVG is, with the font that this brings along."""
    with window(browser, color_scheme="dark") as (page, complaints):
        page.goto(address + "sea.html")
        figure = page.locator("figure.t-figure").first
        made = pressed(figure, "PNG")
        drawing = (site / "assets/charts" / f"{figure.get_attribute('id')}.svg").read_text("utf-8")
        assert differing(read_png(made), photographed(drawing, 2), 40) == []
        expect(figure.get_by_role("button", name="PNG", exact=True)).to_be_enabled()
        assert not complaints


def test_a_drawing_brings_the_font_of_all_charts(
    browser: Browser, address: str, site: Path
) -> None:
    """The SVG that the browser saves is the file's, with the font that this asks for in it."""
    with window(browser) as (page, complaints):
        page.goto(address + "zh/sea.html")
        figure = page.locator("figure.t-figure").first
        with page.expect_download() as made:
            figure.get_by_role("link", name="SVG", exact=True).click()
        drawing = made.value.path().read_text("utf-8")
        assert made.value.suggested_filename == f"{figure.get_attribute('id')}.svg"
        style, plain = (
            re.findall(r"<style>.*?</style>", drawing),
            re.sub("<style>.*?</style>", "", drawing),
        )
        assert plain == (site / "zh/assets/charts" / made.value.suggested_filename).read_text(
            "utf-8"
        )
        assert len(style) == 1 and style[0].count("font/otf;base64,") == 2
        assert not complaints


def test_what_cannot_be_made_is_not_offered(browser: Browser, site: Path) -> None:
    """From disk, where no script may look at pixels, there is no PNG; a specification is made."""
    with window(browser) as (page, complaints):
        page.goto((site / "sea.html").as_uri())
        figure = page.locator("figure.t-figure").first
        assert figure.get_by_role("button", name="PNG").count() == 0
        assert json.loads(pressed(figure, "Vega-Lite"))["layer"]
        assert not complaints


def test_if_a_script_does_not_come_the_svg_is_named(browser: Browser, address: str) -> None:
    """A failed request is said on the button."""
    with window(browser) as (page, _):
        page.route("**/charts.*.js", lambda route: route.abort())
        page.goto(address + "sea.html")
        button = page.get_by_role("button", name="PNG", exact=True).first
        button.click()
        expect(page.get_by_role("button", name="there is the SVG").first).to_be_visible()


def test_each_figure_can_be_embedded(site: Path) -> None:
    """The line to copy frames a page that exists, and names its title and height."""
    for path, name, _ in figures(site):
        root = path.rpartition("/")[0]
        line = embedding(site, root, name)
        source = re.search(r'<iframe src="([^"]+)" title="([^"]+)".* height="(\d+)"', line)
        assert source
        file = "/".join(part for part in (root, address(name)) if part)
        assert source[1] == SITE + file
        page = (site / file).read_text("utf-8")
        assert f"<title>{source[2]}</title>" in page
        assert int(source[3]) > 200


def test_a_chart_alone_has_source_and_way_back(site: Path) -> None:
    """The page of a chart has both widths, its source, and links to the figure it comes from."""
    back: dict[str, set[str]] = {}
    for path, name, _ in figures(site):
        back.setdefault(f"{path.rpartition('/')[0]}:{name}", set()).add(Path(path).name)
    for root in ROOTS.values():
        for file in sorted((site / root / "embed").iterdir()):
            html = file.read_text("utf-8")
            assert html.count("<svg") == 2
            assert 't-figure__source">' in html
            assert "<script" not in html
            assert "style=" not in html
            assert '<base target="_top">' in html
            assert "<details" not in html and "<table" not in html
            links = re.findall(r'<a href="\.\./([^"#]+)#([^"]+)"', html)
            name = file.stem
            assert [place for _, place in links] == [name, f"{name}-table", f"{name}-sources"]
            (home,) = {page for page, _ in links}
            assert home in back[f"{root.rstrip('/')}:{name}"]
            assert f'<link rel="canonical" href="{SITE}{root}{home}">' in html


def test_no_text_alternative_stops_twice(site: Path) -> None:
    """The parts of a text alternative are joined by one stop each."""
    for path, _, html in figures(site):
        for label in re.findall(r'aria-label="([^"]*)"', html):
            assert ".. " not in label, path
            assert "。。" not in label, path


EMBEDDED = [
    f"{root}embed/{name}.html"
    for language, root in zip(LANGUAGES, ROOTS.values(), strict=True)
    for name in list(names(language).values())[::5]
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", EMBEDDED)
def test_a_chart_alone_is_accessible_and_quiet(
    browser: Browser, address: str, path: str, scheme: str
) -> None:
    """Alone, a chart fits a phone, follows the scheme, asks nobody else and breaks no rule."""
    asked: list[str] = []
    with window(browser, viewport=PHONE, color_scheme=scheme) as (page, complaints):
        page.on("request", lambda r: asked.append(r.url))
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.locator("svg[role=img]:visible").count() == 1
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 28)"}[scheme]
        assert not violations(page)
        assert not complaints
        assert all(url.startswith(address) for url in asked)


@pytest.mark.parametrize("path", EMBEDDED)
def test_a_frame_is_tall_enough_at_any_width(
    browser: Browser, address: str, site: Path, path: str
) -> None:
    """The one height of the line to copy shows a chart whole, however wide its frame is."""
    root, _, name = path.rpartition("embed/")
    line = embedding(site, root, name.removesuffix(".html"))
    declared = int(line.partition(' height="')[2].partition('"')[0])
    with window(browser, viewport=PHONE) as (page, _):
        page.goto(address + path)
        for width in (328, 400, 440, 480, 520, 560, 598, 620, 720):
            page.set_viewport_size({"width": width, "height": 200})
            needed = page.evaluate("document.documentElement.scrollHeight")
            assert needed <= declared, (width, needed, declared)


def test_a_frame_of_another_site_shows_the_chart(
    browser: Browser, root_address: str, site: Path, tmp_path: Path
) -> None:
    """The copied line, put into a page of another origin, shows the whole chart."""
    line = embedding(site, "", figures(site)[0][1])
    framing = f"<!doctype html><title>x</title>{line.replace(SITE, root_address)}"
    (tmp_path / "framing.html").write_text(framing, "utf-8")
    with serving(tmp_path) as elsewhere, window(browser) as (page, _):
        page.goto(elsewhere + "framing.html")
        expect(page.frame_locator("iframe").locator("h1")).to_be_visible()
        inside = page.frames[1]
        inside.wait_for_load_state()  # its style sheet among it
        assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert inside.locator("svg[role=img]:visible").count() == 1


def test_a_frame_leads_to_what_is_folded_away(browser: Browser, address: str) -> None:
    """Its links to table and sources open them on the chart's page, where the table comes."""
    with window(browser) as (page, complaints):
        for word, shown in (("Table", "table"), ("Sources", "li a")):
            page.goto(address + EMBEDDED[0])
            page.get_by_role("link", name=word, exact=True).click()
            expect(page.locator(f"figure details[open] {shown}").first).to_be_visible()
        assert not complaints


def test_links_and_lines_are_copied(browser: Browser, address: str) -> None:
    """“Copy link” copies the figure's address, and the line for other pages is copied whole."""
    rights = ["clipboard-read", "clipboard-write"]
    with window(browser, permissions=rights) as (page, complaints):
        page.goto(address + "sea.html")
        figure = page.locator("figure.t-figure").first
        name = figure.get_attribute("id")
        figure.get_by_role("button", name="Copy link", exact=True).click()
        expect(figure.get_by_role("button", name="Copied")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == f"{page.url}#{name}"
        figure.locator("summary", has_text="Embed").click()
        copy = figure.locator(".t-snippet .t-copy")
        copy.click()
        expect(copy).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == figure.locator("pre code").text_content()
        assert not complaints


def test_without_script_all_but_copying_is_there(browser: Browser, address: str) -> None:
    """Without JavaScript there are downloads, sources, ways to the facts and the chart alone."""
    with window(browser, java_script_enabled=False) as (page, _):
        page.goto(address + "sea.html")
        figure = page.locator("figure.t-figure").first
        for word in ("SVG", "CSV"):
            expect(figure.get_by_role("link", name=word, exact=True)).to_be_visible()
        assert figure.locator("button:visible").count() == 0
        for word, shown in (("Table", ":target"), ("Sources", ":target"), ("Embed", "h1")):
            figure.locator("summary", has_text=word).click()
            figure.locator("details[open] a").first.click()
            expect(page.locator(shown).first).to_be_visible()
            page.go_back()
