"""The commands with which an author asks, drafts and begins; `macros.cli` has those that check."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import wraps
from pathlib import Path
from typing import Any, Final, ParamSpec

import click

from macros.checks import lookup
from macros.checks.formats import rules_table
from macros.checks.history import differences
from macros.checks.history.changelog import history_of
from macros.checks.history.git import has_history
from macros.data import reference
from macros.data.draft import BLANK, Draft
from macros.data.load import DATA_FILE
from macros.data.schema.about import schema as data_schema
from macros.pages import starter
from macros.pages.macros.reference import reference as macros_reference
from macros.pages.macros.reference import snippets
from macros.pages.project import Project, open_project
from macros.problems import TieoutError

P = ParamSpec("P")


def settings() -> str:
    """Return what the plugin sets where an author does not, as it is kept."""
    text = (Path(__file__).parent / "edge" / "settings.yml").read_text("utf-8")
    return f"```yaml\n{text}```\n"


SCHEMA: Final = "data/facts.schema.json"
TOPICS: Final = {
    "settings": settings,
    "fields": reference.fields,
    "units": reference.units,
    "bounds": reference.bounds,
    "periods": reference.periods,
    "bases": reference.bases,
    "rules": rules_table,
    "macros": macros_reference,
}
"""What `tieout help` tells, and `.github/AUTHORS.md` between the marks of the same names."""
FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
ROOT: Final = click.option("--root", type=FOLDER, default=None, help="Project folder.")
FORM: Final = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")


class Unreadable(click.ClickException):
    """A project or site that is not there, or cannot be read: no problem of an author's."""

    exit_code = 2


def here() -> Path:
    """Return the project that one stands in, or the folder itself if there is none."""
    here = Path.cwd()
    return next((each for each in (here, *here.parents) if (each / DATA_FILE).is_file()), here)


def expect(root: Path, site: Path | None) -> None:
    """Accept a folder that holds a project and, if one is named, one that holds a site."""
    if not (root / DATA_FILE).is_file():
        raise Unreadable(f"{root} holds no {DATA_FILE}")
    if not (root / "docs").is_dir():
        raise Unreadable(f"{root} holds no docs/")
    if site and next(site.rglob("*.html"), None) is None:
        raise Unreadable(f"{site} holds no built page")


def _opened(root: Path | None) -> Project:
    """Return the project that is asked, or end if its data cannot be read."""
    where = root or here()
    expect(where, None)
    project = open_project(where)
    if project.audit is None or project.problems.errors:
        raise Unreadable("the data cannot be read; `tieout check` says why")
    return project


def readable(command: Callable[P, None]) -> Callable[P, None]:
    """Let a command end with a line where something that it is asked for is not there."""

    @wraps(command)
    def asked(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except TieoutError as error:
            hint = f" ({error.hint})" if error.hint else ""
            raise Unreadable(f"{error.message}{hint}") from error
        except BrokenPipeError:
            raise  # whoever reads has had enough
        except OSError as error:
            raise Unreadable(f"{error.filename}: {error.strerror}") from error

    return asked


def _tell(found: Iterable[Any], form: str, line: Callable[[Any], str]) -> None:
    """Print records as lines, or as JSON with their fields."""
    if form == "json":
        click.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
    else:
        for each in found:
            click.echo(line(each))


@click.command()
@ROOT
@FORM
@click.argument("words", nargs=-1, metavar="[WORD]…")
@readable
def facts(root: Path | None, form: str, words: tuple[str, ...]) -> None:
    """List the facts that hold all words: what each is, and the call that shows it."""
    edition = next(iter(_opened(root).editions.values()))
    _tell(lookup.listed(edition, words), form, lookup.line)


@click.command()
@ROOT
@FORM
@click.argument("name", metavar="ID")
@readable
def where(root: Path | None, form: str, name: str) -> None:
    """Say where a fact, series, statement or origin is declared and used."""
    _tell(lookup.uses(_opened(root), name), form, lambda use: f"{use.where}: {use.how}")


@click.command("import")
@ROOT
@click.option("--origin", default=BLANK, help="The document that the table is of.")
@click.option("--entity", default=BLANK, help="Whose figures they are.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@readable
def import_(root: Path | None, origin: str, entity: str, file: Path) -> None:
    """Draft facts from a table (CSV) and print them; what it does not say is left as “…”."""
    project = _opened(root)
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file} is not in UTF-8") from error
    drafted = Draft(project.book.units, tuple(project.editions), origin, entity)
    for line in drafted.lines(text):
        click.echo(line)


@click.command()
@ROOT
@FORM
@click.argument("revision", metavar="[REV]", default="HEAD")
@readable
def diff(root: Path | None, form: str, revision: str) -> None:
    """Say which values and verdicts differ from those of a git revision."""
    project = _opened(root)
    _expect_history(project.root, revision)
    language = next(iter(project.editions))
    found = differences.differences(project.root, revision, language)
    _tell(found, form, str)


def _expect_history(root: Path, revision: str) -> None:
    if not has_history(root):
        raise Unreadable("There is no git history to ask.")
    if revision.startswith("-"):
        raise Unreadable(f"{revision} is no commit")  # git would take it as an option


@click.command()
@ROOT
@click.option("--since", default="", help="Begin behind this commit or tag.")
@readable
def changes(root: Path | None, since: str) -> None:
    """Print what changed in the data's git history, as entries that lack only their why."""
    where = root or here()
    expect(where, None)
    _expect_history(where, since)
    project = open_project(where)
    told = project.book.changes if project.audit else ()
    for line in history_of(where, told, since):
        click.echo(line, nl=False)


@click.command()
@ROOT
@click.option("--macros", "calls", is_flag=True, help="Print the macros as an editor's snippets.")
def schema(root: Path | None, calls: bool) -> None:
    """Write the data file's JSON Schema next to it, for editors."""
    if calls:
        click.echo(snippets(), nl=False)
        return
    path = (root or here()) / SCHEMA
    try:
        path.write_text(schema_text(), encoding="utf-8")
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
    click.echo(f"wrote {SCHEMA}")


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--languages", default=starter.languages()[0], help="Codes, with commas between.")
@click.option("--review/--no-review", default=False, help="Whether a text's figures are checked.")
def new(folder: Path, languages: str, review: bool) -> None:
    """Lay out a small explainer that passes, in a folder that is new or empty."""
    codes = languages.replace(",", " ").split()
    known = starter.languages()
    if not codes or set(codes) - set(known) or len(set(codes)) < len(codes):
        raise Unreadable(f"--languages {languages}: write some of {', '.join(known)}")
    if folder.exists() and any(folder.iterdir()):
        raise Unreadable(f"{folder} is not empty")
    files = {**starter.starter(codes, review=review), SCHEMA: schema_text()}
    try:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unreadable(f"{error.filename}: {error.strerror}") from error
    click.echo(f"wrote {len(files)} files; now: cd {folder} && tieout check && mkdocs serve")


@click.command("help")
@click.argument("topic", type=click.Choice(list(TOPICS)))
def help_(topic: str) -> None:
    """Print a part of the authors' reference."""
    click.echo(TOPICS[topic](), nl=False)


def schema_text() -> str:
    """Return the data file's JSON Schema."""
    return json.dumps(data_schema(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


COMMANDS: Final = (facts, where, import_, diff, changes, schema, new, help_)
