"""Rebuild the shipped font family from Noto Sans CJK SC (SIL Open Font License 1.1).

Run from the repository's root, with `fontTools` and `jieba` installed:

    python .ci/fonts/subset.py FOLDER_WITH_NOTO_SANS_CJK

The family has a name of its own, so that no font of the machine can take its place.
Signs that the source lacks are drawn here, in the place of signs nobody needs: two of our own, and
what Unicode says is made of others: Š of a letter and a mark, ₂ and ⅓ of small digits. Quotation
marks and the middle dot are one em wide, as Chinese has them, and narrow beside Latin letters.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import jieba
from drawing import DRAWN, SPARE, composed, redraw
from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.ttLib import TTFont

SHIPPED = Path(__file__).resolve().parents[2] / "macros/charts/fonts"
FAMILY = "Tieout Sans"
FACE_IN_COLLECTION = 2
SOURCES = {"Regular": "NotoSansCJK-Regular.ttc", "Bold": "NotoSansCJK-Bold.ttc"}
EXTRA = (
    "\u2002\u2003\u2011\u3000"
    "≠≈×÷−–—…‑¶§†‡•·°′″‰≤≥±∞→←↑↓↔⇒√∆€£¥℃№™“”‘’「」『』《》〈〉【】〔〕、。〃々〇～￥○●◎□■△▲▽▼◇◆☆★✓"
)
FURTHER = (
    *(range(0x180, 0x250), range(0x370, 0x460), range(0x1E00, 0x1F00), range(0x2070, 0x209D)),
    *(range(0x20A0, 0x20C1), range(0x2150, 0x2183)),
)
"""Letters of Europe and Vietnam, currencies, small digits, fractions and numerals."""
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
    further = (chr(number) for part in FURTHER for number in part)
    return {*gb2312(16, 55), *level_2, *latin, *further, *EXTRA}


def cut(source: Path, keep: set[str]) -> tuple[TTFont, dict[str, str]]:
    """Return the font of `source` with only the characters of `keep`, and its narrow glyphs.

    What it lacks of them and what we draw ourselves stands in the place of others.
    """
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
    options.notdef_outline = True
    font = TTFont(source, fontNumber=FACE_IN_COLLECTION, recalcTimestamp=False)
    slim, drawings = narrow_glyphs(font), DRAWN | composed(font, keep)
    spare = [c for n in font.getBestCmap() if (c := chr(n)) not in keep and c in SPARE]
    places = dict(zip(drawings, spare, strict=False))
    cutter = subset.Subsetter(options)
    wanted = {*keep, *places.values()}
    cutter.populate(unicodes=[ord(c) for c in wanted], glyphs=slim.values())
    cutter.subset(font)
    add_context(font, slim)
    for sign, place in places.items():
        redraw(font, place, sign, drawings[sign])
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
        rename(font, style)
        font.save(SHIPPED / f"TieoutSans-{style}.otf", reorderTables=None)
        wide, glyphs = font["hmtx"], sorted(font.getBestCmap().items())
        faces[style.lower()] = {chr(n): wide[glyph][0] for n, glyph in glyphs}
        narrow[style.lower()] = {c: wide[glyph][0] for c, glyph in slim.items()}
    full = "".join(c for c in faces["regular"] if {f[c] for f in faces.values()} == {1000})
    table: dict[str, object] = {"full": full, "narrow": narrow}
    for face, widths in faces.items():
        table[face] = {c: width for c, width in widths.items() if c not in full}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    (SHIPPED / "advances.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
