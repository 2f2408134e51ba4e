"""Steps from easy to hard."""

from collections.abc import Iterable
from typing import Annotated

import pydantic

from psychoed.model.control import Control, Grid, Line, Row
from psychoed.model.naming import slug, unique
from psychoed.model.protocols import Field


class Ladder(Field):
    """Steps from the easiest to the hardest, one a row.

    On screen and on paper it is a table with a number for each step.

    ```markdown
    /// ladder | My steps
        name: steps
        rows: 5
        columns: [step, with whom, what happened, what I learned]
        ends: [easiest, hardest]
    ///
    ```
    """

    columns: Annotated[tuple[str, ...], pydantic.Field(min_length=1, max_length=6)]
    """The heads of the columns, up to six."""
    rows: Annotated[int, pydantic.Field(ge=2, le=12)] = 5
    """How many steps there are."""
    ends: tuple[str, str]
    """The words at the first and at the last step."""

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One grid, whose rows are numbered and whose ends are named."""
        names: list[str] = []
        for title in self.columns:
            names.append(unique(slug(title, 20), names))
        rows = []
        for number in range(1, self.rows + 1):
            end = {1: self.ends[0], self.rows: self.ends[1]}.get(number, "")
            head = f"{number} {end}".strip()
            cells = tuple(
                Line(f"{name}_step_{number}_{column}", f"{head}, {title}", quiet=True)
                for column, title in zip(names, self.columns, strict=True)
            )
            rows.append(Row(head, cells))
        yield Grid(name, label, ("", *self.columns), tuple(rows), self.help, numbered=True)
