"""Links, pictures and comments in prose: found at their very characters, never in code."""

import pytest

from psychoed.model.body import Comment, Link
from psychoed.source.prose import structure


def found(text: str) -> list[tuple[str, str, str]]:
    """(the whole as it stands, what is read, the target) of each link."""
    return [
        (text[mark.start : mark.end], text[mark.text_start : mark.text_end], mark.target)
        for mark in structure(text).marks
        if isinstance(mark, Link)
    ]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("See [one](a/b) and [two](c).", [("[one](a/b)", "one", "a/b"), ("[two](c)", "two", "c")]),
        ("- x\n  - see [one](a)\n", [("[one](a)", "one", "a")]),
        ("> quoted\n> [one](a)\n", [("[one](a)", "one", "a")]),
        ("| a | b |\n|---|---|\n| [x](y) | [x](y) |\n", [("[x](y)", "x", "y"), ("[x](y)", "x", "y")]),
        ("# A [heading](a)\n", [("[heading](a)", "heading", "a")]),
        ("`[no](a)` [yes](b)", [("[yes](b)", "yes", "b")]),
        ("```\n[no](a)\n```\n", []),
        ('**[bold *and* more](a "title")**', [('[bold *and* more](a "title")', "bold *and* more", "a")]),
        ("[über\nzwei Zeilen](a) ende", [("[über\nzwei Zeilen](a)", "über\nzwei Zeilen", "a")]),
        ("[later][ref]\n\n[ref]: a/b\n", [("[later][ref]", "later", "a/b")]),
        ("<https://example.org>", []),
    ],
)
def test_links_stand_where_they_stand(text: str, links: list[tuple[str, str, str]]) -> None:
    assert found(text) == links


def test_cells_with_the_same_link_are_two_places() -> None:
    marks = structure("| a | b |\n|---|---|\n| [x](y) | [x](y) |\n").marks
    assert len({mark.start for mark in marks}) == 2


def test_a_picture_in_a_link_is_both() -> None:
    text = "[![alt](p.png)](a)"
    assert found(text) == [(text, "![alt](p.png)", "a"), ("![alt](p.png)", "alt", "p.png")]


@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("one <!-- two --> three", ["<!-- two -->"]),
        ("<!-- one\n\ntwo -->\n\nthree", ["<!-- one\n\ntwo -->"]),
        ("`<!-- code -->`", []),
        ("<div>\n<!-- in HTML -->\n</div>\n", ["<!-- in HTML -->"]),
        ("text\n\n[ref]: a/b\n", ["[ref]: a/b\n"]),
    ],
)
def test_comments_and_definitions_are_found_whole(text: str, comments: list[str]) -> None:
    marks = structure(text).marks
    assert [text[mark.start : mark.end] for mark in marks if isinstance(mark, Comment)] == comments
