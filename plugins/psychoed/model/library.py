"""All that was written, and the part of it that one build shows."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from psychoed.model.body import BlockUse, Link, Node, Prose
from psychoed.model.clinic import Clinic
from psychoed.model.help_lines import HelpLines
from psychoed.model.item import Item, Key
from psychoed.model.problem import Problem
from psychoed.model.protocols import Figure
from psychoed.model.strings import Strings


@dataclass(frozen=True)
class Library:
    """Every item of every language, with the data that items speak of.

    `pictures` maps a path as the site has it to the file; `refused` are files that must not be published.
    `names` are the names of fields that `worksheets/names.yml` keeps, by the id of their sheet.
    `logo` is the clinic's, where it has a usable one.
    """

    clinic: Clinic = field(default_factory=Clinic)
    items: Mapping[Key, Item] = field(default_factory=dict)
    references: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    help_lines: HelpLines = field(default_factory=HelpLines)
    languages: Mapping[str, Strings] = field(default_factory=dict)
    figures: Mapping[str, type[Figure]] = field(default_factory=dict)
    pictures: Mapping[str, Path] = field(default_factory=dict)
    refused: frozenset[Path] = frozenset()
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    logo: Path | None = None
    problems: tuple[Problem, ...] = ()

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id, whatever its language."""
        return frozenset(id for id, _ in self.items)

    def edition(self, name: str, language: str) -> "Edition":
        """The part for one readership in one language."""
        return Edition(self, name, language, self.languages[language])

    def find(self, target: str, near: Item) -> str | None:
        """The id that a link means: written as an id, or as a path from the item that links.

        An anchor is not part of it. None where nothing of that id exists.
        """
        path = target.partition("#")[0].removesuffix(".md").removesuffix(".html").removesuffix(".pdf")
        for id in (path, posixpath.normpath(posixpath.join(posixpath.dirname(near.id), path))):
            if id in self.ids:
                return id
        return None


@dataclass(frozen=True)
class Edition:
    """What one readership sees in one language. Everything else is gone before anything is drawn."""

    library: Library
    name: str
    language: str
    strings: Strings

    @cached_property
    def items(self) -> dict[str, Item]:
        """By id, in the order of their ids."""
        return {
            item.id: item
            for item in sorted(self.library.items.values(), key=lambda item: item.id)
            if item.language == self.language and item.in_edition(self.name)
        }

    def body(self, item: Item) -> tuple[Node, ...]:
        """The text of the item without the blocks that are not for these readers."""
        return self._kept(item.body)

    def _kept(self, nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        kept: list[Node] = []
        for node in nodes:
            if isinstance(node, BlockUse):
                if self.name not in node.block.editions:
                    continue
                node = BlockUse(node.word, node.block, node.argument, self._kept(node.children), node.line)
            kept.append(node)
        return tuple(kept)

    @cached_property
    def hidden_pictures(self) -> frozenset[str]:
        """Pictures that only items or blocks outside this edition show."""
        shown = self._pictures({item.id: self.body(item) for item in self.items.values()})
        everywhere = set()
        for item in self.library.items.values():
            everywhere |= self._pictures({item.id: item.body})
        return frozenset(everywhere - shown)

    def _pictures(self, bodies: Mapping[str, tuple[Node, ...]]) -> set[str]:
        found = set()
        for id, body in bodies.items():
            for link in links(body):
                for path in (
                    link.target,
                    posixpath.normpath(posixpath.join(posixpath.dirname(id), link.target)),
                ):
                    if path in self.library.pictures:
                        found.add(path)
        return found


def links(nodes: tuple[Node, ...]) -> list[Link]:
    """Every link and picture in the prose, in reading order."""
    found: list[Link] = []
    for node in nodes:
        if isinstance(node, Prose):
            found.extend(mark for mark in node.marks if isinstance(mark, Link))
        elif isinstance(node, BlockUse):
            found.extend(links(node.children))
    return found
