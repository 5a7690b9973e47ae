"""Problems as people and machines read them: lines, JSON, annotations of a pull request, SARIF."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

from macros.problems import Problem, Problems

SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
RULES: Final[Mapping[str, str]] = {
    "number": "A number that readers see comes from a fact.",
    "claim": "A comparison is true at the printed precision.",
    "parity": "Both languages have the same pages, headings and calls.",
    "review": "A fact is checked again when it is due.",
    "unused": "What is declared is used.",
    "evidence": "What refutes the article is evidence of its own, or arithmetic.",
    "print": "A figure as printed and as a value are the same.",
    "note": "A disagreement has a note, and an agreement has none.",
    "formula": "A formula keeps to units, bases and periods, and can be computed.",
    "name": "A name stands for something that exists, once.",
    "site": "The built site says what the data says, and every link leads somewhere.",
    "page": "A page calls macros with arguments that fit.",
    "data": "The data file can be read, and each entry is whole.",
}
"""What each kind of problem breaks, by id."""
_BY_MESSAGE: Final = (
    ("number", r"bare (?:number|name)"),
    ("claim", r"the claim |.*\bclaim\("),
    ("parity", r".* in (?:docs/\w+(?:/\S*|\.yml)?|mkdocs\.yml)$|.*its pair"),
    ("review", r".* was to be checked again"),
    (
        "unused",
        r".*(?: is used nowhere$| mixes no measures$| does not (?:mix|cross|have to take) )",
    ),
    ("evidence", r".*(?:own address|only reprints|rests on a reprint)"),
    ("print", r"printed '|the print "),
    ("note", r".*(?:has no note|nothing to note|no disagreement to note)"),
    ("formula", r".*\b(?:formula|no value for)\b"),
    (
        "name",
        r"(?:\S+: )?(?:there is no |unknown |nothing is counted)|.*(?:used twice|is a series)",
    ),
)


def rule_of(problem: Problem) -> str:
    """Return the kind of a problem, by what it says and, failing that, by where it is."""
    path = problem.where.path
    if path.endswith((".html", ".css")):
        return "site"
    for rule, pattern in _BY_MESSAGE:
        if re.match(pattern, problem.message):
            return rule
    return "page" if path.startswith("docs/") else "data"


def as_text(problems: Problems) -> str:
    """Return one line per problem: place, message, and the repair in brackets."""
    return "".join(f"{problem}\n" for problem in problems)


def as_json(problems: Problems) -> str:
    """Return a list of objects, with lines and columns from 1 (0 is the whole file)."""
    found = [
        {
            "path": problem.where.path,
            "line": problem.where.line,
            "column": problem.where.column,
            "severity": problem.severity,
            "rule": rule_of(problem),
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
    given = {"file": where.path, "line": where.line, "col": where.column}
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in given.items() if value)
    return f"::{problem.severity} {listed}::{_escaped(_sentence(problem))}"


def _sentence(problem: Problem) -> str:
    return f"{problem.message} ({problem.hint})" if problem.hint else problem.message


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: Problems) -> str:
    """Return a SARIF 2.1.0 log with one run, as code scanners exchange them."""
    rules = [{"id": rule, "shortDescription": {"text": text}} for rule, text in RULES.items()]
    run = {
        "tool": {"driver": {"name": "tieout", "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1) + "\n"


def _result(problem: Problem) -> dict[str, Any]:
    where, rule = problem.where, rule_of(problem)
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(where.path), "uriBaseId": "%SRCROOT%"}
    }
    if where.line:
        place["region"] = {"startLine": where.line} | (
            {"startColumn": where.column} if where.column else {}
        )
    return {
        "ruleId": rule,
        "ruleIndex": list(RULES).index(rule),
        "level": problem.severity,
        "message": {"text": _sentence(problem)},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: Final[Mapping[str, Callable[[Problems], str]]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
