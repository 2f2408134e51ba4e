"""The text of an item as a tree: prose, fields and blocks, each with its line."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from psychoed.model.control import Control
from psychoed.model.glossary import Term
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


@dataclass(frozen=True)
class Gesture:
    """A field that is written as a gesture, such as `____` or `- [ ] tired`, and the text it stands for.

    `named` is whether its author gave the name; otherwise its words did.
    """

    start: int
    end: int
    control: Control
    line: int
    named: bool = False


@dataclass(frozen=True)
class Entry:
    """The lines of a glossary that name a term, above its meaning."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True)
class TermUse:
    """The first use of a term on a page, which is explained there. `name` is the one that stands there."""

    start: int
    end: int
    term: Term
    name: str


Mark = Link | Comment | Gesture | Citation | Entry | TermUse
"""A place in prose that is rewritten."""


@dataclass(frozen=True)
class Prose:
    """Markdown between blocks, with the places in it that are rewritten, in order.

    `running` are the stretches of running text, (start, end): no headings, links, code, HTML or fields.
    """

    text: str
    line: int
    marks: tuple[Mark, ...] = ()
    running: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class FieldUse:
    """A field on a sheet, and the controls that it yields there."""

    word: str
    field: Field
    label: str
    line: int
    controls: tuple[Control, ...]


@dataclass(frozen=True)
class BlockUse:
    """A block with what stands in it."""

    word: str
    block: Block
    argument: str
    children: tuple["Node", ...]
    line: int


Node = Prose | FieldUse | BlockUse


def controls(nodes: tuple[Node, ...]) -> list[Control]:
    """Everything that can be filled in, in reading order."""
    return [control for _, control in placed_controls(nodes)]


def placed_controls(nodes: tuple[Node, ...]) -> list[tuple[int, Control]]:
    """The same, each with its line."""
    found: list[tuple[int, Control]] = []
    for node in walk(nodes):
        if isinstance(node, FieldUse):
            found.extend((node.line, control) for control in node.controls)
        elif isinstance(node, Prose):
            found.extend((mark.line, mark.control) for mark in node.marks if isinstance(mark, Gesture))
    return found


def with_controls(nodes: tuple[Node, ...], others: Iterator[Control]) -> tuple[Node, ...]:
    """The same text with other controls, taken in reading order."""
    changed: list[Node] = []
    for node in nodes:
        if isinstance(node, FieldUse):
            changed.append(replace(node, controls=tuple(next(others) for _ in node.controls)))
        elif isinstance(node, BlockUse):
            changed.append(replace(node, children=with_controls(node.children, others)))
        else:
            marks = [
                replace(mark, control=next(others)) if isinstance(mark, Gesture) else mark
                for mark in node.marks
            ]
            changed.append(replace(node, marks=tuple(marks)))
    return tuple(changed)


def walk(nodes: tuple[Node, ...]) -> "list[Node]":
    """Every node, in reading order, parents before what stands in them."""
    found: list[Node] = []
    for node in nodes:
        found.append(node)
        if isinstance(node, BlockUse):
            found.extend(walk(node.children))
    return found
