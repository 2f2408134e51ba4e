"""A box beside the text."""

from typing import TYPE_CHECKING

from markupsafe import escape

from psychoed.model.protocols import Block

if TYPE_CHECKING:
    from psychoed.model.library import Edition


class Aside(Block):
    """A box beside the text: worth reading, but the text stands without it.

    The words behind `|` are its title, and can be left out. On paper it is the same box with a thin edge.

    ```markdown
    /// aside | If you have little time
    Do the first step only.
    ///
    ```
    """

    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """A box whose title is no heading, so that the order of headings stays whole."""
        title = f'<p class="psychoed-aside-title">{escape(argument)}</p>\n\n' if argument else ""
        return f'<div class="psychoed-aside" markdown="1">\n\n{title}{body}\n\n</div>'
