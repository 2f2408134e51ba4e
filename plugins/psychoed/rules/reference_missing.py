"""A reference that is not in the bibliography."""

from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.model.problem import Problem, did_you_mean
from psychoed.model.protocols import Rule


class ReferenceMissing(Rule):
    """The evidence names a reference that `data/references.yml` does not have.

    Bad: `refs: [frayley2015]`. Good: `refs: [fraley2015]`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each reference that no entry has."""
        for number, reference in enumerate(item.head.evidence.refs if item.head.evidence else ()):
            if reference not in library.references:
                place = item.key_places.get(("evidence", "refs", number), (1, 1, 0))
                what = f"`{reference}` is not in `data/references.yml`."
                hint = did_you_mean(reference, library.references)
                yield item.document.problem("reference-missing", what, *place, hint=hint)
