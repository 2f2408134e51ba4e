"""A citation that cannot be read."""

from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library, citations
from psychoed.model.problem import Problem
from psychoed.model.protocols import Rule


class CitationUnclear(Rule):
    """Brackets with an `@` in them that are not written as a citation.

    Between two references stands `;`, behind a comma the place in the work. Other words stand outside, and
    a citation cannot stand in a link.

    Bad: `[@fraley2015 @bowlby1988]`, `[see @fraley2015]`. Good: `[@fraley2015; @bowlby1988, p. 3]`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each pair of brackets."""
        for citation in citations(item.body):
            if not citation.cites:
                hint = (
                    "Write `[@key]`, `[@key, p. 3]` or `[@one; @two]`, and other words and links outside.\n"
                    "If this is no citation, write `\\[`."
                )
                yield item.document.problem(
                    "citation-unclear",
                    "This citation cannot be read.",
                    citation.line,
                    citation.column,
                    citation.end - citation.start,
                    hint,
                )
