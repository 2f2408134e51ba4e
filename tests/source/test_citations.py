"""Citations in prose: found at their very characters, told from links, never in code."""

import pytest

from psychoed.model.body import Citation, Link
from psychoed.source.prose import structure


def found(text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """(the whole as it stands, (key, locator) of each work) of each citation."""
    return [
        (text[mark.start : mark.end], [(cite.key, cite.locator) for cite in mark.cites])
        for mark in structure(text).marks
        if isinstance(mark, Citation)
    ]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("It may [@a2015].", [("[@a2015]", [("a2015", "")])]),
        ("[@a; @b, p. 3]", [("[@a; @b, p. 3]", [("a", ""), ("b", "p. 3")])]),
        ("[@van-x2015:b, pp. 3-5, 7]", [("[@van-x2015:b, pp. 3-5, 7]", [("van-x2015:b", "pp. 3-5, 7")])]),
        ("[@a] and [@b]", [("[@a]", [("a", "")]), ("[@b]", [("b", "")])]),
        ("> quoted\n> [@a;\n> @b]\n", [("[@a;\n> @b]", [("a", ""), ("b", "")])]),
        ("- x\n  - see **this [@a]**\n", [("[@a]", [("a", "")])]),
        ("| a | b |\n|---|---|\n| [@a] | [@b] |\n", [("[@a]", [("a", "")]), ("[@b]", [("b", "")])]),
        ("# A heading [@a]\n", [("[@a]", [("a", "")])]),
        # Code, escapes, links and addresses are none.
        ("`[@a]` and ``[@b]``", []),
        ("```\n[@a]\n```\n", []),
        ("    [@a]\n", []),
        ("\\[@a]", []),
        ("[@a](b)", []),
        ("![@a](b.png)", []),
        ("[me@example.org] and me@example.org and @someone", []),
        # These are meant as citations and cannot be read.
        ("[@]", [("[@]", [])]),
        ("[@a b]", [("[@a b]", [])]),
        ("[@a, @b]", [("[@a, @b]", [])]),
        ("[@a;]", [("[@a;]", [])]),
        ("[@a,]", [("[@a,]", [])]),
        ("[see @a]", [("[see @a]", [])]),
        ("[one [@a] two](b)", [("[@a]", [])]),
    ],
)
def test_citations_stand_where_they_stand(text: str, citations: list[object]) -> None:
    assert found(text) == citations


def test_each_key_knows_its_line_and_column() -> None:
    marks = structure("One.\n\n> Two [@a;\n>   @b, p. 3] and [@c].\n").marks
    citations = [mark for mark in marks if isinstance(mark, Citation)]
    assert [(mark.line, mark.column) for mark in citations] == [(3, 7), (4, 19)]
    places = [(cite.key, cite.line, cite.column) for mark in citations for cite in mark.cites]
    assert places == [("a", 3, 9), ("b", 4, 6), ("c", 4, 21)]


def test_a_link_in_brackets_beside_it_is_still_a_link() -> None:
    marks = structure("[one](a) [@b] [two](c)").marks
    assert [type(mark) for mark in marks] == [Link, Citation, Link]
