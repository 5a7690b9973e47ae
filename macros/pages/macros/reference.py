"""The authors' reference of macros, written from their declarations."""

from __future__ import annotations

import json
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


def snippets() -> str:
    """Return the macros as snippets, by which editors complete calls: JSON as VS Code reads it."""
    made = {
        name: {
            "scope": "markdown",
            "prefix": name,
            "description": macro.about,
            "body": f"{{{{ {name}({', '.join(_holes(macro))}) }}}}$0",
        }
        for name, macro in registry().items()
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _holes(macro: Macro) -> Iterator[str]:
    """Yield a place to fill in for each argument that is needed, the first without its name."""
    needed = [param for param in macro.params.values() if param.default is Parameter.empty]
    for number, param in enumerate(needed, 1):
        hole = f"${{{number}:{param.name}}}"
        if param.shape.plain == (str,):
            hole = f'"{hole}"'
        elif not param.shape.plain:
            hole = f"[{hole}]" if param.shape.is_list else f"{{{hole}}}"
        yield hole if number == 1 else f"{param.name}={hole}"


def _example(macro: Macro) -> Iterator[str]:
    yield from ("```text", f"{{{{ {macro.example} }}}}", "```", "")


def _arguments(macro: Macro) -> Iterator[str]:
    for param in macro.params.values():
        yield f"* `{param.name}`{_default(param)}: {param.note.about}"
    if macro.params:
        yield ""


def _default(param: Param) -> str:
    return "" if param.default is Parameter.empty else " (may be left out)"
