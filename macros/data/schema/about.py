"""What each key of the data file holds: told to editors on hover, and in the authors' reference."""

from __future__ import annotations

from typing import Any, Final

from macros.data.schema.facts import File
from macros.language.tongue import known

ABOUT: Final = {
    "site": "The explainer as a whole.",
    "terms": "What is measured, by whose definition, at which stage: the words that facts use.",
    "units": "Things that are counted. What is measured and currencies need no entry.",
    "bases": "How figures came about, beside what is built in.",
    "tiers": "How close documents stand to what they tell of, beside what is built in.",
    "entities": "Whose figures there are.",
    "origins": "The documents that figures come from.",
    "facts": "Every number, with who reports it or how it is computed.",
    "statements": "Assertions of the reviewed text that are no numbers.",
    "developments": "What has happened since the reviewed text was written.",
    "names": "Names that hold a number, such as a product’s, and so are no bare numbers in prose.",
    "moved": "Names that something had before; their addresses lead on.",
    "changes": "What was corrected, added or taken out, the oldest first.",
    "as_of": "The day up to which the evidence was read.",
    "title": "What it is called.",
    "article": "The text whose figures are checked. Without one there are no verdicts, and nothing "
    "speaks of an article.",
    "chapters": "Which page takes up which paragraphs of the reviewed text.",
    "id": "Its id: small letters, digits and _. Everything else names it so.",
    "label": "What readers read, in each language.",
    "singular": "What one is called, where a language has a form for it.",
    "UnitEntry.names": "What else a print may call it.",
    "tells": "`past`: of what has come about, so that nobody can report it before; `promise`; "
    "`ahead`: of what has not, which charts draw open; left out for anything else.",
    "about": "What such documents are, in a sentence.",
    "refutes": "Whether such a document may refute the reviewed text by itself.",
    "color": "Its colour in charts, for each scheme.",
    "light": 'Such as "#0b4f8a", on a light ground.',
    "dark": "The same on a dark ground.",
    "part_of": "The whole that it is part of, whose colour and fiscal year it has.",
    "fiscal_year_ends": "The month in which its fiscal year ends; December if it is left out.",
    "publisher": "Who published it: once if all languages call it alike, or by language.",
    "OriginEntry.title": "Its title, in its own language.",
    "url": "Its address.",
    "also": "A second address of the same document.",
    "archive": "An archived copy.",
    "published": "When, as exactly as it is known: 2025, 2025-07 or 2025-07-30.",
    "accessed": "When it was read last.",
    "tier": "How close it stands to what it tells of.",
    "language": "The language it is written in; else as its title’s script tells.",
    "restates": "Earlier documents whose figures this one restates, such as the former edition of "
    "a yearly table. Series and formulas do not chain the two unless a `break` says so.",
    "origin": "The document, by id.",
    "written": "The day on which the text was written: what was known then is asked of it.",
    "reprinted": "The day on which the copy that is read was published.",
    "page": "A page of `docs/<language>`, without its ending.",
    "ChapterEntry.from": "The first paragraph, such as ¶1.",
    "ChapterEntry.to": "The last paragraph.",
    "series": "The id of the series; a member is called as `sales[2024]`.",
    "is": "What it is a number of. Two facts that are of the same are one fact.",
    "concept": "What is measured: a term.",
    "entity": "Whose it is.",
    "counterparty": "Towards whom.",
    "period": "When: see Periods.",
    "unit": "In what it is measured, with its scale: see Units.",
    "basis": "How it came about, such as `count` or `forecast`.",
    "measure": "By whose definition, where several are in use: a term.",
    "stage": "At which stage: a term.",
    "rows": "The reports of all members, each with its period.",
    "break": "From when on the series is defined otherwise.",
    "BreakEntry.from": "The first period that is defined anew.",
    "BreakEntry.origin": "The document that says so.",
    "reports": "Who says so: one entry per document.",
    "at": "Where in it: ¶7 of the reviewed text, else a page or note in quotes.",
    "printed": "The figure as it is printed, to the letter; it is read and compared with `value`.",
    "cue": "Words elsewhere in the sentence that carry a bound or a sign, such as “fell by”.",
    "context": "The year of which a print such as “this year” speaks.",
    "value": "The same as a number in the fact’s unit; two ends in [ ] for a range.",
    "bound": "On which side the true value lies: see Bounds.",
    "decimals": "Digits behind the point that are known, if the value does not show them.",
    "FactEntry.decimals": "Digits behind the point in which a computed value is shown.",
    "exact": "Why the figure is taken as exact, though it is printed short.",
    "rank": "`preferred` of several reports, or `deprecated`.",
    "says": "What the reviewed text states otherwise of the fact.",
    "omits": "What the reviewed text leaves out, so that its figure could be of another fact.",
    "public": "When the figure first was public, if before its document.",
    "idiom": "A figure of speech (a few years, the next decade): counted apart, and not checked.",
    "formula": "How it is computed: ids, numbers, + - * / ^ and brackets.",
    "total": "The sum that it must be: a + b + c.",
    "inputs": "Short names for ids in the formula.",
    "mixes": "The bases that the formula mixes on purpose.",
    "takes": "Facts of which the reviewed text’s own figure may stand, as no origin was found.",
    "crosses": "Series of which the formula takes members on both sides of a break.",
    "measures_mixed": "Whether the formula mixes measures on purpose.",
    "note": "Why the reviewed text and its origins disagree; numbers in it are called.",
    "caveat": "What readers have to know of it.",
    "impact": "How much the disagreement changes the argument, and what.",
    "level": "`high`, `some` or `little`.",
    "review_by": "When it is to be checked again.",
    "same_as": "The fact that this one is entered a second time for.",
    "verdict": "How the assertion stands against the evidence.",
    "CorrectionEntry.verdict": "The verdict before.",
    "known": "When the better knowledge was public, if not when its documents were.",
    "StatementEntry.at": "The paragraphs that assert it, such as ¶7.",
    "date": "When it happened, or when the edition that brings it appeared.",
    "DevelopmentEntry.facts": "Facts that it tells.",
    "affects": "Facts and statements that it bears on.",
    "DevelopmentEntry.origins": "The documents that tell of it.",
    "kind": "What was renamed: `page`, `fact` or `origin`.",
    "MovedEntry.from": "Its former name.",
    "MovedEntry.to": "Its present name.",
    "fact": "What was corrected: a fact or statement.",
    "report": "Whose report was corrected, if not the preferred one.",
    "CorrectionEntry.at": "The paragraph of the figure, where the reviewed text prints several.",
    "was": "What it was; what it became stands in the data, or in the next entry’s `was`.",
    "why": "Why, in each language.",
    "added": "Ids of what is new.",
    "removed": "Ids of what is gone, each with what it was called.",
}
"""By key; where a key holds something else in one kind of entry, by that kind and key."""


def schema() -> dict[str, Any]:
    """Return the data file's JSON Schema, each key with what it holds."""
    made: dict[str, Any] = File.model_json_schema(by_alias=True)
    for name, model in {"File": made, **made["$defs"]}.items():
        for key, held in model.get("properties", {}).items():
            if key not in known():
                held["description"] = about(name, key)
                if "oneOf" in held:  # a text alone may be of either kind
                    held["anyOf"] = held.pop("oneOf")
    return made


def about(model: str, key: str) -> str:
    """Return what a key of an entry holds."""
    return ABOUT.get(f"{model}.{key}") or ABOUT[key]
