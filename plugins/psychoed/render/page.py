"""An item as a page of a site: its title, what it is, its text, and where to go from it."""

import json
from typing import Any

from markupsafe import escape

from psychoed.model.clinic import Words, in_language
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import Addresses, PageAddresses
from psychoed.render.lower import escape_markdown, lower


def page(item: Item, edition: Edition, pdf: str | None = None) -> str:
    """The Markdown of the whole page. `pdf` is the path of its PDF in the site, if there is one."""
    addresses = PageAddresses(edition)
    parts = [
        f"# {escape_markdown(item.title)}" if item.head.title or item.broken else "",
        "" if item.broken else about(item, edition),
        "" if item.broken or pdf is None else _print_link(item, edition, addresses, pdf),
        lower(item, edition, addresses).strip("\n"),
        "" if item.broken else related(item, edition, addresses),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def about(item: Item, edition: Edition) -> str:
    """How long it takes and who reviewed it, in one line."""
    if item.kind == "page":
        return ""
    minutes = getattr(item.head, "minutes", None)
    words = [edition.strings("sheet.about_minutes", minutes=minutes)] if minutes else []
    return f'<p class="psychoed-about">{escape(" ".join([*words, review_line(item, edition)]))}</p>'


def _print_link(item: Item, edition: Edition, addresses: Addresses, pdf: str) -> str:
    link = (
        f"[{edition.strings('sheet.print')}]({addresses.to_file(item, pdf)}){{ .md-button .psychoed-print }}"
    )
    return f"{edition.strings('sheet.fill')}\n\n{link}"


def related(item: Item, edition: Edition, addresses: Addresses) -> str:
    """The list of what the head relates to, in Markdown, by kind and in the author's order."""
    groups = []
    for relation in item.head.relations:
        ids = [id for id in getattr(item.head, relation) if id in edition.items and id != item.id]
        if ids:
            entries = [
                f"- [{escape_markdown(edition.items[id].title)}]({addresses.to_item(item, id)})" for id in ids
            ]
            groups.append(f"**{edition.strings(f'related.{relation}')}**\n\n" + "\n".join(entries))
    return "\n\n".join([f"## {edition.strings('related.title')}", *groups]) if groups else ""


def review_line(item: Item, edition: Edition) -> str:
    """Who reviewed it, or that nobody has."""
    review = item.head.review
    if review is None:
        return edition.strings("review.none")
    return edition.strings(
        "review.by", by=review.by, credential=review.credential, date=review.date.isoformat()
    )


def head(item: Item) -> dict[str, Any]:
    """The head that a host needs: its own keys, and what a template asks for. No other key is handed on."""
    keys: dict[str, Any] = dict(item.host_head)
    keys["title"] = item.title
    if item.head.message and not item.broken:
        keys.setdefault("description", item.head.message)
    if item.controls and not item.broken:
        keys["psychoed_form"] = True
    return keys


def file_text(item: Item, edition: Edition, pdf: str | None = None) -> str:
    """The page as a Markdown file with its head: what a host reads instead of the source."""
    keys = "".join(f"{key}: {json.dumps(value, default=str)}\n" for key, value in head(item).items())
    return f"---\n{keys}---\n\n{page(item, edition, pdf)}"


def menu(edition: Edition) -> list[dict[str, Any]]:
    """The menu made from the topics, in the clinic's order: `[{title: [path, …]}]`, the home page first."""
    titles = edition.library.clinic.menu
    groups: dict[str, list[str]] = {topic: [] for topic in titles}
    loose = []
    for item in sorted(edition.items.values(), key=lambda one: (_KIND_ORDER.get(one.kind, 9), one.title)):
        if item.id == "index":
            continue
        if item.head.topic:
            groups.setdefault(item.head.topic, []).append(f"{item.id}.md")
        else:
            loose.append(f"{item.id}.md")
    entries: list[dict[str, Any]] = [
        {_topic_title(topic, titles.get(topic, ""), edition): paths}
        for topic, paths in groups.items()
        if paths
    ]
    if loose:
        entries.append({edition.strings("topic.other"): loose})
    home = edition.items.get("index")
    return [{home.title: "index.md"}, *entries] if home else entries


def _topic_title(topic: str, written: Words, edition: Edition) -> str:
    """As the clinic wrote it, else as the language has it, else made from the id."""
    words = edition.strings.words.get(f"topic.{topic}", topic.replace("-", " ").capitalize())
    return in_language(written, edition.language) or words


_KIND_ORDER = {
    kind: n for n, kind in enumerate(("guide", "pattern", "skill", "practice", "family", "worksheet"))
}
