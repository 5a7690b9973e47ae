"""The script that draws charts in a browser: one classic file, from the engine that bakes them."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Final

from macros.charts.kept import keep, recall
from macros.charts.picture import Picture, Width

GLOBAL: Final = "tieoutVega"
_SNIPPET: Final = f"globalThis.{GLOBAL}={{vegaEmbed}};"
_LICENCE: Final = """\
/* Vega, Vega-Lite and Vega-Embed, with what they stand on.

Vega, Vega-Embed: Copyright (c) 2015-2025, University of Washington Interactive Data Lab
Vega-Lite: Copyright (c) 2015-2025, University of Washington Interactive Data Lab
D3: Copyright 2010-2025 Mike Bostock (ISC licence)

Redistribution and use in source and binary forms, with or without modification, are permitted
provided that the following conditions are met:

1. Redistributions of source code must retain the above copyright notice, this list of conditions
and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of
conditions and the following disclaimer in the documentation and/or other materials provided with
the distribution.
3. Neither the name of the copyright holder nor the names of its contributors may be used to
endorse or promote products derived from this software without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR
IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND
FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE,
DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER
IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT
OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE. */
"""


def script(cache: Path | None = None) -> bytes:
    """Return the script; it sets one global, with `vegaEmbed` in it.

    Args:
        cache: Folder to keep it in, for it takes seconds to make.
    """
    words = f"{version('vl-convert-python')}\n{_SNIPPET}\n{_LICENCE}".encode()
    kept = cache / f"{hashlib.sha256(words).hexdigest()[:32]}.js" if cache else None
    made = (recall(kept) if kept else None) or _made()
    if kept:
        keep(kept, made)
    return made


def _made() -> bytes:
    import vl_convert

    from macros.charts.baking import VEGA_LITE

    bundle = vl_convert.javascript_bundle(_SNIPPET, vl_version=VEGA_LITE)
    return f'{_LICENCE}(()=>{{"use strict";{bundle}}})();\n'.encode()


def live_spec(picture: Picture, width: Width, cache: Path | None = None) -> str:
    """Return the Vega-Lite specification that bakes a picture at one width, as compact JSON.

    Raises:
        TieoutError: The picture cannot be drawn.
    """
    from macros.charts.cache import baked

    return baked(picture, "wide.json" if width == "wide" else "narrow.json", cache).decode()
