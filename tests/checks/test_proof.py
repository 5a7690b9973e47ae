"""The proof sheet: what shows numbers stays unread until a person has read it by its facts."""

from __future__ import annotations

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edge_project import contents
from explainers import FIXTURE
from opened import this_project
from repository import ROOT

from macros.checks.proof.readings import FILE, record
from macros.checks.proof.sheet import SheetEntry, sheet
from macros.checks.proof.unread import read_by
from macros.cli import main
from macros.pages.project import open_project
from macros.problems import Problems

IDENTITY = ("-c", "user.name=A", "-c", "user.email=a@example.org")
SIGNED: dict[frozenset[tuple[str, bytes]], bytes] = {}
"""What is recorded when all of some files has been read."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the fixture explainer."""
    shutil.copytree(FIXTURE, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of the smallest explainer, for what has nothing to do with its pages."""
    shutil.copytree(ROOT / "tests/tiny", tmp_path, dirs_exist_ok=True)
    return tmp_path


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def read(project: Path, *paths: str) -> None:
    done = run("proof", "--root", project, "--read", "AB", *paths)
    assert done.exit_code == 0, done.output


def sign(project: Path) -> None:
    """Record that all has been read, without asking whether something is wrong with it.

    Where the same files were signed before, what was recorded then is copied.
    """
    files = frozenset(contents(project).items())
    if files not in SIGNED:
        record(project, read_by("AB 2026-06-01", entries(project), ())[0])
        assert unread(project) == []
        SIGNED[files] = (project / FILE).read_bytes()
    (project / FILE).write_bytes(SIGNED[files])


def change(project: Path, file: str, old: str, new: str) -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert text.count(old) == 1, text.count(old)
    path.write_text(text.replace(old, new), "utf-8")


def entries(project: Path) -> list[SheetEntry]:
    return sheet(open_project(project), Problems())


def unread(project: Path) -> list[SheetEntry]:
    return [entry for entry in entries(project) if not entry.by]


class Tags(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not any(name.startswith("on") or name in ("src", "href") for name, _ in attrs)


def test_what_is_read_stays_read(project: Path) -> None:
    """All is unread at first; after a reading nothing is, and the check is silent about it."""
    assert len(unread(project)) == len(entries(project)) > 80
    assert {"[proof]", "[compares]"} <= set(run("check", "--root", project).output.split())
    read(project)
    assert unread(project) == []
    assert not {"[proof]", "[compares]"} & set(run("check", "--root", project).output.split())
    assert run("check", "--root", project, "--strict-proof").exit_code == 0


def test_a_changed_value_opens_what_cites_it(project: Path) -> None:
    """A changed value opens each passage that cites the fact or what follows from it, no other."""
    sign(project)
    change(
        project,
        "data/facts.yml",
        'printed: "426.90 ppm", value: 426.90',
        'printed: "426.91 ppm", value: 426.91',
    )
    opened = unread(project)
    assert opened
    assert all("co2_peak[2024-05]" in entry.keys for entry in opened)
    cited = [entry for entry in entries(project) if "co2_peak[2024-05]" in entry.keys]
    assert len(opened) == len(cited)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("docs/en/ice.md", "In the south the high", "In the north the high"),
        ("docs/zh/ice.md", "北极", "南极"),
        ("docs/en/ice.md", "Extent in square kilometers", "Area in square kilometers"),
        ("data/facts.yml", "So one institute counts it", "So an institute counts it"),
    ],
)
def test_a_changed_word_opens_its_passage(project: Path, file: str, old: str, new: str) -> None:
    """A word changed in a sentence, a chart or a remark opens that, and of the data its entry."""
    text = (project / file).read_text("utf-8")
    at = text.index(old)
    sign(project)
    (project / file).write_text(text[:at] + new + text[at + len(old) :], "utf-8")
    opened = unread(project)
    assert len(opened) == 1 + (file == "data/facts.yml")
    assert all(file in {side.where.path for side in e.sides.values()} for e in opened)


@pytest.mark.parametrize(
    ("file", "one", "other"),
    [
        ("data/facts.yml", 'label: {en: "the Arctic"', 'label: {en: "Antarctica"'),
        ("docs/en/index.md", '"Leaflet", "Checked"', '"Checked", "Leaflet"'),
        ("docs/en/ice.md", "## On the water", "## On land"),
        ("docs/en/charts.md", "So far", "Today"),
        ("docs/en/sea.md", "greenland * (1 + pace)", "greenland * (1 + 2 * pace)"),
        ("docs/en/sea.md", "zero=False", "zero=True"),
        ("docs/en/ice.md", "# The ice {#top}", "# The sea {#top}"),
        ("data/facts.yml", 'en: "Met Office"', 'en: "XLV Offices"'),
        ("data/facts.yml", "was: {value: 5}", "was: {value: 7}"),
    ],
)
def test_what_gives_a_number_its_meaning_opens_it(
    project: Path, file: str, one: str, other: str
) -> None:
    """Names that change places, what a call is given and a heading are read again."""
    sign(project)
    text = (project / file).read_text("utf-8")
    swapped = text.replace(one, "\0").replace(other, one).replace("\0", other)
    assert swapped != text
    (project / file).write_text(swapped, "utf-8")
    assert file in {side.where.path for entry in unread(project) for side in entry.sides.values()}


def test_what_a_value_is_reckoned_of_opens_it(project: Path) -> None:
    """A fact that is now of somebody else opens what cites only a share of it."""
    sign(project)
    cited = {e.where for e in entries(project) if "arctic_record_drop_share" in e.keys}
    text = (project / "data/facts.yml").read_text("utf-8")
    at = text.index("entity: arctic", text.index("- series: arctic_low"))
    changed = text[:at] + "entity: world" + text[at + len("entity: arctic") :]
    (project / "data/facts.yml").write_text(changed, "utf-8")
    assert cited
    assert cited <= {entry.where for entry in unread(project)}


@pytest.mark.parametrize(
    "words",
    [
        "It lost ⠼⠙⠑ tonnes.",
        "It lost XLV tonnes.",
        "It lost sevenscore tonnes.",
        "It lost cinq cents tonnes.",
        "It lost fıve tonnes.",
        "It lost `forty-five` tonnes.",
        "The tonnes that it lost (about\n45) are gone.",
        "Whoever lives across the sea emits less.",
        '!!! note "XLV tonnes"',
        "- [x] XLV tonnes",
        '![XLV tonnes](data.md "C tonnes")',
    ],
)
def test_no_word_is_so_rare_that_nobody_reads_it(project: Path, words: str) -> None:
    """A number that no list knows is on the sheet, because all that is said is."""
    page = project / "docs" / "en" / "sea.md"
    page.write_text(page.read_text("utf-8") + f"\n\n{words}\n", "utf-8")
    told = "\n".join(side.words for entry in unread(project) for side in entry.sides.values())
    for word in re.findall(r"[^\W\d_]{3,}", words):
        assert word in told


def test_the_identity_of_a_fact_opens_what_cites_it(project: Path) -> None:
    """A fact that is now of another basis has to be read again, though no word changed."""
    sign(project)
    text = (project / "data/facts.yml").read_text("utf-8")
    at = text.index("basis: estimate", text.index("- id: europe_per_person"))
    changed = text[:at] + "basis: survey" + text[at + len("basis: estimate") :]
    (project / "data/facts.yml").write_text(changed, "utf-8")
    assert unread(project)
    assert all("europe_per_person" in entry.keys for entry in unread(project))


def test_both_languages_stand_side_by_side() -> None:
    """Nearly all passages of this site have a side in each language, with the same facts."""
    found = sheet(this_project(), Problems())
    paired = [entry for entry in found if len(entry.sides) == 2]
    alike = [
        e for e in paired if len({frozenset(side.cited.keys) for side in e.sides.values()}) == 1
    ]
    assert len(paired) >= 0.95 * len(found)
    assert len(alike) >= 0.97 * len(paired)


def test_every_call_of_a_number_is_on_the_sheet() -> None:
    """Each fact that a page, a chart or a remark cites is cited by a passage of the sheet."""
    project = this_project()
    cited = {key for entry in sheet(project, Problems()) for key in entry.keys}
    shown = {key for page in project.pages for call in page.calls for key in map(str, call.args)}
    assert shown & project.book.facts.keys() <= cited


def test_numbers_that_are_typed_are_shown(project: Path) -> None:
    """A number that stands by a rule, by a declared name or in code is on the sheet, too."""
    typed = "Of the 2nd kind, in 2021, see `94` and the Model 95."
    change(project, "data/facts.yml", "\nentities:", '\nnames: ["Model 95"]\nentities:')
    for language in ("en", "zh"):
        page = project / "docs" / language / "sea.md"
        page.write_text(page.read_text("utf-8") + f"\n\n{typed}\n", "utf-8")
    (entry,) = (e for e in entries(project) if "`94`" in next(iter(e.sides.values())).words)
    assert set(entry.sides["en"].cited.typed) == {"2nd", "in 2021", "`94`", "Model 95"}


def test_a_number_in_the_title_of_a_document_is_read(project: Path) -> None:
    """What a title says in numbers comes from no fact, and is read once, as it is quoted."""
    text = (project / "data/facts.yml").read_text("utf-8")
    title = re.search(r'title: "([^"]+)"', text.partition("\norigins:")[2])
    assert title
    change(project, "data/facts.yml", title[0], f'title: "{title[1]} by 94 billion"')
    titled = (e for e in entries(project) if e.name.startswith("title of "))
    (entry,) = (e for e in titled if "by 94 billion" in e.sides["en"].words)
    assert entry.sides["en"].cited.typed == ("94 billion",)


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Where China limps, India dances.", ["China", "India"]),
        ("India dances.", []),
        ('{{ claim("india_per_person < china_per_person", "India emits less than China") }}.', []),
    ],
)
def test_two_names_in_one_sentence_are_read(project: Path, sentence: str, named: list[str]) -> None:
    """What is said of two entities at once is on the sheet, however it compares them."""
    page = project / "docs" / "en" / "sea.md"
    page.write_text(f"# The sea {{#top}}\n\n{sentence}\n", "utf-8")
    sides = (
        entry.sides.get("en") for entry in entries(project) if entry.where.path.endswith("sea.md")
    )
    assert [[*side.named] for side in sides if side and side.named] == [named][: len(named)]


def test_what_may_be_held_against_each_other_is_pointed_at(project: Path) -> None:
    """Facts of two entities, alike but for that, are named unless a claim says which is more."""
    first, second = '{{ fact("india_per_person") }}', '{{ fact("china_per_person") }}'
    claim = '{{ claim("india_per_person < china_per_person", "fewer") }}'
    texts = {
        f"Side {first} at {second}.": ("india_per_person", "china_per_person"),
        f"Side {first}, {claim}, at {second}.": (),
        f'Side {first} at {{{{ fact("china_share") }}}}.': (),
    }
    for text, named in texts.items():
        for language in ("en", "zh"):
            page = project / "docs" / language / "sea.md"
            page.write_text(f"# The sea {{#top}}\n\n{text}\n", "utf-8")
        found = ((e, side.words) for e in entries(project) for side in e.sides.values())
        entry = next(e for e, words in found if words.startswith("Side"))
        assert entry.beside == named


def test_files_are_read_one_by_one(project: Path) -> None:
    """With a path, what stands in that file is recorded; a wrong one is told."""
    read(project, "docs/en/ice.md")
    assert {e.where.path for e in entries(project) if e.by} == {"docs/en/ice.md"}
    wrong = run("proof", "--root", project, "--read", "AB", "docs/en/icy.md")
    assert wrong.exit_code == 2
    assert "did you mean 'docs/en/ice.md'" in wrong.output


def test_a_later_reading_keeps_the_earlier_initials(project: Path) -> None:
    """Who read first stays on record; what is no longer there is forgotten."""
    read(project)
    change(project, "docs/en/ice.md", "In the south the high", "In the north the high")
    before = (project / FILE).read_text("utf-8").count(": AB")
    assert run("proof", "--root", project, "--read", "CD").output.startswith("read 1;")
    text = (project / FILE).read_text("utf-8")
    assert (text.count(": AB"), text.count(": CD")) == (before - 1, 1)


def test_the_check_says_how_much_is_unread(project: Path) -> None:
    """The check counts what is unread as a hint; strictly, it tells each place and fails."""
    told = run("check", "--root", project)
    assert told.exit_code == 0
    assert re.search(
        r"^data/proof.yml:0:0: hint: (\d+) of \1 passages .*\[proof\]$", told.output, re.M
    )
    strict = run("check", "--root", project, "--strict-proof")
    assert strict.exit_code == 1
    assert (
        len(re.findall(r"^docs/en/ice.md:\d+:\d+: nobody .*\[unread\]$", strict.output, re.M)) > 5
    )


@pytest.mark.parametrize(
    "text", ["- a list\n", "abc: [AB]\n", 'abc: "A\\nB"\n', "a: b: c\n", "abc: <b>\n"]
)
def test_a_broken_record_is_told(project: Path, text: str) -> None:
    """A record that cannot be read is a problem at its place, and nobody counts as having read."""
    (project / FILE).write_text(text, "utf-8")
    told = run("check", "--root", project)
    assert told.exit_code == 1, told.output
    assert re.search(r"^data/proof.yml:\d+:\d+: ", told.output, re.M)


@pytest.mark.parametrize("by", ["<b>", "a: b", "A\nB", "-", "x" * 99])
def test_initials_are_initials(project: Path, by: str) -> None:
    """What is no name in letters and digits is refused, and nothing is written."""
    assert run("proof", "--root", project, f"--read={by}").exit_code == 2
    assert not (project / FILE).exists()


def test_nothing_is_read_while_the_check_fails(project: Path) -> None:
    """A reading is not recorded while there are errors: what was read is not what will be there."""
    change(project, "docs/en/ice.md", 'fact("antarctic_high")', 'fact("antarctic_hihg")')
    told = run("proof", "--root", project, "--read", "AB")
    assert told.exit_code == 2
    assert "mend" in told.output


def test_the_page_is_safe_and_alone(project: Path) -> None:
    """The page loads and runs nothing, and shows markup in sentences as text."""
    for language in ("en", "zh"):
        page = project / "docs" / language / "sea.md"
        evil = "In 2021 &lt;script>alert(1)&lt;/script> `<img src=x onerror=alert(2)>` rose."
        page.write_text(page.read_text("utf-8") + f"\n\n{evil}\n", "utf-8")
    out = project / "proof.html"
    assert run("proof", "--root", project, "--out", out).exit_code == 0
    text = out.read_text("utf-8")
    tags = Tags()
    tags.feed(text)
    assert "&lt;script&gt;alert(1)" in text
    assert tags.seen.isdisjoint({"script", "img", "iframe", "link", "a", "object", "svg"})
    assert not re.search(r"@import|url\(", text)
    assert "default-src 'none'" in text


def test_the_text_says_the_same(project: Path) -> None:
    """As text, the sheet has each passage in both languages, and each fact with who and when."""
    text = run("proof", "--root", project, "--format", "text").output
    assert "  zh  " in text
    assert "[unread]" in text
    line = next(line for line in text.splitlines() if "co2_peak[2025-05]: " in line)
    assert "430.5\xa0ppm / 430.5ppm" in line
    assert "May 2025" in line


def test_a_value_without_a_print_is_said_to_have_none(project: Path) -> None:
    """A value with no print beside it is held against its origin by nothing but the eye."""
    change(project, "data/facts.yml", 'printed: "426.90 ppm", value: 426.90', "value: 426.90")
    text = run("proof", "--root", project, "--format", "text").output
    (line, *_) = (each for each in text.splitlines() if "co2_peak[2024-05]: " in each)
    assert line.count("no print is quoted") == 1


def test_an_unwritable_place_is_told(project: Path) -> None:
    """A place that cannot be written to is named, without a traceback."""
    (project / "taken").write_text("", "utf-8")
    told = run("proof", "--root", project, "--out", project / "taken" / "proof.html")
    assert told.exit_code == 2
    assert "taken" in told.output


@pytest.mark.parametrize(
    ("file", "one", "other"),
    [
        ("mkdocs.yml", "  - The ice: ice.md", '  - "45  tonnes": ice.md'),
        ("mkdocs.yml", "extra:", "extra:\n  status: {new: XLV}"),
        ("docs/zh.yml", "site_name: ", "site_name: 卌"),
    ],
)
def test_a_setting_is_read(project: Path, file: str, one: str, other: str) -> None:
    """A title or any other word of a configuration that changes is read again."""
    sign(project)
    change(project, file, one, other)
    assert [e.where.path for e in unread(project)] == ["mkdocs.yml"]


@pytest.mark.parametrize("heir", ["mkdocs.yml", "docs/zh.yml"])
def test_an_inherited_setting_is_read_and_checked(project: Path, heir: str) -> None:
    """What a configuration inherits is shown like its own, whatever file it stands in."""
    path = project / heir
    own = path.read_text("utf-8").replace("INHERIT: ../mkdocs.yml\n", "")
    base = "base.yml" if heir == "mkdocs.yml" else "../base.yml"
    path.write_text(f"INHERIT: {base}\n{own}", "utf-8")
    above = "" if heir == "mkdocs.yml" else "INHERIT: mkdocs.yml\n"
    (project / "base.yml").write_text(f"{above}site_author: A\n", "utf-8")
    sign(project)
    (project / "base.yml").write_text(f"{above}site_author: XLV\n", "utf-8")
    assert [e.where.path for e in unread(project)] == ["base.yml"]
    (project / "base.yml").write_text(f"{above}site_author: 95 billion\n", "utf-8")
    assert "bare number “95 billion” in the title" in run("check", "--root", project).output


@pytest.mark.parametrize(
    "path",
    [
        "docs/zh/seen.png",
        "docs/zh/seen.jxl",
        "docs/zh/seen.css",
        "look/assets/seen.png",
        "look/main.html",
    ],
)
def test_a_ready_file_is_read_by_an_eye(small: Path, path: str) -> None:
    """A file beside pages, or over the theme's, is on the sheet, and again if it changes."""
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\ntheme: {custom_dir: look}\n", "utf-8")
    picture = small / path
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"{{ 93 }}")
    (told,) = [entry for entry in unread(small) if entry.where.path == path]
    sign(small)
    picture.write_bytes(b"{{ 94 }}")
    (again,) = unread(small)
    assert again.where.path == path
    assert told.digest != again.digest


PARAGRAPHS = """
What the leaflet says:

- It lost much.
- It grew.

What is so:

- It stayed.

### Where

| Lost | Grew |
| --- | --- |
| land | sea |
| air | ice |

| Grew | Lost |
| --- | --- |
| sand | rock |

!!! note "As printed"

    It melted.

!!! note "As checked"

    It froze.

## Then {#then}

It stood. It fell.

### Before {#before}

It rose.
"""


@pytest.mark.parametrize(
    ("one", "other", "opened"),
    [
        ("- It grew.", "- It stayed.", "It grew."),
        ("| air | ice |", "| sand | rock |", "air | ice"),
        ("    It melted.", "    It froze.", "It melted."),
        ("It stood. It fell.", "It fell. It stood.", "It fell. It stood."),
        ("It stood. It fell.", "It rose.", "It rose."),
        ("It stood. It fell.", "It stood.", "It stood."),
        ("## Then {#then}", "## Later {#then}", "It rose."),
        ("What is so:", "What is not so:", "It stayed."),
        ("| Grew | Lost |", "| Sank | Lost |", "sand | rock"),
    ],
)
def test_what_stands_under_another_head_is_read_again(
    project: Path, one: str, other: str, opened: str
) -> None:
    """An item, a row or a sentence says something else under another head, by other words."""
    for language in ("en", "zh"):
        page = project / "docs" / language / "sea.md"
        page.write_text(page.read_text("utf-8") + PARAGRAPHS, "utf-8")
    sign(project)
    text = page.read_text("utf-8")
    page.write_text(text.replace(one, "\0").replace(other, one).replace("\0", other), "utf-8")
    told = [side.words for entry in unread(project) for side in entry.sides.values()]
    assert opened in told
    assert len(told) < 10


def test_a_sentence_that_goes_opens_its_paragraph(project: Path) -> None:
    """What is left of a paragraph is read again: “not so” may have gone."""
    sign(project)
    page = project / "docs/en/ice.md"
    first, gone, last = "In the south the high of 2023", " It fell short by ", "only by"
    text = page.read_text("utf-8")
    assert text.index(first) < text.index(gone) < text.index(last)
    page.write_text(text[: text.index(gone)] + text[text.index("\n", text.index(last)) :], "utf-8")
    (opened,) = unread(project)
    assert opened.sides["en"].words.startswith(first)


@pytest.mark.parametrize(
    ("path", "setting"),
    [
        ("hooks.py", "hooks: [macros/hooks.py, hooks.py]"),
        ("beside.py", "hooks: [macros/hooks.py, hooks.py]"),
        ("within/own.py", "hooks: [macros/hooks.py, within/own.py]"),
        ("within/what it reads.txt", "hooks: [macros/hooks.py, within/own.py]"),
        ("named by it.txt", "hooks: [macros/hooks.py, hooks.py]"),
        ("main.py", ""),
        ("yaml/__init__.py", ""),
        ("look/partials/footer.html", "theme: {custom_dir: look}"),
        ("docs/look/main.html", "theme: {custom_dir: docs/look}"),
        ("docs/en/.own.py", "hooks: [macros/hooks.py, docs/en/.own.py]"),
        ("data/own.py", "hooks: [macros/hooks.py, data/own.py]"),
        (".cache/own.py", "hooks: [macros/hooks.py, .cache/own.py]"),
        ("site/look/main.html", "theme: {custom_dir: site/look}"),
        ("yaml.so", ""),
        ("prod.yml", ""),
        ("own.py", 'hooks: [macros/hooks.py, "\\x6fwn.py"]'),
        ("more.yml", "plugins: {macros: {include_yaml: [more.yml]}}"),
        ("mine/it.py", "markdown_extensions: {x: {f: !!python/name:mine.it.f }}"),
    ],
)
def test_what_may_write_onto_a_page_is_read(small: Path, path: str, setting: str) -> None:
    """A hook, a module, a template and what these name stand on the sheet, by what they hold."""
    (small / "hooks.py").write_text("open('named by it.txt')\n", "utf-8")
    settings = small / "mkdocs.yml"
    name = setting.partition(":")[0]
    kept = re.sub(rf"(?m)^{name or '$'}:.*\n(?:[ -].*\n)*", "", settings.read_text("utf-8"))
    settings.write_text(f"{kept}\n{setting}\n", "utf-8")
    file = small / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("INHERIT: one", "utf-8")
    sign(small)
    file.write_text("INHERIT: two", "utf-8")
    assert [entry.where.path for entry in unread(small)] == [path]


def test_a_check_that_passed_is_made_again_for_a_hook(project: Path) -> None:
    """What is kept of a check is of the files, too, that may write onto pages."""
    hook = project / "own.py"
    hook.write_text("one", "utf-8")
    read(project)
    assert "unread 0" in run("check", "--root", project).output
    hook.write_text("two", "utf-8")
    assert "unread 1," in run("check", "--root", project).output


def test_a_clone_has_the_package_read_as_one(tmp_path: Path) -> None:
    """Where the package stands beside the data, a change of it is read, too."""
    (package,) = (e for e in sheet(this_project(), Problems()) if e.where.path == "macros")
    assert re.search(r"\([0-9a-f]{12}\)$", package.sides["en"].words)


def test_who_has_read_is_told(project: Path) -> None:
    """The check says who has read how much, and until which day."""
    read(project, "docs/en/ice.md")
    done = run("check", "--root", project)
    count = sum(entry.reader == "AB" for entry in entries(project))
    told = rf"^passages \d+: unread \d+, read by AB {count}, until \d{{4}}-\d\d-\d\d$"
    assert re.search(told, done.output, re.M)


def test_readings_that_a_change_brings_are_told(project: Path) -> None:
    """Who reviews a change sees which files it counts as read, and by whom; a name is no proof."""
    read(project, "docs/en/ice.md")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run(["git", *IDENTITY, *words], cwd=project, check=True)
    assert "read" not in run("diff", "--root", project).output
    read(project, "docs/en/sea.md")
    lines = run("diff", "--root", project).output.splitlines()
    (told,) = [line for line in lines if ": read " in line]
    count = sum(e.where.path == "docs/en/sea.md" for e in entries(project) if e.by)
    assert told.startswith(f"docs/en/sea.md: read {count} passages by AB 2")


@pytest.mark.parametrize(
    ("file", "one", "other"),
    [
        ("docs/en/sea.md", "did not fall", "did <b>not</b> fall"),
        ("docs/en/sea.md", "did not fall", "did ~~not~~ fall"),
        ("docs/en/sea.md", "[data](data.md)", "[data](sea.md)"),
        ("docs/en/sea.md", "Last.", "Last.\n{: .tabbed-block }"),
        ("docs/en/sea.md", "Last.", '<div class="giscus" markdown>\n\nLast.\n\n</div>'),
        ("docs/en/sea.md", "title: The sea", "title: The sea\nrevision_date: about XCV"),
        ("data/facts.yml", "verdict: contradicted", "verdict: supported"),
        ("data/facts.yml", "known: 2014-04-30", "known: 2025-04-30"),
        ("data/facts.yml", 'level: high\n    en: "The leaflet ties', None),
        ("data/facts.yml", "origins: [noaa_co2_2025]", "origins: [noaa_co2_2024]"),
        ("data/facts.yml", "2012-08-07, tier: press", "2012-08-07, tier: filing"),
        ("data/facts.yml", "science.nasa.gov/blogs", "science.nasa.org/blogs"),
        ("data/facts.yml", "omits: [measure]}\n", "omits: []}\n"),
        ("data/facts.yml", "part_of: antarctica}\n", "part_of: greenland}\n"),
        ("data/facts.yml", "written: 2024-07-15", "written: 2025-07-15"),
        ("data/facts.yml", "\nentities:", '\nnames: ["Model 95"]\nentities:'),
    ],
)
def test_nothing_changes_in_silence(project: Path, file: str, one: str, other: str | None) -> None:
    """Markup, front matter and whatever stands in an entry of the data: a change is unread."""
    page = project / "docs/en/sea.md"
    text = page.read_text("utf-8") + "\n\nIt did not fall. See [data](data.md).\n\nLast.\n"
    page.write_text(text, "utf-8")
    sign(project)
    text = (project / file).read_text("utf-8")
    assert one in text
    changed = text.replace(one, one.replace("high", "some") if other is None else other, 1)
    (project / file).write_text(changed, "utf-8")
    assert unread(project)


def test_markup_is_shown(project: Path) -> None:
    """What may show words otherwise than they are read stands beside them on the sheet."""
    page = project / "docs/en/sea.md"
    words = "\n\nIt <small>did</small> fall.\n{: .tabbed-block }\n"
    page.write_text(page.read_text("utf-8") + words, "utf-8")
    text = run("proof", "--root", project, "--format", "text").output
    assert "marked up: <small> </small> {: .tabbed-block }" in text


def test_what_was_read_and_is_gone_is_told(project: Path) -> None:
    """A paragraph that is taken away may have said that the next one is not so."""
    page = project / "docs/en/sea.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n\nNone of it is so.\n", "utf-8")
    pair = project / "docs/zh/sea.md"
    former = pair.read_text("utf-8")
    pair.write_text(f"{former}\n\n都不是这样。\n", "utf-8")
    read(project)
    assert "are gone" not in run("check", "--root", project).output
    page.write_text(text, "utf-8")
    pair.write_text(former, "utf-8")
    assert "hint: 1 passages that were read are gone" in run("check", "--root", project).output
    assert run("check", "--root", project, "--strict-proof").exit_code == 1
    read(project)
    assert "are gone" not in run("check", "--root", project).output
