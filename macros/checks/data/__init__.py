"""Rules between the entries of the data file: what can be wrong about each fact, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from macros.audit.audit import Audit
from macros.data.book import Fact
from macros.problems import Mistake, Rule

Checks = Mapping[Rule, tuple[Callable[[Audit, Fact], Iterable[Mistake]], ...]]
"""What is asked of a fact, by the rule that it breaks otherwise."""
