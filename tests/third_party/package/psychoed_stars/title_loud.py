"""A title that shouts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from psychoed.model.problem import Problem, Severity
from psychoed.model.protocols import Rule

if TYPE_CHECKING:
    from psychoed.model.item import Item
    from psychoed.model.library import Library


class TitleLoud(Rule):
    """A title ends with an exclamation mark, and so shouts at its readers.

    Bad: `title: The bus!` Good: `title: The bus`
    """

    def check(self, item: "Item", library: "Library") -> Iterator[Problem]:
        """One problem, at the title."""
        if item.title.endswith("!"):
            place = item.key_places.get(("title",), (1, 1, 0))
            hint = "Take the exclamation mark out."
            yield item.document.problem(
                "title-loud", "This title shouts.", *place, hint=hint, severity=Severity.WARNING
            )
