"""Writes the schemas that editors read."""

import json
from pathlib import Path

from psychoed.source.schema import schemas


def write_schemas(target: Path) -> str:
    """Writes each schema into the folder `target`, and says so. For `-` it returns them all as JSON."""
    found = schemas()
    if str(target) == "-":
        return json.dumps(found, indent=2, ensure_ascii=False)
    target.mkdir(parents=True, exist_ok=True)
    for name, schema in found.items():
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        (target / f"{name}.json").write_text(text, "utf-8")
    return f"{len(found)} schemas are in {target}."
