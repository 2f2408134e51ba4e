"""Every field and block draws the example of its own docstring: the manual cannot lie."""

import os
from pathlib import Path

import pytest

from psychoed.model.library import Edition
from psychoed.registry import catalogue
from psychoed.render.addresses import PageAddresses
from psychoed.render.examples import example_of, read_example
from psychoed.render.lower import lower
from psychoed.source.reader import Reader
from tests.conftest import REPOSITORY

THINGS = [(name, word) for name in ("fields", "blocks") for word in catalogue(name)]


@pytest.fixture(scope="module")
def edition() -> Edition:
    return Reader(REPOSITORY / "clinic.yml").read().edition("therapist", "en")


@pytest.mark.parametrize(("name", "word"), THINGS)
def test_the_example_is_drawn_as_before(name: str, word: str, edition: Edition) -> None:
    example = example_of(catalogue(name)[word])
    assert example, f"the docstring of `{word}` has no example"
    item = read_example(example)
    assert item.problems == ()
    drawn = lower(item, edition, PageAddresses(edition))
    golden = Path(__file__).parent / "examples" / f"{word}.html"
    if os.environ.get("PSYCHOED_UPDATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(drawn, "utf-8")
    assert drawn == golden.read_text("utf-8")
