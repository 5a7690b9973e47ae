"""The configurations of an explainer, as nodes with places: nothing is made of their tags."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import yaml

from macros.data import tree
from macros.data.inputs import MAIN
from macros.data.tree import is_without_unseen, read_file, refusing_other
from macros.language.tongue import known
from macros.language.writing import Language
from macros.problems import Location, Problems, Rule

DOCS: Final = "docs"
# Configurations that inherit each other in a circle are for MkDocs to refuse.
MOST_PARENTS: Final = 9
SettingNodes = Mapping[str, yaml.Node]


@dataclass(frozen=True)
class Configuration:
    """What an explainer's configurations say, each with what it inherits.

    The languages are those that `extra.languages` lists, or else those that have a folder in
    `docs/`. The first one is at the site's root; each other one has a configuration beside its
    pages, and in the site a folder of its own.

    Attributes:
        root: The explainer's folder.
        main: The configuration that a build is given, relative to it.
    """

    root: Path
    main: str = MAIN

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The codes of the languages, that of the site's root first; all, if none is found."""
        named = tuple(str(node.value) for node, _ in self.paths)
        if not named or {*named} - {*known()}:  # what is meant by another name has its pages there
            named += tuple(code for code in known() if (self.root / DOCS / code).is_dir())
        return tuple(dict.fromkeys(code for code in named if code in known())) or known()

    @cached_property
    def folders(self) -> Mapping[Language, str]:
        """Where each language's pages lie in the site: `path:` if it is given, or the code."""
        first, *others = self.languages
        given = {str(node.value): path.strip("/") for node, path in self.paths if path.strip("/")}
        # A path for the first language means nothing: the root is its place.
        return {first: ""} | {code: f"{given.get(code, code)}/" for code in others}

    @cached_property
    def paths(self) -> tuple[tuple[yaml.Node, str], ...]:
        """The languages that are listed, known or not, each with its path if that is given."""
        for extra in self._values("extra"):
            for key, value in extra.value if isinstance(extra, yaml.MappingNode) else ():
                if key.value == "languages":
                    return tuple(_listed(value))
        return ()

    def file(self, language: Language) -> str:
        """Return the file that configures the pages of a language, relative to the root."""
        return self.main if language == self.languages[0] else f"{DOCS}/{language}.yml"

    def own(self, language: Language, problems: Problems | None = None) -> SettingNodes | None:
        """Return a configuration's own settings; None if MkDocs could not read it either.

        Args:
            language: Whose configuration it is.
            problems: Where to record what is wrong with the file, if anywhere.
        """
        return settings_of(self.root, self.file(language), problems)

    def whole(self, language: Language) -> Iterator[SettingNodes]:
        """Yield a language's own settings, and inherited ones that the first one's do not hold."""
        others = {} if self.file(language) == self.main else dict(self._chain(self.main))
        for file, settings in self._chain(self.file(language)):
            if file not in others:
                yield settings

    def found(self, language: Language, name: str) -> yaml.Node | None:
        """Return a setting: a language's own, or else the nearest one that it inherits."""
        own = (self.own(language) or {}).get(name)
        return own or next(self._values(name), None)

    def setting(self, language: Language, name: str) -> str:
        """Return a setting that is one value; empty without it."""
        node = self.found(language, name)
        return str(node.value) if isinstance(node, yaml.ScalarNode) else ""

    def _values(self, name: str) -> Iterator[yaml.Node]:
        """Yield what the main configuration and those that it inherits say of a setting."""
        yield from (each[name] for _, each in self._chain(self.main) if name in each)

    def _chain(self, file: str) -> Iterator[tuple[str, SettingNodes]]:
        """Yield a file with its settings, and those that it inherits."""
        for _ in range(MOST_PARENTS):
            settings = settings_of(self.root, file) or {}
            yield file, settings
            if not isinstance(parent := settings.get("INHERIT"), yaml.ScalarNode):
                return
            file = posixpath.normpath(posixpath.join(posixpath.dirname(file), parent.value))


def _listed(node: yaml.Node) -> Iterator[tuple[yaml.Node, str]]:
    """Yield what a list or a mapping of languages names, with the path if there is one."""
    for each in [node] if isinstance(node, yaml.ScalarNode) else node.value:
        key, value = each if isinstance(each, tuple) else (each, None)
        own = value.value if isinstance(value, yaml.MappingNode) else ()
        yield key, next((str(path.value) for name, path in own if name.value == "path"), "")


def settings_of(root: Path, file: str, problems: Problems | None = None) -> SettingNodes | None:
    """Return the settings that one file has by itself, as `Configuration.own` does."""
    told = Problems([] if problems is None else problems.found, Rule.data)
    if not (root / file).exists():
        return None
    text = read_file(root, file, told)
    if text is None or not is_without_unseen(text, file, told):
        return None
    with refusing_other(file, told):
        return _composed(text, file)
    return None


def place_of(node: yaml.Node) -> Location:
    """Return where a node stands."""
    return tree.place_of(node.start_mark.name, node.start_mark)


# Each rule asks for a setting or two of the same few files.
@lru_cache(maxsize=8)
def _composed(text: str, file: str) -> SettingNodes:
    loader = yaml.SafeLoader(text)
    loader.name = file
    root = loader.get_single_node()
    if not isinstance(root, yaml.MappingNode):
        raise ValueError("a configuration is a mapping")
    _refuse_doubled(root)
    return {str(key.value): value for key, value in root.value}


def _refuse_doubled(node: yaml.Node) -> None:
    """Refuse a key that stands twice in a mapping: MkDocs would take the last one, unsaid."""
    places: dict[str, yaml.Mark | None] = {}
    for child in node.value if isinstance(node, yaml.CollectionNode) else ():
        for each in child if isinstance(child, tuple) else (child,):
            _refuse_doubled(each)
        if isinstance(child, tuple) and isinstance(child[0], yaml.ScalarNode):
            key, place = child[0].value, child[0].start_mark
            if key in places:
                told = f"the key {key!r} stands twice"
                raise yaml.MarkedYAMLError("the first one", places[key], told, place)
            places[key] = place
