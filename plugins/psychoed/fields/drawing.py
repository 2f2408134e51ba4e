"""A drawing with room to write below it."""

from collections.abc import Iterable
from typing import Annotated, Any

import pydantic

from psychoed.model.control import Area, Control, Figure, Line
from psychoed.model.protocols import Field


class Drawing(Field):
    """A drawing from the catalogue of figures, with room to write below it.

    On paper the drawing is as wide as the page, with ruled lines below it.

    ```markdown
    /// drawing | Where am I on this picture, and how do I know?
        name: where
        draw: window
        rows: 2
    ///
    ```
    """

    draw: str
    """The word of the figure."""
    options: dict[str, Any] = pydantic.Field(default_factory=dict)
    """What the figure is drawn with: its own options."""
    rows: Annotated[int, pydantic.Field(ge=1, le=20)] = 2
    """How many lines there are to write on."""

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """The figure, and below it lines under the same label."""
        lines = Line(name, label, self.help) if self.rows == 1 else Area(name, label, self.rows, self.help)
        yield Figure(self.draw, label, tuple(self.options.items()), (lines,))
