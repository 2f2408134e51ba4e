"""The example of a docstring, read and ready to be drawn: one way for the manual and for the tests."""

from pathlib import Path

from psychoed.model.docstring import docstring
from psychoed.model.document import Document
from psychoed.model.item import Item
from psychoed.source.page import read_page

_HEAD = "---\ntitle: Example\nmessage: An example.\naudience: [client]\n---\n\n"


def example_of(thing: type) -> str:
    """All examples of a thing's docstring as one text; empty where it has none."""
    return "\n".join(docstring(thing).examples)


def read_example(text: str, id: str = "worksheets/example") -> Item:
    """The page that an example is, or the sheet on which it stands where it has no head of its own.

    `id` says which kind of page it is; the ids of its fields begin with the last part of it.
    """
    path = f"{id}.md"
    whole = text if text.startswith("---\n") or not id.startswith("worksheets/") else _HEAD + text
    return read_page(Document(path, Path(path), whole), path, "en")
