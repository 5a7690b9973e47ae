"""What a check has found, as people and machines read it: lines, JSON, GitHub, SARIF; and kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Self
from urllib.parse import quote

from macros.problems import Level, Location, Problem, Problems, Rule

SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Final[Mapping[Level, str]] = {"error": "error", "warning": "warning", "hint": "note"}
"""What SARIF calls a level; GitHub calls a hint a notice."""


_AT_ONCE: Final = 3


def as_text(problems: Problems) -> str:
    """Return one line per problem: place, message, the repair in brackets, and the rule.

    What only a reading of the proof sheet settles is told once in each of a few files.
    """
    lines, files, others = list[str](), set[str](), 0
    for problem in problems:
        if problem.rule is Rule.compares:
            if problem.where.path in files or len(files) == _AT_ONCE:
                others += 1
                continue
            files.add(problem.where.path)
        lines.append(f"{problem}\n")
    more = f"and {others} more like it: `tieout proof` shows them [{Rule.compares.name}]\n"
    return "".join((*lines, more if others else ""))


def as_json(problems: Problems) -> str:
    """Return a list of objects, with lines and columns from 1 (0 is the whole file)."""
    found = [
        {
            "path": problem.where.path,
            "line": problem.where.line,
            "column": problem.where.column,
            "severity": problem.rule.level,
            "rule": problem.rule.name,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(found, indent=1) + "\n"


def as_github(problems: Problems) -> str:
    """Return one workflow command per problem, which GitHub shows at its line."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    where = problem.where
    place = {"file": where.path, "line": where.line, "col": where.column}
    # Zero is the whole file, for which GitHub has no number: what is empty is left out.
    given = place | {"title": problem.rule.name}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in given.items() if value)
    level = "notice" if problem.rule.level == "hint" else problem.rule.level
    return f"::{level} {listed}::{_escaped(problem.sentence)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Problems) -> str:
    """Return a SARIF 2.1.0 log with one run, as code scanners exchange them."""
    rules = [
        {
            "id": rule.name,
            "shortDescription": {"text": rule.line},
            "defaultConfiguration": {"level": _LEVELS[rule.level]},
        }
        for rule in Rule
    ]
    run = {
        "tool": {"driver": {"name": "tieout", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1) + "\n"


def _result(problem: Problem) -> dict[str, Any]:
    where, rule = problem.where, problem.rule
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(where.path), "uriBaseId": "%SRCROOT%"}
    }
    # Zero is the whole file, which SARIF says by leaving the region out.
    if where.line:
        place["region"] = {"startLine": where.line} | (
            {"startColumn": where.column} if where.column else {}
        )
    return {
        "ruleId": rule.name,
        "ruleIndex": list(Rule).index(rule),
        "level": _LEVELS[rule.level],
        "message": {"text": problem.sentence},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: Final[Mapping[str, Callable[[Problems], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What a check has found.

    Attributes:
        problems: What is wrong.
        coverage: What was seen, in lines.
        editorial: The comparisons that are declared editorial, each in a line.
        passed: What is said where nothing is wrong.
    """

    problems: Problems = field(default_factory=Problems)
    coverage: str = ""
    editorial: str = ""
    passed: str = ""

    def packed(self) -> bytes:
        """Return the same as bytes."""
        found = [told(problem) for problem in self.problems]
        return json.dumps([found, self.coverage, self.editorial, self.passed]).encode()

    @classmethod
    def unpacked(cls, body: bytes) -> Self:
        """Return what was packed."""
        found, *said = json.loads(body)
        return cls(Problems([*map(untold, found)]), *said)


def told(problem: Problem) -> list[Any]:
    """Return a problem as JSON can hold it."""
    return [*problem.where, problem.message, problem.hint, problem.rule.name]


def untold(kept: Sequence[Any]) -> Problem:
    """Return the problem that was told."""
    path, line, column, message, hint, rule = kept
    return Problem(Location(path, line, column), message, hint, Rule[rule])
