"""A row of numbers to choose one from."""

from collections.abc import Iterable
from typing import Annotated

import pydantic

from psychoed.model.control import Choice, Control, Option
from psychoed.model.protocols import Field


class Scale(Field):
    """A row of numbers to choose one from.

    A bare number says nothing: both ends always have words. A scale is never added up.

    On paper it is a row of circles to mark, each with its number, and the words at both ends.

    ```markdown
    /// scale | How sure am I of this story?
        name: sure_before
        ends: [not at all sure, completely sure]
    ///
    ```
    """

    ends: tuple[str, str]
    """The words at the lowest and at the highest number."""
    min: Annotated[int, pydantic.Field(ge=0, le=1)] = 0
    """The lowest number."""
    max: Annotated[int, pydantic.Field(ge=2, le=10)] = 10
    """The highest number."""

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One choice, whose stored values are the numbers."""
        numbers = tuple(Option(str(number), str(number)) for number in range(self.min, self.max + 1))
        yield Choice(name, label, numbers, ends=self.ends, help=self.help)
