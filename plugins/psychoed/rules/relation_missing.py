"""A relation to nothing."""

from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.model.problem import Problem, did_you_mean
from psychoed.model.protocols import Rule


class RelationMissing(Rule):
    """The head names an item that does not exist.

    Readers would be led nowhere, and the menu of what may help would be shorter than its author thinks.

    Bad: `skills: [skills/groundng]`. Good: `skills: [skills/grounding]`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each id that no file has."""
        for relation, number, target in item.related:
            if library.now(target) not in library.ids:
                place = item.key_places.get((relation, number), (1, 1, 0))
                known = [id for id in library.ids if id.startswith(f"{relation}/")] or library.ids
                yield item.document.problem(
                    "relation-missing", f"There is no `{target}`.", *place, hint=did_you_mean(target, known)
                )
