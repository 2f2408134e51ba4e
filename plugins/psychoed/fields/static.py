"""A box of words on a sheet."""

from collections.abc import Iterable
from typing import ClassVar

from psychoed.model.control import Control, Prose
from psychoed.model.protocols import Field


class Static(Field):
    """A box of words on a sheet, such as a reminder to stop. Nothing is written in it.

    On paper it is a box with a thin edge.

    ```markdown
    /// static | You can stop here
    Put the sheet away. Look around the room, and name three blue things.
    ///
    ```
    """

    takes_body: ClassVar = True

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """Words alone."""
        yield Prose(body, label)
