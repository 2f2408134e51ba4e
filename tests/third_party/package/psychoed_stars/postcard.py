"""A postcard."""

from typing import TYPE_CHECKING

from markupsafe import escape

from psychoed.model.protocols import Block

if TYPE_CHECKING:
    from psychoed.model.library import Edition


class Postcard(Block):
    """A postcard: a short text to somebody.

    ```markdown
    /// postcard | To myself
        stamp: Sea
    Rest a little.
    ///
    ```
    """

    stamp: str = ""

    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """A box with its stamp."""
        stamp = f'<p class="stars-stamp">{escape(self.stamp)}</p>\n\n' if self.stamp else ""
        return f'<div class="stars-postcard" markdown="1">\n\n{stamp}{body}\n\n</div>'
