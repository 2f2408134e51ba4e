"""Citations in the text, the sources of a page, and the page of all references."""

import re
from collections.abc import Iterable

from markupsafe import escape

from psychoed.model.body import Citation
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import Addresses
from psychoed.render.apa import Drawn, draw, order, suffix_of
from psychoed.render.prose import escape_markdown


def cite(citation: Citation, item: Item, addresses: Addresses) -> str | None:
    """`([Fraley et al., 2015](#ref-fraley2015), p. 3)` in Markdown, or None where a reference is not there.

    APA orders what stands in one pair of brackets as in the list.
    """
    edition = addresses.edition
    references = edition.library.references
    if not citation.cites or any(one.key not in references for one in citation.cites):
        return None
    parts = []
    for one in sorted(citation.cites, key=lambda one: order(references[one.key])):
        text = escape_markdown(_drawn(one.key, edition).cited)
        address = addresses.link(item, f"#{anchor(one.key)}")
        linked = f"[{text}]({address})" if address else text
        locator = re.sub(r"(?<=\d)-(?=\d)", "–", one.locator)
        parts.append(f"{linked}, {escape_markdown(locator)}" if locator else linked)
    return f"({'; '.join(parts)})"


def sources(keys: Iterable[str], edition: Edition) -> str:
    """The section at the end of a page or sheet that lists these references, in Markdown."""
    entries = _entries(keys, edition)
    if not entries:
        return ""
    # Left out of the search: a title would lead to every page that cites the work.
    heading = f"## {edition.strings('references.sources')} {{ data-search-exclude }}"
    return f"{heading}\n\n{_list(entries)}"


def references_page(edition: Edition) -> str:
    """The Markdown of the page with everything that the edition stands on, and what stands on it."""
    strings = edition.strings
    entries = {}
    for key, text in _entries(edition.references, edition).items():
        pages = ", ".join(
            f"[{escape_markdown(edition.items[id].title)}]({id}.md)" for id in edition.references[key]
        )
        used = strings("references.used", pages=pages)
        entries[key] = f'{text} <span class="psychoed-reference-note">{used}</span>'
    return f"# {strings('references.title')}\n\n{strings('references.intro')}\n\n{_list(entries)}\n"


def anchor(key: str) -> str:
    """The id of an entry on its page."""
    return f"ref-{key}"


def _drawn(key: str, edition: Edition) -> Drawn:
    """A reference as this edition shows it: 2015b only where its readers see a 2015a too."""
    shown = {one: edition.library.references[one] for one in {**edition.references, key: ()}}
    kept = edition.library.cache and edition.library.cache / "references"
    suffix = suffix_of(key, shown, edition.strings, kept)
    return draw(shown[key], edition.strings, suffix, kept)


def _entries(keys: Iterable[str], edition: Edition) -> dict[str, str]:
    """Each entry with what we know of it, in Markdown, in the order of the list."""
    references = edition.library.references
    entries = {}
    for key in sorted(keys, key=lambda key: order(references[key])):
        listed = _drawn(key, edition).listed
        # HTML whose text must not be read as Markdown: titles and addresses have `_` and `*` of their own.
        text = "".join(
            part if part.startswith("<") else escape_markdown(part) for part in re.split(r"(<[^>]*>)", listed)
        )
        notes = " ".join(_notes(references[key].get("custom", {}), edition))
        entries[key] = (
            f'{text} <span class="psychoed-reference-note">{escape(notes)}</span>' if notes else text
        )
    return entries


def _notes(custom: dict[str, object], edition: Edition) -> list[str]:
    """What is not certain about an entry, in words."""
    strings = edition.strings
    notes = [
        strings(f"references.{name.replace('-', '_')}")
        for name in ("editors-incomplete", "title-incomplete")
        if custom.get(name)
    ]
    if custom.get("unverified"):
        notes.append(strings("references.unverified_part", part=custom["unverified"]))
    elif custom.get("verified") is False:
        notes.append(strings("references.unverified"))
    return notes


def _list(entries: dict[str, str]) -> str:
    rows = "\n".join(f'<li id="{anchor(key)}" markdown="1">{text}</li>' for key, text in entries.items())
    return f'<ul class="psychoed-references" markdown="1">\n{rows}\n</ul>'
