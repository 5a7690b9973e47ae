"""What a page is made of: what it shows of data and other pages, and of most no other word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import bindings
import mutation
import pytest
from explainers import FIXTURE, lay_out
from mutation import Mutation
from nudges import edited
from repository import ROOT

from macros.audit.audit import Audit
from macros.data.inputs import DATA_FILE
from macros.data.load import load_text
from macros.data.pieces import Pieces
from macros.pages.edition import Edition
from macros.pages.figures import Figure, charts_of, named
from macros.pages.macros.registry import is_wide, kind_of
from macros.pages.parts import ShownByCalls, digests
from macros.pages.project import Project, open_project
from macros.pages.source import Page
from macros.problems import Problems
from macros.site.abstract import abstracts
from macros.site.downloads import head
from macros.site.finish import finish

PAGE = "docs/en/sea.md"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the fixture explainer, laid out."""
    return lay_out(tmp_path_factory.mktemp("explainer"))


@pytest.fixture(autouse=True)
def _undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    bindings.stub_drawing(monkeypatch)
    mutation.keep_words(monkeypatch)


def digests_of(project: Project) -> Mapping[str, str]:
    """Return the digests of an explainer's pages."""
    return digests(project.data, project.editions.values())


def after(root: Path, change: Callable[[str], str], path: str = PAGE) -> Mapping[str, str]:
    """Return the digests of an explainer of which one page is changed for a moment."""
    text = (FIXTURE / path).read_text("utf-8")
    changed = change(text)
    assert changed != text
    (root / path).write_text(changed, "utf-8")
    try:
        return digests_of(open_project(root))
    finally:
        (root / path).write_text(text, "utf-8")


def made_of_all(root: Path, *calls: str) -> set[str]:
    """Return the pages with some calls."""
    pages = open_project(root).pages
    return {page.path for page in pages if any(f"{call}(" in page.text for call in calls)}


def test_words_are_a_pages_own(root: Path) -> None:
    """A sentence changes the digest of its page, and of those that show calls with their lines."""
    before = digests_of(open_project(root))
    now = after(root, lambda text: f"{text}\nMore words.\n")
    changed = {path for path in before if before[path] != now[path]}
    assert changed == made_of_all(root, "example") | {PAGE}


def test_headings_and_calls_are_for_pages_that_show_all(root: Path) -> None:
    """A section, or a call, changes its page and those that list where facts are used."""
    before = digests_of(open_project(root))
    for more in ("## More", "More\n----", '{{ fact("bremerhaven_to_tokyo_suez") }}'):
        now = after(root, lambda text, more=more: f"{text}\n{more}\n")  # type: ignore[misc]
        changed = {path for path in before if before[path] != now[path]}
        assert changed == made_of_all(root, "ledger", "findings", "changes", "example") | {PAGE}


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("---\n", "---\nmore: 1\n", 1),
        lambda text: text.replace("\n# ", "\n# More ", 1),
        lambda text: f"{text}\nMore\n====\n",
    ],
)
def test_what_others_may_show_changes_all(root: Path, change: Callable[[str], str]) -> None:
    """Front matter and titles are in the digest of every page."""
    before, now = digests_of(open_project(root)), after(root, change)
    assert before.keys() == now.keys()
    assert all(before[path] != now[path] for path in before)


def test_two_charts_that_want_one_address_know_of_each_other(root: Path) -> None:
    """A chart takes another address when a page before it has one like it."""
    chart = '{{ lines(["arctic_extent"], title="T", measure="M", why="W") }}'
    (root / "docs/en/ice.md").write_text(
        (FIXTURE / "docs/en/ice.md").read_text("utf-8") + f"\n{chart}\n", "utf-8"
    )
    before = digests_of(open_project(root))
    now = after(root, lambda text: f"{text}\n{chart.replace('T', 'U')}\n")
    (root / "docs/en/ice.md").write_text((FIXTURE / "docs/en/ice.md").read_text("utf-8"), "utf-8")
    assert before["docs/en/ice.md"] != now["docs/en/ice.md"]
    assert before["docs/en/data.md"] != now["docs/en/data.md"] or "example" in before


@pytest.mark.parametrize("folder", [FIXTURE, ROOT], ids=["fixture", "this_site"])
def test_a_chart_has_the_address_that_all_charts_leave_it(folder: Path) -> None:
    """Who asks for one address gets it of the charts that may want the same, and no others."""
    for edition in open_project(folder).editions.values():
        names = named(charts_of(edition))
        assert names == {picture: Figure(edition, picture, "").id for picture in names}


def test_no_page_changes_whose_digest_stays() -> None:
    """Whatever report, name, note or event changes, a page that shows it has another digest."""
    start = Mutation()
    texts = [
        edited(start.text, [edit for leaf in batch for edit in start.edits[leaf]])
        for batch in start.batches()
    ]
    for words in ("label", "note", "caveat", "impact"):
        said = re.compile(rf'^  {words}:.*?(?=\w+[.”]*")', re.MULTILINE | re.DOTALL)
        texts.append(said.sub(r"\g<0>more ", start.text, count=1))
    before = project_of(start.text, start.pages)
    was, had = digests_of(before), shown(before)
    stayed = 0
    for text in texts:
        assert text != start.text
        assert Pieces(text).rest == Pieces(start.text).rest
        after = project_of(text, start.pages)
        now, has = digests_of(after), shown(after)
        stayed += sum(was[path] == now[path] for path in was)
        assert not [path for path in was if had[path] != has[path] and was[path] == now[path]]
    assert stayed > 2 * len(texts)


def project_of(text: str, pages: tuple[Page, ...]) -> Project:
    """Return the fixture explainer with other data."""
    problems = Problems()
    book = load_text(text, DATA_FILE, problems)
    assert book is not None and not problems.errors, [str(each) for each in problems]
    return Project(FIXTURE, Audit(book), problems, pages, data=text)


def shown(project: Project) -> dict[str, str]:
    """Return what each page shows in place of its calls, with all that comes beside it."""
    found = {}
    for edition in project.editions.values():
        for page in edition.pages:
            found[page.path] = finished(edition, page)
    return found


def finished(edition: Edition, page: Page) -> str:
    """Return a page with nothing in it but its calls, finished."""
    calls = "".join(f"<p>{edition.interpret(call).html}</p>" for call in page.calls)
    done = finish(edition, f"<article>{calls}</article>", page.address)
    return "\0".join([done.html, *(body.decode() for body in done.beside.values())])


class Noted(dict[str, Any]):
    """Things of facts that note of which facts they are read."""

    read: set[str] | None = None

    def _note(self, keys: Iterable[str]) -> None:
        if Noted.read is not None:
            Noted.read |= {key.partition("[")[0] for key in keys if key in self}

    def __getitem__(self, key: str) -> Any:
        self._note([key])
        return super().__getitem__(key)

    def get(self, key: str, otherwise: Any = None) -> Any:
        """Return a thing, if there is one."""
        self._note([key])
        return super().get(key, otherwise)

    def values(self) -> Any:
        """Return all."""
        self._note(self)
        return super().values()


@contextmanager
def noting() -> Iterator[set[str]]:
    """Note for a while of which facts something is read."""
    Noted.read = set()
    yield Noted.read
    Noted.read = None


def fresh(edition: Edition) -> Edition:
    """Return an edition that notes what is read, and has made but what it makes of all facts."""
    made = replace(edition)
    assert [Figure(made, picture, "").id for picture in charts_of(made)]
    for view in made.views.values():
        assert view.dated
        assert all(each.sentence is not None for each in view.prints)
    for asked in [asked for asked in made._made if isinstance(asked[0], str)]:
        del made._made[asked]
    made.__dict__["views"] = Noted(made.views)
    return made


@pytest.mark.parametrize("folder", [FIXTURE, ROOT], ids=["fixture", "this_site"])
def test_a_page_reads_no_fact_that_its_digest_is_not_made_of(folder: Path) -> None:
    """Whatever is read of the facts to show a page is among what its calls name, or behind it."""
    project = open_project(folder)
    audit = Audit(replace(project.book, facts=Noted(project.book.facts)))
    audit.__dict__["values"] = Noted(audit.values)
    assert audit.judgements
    for edition in replace(project, audit=audit).editions.values():
        known, reads = ShownByCalls(edition, Pieces(project.data)), 0
        for page in edition.pages:
            calls = tuple(call for call in page.calls if not is_wide(call))
            calls = tuple(call for call in calls if kind_of(call) != "count")
            named, valued = known.entries(calls)
            anew, own = fresh(edition), replace(page, calls=calls)
            kind = abstracts(anew)[page.name].kind
            with noting() as read:
                finished(anew, own)
                if kind != "ledger":  # whose head tells what all facts are of
                    assert head(anew, page.uri)
            assert read <= named | valued, page.path
            reads += len(read)
        assert reads
