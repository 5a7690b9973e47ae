"""The rooms of the package: imports point down, and nothing in it knows this article."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest
from corpora import parsed

from macros.language.tongue import known

REPOSITORY: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = REPOSITORY / "macros"
ROOMS: Final = (
    *("problems", "arithmetic", "charts", "language", "data", "audit", "pages", "site", "checks"),
    *("edge", "hooks", "cli", "commands", "__init__", "__main__"),
)
"""Lowest first. A module may import what stands in its own room, and in those before it."""
ALONE: Final = {
    "arithmetic": {"arithmetic", "problems"},
    "charts": {"charts", "problems"},
    "language": {"language", "arithmetic", "problems"},
    "edge": {"edge"},
}
"""Rooms that may import nothing of the package but these."""
OUTSIDE: Final = {
    "mkdocs": {"hooks", "edge"},
    "uharfbuzz": {"charts"},
    "pydantic": {"data"},
}
"""Who alone may import a package from outside."""


def name_of(file: Path) -> str:
    """Return a module's name below the package, such as ``charts.theme``."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    if len(parts) > 1 and parts[-1] == "__init__":
        parts = parts[:-1]
    return ".".join(parts)


def is_language(folder: Path) -> bool:
    """Return whether a folder is that of one language."""
    return (folder / "tongue.py").exists()


FILES: Final = {name_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def imported(file: Path) -> Iterator[str]:
    """Yield the full name of everything that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: imports are absolute"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def inside(file: Path) -> set[str]:
    """Return the modules of the package that a file imports."""
    found = set()
    for name in imported(file):
        if name.split(".")[0] != PACKAGE.name:
            continue
        parts = name.split(".")[1:]
        while parts and ".".join(parts) not in FILES:
            parts = parts[:-1]
        found.add(".".join(parts) or "__init__")
    return found


def room_of(module: str) -> str:
    """Return the room that a module stands in."""
    return module.split(".", maxsplit=1)[0]


def test_every_module_has_its_room() -> None:
    """No module stands outside the rooms, and no room is empty."""
    assert {room_of(module) for module in FILES} == set(ROOMS)


def test_the_package_is_seen_at_a_glance() -> None:
    """At most ten folders and six files lie in the package, its look among them."""
    entries = [path for path in PACKAGE.iterdir() if path.name != "__pycache__"]
    assert sum(path.is_dir() for path in entries) <= 10
    assert sum(path.is_file() for path in entries) <= 6


@pytest.mark.parametrize("module", FILES)
def test_imports_point_down(module: str) -> None:
    """A module imports from lower rooms and its own, never from a higher one."""
    own = ROOMS.index(room_of(module))
    higher = {name for name in inside(FILES[module]) if ROOMS.index(room_of(name)) > own}
    assert not higher, f"{module} imports {sorted(higher)}"


def test_no_module_imports_itself_by_a_detour() -> None:
    """Within a room, too, imports never lead in a circle."""
    graph = {module: inside(file) - {module} for module, file in FILES.items()}
    assert list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("room", ALONE)
def test_rooms_that_stand_alone(room: str) -> None:
    """Charts know no pages and no facts; a language knows only quantities."""
    used = {
        room_of(name)
        for module, file in FILES.items()
        if room_of(module) == room
        for name in inside(file)
    }
    assert used <= ALONE[room]


@pytest.mark.parametrize("package", OUTSIDE)
def test_who_imports_what_from_outside(package: str) -> None:
    """Nothing but the edge knows MkDocs, nothing but charts knows what draws."""
    users = {
        room_of(module)
        for module, file in FILES.items()
        if any(name.split(".")[0] == package for name in imported(file))
    }
    assert users <= OUTSIDE[package]


def test_only_the_edge_sees_the_engine() -> None:
    """`env`, the engine's object, is a parameter nowhere but in `define_env`."""
    seen = {
        f"{module}.{node.name}"
        for module, file in FILES.items()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and "env" in {arg.arg for arg in node.args.args}
    }
    assert {name.split(".")[0] for name in seen} <= {"__init__", "hooks", "edge"}


def named_in_strings() -> Iterator[tuple[str, str]]:
    """Yield the functions that the edge finds by name: the module of each, and its name in it."""
    for name, file in FILES.items():
        if name.partition(".")[0] in ("hooks", "edge"):
            text = file.read_text(encoding="utf-8")
            yield from re.findall(r'function\(\s*"(macros[\w.]+)",\s*"(\w+)"', text)
            asked = re.findall(r'(?:_ask|\.ask)\(\s*config,\s*"([\w.]+)\.(\w+)"', text)
            yield from ((f"macros.{module}", function) for module, function in asked)


def test_what_the_edge_names_is_there() -> None:
    """Each function that the edge finds by its name is where it is looked for."""
    found = sorted(set(named_in_strings()))
    assert len(found) > 10
    lost = [each for each in found if not callable(getattr(import_module(each[0]), each[1], None))]
    assert not lost


def test_no_module_is_a_drawer() -> None:
    """No module is named after nothing in particular."""
    words = {word for module in FILES for word in re.split(r"[._]", module)}
    assert not words & {"util", "utils", "helper", "helpers", "manager", "common", "misc", "core"}


FONTS: Final = ("Microsoft YaHei",)
"""Names that are of no company here."""


def names_of_the_article() -> set[str]:
    """Return the labels of the data file's entities, and the names that it declares."""
    file = REPOSITORY / "data" / "facts.yml"
    if not file.is_file():
        return set()
    data: dict[str, Any] = parsed(file.read_text(encoding="utf-8"))
    labels = {label for entity in data["entities"] for label in entity["label"].values()}
    return labels | {name for name in data.get("names", ()) if re.search("[A-Z]", name)}


def sources() -> Iterator[tuple[str, str]]:
    """Yield name and text of all that the package is made of, fonts and their names aside."""
    for folder, endings in (("", "*.py"), ("pages/templates", "*"), ("theme", "*.[hcj]*")):
        for file in (PACKAGE / folder).rglob(endings):
            if file.is_file():
                text = file.read_text(encoding="utf-8")
                for font in FONTS:
                    text = text.replace(font, "")
                yield str(file.relative_to(REPOSITORY)), text


def test_nothing_in_the_package_knows_this_article() -> None:
    """No company, product or model of the article is named in code, templates or theme."""
    pattern = re.compile(
        "|".join(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])"
                 for name in sorted(names_of_the_article())) or r"(?!)"
    )  # fmt: skip
    found = [f"{name}: {match[0]}" for name, text in sources() for match in pattern.finditer(text)]
    assert not found


OF_A_LANGUAGE: Final = tuple(
    f"language.{folder.name}" for folder in (PACKAGE / "language").iterdir() if is_language(folder)
)


def test_no_module_but_the_languages_knows_one() -> None:
    """No text of the code is a language's code, so that nothing can ask which one it is."""
    codes = set(known())
    found = [
        f"{module}:{node.lineno}"
        for module, file in FILES.items()
        if not module.startswith(OF_A_LANGUAGE)
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in codes
    ]
    assert not found
