"""The command line: `tieout check` (or `python -m macros check`) and `tieout schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import click

from macros.entries import File
from macros.project import ROOT, open_project
from macros.review import review

SCHEMA: Final = "data/facts.schema.json"


@click.group()
def main() -> None:
    """Check that every number of an explainer is tied out."""


@main.command()
@click.option("--root", type=click.Path(path_type=Path), default=None, help="Project folder.")
def check(root: Path | None) -> None:
    """Print all problems of data and pages; exit 1 if there is an error."""
    where = root or _here()
    problems, coverage = review(where)
    for problem in problems:
        click.echo(str(problem))
    click.echo(str(coverage))
    errors = len(problems.errors)
    if errors:
        click.echo(f"{errors} problem(s).", err=True)
        raise SystemExit(1)
    project = open_project(where)
    facts = len(project.book.facts) if project.audit else 0
    figures = len(project.audit.judgements) if project.audit else 0
    click.echo(f"{facts} facts, {figures} figures of the article: all tied out or noted.")


@main.command()
@click.option("--root", type=click.Path(path_type=Path), default=None, help="Project folder.")
def schema(root: Path | None) -> None:
    """Write the data file's JSON Schema next to it, for editors."""
    path = (root or _here()) / SCHEMA
    path.write_text(schema_text(), encoding="utf-8")
    click.echo(f"wrote {SCHEMA}")


def schema_text() -> str:
    """Return the data file's JSON Schema."""
    found = File.model_json_schema(by_alias=True)
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _here() -> Path:
    """Return the folder one stands in if it holds a project, else the package's own."""
    here = Path.cwd()
    return here if (here / "data" / "facts.yml").is_file() else ROOT
