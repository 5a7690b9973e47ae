"""How figures come about, and how close documents stand to them: built in, or declared."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.data.schema.declarations import Texts
from macros.data.schema.fields import NamedEntry, Switch, plain

Tells = Literal["past", "promise", "ahead"]
_BUILT_IN: Final = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
BASES: Final[dict[str, Tells | None]] = {k: told or None for k, told in _BUILT_IN["bases"].items()}
"""The bases that need no declaration, and what each tells of."""
TIERS: Final[dict[str, bool]] = _BUILT_IN["tiers"]
"""The tiers that need no declaration, the closest first, and whether each may refute."""


def _declared(section: str, built_in: Collection[str]) -> Callable[[Any, ValidationInfo], Any]:
    """Return a validator that knows what is built in and what a section of the data declares."""

    def known(value: Any, info: ValidationInfo) -> Any:
        names = [*(info.context or {}).get(section, ()), *built_in]
        if plain(value) not in names:
            listed = ", ".join(map(repr, dict.fromkeys(names)))
            # Told as pydantic tells a wrong literal, and so put in an author’s words with those.
            raise PydanticCustomError("literal_error", section, {"expected": listed})
        return plain(value)

    return known


def _offered(names: Collection[str]) -> WithJsonSchema:
    """Let editors offer what is built in, and accept what is declared."""
    return WithJsonSchema({"anyOf": [{"enum": [*names]}, {"pattern": "^[a-z][a-z0-9_]*$"}]})


BasisName = Annotated[str, BeforeValidator(_declared("bases", BASES)), _offered(BASES)]
TierName = Annotated[str, BeforeValidator(_declared("tiers", TIERS)), _offered(TIERS)]


class BasisEntry(NamedEntry):
    """A basis of this subject, beside those that are built in or in the place of one."""

    label: Texts
    tells: Tells | None = None


class TierEntry(NamedEntry):
    """A kind of origin of this subject, beside those that are built in or in the place of one."""

    label: Texts
    about: Texts | None = None
    refutes: Switch = True


BUILT_IN_BASES: Final = {
    name: BasisEntry.model_construct(id=name, label={}, tells=tells)
    for name, tells in BASES.items()
}
BUILT_IN_TIERS: Final = {
    name: TierEntry.model_construct(id=name, label={}, refutes=refutes)
    for name, refutes in TIERS.items()
}
"""Those that need no declaration: what they are called, each language says itself."""
