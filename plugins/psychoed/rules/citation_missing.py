"""A citation of what is not in the bibliography."""

from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library, citations
from psychoed.model.problem import Problem, did_you_mean
from psychoed.model.protocols import Rule


class CitationMissing(Rule):
    """The text cites a reference that `data/references.yml` does not have.

    Readers would see the key in place of an author and a year.

    Bad: `It comes in degrees [@frayley2015].` Good: `It comes in degrees [@fraley2015].`
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each key that no entry has."""
        for citation in citations(item.body):
            for cite in citation.cites:
                if cite.key not in library.references:
                    what = f"`{cite.key}` is not in `data/references.yml`."
                    hint = did_you_mean(cite.key, library.references)
                    yield item.document.problem(
                        "citation-missing", what, cite.line, cite.column, len(cite.key), hint
                    )
