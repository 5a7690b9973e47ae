"""What machines read in Chinese: maps, feeds, linked data, tables."""

from typing import Final

SAID: Final = {
    "stopped": "这些问题会使构建失败",
    "about": (
        "《{title}》的全部数字：数值、时段、单位和口径，各自出自哪份文件，"
        "以及对原文数字的核对结论。证据截至{date}。"
    ),
    "about_alone": (
        "《{title}》的全部数字：数值、时段、单位和口径，各自出自哪份文件。证据截至{date}。"
    ),
    "card": "{title}。{lead}{strip}",
    "changes": "{title}：数据修订",
    "change": "{date}：{text}",
    "kicker": "逐个数字，核对文章",
    "kicker_alone": "每个数字，都有出处",
    "llms_chapters": "各章",
    "llms_data": "数据",
    "llms_how": (
        "引用数字时，请用该条的固定地址（数据里的`page`），并注明证据截至的日期。`value`是本站认为正确的数值，"
        "`printed`是原文的写法。注意口径`basis`：预测的不等于数出来的。"
        "结论`not_found`只表示没有找到出处，不表示数字错了。"
    ),
    "llms_how_alone": (
        "引用数字时，请用该条的固定地址（数据里的`page`），并注明证据截至的日期。"
        "注意口径`basis`：预测的不等于数出来的。"
    ),
    "llms_other": "另有{name}版：{url}",
    "llms_pages": "其他页面",
    "licence": "许可：{name}，{url}",
    "not_found": "未找到出处",
    "table_facts": "每条数字占一行。",
    "table_json": "同上，并附每条数字的各方说法和核对结论；旁有JSON Schema。",
    "table_json_alone": "同上，并附每条数字的各方说法；旁有JSON Schema。",
    "table_origins": "每份文件占一行。",
    "table_package": "供Frictionless工具读取。",
    "table_reports": "每个说法占一行：某份文件怎么说某条数字。",
    "table_schema": "facts.json的结构。",
    "feed": "数据修订的订阅源。",
}

COLUMNS: Final = {
    "id": "条目名。",
    "label": "是什么。",
    "concept": "量的是什么。",
    "entity": "属于谁。",
    "counterparty": "对方是谁。",
    "period": "时段：如2025、2025-Q1、FY2025（财年），或以斜线相连的起止。",
    "start": "时段首日。",
    "end": "时段末日。",
    "unit": "单位，不带倍数：USD、percent、W等。",
    "basis": "口径，如统计、估计、预测。",
    "measure": "用的是谁的定义。",
    "stage": "协议的阶段。",
    "value": "以`unit`为单位的数值；百分数写作34，不写作0.34。日期为空。",
    "low": "写法所容许的最小值。",
    "high": "写法所容许的最大值。",
    "date": "数值为日期时：年月日、年月、季度或年份。",
    "text": "以文字写出的数值。",
    "origin": "数值取自哪份文件；算得的为空。",
    "url": "该文件的地址。",
    "formula": "数值如何算得，已代入各输入。",
    "page": "条目的固定地址。",
    "printed": "原文的写法。",
    "at": "原文段落。",
    "verdict": "核对结论。",
    "report_origin": "出自哪份文件。",
    "locator": "在文件的何处。",
    "rank": "多个说法中采用哪个。",
    "report_printed": "原样写法。",
    "bound": "写法中的约数词。",
    "changed": "修订所在版本的日期。",
    "was": "原来的数值，以文字写出。",
    "became": "改后的数值。",
    "was_value": "原来的数值，以`unit`为单位。",
    "became_value": "改后的数值，以`unit`为单位。",
    "was_verdict": "原来的核对结论。",
    "became_verdict": "改后的核对结论。",
    "why": "为何修订。",
    "document_id": "文件的代号。",
    "publisher": "由谁发布。",
    "title": "标题，用文件自己的语言。",
    "document_url": "地址。",
    "published": "何时发布，尽所知而精确。",
    "tier": "层级。",
    "fact": "说的是哪条数字。",
    "joined": "不止一处时以“; ”相连。",
}
"""The columns of the tables."""
