"""The command line: `tieout check` (or `python -m macros check`), `proof`, `changes`, `schema`."""

from __future__ import annotations

import gc
import json
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import click

from macros.checks.formats import FORMATS, rules_table
from macros.checks.history.changelog import check_editions, history_of
from macros.checks.history.pages import check_history, has_history
from macros.checks.proof import sheet as proofs
from macros.checks.review import review
from macros.checks.site.built import check_site
from macros.data.load import DATA_FILE
from macros.data.schema.facts import File
from macros.pages import starter
from macros.pages.macros.reference import reference
from macros.pages.project import Project, open_project
from macros.problems import Problems, TieoutError, nearest


def settings() -> str:
    """Return what the plugin sets where an author does not, as it is kept."""
    text = (Path(__file__).parent / "edge" / "settings.yml").read_text("utf-8")
    return f"```yaml\n{text}```\n"


SCHEMA: Final = "data/facts.schema.json"
TOPICS: Final = {"rules": rules_table, "macros": reference, "settings": settings}
"""What `tieout help` tells, and `.github/AUTHORS.md` between the marks of the same names."""
_FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)


class Unreadable(click.ClickException):
    """A project or site that is not there, or cannot be read: no problem of an author's."""

    exit_code = 2


@click.group()
def main() -> None:
    """Check that every number of an explainer is tied out."""
    gc.set_threshold(50_000, 20, 20)  # a short run makes little garbage, and many things that stay
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a sign


@main.command()
@click.option("--root", type=_FOLDER, default=None, help="Project folder.")
@click.option("--site", type=_FOLDER, default=None, help="Check this built site as well.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to tell."
)
@click.option("--history", is_flag=True, help="Ask git what was left behind: pages, changes.")
@click.option("--claims", is_flag=True, help="List the comparisons that are declared editorial.")
@click.option("--strict-proof", is_flag=True, help="Refuse what nobody has read.")
def check(
    root: Path | None, site: Path | None, form: str, history: bool, claims: bool, strict_proof: bool
) -> None:
    """Print all problems of data and pages.

    Exit 0 if there is no error, 1 if there is one, 2 if there is nothing to check.
    """
    where = root or _here()
    _expect(where, site)
    try:
        project = open_project(where)
        problems, coverage = review(project)
        problems.found += check_site(site, project).found if site else []
        if project.audit and (strict_proof or not problems.errors):
            proofs.check_proof(project, strict_proof, problems)
        if history:
            _ask_history(project, problems)
    except OSError as error:
        raise Unreadable(f"{error.filename}: {error.strerror}") from error
    click.echo(FORMATS[form](problems), nl=False)
    if form == "text":
        click.echo(f"{coverage}\n{coverage.comparisons}")
    for at, text, why in coverage.comparisons.editorial if claims else ():
        click.echo(f"{at}: editorial “{text}”: {why}", err=form != "text")
    _conclude(project, problems, form)


def _ask_history(project: Project, problems: Problems) -> None:
    """Warn of pages older than their pair, and of values changed without a word."""
    if not check_history(project.root, project.pages, problems):
        click.echo("There is no git history to ask.", err=True)
    elif project.audit:
        check_editions(project.root, project.book, problems)


def _expect(root: Path, site: Path | None) -> None:
    """Accept a folder that holds a project and, if one is named, one that holds a site."""
    if not (root / DATA_FILE).is_file():
        raise Unreadable(f"{root} holds no {DATA_FILE}")
    if not (root / "docs").is_dir():
        raise Unreadable(f"{root} holds no docs/")
    if site and next(site.rglob("*.html"), None) is None:
        raise Unreadable(f"{site} holds no built page")


def _conclude(project: Project, problems: Problems, form: str) -> None:
    """Say how it ended; in a form for machines, not among what they read."""
    if errors := len(problems.errors):
        click.echo(f"{errors} problem(s).", err=True)
        raise SystemExit(1)
    facts = len(project.book.facts) if project.audit else 0
    told = f"{facts} facts"
    if project.audit and project.book.site.article:
        told += f", {len(project.audit.judgements)} figures of the article"
    click.echo(f"{told}: all tied out or noted.", err=form != "text")


@main.command()
@click.option("--root", type=_FOLDER, default=None, help="Project folder.")
@click.option("--format", "form", type=click.Choice(["html", "text"]), default="html")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write.")
@click.option("--read", "by", metavar="INITIALS", default="", help="Record that you have read it.")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
def proof(root: Path | None, form: str, out: Path | None, by: str, paths: tuple[str, ...]) -> None:
    """Write each passage that shows numbers beside its facts; or record who has read them.

    With PATH, such as docs/en/index.md, only what stands in these files is recorded.
    """
    where = root or _here()
    _expect(where, None)
    project, unreadable = open_project(where), Problems()
    problems = review(project)[0] if by else project.problems
    entries = proofs.sheet(project, unreadable) if project.audit else []
    problems.found += unreadable.found
    if problems.errors:
        raise Unreadable(f"{len(problems.errors)} problem(s): mend what `tieout check` says first")
    try:
        click.echo(
            _proofread(project, entries, by, paths) if by else _sheet(project, entries, form, out)
        )
    except OSError as error:
        raise Unreadable(f"{error.filename}: {error.strerror}") from error


def _sheet(project: Project, entries: list[proofs.Entry], form: str, out: Path | None) -> str:
    """Return the sheet as text, or write it and say where."""
    if form == "text" and not out:
        return proofs.as_text(project, entries).rstrip()
    path = out or project.root / ".cache" / "proof.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    write = proofs.as_text if form == "text" else proofs.as_page
    path.write_text(write(project, entries), "utf-8")
    return f"wrote {path}"


def _proofread(
    project: Project, entries: list[proofs.Entry], by: str, paths: tuple[str, ...]
) -> str:
    """Record what has been read, and say how much that was."""
    if not proofs.INITIALS.fullmatch(by):
        raise Unreadable(f"{by!r} are no initials")
    known = {side.where.path for entry in entries for side in entry.sides.values()}
    if wrong := next((path for path in paths if path not in known), None):
        raise Unreadable(f"nothing is read in {wrong} ({nearest(wrong, known)})")
    return f"read {proofs.record(project.root, entries, by, paths)}; see {proofs.FILE}"


@main.command()
@click.option("--root", type=_FOLDER, default=None, help="Project folder.")
@click.option("--since", default="", help="Begin behind this commit or tag.")
def changes(root: Path | None, since: str) -> None:
    """Print what changed in the data's git history, as entries that lack only their why."""
    where = root or _here()
    _expect(where, None)
    if not has_history(where):
        raise Unreadable("There is no git history to ask.")
    if since.startswith("-"):
        raise Unreadable(f"{since} is no commit")  # git would take it as an option
    project = open_project(where)
    told = project.book.changes if project.audit else ()
    try:
        for line in history_of(where, told, since):
            click.echo(line, nl=False)
    except TieoutError as error:
        raise Unreadable(f"{error.message}") from error


@main.command()
@click.option("--root", type=_FOLDER, default=None, help="Project folder.")
def schema(root: Path | None) -> None:
    """Write the data file's JSON Schema next to it, for editors."""
    path = (root or _here()) / SCHEMA
    try:
        path.write_text(schema_text(), encoding="utf-8")
    except OSError as error:
        raise Unreadable(f"{path}: {error.strerror}") from error
    click.echo(f"wrote {SCHEMA}")


@main.command()
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


@main.command("help")
@click.argument("topic", type=click.Choice(list(TOPICS)))
def help_(topic: str) -> None:
    """Print a part of the authors' reference."""
    click.echo(TOPICS[topic](), nl=False)


def schema_text() -> str:
    """Return the data file's JSON Schema."""
    found = File.model_json_schema(by_alias=True)
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _here() -> Path:
    """Return the project that one stands in, or the folder itself if there is none."""
    here = Path.cwd()
    return next((each for each in (here, *here.parents) if (each / DATA_FILE).is_file()), here)
