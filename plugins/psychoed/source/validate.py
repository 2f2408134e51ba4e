"""Holds what was read against the annotations of a model, and tells what differs in an author's words."""

from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from psychoed.model.checked import Checked
from psychoed.model.document import Document
from psychoed.model.problem import Problem, did_you_mean
from psychoed.source.yaml import Data, Place

Model = TypeVar("Model", bound=Checked)

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
    "float_type": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "date_type": "a date, such as 2026-05-31",
    "date_parsing": "a date, such as 2026-05-31",
    "date_from_datetime_parsing": "a date, such as 2026-05-31",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dict_type": "keys with values",
    "mapping_type": "keys with values",
}


def validate(
    model: type[Model], data: Data, document: Document, what: str, word: str, place: Place
) -> tuple[Model | None, list[Problem]]:
    """The checked value, or None and every problem with it.

    `what` names the whole in a sentence ("`scale`", "the head"), `word` a key of it ("option", "key").
    `place` is where to point when a key is missing.
    """
    value = {} if data.value is None else data.value
    if not isinstance(value, dict):
        hint = f"Write each {word} as `{word}: value` on a line of its own."
        return None, [
            document.problem(f"{word}-unreadable", f"{what} needs keys with values.", *place, hint=hint)
        ]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, list(_problems(model, error, data, document, what, word, place))


def _problems(
    model: type[Checked],
    error: ValidationError,
    data: Data,
    document: Document,
    what: str,
    word: str,
    place: Place,
) -> Iterator[Problem]:
    seen = set()
    for one in error.errors(include_url=False):
        path = _path(one, data)
        if path in seen and one["type"] != "missing":
            continue  # a union reports each of its branches
        seen.add(path)
        at = data.places.get(path, place)
        key = ".".join(str(part) for part in path if isinstance(part, str))
        if one["type"] == "extra_forbidden":
            hint = did_you_mean(str(path[-1]), _keys(model, path))
            yield document.problem(f"{word}-unknown", f"{what} has no {word} `{key}`.", *at, hint=hint)
        elif one["type"] == "missing":
            missing = ".".join(str(part) for part in one["loc"] if isinstance(part, str))
            at = data.places.get(tuple(one["loc"][:-1]), place)
            yield document.problem(
                f"{word}-missing", f"{what} needs `{missing}`.", *at, hint=f"Add `{missing}: …`."
            )
        else:
            wrong = f"`{key}` should be {_expected(one)}."
            yield document.problem(f"{word}-wrong", wrong, *at, hint=_how(one, key))


def _path(one: ErrorDetails, data: Data) -> tuple[str | int, ...]:
    """The longest beginning of the error's place that stands in the file (unions add parts of their own)."""
    path = tuple(one["loc"])
    while path and path not in data.places:
        path = path[:-1]
    return path or tuple(one["loc"])


def _keys(model: type[Checked], path: tuple[str | int, ...]) -> set[str]:
    """The keys that could stand where this path ends."""
    at: Any = model
    for part in path[:-1]:
        field = at.model_fields.get(part) if hasattr(at, "model_fields") else None
        inner = [] if field is None else [field.annotation, *get_args(field.annotation)]
        at = next(
            (one for one in inner if hasattr(one, "model_fields")), at if isinstance(part, int) else None
        )
    if not hasattr(at, "model_fields"):
        return set()
    return {field.alias or name for name, field in at.model_fields.items()}


def _expected(one: ErrorDetails) -> str:
    context = one.get("ctx", {})
    kind = one["type"]
    if kind == "wrong":
        return one["msg"]
    if kind in _EXPECTED:
        return _EXPECTED[kind]
    if kind == "literal_error":
        return f"one of {context['expected']}".replace("'", "`")
    if kind in {"greater_than_equal", "less_than_equal"}:
        bound = context["ge"] if kind == "greater_than_equal" else context["le"]
        return f"{'at least' if kind == 'greater_than_equal' else 'at most'} {bound}"
    if kind == "too_short":
        return f"a list of at least {context['min_length']}"
    if kind == "too_long":
        return f"a list of {context['max_length']}"
    if kind == "string_pattern_mismatch":
        return "small letters, digits and `_`, beginning with a letter"
    return one["msg"].removeprefix("Value error, ").removeprefix("Input should be ").lower()


def _how(one: ErrorDetails, key: str) -> str:
    """How to write what was meant, where that can be told from what stands there."""
    given = one["input"]
    if one["type"] == "wrong":
        return str(one.get("ctx", {}).get("hint", ""))
    if one["type"] == "tuple_type" and isinstance(given, str | int):
        return f"Write `{key}: [{given}]`."
    if one["type"] == "string_type" and isinstance(given, int | float):
        return f'Put it in quotes: `{key}: "{given}"`.'
    return ""
