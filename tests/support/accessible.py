"""Accessibility by axe: all its rules, those of WCAG 2.2 that it leaves out by default included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Page

LOOKS: Final = ("color-contrast", "link-in-text-block", "target-size")
"""The rules that ask how a page looks, and so depend on the scheme and the window's size."""

_RUN: Final = """([within, options]) => axe.run(within || document, options)
  .then(({ violations }) => ({ violations }))"""
_ONE_OF_A_KIND: Final = """(selector) => {
  const seen = new Set();
  for (const entry of document.querySelectorAll(selector)) {
    const kinds = [...entry.querySelectorAll("*")].map((node) =>
      [node.parentElement, node].map((each) => each.localName + "." + each.className).join(">"));
    const fresh = kinds.filter((kind) => !seen.has(kind));
    if (!fresh.length) entry.remove();
    fresh.forEach((kind) => seen.add(kind));
    entry.style.contentVisibility = "visible";
  }
}"""


def violations(page: Page, within: str = "", rules: Sequence[str] = ()) -> str:
    """Return what axe finds wrong with a page, or a part of it, by all rules or by some."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "preload": not (within or rules)}
    if rules:
        options["runOnly"] = {"type": "rule", "values": [*rules]}
    else:
        options["rules"] = {"target-size": {"enabled": True}}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)  # half a megabyte, once a page
    found = AxeResults(page.evaluate(_RUN, [within, options]))
    return str(found.generate_report()) if found.violations_count else ""


def keep_one_of_a_kind(page: Page, entries: str) -> None:
    """Remove the entries of long lists that have no element or class which an earlier one lacks.

    One template makes all of them; axe takes ten seconds for hundreds and finds nothing more.
    Those that stay are drawn even where they are out of sight.
    """
    page.evaluate(_ONE_OF_A_KIND, entries)
