"""Boxes to tick."""

from collections.abc import Iterable
from typing import Annotated

import pydantic

from psychoed.model.answers import Answer, options
from psychoed.model.control import Choice, Control
from psychoed.model.protocols import Field


class Checklist(Field):
    """Boxes to tick, as many as fit.

    On paper they are boxes in two columns, and a short line where there is room for words of one's own.

    ```markdown
    /// checklist | My early signs
        name: signs
        options: [racing heart, {label: tight chest, value: chest}, cold hands]
        other: something else
    ///
    ```
    """

    options: Annotated[tuple[Answer, ...], pydantic.Field(min_length=1)]
    """The words of each answer, or `{label: …, value: …}` to keep what is stored when words change."""
    other: str = ""
    """The words of one more answer, with room to write."""

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One choice of many."""
        yield Choice(name, label, options(name, self.options, self.other), many=True, help=self.help)
