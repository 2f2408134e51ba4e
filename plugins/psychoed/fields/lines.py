"""Lines to write on."""

from collections.abc import Iterable
from typing import Annotated

import pydantic

from psychoed.model.control import Area, Control, Line
from psychoed.model.protocols import Field


class Lines(Field):
    """Lines to write on.

    On screen the box scrolls when more is written than it shows. On paper there are as many ruled lines as
    `rows` says.

    ```markdown
    /// lines | What happened, as a camera would have seen it?
        name: what_happened
        rows: 2
    ///
    ```
    """

    rows: Annotated[int, pydantic.Field(ge=1, le=20)] = 1
    """How many lines there are."""

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One line, or an area of several."""
        if self.rows == 1:
            yield Line(name, label, self.help)
        else:
            yield Area(name, label, self.rows, self.help)
