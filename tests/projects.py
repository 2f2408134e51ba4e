"""Small projects, written for one test."""

import json
from pathlib import Path
from typing import Any

from psychoed.model.library import Library
from psychoed.source.reader import Reader

HEAD: dict[str, Any] = {"message": "One message.", "topic": "past", "audience": ["client"]}
SKILL = {"not_for": "Nobody.", "stop_if": "It hurts."}


def write_item(project: Path, id: str, text: str = "Text.", language: str = "", **keys: Any) -> None:
    """One page with a head that is whole; its title is the last part of its id unless another is given."""
    folder = project if id.startswith("worksheets/") else project / "docs"
    file = folder / f"{id}{language and '.'}{language}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    more = SKILL if id.startswith(("skills/", "practices/")) else {}
    head = {"title": id.rpartition("/")[2], **HEAD, **more, **keys}
    lines = "".join(f"{key.rstrip('_')}: {json.dumps(value)}\n" for key, value in head.items())
    file.write_text(f"---\n{lines}---\n\n{text}\n", "utf-8")


def read_clean(project: Path, clinic: str = "languages: [en, es]\n") -> Library:
    """The library of the project, whose files can all be read. What the rules say of them is another matter."""
    (project / "clinic.yml").write_text(clinic, "utf-8")
    library = Reader(project / "clinic.yml").read()
    assert library.problems == ()
    return library
