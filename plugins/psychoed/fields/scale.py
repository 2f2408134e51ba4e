"""A row of numbers to choose one from."""

from collections.abc import Iterable
from typing import Annotated

import pydantic

from psychoed.model.control import Choice, Control, Option
from psychoed.model.protocols import Field


class Scale(Field):
    """A row of numbers to choose one from.

    `ends` are the words at both ends, and always needed: a bare number says nothing. `min` and `max` are 0
    and 10 unless they are given. A scale is never added up.

    ```markdown
    /// scale | How sure am I of this story?
        name: sure_before
        ends: [not at all sure, completely sure]
    ///
    ```
    """

    ends: tuple[str, str]
    min: Annotated[int, pydantic.Field(ge=0, le=1)] = 0
    max: Annotated[int, pydantic.Field(ge=2, le=10)] = 10

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One choice, whose stored values are the numbers."""
        numbers = tuple(Option(str(number), str(number)) for number in range(self.min, self.max + 1))
        yield Choice(name, label, numbers, ends=self.ends, help=self.help)
