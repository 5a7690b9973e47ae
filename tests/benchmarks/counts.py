"""How often a build of this site does what it has to do once; and how long it computes."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from mkdocs.commands.build import build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402

from macros.checks.site.markup import SiteReader  # noqa: E402
from macros.pages import bodies, voice  # noqa: E402
from macros.pages.pictures import placing  # noqa: E402
from macros.site.social import card  # noqa: E402

MADE: Final[dict[str, Counter[Any]]] = {}
"""What was made, by its kind: how often each one was."""


def counted(kind: str, owners: list[Any], name: str, asked: Callable[..., Any]) -> None:
    """Count the calls of a function, wherever it was imported.

    Args:
        kind: What it makes.
        owners: The modules or classes that hold it.
        name: Its name there.
        asked: Names what is made, given the function's arguments.
    """
    counts, right = MADE.setdefault(kind, Counter()), getattr(owners[0], name)

    def count(*args: Any, **named: Any) -> Any:
        counts[asked(*args, **named)] += 1
        return right(*args, **named)

    for owner in owners:
        setattr(owner, name, count)


def _word(quantity: Any, language: str, *, words: Any, **named: Any) -> Any:
    return quantity, language, *named.items()


def _picture(**given: Any) -> Any:
    return tuple(given.values())


def measure(folder: Path) -> float:
    """Build the site into a folder, counting, and return the seconds of the processor it took."""
    counted("wordings", [voice], "word", _word)
    counted("pictures", [placing], "Picture", _picture)
    counted("strips", [bodies, card], "strip", lambda made, here="": (made.language, here))
    counted("pages", [SiteReader], "read", lambda self, html, language="": html)
    start = time.process_time()
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()
    return time.process_time() - start


def main(folder: str = "") -> None:
    """Print, for each kind, how many there are, and how often the one made most often was made.

    Args:
        folder: Where to leave the site; then the counts are printed as JSON, and nothing else.
    """
    with TemporaryDirectory() as other:
        seconds = measure(Path(folder or f"{other}/site"))
    told = {kind: [len(made), max(made.values())] for kind, made in MADE.items()}
    if folder:
        print(json.dumps(told))
        return
    for kind, (number, most) in told.items():
        print(f"{kind:>17}: {number:5}, each made {most}× at most")
    print(f"{'CPU seconds':>17}: {seconds:5.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
