"""The script that draws charts in a browser: one classic file, with the engine in it.

The engine lies beside this module, packed, for what bundles it is large and takes a second.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Final

GLOBAL: Final = "tieoutVega"
SNIPPET: Final = f"globalThis.{GLOBAL}={{vegaEmbed}};"
"""What of the engine is asked for when it is bundled, and where browsers find it."""
ENGINE: Final = Path(__file__).with_name("vega.js.gz")
_LICENCE: Final = Path(__file__).with_name("vega_licence.txt").read_text(encoding="utf-8")


def script() -> bytes:
    """Return the script; it sets one global, with `vegaEmbed` in it."""
    engine = gzip.decompress(ENGINE.read_bytes()).decode()
    return f'{_LICENCE}(()=>{{"use strict";{engine}}})();\n'.encode()
