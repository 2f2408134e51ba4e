"""Blocks in a text: what is one, what is not, and where each stands."""

from pathlib import Path

from psychoed.model.document import Document
from psychoed.source.blocks import RawBlock, RawProse, read_blocks


def tree(text: str, foreign: bool = False) -> object:
    """The blocks as nested lists, and the names of the problems."""
    read, problems, _ = read_blocks(Document("page.md", Path("page.md"), text), 1, foreign)

    def short(one: RawBlock | RawProse) -> object:
        if isinstance(one, RawProse):
            return "\n".join(one.lines).strip()
        return [one.word, one.line, one.end, *map(short, one.children)]

    return [*map(short, read)], [problem.rule for problem in problems]


def test_a_block_has_its_lines_and_its_text() -> None:
    assert tree("before\n\n/// aside | A title\ninside\n///\n\nafter") == (
        ["before", ["aside", 3, 5, "inside"], "after"],
        [],
    )


def test_more_slashes_hold_fewer() -> None:
    text = "//// therapist\none\n\n/// aside\ntwo\n///\n\nthree\n////"
    assert tree(text) == ([["therapist", 1, 9, "one", ["aside", 4, 6, "two"], "three"]], [])


def test_code_and_comments_hold_no_block() -> None:
    for text in (
        "```\n/// aside\n///\n```",
        "- one\n\n    ~~~\n    /// aside\n    ~~~",
        "<!--\n/// aside\n-->",
        "> ```\n> /// aside\n> ```",
        "    /// aside",
    ):
        assert tree(text) == ([text.strip()], []), text


def test_a_block_in_a_fence_that_closes_later_is_still_code() -> None:
    assert tree("````\n```\n/// aside\n````\n\n/// aside\n///") == (
        ["````\n```\n/// aside\n````", ["aside", 6, 7]],
        [],
    )


def test_blocks_of_other_extensions_stay_text_outside_sheets() -> None:
    text = "/// details | More\ntext\n///"
    assert tree(text, foreign=True) == ([text], [])
    assert tree(text) == ([["details", 1, 3, "text"]], [])


def test_what_is_not_closed_is_told_and_nothing_is_lost() -> None:
    assert tree("/// aside\none\n\n/// safety\ntwo\n///\nthree") == (
        [["aside", 1, 3, "one"], ["safety", 4, 6, "two"], "three"],
        ["block-unclosed"],
    )
