"""A link or relation by an old id."""

from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library, links, spellings
from psychoed.model.problem import Problem, Severity
from psychoed.model.protocols import Rule


class Renamed(Rule):
    """A link or relation names an item by an id that it no longer has.

    It still leads there, but whoever looks for the file finds none.

    Bad: `[Grounding](skills/five-senses)` after its file was renamed. Good: `[Grounding](skills/grounding)`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each former id."""
        for relation, number, target in item.related:
            if library.now(target) != target:
                place = item.key_places.get((relation, number), (1, 1, 0))
                yield _problem(item, target, library.now(target), place)
        for link in links(item.body):
            id = library.find(link.target, item)
            if id and id not in spellings(link.target, item):
                place = (link.line, link.column, link.end - link.start)
                yield _problem(item, link.target, id, place)


def _problem(item: Item, old: str, id: str, place: tuple[int, int, int]) -> Problem:
    what, hint = f"`{old}` has another id now.", f"Now `{id}`."
    return item.document.problem("renamed", what, *place, hint=hint, severity=Severity.WARNING)
