"""The catalogues: ours and those of others, through the same door."""

from pathlib import Path

from psychoed.registry import BASES, catalogue


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
