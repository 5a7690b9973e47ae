"""The fixed words of pages and of what machines read, in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from macros.language.chinese import words as zh
from macros.language.english import words as en
from macros.language.registry import Language

_HAN: Final = re.compile("[\u4e00-\u9fff]")
LICENCE: Final = "CC-BY-4.0"
"""The licence of texts, data and charts, by its SPDX identifier."""

_Table = Mapping[Language, Mapping[str, str]]

PHRASES: Final[_Table] = {"en": en.PHRASES, "zh": zh.PHRASES}
VERDICTS: Final[_Table] = {"en": en.VERDICTS, "zh": zh.VERDICTS}
BASES: Final[_Table] = {"en": en.BASES, "zh": zh.BASES}
TIERS: Final[_Table] = {"en": en.TIERS, "zh": zh.TIERS}
KNOWN: Final[_Table] = {"en": en.KNOWN, "zh": zh.KNOWN}
SENTENCES: Final[_Table] = {"en": en.SENTENCES, "zh": zh.SENTENCES}


def phrases(language: Language) -> Mapping[str, str]:
    """Return the fixed words in a language, for templates."""
    return PHRASES[language]


def language_of(title: str) -> Language:
    """Return the language that a document's title is in, for those who read it aloud or set it."""
    return "zh" if _HAN.search(title) else "en"


LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
LICENCE_TITLE: Final = "Creative Commons Attribution 4.0 International"

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "about": (
        "Every number of {title}, with its value, period, unit and basis, the documents that "
        "report it, and the verdict on what the article printed. As of {date}.",
        "《{title}》的全部数字：数值、时段、单位和口径，各自出自哪份文件，"
        "以及对原文数字的核对结论。证据截至{date}。",
    ),
    "card": ("{title}. {lead} {strip}", "{title}。{lead}{strip}"),
    "changes": ("{title}: changes of the data", "{title}：数据修订"),
    "change": ("{date}: {text}", "{date}：{text}"),
    "kicker": ("An article, tied out figure by figure", "逐个数字，核对文章"),
    "llms_chapters": ("Chapters", "各章"),
    "llms_data": ("Data", "数据"),
    "llms_how": (
        "Cite a number by its fact’s permanent address (`page` in the data) and the as-of date. "
        "`value` is what we take to be right; `printed` is what the article says. Mind `basis`: "
        "a sum promised is not a sum paid, and a run-rate is not recognised revenue. The verdict "
        "`not_found` means that we found no origin, not that the figure is wrong.",
        "引用数字时，请用该条的固定地址（数据里的`page`），并注明证据截至的日期。"
        "`value`是本站认为正确的数值，`printed`是原文的写法。注意口径`basis`："
        "承诺的不等于到账的，年化收入不等于已确认营收。"
        "结论`not_found`只表示没有找到出处，不表示数字错了。",
    ),
    "llms_other": ("In Chinese (中文版): {url}", "英文版（In English）：{url}"),
    "llms_pages": ("Other pages", "其他页面"),
    "licence": ("Licence: {name}, {url}", "许可：{name}，{url}"),
    "not_found": ("no origin found", "未找到出处"),
    "table_facts": ("One row per fact.", "每条数字占一行。"),
    "table_json": (
        "The same, with all reports and verdicts of each fact; its JSON Schema is beside it.",
        "同上，并附每条数字的各方说法和核对结论；旁有JSON Schema。",
    ),
    "table_origins": ("One row per document.", "每份文件占一行。"),
    "table_package": ("Describes the tables for Frictionless tools.", "供Frictionless工具读取。"),
    "table_reports": (
        "One row per report: what one document says of one fact.",
        "每个说法占一行：某份文件怎么说某条数字。",
    ),
    "table_schema": ("The shape of facts.json.", "facts.json的结构。"),
    "feed": ("Changes of the data, as a feed.", "数据修订的订阅源。"),
}


def said(language: Language, key: str, **values: str) -> str:
    """Return fixed words in a language, filled in."""
    english, chinese = _WORDS[key]
    return (chinese if language == "zh" else english).format(**values)
