"""What an explainer's configurations say, each with what it inherits."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from macros.checks.pages.settings import check_settings
from macros.pages.configuration import Configuration
from macros.problems import Problems

_PLUGINS = "plugins: [macros, tieout]\n"


def written(root: Path, **files: str) -> Configuration:
    """Return the configuration of a folder with some files; `_` stands for `/`, then for `.`."""
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Configuration(root)


@pytest.mark.parametrize(
    ("main", "folders", "languages"),
    [
        ("extra: {languages: [zh, en]}\n", (), ("zh", "en")),
        ("extra: {languages: {en: {name: English}}}\n", ("en", "zh"), ("en",)),
        ("extra: {languages: [xx, zh]}\n", (), ("zh",)),
        ("extra: {languages: [en, fr]}\n", ("en", "zh"), ("en", "zh")),
        ("extra: {languages: English}\n", ("en",), ("en",)),
        ("site_name: x\n", ("zh",), ("zh",)),
        ("site_name: x\n", (), ("en", "zh")),
    ],
)
def test_languages(
    tmp_path: Path, main: str, folders: tuple[str, ...], languages: tuple[str, ...]
) -> None:
    """They are those that are listed, else those that have pages; the first is at the root."""
    for name in folders:
        (tmp_path / "docs" / name).mkdir(parents=True)
    assert written(tmp_path, mkdocs_yml=main).languages == languages


def test_a_language_s_pages_lie_where_its_path_says(tmp_path: Path) -> None:
    """Without a path they lie under its code, the first one’s at the root whatever it says."""
    main = "extra: {languages: {en: {path: e}, zh: {path: /cn}}}\n"
    assert written(tmp_path, mkdocs_yml=main).folders == {"en": "", "zh": "cn/"}
    assert written(tmp_path, mkdocs_yml="extra: {languages: [zh, en]}\n").folders == {
        "zh": "",
        "en": "en/",
    }


@pytest.mark.parametrize("path", ["../out", "a b", "cn/../..", ".git"])
def test_a_path_out_of_the_site_is_told(tmp_path: Path, path: str) -> None:
    """A path that is no folder of the site is an error where its language is listed."""
    main = f"{_PLUGINS}extra: {{languages: {{en: {{}}, zh: {{path: {path}}}}}}}\n"
    problems = Problems()
    check_settings(written(tmp_path, mkdocs_yml=main, docs__zh_yml="nav: []\n"), problems)
    assert [str(each) for each in problems] == [
        f"mkdocs.yml:2:29: {path!r} is no folder for the pages of 'zh' "
        "(write one such as cn/) [data]"
    ]


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    """A code that no folder of the package bears is an error where it is listed."""
    site = written(tmp_path, mkdocs_yml=_PLUGINS + "extra:\n  languages: [en, zz]\n")
    problems = Problems()
    check_settings(site, problems)
    assert [str(each) for each in problems] == [
        "mkdocs.yml:3:19: there is no language 'zz' (write some of en, zh, in [ ]) [data]"
    ]


def test_an_overlay_is_over_what_it_inherits(tmp_path: Path) -> None:
    """A setting is looked for where the build begins, then in what that inherits."""
    written(
        tmp_path,
        mkdocs_yml="site_name: x\nexclude_docs: a\nextra: {languages: [en, zh]}\n",
        prod_yml="INHERIT: mkdocs.yml\nexclude_docs: b\n",
        docs__zh_yml="INHERIT: ../mkdocs.yml\nsite_name: y\n",
    )
    site = Configuration(tmp_path, "prod.yml")
    assert site.languages == ("en", "zh")
    found = [
        (site.setting(code, "site_name"), site.setting(code, "exclude_docs"))
        for code in ("en", "zh")
    ]
    assert found == [("x", "b"), ("y", "b")]
    node = site.found("en", "site_name")
    assert isinstance(node, yaml.ScalarNode) and node.start_mark.name == "mkdocs.yml"


@pytest.mark.parametrize(
    ("main", "other", "told"),
    [
        ("edit_uri: edit/main/docs/en/\n", "edit_uri: edit/main/docs/zh/\n", []),
        ("edit_uri: ''\nrepo_url: https://h/o/n\n", "", []),
        ("edit_uri: edit/main/docs/en/\n", "", ["mkdocs.yml:3:11: … docs/zh/"]),
        (
            "repo_url: https://h/o/n\n",
            "",
            [f"mkdocs.yml:3:11: … docs/{each}/" for each in ("en", "zh")],
        ),
        ("edit_uri_template: 'x/docs/en/{path}'\n", "edit_uri_template: 'x/docs/zh/{path}'\n", []),
    ],
)
def test_the_edit_button_is_right_in_each_language(
    tmp_path: Path, main: str, other: str, told: list[str]
) -> None:
    """An address that would lead to another language's pages, or to none, is refused."""
    base = "plugins: [macros, tieout]\nextra: {languages: [en, zh]}\n"
    site = written(tmp_path, mkdocs_yml=base + main, docs__zh_yml="site_name: y\n" + other)
    problems = Problems()
    check_settings(site, problems)
    said = [f"{each.where}: … {each.message.rpartition(' ')[2]}" for each in problems]
    assert said == told
