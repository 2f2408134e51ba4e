"""What must be read before anything else."""

from typing import TYPE_CHECKING, ClassVar

from markupsafe import escape

from psychoed.model.protocols import Block

if TYPE_CHECKING:
    from psychoed.model.library import Edition


class Safety(Block):
    """What must be read before a sheet is begun. It is words only: a safety gate is never an answer.

    On paper, as on screen, it has a heavy edge: it is told apart without colour.

    ```markdown
    /// safety
    Are you afraid of this person? Then leave this sheet. Do not write an answer here.
    ///
    ```
    """

    explains_terms: ClassVar = False  # it is read to its end: nothing in it is there to be tapped

    def lower(self, argument: str, body: str, edition: "Edition") -> str:
        """A box with a heavy edge: it is told apart without colour."""
        title = f'<p class="psychoed-safety-title">{escape(argument)}</p>\n\n' if argument else ""
        return f'<div class="psychoed-safety" markdown="1">\n\n{title}{body}\n\n</div>'
