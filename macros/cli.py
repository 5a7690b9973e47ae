"""The command line: `tieout check` (or `python -m macros check`), `proof`, `changes`, `schema`."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from macros.checks.formats import FORMATS
from macros.checks.history.changelog import check_editions
from macros.checks.history.git import has_history
from macros.checks.proof import sheet as proofs
from macros.checks.review import review
from macros.checks.site.built import check_site
from macros.commands import COMMANDS, FOLDER, ROOT, Unreadable, expect, here, readable
from macros.pages.project import Project, open_project
from macros.problems import Problems, nearest


@click.group()
def main() -> None:
    """Check that every number of an explainer is tied out."""
    gc.set_threshold(50_000, 20, 20)  # a short run makes little garbage, and many things that stay
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a sign


@main.command()
@ROOT
@click.option("--site", type=FOLDER, default=None, help="Check this built site as well.")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to tell."
)
@click.option("--history", is_flag=True, help="Ask git which changes of the data are not told.")
@click.option("--claims", is_flag=True, help="List the comparisons that are declared editorial.")
@click.option("--strict-proof", is_flag=True, help="Refuse what nobody has read.")
@readable
def check(
    root: Path | None, site: Path | None, form: str, history: bool, claims: bool, strict_proof: bool
) -> None:
    """Print all problems of data and pages.

    Exit 0 if there is no error, 1 if there is one, 2 if there is nothing to check.
    """
    where = root or here()
    expect(where, site)
    project = open_project(where)
    problems, coverage = review(project)
    problems.found += check_site(site, project).found if site else []
    if project.audit and (strict_proof or not problems.errors):
        proofs.check_proof(project, strict_proof, problems)
    if history:
        _ask_history(project, problems)
    click.echo(FORMATS[form](problems), nl=False)
    if form == "text":
        click.echo(f"{coverage}\n{coverage.comparisons}")
    for at, text, why in coverage.comparisons.editorial if claims else ():
        click.echo(f"{at}: editorial “{text}”: {why}", err=form != "text")
    _conclude(project, problems, form)


def _ask_history(project: Project, problems: Problems) -> None:
    """Warn of values changed without a word."""
    if not has_history(project.root):
        click.echo("There is no git history to ask.", err=True)
    elif project.audit:
        check_editions(project.root, project.book, problems)


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
    entries = proofs.sheet(project, unreadable) if project.audit else []
    problems.found += unreadable.found
    if problems.errors:
        raise Unreadable(f"{len(problems.errors)} problem(s): mend what `tieout check` says first")
    click.echo(
        _proofread(project, entries, by, paths) if by else _sheet(project, entries, form, out)
    )


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


for command in COMMANDS:
    main.add_command(command)
