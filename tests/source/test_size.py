"""Reading takes steps in proportion to the text: a quadratic place would hang here instead of failing."""

from pathlib import Path

import pytest

from psychoed.model.document import Document
from psychoed.source.page import read_page

HEAD = "---\ntitle: A sheet\nmessage: One message.\naudience: [client]\n---\n\n"


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("I feel ____.\n\n", 8000),
        ("What?\n\n____\n\n", 5000),
        ("- [ ] same\n", 10_000),
        ("[a](b)\n", 5000),
        ("[a](b)\n\n", 5000),
        ("/// lines | What?\n///\n\n", 1000),
    ],
    ids=lambda one: str(one).split("\n")[0],
)
def test_much_of_the_same(text: str, times: int) -> None:
    item = read_page(
        Document("worksheets/a.md", Path("a.md"), f"{HEAD}What?\n\n{text * times}"), "worksheets/a.md", "en"
    )
    assert item.broken == ("____" in text or text.startswith(("-", "/")))


def test_a_table_of_equal_rows() -> None:
    table = "What?\n\n| a | b |\n|---|---|\n" + "| x | |\n" * 8000
    item = read_page(Document("worksheets/a.md", Path("a.md"), HEAD + table), "worksheets/a.md", "en")
    assert [one.rule for one in item.problems] == ["fields-too-many"]


def test_a_line_of_spaces() -> None:
    text = (" " * 9000 + "- a\n") * 100
    assert read_page(Document("docs/a.md", Path("a.md"), HEAD + text), "a.md", "en").body
