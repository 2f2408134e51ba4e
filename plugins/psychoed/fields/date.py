"""A day."""

from collections.abc import Iterable

from psychoed.model.control import Control, Line
from psychoed.model.protocols import Field


class Date(Field):
    """A day. On screen the device offers its calendar; on paper there is a short line.

    ```markdown
    /// date | Look at this plan again on
        name: review_on
    ///
    ```
    """

    def controls(self, name: str, label: str, body: str) -> Iterable[Control]:
        """One short line."""
        yield Line(name, label, self.help, length="short", kind="date")
