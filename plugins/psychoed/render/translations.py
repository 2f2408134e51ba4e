"""The same page in the other languages of the clinic's site."""

import posixpath

from psychoed.model.item import Item
from psychoed.model.library import Edition


def translations(item: Item, edition: Edition) -> list[Item]:
    """The item in each other language that the clinic names, in the clinic's order."""
    library = edition.library
    others = [code for code in library.clinic.languages if code != item.language]
    found = [library.items.get((item.id, code)) for code in others]
    return [one for one in found if one and not one.broken and one.in_edition(edition.name)]


def way_to(item: Item, other: Item, edition: Edition) -> str:
    """The way from the page of an item to that of its translation, on a server and on a disk alike."""
    here, there = (f"{edition.library.folder(one.language)}{one.id}.html" for one in (item, other))
    return posixpath.relpath(there, posixpath.dirname(here) or ".")
