"""Writes the manual as a folder that MkDocs with Material builds."""

import json
import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from psychoed.hosts.manual.pages import CATALOGUES, Pages
from psychoed.model.library import Edition
from psychoed.model.problem import Problem
from psychoed.registry import catalogue
from psychoed.render.prose import EXTENSIONS
from psychoed.source.schema import DATA


def write_manual(edition: Edition, target: Path) -> tuple[str, list[Problem]]:
    """Fills `target` with `docs/`, `overrides/` and `mkdocs.yml`. Returns what it wrote, and wrong examples.

    The folder is made anew beside its place and moved there whole.
    """
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    docs = part / "docs"
    pages = Pages(edition)
    with as_file(files("psychoed.hosts")) as hosts:
        shutil.copytree(hosts / "mkdocs" / "theme" / "assets", docs / "assets")
        shutil.copytree(hosts / "manual" / "theme", part / "overrides")
        settings = (hosts / "manual" / "mkdocs.yml").read_text("utf-8")
        written = dict(_pages(pages, hosts / "manual" / "pages"))
    for path, text in written.items():
        file = docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    # JSON is YAML too.
    settings += f"nav: {json.dumps(_menu(written))}\n"
    settings += (
        f"markdown_extensions: {json.dumps([{name: options} for name, options in EXTENSIONS.items()])}\n"
    )
    (part / "mkdocs.yml").write_text(settings, "utf-8")
    shutil.rmtree(target, ignore_errors=True)
    part.rename(target)
    return f"{len(written)} pages of the manual are in {target}.", pages.problems


def _pages(pages: Pages, by_hand: Path) -> Iterator[tuple[str, str]]:
    """Every page with its path. What is written by hand comes first."""
    for file in sorted(by_hand.rglob("*.md")):
        path = file.relative_to(by_hand).as_posix()
        yield path, pages.of_hand(path, file.read_text("utf-8"))
    for name in CATALOGUES:
        for word in catalogue(name):
            text = pages.of_kind(word) if name == "kinds" else pages.of_thing(name, word)
            yield f"{name}/{word}.md", text
    for name in DATA:
        yield f"files/{name}.md", pages.of_data(name)


def _menu(written: dict[str, str]) -> list[Any]:
    """The pages written by hand, in the order in which they are read; then the catalogues, by their words."""
    loose = ["gestures.md", "links.md", "editions.md", "mistakes.md", "editor.md"]
    parts: list[Any] = ["index.md", *(path for path in loose if path in written)]
    for name, title in CATALOGUES.items():
        own = [{word: f"{name}/{word}.md"} for word in catalogue(name)]
        # A name of its own: Material's `navigation.indexes` would leave the group without one.
        index = [{f"All {name}": f"{name}/index.md"}] if f"{name}/index.md" in written else []
        if own:
            parts.append({title: [*index, *own]})
    parts.append({"Files of the clinic": [f"files/{name}.md" for name in DATA]})
    parts.append("rules.md")
    return parts
