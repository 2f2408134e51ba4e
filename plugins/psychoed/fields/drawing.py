"""A drawing with room to write below it."""

from collections.abc import Iterable
from typing import Annotated, Any

import pydantic

from psychoed.model.control import Area, Control, Figure, Line
from psychoed.model.protocols import Field


class Drawing(Field):
    """A drawing from the catalogue of figures, with room to write below it.

    `draw` is the figure's word, `options` what it is drawn with, `rows` how many lines there are.

    ```markdown
    /// drawing | Where am I on this picture, and how do I know?
        name: where
        draw: window
        rows: 2
    ///
    ```
    """

    draw: str
    options: dict[str, Any] = pydantic.Field(default_factory=dict)
    rows: Annotated[int, pydantic.Field(ge=1, le=20)] = 2

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """The figure, and below it lines under the same label."""
        lines = Line(name, label, self.help) if self.rows == 1 else Area(name, label, self.rows, self.help)
        yield Figure(self.draw, label, tuple(self.options.items()), (lines,))
