"""A public link to what only therapists see."""

from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library, links
from psychoed.model.problem import Problem, Severity
from psychoed.model.protocols import Rule


class LinkHidden(Rule):
    """The public text of a page links to an item that only the therapist edition has.

    In the public edition the link becomes its bare text, which reads as if something were missing. Inside a
    `therapist` block such a link is fine.

    Bad: `See [how to introduce it](guides/for-therapists).` Good: the same inside `/// therapist`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each such link."""
        public = library.edition("public", item.language)
        if item.id not in public.items:
            return
        for link in links(public.body(item)):
            id = library.find(link.target, item)
            if id in library.ids and id not in library.public_ids:
                what = f"`{id}` is for therapists only: in the public edition this link is bare text."
                hint = "Put the sentence into a `/// therapist` block, or take the link out."
                width = link.end - link.start
                yield item.document.problem(
                    "link-hidden", what, link.line, link.column, width, hint, Severity.WARNING
                )
