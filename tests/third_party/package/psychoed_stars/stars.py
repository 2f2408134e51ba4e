"""Stars to give."""

from collections.abc import Iterable

from psychoed.model.control import Choice, Control, Option
from psychoed.model.protocols import Field


class Stars(Field):
    """Stars to give, one to five. `most` says how many there are.

    ```markdown
    /// stars | How was the story?
        name: story
    ///
    ```
    """

    most: int = 5

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One choice, whose stored values are the numbers of stars."""
        yield Choice(
            name, label, tuple(Option(str(one), f"{one} of {self.most}") for one in range(1, self.most + 1))
        )
