"""An item as a page of a site: its title, what it is, its text, where to go from it, how well it is known."""

import json
from typing import Any

from psychoed.model.clinic import Words, in_language
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import Addresses, PageAddresses
from psychoed.render.json_ld import page_head
from psychoed.render.lower import lower
from psychoed.render.prose import escape_markdown
from psychoed.render.references import references_page, sources
from psychoed.render.related import draw_related
from psychoed.render.review import about, review_box


def page(item: Item, edition: Edition, pdf: str | None = None) -> str:
    """The Markdown of the whole page. `pdf` is the path of its PDF in the site, if there is one."""
    addresses = PageAddresses(edition)
    title = f"# {escape_markdown(item.title)}" if item.head.title or item.broken else ""
    text = lower(item, edition, addresses).strip("\n")
    parts = [title, text]
    if not item.broken:
        parts = [
            title,
            about(item, edition),
            _print_link(item, edition, addresses, pdf) if pdf else "",
            text,
            draw_related(item, edition, addresses),
            sources(edition.sources(item), edition),
            review_box(item, edition),
        ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _print_link(item: Item, edition: Edition, addresses: Addresses, pdf: str) -> str:
    link = (
        f"[{edition.strings('sheet.print')}]({addresses.to_file(item, pdf)}){{ .md-button .psychoed-print }}"
    )
    return f"{edition.strings('sheet.fill')}\n\n{link}"


def head(item: Item, edition: Edition) -> dict[str, Any]:
    """The head that a host needs: its own keys, and what a template asks for. No other key is handed on."""
    keys: dict[str, Any] = dict(item.host_head)
    keys["title"] = item.title
    if item.head.message and not item.broken:
        keys.setdefault("description", item.head.message)
    if item.controls and not item.broken:
        keys["psychoed_form"] = True
    if html := page_head(item, edition):
        keys["psychoed_head"] = html
    return keys


def file_text(item: Item, edition: Edition, pdf: str | None = None) -> str:
    """The page as a Markdown file with its head: what a host reads instead of the source."""
    # JSON escapes what lies beyond 16 bits as two halves, which YAML takes for two characters.
    keys = "".join(
        f"{key}: {json.dumps(value, default=str, ensure_ascii=False)}\n"
        for key, value in head(item, edition).items()
    )
    return f"---\n{keys}---\n\n{page(item, edition, pdf)}"


def generated_texts(edition: Edition) -> dict[str, str]:
    """The pages that are made from the others: path, and the Markdown file with its head."""
    if "references" not in edition.generated:
        return {}
    title = json.dumps(edition.strings("references.title"))
    return {"references.md": f"---\ntitle: {title}\n---\n\n{references_page(edition)}"}


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
    loose.extend(f"{id}.md" for id in sorted(edition.generated))
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
