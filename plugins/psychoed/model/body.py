"""The text of an item as a tree: prose, fields and blocks, each with its line."""

from dataclasses import dataclass

from psychoed.model.protocols import Block, Field


@dataclass(frozen=True)
class Link:
    """A link or picture in prose. Offsets count characters in `Prose.text`.

    `start:end` is the whole of it, `text_start:text_end` what is read. `target` is the address as written,
    `title` what some show when a pointer rests on it. `line` and `column` are those of the file.
    """

    start: int
    end: int
    text_start: int
    text_end: int
    target: str
    title: str
    picture: bool
    line: int
    column: int


@dataclass(frozen=True)
class Comment:
    """An HTML comment: it never leaves the source."""

    start: int
    end: int


@dataclass(frozen=True)
class Cite:
    """One reference within a citation: its key in the bibliography, and where in the work, "p. 3".

    `line` and `column` are those of the key in the file.
    """

    key: str
    locator: str
    line: int
    column: int


@dataclass(frozen=True)
class Citation:
    """`[@fraley2015]`, `[@one; @two, p. 3]`. Offsets count characters in `Prose.text`.

    `line` and `column` are those of the file. One that cannot be read has no `cites`, and stays as written.
    """

    start: int
    end: int
    cites: tuple[Cite, ...]
    line: int
    column: int


Mark = Link | Comment | Citation
"""A place in prose that is rewritten."""


@dataclass(frozen=True)
class Prose:
    """Markdown between blocks, with the places in it that are rewritten, in order."""

    text: str
    line: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class FieldUse:
    """A field on a sheet. `name` is unique on the sheet, and saved answers live by it."""

    word: str
    field: Field
    name: str
    label: str
    line: int
    body: str = ""


@dataclass(frozen=True)
class BlockUse:
    """A block with what stands in it."""

    word: str
    block: Block
    argument: str
    children: tuple["Node", ...]
    line: int


Node = Prose | FieldUse | BlockUse


def walk(nodes: tuple[Node, ...]) -> "list[Node]":
    """Every node, in reading order, parents before what stands in them."""
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        if isinstance(node, BlockUse):
            found.extend(walk(node.children))
    return found
