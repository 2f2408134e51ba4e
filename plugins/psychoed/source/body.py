"""The text below the head: blocks become fields and blocks of the catalogues, prose gets its marks."""

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from psychoed.model.body import BlockUse, FieldUse, Gesture, Link, Mark, Node, Prose
from psychoed.model.control import Control, Figure, Line, names, numbered
from psychoed.model.control import Prose as Words
from psychoed.model.document import Document
from psychoed.model.naming import slug
from psychoed.model.problem import Problem, did_you_mean
from psychoed.model.protocols import Block, Field
from psychoed.registry import catalogue, languages
from psychoed.source.blocks import RawBlock, RawProse, read_blocks
from psychoed.source.gestures import Gestures
from psychoed.source.glossary import Terms
from psychoed.source.markdown_differences import differences
from psychoed.source.nearly_blocks import nearly_blocks
from psychoed.source.prose import Heading, structure, without
from psychoed.source.validate import validate
from psychoed.source.yaml import Data, Place, load

Thing = TypeVar("Thing", Field, Block)


@dataclass
class Body:
    """The nodes of one text, its headings, and the problems met in it."""

    nodes: tuple[Node, ...] = ()
    headings: tuple[Heading, ...] = ()
    problems: list[Problem] = dataclasses.field(default_factory=list)


def read_body(document: Document, first: int, sheet: bool, language: str, glossary: bool = False) -> Body:
    """Reads the text from line `first` on. Only a `sheet` has fields; they are spoken in its `language`.

    Only a `glossary` has terms.
    """
    raw, problems, taken = read_blocks(document, first, foreign=not sheet)
    masked = [
        "" if number < first or number in taken else line for number, line in enumerate(document.lines, 1)
    ]
    body = Body(problems=problems)
    found = structure("\n".join(masked))
    body.headings = found.headings
    starts = [0]
    for line in masked:
        starts.append(starts[-1] + len(line) + 1)
    more: list[Mark] = []
    if sheet:
        reader = Gestures(document, "\n".join(masked), starts, taken, languages()[language])
        reader.read(found.tokens)
        problems.extend(reader.problems)
        more.extend(reader.found)
    if glossary:
        terms = Terms(document, starts)
        terms.read(found.tokens)
        problems.extend(terms.problems)
        more.extend(terms.found)
    problems.extend(nearly_blocks(document, found.tokens, foreign=not sheet))
    problems.extend(differences(document, "\n".join(masked), found.tokens, _drawn(more, starts)))
    marks = sorted([*found.marks, *more], key=lambda mark: (mark.start, -mark.end))
    # The marks have the last word: what becomes the label of a field is no running text.
    holes = sorted((mark.start, mark.end) for mark in more)
    begins = [begin for begin, _ in holes]
    running = [
        left
        for one in sorted(found.running)
        for left in without(one, holes[max(bisect_left(begins, one[0]) - 1, 0) : bisect_left(begins, one[1])])
    ]
    reading = _Reading(document, sheet, marks, running, starts, body)
    body.nodes = reading.nodes(raw)
    return body


def _drawn(marks: list[Mark], starts: list[int]) -> set[int]:
    """The lines, counted from 0, that become fields as a whole."""
    lines: set[int] = set()
    for one in marks:
        if isinstance(one, Gesture) and not (isinstance(one.control, Line) and one.control.inline):
            lines.update(range(bisect_right(starts, one.start) - 1, bisect_left(starts, one.end)))
    return lines


@dataclass
class _Reading:
    document: Document
    sheet: bool
    marks: list[Mark]
    running: list[tuple[int, int]]
    starts: list[int]
    body: Body
    names: dict[str, int] = dataclasses.field(default_factory=dict)
    numbers: dict[str, Iterator[int]] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        self.mark_starts = [mark.start for mark in self.marks]

    def nodes(self, raw: list[RawBlock | RawProse]) -> tuple[Node, ...]:
        read = (self.prose(one) if isinstance(one, RawProse) else self.block(one) for one in raw)
        return tuple(node for node in read if node is not None)

    def prose(self, raw: RawProse) -> Prose:
        text = "\n".join(raw.lines)
        begin = self.starts[raw.line - 1]
        first, last = (bisect_left(self.mark_starts, one) for one in (begin, begin + len(text) + 1))
        inside = [one for one in self.marks[first:last] if one.end <= begin + len(text) + 1]
        marks = tuple(self.placed(one, begin) for one in inside)
        first, last = (bisect_left(self.running, (one,)) for one in (begin, begin + len(text) + 1))
        inner = tuple((start - begin, end - begin) for start, end in self.running[first:last])
        return Prose(text, raw.line, marks, inner)

    def placed(self, mark: Mark, begin: int) -> Mark:
        """The mark in its own stretch of prose; a gesture under a name that no other field has."""
        mark = _moved(mark, -begin)
        if not isinstance(mark, Gesture):
            return mark
        control: Control = mark.control
        if not mark.named:  # its words gave the name, so a number can tell it apart
            numbers = self.numbers.setdefault(next(names(control), ""), count(2))
            while not self.names.keys().isdisjoint(names(control)):
                control = numbered(mark.control, next(numbers))
        self.claim(control, (mark.line, 1, 0))
        return replace(mark, control=control)

    def claim(self, control: Control, place: Place) -> bool:
        """Takes the names of a control for it. One that is taken already is a problem."""
        for name in names(control):
            if name in self.names:
                what = f"The name `{name}` is taken by the field in line {self.names[name]}."
                hint = "Give one of them another name, so that their answers are not mixed up."
                self.body.problems.append(self.document.problem("name-twice", what, *place, hint=hint))
                return False
        self.names.update(dict.fromkeys(names(control), place[0]))
        return True

    def block(self, raw: RawBlock) -> Node | None:
        document, problems = self.document, self.body.problems
        fields, blocks = catalogue("fields"), catalogue("blocks")
        place = (raw.line, document.lines[raw.line - 1].index(raw.word) + 1, len(raw.word))
        if raw.word not in fields and raw.word not in blocks:
            what = f"There is no {'field or block' if self.sheet else 'block'} `{raw.word}`."
            hint = did_you_mean(raw.word, {*fields, *blocks} if self.sheet else {*blocks})
            problems.append(document.problem("block-unknown", what, *place, hint=hint))
            return None
        if raw.word in fields and not self.sheet:
            what = f"The field `{raw.word}` cannot stand here."
            hint = "Fields belong on worksheets and practices."
            problems.append(document.problem("field-outside-sheet", what, *place, hint=hint))
            return None
        options = load(document, "\n".join(raw.options) + "\n", line=raw.line + 1)
        problems.extend(options.problems)
        model = (blocks if raw.word in blocks else fields)[raw.word]
        problems.extend(
            self.option_left_out(raw, {one.alias or name for name, one in model.model_fields.items()})
        )
        if raw.word in blocks:
            block = None if options.problems else self.checked(blocks[raw.word], raw, options, place)
            children = self.nodes(raw.children)
            return block and BlockUse(raw.word, block, raw.argument, children, raw.line)
        field = None if options.problems else self.checked(fields[raw.word], raw, options, place)
        return self.field(raw, fields[raw.word], field, options, place)

    def option_left_out(self, raw: RawBlock, known: set[str]) -> Iterator[Problem]:
        """An option that is indented by less than four spaces would be text."""
        first = raw.line + len(raw.options)
        line = self.document.lines[first] if first < len(self.document.lines) else ""
        option = re.match(r" {1,3}([\w-]+):(?:\s|$)", line)
        if option and option[1] in known:
            what = f"The option `{option[1]}` is read as text."
            hint = "Indent it by four spaces."
            yield self.document.problem(
                "option-indent", what, first + 1, option.start(1) + 1, len(option[1]), hint
            )

    def checked(self, model: type[Thing], raw: RawBlock, options: Data, place: Place) -> Thing | None:
        thing, wrong = validate(model, options, self.document, f"`{raw.word}`", "option", place)
        self.body.problems.extend(wrong)
        return thing

    def field(
        self, raw: RawBlock, model: type[Field], field: Field | None, options: Data, place: Place
    ) -> FieldUse | None:
        document, problems = self.document, self.body.problems
        prose = [one for one in raw.children if isinstance(one, RawProse)]
        text = "\n".join(line for one in prose for line in one.lines).strip()
        if not raw.argument:
            what, hint = (
                f"`{raw.word}` has no label.",
                f"Write it behind a bar: `/// {raw.word} | What happened?`",
            )
            problems.append(document.problem("label-missing", what, *place, hint=hint))
        if len(prose) < len(raw.children) or (text and not model.takes_body):
            what = f"`{raw.word}` takes no text."
            hint = (
                "Options are indented by four spaces, with no empty line before them.\n"
                f"Close `{raw.word}` with `///` before other text."
            )
            line = _first_line(raw.children[0])
            problems.append(document.problem("field-with-text", what, line, hint=hint))
        if field is None or not raw.argument:
            return None
        name = field.name or slug(raw.argument)
        controls = tuple(_formerly(one, name, field.was) for one in field.controls(name, raw.argument, text))
        free = [self.claim(control, options.places.get(("name",), place)) for control in controls]
        return FieldUse(raw.word, field, raw.argument, raw.line, controls) if all(free) else None


def _formerly(control: Control, name: str, was: str | None) -> Control:
    """The control with the name it had before: a field may yield several, whose names begin with its own."""
    if was is None or isinstance(control, Words | Figure):
        return control
    return replace(control, was=was + control.name.removeprefix(name))


def _first_line(raw: RawBlock | RawProse) -> int:
    """The line where something stands: prose may begin with empty ones."""
    empty = (
        next((n for n, line in enumerate(raw.lines) if line.strip()), 0) if isinstance(raw, RawProse) else 0
    )
    return raw.line + empty


def _moved(mark: Mark, by: int) -> Mark:
    moved = replace(mark, start=mark.start + by, end=mark.end + by)
    if isinstance(moved, Link):
        return replace(moved, text_start=moved.text_start + by, text_end=moved.text_end + by)
    return moved
