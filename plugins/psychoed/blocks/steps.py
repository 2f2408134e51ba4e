"""Steps, one after the other."""

from typing import TYPE_CHECKING

from psychoed.model.protocols import Block

if TYPE_CHECKING:
    from psychoed.model.library import Edition


class Steps(Block):
    """Steps, one after the other: a numbered list in which each step stands for itself.

    ```markdown
    /// steps
    1. Press your feet into the floor.
    2. Look around, and find three blue things.
    ///
    ```
    """

    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """The list, marked so that it can be drawn large and stepped through."""
        return f'<div class="psychoed-steps" markdown="1">\n\n{body}\n\n</div>'
