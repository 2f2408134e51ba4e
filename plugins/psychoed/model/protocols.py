"""What a thing must hold to stand in a catalogue. One file in the catalogue's folder is one such class."""

import datetime
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, StringConstraints

from psychoed.model.checked import Checked
from psychoed.model.control import Control
from psychoed.model.problem import Problem

if TYPE_CHECKING:
    from psychoed.model.item import Item
    from psychoed.model.library import Edition, Library
    from psychoed.model.strings import Strings

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
"""The name of a field: saved answers and PDF fields live by it."""


def _an_id(text: str) -> str:
    if not re.fullmatch(r"[\w-]+(\.[\w-]+)*(/[\w-]+(\.[\w-]+)*)*", text) or text.endswith((".md", ".html")):
        raise ValueError("an id, such as `skills/old-name`")
    return text


Id = Annotated[str, AfterValidator(_an_id)]
"""The address of an item: its path without ending and language."""

Audience = Literal["client", "caregiver", "therapist"]
EditionName = Literal["public", "therapist"]


class Field(Checked, ABC):
    """A place on a sheet where someone writes or chooses. The annotations are the options.

    The label is what stands behind `|` in the block's first line.
    """

    takes_body: ClassVar[bool] = False
    name: Name | None = None
    """What its answer is stored under. Without one the label gives it: write one before you change that."""
    was: Name | None = None
    """The name that it had before, so that answers which were saved under it are found."""
    help: str = ""
    """A short sentence under the label, for those who wonder what to write."""

    @abstractmethod
    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """What is drawn for it. Names of several controls begin with `name`.

        `body` is the text that stands in it: empty, unless the field `takes_body`.
        """


class Block(Checked, ABC):
    """A marked stretch of a page. The annotations are the options.

    `editions` are those that hold it: elsewhere it is gone before anything is drawn. Where it does not
    `explains_terms`, words of the glossary stay plain words.
    """

    editions: ClassVar[frozenset[str]] = frozenset({"public", "therapist"})
    explains_terms: ClassVar[bool] = True

    @abstractmethod
    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """The Markdown that stands in its place. `body` is Markdown that is lowered already."""


class Evidence(Checked):
    """How well something is known, and the entries of the bibliography that say so."""

    level: Literal["strong", "moderate", "limited", "contested", "consensus", "practical"]
    """How well it is known. `consensus` is what clinicians agree on, `practical` what is simply of use."""
    refs: tuple[str, ...] = ()
    """The ids of entries in `data/references.yml`."""


class Review(Checked):
    """The signature of the clinician who read the text."""

    by: str
    """The name of the clinician who read the text."""
    credential: str
    """What they are: their title or registration."""
    date: datetime.date
    """The day on which they read it."""
    next: datetime.date | None = None
    """The day by which it should be read again."""
    of: str = ""
    """The digest of the text that they read, so that a later change shows."""


class Kind(Checked):
    """A kind of content. The annotations are the keys of its head.

    Its items lie in `folder`, below a folder of content such as `docs/`; a kind with a single item has its id
    in `only`. `sections` are those that each of them has, in this order, by their keys `section.…` in the
    languages. `formerly` are the ids that an item had before it was renamed: they lead on to it.
    """

    folder: ClassVar[str] = ""
    only: ClassVar[str] = ""
    relations: ClassVar[tuple[str, ...]] = (
        "guides", "patterns", "skills", "practices", "family", "worksheets",
    )  # fmt: skip
    has_fields: ClassVar[bool] = False
    has_terms: ClassVar[bool] = False
    sections: ClassVar[tuple[str, ...]] = ()

    title: str = ""
    """The name of the page, in the readers' words."""
    message: str = ""
    """The one thing to remember, in one or two sentences."""
    topic: str = ""
    """The group of the menu in which it stands."""
    audience: tuple[Audience, ...] = ("client",)
    """Whom it is for. What is for therapists alone is not in the public edition."""
    words: tuple[str, ...] = ()
    """What people type when they look for it: their words, not ours. Shown nowhere."""
    guides: tuple[str, ...] = ()
    """The ids of guides to read next, such as `guides/get-help`."""
    patterns: tuple[str, ...] = ()
    """The ids of patterns that this has to do with."""
    skills: tuple[str, ...] = ()
    """The ids of skills to try."""
    practices: tuple[str, ...] = ()
    """The ids of practices that go with it."""
    family: tuple[str, ...] = ()
    """The ids of pages for parents, carers and couples."""
    worksheets: tuple[str, ...] = ()
    """The ids of worksheets that go with it."""
    evidence: Evidence | None = None
    """How well it is known, and who says so."""
    content_note: tuple[str, ...] = ()
    """What may be hard to read, named before it is met."""
    exit: bool = False
    """Whether the page has a button that leaves it at once."""
    discreet: bool = False
    """Whether the page should not give itself away to someone who looks over a shoulder."""
    review: Review | None = None
    """The signature of the clinician who read it. Leave it out until one has."""
    formerly: tuple[Id, ...] = ()
    """The ids it had before: links to them lead here."""


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


class OutputError(Exception):
    """What an output cannot make, in words for the author: told as a problem of the artifact's source."""


class Output(ABC):
    """Something people carry away: a PDF, a packet, a book. Every host makes what every output plans."""

    @abstractmethod
    def plan(self, edition: "Edition", options: Mapping[str, Any]) -> Iterator[Artifact]:
        """What would be made of this edition. `options["press"]` prints HTML as PDF."""
