"""A drawing."""

from typing import TYPE_CHECKING, Any

import pydantic

from psychoed.model.protocols import Block

if TYPE_CHECKING:
    from psychoed.model.library import Edition


class Figure(Block):
    """A drawing from the catalogue of figures, with a caption.

    `draw` is its word, `options` what it is drawn with. A figure says in words what it shows, so nobody has
    to see it.

    ```markdown
    /// figure | The range of feeling that you can manage
        draw: window
    ///
    ```
    """

    draw: str
    options: dict[str, Any] = pydantic.Field(default_factory=dict)

    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """The drawing as SVG: its text stays text, for search, translation and screen readers."""
        figure = edition.library.figures[self.draw].model_validate(self.options)
        caption = f"<figcaption>{argument}</figcaption>" if argument else ""
        svg = figure.draw(self.draw, edition.strings)
        return f'<div class="psychoed-figure"><figure>\n{svg}\n{caption}</figure></div>'
