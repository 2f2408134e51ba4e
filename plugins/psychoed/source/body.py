"""The text below the head: blocks become fields and blocks of the catalogues, prose gets its marks."""

import dataclasses
import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TypeVar

from psychoed.model.body import BlockUse, FieldUse, Link, Mark, Node, Prose
from psychoed.model.document import Document
from psychoed.model.problem import Problem, did_you_mean
from psychoed.model.protocols import Block, Field
from psychoed.registry import catalogue
from psychoed.source.blocks import RawBlock, RawProse, read_blocks
from psychoed.source.prose import Heading, Structure, structure
from psychoed.source.validate import validate
from psychoed.source.yaml import Data, Place, load

Thing = TypeVar("Thing", Field, Block)


@dataclass
class Body:
    """The nodes of one text, its headings, and the problems met in it."""

    nodes: tuple[Node, ...] = ()
    headings: tuple[Heading, ...] = ()
    problems: list[Problem] = dataclasses.field(default_factory=list)


def read_body(document: Document, first: int, sheet: bool) -> Body:
    """Reads the text from line `first` on. Only a `sheet` has fields."""
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
    reading = _Reading(document, sheet, found, starts, body)
    body.nodes = reading.nodes(raw)
    return body


@dataclass
class _Reading:
    document: Document
    sheet: bool
    structure: Structure
    starts: list[int]
    body: Body
    names: dict[str, int] = dataclasses.field(default_factory=dict)

    def nodes(self, raw: list[RawBlock | RawProse]) -> tuple[Node, ...]:
        read = (self.prose(one) if isinstance(one, RawProse) else self.block(one) for one in raw)
        return tuple(node for node in read if node is not None)

    def prose(self, raw: RawProse) -> Prose:
        text = "\n".join(raw.lines)
        begin = self.starts[raw.line - 1]
        marks = tuple(
            _moved(mark, -begin)
            for mark in self.structure.marks
            if begin <= mark.start and mark.end <= begin + len(text) + 1
        )
        return Prose(text, raw.line, marks)

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
        if raw.word in blocks:
            block = None if options.problems else self.checked(blocks[raw.word], raw, options, place)
            children = self.nodes(raw.children)
            return block and BlockUse(raw.word, block, raw.argument, children, raw.line)
        field = None if options.problems else self.checked(fields[raw.word], raw, options, place)
        return self.field(raw, fields[raw.word], field, options, place)

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
        name = field.name or name_of(raw.argument)
        if name in self.names:
            what = f"The name `{name}` is taken by the field in line {self.names[name]}."
            hint = "Give one of them another `name: …`, so that their answers are not mixed up."
            named = options.places.get(("name",), place)
            problems.append(document.problem("name-twice", what, *named, hint=hint))
            return None
        self.names[name] = raw.line
        return FieldUse(raw.word, field, name, raw.argument, raw.line, text)


def name_of(label: str) -> str:
    """The name that a label gives: small ASCII letters, digits and `_`, at most 40 characters."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_")
    return slug if slug[:1].isalpha() else f"field_{slug}".rstrip("_")


def _first_line(raw: RawBlock | RawProse) -> int:
    """The line where something stands: prose may begin with empty ones."""
    empty = (
        next((n for n, line in enumerate(raw.lines) if line.strip()), 0) if isinstance(raw, RawProse) else 0
    )
    return raw.line + empty


def _moved(mark: Mark, by: int) -> Mark:
    if not isinstance(mark, Link):
        return replace(mark, start=mark.start + by, end=mark.end + by)
    return replace(
        mark,
        start=mark.start + by,
        end=mark.end + by,
        text_start=mark.text_start + by,
        text_end=mark.text_end + by,
    )
