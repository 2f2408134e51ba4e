"""All that was written, and the part of it that one build shows."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from psychoed.model.body import BlockUse, Citation, Entry, Link, Mark, Node, Prose, walk
from psychoed.model.clinic import Clinic
from psychoed.model.glossary import Glossary
from psychoed.model.help_lines import HelpLines
from psychoed.model.item import Item, Key
from psychoed.model.problem import Problem
from psychoed.model.protocols import Figure
from psychoed.model.strings import Strings

GENERATED = frozenset({"references"})
"""The ids of pages that nobody writes. An item that has one of them stands in its place."""


CACHE = Path(".cache") / "psychoed"
"""Where a project keeps what takes long to make. All of it can be thrown away."""


@dataclass(frozen=True)
class Library:
    """Every item of every language, with the data that items speak of.

    `references` are the entries of the bibliography by their key, plain CSL held against `Reference`.
    `pictures` maps a path as the site has it to the file; `refused` are files that must not be published.
    `names` are the names of fields that `worksheets/names.yml` keeps, by the id of their sheet.
    `logo` is the clinic's, where it has a usable one. `cache` is its project's `CACHE`, if it has a project.
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
    cache: Path | None = None
    problems: tuple[Problem, ...] = ()
    _editions: dict[tuple[str, str], "Edition"] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id, whatever its language."""
        return frozenset(id for id, _ in self.items)

    @cached_property
    def formerly(self) -> Mapping[str, str]:
        """By the id that an item once had, the one that it has now. An id in use is never a former one."""
        claims = sorted((old, item.id) for item in self.items.values() for old in item.head.formerly)
        return {old: id for old, id in reversed(claims) if old not in self.ids}

    def now(self, id: str) -> str:
        """The id as it is now: the same, unless its item was renamed."""
        return self.formerly.get(id, id)

    def folder(self, language: str) -> str:
        """Where the site of a language lies: the clinic's first at the root, each other below its code."""
        return "" if language == self.clinic.languages[0] else f"{language}/"

    def edition(self, name: str, language: str) -> "Edition":
        """The part for one readership in one language. Kept, since rules ask for every item."""
        if (name, language) not in self._editions:
            self._editions[name, language] = Edition(self, name, language, self.languages[language])
        return self._editions[name, language]

    @cached_property
    def public_ids(self) -> frozenset[str]:
        """Every id that the public edition holds in some language."""
        return frozenset(item.id for item in self.items.values() if item.in_edition("public"))

    def find(self, target: str, near: Item) -> str | None:
        """The id that a link means: written as an id, or as a path from the item that links.

        An anchor is not part of it. An id that an item once had means the one it has now. None where nothing
        of that id exists, nor is made from the others.
        """
        written = [self.now(id) for id in spellings(target, near)]
        return next((id for id in written if id in self.ids or id in GENERATED), None)


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

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that these readers may look up. Those in a block that is not for them are gone too."""
        for item in self.items.values():
            if item.head.has_terms and not item.broken:
                prose = [node for node in walk(self.body(item)) if isinstance(node, Prose)]
                entries = [mark for node in prose for mark in node.marks if isinstance(mark, Entry)]
                return Glossary(item.id, tuple(entry.term for entry in entries))
        return Glossary()

    @cached_property
    def named_by(self) -> Mapping[str, tuple[Item, ...]]:
        """By id, the items whose heads name it, in the order of their titles."""
        found: dict[str, dict[str, Item]] = {}
        for item in sorted(self.items.values(), key=lambda one: (one.title.casefold(), one.id)):
            for _, _, target in item.related:
                found.setdefault(self.library.now(target), {})[item.id] = item
        return {id: tuple(items.values()) for id, items in found.items()}

    @cached_property
    def moved(self) -> Mapping[str, str]:
        """By the id that an item of this edition once had, the one that it has now."""
        claimed = {
            old
            for item in self.library.items.values()
            if item.in_edition(self.name)
            for old in item.head.formerly
        }
        files = self.library.pictures
        return {
            old: id
            for old, id in self.library.formerly.items()
            if old in claimed and id in self.items and f"{old}.html" not in files
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

    def cited(self, item: Item) -> list[str]:
        """The references that the text of the item cites, as this edition shows it, each once."""
        keys = [cite.key for citation in citations(self.body(item)) for cite in citation.cites]
        return [] if item.broken else [key for key in dict.fromkeys(keys) if key in self.library.references]

    def sources(self, item: Item) -> list[str]:
        """The references that the item stands on: those it cites and those its evidence names."""
        named = item.head.evidence.refs if item.head.evidence and not item.broken else ()
        known = [key for key in named if key in self.library.references]
        return list(dict.fromkeys([*self.cited(item), *known]))

    @cached_property
    def references(self) -> dict[str, list[str]]:
        """Every reference that something in this edition stands on, with the ids of those items."""
        found: dict[str, list[str]] = {}
        for item in self.items.values():
            for key in self.sources(item):
                found.setdefault(key, []).append(item.id)
        return found

    @cached_property
    def generated(self) -> frozenset[str]:
        """The ids of the pages that are made from the others."""
        return GENERATED - self.items.keys() if self.references else frozenset()

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


def spellings(target: str, near: Item) -> tuple[str, str]:
    """The two ids that an author may mean: the target as an id, and as a path from the item that links."""
    path = target.partition("#")[0].removesuffix(".md").removesuffix(".html").removesuffix(".pdf")
    return path, posixpath.normpath(posixpath.join(posixpath.dirname(near.id), path))


def links(nodes: tuple[Node, ...]) -> list[Link]:
    """Every link and picture in the prose, in reading order."""
    return [mark for mark in _marks(nodes) if isinstance(mark, Link)]


def citations(nodes: tuple[Node, ...]) -> list[Citation]:
    """Every citation in the prose, in reading order."""
    return [mark for mark in _marks(nodes) if isinstance(mark, Citation)]


def _marks(nodes: tuple[Node, ...]) -> Iterator[Mark]:
    for node in nodes:
        if isinstance(node, Prose):
            yield from node.marks
        elif isinstance(node, BlockUse):
            yield from _marks(node.children)
