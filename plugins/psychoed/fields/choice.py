"""One answer of several."""

from collections.abc import Iterable
from typing import Annotated

import pydantic

from psychoed.model.answers import Answer, options
from psychoed.model.control import Choice as ChoiceControl
from psychoed.model.control import Control
from psychoed.model.protocols import Field


class Choice(Field):
    """One answer of several.

    On paper they are circles in two columns, and a short line where there is room for words of one's own.

    ```markdown
    /// choice | What do I do with this letter?
        name: letter
        options: [keep it, tear it up, bring it to a session]
        other: something else
    ///
    ```
    """

    options: Annotated[tuple[Answer, ...], pydantic.Field(min_length=2)]
    """The words of each answer, or `{label: …, value: …}` to keep what is stored when words change."""
    other: str = ""
    """The words of one more answer, with room to write."""

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One choice."""
        yield ChoiceControl(name, label, options(name, self.options, self.other), help=self.help)
