"""Which files are pages is what MkDocs says, and the engine runs the calls of macros alone."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from macros.pages.configuration import Configuration
from macros.pages.contexts import accepted
from macros.pages.files import files_in
from macros.pages.source import read_pages
from macros.problems import Problems

PAGES: Final = (
    *("index.md", "README.md", "one.markdown", "two.mdown", "three.mkdn", "four.mkd", "five.MD"),
    *("a/README.md", "a/b/index.md", "a b?.md", "c#d.md", "第一.md", "same.md", "same.mkd"),
    *(".hidden.md", ".ipynb_checkpoints/x.md", "templates/t.md", "drafts/d.md", "x.md/in.md"),
    *("picture.svg", "ready.html", "left.txt", "drafts/kept.md"),
)
EXCLUDE: Final = "drafts/\n!drafts/kept.md\n*.txt\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """Return a folder with every kind of file, a link to a folder and a lock of an editor."""
    docs = tmp_path / "docs" / "en"
    for name in PAGES:
        file = docs / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# A\n", "utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "linked.md").write_text("# L\n", "utf-8")
    (docs / "folder").symlink_to(elsewhere, target_is_directory=True)
    (docs / ".#one.md").symlink_to("user@host.1234")
    return docs


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("exclude", ["", EXCLUDE])
def test_the_files_are_those_of_mkdocs(docs: Path, exclude: str, folders: bool) -> None:
    """Files, pages and addresses are MkDocs's own, whatever is there and is excluded."""
    config = MkDocsConfig()
    config.load_dict(
        {"site_name": "x", "docs_dir": str(docs), "use_directory_urls": folders}
        | ({"exclude_docs": exclude} if exclude else {})
    )
    assert config.validate() == ([], [])
    theirs = [f for f in get_files(config) if f.inclusion.is_included()]  # type: ignore[no-untyped-call]
    ours = files_in(docs, exclude, folders)
    assert {(f.src_uri, f.dest_uri, f.is_documentation_page()) for f in theirs} == {
        (f.uri, f.address, f.is_page) for f in ours
    }


def test_all_of_them_are_read(docs: Path) -> None:
    """A configuration is asked what to leave out, and whether pages have folders."""
    settings = "use_directory_urls: true\nexclude_docs: |\n  drafts/\n"
    (docs.parents[1] / "mkdocs.yml").write_text(settings, "utf-8")
    site = Configuration(docs.parents[1])
    pages = {page.uri: page.address for page in read_pages(site, Problems())}
    assert pages["one.markdown"] == "one/index.html"
    assert "folder/linked.md" in pages
    assert not [uri for uri in pages if uri.startswith(("drafts", "."))]


def test_a_page_that_cannot_be_read_is_told(docs: Path) -> None:
    """A dead link with a page's name is a problem at its place."""
    (docs / "dead.md").symlink_to("nowhere")
    problems = Problems()
    read_pages(Configuration(docs.parents[1]), problems)
    assert [str(p) for p in problems] == [
        "docs/en/dead.md:0:0: cannot be read: No such file or directory [page]"
    ]


@pytest.mark.parametrize("sign", "\u2028\u0085\x0b\x0c\x1c\u202e\u2066\u200f")
def test_a_character_that_no_one_sees_is_refused(tmp_path: Path, sign: str) -> None:
    """What ends a line unseen, or turns text round, is told with its place and number."""
    (tmp_path / "docs" / "en").mkdir(parents=True)
    (tmp_path / "docs" / "en" / "p.md").write_bytes(f"# A\n\nOne{sign}two\n".encode())
    problems = Problems()
    read_pages(Configuration(tmp_path), problems)
    (problem,) = problems
    assert str(problem).startswith(f"docs/en/p.md:3:4: the character U+{ord(sign):04X} is not")


SAID: Final = (
    *('{{ fact("a") }}', "{{ evil() }}", "{{", "}}", "{%", "%}", "{", "}", "<!--#", "#-->", "<!--"),
    *("{{ cycler.__init__ }}", '"', " ", "\n", "text", "{#", "#", "if x", '{{- fact("b") -}}'),
)


@given(st.lists(st.sampled_from(SAID), max_size=12).map("".join))
def test_the_engine_runs_nothing(text: str) -> None:
    """Whatever a page holds, whole calls of known macros are run, and the engine runs none."""
    engine = Environment(comment_start_string="<!--#", comment_end_string="#-->")  # noqa: S701
    run: list[str] = []

    def fact(key: str) -> str:
        run.append(key)
        return "{{ evil() }}{"

    made = accepted(text, {"fact": fact})
    assert not [value for _, kind, value in engine.lex(made) if kind == "name"]
    engine.from_string(made).render()
    assert set(run) <= {"a", "b"}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('It was {{ fact("a", 1, b=2) }}, said.', "It was ('a', 1)<b>2</b>, said."),
        ("A <!--# not {{ shown }} #-->word", "A word"),
        ("## T { #id }\n\n<!-- a remark -->", "## T { #id }\n\n<!-- a remark -->"),
        ("{{ 7 * 7 }}", "&#123;{ 7 * 7 }}"),
        ("{% set x = 1 %}", "&#123;% set x = 1 %}"),
    ],
)
def test_what_is_no_call_is_text(text: str, kept: str) -> None:
    """A call is run as it is written, a remark goes, and braces of anything else are shown."""
    assert accepted(text, {"fact": lambda *args, b: f"{args}<b>{b}</b>"}) == kept
