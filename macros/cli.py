"""The command line: `tieout check` (or `python -m macros check`), and how all its commands begin.

It loads at once only what every command needs: a check of what has passed before reads no data.
"""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import cache, wraps
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Final, ParamSpec

import click

from macros.checks.formats import FORMATS, CheckOutcome
from macros.checks.kept_checks import proofread, reviewed
from macros.data.inputs import DATA_FILE, MAIN, digest
from macros.problems import Problems, TieoutError

if TYPE_CHECKING:
    from macros.pages.project import Project

P = ParamSpec("P")
FOLDER: Final = click.Path(exists=True, file_okay=False, path_type=Path)
ROOT: Final = click.option("--root", type=FOLDER, default=None, help="Project folder.")


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


class Commands(click.Group):
    """All commands; those that stand in `macros.commands` are loaded when one is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._load()
        return super().list_commands(ctx)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands:
            self._load()
        return super().get_command(ctx, cmd_name)

    def _load(self) -> None:
        for command in import_module("macros.commands").COMMANDS:
            self.add_command(command)


@click.group(cls=Commands)
def main() -> None:
    """Check that every number of an explainer is tied out."""
    gc.disable()  # a short run makes little garbage, and many things that stay
    atexit.register(gc.freeze)  # else Python looks through them all once more before it ends
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
    found = _found(where, site, history, strict_proof)
    for_people = form == "text"
    click.echo(FORMATS[form](found.problems), nl=False)
    click.echo(found.coverage if for_people else "", nl=False)
    click.echo(found.editorial if claims else "", nl=False, err=not for_people)
    if errors := len(found.problems.errors):
        click.echo(f"{errors} problem(s).", err=True)
        raise SystemExit(1)
    click.echo(found.passed, nl=False, err=not for_people)  # not among what machines read


def _found(where: Path, site: Path | None, history: bool, strict: bool) -> CheckOutcome:
    """Return what the checks find that are asked for."""

    @cache
    def project() -> Project:
        from macros.checks.prose.reading import kept_readings
        from macros.pages.project import open_project

        kept.enter_context(kept_readings(where))
        return open_project(where, base=digest(where, MAIN, words=False))

    with ExitStack() as kept:
        found = reviewed(where, MAIN, project)
        problems = found.problems
        if site:
            from macros.checks.site.built import check_site

            problems.found += check_site(site, project()).found
        proof = proofread(where, MAIN, project, strict=strict)
        problems.found += proof.problems.found
        if history:
            _ask_history(project(), problems)
    return replace(found, coverage=found.coverage + proof.coverage)


def _ask_history(project: Project, problems: Problems) -> None:
    """Warn of values changed without a word."""
    from macros.checks.history.changelog import check_editions
    from macros.checks.history.git import is_cut_off, no_history

    if reason := no_history(project.root):
        click.echo(reason, err=True)
    elif is_cut_off(project.root):
        click.echo("The git history is cut off here; `git fetch --unshallow` brings it.", err=True)
    elif project.audit:
        check_editions(project.root, project.book, problems)
