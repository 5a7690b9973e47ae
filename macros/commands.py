"""The commands with which an author asks, drafts, proofreads and begins; `macros.cli` checks."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from macros.checks import lookup
from macros.checks.drafted import Quoted
from macros.checks.history import differences
from macros.checks.history.changelog import history_of
from macros.checks.history.differences import everything
from macros.checks.history.git import no_history
from macros.checks.proof import laid_out, readings
from macros.checks.proof import sheet as proofs
from macros.checks.proof.unread import read_by
from macros.checks.review import review
from macros.cli import ROOT, Unreadable, expect, here, readable
from macros.data.draft import BLANK, Draft
from macros.data.schema.json_schema import schema_text
from macros.pages import reference, starter
from macros.pages.project import Project, open_project
from macros.problems import Problems, nearest

SCHEMA: Final = "data/facts.schema.json"
FORM: Final = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")


def _opened(root: Path | None) -> Project:
    """Return the project that is asked, or end if its data cannot be read."""
    where = root or here()
    expect(where, None)
    project = open_project(where)
    if project.audit is None or project.problems.errors:
        raise Unreadable("the data cannot be read; `tieout check` says why")
    return project


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
    if not (found := list(lookup.listed(edition, words))):
        raise Unreadable(f"no fact holds {' '.join(words)!r}; `tieout facts` lists all")
    _tell(found, form, lookup.line)


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
@click.option("--origin", default=BLANK, help="The document that it is of.")
@click.option("--entity", default=BLANK, help="Whose figures they are.")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@readable
def import_(root: Path | None, origin: str, entity: str, file: Path) -> None:
    """Draft facts from a table (.csv), or the figures of a text; what they leave open is “…”."""
    project = _opened(root)
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(f"{file} is not in UTF-8") from error
    book, codes = project.book, tuple(project.editions)
    of_table, of_text = Draft(book.units, codes, origin, entity), Quoted.beside(book, codes, origin)
    drafted = of_table if file.suffix.lower() in (".csv", ".tsv") else of_text
    click.echo("\n".join(drafted.lines(text)))


@click.command()
@ROOT
@click.option("--format", "form", type=click.Choice(["html", "text"]), default="html")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@click.option("--read", "by", metavar="INITIALS", default="", help="Record that you have read it.")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@readable
def proof(root: Path | None, form: str, out: Path | None, by: str, paths: tuple[str, ...]) -> None:
    """Write each passage that shows numbers beside its facts; or record who has read them.

    With PATH, such as docs/en/index.md, only what stands in these files is recorded.
    """
    where = root or here()
    expect(where, None)
    project, unreadable = open_project(where), Problems()
    problems = review(project)[0] if by else project.problems
    entries = proofs.sheet(project, unreadable)
    problems.found += unreadable.found
    if problems.errors:
        raise Unreadable(f"{len(problems.errors)} problem(s): mend what `tieout check` says first")
    click.echo(
        _proofread(project, entries, by, paths) if by else _sheet(project, entries, form, out)
    )


def _sheet(project: Project, entries: list[proofs.SheetEntry], form: str, out: Path | None) -> str:
    """Return the sheet as text, or write it and say where."""
    if form == "text" and not out:
        return laid_out.as_text(project, entries).rstrip()
    path = out or project.root / ".cache" / "proof.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    write = laid_out.as_text if form == "text" else laid_out.as_page
    path.write_text(write(project, entries), "utf-8")
    return f"wrote {path}"


def _proofread(
    project: Project, entries: list[proofs.SheetEntry], by: str, paths: tuple[str, ...]
) -> str:
    """Record what has been read, and say how much that was."""
    if not readings.INITIALS.fullmatch(by):
        raise Unreadable(f"{by!r} are no initials")
    known = {side.where.path for entry in entries for side in entry.sides.values()}
    if wrong := next((path for path in paths if path not in known), None):
        raise Unreadable(f"nothing is read in {wrong} ({nearest(wrong, known)})")
    read, count = read_by(f"{by} {date.today()}", entries, paths)
    readings.record(project.root, read)
    return f"read {count}; see {readings.FILE}"


@click.command()
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text")
@click.argument("revision", metavar="[REV]", default="HEAD")
@readable
def diff(root: Path | None, form: str, revision: str) -> None:
    """Say which values, verdicts, sentences and charts differ from those of a git revision."""
    project = _opened(root)
    _expect_history(project.root, revision)
    found, left_out = everything(project, revision)
    if left_out:
        click.echo(f"sentences and charts are not compared: {left_out}", err=True)
    if form == "markdown":
        return click.echo(differences.markdown(found))
    return _tell(found, form, str)


def _expect_history(root: Path, revision: str) -> None:
    if reason := no_history(root):
        raise Unreadable(reason)
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
    for line in history_of(where, project.book.changes if project.audit else (), since):
        click.echo(line, nl=False)


@click.command()
@ROOT
@click.option("--macros", "calls", is_flag=True, help="Print the macros as an editor's snippets.")
def schema(root: Path | None, calls: bool) -> None:
    """Write the data file's JSON Schema next to it, for editors."""
    if calls:
        click.echo(reference.snippets(), nl=False)
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
    files = dict([*starter.starter(codes, review=review), (SCHEMA, schema_text())])
    try:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise Unreadable(f"{error.filename}: {error.strerror}") from error
    click.echo(f"wrote {len(files)} files; now: cd {folder} && tieout check && mkdocs serve")


@click.command("help")
@click.argument("topic", type=click.Choice([*reference.TOPICS]), required=False)
def help_(topic: str | None) -> None:
    """Print a part of the authors' reference; without a topic, what there is."""
    listed = "".join(f"{name:9} {told}\n" for name, told in reference.TOPICS.items())
    click.echo(reference.told(topic) if topic else listed, nl=False)


COMMANDS: Final = (facts, where, import_, proof, diff, changes, schema, new, help_)
