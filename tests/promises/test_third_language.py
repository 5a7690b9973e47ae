"""A third language is one folder under `macros/language`: nothing else has to change."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from explainers import lay_out
from installed import run
from repository import ROOT, environment

DATA = """\
site:
  as_of: 2026-06-01
  title: {de: "Wasser", en: "Water"}

terms:
- {id: use, label: {de: "Verbrauch", en: "use"}}
- {id: cost, label: {de: "Kosten", en: "cost"}}
- {id: share, label: {de: "Anteil", en: "share"}}
- {id: begun, label: {de: "Beginn", en: "begin"}}

entities:
- {id: town, label: {de: "die Stadt", en: "the town"}}

origins:
- {id: paper, publisher: "Zeitung", title: "Wasser", language: de, url: "https://example.org/w",
   published: 2025-01-01, tier: press}

facts:
- id: used
  label: {de: "Verbrauch der Stadt", en: "Use of the town"}
  is: {concept: use, entity: town, period: 2024, unit: million m^3, basis: estimate}
  reports:
  - {origin: paper, printed: "1.234,5 Millionen Kubikmeter", value: 1234.5}
- id: cost
  label: {de: "Kosten der Stadt", en: "Cost of the town"}
  is: {concept: cost, entity: town, period: 2024, unit: billion EUR, basis: estimate}
  reports:
  - {origin: paper, printed: "mehr als 1,5 Billionen Euro", value: 1500, bound: more_than}
- id: share
  label: {de: "Anteil der Stadt", en: "Share of the town"}
  is: {concept: share, entity: town, period: 2024, unit: percent, basis: estimate}
  reports:
  - {origin: paper, printed: "rund 12,5 Prozent", value: 12.5, bound: about}
- id: begun
  label: {de: "Beginn", en: "Begin"}
  is: {concept: begun, entity: town, unit: date, basis: estimate}
  reports:
  - {origin: paper, printed: "3. Juli 2024", value: 2024-07-03}
"""
PAGE = """\
---
title: {title}
description: {title}.
---
# {title} {{#top}}

{{{{ fact("used") }}}}, {{{{ fact("cost") }}}}, {{{{ fact("share") }}}}, {{{{ fact("begun") }}}}.

{{{{ bars(["used"], title="{title}", measure="{title}, 2024", why="{title}.") }}}}

{{{{ ledger() }}}}

{{{{ origins() }}}}
"""
TITLES = {"de": "Wasser", "en": "Water"}
CONFIGURATION = """\
site_name: Wasser
site_url: https://wasser.example/
extra: {languages: [de, en]}
nav:
  - Wasser: index.md
plugins: {search: {}, macros: {}}
hooks: [macros/hooks.py]
"""


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out an explainer in German and English, beside a package with one folder more."""
    root = lay_out(tmp_path_factory.mktemp("german") / "wasser", ROOT / "tests" / "tiny")
    shutil.rmtree(root / "docs")
    shutil.copytree(ROOT / "tests" / "german", root / "macros" / "language" / "german")
    for code, title in TITLES.items():
        page = root / "docs" / code / "index.md"
        page.parent.mkdir(parents=True)
        page.write_text(PAGE.format(title=title), "utf-8")
    (root / "data" / "facts.yml").write_text(DATA, "utf-8")
    (root / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    english = "INHERIT: ../mkdocs.yml\nsite_name: Water\nnav:\n  - Water: index.md\n"
    (root / "docs" / "en.yml").write_text(english, "utf-8")
    return root


def test_it_is_read_checked_and_built(german: Path) -> None:
    """Its prints are read as it writes them, its pages written so, and in English as ever."""
    assert "all tied out" in run([sys.executable, "-m", "macros", "check"], german)
    run([sys.executable, "-m", "mkdocs", "build", "--strict"], german)
    home = (german / "site" / "index.html").read_text("utf-8")
    told = home.replace("\u00a0", " ")
    assert '<html lang="de"' in home
    for text in (
        "1,2345 Milliarden m³",
        "mehr als 1,5 Billionen Euro",
        "etwa 12,5 %",
        "3. Juli 2024",
    ):
        assert text in told
    english = (german / "site/en/index.html").read_text("utf-8").replace("\u00a0", " ")
    for text in ("1.2345 billion m³", "more than €1.5 trillion", "about 12.5%", "3 July 2024"):
        assert text in english
    rows = csv.DictReader((german / "site/data/facts.csv").read_text("utf-8-sig").splitlines())
    assert {row["id"]: row["value"] for row in rows}["cost"] == "1500000000000"


def test_its_prose_is_read_by_its_own_rules(german: Path) -> None:
    """A number that nobody tied out is told, in German as in any language."""
    page = german / "docs" / "de" / "index.md"
    whole = page.read_text("utf-8")
    page.write_text(
        whole.replace("# Wasser {#top}\n", "# Wasser {#top}\n\nEs sind 3,5 Milliarden.\n")
    )
    done = subprocess.run(
        [sys.executable, "-m", "macros", "check"],
        cwd=german, env=environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    page.write_text(whole, "utf-8")
    assert "docs/de/index.md:7:9: bare number “3,5 Milliarden” in prose" in done.stdout
