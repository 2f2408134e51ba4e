"""The catalogues: ours and those of others, through the same door."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from psychoed.registry import BASES, catalogue, forget

STARS = '''"""Stars."""
from psychoed.model.control import Line
from psychoed.model.protocols import Field


class Stars(Field):
    """Stars."""

    def controls(self, name, label):
        yield Line(name, label)
'''


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A distribution of somebody else's, installed only in that it lies on the path."""
    info = tmp_path / "stars-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stars\nVersion: 1.0\n")
    (tmp_path / "stars.py").write_text(STARS)
    monkeypatch.syspath_prepend(str(tmp_path))
    forget()
    yield info
    forget()
    sys.modules.pop("stars", None)


def test_ours_are_the_files_of_the_folder() -> None:
    assert {*catalogue("fields")} >= {"lines", "scale"}
    assert {*catalogue("blocks")} >= {"therapist", "aside", "safety", "help-lines"}
    assert [problem for name in BASES for problem in catalogue(name).problems] == []


def test_another_distribution_brings_a_field(other: Path) -> None:
    (other / "entry_points.txt").write_text("[psychoed.fields]\nstars = stars\n")
    assert catalogue("fields")["stars"].__name__ == "Stars"


def test_a_name_taken_twice_names_both(other: Path) -> None:
    (other / "entry_points.txt").write_text("[psychoed.fields]\nscale = stars\n")
    (problem,) = catalogue("fields").problems
    assert problem.what == "Two fields are called `scale`: `psychoed.fields.scale` and `stars`."


def test_a_broken_distribution_is_a_problem_and_no_crash(other: Path) -> None:
    (other / "entry_points.txt").write_text("[psychoed.fields]\nstars = nowhere\nmoons = stars:STARS\n")
    assert [problem.rule for problem in catalogue("fields").problems] == ["entry-point-broken"] * 2
