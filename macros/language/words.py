"""The fixed words of pages and of what machines read: one set per language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Final

LICENCE: Final = "CC-BY-4.0"
"""The licence of texts, data and charts, by its SPDX identifier."""
LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_TITLE: Final = "Creative Commons Attribution 4.0 International"

Table = Mapping[str, str]
Lists = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Words:
    """A language's fixed words, by key.

    `<article>` and `<Article>` stand in them for what the reviewed text is called.

    Attributes:
        phrases: What stands on pages; templates have them as `t`.
        verdicts: Names of the verdicts.
        bases: Names of the bases.
        tiers: Names of the tiers.
        known: Whether the better knowledge was there.
        sentences: What is said of a verdict.
        said: What machines read.
        columns: What the columns of the published tables hold.
        bounds: Words in front of a number for the side on which the true value lies, as patterns;
            the first is what is written, here and below.
        money: What currencies are called beside CLDR's names, by their codes.
        counts: What built-in things are called.
        nouns: What stands for units that have no sign, for one and for many.
        spoken: What stands between two ends, and for what has none.
        times: Periods by kind, a text for each part of the year.
        short_times: The same on axes, where it is told otherwise.
        dated: The same in sentences, where it is told otherwise.
        edges: How a year's start and end are said, which a print may name.
        measures: What measured units are called beside CLDR's names, by pint's.
        prefixes: What SI's prefixes are called.
        powers: What stands before a unit's name for its square and its cube.
        examples: What a print looks like, by unit or kind of unit.
        scales: Sizes by the power of ten: the word, and the letter on an axis.
        spelled: Words for small numbers and ranks, from one on.
        ordinals: How other ranks are written, by CLDR's kind of number.
        parts: How a part is said, from its numerals.
        counted_in: The one size in which a unit is counted, whatever its prefix elsewhere.
        short_nouns: What axes write for units without a sign, where it is something else.
        signs: Under `bases`, the units of which the sign is written.
    """

    phrases: Table
    verdicts: Table
    bases: Table
    tiers: Table
    known: Table
    sentences: Table
    said: Table
    columns: Table
    bounds: Lists
    money: Lists
    counts: Lists
    nouns: Lists
    spoken: Table
    times: Lists
    short_times: Lists = field(default_factory=dict)
    dated: Lists = field(default_factory=dict)
    edges: Table = field(default_factory=dict)
    measures: Lists = field(default_factory=dict)
    prefixes: Table = field(default_factory=dict)
    powers: Table = field(default_factory=dict)
    examples: Table = field(default_factory=dict)
    scales: Lists = field(default_factory=dict)
    spelled: Lists = field(default_factory=dict)
    ordinals: Table = field(default_factory=dict)
    parts: Table = field(default_factory=dict)
    short_nouns: Table = field(default_factory=dict)
    counted_in: Table = field(default_factory=dict)
    signs: Lists = field(default_factory=dict)

    def naming(self, reviewed: str = "") -> Words:
        """Return the same with a name for the text that is reviewed, if not “the article”."""
        name = reviewed or self.phrases["reviewed"]
        told = {
            each.name: {
                key: text.replace("<article>", name).replace(
                    "<Article>", name[:1].upper() + name[1:]
                )
                for key, text in table.items()
            }
            for each in fields(self)
            if each.type == "Table" and (table := getattr(self, each.name))
        }
        return replace(self, **told)

    @classmethod
    def beside(cls, module: str) -> Words:
        """Read the catalogue in the folder of a language's module, which has a table for each."""
        return cls(**tomllib.loads(Path(module).with_name("words.toml").read_text("utf-8")))
