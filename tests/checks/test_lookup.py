"""What an author asks: which facts there are, and where something is used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from explainers import FIXTURE
from opened import fixture_edition, fixture_project

from macros.checks.lookup import listed, uses
from macros.cli import main
from macros.pages.source import calls_in
from macros.problems import Problems, TieoutError


def run(*words: str) -> Result:
    """Run the command line on the fixture."""
    command, *rest = words
    return CliRunner().invoke(main, [command, "--root", str(FIXTURE), *rest])


def test_all_facts_are_listed_without_a_word() -> None:
    """Each fact of the data has one entry, in the order of the data."""
    assert [each.id for each in listed(fixture_edition("en"), [])] == [
        *fixture_project().book.facts
    ]


def test_each_word_narrows_the_list() -> None:
    """A word may stand in the id, the label, the owner, the period, the value or the verdict."""
    edition = fixture_edition("en")
    assert [each.id for each in listed(edition, ["greenland", "MM"])] == ["greenland_rise"]
    assert {each.verdict for each in listed(edition, ["contradicted"])} == {"contradicted"}
    assert not [*listed(edition, ["no such word"])]


def test_the_call_shows_the_fact() -> None:
    """Each call that is offered is one that a page can make."""
    edition, problems = fixture_edition("en"), Problems()
    for each in listed(edition, []):
        (call,) = calls_in(each.call, "x.md", problems)
        assert edition.interpret(call).problem is None, each.call


def test_uses_are_places_in_data_and_pages() -> None:
    """A fact's declaration, formulas, notes, charts and sentences are found, in both languages."""
    found = uses(fixture_project(), "arctic_low")
    told = [str(use.where).rpartition(":")[0].rpartition(":")[0] + " " + use.how for use in found]
    assert "data/facts.yml declared" in told
    assert "data/facts.yml formula of arctic_record_drop" in told
    assert "data/facts.yml note on arctic_record_drop_share (zh)" in told
    assert 'docs/en/ice.md {{ fact("arctic_low[2012]") }}' in told
    assert any(each.startswith("docs/zh/ice.md {{ bars(") for each in told)


@pytest.mark.parametrize("use", uses(fixture_project(), "nasa_2012_low"), ids=lambda use: use.how)
def test_an_origin_is_used_by_its_reports(use: object) -> None:
    """What rests on a document can be found by its id."""
    assert "report of arctic_" in str(use)


def test_an_unknown_name_names_the_nearest() -> None:
    """A slip of the hand is answered with what was meant."""
    with pytest.raises(
        TieoutError, match="there is no fact, series, statement or origin"
    ) as caught:
        uses(fixture_project(), "artic_low")
    assert "arctic_low" in caught.value.hint


def test_what_no_fact_holds_is_said() -> None:
    """A word that stands in no fact ends the command with a line."""
    done = run("facts", "zzz")
    assert done.exit_code == 2
    assert "no fact holds 'zzz'" in done.output


def test_both_forms_tell_the_same() -> None:
    """JSON has a record for each line of text."""
    for words in (("facts", "sea"), ("where", "sea_rate")):
        lines = run(*words).stdout.splitlines()
        records = json.loads(run(*words, "--format", "json").stdout)
        assert len(lines) == len(records) > 1
    assert run("where", "nothing").exit_code == 2


def test_a_table_is_drafted_or_told_why_not(tmp_path: Path) -> None:
    """The draft goes to the screen; a file in another encoding, or no table, is one line."""
    file = tmp_path / "table.csv"
    file.write_text('Year,Rise (mm)\n2022,"1,2"\n2023,4.5\n', "utf-8-sig")
    drafted = run("import", "--origin", "nasa_sea", str(file)).stdout
    assert '- {period: 2023, origin: nasa_sea, printed: "4.5", value: 4.5}' in drafted
    for content in ("Jahr,Höhe\n".encode("latin-1"), b"nothing"):
        file.write_bytes(content)
        done = run("import", str(file))
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
