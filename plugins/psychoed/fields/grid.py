"""A table to write in."""

from collections.abc import Iterable
from typing import Annotated, Literal

import pydantic

from psychoed.model.checked import Checked
from psychoed.model.control import Control, Line, Row
from psychoed.model.control import Grid as GridControl
from psychoed.model.naming import slug, unique
from psychoed.model.protocols import Field, Name


class Column(Checked):
    """A column with a stored name of its own, or a narrow one for a number or a word."""

    title: str
    """What stands at its head."""
    name: Name | None = None
    """What its answers are stored under."""
    width: Literal["short", "full"] = "full"
    """`short` for a number or a word."""


class Grid(Field):
    """A table to write in; on a phone each row is a card.

    On paper it is a table with an empty cell for each thing to write.

    ```markdown
    /// grid | My week
        name: week
        columns: [what happened, {title: how strong 0 to 10, width: short}, what I needed]
        rows: [Monday, Tuesday]
        corner: day
    ///
    ```
    """

    columns: Annotated[tuple[str | Column, ...], pydantic.Field(min_length=1, max_length=8)]
    """The heads: words, or `{title: …, name: …, width: short}`."""
    rows: (
        Annotated[int, pydantic.Field(ge=1, le=40)] | Annotated[tuple[str, ...], pydantic.Field(min_length=1)]
    )
    """How many rows there are, or the words that each begins with."""
    corner: str = ""
    """What stands in the corner: it says what the words of the rows are."""

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One grid. A cell is named by its row and its column."""
        columns = [Column(title=one) if isinstance(one, str) else one for one in self.columns]
        names = _names(columns)
        heads = self.rows if isinstance(self.rows, tuple) else ()
        count = len(heads) or (self.rows if isinstance(self.rows, int) else 0)
        rows = []
        for number in range(1, count + 1):
            row = slug(heads[number - 1], 20) if heads else f"row_{number}"
            said = heads[number - 1] if heads else str(number)
            cells = tuple(
                Line(
                    f"{name}_{row}_{column_name}", f"{said}, {column.title}", length=column.width, quiet=True
                )
                for column_name, column in zip(names, columns, strict=True)
            )
            rows.append(Row(heads[number - 1] if heads else str(number), cells))
        titles = (self.corner, *(column.title for column in columns))
        yield GridControl(name, label, titles, tuple(rows), self.help, numbered=not heads)


def _names(columns: list[Column]) -> list[str]:
    """The name of each column, with a number where two would be the same."""
    found: list[str] = []
    for column in columns:
        found.append(unique(column.name or slug(column.title, 20), found))
    return found
