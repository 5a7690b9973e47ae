"""Where lines end on a phone: between no number and its unit, and before no mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import pytest
from browsing import PHONE, window
from explainers import ROOTS
from playwright.sync_api import Browser, Page

_ENDS: Final = """() => {
  for (const folded of document.querySelectorAll("article details")) folded.open = true;
  const inline = (node) => /^(inline|contents)/.test(getComputedStyle(node).display);
  const blocks = "p, li, td, th, dt, dd, h1, h2, h3, .t-figure__source";
  return [...document.querySelectorAll(`article :is(${blocks})`)].flatMap((block) => {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), range = new Range();
    const ends = [];
    let before = "", low = 0, left = 0;
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      let parent = node.parentElement;
      if (parent.closest("svg, pre, .t-hidden, .headerlink, [hidden], .t-figure__acts")) continue;
      while (parent !== block && inline(parent)) parent = parent.parentElement;
      if (parent !== block) continue;
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = [...range.getClientRects()].at(-1);
        if (!box || !box.width) {
          if (before && !node.data[at].trim()) before += " ";
          continue;
        }
        if (before && box.top > low && box.left < left)
          ends.push([before, node.data.slice(at, at + 8), at > 0]);
        before = (before + node.data[at]).slice(-8);
        [low, left] = [box.bottom - box.height / 2, box.left];
      }
    }
    return ends;
  });
}"""
_PARTED: Final = (
    (r"(?:^|[^\s\d])\d+$", r"(?![至和与到])[\u4e00-\u9fff]"),  # 2025⏎年, but Trainium 2⏎的
    (r"\d$", r"[.,]?\d"),
    (r"[亿万]$", r"亿|美元"),
    (r"[第$¶]$", r"\d"),
    (r"\d ?$", r"(?:[mbtr]+illion|per cent|GW|MW)\b"),
    (r".$", r"[，。；：、！？）》」』”·％%]"),
    (r"[（《“「]$", r"."),
)

_WORD: Final = (r"[A-Za-z]$", r"[A-Za-z]")


def _parted(page: Page) -> Iterator[str]:
    for before, after, is_within in page.evaluate(_ENDS):
        parted = [*_PARTED, *[_WORD] * is_within]  # what stands side by side has no space
        if any(re.search(a, before) and re.match(b, after) for a, b in parted):
            yield f"{before}⏎{after}"


@pytest.mark.parametrize("root", ROOTS.values())
def test_no_line_parts_what_belongs_together(browser: Browser, own_address: str, root: str) -> None:
    """Neither prose nor tables part a number from its unit, or begin a line with a mark."""
    names = ["index", "background", "microsoft-openai", "amazon-anthropic", "what-could-change"]
    with window(browser, viewport=PHONE) as (page, _):
        for name in [*names, "findings", "method", "glossary", "data"]:
            page.goto(f"{own_address}{root}{name}.html")
            assert list(_parted(page)) == [], name
