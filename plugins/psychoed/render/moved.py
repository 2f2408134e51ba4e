"""What stands at the address that an item once had: old links and bookmarks lead on."""

import posixpath
from collections.abc import Iterator

from psychoed.model.library import Edition
from psychoed.render.addresses import web_address
from psychoed.render.forms import draw_template


def moved_pages(edition: Edition) -> Iterator[tuple[str, str]]:
    """Path in the site and HTML of each such page. It needs no script, no server and no other file."""
    for old, id in edition.moved.items():
        address = posixpath.relpath(f"{id}.html", posixpath.dirname(old) or ".")
        html = draw_template(
            "moved.html",
            strings=edition.strings,
            item=edition.items[id],
            address=address,
            canonical=web_address(edition.items[id], edition) or address,
        )
        yield f"{old}.html", f"{html}\n"
