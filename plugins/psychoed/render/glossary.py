"""Words of the glossary: on its own page, in the text of the others, and at the end of each.

A word is a button and its meaning a popover: both open by tap and key without a script. Where a browser knows
no popovers, and on paper, the meanings are a list at the end of the text.
"""

from dataclasses import replace

from markupsafe import escape

from psychoed.model.body import BlockUse, Node, Prose, TermUse
from psychoed.model.glossary import Term
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import Addresses
from psychoed.render.prose import escape_markdown

PLAIN = frozenset({"index", "guides/get-help"})
"""The home page and the help page lead on at once: nothing on them is there to be looked up."""


def explained(
    nodes: tuple[Node, ...], item: Item, edition: Edition
) -> tuple[tuple[Node, ...], list[TermUse]]:
    """The nodes with a mark at the first use of each term in running text, and those uses in their order.

    What the title names, the page itself explains.
    """
    glossary = edition.glossary
    if not glossary.terms or item.head.has_terms or item.id in PLAIN:
        return nodes, []
    known = {term for _, _, term, _ in glossary.uses(item.title, 0, len(item.title))}
    found: list[TermUse] = []

    def mark(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(map(one, nodes))

    def one(node: Node) -> Node:
        if isinstance(node, BlockUse) and node.block.explains_terms:
            return replace(node, children=mark(node.children))
        if not isinstance(node, Prose):
            return node
        uses = []
        for begin, end in node.running:
            for use in glossary.uses(node.text, begin, end):
                if use[2] not in known:
                    known.add(use[2])
                    uses.append(TermUse(*use))
        if not uses:
            return node
        found.extend(uses)
        marks = sorted([*node.marks, *uses], key=lambda one: (one.start, -one.end))
        return replace(node, marks=tuple(marks))

    return mark(nodes), found


def term_use(use: TermUse, words: str, addresses: Addresses) -> str:
    """The words as they stand in the sentence; on screen they can be tapped."""
    if not addresses.on_screen:
        return words
    return f'<button type="button" class="psychoed-term" popovertarget="{use.term.anchor}">{words}</button>'


def meanings(uses: list[TermUse], item: Item, addresses: Addresses) -> str:
    """What stands at the end of a text: its words and their meaning. Paper sheets have no room for them."""
    strings = addresses.edition.strings
    if not uses or (item.controls and not addresses.on_screen):
        return ""
    texts = [f"**{escape_markdown(use.name)}:** {escape_markdown(use.term.meaning)}" for use in uses]
    if not addresses.on_screen:
        return f"## {strings('glossary.words')}\n\n" + "\n".join(f"- {text}" for text in texts)
    glossary = addresses.to_item(item, addresses.edition.glossary.page)
    parts = [f'<p class="psychoed-meanings" data-search-exclude>{escape(strings("glossary.words"))}</p>']
    for use, text in zip(uses, texts, strict=True):
        # The focus goes to the meaning, so that it is spoken, and back to the word when it is closed.
        opening = (
            f'<div class="psychoed-meaning" id="{use.term.anchor}" popover="auto" role="dialog" '
            f'aria-label="{escape(use.name)}" tabindex="-1" autofocus data-search-exclude markdown="1">'
        )
        link = f"[{strings('glossary.all')}]({glossary}#{use.term.anchor})"
        parts.append(f"{opening}\n\n{text}\n\n{link}\n\n</div>")
    return "\n\n".join(parts)


def entry(term: Term, edition: Edition) -> str:
    """A term on the page of the glossary: the first line of a definition list in Markdown."""
    also = edition.strings("glossary.also", forms=", ".join(term.names[1:])) if term.names[1:] else ""
    forms = f' <span class="psychoed-forms">{escape(also)}</span>' if also else ""
    return f"{escape_markdown(term.names[0])}{forms} {{ #{term.anchor} }}"
