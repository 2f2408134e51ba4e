"""One page of the library: a guide, a pattern, a skill, a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from psychoed.model.body import Node, controls
from psychoed.model.control import Control
from psychoed.model.document import Document
from psychoed.model.problem import Problem
from psychoed.model.protocols import Kind

Key = tuple[str, str]
"""(id, language)"""


@dataclass(frozen=True)
class Item:
    """What one Markdown file says.

    `id` is its path without ending and language, `kind` the word for its folder. `host_head` are the keys
    meant for the site generator, `key_places` the (line, column, width) of each key of the head. `headings`
    are those of its text, as (level, words).
    An item that could not be read is `broken`: nothing of it is drawn but its problems.
    """

    id: str
    language: str
    kind: str
    document: Document
    head: Kind
    host_head: Mapping[str, Any] = field(default_factory=dict)
    key_places: Mapping[tuple[str | int, ...], tuple[int, int, int]] = field(default_factory=dict)
    body: tuple[Node, ...] = ()
    title: str = ""
    headings: tuple[tuple[int, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    broken: bool = False

    @property
    def key(self) -> Key:
        """What no other item has."""
        return self.id, self.language

    @cached_property
    def controls(self) -> list[Control]:
        """Everything on the sheet that can be filled in, in reading order."""
        return controls(self.body)

    @property
    def related(self) -> list[tuple[str, int, str]]:
        """Every relation that the head names: (key of the head, place in its list, id)."""
        return [
            (relation, place, target)
            for relation in self.head.relations
            for place, target in enumerate(getattr(self.head, relation))
        ]

    def in_edition(self, name: str) -> bool:
        """Whether that edition holds it: the public one has what is for clients or caregivers."""
        return name == "therapist" or bool({"client", "caregiver"} & set(self.head.audience))
