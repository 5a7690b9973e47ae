"""What machines read besides pages: tables and their descriptions, the feed, the map."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree

import pytest
from explainers import Built, Published
from jsonschema import Draft4Validator, Draft202012Validator
from opened import fixture_edition, fixture_project, project_in

from macros.arithmetic.quantity import Interval, Quantity, point
from macros.language.writing import Language
from macros.pages.changes import changes_in
from macros.pages.views import MachineValue, amount
from macros.pages.voice import Voice
from macros.site.abstract import abstracts
from macros.site.downloads import feed
from macros.site.tables.columns import TABLES
from macros.site.tables.package import FILES

ADDRESS: Final = "https://meltwater.example/"
ROOTS: Final[dict[Language, str]] = {"en": "", "zh": "zh/"}
ATOM: Final = "{http://www.w3.org/2005/Atom}"
PROFILE: Final = json.loads(
    Path(__file__).with_name("schemas").joinpath("tabular-data-package.json").read_text("utf-8")
)
"""What the Data Package and Table Schema specifications ask for, as they publish it."""


def table(site: Path, name: str) -> tuple[list[str], list[dict[str, str]]]:
    """Return the header and the rows of a published table."""
    text = (site / f"data/{name}.csv").read_text("utf-8-sig")
    reader = csv.DictReader(io.StringIO(text))
    return list(reader.fieldnames or ()), list(reader)


def parsed(site: Path, path: str) -> Any:
    """Return what a published JSON file holds."""
    return json.loads((site / path).read_text("utf-8"))


def voice(language: Language) -> Voice:
    """Return the real project's voice."""
    return fixture_edition(language).voice


def test_records_are_as_their_schema_says(built: Built) -> None:
    """facts.json is valid by the JSON Schema beside it, and a wrong record is not."""
    site = built.site
    schema = parsed(site, "data/facts.records.schema.json")
    records = parsed(site, "data/facts.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    assert not [error.message for error in validator.iter_errors(records)]
    wrongs: tuple[dict[str, Any], ...] = (
        {"value": "5"},
        {"basis": "hearsay"},
        {"more": 1},
        {"prints": [{}]},
        {"id": ""},
    )
    for wrong in wrongs:
        assert not validator.is_valid([records[0] | wrong])


def test_the_package_describes_its_tables(built: Built) -> None:
    """datapackage.json is valid by its published profile; fields are headers; bytes agree."""
    site = built.site
    package = parsed(site, "data/datapackage.json")
    validator = Draft4Validator(PROFILE)
    assert not [error.message for error in validator.iter_errors(package)]
    wrongs: tuple[dict[str, Any], ...] = ({"licenses": []}, {"profile": "x"}, {"resources": [{}]})
    for wrong in wrongs:
        assert not validator.is_valid(package | wrong)
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        body = (site / "data" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(body)
        assert resource["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert names == table(site, resource["name"])[0]


def test_the_tables_are_as_described(built: Built) -> None:
    """Every cell has its column's type and choices; keys are unique, and references resolve."""
    site = built.site
    package = parsed(site, "data/datapackage.json")
    for resource in package["resources"]:
        rows = table(site, resource["name"])[1]
        assert rows
        assert not list(_wrong(resource["schema"]["fields"], rows))
        for key in resource["schema"].get("primaryKey", []):
            assert len({row[key] for row in rows}) == len(rows)
        for foreign in resource["schema"].get("foreignKeys", []):
            (own,), reference = foreign["fields"], foreign["reference"]
            others = table(site, reference["resource"])[1]
            there = {row[reference["fields"][0]] for row in others}
            assert {row[own] for row in rows} - {""} <= there


def _wrong(fields: list[dict[str, Any]], rows: list[dict[str, str]]) -> Iterator[str]:
    read: dict[str, Callable[[str], object]] = {
        "number": float,
        "date": date.fromisoformat,
        "string": str,
    }
    for field in fields:
        rules = field.get("constraints", {})
        for row in rows:
            cell = row[field["name"]]
            if not cell and rules.get("required"):
                yield f"{field['name']} is empty"
            elif cell and "enum" in rules and cell not in rules["enum"]:
                yield f"{field['name']} is {cell!r}"
            elif cell:
                read[field["type"]](cell)


def test_tables_and_records_say_the_same(built: Built) -> None:
    """facts.csv has a row per record, with the article's prints joined; reports.csv all reports."""
    site = built.site
    records = parsed(site, "data/facts.json")
    facts, reports = table(site, "facts")[1], table(site, "reports")[1]
    assert [row["id"] for row in facts] == [record["id"] for record in records]
    for row, record in zip(facts, records, strict=True):
        verdicts = "; ".join(each["verdict"] for each in record.get("prints", []))
        assert row.get("verdict", "") == verdicts
        assert (float(row["value"]) if row["value"] else None) == record["value"]
    wanted = [(r["id"], each["origin"]) for r in records for each in r["reports"]]
    assert [(row["fact"], row["origin"]) for row in reports] == wanted


def test_texts_stand_in_each_language(built: Built) -> None:
    """What is worded has a column for each further language, filled where the first one is."""
    further = list(built.roots)[1:]
    for name in TABLES:
        head, rows = table(built.site, name)
        for column in (each for each in TABLES[name] if each.worded):
            names = [f"{column.name}_{code}" for code in further]
            at = head.index(column.name)
            assert head[at + 1 : at + 1 + len(names)] == names
            for row in rows:
                assert all(bool(row[other]) == bool(row[column.name]) for other in names)
    editions = project_in(built.explainer.folder).editions
    for row in table(built.site, "facts")[1]:
        for code in further:
            view = editions[code].views[row["id"]]
            assert (row[f"label_{code}"], row[f"text_{code}"]) == (view.label, view.text)


def test_a_value_is_in_the_unit_that_is_named() -> None:
    """A percentage is a number of per cent, an open end is empty, and a date is no number."""
    share = Quantity(Fraction(34, 100), "percent")
    assert amount(share, Interval(Fraction(1, 3), None)) == MachineValue(34, 33.3333333333, None)
    day = Quantity(Fraction(739573), "date", literal="2025-11-18")
    assert amount(day, point(739573)) == MachineValue(date="2025-11-18")


@pytest.mark.parametrize("language", ROOTS)
def test_the_feed_is_the_list_of_changes(site: Path, language: Language) -> None:
    """The feed is well-formed Atom with one entry per change, newest first, dated by the data."""
    body = (site / ROOTS[language] / "feed.xml").read_bytes()
    root = ElementTree.fromstring(body)  # noqa: S314 - our own
    assert root.tag == f"{ATOM}feed"
    changes = changes_in(voice(language))
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == len(fixture_project().book.changes) >= 1
    for entry, told in zip(entries, reversed(changes), strict=True):
        assert _text(entry, "updated") == f"{told.change.date.first}T00:00:00Z"
        assert told.headline in _text(entry, "title")
        assert told.text in _text(entry, "content")
        address = next(link.get("href", "") for link in entry.findall(f"{ATOM}link"))
        page, _, anchor = address.removeprefix(ADDRESS).partition("#")
        assert f'id="{anchor}"' in (site / page).read_text("utf-8")
    assert _text(root, "updated") == _text(entries[0], "updated")
    ids = [_text(each, "id") for each in (root, *entries)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", each) for each in ids)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    links = {link.get("rel"): link.get("href", "") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"{ADDRESS}{ROOTS[language]}feed.xml"
    page, _, anchor = links["alternate"].removeprefix(ADDRESS).partition("#")
    assert f'id="{anchor}"' in (site / page).read_text("utf-8")
    assert (site / _text(root, "logo").removeprefix(ADDRESS)).is_file()


def _text(element: ElementTree.Element, tag: str) -> str:
    return element.findtext(f"{ATOM}{tag}") or ""


def test_a_change_keeps_its_name_when_the_site_moves() -> None:
    """Ids of the feed do not depend on the address, but on the language and the change's day."""

    def ids(site: str, language: Language) -> list[str]:
        body = feed(voice(language), site, "data.html", "assets/social/data.png")
        return re.findall(r"<id>(.*?)</id>", body.decode())

    assert (
        ids("https://one.example/", "en") == ids("https://two.example/sub/", "en") == ids("", "en")
    )
    assert not set(ids("", "en")) & set(ids("", "zh"))


def test_the_map_leads_everywhere(published: Published) -> None:
    """llms.txt begins with the title, and names every page and data file of its language."""
    site, root, address = published.site, published.root, published.explainer.address
    text = (site / root / "llms.txt").read_text("utf-8")
    assert re.match(r"# \S.*\n\n> \S.*\n", text)
    links = re.findall(r"\]\(([^)]+)\)", text)
    files = {link.removeprefix(address) for link in links}
    assert all((site / file).is_file() for file in files)
    edition = project_in(published.explainer.folder).editions[published.language]
    assert {root + page.file for page in abstracts(edition).values()} | FILES.keys() <= files
    for other in published.roots.values():
        assert (f"{address}{other}llms.txt" in text) == (other != root)
