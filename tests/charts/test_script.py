"""The engine that draws charts in browsers, as it lies in the package.

After an update of vl-convert, renew it with

    TIEOUT_REGENERATE_GOLDEN=1 pytest tests/charts/test_script.py
"""

from __future__ import annotations

import gzip
import os

import vl_convert

from macros.charts.specification import ENGINE, SNIPPET, VEGA_LITE, script


def test_the_engine_is_what_its_makers_bundle() -> None:
    """It is what vl-convert bundles of its own copy, for the version that specifications name."""
    bundled = vl_convert.javascript_bundle(SNIPPET, vl_version=VEGA_LITE).encode()
    if os.environ.get("TIEOUT_REGENERATE_GOLDEN") and os.environ.get("CI") != "true":
        ENGINE.write_bytes(gzip.compress(bundled, 9, mtime=0))
    assert gzip.decompress(ENGINE.read_bytes()) == bundled


def test_the_script_begins_with_its_licence() -> None:
    """Whoever loads it is told whose it is, and nothing of it is global but what is asked for."""
    text = script().decode()
    assert "Vega-Embed: Copyright" in text.partition("*/")[0]
    assert text.rstrip().endswith("})();")
