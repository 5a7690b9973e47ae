"""What an explainer's configuration leaves out is set, and what its author says stays."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from edge_project import write
from markdown import markdown
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from macros.edge.settings import SEARCH, SETTINGS, THEME, complete

SHORT = "site_name: x\nextra:\n  languages: [en, zh]\nplugins: [search, macros]\n"


def completed(root: Path, text: str) -> MkDocsConfig:
    """Return a configuration with what the package adds to it."""
    for folder in ("en", "zh"):
        write(root / "docs" / folder / "index.md", "# T\n")
    write(root / "mkdocs.yml", text)
    config = load_config(str(root / "mkdocs.yml"))
    complete(config, root)
    return config


def test_a_short_configuration_is_enough(tmp_path: Path) -> None:
    """Theme, folder, languages, extensions and search come without being asked for."""
    config = completed(tmp_path, SHORT)
    assert config.theme.name == "material"
    assert config.theme.dirs[0] == str(THEME)
    assert config.theme["favicon"] == "assets/favicon.svg"
    assert config.docs_dir == str(tmp_path / "docs" / "en")
    assert config.extra["languages"] == {
        "en": {"name": "English", "path": ""},
        "zh": {"name": "中文", "path": "zh/"},
    }
    assert set(SETTINGS["markdown_extensions"]) <= set(config.markdown_extensions)
    assert config.mdx_configs["toc"]["permalink_title"] == "Link to this section"
    assert set(config.plugins) == {SEARCH, "macros"}
    assert config.plugins[SEARCH].config["lang"] == ["en"]
    assert config.validation.links.anchors == logging.WARNING


def test_the_plain_search_is_never_asked(tmp_path: Path) -> None:
    """Where the theme's search takes the place of MkDocs's own, no event reaches that one."""
    plugins = completed(tmp_path, SHORT).plugins
    for methods in plugins.events.values():
        modules = [method.__self__.__module__ for method in methods if hasattr(method, "__self__")]
        assert not [name for name in modules if name.startswith("mkdocs.contrib")]
    assert len(plugins.events["config"]) == len(plugins)


def test_what_an_author_says_stays(tmp_path: Path) -> None:
    """Of each group of settings, those that are given hold, and the others are added."""
    text = (
        "site_name: x\nuse_directory_urls: true\nextra:\n  languages: [zh]\n  scope: /x/\n"
        "theme:\n  name: material\n  favicon: mine.png\n  custom_dir: look\n"
        "markdown_extensions:\n  - toc:\n      permalink: true\nextra_css: [mine.css]\n"
        "validation:\n  nav:\n    omitted_files: ignore\n"
        "plugins:\n  - search:\n      lang: [ja]\n  - macros:\n      on_undefined: keep\n"
    )
    write(tmp_path / "look" / "main.html", "")
    config = completed(tmp_path, text)
    assert config.use_directory_urls
    assert config.extra["scope"] == "/x/"
    assert config.theme["favicon"] == "mine.png"
    assert config.theme["language"] == "zh"
    assert config.theme.dirs[:2] == [str(tmp_path / "look"), str(THEME)]
    assert config.mdx_configs["toc"]["permalink"] is True
    assert "slugify" in config.mdx_configs["toc"]
    assert config.extra_css[-1] == "mine.css"
    assert config.validation.nav.omitted_files < logging.INFO
    assert config.plugins[SEARCH].config["lang"] == ["ja"]
    assert config.plugins[SEARCH].config["pipeline"] == []
    assert config.plugins["macros"].config["on_undefined"] == "keep"
    assert config.plugins["macros"].config["modules"] == ["macros"]


@pytest.mark.parametrize(
    ("languages", "names"),
    [
        ("", ["English", "中文"]),
        ("extra:\n  languages: [zh, en]\n", ["中文", "English"]),
        (
            "extra:\n  languages:\n    en: {name: British, path: gb/}\n    zh:\n",
            ["British", "中文"],
        ),
    ],
)
def test_languages_are_named_once(tmp_path: Path, languages: str, names: list[str]) -> None:
    """They are listed, named, or told by their folders; the first one is at the root."""
    config = completed(tmp_path, f"site_name: x\n{languages}plugins: [search, macros]\n")
    found = config.extra["languages"]
    assert [each["name"] for each in found.values()] == names
    first, second = found
    assert [each["path"] for each in found.values()] == ["", f"{second}/"]
    assert config.extra["language"] == first


def test_pages_are_not_changed_in_place(tmp_path: Path) -> None:
    """The theme's instant navigation, which would come with a search, stays out; the rest stays."""
    features = "[navigation.instant, navigation.instant.progress, search.share]"
    config = completed(tmp_path, f"{SHORT}theme:\n  name: material\n  features: {features}\n")
    assert config.theme["features"] == ["search.share"]


def test_aligned_cells_need_no_style(tmp_path: Path) -> None:
    """Markdown aligns the cells of a table without a style, which the policy would refuse."""
    config = completed(tmp_path, SHORT)
    table = "|a|b|\n|:-|-:|\n|1|2|"
    made = markdown(table, extensions=["tables"], extension_configs=config.mdx_configs)
    assert '<td align="right">2</td>' in made and "style" not in made
