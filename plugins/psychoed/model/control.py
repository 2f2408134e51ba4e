"""What a person fills in. A field yields controls; page, PDF and e-book draw controls and know no field.

Saved answers and PDF fields live by `name`; `label` is what a screen reader says. A `quiet` label is spoken
but not shown, since the same words stand above it. `was` is the name it had before, so that saved answers are
still found.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Length = Literal["short", "medium", "full"]


@dataclass(frozen=True)
class Line:
    """One line of writing, on a line of its own or `inline` in a sentence."""

    name: str
    label: str
    help: str = ""
    length: Length = "full"
    kind: Literal["text", "date"] = "text"
    inline: bool = False
    quiet: bool = False
    was: str = ""


@dataclass(frozen=True)
class Area:
    """Several lines of writing. `rows` is their number on paper."""

    name: str
    label: str
    rows: int
    help: str = ""
    quiet: bool = False
    was: str = ""


@dataclass(frozen=True)
class Option:
    """One answer of a choice: what is stored, what is read, and room for words of one's own."""

    value: str
    label: str
    text: Line | None = None
    was: str = ""


@dataclass(frozen=True)
class Choice:
    """Answers to choose from: one of them, or `many`. `ends` are the words at both ends of a scale."""

    name: str
    label: str
    options: tuple[Option, ...]
    many: bool = False
    ends: tuple[str, str] | None = None
    help: str = ""
    quiet: bool = False
    was: str = ""


Cell = str | Line
"""A cell of a grid: text to read, or a place to write."""


@dataclass(frozen=True)
class Row:
    """A row of a grid: its head, and a cell for each further column."""

    head: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """A table to write in. `columns` are the heads, the first of them that of the rows' own heads."""

    name: str
    label: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    help: str = ""
    quiet: bool = False
    numbered: bool = False
    was: str = ""


@dataclass(frozen=True)
class Prose:
    """Words between fields, in Markdown."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Figure:
    """A drawing by its word in the catalogue `figures`, and the fields that lie on it."""

    word: str
    label: str
    options: tuple[tuple[str, object], ...] = ()
    fields: tuple[Line | Area | Choice, ...] = ()


Control = Line | Area | Choice | Grid | Prose | Figure


def names(control: Control) -> Iterator[str]:
    """Every name that answers are stored under, in reading order. Each tick of a list is one."""
    if isinstance(control, Line | Area):
        yield control.name
    elif isinstance(control, Choice):
        if not control.many:
            yield control.name
        for option in control.options:
            if control.many:
                yield f"{control.name}_{option.value}"
            if option.text:
                yield option.text.name
    elif isinstance(control, Grid):
        for row in control.rows:
            yield from (cell.name for cell in (row.head, *row.cells) if isinstance(cell, Line))
    elif isinstance(control, Figure):
        for field in control.fields:
            yield from names(field)


def former_names(control: Control) -> dict[str, str]:
    """The name that each answer was stored under before, by its name now."""
    if isinstance(control, Prose):
        return {}
    if isinstance(control, Figure):
        return {new: old for field in control.fields for new, old in former_names(field).items()}
    found = {}
    if control.was:
        found = {name: control.was + name.removeprefix(control.name) for name in names(control)}
    if isinstance(control, Choice) and control.many:
        for option in control.options:
            if option.was:
                found[f"{control.name}_{option.value}"] = f"{control.was or control.name}_{option.was}"
    elif isinstance(control, Grid):
        cells = [cell for row in control.rows for cell in (row.head, *row.cells) if isinstance(cell, Line)]
        found |= {cell.name: cell.was for cell in cells if cell.was}
    return found


def renamed(control: Control, source: Control) -> Control | None:
    """The control of a translation with the names of its source, or None where their shapes differ."""
    if isinstance(control, Line) and isinstance(source, Line):
        return replace(control, name=source.name) if control.kind == source.kind else None
    if isinstance(control, Area) and isinstance(source, Area):
        return replace(control, name=source.name)
    if isinstance(control, Choice) and isinstance(source, Choice):
        if (len(control.options), control.many) != (len(source.options), source.many):
            return None
        options = []
        for mine, theirs in zip(control.options, source.options, strict=True):
            if (mine.text is None) != (theirs.text is None):
                return None
            text = replace(mine.text, name=theirs.text.name) if mine.text and theirs.text else None
            options.append(Option(theirs.value, mine.label, text, theirs.was))
        return replace(control, name=source.name, options=tuple(options))
    if isinstance(control, Grid) and isinstance(source, Grid):
        return _renamed_grid(control, source)
    if isinstance(control, Prose) and isinstance(source, Prose):
        return control
    if isinstance(control, Figure) and isinstance(source, Figure):
        if control.word != source.word or len(control.fields) != len(source.fields):
            return None
        fields = [renamed(mine, theirs) for mine, theirs in zip(control.fields, source.fields, strict=True)]
        kept = tuple(one for one in fields if isinstance(one, Line | Area | Choice))
        return replace(control, fields=kept) if len(kept) == len(fields) else None
    return None


def _renamed_grid(control: Grid, source: Grid) -> Grid | None:
    shape = [[isinstance(cell, Line) for cell in (row.head, *row.cells)] for row in control.rows]
    if shape != [[isinstance(cell, Line) for cell in (row.head, *row.cells)] for row in source.rows]:
        return None

    def cell(mine: Cell, theirs: Cell) -> Cell:
        return (
            replace(mine, name=theirs.name) if isinstance(mine, Line) and isinstance(theirs, Line) else mine
        )

    rows = tuple(
        Row(
            cell(mine.head, theirs.head),
            tuple(cell(a, b) for a, b in zip(mine.cells, theirs.cells, strict=True)),
        )
        for mine, theirs in zip(control.rows, source.rows, strict=True)
    )
    return replace(control, name=source.name, rows=rows)


def numbered(control: Control, number: int) -> Control:
    """The control with a number behind its name, and everything in it with it."""
    if isinstance(control, Prose | Figure):
        return control
    old, name = control.name, f"{control.name}_{number}"

    def moved(line: Line | None) -> Line | None:
        return line and replace(line, name=name + line.name.removeprefix(old))

    if isinstance(control, Choice):
        options = tuple(replace(option, text=moved(option.text)) for option in control.options)
        return replace(control, name=name, options=options)
    if isinstance(control, Grid):
        rows = tuple(
            Row(
                moved(row.head) or "" if isinstance(row.head, Line) else row.head,
                tuple(moved(cell) or "" if isinstance(cell, Line) else cell for cell in row.cells),
            )
            for row in control.rows
        )
        return replace(control, name=name, rows=rows)
    return replace(control, name=name)
