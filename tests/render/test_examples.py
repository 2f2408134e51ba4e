"""Every field and block draws the example of its own docstring: the manual cannot lie."""

import os
import re
import textwrap
from pathlib import Path

import pytest

from psychoed.model.document import Document
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.registry import catalogue
from psychoed.render.addresses import PageAddresses
from psychoed.render.lower import lower
from psychoed.source.body import read_body
from psychoed.source.reader import Reader
from tests.conftest import REPOSITORY

THINGS = [(name, word) for name in ("fields", "blocks") for word in catalogue(name)]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Reader(REPOSITORY / "clinic.yml").read().edition("therapist", "en")


@pytest.mark.parametrize(("name", "word"), THINGS)
def test_the_example_is_drawn_as_before(name: str, word: str, edition: Edition) -> None:
    docstring = catalogue(name)[word].__doc__ or ""
    examples = re.findall(r"```markdown\n(.*?)```", textwrap.dedent(f"    {docstring}"), re.S)
    assert examples, f"the docstring of `{word}` has no example"
    text = "\n".join(map(textwrap.dedent, examples))
    document = Document("worksheets/example.md", Path("example.md"), text)
    body = read_body(document, 1, sheet=True, language="en")
    assert body.problems == []
    head = catalogue("kinds")["worksheet"].model_construct()
    item = Item("worksheets/example", "en", "worksheet", document, head, body=body.nodes)
    drawn = lower(item, edition, PageAddresses(edition))
    golden = Path(__file__).parent / "examples" / f"{word}.html"
    if os.environ.get("PSYCHOED_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, "utf-8")
    assert drawn == golden.read_text("utf-8")
