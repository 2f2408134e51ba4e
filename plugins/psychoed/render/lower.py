"""An item becomes the Markdown of a page: prose stays prose, fields become HTML, nothing else is left."""

import posixpath
import re
from collections.abc import Collection

from markupsafe import escape

from psychoed.model.body import BlockUse, Gesture, Link, Node, Prose
from psychoed.model.control import Line
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import Addresses
from psychoed.render.forms import draw, draw_template


def lower(item: Item, edition: Edition, addresses: Addresses) -> str:
    """The Markdown below the title of the item, as this edition shows it. A broken item says only that."""
    if item.broken:
        return draw_template("problem.html", strings=edition.strings).strip() + "\n"
    return lower_nodes(edition.body(item), item, edition, addresses) + "\n"


def lower_nodes(nodes: Collection[Node], item: Item, edition: Edition, addresses: Addresses) -> str:
    """The Markdown of some nodes, with an empty line between."""
    parts = []
    for node in nodes:
        if isinstance(node, Prose):
            parts.append(_prose(node, item, addresses).strip("\n"))
        elif isinstance(node, BlockUse):
            body = lower_nodes(node.children, item, edition, addresses)
            parts.append(node.block.lower(node.argument, body, edition))
        else:
            parts.extend(draw(item, control, edition) for control in node.controls)
    return "\n\n".join(part for part in parts if part)


def escape_markdown(text: str) -> str:
    """Text that Markdown must not read as markup."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", text)


def _prose(prose: Prose, item: Item, addresses: Addresses) -> str:
    """The text with its links led on and its comments gone."""
    pieces: list[str] = []
    at = 0

    def write(begin: int, end: int) -> None:
        """Everything between two characters, marks within it rewritten."""
        nonlocal at
        at = begin
        for mark in prose.marks:
            if mark.start < at or mark.end > end:
                continue
            pieces.append(prose.text[at : mark.start])
            if isinstance(mark, Link):
                _link(mark)
            elif isinstance(mark, Gesture):
                html = draw(item, mark.control, addresses.edition)
                inline = isinstance(mark.control, Line) and mark.control.inline
                pieces.append(html if inline else f"\n\n{html}\n\n")
            at = mark.end
        pieces.append(prose.text[at:end])
        at = end

    def _link(mark: Link) -> None:
        address = addresses.link(item, mark.target)
        if address is None and not mark.picture:
            write(mark.text_start, mark.text_end)
            return
        pieces.append("![" if mark.picture else "[")
        write(mark.text_start, mark.text_end)
        title = f' "{escape(mark.title)}"' if mark.title else ""
        address = address or posixpath.basename(mark.target)
        pieces.append(f"]({f'<{address}>' if re.search(r'[ ()]', address) else address}{title})")

    write(0, len(prose.text))
    return "".join(pieces)
