"""Puts what pydantic finds wrong with an entry in an author's words, at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from macros.data.schema.facts import File
from macros.data.schema.fields import PARAGRAPH
from macros.data.schema.json_schema import entries_in, schema
from macros.data.tree import Branch, Scalar, Sequence
from macros.language.tongue import known
from macros.problems import Location, TieoutError, nearest


@dataclass(frozen=True, slots=True)
class Target:
    """What stands where a finding of pydantic's points to.

    Attributes:
        where: Its place.
        key_where: The place of its key, or its own if it has none.
        node: The text, mapping or list itself.
        keys: The keys that lead to it, the section's name first.
        listed: Whether it stands in a list.
    """

    where: Location
    key_where: Location
    node: Any
    keys: tuple[str, ...]
    listed: bool

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return f"an entry of `{self.keys[-1]}:`" if self.listed else f"`{self.keys[-1]}`"


def follow(node: Any, parent: Any, loc: tuple[int | str, ...], name: str) -> Target:
    """Follow pydantic's path down the tree, past the parts that are its own names."""
    where: Location = getattr(node, "where", parent.where)
    key_where, keys, listed = where, [name], isinstance(parent, Sequence)
    for part in loc:
        if isinstance(node, Branch) and part in node.key_places:
            keys.append(str(part))
            key_where, node, listed = node.key_places[str(part)], node[part], False
            where = node.where
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node):
            node, listed = node[part], True
            where = key_where = node.where
        elif part == "[key]":  # pydantic’s word for a key that is wrong itself, and not its value
            where = key_where
    return Target(where, key_where, node, tuple(keys), listed)


def explain(detail: Any, found: Target) -> tuple[str, str]:
    """Put pydantic's finding in an author's words, with a repair."""
    name, context = found.name, detail.get("ctx", {})
    shown = str(found.node) if isinstance(found.node, Scalar) else type(found.node).__name__
    match detail["type"]:
        case "missing":
            missing = detail["loc"][-1]
            return f"`{missing}` is missing", f"add `{missing}:` here"
        case "extra_forbidden":
            return _unknown_key(found.keys)
        case "literal_error":
            allowed = re.findall("'([^']*)'", str(context["expected"]))
            section = detail["msg"]
            hint = nearest(shown, allowed) or ", ".join(allowed)
            declared = section in File.model_fields
            more = f"; declare another under `{section}:`" if declared else ""
            return f"{name} cannot be {shown!r}", hint + more
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            return f"{name} cannot be {shown!r}", _PATTERNS.get(pattern, f"write {pattern}")
        case "value_error":
            return _own_words(name, context["error"])
        case "too_short":
            return f"{name} is empty", ""
        case "too_long" | "string_too_long":
            return f"{name} is longer than {context['max_length']} characters", ""
        case "greater_than_equal" | "less_than_equal":
            limit = context.get("ge", context.get("le"))
            return f"{name} cannot be {shown}", f"{limit} is the limit"
        case kind if "type" in kind or kind.endswith("parsing"):
            return f"{name} is of the wrong type", _TYPES.get(kind) or _mapping(found)
    return f"{name}: {detail['msg']}", ""


_ELSEWHERE: Final = {"period": "each row says its own"}
_PATTERNS: Final = {
    r"^[a-z][a-z0-9_]*$": "write small letters, digits and _, a letter first",
    r"^#[0-9a-f]{6}$": 'write a colour such as "#0b4f8a"',
    PARAGRAPH: "write a paragraph such as ¶7",
}
_TYPES: Final = {
    "string_type": "a single text is expected here",
    "tuple_type": "a list in [ ] is expected here",
    "int_parsing": "a whole number is expected here",
    "bool_parsing": "true or false is expected here",
}


def _mapping(found: Target) -> str:
    keys = sorted({*known()} & {*_keys_under(found.keys[-1])}) or ["key"]
    return f"a mapping is expected here, such as {{{', '.join(f'{key}: …' for key in keys)}}}"


def _own_words(name: str, error: ValueError) -> tuple[str, str]:
    """Split what one of our own validators says into message and repair."""
    if isinstance(error.__cause__, TieoutError):
        return f"{name}: {error.__cause__.message}", error.__cause__.hint
    message, _, hint = str(error).partition("; ")
    return f"{name}: {message}", hint


def _unknown_key(keys: tuple[str, ...]) -> tuple[str, str]:
    *parents, key = keys
    if key in known():
        return f"the explainer is not in {key!r}", f"write its pages in docs/{key}, or drop this"
    if key.isdigit():
        return f"unknown key {key!r}", "a figure with a comma must be quoted"
    allowed = next(filter(None, map(_keys_under, reversed(parents))), [])
    if any(key in kind for kind in _keys().values()):
        return f"unknown key {key!r}", _ELSEWHERE.get(key, "it belongs in another kind of entry")
    return f"unknown key {key!r}", nearest(key, allowed)


@cache
def _keys() -> Mapping[str, Mapping[str, Any]]:
    """Return what may stand at each key of each kind of entry, as the JSON Schema has it."""
    made = schema()
    kinds = {"File": made, **made["$defs"]}
    # A text may stand alone, too.
    forms = {name: next(iter(kind.get("anyOf", [kind]))) for name, kind in kinds.items()}
    return {name: form.get("properties", {}) for name, form in forms.items()}


def _keys_under(parent: str) -> list[str]:
    """Return the keys that a mapping may have, given the key that it stands under."""
    held = [kind[parent] for kind in _keys().values() if parent in kind]
    return sorted({key for name in entries_in(held) for key in _keys()[name]})
