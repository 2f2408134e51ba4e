"""A section that pages of this kind have, and this one has not."""

from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.model.problem import Problem, Severity
from psychoed.model.protocols import Rule


class SectionMissing(Rule):
    """A page lacks a section that every page of its kind has, or has them in another order.

    Readers who know one pattern page find their way on the next; a skill without "When not to use it" could
    harm. The headings are those of the page's language.

    Bad: a skill whose text begins with `## Try this`. Good: `## In short`, `## Steps`, and so on.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for what is missing, or one for the order."""
        if item.broken:
            return
        strings = library.languages[item.language]
        wanted = [strings(f"section.{section}") for section in item.head.sections]
        there = [words for level, words in item.headings if level == 2 and words in wanted]
        missing = [words for words in wanted if words not in there]
        if missing:
            names = ", ".join(f"`## {words}`" for words in missing)
            what = f"This {item.kind} lacks {names}."
            hint = f"A {item.kind} has, in this order: {', '.join(wanted)}."
            yield item.document.problem("section-missing", what, hint=hint, severity=Severity.WARNING)
        elif there != wanted:
            what = f"The sections of this {item.kind} stand in another order."
            hint = f"The order is: {', '.join(wanted)}."
            yield item.document.problem("section-order", what, hint=hint, severity=Severity.WARNING)
