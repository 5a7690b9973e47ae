"""Checks that are not made again while nothing has changed that they are made of.

Nothing here loads what a check needs: loading that is most of the time which one takes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from macros.checks.formats import CheckOutcome
from macros.data.inputs import digest, slot

if TYPE_CHECKING:
    from macros.pages.project import Project


def outcome_of(root: Path, main: str, kind: str, check: Callable[[], CheckOutcome]) -> CheckOutcome:
    """Return what a check of an explainer finds; one that passed is not made again.

    Args:
        root: The explainer's folder.
        main: Its configuration, relative to that.
        kind: The check's name.
        check: Makes it.
    """
    kept = slot(root, kind, digest(root, main, given=kind))
    if body := kept.recall():
        return CheckOutcome.unpacked(body)
    made = check()
    if not made.problems.errors and digest(root, main, given=kind) == kept.key:
        kept.keep(made.packed())  # nothing was written while it was read
    return made


def reviewed(root: Path, main: str, project: Callable[[], Project]) -> CheckOutcome:
    """Return what the review of an explainer finds, which is read only if it has to be.

    Args:
        root: The explainer's folder.
        main: Its configuration, relative to that.
        project: Reads it.
    """

    def check() -> CheckOutcome:
        from macros.checks.review import outcome

        return outcome(project())

    return outcome_of(root, main, "review", check)


def proofread(
    root: Path, main: str, project: Callable[[], Project], *, strict: bool
) -> CheckOutcome:
    """Return what is to be said of what nobody has read; `strict` as the check has it."""

    def check() -> CheckOutcome:
        from macros.checks.proof.unread import check_proof

        return check_proof(project(), strict)

    return outcome_of(root, main, "proof-strict" if strict else "proof", check)
