"""Gestures: what an author writes, and the fields that it becomes."""

from dataclasses import asdict
from pathlib import Path

import pytest

from psychoed.model.body import controls
from psychoed.model.control import Area, Choice, Grid, Line, names
from psychoed.model.document import Document
from psychoed.source.body import Body, read_body


def read(text: str, language: str = "en") -> Body:
    return read_body(Document("worksheets/a.md", Path("a.md"), text), 1, sheet=True, language=language)


def one(text: str, language: str = "en") -> Line | Area | Choice | Grid:
    body = read(text, language)
    assert body.problems == []
    (found,) = controls(body.nodes)
    assert isinstance(found, Line | Area | Choice | Grid)
    return found


def labels(text: str, language: str = "en") -> list[tuple[str, str]]:
    body = read(text, language)
    assert body.problems == []
    return [
        (name, getattr(control, "label", "")) for control in controls(body.nodes) for name in names(control)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I feel ____ today.", [("i_feel", "I feel (blank) today.")]),
        (
            "I feel ____ when ____{#trigger}. I need ____.",
            [
                ("i_feel", "I feel (blank 1 of 2) when …."),
                ("trigger", "I feel … when (blank 2 of 2)."),
                ("i_need", "I need (blank)."),
            ],
        ),
        (
            "It is (____), or *not* ____?",
            [("it_is", "It is ((blank 1 of 2)), or not …?"), ("or_not", "It is (…), or not (blank 2 of 2)?")],
        ),
        ("- go to ____\n- call ____\n", [("go_to", "go to (blank)"), ("call", "call (blank)")]),
        ("`____` and [a ____](b) and a____b and ___", []),
        ("\\_\\_\\_\\_ is text", []),
    ],
)
def test_blanks_in_a_sentence(text: str, expected: list[tuple[str, str]]) -> None:
    assert labels(text) == expected


def test_blanks_are_spoken_in_the_language_of_the_page() -> None:
    assert labels("Siento ____ y ____.", "es")[0] == ("siento", "Siento (espacio 1 de 2) y ….")


def test_more_underscores_are_a_longer_line() -> None:
    assert [one("I ____.").length, one(f"I {'_' * 20}.").length] == ["short", "medium"]  # type: ignore[union-attr]


def test_lines_to_write_on_take_the_question_above() -> None:
    line = one("What happened?\n\n____\n")
    assert isinstance(line, Line)
    assert (line.name, line.label, line.quiet) == ("what_happened", "What happened?", False)
    area = one("What happened? {#scene}\n\n____\n____\n____\n")
    assert isinstance(area, Area)
    assert (area.name, area.label, area.rows) == ("scene", "What happened?", 3)


def test_a_heading_stays_a_heading_and_is_spoken_as_the_question() -> None:
    area = one("## What happened?\n\n____\n____\n")
    assert isinstance(area, Area)
    assert area.quiet
    assert read("## What happened?\n\n____\n").headings[0].text == "What happened?"


def test_a_question_with_a_link_stays_where_it_is() -> None:
    line = one("What is [this](skills/x)?\n\n____\n")
    assert line.label == "What is this?"
    assert line.quiet


def test_a_question_in_front_of_a_block_stays_outside() -> None:
    body = read("What is it?\n\n/// aside\n- [ ] one\n- [ ] two\n///\n")
    assert body.problems == []
    (choice,) = controls(body.nodes)
    assert isinstance(choice, Choice)
    assert (choice.label, choice.quiet) == ("What is it?", True)


def test_boxes() -> None:
    choice = one(
        "My signs {#signs}\n\n- [ ] racing heart\n- [ ] **tight** chest {#chest}\n- [ ] other: ____\n"
    )
    assert isinstance(choice, Choice)
    assert (choice.name, choice.label, choice.many) == ("signs", "My signs", True)
    assert [(option.value, option.label) for option in choice.options] == [
        ("racing_heart", "racing heart"),
        ("chest", "tight chest"),
        ("other", "other"),
    ]
    assert list(names(choice)) == ["signs_racing_heart", "signs_chest", "signs_other", "signs_other_text"]


def test_one_choice() -> None:
    choice = one("What do I need?\n\n- ( ) comfort\n- ( ) space\n")
    assert isinstance(choice, Choice)
    assert not choice.many
    assert list(names(choice)) == ["what_do_i_need"]


def test_a_table_to_write_in() -> None:
    grid = one(
        "My week {#week}\n\n| day | what happened | how strong {#strong} |\n|---|---|---|\n| Monday | | |\n| Tuesday {#tue} | ____ | none |\n| | | |\n"
    )
    assert isinstance(grid, Grid)
    assert grid.columns == ("day", "what happened", "how strong")
    assert list(names(grid)) == [
        "week_monday_what_happened", "week_monday_strong", "week_tue_what_happened",
        "week_row_3_what_happened", "week_row_3_strong",
    ]  # fmt: skip
    assert grid.rows[1].cells[1] == "none"
    assert grid.rows[2].cells[0].label == "row 3, what happened"  # type: ignore[union-attr]


def test_a_table_with_no_empty_cell_is_prose() -> None:
    assert labels("Text\n\n| a | b |\n|---|---|\n| c | d |\n") == []


def test_names_from_the_same_words_are_told_apart() -> None:
    assert [name for name, _ in labels("I feel ____.\n\nI feel ____.\n\nI feel ____.")] == [
        "i_feel",
        "i_feel_2",
        "i_feel_3",
    ]


@pytest.mark.parametrize(
    "code", ["```\n____\n- [ ] x\n```", "    ____", "<!-- ____ -->", "<div>\n____\n</div>"]
)
def test_code_and_html_hold_no_field(code: str) -> None:
    assert labels(f"Question\n\n{code}\n") == []


def test_fields_outside_sheets_are_text() -> None:
    body = read_body(
        Document("docs/a.md", Path("a.md"), "I feel ____.\n\n- [ ] x\n"), 1, sheet=False, language="en"
    )
    assert controls(body.nodes) == []
    assert asdict(body)["problems"] == []
