"""The script that draws charts in a browser: one classic file, with the engine in it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Final

from macros.charts.specification import VEGA_LITE

GLOBAL: Final = "tieoutVega"
_SNIPPET: Final = f"globalThis.{GLOBAL}={{vegaEmbed}};"
_BUNDLING: Final = """\
import sys, vl_convert
bundle = vl_convert.javascript_bundle(sys.argv[1], vl_version=sys.argv[2])
sys.stdout.buffer.write(bundle.encode())
"""
_LICENCE: Final = Path(__file__).with_name("vega_licence.txt").read_text(encoding="utf-8")


def script_key() -> str:
    """Return the digest of all that the script is made of, for it takes seconds to make."""
    words = f"{version('vl-convert-python')}\n{_SNIPPET}\n{_LICENCE}".encode()
    return hashlib.sha256(words).hexdigest()[:32]


def script() -> bytes:
    """Return the script; it sets one global, with `vegaEmbed` in it."""
    # What bundles it takes 80 MB, which only the end of a process gives back.
    command = [sys.executable, "-c", _BUNDLING, _SNIPPET, VEGA_LITE]
    bundle = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.decode()  # noqa: S603
    return f'{_LICENCE}(()=>{{"use strict";{bundle}}})();\n'.encode()
