"""What machines read in English: maps, feeds, linked data, tables."""

from typing import Final

SAID: Final = {
    "stopped": "A build would stop at these problems",
    "about": (
        "Every number of {title}, with its value, period, unit and basis, the documents that "
        "report it, and the verdict on what the article printed. As of {date}."
    ),
    "about_alone": (
        "Every number of {title}, with its value, period, unit and basis, and the documents that "
        "report it. As of {date}."
    ),
    "card": "{title}. {lead} {strip}",
    "changes": "{title}: changes of the data",
    "change": "{date}: {text}",
    "kicker": "An article, tied out figure by figure",
    "kicker_alone": "Every number tied out to who says so",
    "llms_chapters": "Chapters",
    "llms_data": "Data",
    "llms_how": (
        "Cite a number by its fact’s permanent address (`page` in the data) and the as-of date. "
        "`value` is what we take to be right; `printed` is what the article says. Mind `basis`: "
        "what is forecast is not what was counted. The verdict "
        "`not_found` means that we found no origin, not that the figure is wrong."
    ),
    "llms_how_alone": (
        "Cite a number by its fact’s permanent address (`page` in the data) and the as-of date. "
        "Mind `basis`: what is forecast is not what was counted."
    ),
    "llms_other": "In {name}: {url}",
    "llms_pages": "Other pages",
    "licence": "Licence: {name}, {url}",
    "not_found": "no origin found",
    "table_facts": "One row per fact.",
    "table_json": (
        "The same, with all reports and verdicts of each fact; its JSON Schema is beside it."
    ),
    "table_json_alone": "The same, with all reports of each fact; its JSON Schema is beside it.",
    "table_origins": "One row per document.",
    "table_package": "Describes the tables for Frictionless tools.",
    "table_reports": "One row per report: what one document says of one fact.",
    "table_schema": "The shape of facts.json.",
    "feed": "Changes of the data, as a feed.",
}

COLUMNS: Final = {
    "id": "Name of the fact.",
    "label": "What it is, in words.",
    "concept": "What is measured.",
    "entity": "Whose it is.",
    "counterparty": "Towards whom.",
    "period": "When: 2025, 2025-Q1, FY2025 (a fiscal year), or two ends with a slash.",
    "start": "First day of the period.",
    "end": "Last day of the period.",
    "unit": "Unit, unscaled: USD, percent, W …",
    "basis": "On what basis, such as counted, estimated or forecast.",
    "measure": "Whose definition, where several are in use.",
    "stage": "Stage of an agreement.",
    "value": "Number in `unit`; a percentage as 34, not 0.34. Empty for a date.",
    "low": "Least value that its print allows.",
    "high": "Greatest value that its print allows.",
    "date": "The value if it is a date: a day, month, quarter or year.",
    "text": "The value in words.",
    "origin": "Document that the value is taken from; empty if it is computed.",
    "url": "That document’s address.",
    "formula": "How the value is computed, with the inputs' values in place.",
    "page": "Permanent address of the fact.",
    "printed": "What the article prints.",
    "at": "Paragraph of the article.",
    "verdict": "How it stands against the value.",
    "report_origin": "Document that says so.",
    "locator": "Where in it.",
    "rank": "Which of several reports we prefer.",
    "report_printed": "What it prints, word for word.",
    "bound": "On which side the true value lies, as printed.",
    "changed": "Day of the edition that brought the change.",
    "was": "The value before, in words.",
    "became": "The value after it.",
    "was_value": "The value before, in `unit`.",
    "became_value": "The value after it, in `unit`.",
    "was_verdict": "The verdict before.",
    "became_verdict": "The verdict after it.",
    "why": "Why it was changed.",
    "document_id": "Name of the document.",
    "publisher": "Who published it.",
    "title": "Its title, in its own language.",
    "document_url": "Its address.",
    "published": "When, as exactly as it is known.",
    "tier": "How close it stands to the event.",
    "fact": "Fact that is spoken of.",
    "joined": " Several are joined by “; ”.",
}
"""The columns of the tables."""
