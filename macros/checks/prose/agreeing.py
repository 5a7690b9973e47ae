"""Whether the words of a call agree with what it names: a claim’s direction, a chart’s labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from macros.arithmetic.parse import parse_comparisons
from macros.audit.audit import Audit
from macros.checks.prose.charted import of_chart
from macros.pages.macros.registry import leaves, words
from macros.pages.source import Page
from macros.problems import Problems, Rule, TieoutError

_MORE: Final = re.compile(
    r"\b(?:more|greater|larger|largest|bigger|biggest|faster|fastest|higher|highest|above|exceed\w*"
    r"|ahead|outpace\w*|outgrew|leads?|led|most|passed|overtook|wider|widened)\b"
    r"|[更最]?[多高大快]于|更[多高大快]|最[多高大快]|超过|领先|高出|反超|扩大|拉大",
    re.IGNORECASE,
)
_LESS: Final = re.compile(
    r"\b(?:less|smaller|smallest|slower|slowest|lower|lowest|below|fewer|fewest|behind|narrow\w*"
    r"|shrank|trails?|trailed|shorter|cheaper|cheapest)\b"
    r"|[更最]?[少低小慢]于|更[少低小慢]|最[少低小慢]|不到|不足|落后|缩小|收窄",
    re.IGNORECASE,
)


def lint_agreeing(pages: Iterable[Page], audit: Audit, problems: Problems) -> None:
    """Record claims whose words turn them round, and labels that name somebody else."""
    problems = problems.under(Rule.agreement)
    for page in pages:
        for call in page.calls:
            for comparison in leaves(call, "comparison"):
                for message, hint in _turned(str(comparison), " ".join(words(call))):
                    problems.add(call.where, message, hint)
            source = page.text[call.start : call.end]
            for wrong, message, hint in of_chart(call, audit, page.language):
                problems.add(call.where.inside(source, wrong), message, hint)


def _turned(comparison: str, text: str) -> Iterator[tuple[str, str]]:
    more, less = _MORE.search(text), _LESS.search(text)
    try:
        signs = {each.sign[0] for each in parse_comparisons(comparison)}
    except TieoutError:
        return  # told where the claim is decided
    word = more if signs == {"<"} and not less else less if signs == {">"} and not more else None
    if word:
        told = f"“{word[0]}” says the opposite of the comparison’s {min(signs)}"
        yield told, "turn the comparison round, so that it reads as the words do"
