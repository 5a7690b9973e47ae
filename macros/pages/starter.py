"""A small explainer to begin with, which passes its own check and builds."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import yaml

from macros.pages.templates import render_text

_HERE: Final = Path(__file__).parent / "templates" / "starter"
_PAGES: Final = ("index", "findings", "ledger", "origins")
_REVIEWING: Final = ("findings",)
StarterWords = Mapping[str, Mapping[str, str]]


def languages() -> tuple[str, ...]:
    """Return the codes of the languages in which one can begin."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/words.yml")))


def starter(codes: Sequence[str], *, review: bool) -> Iterator[tuple[str, str]]:
    """Yield the files of a small explainer, by path.

    Args:
        codes: Its languages, the root's first.
        review: Whether it checks the figures of a text.
    """
    words = {
        code: yaml.safe_load((_HERE / code / "words.yml").read_text("utf-8")) for code in codes
    }
    names = [name for name in _PAGES if review or name not in _REVIEWING]
    shared = {"languages": codes, "review": review, "text": partial(_text, words)}
    first = shared | _named(words[codes[0]], names)
    for path in ("mkdocs.yml", "README.md", "data/facts.yml"):
        yield path, render_text(f"starter/{path}", **first)
    yield ".gitignore", render_text("starter/gitignore")
    for code in codes:
        own = shared | _named(words[code], names)
        if code != codes[0]:
            yield f"docs/{code}.yml", render_text("starter/language.yml", **own)
        for name in names:
            template = f"{code}/index.md" if name == "index" else "page.md"
            yield f"docs/{code}/{name}.md", render_text(f"starter/{template}", **own, name=name)


def _named(words: Mapping[str, str], names: Sequence[str]) -> dict[str, Any]:
    """Return a language's words, and its pages with their titles in the navigation."""
    titles = (words["home" if name == "index" else name] for name in names)
    return {"words": words, "pages": [(t, f"{n}.md") for t, n in zip(titles, names, strict=True)]}


def _text(words: StarterWords, key: str, *, mapped: bool = False) -> str:
    """Return a text as the data file has it: in each language, or alone if there is one."""
    texts = {code: json.dumps(own[key], ensure_ascii=False) for code, own in words.items()}
    if len(texts) == 1 and not mapped:
        return next(iter(texts.values()))
    return f"{{{', '.join(f'{code}: {text}' for code, text in texts.items())}}}"
