"""An editor's snippets come from the declarations of macros."""

from __future__ import annotations

import json
import re
from inspect import Parameter

from macros.pages.macros.registry import registry
from macros.pages.reference import snippets
from macros.pages.source import calls_in
from macros.problems import Problems


def test_each_macro_has_a_snippet_that_is_a_call_of_it() -> None:
    """Its holes filled, a snippet is read as a call with all that the macro needs."""
    made = json.loads(snippets())
    assert made.keys() == registry().keys()
    for name, snippet in made.items():
        body = re.sub(r"\$\{\d+:(\w+)\}|\$0", lambda found: found[1] or "", snippet["body"])
        body = re.sub(r"\[(\w+)\]", r'["\1"]', body)
        body = re.sub(r"=\{(\w+)\}", r'={"\1": "x"}', body)
        problems = Problems()
        (call,) = calls_in(body, "page.md", problems)
        assert not list(problems) and call.name == name
        macro = registry()[name]
        needed = {p.name for p in macro.params.values() if p.default is Parameter.empty}
        assert {param.name for param, _ in macro.given(call)} == needed
