"""The columns of the published tables: one list for the CSV, its descriptor and the JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from macros.arithmetic.quantity import BOUNDS
from macros.data.schema.declarations import Tier
from macros.data.schema.facts import Basis, Rank, Verdict
from macros.language.writing import Language

Kind = Literal["string", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Attributes:
        name: Its name, in the CSV's header and in JSON.
        english: What it holds.
        chinese: The same.
        kind: What its values are.
        required: Whether it is never empty.
        choices: All values that it may have, if they are few.
    """

    name: str
    english: str
    chinese: str
    kind: Kind = "string"
    required: bool = False
    choices: tuple[str, ...] = ()

    def about(self, language: Language) -> str:
        """Say what the column holds."""
        return self.chinese if language == "zh" else self.english

    def field(self, language: Language) -> dict[str, Any]:
        """Return the column as a field of a Table Schema."""
        rules: dict[str, Any] = {"required": True} if self.required else {}
        rules |= {"enum": list(self.choices)} if self.choices else {}
        field = {"name": self.name, "type": self.kind, "description": self.about(language)}
        return field | ({"constraints": rules} if rules else {})

    def property(self, language: Language) -> dict[str, Any]:
        """Return the column as a property of a JSON Schema; an empty number or date is null."""
        made: dict[str, Any] = {"description": self.about(language)}
        if self.kind == "string":
            made |= {"type": "string"} | ({"minLength": 1} if self.required else {})
        else:
            plain = "number" if self.kind == "number" else "string"
            made["type"] = plain if self.required else [plain, "null"]
            made |= {"format": "date"} if self.kind == "date" else {}
        if self.choices:
            made["enum"] = [*self.choices, *([] if self.required else [""])]
        return made


_PERCENT: Final = ("a percentage as 34, not 0.34", "百分数写作34，不写作0.34")
_VALUES: Final = (
    Column("value", f"Number in `unit`; {_PERCENT[0]}. Empty for a date.",
           f"以`unit`为单位的数值；{_PERCENT[1]}。日期为空。", "number"),
    Column("low", "Least value that its print allows.", "写法所容许的最小值。", "number"),
    Column("high", "Greatest value that its print allows.", "写法所容许的最大值。", "number"),
    Column("date", "The value if it is a date: a day, month, quarter or year.",
           "数值为日期时：年月日、年月、季度或年份。"),
)  # fmt: skip
FACT: Final = (
    Column("id", "Name of the fact.", "条目名。", required=True),
    Column("label", "What it is, in words.", "是什么。", required=True),
    Column("concept", "What is measured.", "量的是什么。", required=True),
    Column("entity", "Whose it is.", "属于谁。", required=True),
    Column("counterparty", "Towards whom.", "对方是谁。"),
    Column("period", "When: 2025, 2025-Q1, FY2025 (a fiscal year), or two ends with a slash.",
           "时段：如2025、2025-Q1、FY2025（财年），或以斜线相连的起止。"),
    Column("start", "First day of the period.", "时段首日。", "date"),
    Column("end", "Last day of the period.", "时段末日。", "date"),
    Column("unit", "Unit, unscaled: USD, percent, W …", "单位，不带倍数：USD、percent、W等。",
           required=True),
    Column("basis", "On what basis: promised or paid, recognised, a run-rate, a forecast …",
           "口径：承诺、到账、已确认、年化、预测等。", required=True, choices=get_args(Basis)),
    Column("measure", "Whose definition, where several are in use.", "用的是谁的定义。"),
    Column("stage", "Stage of an agreement.", "协议的阶段。"),
    *_VALUES,
    Column("text", "The value in words.", "以文字写出的数值。"),
    Column("origin", "Document that the value is taken from; empty if it is computed.",
           "数值取自哪份文件；算得的为空。"),
    Column("url", "That document’s address.", "该文件的地址。"),
    Column("formula", "How the value is computed, with the inputs' values in place.",
           "数值如何算得，已代入各输入。"),
    Column("page", "Permanent address of the fact.", "条目的固定地址。", required=True),
)  # fmt: skip
PRINT: Final = (
    Column("printed", "What the article prints.", "原文的写法。"),
    Column("at", "Paragraph of the article.", "原文段落。", required=True),
    Column("verdict", "How it stands against the value.", "核对结论。", required=True,
           choices=get_args(Verdict)),
)  # fmt: skip
JOINED: Final = tuple(
    Column(column.name, f"{column.english} Several are joined by “; ”.",
           f"{column.chinese}不止一处时以“; ”相连。")
    for column in PRINT
)  # fmt: skip
REPORT: Final = (
    Column("origin", "Document that says so.", "出自哪份文件。", required=True),
    Column("locator", "Where in it.", "在文件的何处。"),
    Column("rank", "Which of several reports we prefer.", "多个说法中采用哪个。",
           required=True, choices=get_args(Rank)),
    Column("printed", "What it prints, word for word.", "原样写法。"),
    *_VALUES,
    Column("bound", "On which side the true value lies, as printed.", "写法中的约数词。",
           required=True, choices=BOUNDS),
)  # fmt: skip
CHANGE: Final = (
    Column("changed", "Day of the edition that brought the change.", "修订所在版本的日期。", "date",
           required=True),
    Column("was", "The value before, in words.", "原来的数值，以文字写出。"),
    Column("became", "The value after it.", "改后的数值。"),
    Column("was_value", "The value before, in `unit`.", "原来的数值，以`unit`为单位。", "number"),
    Column("became_value", "The value after it, in `unit`.", "改后的数值，以`unit`为单位。",
           "number"),
    Column("was_verdict", "The verdict before.", "原来的核对结论。", choices=get_args(Verdict)),
    Column("became_verdict", "The verdict after it.", "改后的核对结论。",
           choices=get_args(Verdict)),
    Column("why", "Why it was changed.", "为何修订。", required=True),
)  # fmt: skip
ORIGIN: Final = (
    Column("id", "Name of the document.", "文件的代号。", required=True),
    Column("publisher", "Who published it.", "由谁发布。", required=True),
    Column("title", "Its title, in its own language.", "标题，用文件自己的语言。", required=True),
    Column("url", "Its address.", "地址。"),
    Column("published", "When, as exactly as it is known.", "何时发布，尽所知而精确。",
           required=True),
    Column("tier", "How close it stands to the event.", "层级。", required=True,
           choices=get_args(Tier)),
)  # fmt: skip
OF_FACT: Final = Column("fact", "Fact that is spoken of.", "说的是哪条数字。", required=True)
TABLES: Final[Mapping[str, tuple[Column, ...]]] = {
    "facts": (*FACT, *JOINED),
    "reports": (OF_FACT, *REPORT),
    "origins": ORIGIN,
}
KEYS: Final[Mapping[str, Mapping[str, Any]]] = {
    "facts": {"primaryKey": "id", "foreignKeys": [("origin", "origins", "id")]},
    "reports": {"foreignKeys": [("fact", "facts", "id"), ("origin", "origins", "id")]},
    "origins": {"primaryKey": "id"},
}
