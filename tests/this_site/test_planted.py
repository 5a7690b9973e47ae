"""Mistakes planted in this site's own data and pages, each told at its line."""

from __future__ import annotations

from pathlib import Path

from planted import MISTAKES, lines_of, plant

from macros.checks.proof.unread import check_proof
from macros.checks.review import review
from macros.pages.project import open_project
from macros.problems import Rule


def test_forty_mistakes_give_forty_messages(tmp_path: Path) -> None:
    """Whoever plants mistakes of many kinds is told each at its line, all in one run."""
    project = open_project(plant(tmp_path))
    problems = [*review(project)[0], *check_proof(project, strict=False).problems]
    left = {each for each in problems if each.rule.level == "error" or each.rule is Rule.compares}
    missed = []
    for mistake in MISTAKES:
        (line,) = lines_of(tmp_path, mistake)
        at = [p for p in left if (p.where.path, p.where.line) == (mistake.file, line)]
        told = next((p for p in sorted(at) if mistake.told in str(p)), None)
        if told is None or not told.where.column:
            missed.append(mistake)
        else:
            left.discard(told)
    assert missed == []
    assert len(MISTAKES) >= 90


def test_every_rule_is_broken_by_a_planted_mistake(tmp_path: Path) -> None:
    """The planted mistakes break every rule that stops a build, but the site's and the reader's."""
    rules = {problem.rule for problem in review(open_project(plant(tmp_path)))[0]}
    assert {rule for rule in Rule if rule.level == "error"} - rules == {Rule.site, Rule.unread}
