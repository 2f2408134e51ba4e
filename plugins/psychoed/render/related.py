"""What an item belongs with: what its head names, and every item whose head names it."""

from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import Addresses
from psychoed.render.prose import escape_markdown

HEAVY = "heavy"
"""The group of what is too heavy to begin alone, whatever its kind."""

_ORDER = ("items", "skills", "practices", "worksheets", HEAVY, "patterns", "guides", "family")


def related(item: Item, edition: Edition) -> list[tuple[str, list[Item]]]:
    """The groups of items, each with its word: what can be done, behind it what is heavy, then the rest.

    In a group the author's own come first, in their order; then those that name this item, by title. Only
    items of this edition, each once. Pages of kind `page` gather others, so their links do not lead back.
    """
    own = [(relation, edition.library.now(target)) for relation, _, target in item.related]
    back = [(one.head.folder, one.id) for one in edition.named_by.get(item.id, ()) if one.head.folder]
    groups: dict[str, list[Item]] = {}
    seen = {item.id}
    for word, id in (*own, *back):
        if id in edition.items and id not in seen:
            seen.add(id)
            other = edition.items[id]
            # A packet keeps its own order: whoever put it together has thought of what is heavy.
            heavy = other.heavy and word != "items"
            groups.setdefault(HEAVY if heavy else word, []).append(other)
    order = {word: number for number, word in enumerate(_ORDER)}
    return sorted(groups.items(), key=lambda group: order.get(group[0], len(order)))


def draw_related(item: Item, edition: Edition, addresses: Addresses) -> str:
    """The groups as Markdown, under one heading; nothing where there are none."""
    words = edition.strings.words
    parts = []
    for word, items in related(item, edition):
        fallback = words.get(f"related.{word}", word.capitalize())
        title = words.get(f"related.{word}.{item.kind}", fallback)
        entries = "\n".join(_entry(item, other, edition, addresses) for other in items)
        parts.append(f"**{title}**\n\n{entries}")
    heading = words.get(f"related.title.{item.kind}", words["related.title"])
    return "\n\n".join([f"## {heading}", *parts]) if parts else ""


def _entry(near: Item, item: Item, edition: Edition, addresses: Addresses) -> str:
    link = f"[{escape_markdown(item.title)}]({addresses.to_item(near, item.id)})"
    return (
        f"- {link}, {edition.strings.minutes('time.minutes', item.minutes)}" if item.minutes else f"- {link}"
    )
