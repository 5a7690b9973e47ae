"""What a check has found, as it is told and kept."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass, field
from typing import Self

from macros.problems import Location, Problem, Problems, Rule


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
        found = [(*astuple(p.where), p.message, p.hint, p.rule.name) for p in self.problems]
        return json.dumps([found, self.coverage, self.editorial, self.passed]).encode()

    @classmethod
    def unpacked(cls, body: bytes) -> Self:
        """Return what was packed."""
        found, *told = json.loads(body)
        problems = [
            Problem(Location(path, line, column), message, hint, Rule[rule])
            for path, line, column, message, hint, rule in found
        ]
        return cls(Problems(problems), *told)
