"""What a thing must hold to stand in a catalogue. One file in the catalogue's folder is one such class."""

import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import StringConstraints

from psychoed.model.checked import Checked
from psychoed.model.control import Control
from psychoed.model.problem import Problem

if TYPE_CHECKING:
    from psychoed.model.item import Item
    from psychoed.model.library import Edition, Library
    from psychoed.model.strings import Strings

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""The name of a field: saved answers and PDF fields live by it."""

Audience = Literal["client", "caregiver", "therapist"]
EditionName = Literal["public", "therapist"]


class Field(Checked, ABC):
    """A place on a sheet where someone writes or chooses. The annotations are the options.

    The label is what stands behind `|` in the block's first line.
    """

    takes_body: ClassVar[bool] = False
    name: Name | None = None
    was: Name | None = None
    help: str = ""

    @abstractmethod
    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """What is drawn for it. Names of several controls begin with `name`.

        `body` is the text that stands in it: empty, unless the field `takes_body`.
        """


class Block(Checked, ABC):
    """A marked stretch of a page. The annotations are the options.

    `editions` are those that hold it: elsewhere it is gone before anything is drawn.
    """

    editions: ClassVar[frozenset[str]] = frozenset({"public", "therapist"})

    @abstractmethod
    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """The Markdown that stands in its place. `body` is Markdown that is lowered already."""


class Evidence(Checked):
    """How well something is known, and the entries of the bibliography that say so."""

    level: Literal["strong", "moderate", "limited", "contested", "consensus", "practical"]
    refs: tuple[str, ...] = ()


class Review(Checked):
    """The signature of the clinician who read the text. `of` is the digest of what was read."""

    by: str
    credential: str
    date: datetime.date
    next: datetime.date | None = None
    of: str = ""


class Kind(Checked):
    """A kind of content. The annotations are the keys of its head.

    Its items lie in `folder`, below a folder of content such as `docs/`. `sections` are those that each of
    them has, in this order, by their keys `section.…` in the languages.
    """

    folder: ClassVar[str]
    relations: ClassVar[tuple[str, ...]] = (
        "guides", "patterns", "skills", "practices", "family", "worksheets",
    )  # fmt: skip
    has_fields: ClassVar[bool] = False
    sections: ClassVar[tuple[str, ...]] = ()

    title: str = ""
    message: str = ""
    topic: str = ""
    audience: tuple[Audience, ...] = ("client",)
    words: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    worksheets: tuple[str, ...] = ()
    evidence: Evidence | None = None
    content_note: tuple[str, ...] = ()
    exit: bool = False
    discreet: bool = False
    review: Review | None = None


class Figure(Checked, ABC):
    """A drawing made from data: real text, no colour that carries meaning alone."""

    @abstractmethod
    def draw(self, prefix: str, strings: "Strings") -> str:
        """SVG with a title and a description, in the words of `strings`; ids in it begin with `prefix`."""


class Rule(ABC):
    """One check. The docstring is its page in the manual: what, why, a bad and a good example."""

    @abstractmethod
    def check(self, item: "Item", library: "Library") -> Iterator[Problem]:
        """The problems of one item."""


@dataclass(frozen=True)
class Artifact:
    """A file to be made: its path in the site is known now, its bytes when asked.

    `digest` names all that the bytes depend on, so that what was made before is used again.
    """

    path: str
    source: str
    digest: str
    make: Callable[[], bytes]


class Output(ABC):
    """Something people carry away: a PDF, a packet, a book."""

    @abstractmethod
    def plan(self, edition: "Edition", options: Mapping[str, Any]) -> Iterator[Artifact]:
        """What would be made of this edition."""
