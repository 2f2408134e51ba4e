"""A former id that leads to two places."""

import posixpath
from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.model.problem import Problem
from psychoed.model.protocols import Rule


class FormerlyTaken(Rule):
    """A former id of an item is in use, or another item claims it too.

    Old links and bookmarks can lead to one place only.

    Bad: `formerly: [skills/grounding]` while `skills/grounding.md` is there. Good: the id of a file that has
    been renamed.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each such id."""
        for number, old in enumerate(item.head.formerly):
            place = item.key_places.get(("formerly", number), (1, 1, 0))
            others = sorted(
                other.id
                for other in library.items.values()
                if other.id != item.id and old in other.head.formerly
            )
            if old == item.id:
                what, hint = f"`{old}` is the id that this item has now.", "Take it out."
            elif old in library.ids or f"{old}.html" in library.pictures:
                what = f"`{old}` is in use: it cannot lead here."
                hint = f"Take it out, or rename what has the address `{posixpath.basename(old)}.html` now."
            elif others:
                what, hint = f"`{others[0]}` was formerly `{old}` too.", "Keep it in one of the two."
            else:
                continue
            yield item.document.problem("formerly-taken", what, *place, hint=hint)
