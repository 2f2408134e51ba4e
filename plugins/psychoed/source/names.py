"""`worksheets/names.yml`: the names under which answers are saved, so that none gets lost unseen."""

from collections.abc import Mapping
from pathlib import Path

from psychoed.model.control import names
from psychoed.model.library import Library

_TOP = """\
# The names of the fields of every sheet: saved answers live by them. Written by `psychoed names`.
# A name that is gone from its sheet without `was:` is an error, for the answers saved under it would be lost.
"""


def current_names(library: Library) -> dict[str, list[str]]:
    """The names of each sheet by its id. Translations have those of their source."""
    language = library.clinic.languages[0]
    return {
        item.id: [name for control in item.controls for name in names(control)]
        for item in sorted(library.items.values(), key=lambda one: one.id)
        if item.language == language and item.controls and not item.broken
    }


def write_names(file: Path, found: Mapping[str, list[str]]) -> None:
    """Writes the file anew, one name a line, so that a change shows as a line."""
    parts = [f"{id}:\n" + "".join(f"  - {name}\n" for name in names) for id, names in found.items()]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(_TOP + "\n" + "\n".join(parts), "utf-8")
