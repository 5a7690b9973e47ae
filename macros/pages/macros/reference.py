"""The authors' reference of macros, written from their declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import Parameter
from typing import Final

from macros.pages.macros.macro import Kind, Macro, Param
from macros.pages.macros.registry import registry

_GROUPS: Final[Mapping[str, tuple[Kind, ...]]] = {
    "In sentences": ("value", "count", "comparison", "opinion", "quotation", "date"),
    "Charts": ("chart",),
    "Bodies of pages": ("body",),
}


def reference() -> str:
    """Return what each macro shows and takes, with an example, as Markdown."""
    lines: list[str] = []
    for title, kinds in _GROUPS.items():
        lines += [f"### {title}", ""]
        for name, macro in registry().items():
            if macro.kind in kinds:
                lines += [f"#### {name}", "", macro.about, "", *_example(macro), *_arguments(macro)]
    return "\n".join(lines).rstrip() + "\n"


def _example(macro: Macro) -> Iterator[str]:
    yield from ("```text", f"{{{{ {macro.example} }}}}", "```", "")


def _arguments(macro: Macro) -> Iterator[str]:
    for param in macro.params.values():
        yield f"* `{param.name}`{_default(param)}: {param.note.about}"
    if macro.params:
        yield ""


def _default(param: Param) -> str:
    return "" if param.default is Parameter.empty else " (may be left out)"
