"""The schemas that editors read: as the program would write them today, and true of all content."""

import json
import os
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from psychoed.model.checked import Checked
from psychoed.registry import catalogue
from psychoed.source.files import read_text
from psychoed.source.head import read_head
from psychoed.source.reader import Reader
from psychoed.source.schema import DATA, schema, schemas
from psychoed.source.yaml import load
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "schemas"
MODELS = [
    *(catalogue(name)[word] for name in ("kinds", "fields", "blocks", "figures") for word in catalogue(name)),
    *(model for _, model in DATA.values()),
]


def plain(value: Any) -> Any:
    """As an editor reads it: dates are text."""
    return json.loads(json.dumps(value, default=str))


def wrong(name: str, value: Any) -> list[str]:
    checker = Draft202012Validator(schemas()[name], format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in checker.iter_errors(plain(value))]


def test_the_committed_schemas_are_those_of_today() -> None:
    if os.environ.get("PSYCHOED_UPDATE"):
        from psychoed.hosts.schemas import write_schemas

        write_schemas(FOLDER)
    committed = {file.stem: json.loads(file.read_text("utf-8")) for file in FOLDER.glob("*.json")}
    assert committed == schemas(), "run `psychoed schema`"


@pytest.mark.parametrize("name", [*schemas()])
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


def test_every_head_of_the_content_holds() -> None:
    found = {}
    items = Reader(REPOSITORY / "clinic.yml").read().items.values()
    for item in items:
        head = read_head(item.document)
        found[item.document.path] = wrong(item.kind, {**(head.data.value or {}), **head.host})
    assert len(found) == len(items) > 0
    assert {path: messages for path, messages in found.items() if messages} == {}


@pytest.mark.parametrize(("name", "path"), [(name, path) for name, (path, _) in DATA.items()])
def test_every_data_file_holds(name: str, path: str) -> None:
    document, _ = read_text(REPOSITORY / path, REPOSITORY)
    assert document is not None
    assert wrong(name, load(document, document.text).value) == []


SHEET = {"title": "A", "message": "B", "audience": ["client"]}


@pytest.mark.parametrize(
    ("more", "fits"),
    [
        ({}, True),
        ({"with": "therapist", "template": "home.html", "hide": ["toc"], "tags": ["x"]}, True),
        ({"review": {"by": "A", "credential": "B", "date": "2026-05-31"}}, True),
        ({"with_": "therapist"}, False),
        ({"with": "nobody"}, False),
        ({"mesage": "C"}, False),
        ({"audience": []}, False),
        ({"audience": "client"}, False),
        ({"minutes": "ten"}, False),
        ({"review": {"by": "A", "credential": "B", "date": "yesterday"}}, False),
        ({"evidence": {"level": "certain"}}, False),
    ],
)
def test_a_head_fits_or_does_not(more: dict[str, Any], fits: bool) -> None:
    assert (wrong("worksheet", SHEET | more) == []) is fits


def test_a_head_without_what_it_needs_does_not_fit() -> None:
    assert wrong("worksheet", {"title": "A"}) == [
        "'message' is a required property",
        "'audience' is a required property",
    ]


def test_an_editor_is_told_what_each_key_means() -> None:
    sheet = schemas()["worksheet"]["properties"]
    assert sheet["with"]["description"] == "`therapist` marks a sheet that is too heavy to begin alone."
    assert sheet["title"]["description"] == "The name of the page, in the readers' words."  # said by the base
    assert schema(catalogue("blocks")["help-lines"])["required"] == ["for"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_has_its_meaning_below_it(model: type[Checked]) -> None:
    made = schema(model)
    groups = [made, *made.get("$defs", {}).values()]
    silent = [
        key
        for group in groups
        for key, one in group.get("properties", {}).items()
        if not one.get("description")
    ]
    assert silent == [], "write a docstring below it"


def test_the_editor_is_wired_to_schemas_that_exist() -> None:
    settings = json.loads((REPOSITORY / ".vscode" / "settings.json").read_text("utf-8"))
    wired = {path: REPOSITORY / name for name, path in settings["yaml.schemas"].items()}
    assert wired == {path: FOLDER / f"{name}.json" for name, (path, _) in DATA.items()}
