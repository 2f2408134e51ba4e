"""The command in odd surroundings: one clear sentence or a report, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from psychoed.hosts.cli import main
from tests.conftest import build
from tests.problems.test_reports import CASES, lay


def check(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "psychoed.hosts.cli", *arguments, "check", "--strict"]
    environment = {**os.environ, **settings}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n\n[nowhere](skills/none)\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_case_fails_with_its_report(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    *parts, last = case.read_text("utf-8").split("=== ")[1:]
    for part in parts:
        title, _, text = part.partition("\n")
        lay(tmp_path, title, text)
    report = last.partition("\n")[2]
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--strict"]) == (0 if report == "No problems found.\n" else 1)
    assert capsys.readouterr() == (report, "")


def test_a_strict_build_of_every_case_at_once_tells_all_and_no_traceback(tmp_path: Path) -> None:
    """Each case lies in a folder of its own below those of the kinds, since their files have the same names."""
    told = 0
    for case in CASES:
        for part in case.read_text("utf-8").split("=== ")[1:-1]:
            title, _, text = part.partition("\n")
            top, _, rest = title.partition("/")
            if rest and top in {"docs", "worksheets"} and " -> " not in title:
                lay(tmp_path, f"{top}/{case.stem}/{rest}", text)
                told += case.stem == "reads-differently"
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\ntheme: mkdocs\nplugins: [psychoed/library, psychoed/worksheets]\n"
    )
    done = build(tmp_path, tmp_path / "site", "--strict")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("[reads-differently]") > told > 0
    assert build(tmp_path, tmp_path / "site").returncode == 0
    page = next((tmp_path / "site" / "worksheets").rglob("sheet*.html")).read_text("utf-8")
    assert "This page is not ready." in page


def test_without_a_clinic_the_pages_are_checked(wrong: Path) -> None:
    done = check(wrong)
    assert (done.returncode, done.stderr) == (1, "")
    assert "docs/index.md:3: There is no page or file `skills/none` [link-missing]" in done.stdout


def test_a_terminal_without_our_signs_gets_a_report_all_the_same(wrong: Path) -> None:
    done = check(wrong, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "  3 ? [nowhere](skills/none)" in done.stdout


def test_a_clinic_that_is_a_folder_is_told(wrong: Path) -> None:
    (wrong / "clinic.yml").mkdir()
    done = check(wrong)
    assert done.returncode == 1
    assert "clinic.yml: This file cannot be read: Is a directory [file-unreadable]" in done.stdout


def test_pages_that_are_no_folder_are_no_library(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("no folder", "utf-8")
    done = check(tmp_path)
    assert done.returncode == 2
    assert "There is no library here" in done.stderr


@pytest.mark.parametrize("clinic", ["none.yml", "none/clinic.yml"])
def test_a_clinic_that_leads_nowhere_is_told(wrong: Path, clinic: str) -> None:
    done = check(wrong, "--clinic", clinic)
    assert done.returncode == 2
    assert f"There is no file {clinic}" in done.stderr or "There is no library here" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read every file")
def test_a_file_that_may_not_be_read_is_told(wrong: Path) -> None:
    (wrong / "docs" / "index.md").chmod(0)
    assert "docs/index.md: This file cannot be read: Permission denied" in check(wrong).stdout


def test_a_huge_page_is_told_at_once(wrong: Path) -> None:
    (wrong / "docs" / "huge.md").write_text("word " * 1_000_000, "utf-8")
    assert "docs/huge.md: This file has 5,000,000 bytes" in check(wrong).stdout


def test_ten_thousand_fields_are_told(wrong: Path) -> None:
    (wrong / "worksheets").mkdir()
    head = "---\ntitle: A sheet\nmessage: One message.\naudience: [client]\n---\n\n## What it is for\n\n"
    (wrong / "worksheets" / "long.md").write_text(head + "I feel ____.\n\n" * 10_000, "utf-8")
    assert "worksheets/long.md:1009: This is field 501 of the sheet" in check(wrong).stdout
