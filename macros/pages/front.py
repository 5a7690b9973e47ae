"""A page's front matter: the one reader of it, by MkDocs's own rule.

MkDocs prints what it cannot read as front matter as text of the page, without a word. So that is
told, and so is what it would take for front matter though no author meant it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

import yaml

from macros.data.tree import Branch, place_of, read_tree, refusing_other
from macros.problems import Location, Problems, Rule

SHOWN: Final = frozenset({"title", "subtitle", "description", "author", "tags", "icon", "status"})
"""The keys whose values the theme shows to readers; all others are an author's own data."""
# Both as mkdocs.utils.meta has them (1.6); a test compares the outcome.
_FRONT: Final = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_BARE: Final = re.compile(r"[ ]{0,3}([A-Za-z0-9_-]+):")
_RULE: Final = re.compile(r"\s*-{3}[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before a page's text.

    Attributes:
        end: Offset at which the text begins; 0 if there is no front matter.
        meta: What it says by key.
    """

    end: int = 0
    meta: Mapping[str, Any] = field(default_factory=dict)


@lru_cache(maxsize=512)
def front_of(text: str) -> Front:
    """Return a page's front matter; none where MkDocs would read none."""
    return _read(text, "", Problems(rule=Rule.page))


def check_front(text: str, path: str, problems: Problems) -> None:
    """Record what MkDocs could not read as front matter, or would read as one by accident."""
    problems = problems.under(Rule.page)
    if front_of(text).end:
        return
    if _FRONT.match(text):
        _read(text, path, problems)
    elif _RULE.match(text):
        message = "this is not read as front matter, and would be shown to readers"
        hint = "it begins in the first line with `---` and ends with a line `---`"
        problems.add(Location(path, 1, 1), message, hint)
    elif bare := _BARE.match(text):
        message = f"MkDocs takes a first line that begins with `{bare[1]}:` for front matter"
        problems.add(Location(path, 1, 1), message, "begin with a heading, or write `---` lines")


def shown_values(front: str) -> Iterator[tuple[int, int, str]]:
    """Yield the texts of a front matter that readers see: from where to where, and what they say.

    Args:
        front: The front matter with its two lines of dashes, in which calls may be masked.
    """
    inner = _FRONT.fullmatch(front)
    try:
        root = yaml.compose(inner[1], Loader=yaml.SafeLoader) if inner else None
    except yaml.YAMLError:
        root = None
    assert inner, "a front matter as `front_of` found it"
    for key, value in root.value if isinstance(root, yaml.MappingNode) else ():
        for node in _leaves(value) if key.value in SHOWN else ():
            start, end = (mark.index + inner.start(1) for mark in (node.start_mark, node.end_mark))
            yield start, end, node.value


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    """Yield the scalars in a node, keys among them."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for each in child if isinstance(child, tuple) else (child,):
            yield from _leaves(each)


def _read(text: str, path: str, problems: Problems) -> Front:
    found = _FRONT.match(text)
    if found is None:
        return Front()
    # The line of dashes is left empty: places count from the file’s beginning.
    before, inner = len(problems.found), f"\n{found[1]}"
    tree = read_tree(inner, path, problems) if found[1].strip() else None
    if len(problems.found) == before and not isinstance(tree, Branch):
        message, hint = "the front matter is not a mapping", "write `key: value` between the `---`"
        problems.add(Location(path, 1, 1), message, hint)
    if len(problems.found) > before:
        return Front()
    loader, root = yaml.SafeLoader(inner), None
    with refusing_other(path, problems):  # the loader of C, which `read_tree` has, takes tabs
        root = loader.get_single_node()
    for scalar in _leaves(root) if root else ():
        try:
            loader.construct_object(scalar)  # which fails at a date that does not exist
        except (ValueError, OverflowError, yaml.YAMLError):
            place = place_of(path, scalar.start_mark)
            problems.add(place, f"{scalar.value!r} cannot be read", "put it in quotes")
    if root is None or len(problems.found) > before:
        return Front()
    return Front(found.end(), loader.construct_document(root))
