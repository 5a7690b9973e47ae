"""Rebuild the shipped font family from Noto Sans CJK SC (SIL Open Font License 1.1).

Run from the repository's root, with `fontTools` and `jieba` installed:

    python macros/charts/fonts/subset.py FOLDER_WITH_NOTO_SANS_CJK

The family has a name of its own, so that no font of the machine can take its place.
Two signs that the source lacks are drawn here, in the place of two signs nobody needs. Quotation
marks and the middle dot are one em wide, as Chinese has them, and narrow beside Latin letters.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import jieba
from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
FAMILY = "Tieout Sans"
FACE_IN_COLLECTION = 2
SOURCES = {"Regular": "NotoSansCJK-Regular.ttc", "Bold": "NotoSansCJK-Bold.ttc"}
EXTRA = (
    "\u2002\u2003\u2011\u3000"
    "≠≈×÷−–—…‑¶§†‡•·°′″‰≤≥±∞→←↑↓↔⇒√∆€£¥℃№™“”‘’「」『』《》〈〉【】〔〕、。〃々〇～￥○●◎□■△▲▽▼◇◆☆★✓"
)
COMMON_OF_LEVEL_2 = 2400  # the most frequent ones; more would pass 1.5 MB a face
NARROWED = "‘’“”·"
BESIDE = {*map(chr, range(0x21, 0x7F)), *map(chr, range(0xA1, 0x180)), "–", "…"} - set(NARROWED)


def gb2312(first: int, last: int) -> list[str]:
    """Return the hanzi of GB2312's rows `first` to `last`; level 1 is 16 to 55."""
    cells = ((row, cell) for row in range(first, last + 1) for cell in range(1, 95))
    codes = (bytes([0xA0 + row, 0xA0 + cell]) for row, cell in cells)
    return [text for code in codes if (text := code.decode("gb2312", errors="ignore"))]


def characters() -> set[str]:
    """Return all that the family takes from the source: the rarer hanzi by their frequency."""
    counts: Counter[str] = Counter()
    with jieba.get_dict_file() as lines:
        for line in lines:
            word, frequency, *_ = line.decode("utf-8").split(" ")
            for character in word:
                counts[character] += int(frequency)
    level_2 = sorted(gb2312(56, 87), key=lambda c: (-counts[c], c))[:COMMON_OF_LEVEL_2]
    latin = map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0xFF01, 0xFF5F)))
    return {*gb2312(16, 55), *level_2, *latin, *EXTRA, *(place for place, _ in DRAWN.values())}


def cut(source: Path, keep: set[str]) -> tuple[TTFont, dict[str, str]]:
    """Return the font of `source` with only the characters of `keep`, and its narrow glyphs."""
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    options.notdef_outline = True
    font = TTFont(source, fontNumber=FACE_IN_COLLECTION, recalcTimestamp=False)
    slim = narrow_glyphs(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(c) for c in keep], glyphs=slim.values())
    cutter.subset(font)
    add_context(font, slim)
    return font, slim


def narrow_glyphs(font: TTFont) -> dict[str, str]:
    """Return the source's own narrow glyph of each sign that it draws one em wide."""
    table, names = font["GSUB"].table, font.getBestCmap()
    features = [f.Feature for f in table.FeatureList.FeatureRecord if f.FeatureTag == "pwid"]
    mapping: dict[str, str] = {}
    for index in {n for feature in features for n in feature.LookupListIndex}:
        for part in table.LookupList.Lookup[index].SubTable:
            mapping |= getattr(part, "ExtSubTable", part).mapping
    mapping |= {names[ord("·")]: names[ord("･")]}  # no feature says so
    return {sign: mapping[names[ord(sign)]] for sign in NARROWED}


def add_context(font: TTFont, slim: dict[str, str]) -> None:
    """Use the narrow signs where Latin stands beside them, as any reader of the font then does."""
    names = font.getBestCmap()
    beside = " ".join(names[ord(c)] for c in sorted(BESIDE) if ord(c) in names)
    before = {"’": "@latin ", "”": "@latin ", "·": f"{names[0x20]} "}
    rules = [
        f"  sub {before.get(s, '')}{names[ord(s)]}'{'' if s in before else ' @latin'} by {glyph};"
        for s, glyph in slim.items()
    ]
    feature = [f"@latin = [{beside}];", "feature calt {", *rules, "} calt;"]
    addOpenTypeFeaturesFromString(font, "\n".join(feature), tables=["GSUB"])


def draw_questioned_equal(font: TTFont, pen: Any) -> int:
    """Draw ≟ as “=” with a small “?” above it; return its advance."""
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    equal, question = names[ord("=")], names[ord("?")]
    glyphs[equal].draw(TransformPen(pen, Transform().translate(0, -110)))
    bounds = BoundsPen(glyphs)
    glyphs[question].draw(bounds)
    left, bottom, right, _ = bounds.bounds
    width = int(font["hmtx"][equal][0])
    place = Transform().translate(width / 2, 480).scale(0.52)
    glyphs[question].draw(TransformPen(pen, place.translate(-(left + right) / 2, -bottom)))
    return width


def draw_return(font: TTFont, pen: Any) -> int:
    """Draw ↺ as an open ring with a head at its upper left; return its advance."""
    half = 52 if font["OS/2"].usWeightClass > 500 else 36
    steps = [-160 + 10 * n for n in range(28)]
    ring = [(d, 290 + half) for d in steps] + [(d, 290 - half) for d in reversed(steps)]
    for shape in (ring, [(110, 460), (150, 290), (110, 120)]):
        turns = [(math.radians(degrees), distance) for degrees, distance in shape]
        first, *more = [(400 + r * math.cos(a), 370 + r * math.sin(a)) for a, r in turns]
        pen.moveTo(first)
        for point in more:
            pen.lineTo(point)
        pen.closePath()
    return 800


DRAWN = {"≟": ("〠", draw_questioned_equal), "↺": ("〄", draw_return)}
"""Our own signs, each with the sign of the source whose place it takes."""


def add_drawn(font: TTFont) -> None:
    """Put our own signs in the place of the source's unneeded ones."""
    top = font["CFF "].cff.topDictIndex[0]
    for sign, (place, draw) in DRAWN.items():
        glyph = font.getBestCmap()[ord(place)]
        old = top.CharStrings[glyph]
        width = draw(font, T2CharStringPen(0, None))
        pen = T2CharStringPen(width - old.private.nominalWidthX, None)
        draw(font, pen)
        new = pen.getCharString(old.private, old.globalSubrs)
        old.program, old.bytecode = new.program, None
        font["hmtx"][glyph] = (width, 0)
        for table in font["cmap"].tables:
            if table.cmap.pop(ord(place), None):
                table.cmap[ord(sign)] = glyph


def rename(font: TTFont, style: str) -> None:
    """Give the font our family's name, and none of the names it came with."""
    full, postscript, table = f"{FAMILY} {style}", f"TieoutSans-{style}", font["name"]
    names = {1: FAMILY, 2: style, 3: f"{full}, a subset of Noto Sans CJK SC", 4: full}
    table.names = [n for n in table.names if n.nameID in (0, 13, 14) and n.langID == 0x409]
    for identity, text in (names | {6: postscript}).items():
        table.setName(text, identity, 3, 1, 0x409)
    compact = font["CFF "].cff
    compact.fontNames = [postscript]
    compact.topDictIndex[0].FamilyName, compact.topDictIndex[0].FullName = FAMILY, full


def main(folder: Path) -> None:
    """Write both fonts and the table of their widths next to this script.

    In the table, in thousandths of an em, `full` lists what is one em wide in both faces.
    """
    keep = characters()
    faces: dict[str, dict[str, int]] = {}
    narrow: dict[str, dict[str, int]] = {}
    for style, name in SOURCES.items():
        font, slim = cut(folder / name, keep)
        add_drawn(font)
        rename(font, style)
        font.save(HERE / f"TieoutSans-{style}.otf", reorderTables=None)
        wide, glyphs = font["hmtx"], sorted(font.getBestCmap().items())
        faces[style.lower()] = {chr(n): wide[glyph][0] for n, glyph in glyphs}
        narrow[style.lower()] = {c: wide[glyph][0] for c, glyph in slim.items()}
    full = "".join(c for c in faces["regular"] if {f[c] for f in faces.values()} == {1000})
    table: dict[str, object] = {"full": full, "narrow": narrow}
    for face, widths in faces.items():
        table[face] = {c: width for c, width in widths.items() if c not in full}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (HERE / "advances.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
