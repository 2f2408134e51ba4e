"""Terms of the glossary, and where running text stands: found at their very characters."""

from pathlib import Path

import pytest

from psychoed.model.body import Entry, Prose
from psychoed.model.document import Document
from psychoed.model.glossary import Glossary, Term
from psychoed.source.body import read_body
from psychoed.source.page import kind_of
from psychoed.source.prose import structure


def terms(text: str) -> list[Term]:
    body = read_body(Document("glossary.md", Path("glossary.md"), text), 1, False, "en", glossary=True)
    assert body.problems == []
    return [mark.term for node in body.nodes for mark in node.marks if isinstance(mark, Entry)]  # type: ignore[union-attr]


def glossary(*names: str) -> Glossary:
    return Glossary("glossary", tuple(Term(tuple(one.split("|")), "meaning", one, 1) for one in names))


def test_a_term_has_its_names_its_meaning_and_its_line() -> None:
    text = "Words.\n\nsecure base\nsecure bases\n: a person you\n  can *explore* from\n\nattaché (adults)\n:   [b](c)\n"
    assert terms(text) == [
        Term(("secure base", "secure bases"), "a person you can explore from", "term-secure_base", 3),
        Term(("attaché (adults)",), "b", "term-attache", 8),
    ]


def test_terms_of_equal_letters_stand_at_two_places() -> None:
    assert [term.anchor for term in terms("über\n: a\n\nuber\n: b\n")] == ["term-uber", "term-uber_2"]


@pytest.mark.parametrize(
    ("id", "kind"),
    [("glossary", "glossary"), ("guides/glossary", "guide"), ("own/glossary", "page"), ("guides", "page")],
)
def test_there_is_one_glossary(id: str, kind: str) -> None:
    assert kind_of(id) == kind


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("One *two* three.", ["One *two* three."]),
        ("# One\n\nTwo\nthree", ["Two\nthree"]),
        ("One\n===\n\nTwo", ["Two"]),
        ("One??? two", ["One??? two"]),
        ("One [two](a) three `four` five ![six](b) seven", ["One ", " three ", " five ", " seven"]),
        ("One [two][a] <https://b.example>\n\n[a]: b", ["One ", " "]),
        ("One <a href='b'>two</a> three <!-- four --> five", ["One ", " three ", " five"]),
        ("```\none\n```\n\n    two\n\n<div>\nthree\n</div>\n\nfour", ["four"]),
        ("- one\n  two\n- > three\n  > four", ["one\n  two", "three", "four"]),
        ("| one | two |\n|---|---|\n| two | [x](y) |", ["two"]),
        ("!!! note \"one\"\n\n=== \"two\"\n\n/// details | three\nfour", ["\nfour"]),
    ],
)  # fmt: skip
def test_running_text_is_neither_heading_nor_link_nor_code(text: str, running: list[str]) -> None:
    assert [text[start:end] for start, end in structure(text).running] == running


def test_a_cell_is_not_taken_for_the_head_of_its_column() -> None:
    text = "| two |\n|---|\n| two |"
    assert [text.rindex("two")] == [start for start, _ in structure(text).running]


def test_what_becomes_a_field_is_no_running_text() -> None:
    text = "One\n\n/// aside\nSix\n///\n\nTwo ____ three.\n\nFour?\n\n- [ ] five\n"
    body = read_body(Document("worksheets/a.md", Path("a.md"), text), 1, True, "en")
    stretches = [
        node.text[start:end] for node in body.nodes if isinstance(node, Prose) for start, end in node.running
    ]
    assert body.problems == []
    assert stretches == ["One", "Two ", " three."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A secure base.", ["secure base"]),
        ("Secure\nbase, SECURE, secures", ["Secure\nbase"]),
        ("insecure, secure-ish, non-secure", []),
        ("*secure* _base_ carer's", ["secure", "carer"]),
        ("https://secure.example secure@secure.example {.secure} (secure)", ["secure"]),
        ("the avoidant RAD", ["avoidant", "RAD"]),
        ("base secure bases", ["secure bases"]),
    ],
)  # fmt: skip
def test_words_are_whole_and_the_longest_form_wins(text: str, found: list[str]) -> None:
    known = glossary("secure", "secure base|secure bases", "carer", "avoidant (children)", "RAD")
    assert [text[start:end] for start, end, *_ in known.uses(text, 0, len(text))] == found


def test_a_use_knows_the_name_that_stands_there() -> None:
    (use,) = glossary("anxious (adults)|ambivalent (children)").uses("Ambivalent", 0, 10)
    assert use[3] == "ambivalent (children)"


def test_no_glossary_finds_nothing() -> None:
    assert list(Glossary().uses("secure", 0, 6)) == []
