"""A link to nothing."""

import posixpath
from collections.abc import Iterator

from psychoed.model.item import Item
from psychoed.model.library import Library, links
from psychoed.model.problem import Problem, did_you_mean
from psychoed.model.protocols import Rule


class LinkMissing(Rule):
    """A link or picture in the text leads to nothing.

    A link is written with the id of an item, `[Grounding](skills/grounding)`, or with the path of a file
    that lies beside the pages.

    Bad: `[Grounding](skills/groundng)`. Good: `[Grounding](skills/grounding)`.
    """

    def check(self, item: Item, library: Library) -> Iterator[Problem]:
        """One problem for each address within the site that nothing has."""
        for link in links(item.body):
            path = link.target.partition("#")[0]
            if not path or ":" in path.partition("/")[0] or path.startswith("//"):
                continue
            near = posixpath.normpath(posixpath.join(posixpath.dirname(item.id), path))
            if path in library.pictures or near in library.pictures or library.find(path, item):
                continue
            what = f"There is no {'picture' if link.picture else 'page or file'} `{path}`."
            known = library.pictures if link.picture else library.ids
            yield item.document.problem(
                "link-missing",
                what,
                link.line,
                link.column,
                link.end - link.start,
                hint=did_you_mean(path, known),
            )
