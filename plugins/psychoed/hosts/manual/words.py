"""What a key takes, in words: the table of a model's keys, made from its JSON Schema."""

import json
from collections.abc import Iterator
from typing import Any

from psychoed.source.schema import Schema

_PLAIN = {
    "string": ("text", "texts"),
    "integer": ("a whole number", "whole numbers"),
    "number": ("a number", "numbers"),
    "boolean": ("true or false", "true or false"),
    "array": ("a list", "lists"),
    "object": ("keys with values", "groups of keys"),
}


def tables(schema: Schema) -> str:
    """The table of the keys in Markdown, and one more for each group of keys within it."""
    inner = schema.get("$defs", {})
    parts = [_table(schema, inner)]
    parts += [
        f"What stands in `{key}`:\n\n{_table(one, inner)}" for key, one in _groups(schema, inner, set())
    ]
    return "\n\n".join(parts)


def in_words(schema: Schema, inner: Schema, many: bool = False) -> str:
    """`a whole number, 1 to 20`. `inner` are the schemas that others refer to; `many` speaks of several."""
    schema = _meant(schema, inner)
    if "anyOf" in schema:
        found = [in_words(one, inner, many) for one in schema["anyOf"] if one.get("type") != "null"]
        return ", or ".join(dict.fromkeys(found))
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return ("some of " if many else "one of ") + ", ".join(f"`{one}`" for one in schema["enum"])
    if schema.get("format") == "date":
        return "dates" if many else "a date, such as 2026-05-31"
    if "pattern" in schema:
        return "small letters, digits and `_`, beginning with a letter"
    if schema.get("type") not in _PLAIN:
        return "anything"
    return _PLAIN[schema["type"]][many] + _bounds(schema, inner)


def _bounds(schema: Schema, inner: Schema) -> str:
    """How large it may be, and what a list is made of."""
    if schema["type"] == "array":
        entries: Schema = schema.get("items") or next(iter(schema.get("prefixItems", [])), {})
        least, most = schema.get("minItems", 0), schema.get("maxItems")
        count = f"{most} " if least == most else ""
        limits = "" if count else _limits(least or None, most)
        return f" of {count}{in_words(entries, inner, many=True)}{limits}" if entries else limits
    return _limits(schema.get("minimum"), schema.get("maximum"))


def _limits(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return f", {least} to {most}"
    if least is not None:
        return f", at least {least}"
    return "" if most is None else f", at most {most}"


def _table(schema: Schema, inner: Schema) -> str:
    needed = set(schema.get("required", ()))
    # What must be there comes first: it is all that a hurried author reads.
    ordered = sorted(schema.get("properties", {}).items(), key=lambda entry: entry[0] not in needed)
    rows = ["| Key | Meaning | Takes | Left out |", "|---|---|---|---|"]
    for key, one in ordered:
        left_out = "**needed**" if key in needed else _default(one.get("default"))
        cells = (f"`{key}`", one.get("description", ""), in_words(one, inner), left_out)
        rows.append("| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |")
    # A phone shows each row as a card: four columns would have to be pushed sideways.
    return '<div class="psychoed-keys" markdown="1">\n\n' + "\n".join(rows) + "\n\n</div>"


def _default(value: Any) -> str:
    """What counts where the key is not written."""
    if value in (None, "", [], {}):
        return "nothing"
    if isinstance(value, list):
        return ", ".join(f"`{one}`" for one in value)
    return f"`{value}`" if isinstance(value, str) else f"`{json.dumps(value)}`"


def _groups(schema: Schema, inner: Schema, seen: set[str]) -> Iterator[tuple[str, Schema]]:
    """Every key below which other keys stand, with their schema, outer ones first."""
    for key, one in schema.get("properties", {}).items():
        for name in _names(one):
            if name not in seen and "properties" in inner.get(name, {}):
                seen.add(name)
                yield key, inner[name]
                yield from _groups(inner[name], inner, seen)


def _names(schema: Schema) -> Iterator[str]:
    """The names that a schema refers to, at whatever depth."""
    if "$ref" in schema:
        yield schema["$ref"].rpartition("/")[2]
    for one in (schema.get("items"), *schema.get("prefixItems", ()), *schema.get("anyOf", ())):
        if one:
            yield from _names(one)


def _meant(schema: Schema, inner: Schema) -> Schema:
    """The schema itself, or the one it refers to."""
    return inner[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
