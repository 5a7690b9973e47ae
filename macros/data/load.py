"""Reads the data file: text to located tree, tree to entries, entries to the book."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple, get_args

from pydantic import TypeAdapter, ValidationError

from macros.data.book import Book, DeclaredAt
from macros.data.build.assembly import Assembly
from macros.data.pydantic_words import explain, follow
from macros.data.schema.declarations import SiteEntry
from macros.data.schema.facts import File
from macros.data.tree import Branch, Scalar, Sequence, read_tree
from macros.language.tongue import known
from macros.problems import Location, Problems, Rule, nearest

Languages = tuple[str, ...]
ALL: Final[Languages] = known()
_ITEMS: Final[Mapping[str, TypeAdapter[Any]]] = {
    name: TypeAdapter(get_args(field.annotation)[0])
    for name, field in File.model_fields.items()
    if name != "site"
}
_UNIONS: Final = ("facts", "changes")
_KINDS: Final = ("bases", "tiers")
_DECLARED: Final = ("terms", "units", *_KINDS, "entities", "origins", "names")
_SITE: Final = TypeAdapter(SiteEntry)


def load_text(text: str, path: str, problems: Problems, languages: Languages = ALL) -> Book | None:
    """Read the data file's text, recording all that is wrong with it.

    Args:
        text: The text.
        path: The file to name in problems.
        problems: Where to record what is wrong.
        languages: The codes of the explainer's languages; each text is in each of them.

    Returns:
        The book, without the entries that are wrong; None if nothing can be made of the file.
    """
    problems = problems.under(Rule.data)
    read = read_entries(text, path, problems, languages)
    return Assembly(read.file, problems).book(read.places, languages) if read else None


class ReadFile(NamedTuple):
    """What stands in a data file: its entries, and what is declared, with its place."""

    file: File
    places: DeclaredAt
    declared: dict[str, tuple[str, ...]]


def read_entries(text: str, path: str, problems: Problems, languages: Languages) -> ReadFile | None:
    """Return the entries of a data file; None if nothing can be made of it."""
    tree = read_tree(text, path, problems)
    if tree is None:
        return None
    if not isinstance(tree, Branch):
        problems.add(tree.where, "the file must be a mapping", "start with `site:`")
        return None
    reader = Reader(languages, problems)
    sections = dict(reader.sections(tree))
    if "site" not in sections:
        return None
    return ReadFile(File.model_construct(**sections), dict(_places(tree)), reader.declared)


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes entries of a tree, in the words of its languages, and records what is wrong."""

    languages: Languages
    problems: Problems
    declared: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def sections(self, tree: Branch) -> Iterator[tuple[str, Any]]:
        known = File.model_fields
        for key in [*tree]:
            if key not in known:
                told, hint = f"unknown key {str(key)!r}", nearest(key, known)
                self.problems.add(tree.key_places[key], told, hint)
                # What is meant is read, so that what stands in it is not missed elsewhere.
                for meant in known.keys() - tree.keys():
                    if repr(meant) in hint:
                        tree[meant], tree.key_places[meant] = tree[key], tree.key_places[key]
        for name in _KINDS:
            self.declared[name] = _ids(tree.get(name, ()))
        for name, field_ in known.items():
            if field_.is_required() and name not in tree:
                self.problems.add(tree.where, f"`{name}:` is missing")
        if "site" in tree:
            site = self._validated(_SITE, tree["site"], tree, "site")
            if site is not None:
                yield "site", site
        for name, adapter in _ITEMS.items():
            yield name, tuple(self._items(name, adapter, tree))

    def _items(self, name: str, adapter: TypeAdapter[Any], tree: Branch) -> Iterator[Any]:
        node = tree.get(name, ())
        if not node:
            return
        if not isinstance(node, Sequence):
            told = f"`{name}:` must be a list"
            self.problems.add(node.where, told, "start each entry with `- `")
            return
        for item in node:
            entry = self._validated(adapter, item, node, name)
            if entry is not None:
                yield entry

    def fact(self, node: Sequence) -> Any:
        """Return the entry that a list of one fact holds."""
        return self._validated(_ITEMS["facts"], node[0], node, "facts")

    def _validated(
        self, adapter: TypeAdapter[Any], node: Any, parent: Branch | Sequence, name: str
    ) -> Any:
        """Return what stands at a node, without its wrong parts if it can do without them."""
        context = {"languages": self.languages, **self.declared}
        try:
            return adapter.validate_python(node, context=context)
        except ValidationError as error:
            kept, cause = node, None
            # From the last on: what is taken out of a list moves nothing that is still to be told.
            for detail in reversed(error.errors(include_url=False, include_input=False)):
                loc = detail["loc"][1:] if name in _UNIONS else detail["loc"]  # no union's tag
                found = follow(node, parent, loc, name)
                kept = _without(kept, loc)
                if (
                    detail["type"] == "too_short"
                    and isinstance(found.node, Sequence)
                    and found.node
                ):
                    continue  # its entries are wrong, and already told
                where = found.key_where if detail["type"] == "extra_forbidden" else found.where
                cause = self.problems.add(where, *explain(detail, found))
        if cause and isinstance(node, Branch) and (named := node.get("id") or node.get("series")):
            self.problems.lose(str(named), cause)
        # A fact is kept without its wrong parts: no page shall be told that there is none.
        with suppress(ValidationError):
            return adapter.validate_python(kept, context=context) if name == "facts" else None
        return None


def _places(tree: Branch) -> Iterator[tuple[tuple[str, str], Location]]:
    """Yield where each thing that is declared in some lists, by an id or a name, stands."""
    for section in _DECLARED:
        items = tree.get(section)
        for item in items if isinstance(items, Sequence) else ():
            named = item.get("id") if isinstance(item, Branch) else item
            if isinstance(named, Scalar):
                yield (section, str(named)), named.where


def _ids(entries: Any) -> tuple[str, ...]:
    """Return the ids that a section of the tree gives, sound or not."""
    found = (entry.get("id") for entry in entries if isinstance(entry, Branch))
    return tuple(str(each) for each in found if each)


def _without(node: Any, loc: tuple[int | str, ...]) -> Any:
    """Return a copy of a tree without what a path leads to, past the parts that lead nowhere."""
    for depth, part in enumerate(loc, 1):
        inside = isinstance(node, Branch) and part in node
        if inside or (isinstance(node, Sequence) and isinstance(part, int) and part < len(node)):
            made, inner = copy(node), _without(node[part], loc[depth:])
            if inner is None:
                del made[part]
            else:
                made[part] = inner
            return made
    return None
