"""The theme's style sheets, parted: what pages use, and what only its search needs.

The theme brings some 25 kB (gzip) of rules, of which these pages use a third. A rule stays if
every class, id and value of an attribute in one of its selectors is a word in what may use it: the
attributes of pages and our own scripts, or, for the second sheet, the theme's script, which is not
loaded before it is needed. A custom property stays if anything asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import tinycss2

SHEETS: Final = "assets/stylesheets/*.css"
LATER: Final = "assets/search.css"
SCRIPTS: Final = "assets/[!v]*.js"
"""Our own scripts; the one that draws charts brings its styles along."""
LOADED_LATER: Final = "assets/javascripts/bundle*.js"
_WORD: Final = re.compile(r"[A-Za-z_][\w-]*")
_ASKED: Final = re.compile(r"var\(\s*(--[\w-]+)")
_DECLARED: Final = re.compile(r"(--[\w-]+):(?:[^;{}\"']|\"[^\"]*\"|'[^']*')*;?")
_GROUPS: Final = {"media", "supports", "layer", "container"}


def words(texts: Iterable[str]) -> set[str]:
    """Return everything that could be the name of a class or an id in some texts."""
    return {*_WORD.findall("\n".join(texts))}


def asked_for(sheet: str, others: Iterable[str] = ()) -> str:
    """Return a style sheet without the custom properties that neither it nor another asks for."""
    asked = {name for text in (sheet, *others) for name in _ASKED.findall(text)}
    kept = _DECLARED.sub(lambda found: found[0] if found[1] in asked else "", sheet)
    return kept if kept == sheet else asked_for(kept, others)


def part(sheet: str, now: Set[str], later: Set[str]) -> tuple[str, str]:
    """Return the rules of a style sheet that pages use, and those that they may use later.

    Args:
        sheet: The style sheet.
        now: The names that pages and their scripts use.
        later: The names that a script uses which is loaded on request.
    """
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    used = "".join(_kept(rules, now))
    return used, "".join(_kept(rules, now | later, without=now))


def _kept(rules: Iterable[Any], names: Set[str], without: Set[str] | None = None) -> Iterator[str]:
    """Yield the rules whose selectors names can meet, leaving out those that others meet."""
    for rule in rules:
        if rule.type == "qualified-rule":
            chosen = [
                each
                for each in _selectors(rule.prelude)
                if _meets(each, names) and (without is None or not _meets(each, without))
            ]
            if chosen:
                selectors = ",".join(tinycss2.serialize(each).strip() for each in chosen)
                yield f"{selectors}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule":
            yield from _at_rule(rule, names, without)


def _at_rule(rule: Any, names: Set[str], without: Set[str] | None) -> Iterator[str]:
    if rule.lower_at_keyword in _GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        if kept := "".join(_kept(inner, names, without)):
            yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{kept}}}"
    elif without is None:  # fonts, keyframes and their like stand in the first sheet alone
        yield rule.serialize()


def _selectors(prelude: Iterable[Any]) -> list[list[Any]]:
    """Part a list of selectors at its commas; those in brackets belong to one selector."""
    parted: list[list[Any]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parted.append([])
        else:
            parted[-1].append(token)
    return parted


def _meets(selector: Iterable[Any], names: Set[str]) -> bool:
    """Whether something with these names could match; of `:is(…)` one choice is enough."""
    for before, token in pairwise((None, *selector)):
        if token.type == "hash" and token.value not in names:
            return False
        is_class = before is not None and before.type == "literal" and before.value == "."
        if token.type == "ident" and is_class and token.value not in names:
            return False
        if token.type == "[] block" and not _valued(token.content, names):
            return False
        choices = token.type == "function" and token.lower_name in {"is", "where"}
        if choices and not any(_meets(each, names) for each in _selectors(token.arguments)):
            return False
    return True


def _valued(attribute: Iterable[Any], names: Set[str]) -> bool:
    """Whether an attribute could have the value that is asked for."""
    values = [t.value for t in attribute if t.type in {"ident", "string"}][1:]
    return all(_WORD.fullmatch(value) is None or value in names for value in values)


def split(site: Path, given: Iterable[str]) -> None:
    """Part the theme's style sheets of a finished site, in place.

    Args:
        site: Its folder.
        given: What stands in the attributes of its pages: only this can be classes and ids.
    """
    ours = [path.read_text("utf-8") for path in sorted(site.glob(SCRIPTS))]
    now = words(given) | words(ours)
    later = words(path.read_text("utf-8") for path in sorted(site.glob(LOADED_LATER)))
    sheets = {path: path.read_text("utf-8") for path in sorted(site.glob(SHEETS))}
    parted = {path: part(sheet, now, later) for path, sheet in sheets.items()}
    rest = "".join(more for _, more in parted.values())
    own = [path.read_text("utf-8") for path in sorted(site.glob("assets/*.css"))]
    others = [rest, *own, *ours, *(used for used, _ in parted.values())]
    for path, (used, _) in parted.items():
        path.write_text(asked_for(used, others), "utf-8")
    (site / LATER).write_text(rest, "utf-8")
