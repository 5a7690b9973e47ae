"""Makes the same N chapters as a project of each generator that is compared."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from compileall import compile_dir
from pathlib import Path
from typing import Any, Final

import yaml
from repository import ROOT
from text import CHARTS, Chapter

TITLES: Final = {"en": "Chapter {n}", "zh": "第{n}章"}
_LEDGERS: Final = ("ledger", "findings", "origins")


def ours(folder: Path, size: int) -> None:
    """Write an explainer of this project, with its own macros and theme."""
    shutil.copytree(ROOT / "macros", folder / "macros")
    compile_dir(folder / "macros", quiet=1)  # as pip does for the packages of the others
    config = _own_config(size)
    _write(folder / "mkdocs.yml", config)
    chapters = [Chapter(n) for n in range(1, size + 1)]
    _write(folder / "data/facts.yml", _dumped(_data(chapters)))
    for language in ("en", "zh"):
        docs = folder / "docs" / language
        _write(docs / "index.md", "# Index {#top}\n\n{{ strip() }}\n")
        for name in _LEDGERS:
            _write(docs / f"{name}.md", f"# {name.title()} {{#top}}\n\n{{{{ {name}() }}}}\n")
        for chapter in chapters:
            _write(docs / f"{chapter.name}.md", _page(chapter, language, _called, _our_chart))
    second = (ROOT / "docs/zh.yml").read_text("utf-8")
    _write(folder / "docs/zh.yml", second.partition("\nnav:")[0] + "\n" + _nav(size))


def material(folder: Path, size: int) -> None:
    """Write the same text for plain Material: typed numbers, no charts, both languages."""
    _material(folder, size, lambda _: "", {})


def usual(folder: Path, size: int) -> None:
    """Write the text for Material with macros and Altair as it is usually done.

    Charts are specifications in the page, drawn by Vega in the browser, from a bundle of the site.
    """
    import vl_convert

    _material(folder, size, _usual_chart, {"macros": _USUAL_OPTIONS})
    bundle = vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")
    _write(folder / "docs/vega.js", bundle)
    _write(folder / "main.py", _USUAL)
    data = {
        key: [{"year": each.year, "value": each.value} for each in row]
        for n in range(1, size + 1)
        for key, row in Chapter(n).series().items()
    }
    _write(folder / "data.json", json.dumps(data))


def starlight(folder: Path, size: int) -> None:
    """Write the text for Astro Starlight, with each chart as an SVG drawn when it is built."""
    package: dict[str, Any] = {"type": "module", "scripts": {"build": "astro build"}}
    package["dependencies"] = {
        "astro": "5.x",
        "@astrojs/starlight": "~0.37.0",
        "vega": "5.x",
        "vega-lite": "5.x",
    }
    _write(folder / "package.json", json.dumps(package))
    _write(folder / "astro.config.mjs", _STARLIGHT)
    _write(folder / "src/content.config.ts", _CONTENT)
    _write(folder / "src/Chart.astro", _ASTRO_CHART)
    data: dict[str, Any] = {}
    for n in range(1, size + 1):
        chapter = Chapter(n)
        data |= {
            k: [{"year": p.year, "value": p.value} for p in row]
            for k, row in chapter.series().items()
        }
        for language, place in (("en", ""), ("zh", "zh/")):
            text = _page(chapter, language, _typed, lambda key: f'<Chart series="{key}" />')
            title, _, body = re.sub(r" \{#[^}]*\}", "", text).partition("\n\n")
            head = f"---\ntitle: {title.lstrip('# ')}\n---\n"
            head += 'import Chart from "/src/Chart.astro";\n\n'
            _write(folder / f"src/content/docs/{place}{chapter.name}.mdx", head + body)
    for place in ("", "zh/"):
        _write(folder / f"src/content/docs/{place}index.md", "---\ntitle: Index\n---\n\nIndex.\n")
    _write(folder / "src/data.json", json.dumps(data))


KINDS: Final[Mapping[str, Callable[[Path, int], None]]] = {
    "material": material,
    "usual": usual,
    "starlight": starlight,
    "ours": ours,
}


def _page(
    chapter: Chapter,
    language: str,
    number: Callable[[Any, str], str],
    chart: Callable[[str], str],
) -> str:
    """Return a chapter: six sections of text, a chart after every second one."""
    sentences = list(chapter.sentences(language))
    gap = " " if language == "en" else ""
    written = [
        before + (gap + number(given, language) if given else "") + after
        for before, given, after in sentences
    ]
    parts = [f"# {TITLES[language].format(n=chapter.number)} {{#top}}"]
    series = iter(chapter.series())
    for section in range(2 * CHARTS):
        share = written[
            section * len(written) // (2 * CHARTS) : (section + 1) * len(written) // (2 * CHARTS)
        ]
        parts += [
            f"## {'Part' if language == 'en' else '部分'} {'abcdef'[section]} {{#part-{section}}}"
        ]
        parts += [gap.join(share)]
        if section % 2:
            parts += filter(None, [chart(next(series))])
    return "\n\n".join(parts) + "\n"


def _called(number: Any, language: str) -> str:
    return f'{{{{ fact("{number.series}[{number.year}]") }}}}'


def _typed(number: Any, language: str) -> str:
    return str(number.english if language == "en" else number.chinese)


def _our_chart(key: str) -> str:
    return (
        f'{{{{ lines(["{key}"], title="Revenue", measure="Revenue", why="It shows the years.") }}}}'
    )


def _usual_chart(key: str) -> str:
    return f'{{{{ chart("{key}") }}}}'


def _data(chapters: list[Chapter]) -> dict[str, Any]:
    def both(text: str) -> dict[str, str]:
        return {"en": _Quoted(text), "zh": _Quoted(text)}

    facts: list[dict[str, Any]] = []
    for chapter in chapters:
        for key, row in chapter.series().items():
            identity = {"concept": f"revenue_{key[-1]}", "entity": f"e{chapter.number}"}
            identity |= {"unit": "billion USD", "basis": "recognised"}
            rows = [{"period": p.year, "origin": "register", "value": p.value} for p in row]
            facts.append(
                {
                    "series": key,
                    "label": both(f"Revenue {key[-1]} of {_spelt(chapter.number)}"),
                    "is": identity,
                    "rows": rows,
                }
            )
    return {
        "site": {
            "as_of": "2026-01-02",
            "title": both("Benchmark"),
            "article": {"origin": "article", "written": "2026-01-01"},
            "chapters": [],
        },
        "terms": [{"id": f"revenue_{x}", "label": both("revenue")} for x in "abc"],
        "units": [],
        "entities": [
            {"id": f"e{c.number}", "label": both(f"Firm {_spelt(c.number)}")} for c in chapters
        ],
        "origins": [_origin("article"), _origin("register")],
        "facts": facts,
        "statements": [],
        "developments": [],
        "names": [_Quoted("CC BY 4.0")],
        "changes": [],
    }


def _spelt(number: int) -> str:
    """Return a name without a digit: the lint would ask where it comes from."""
    return "".join("BDFGKLMNPR"[int(digit)] + "aeiouaeiou"[int(digit)] for digit in str(number))


class _Quoted(str):
    """A text, which the data file asks to be quoted."""


class _Dumper(yaml.SafeDumper):
    """Writes texts in quotation marks."""


_Dumper.add_representer(
    _Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def _dumped(data: dict[str, Any]) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


def _origin(name: str) -> dict[str, Any]:
    return {
        "id": name,
        "publisher": {"en": _Quoted(name.title()), "zh": _Quoted(name.title())},
        "title": _Quoted(name.title()),
        "url": _Quoted(f"https://{name}.example/"),
        "published": "2026-01-01",
        "accessed": "2026-01-02",
        "tier": "press",
    }


def _nav(size: int, extra: tuple[str, ...] = _LEDGERS) -> str:
    pages = ["index", *(f"chapter-{n}" for n in range(1, size + 1)), *extra]
    return "nav:\n" + "".join(f"  - {name}.md\n" for name in pages)


def _own_config(size: int) -> str:
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    start, end = text.index("\nnav:"), text.index("\ncopyright:")
    return text[:start] + "\n" + _nav(size) + text[end:]


def _material(
    folder: Path, size: int, chart: Callable[[str], str], plugins: dict[str, Any]
) -> None:
    """Write a Material site of 2 N pages; the second language lies in a folder."""
    for n in range(1, size + 1):
        for language, place in (("en", ""), ("zh", "zh/")):
            page = _page(Chapter(n), language, _typed, chart)
            _write(folder / f"docs/{place}chapter-{n}.md", page)
    for place in ("", "zh/"):
        _write(folder / f"docs/{place}index.md", "# Index\n")
    config = {
        "site_name": "Benchmark",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "plugins": {"search": {"lang": ["en"]}} | plugins,
        "markdown_extensions": ["attr_list", "md_in_html"],
        **({"extra_javascript": ["vega.js"]} if plugins else {}),
        "nav": [
            f"{place}{name}.md"
            for place in ("", "zh/")
            for name in ("index", *(f"chapter-{n}" for n in range(1, size + 1)))
        ],
    }
    _write(folder / "mkdocs.yml", yaml.safe_dump(config, sort_keys=False))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def pages_of(site: Path) -> Iterator[Path]:
    """Yield the built pages of a site."""
    yield from site.rglob("*.html")


_USUAL_OPTIONS: Final = {"module_name": "main", "j2_comment_start_string": "<!--#"}
_USUAL: Final = """import json
from pathlib import Path

import altair as alt

DATA = json.loads(Path("data.json").read_text())


def define_env(env):
    @env.macro
    def chart(key):
        rows = alt.Data(values=DATA[key])
        lines = alt.Chart(rows).mark_line(point=True).encode(x="year:O", y="value:Q")
        spec = lines.properties(width="container", height=300).to_json(indent=None)
        name = f"chart-{key}"
        return (
            f'<div id="{name}" style="width:100%"></div>'
            f'<script>addEventListener("load",()=>vegaEmbed("#{name}", {spec}))</script>'
        )
"""
_STARLIGHT: Final = """import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({
  integrations: [starlight({
    title: "Benchmark",
    defaultLocale: "root",
    locales: { root: { label: "English", lang: "en" }, zh: { label: "中文", lang: "zh" } },
  })],
});
"""
_CONTENT: Final = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
const docs = defineCollection({ loader: docsLoader(), schema: docsSchema() });
export const collections = { docs };
"""
_ASTRO_CHART: Final = """---
import * as vega from "vega";
import { compile } from "vega-lite";
import data from "/src/data.json";
const { series } = Astro.props;
const { spec } = compile({
  width: 640, height: 300, data: { values: data[series] }, mark: { type: "line", point: true },
  encoding: { x: { field: "year", type: "ordinal" }, y: { field: "value", type: "quantitative" } },
});
const svg = await new vega.View(vega.parse(spec), { renderer: "none" }).toSVG();
---
<figure set:html={svg} />
"""
