"""YAML 1.2, with the place of every key."""

import datetime
from pathlib import Path

import pytest

from psychoed.model.document import Document
from psychoed.source.yaml import Data, load


def read(text: str) -> Data:
    return load(Document("page.md", Path("page.md"), f"---\n{text}"), text, line=2)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("on", "on"), ("Yes", "Yes"), ("true", True), ("False", False),
        ("~", None), ("null", None), ("", None), ("010", 10), ("0o10", 8), ("0x1F", 31), ("-3", -3),
        ("1:30", "1:30"), ("1_000", "1_000"), ("1.5", 1.5), (".5", 0.5), ("1e3", 1000.0), ("1.2.3", "1.2.3"),
        ("2026-05-31", datetime.date(2026, 5, 31)), ("'5'", "5"), ("=", "="), ("a\tb", "a\tb"),
    ],
)  # fmt: skip
def test_words_mean_what_they_mean_in_yaml_1_2(written: str, meant: object) -> None:
    value = read(f"key: {written}\n").value["key"]
    assert (value, type(value)) == (meant, type(meant))


def test_everything_has_its_place() -> None:
    data = read("one: ü\ntwo: [a, b]\nthree:\n  four: 5\n")
    assert data.value == {"one": "ü", "two": ["a", "b"], "three": {"four": 5}}
    assert data.places == {
        ("one",): (2, 1, 3), ("two",): (3, 1, 3), ("two", 0): (3, 7, 1), ("two", 1): (3, 10, 1),
        ("three",): (4, 1, 5), ("three", "four"): (5, 3, 4),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("a: b: c\n", (2, 5), "There is a second colon in this line."),
        ("a:\n\tb: c\n", (3, 1), "A tab stands where spaces belong."),
        ("a: @b\n", (2, 4), "A text that begins with @ needs quotes."),
        ("a: 'b\nc: d\n", (2, 4), "This quote is not closed."),
        ("a: [b, c\n", (2, 1), "This cannot be read as YAML: ',' or ']' was expected here."),
        ("a: b\na: c\n", (3, 1), "`a` is written twice."),
        ("a: \a\n", (2, 1), "This cannot be read as YAML: unacceptable character #x0007: control characters are not allowed."),
        ("a: 2026-13-41\n", (2, 4), "This is neither text, a date nor a number of use."),
    ],
)  # fmt: skip
def test_wrong_yaml_is_one_problem_where_it_shows(text: str, place: tuple[int, int], what: str) -> None:
    (problem,) = read(text).problems
    assert (problem.line, problem.column) == place
    assert problem.what == what
