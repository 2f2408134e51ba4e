"""What a head or a data file may say, as JSON Schema: an editor offers the keys, explains and checks them.

The annotations that `validate` holds a text against are all there is: no key is described twice.
"""

from collections.abc import Mapping
from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from psychoed.model.checked import Checked
from psychoed.model.clinic import Clinic
from psychoed.model.docstring import docstring, meaning
from psychoed.model.help_lines import HelpLines
from psychoed.registry import catalogue
from psychoed.source.head import HOST_KEYS

Schema = dict[str, Any]

DATA: Mapping[str, tuple[str, type[Checked]]] = {
    "clinic": ("clinic.yml", Clinic),
    "help-lines": ("data/help-lines.yml", HelpLines),
}
"""The data files by the names of their schemas: where each lies, and what it holds."""


class _Generator(GenerateJsonSchema):
    """Titles that only repeat a key are left out; docstrings lose their line ends and examples."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        made = super().model_schema(schema)
        model = schema["cls"]
        made["description"] = "\n\n".join(docstring(model).paragraphs)
        for name, field in model.model_fields.items():
            if said := meaning(model, name):
                made["properties"][field.alias or name]["description"] = said
        return made


def schema(model: type[Checked]) -> Schema:
    """The JSON Schema (draft 2020-12) of one model, with its keys as authors write them."""
    return model.model_json_schema(schema_generator=_Generator)


def schemas() -> dict[str, Schema]:
    """Every schema by its name: one for the head of each kind, and those of the data files."""
    kinds = catalogue("kinds")
    found = {word: _head(schema(kinds[word])) for word in kinds}
    found |= {name: schema(model) for name, (_, model) in DATA.items()}
    return {name: {"$schema": GenerateJsonSchema.schema_dialect, **one} for name, one in found.items()}


def _head(made: Schema) -> Schema:
    """With the keys that are not ours, but handed on."""
    host = {key: {"description": "For the site generator: handed on as it is."} for key in sorted(HOST_KEYS)}
    return {**made, "properties": {**made["properties"], **host}}
