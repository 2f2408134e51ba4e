"""A package of somebody else, really installed: what it brings works like what is built in."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import assert_quiet, build

STORY = """---
title: The bus
message: A bus that came late.
teller: Somebody
audience: [client]
topic: stories
stories: [stories/sea]
---

## The story

It came. <a href="sea.txt">The card</a> is there too.

/// postcard | To myself
    stamp: Sea
Rest a *little*.
///
"""

SEA = """---
title: The sea
message: It was there.
teller: Somebody
audience: [client]
topic: stories
---

Waves.
"""

SHEET = """---
title: A sheet
message: One message.
audience: [client]
---

## What it is for

It is for a test.

/// stars | How was the story?
    name: story
    most: 3
///
"""


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which pip installed the package."""
    folder = tmp_path_factory.mktemp("third-party")
    source = shutil.copytree(Path(__file__).parent / "package", folder / "source")
    target = folder / "site-packages"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-cache-dir"]
    # Nothing is fetched: what builds the package is installed for psychoed itself.
    offline = ["--no-index", "--no-deps", "--no-build-isolation", "--target", str(target), str(source)]
    done = subprocess.run([*pip, *offline], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def told(project: Path) -> Path:
    """The reference project with two stories and a sheet of the new words."""
    (project / "docs" / "stories").mkdir()
    (project / "docs" / "stories" / "bus.md").write_text(STORY, "utf-8")
    (project / "docs" / "stories" / "sea.md").write_text(SEA, "utf-8")
    (project / "worksheets" / "sheet.md").write_text(SHEET, "utf-8")
    assert psychoed(project, None, "check").returncode == 1  # without the package the words mean nothing
    return project


def path_with(installed: Path | None) -> str:
    """PYTHONPATH with the package on it."""
    parts = [os.environ.get("PYTHONPATH", ""), str(installed or "")]
    return os.pathsep.join(part for part in parts if part)


def psychoed(project: Path, installed: Path | None, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One command in a process of its own."""
    command = [sys.executable, "-m", "psychoed.hosts.cli", *arguments]
    environment = {**os.environ, "PYTHONPATH": path_with(installed)}
    return subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_its_rule_and_its_kind_are_checked(told: Path, installed: Path) -> None:
    assert psychoed(told, installed, "names").returncode == 0
    done = psychoed(told, installed, "check", "--strict")
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")

    change(told / "docs/stories/bus.md", "title: The bus", "title: The bus!")
    change(told / "docs/stories/bus.md", "stories/sea]", "stories/see]")
    change(told / "docs/stories/sea.md", "teller:", "tellr:")
    change(told / "worksheets/sheet.md", "most:", "mos:")
    report = psychoed(told, installed, "check").stdout
    assert "docs/stories/bus.md:2: This title shouts [title-loud]" in report
    assert "docs/stories/bus.md:7: There is no `stories/see` [relation-missing]" in report
    assert "Did you mean `stories/sea`?" in report
    assert "docs/stories/sea.md:4: The head has no key `tellr` [key-unknown]" in report
    assert "worksheets/sheet.md:13: `stars` has no option `mos` [option-unknown]" in report


def test_what_it_brings_is_drawn_on_the_site_and_its_output_is_made(
    told: Path, installed: Path, tmp_path: Path
) -> None:
    psychoed(told, installed, "names")
    site = tmp_path / "site"
    assert_quiet(build(told, site, "--strict", PYTHONPATH=path_with(installed)))
    story = (site / "stories/bus.html").read_text("utf-8")
    assert '<div class="stars-postcard">' in story
    assert "Rest a <em>little</em>." in story
    assert '<a href="sea.html">The sea</a>' in story
    assert '<a href="sea.txt">The card</a>' in story
    assert (site / "stories/bus.txt").read_text("utf-8") == "The bus\nA bus that came late.\n"
    sheet = (site / "worksheets/sheet.html").read_text("utf-8")
    assert '<label for="sheet_story_3">3 of 3</label>' in sheet
    assert (site / "worksheets/sheet.pdf").read_bytes().startswith(b"%PDF")


def test_its_output_is_staged_too(told: Path, installed: Path, tmp_path: Path) -> None:
    psychoed(told, installed, "names")
    done = psychoed(told, installed, "stage", "--to", str(tmp_path / "stage"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "stage/docs/stories/sea.txt").read_text("utf-8") == "The sea\nIt was there.\n"


def test_what_its_output_cannot_make_is_told(told: Path, installed: Path, tmp_path: Path) -> None:
    psychoed(told, installed, "names")
    change(told / "docs/stories/sea.md", "message: It was there.\n", "")
    site = tmp_path / "site"
    done = build(told, site, PYTHONPATH=path_with(installed))
    what = "docs/stories/sea.md: The TXT could not be made: a card needs a `message` [output-failed]"
    assert done.returncode == 0
    assert what in done.stderr
    page = (site / "stories/bus.html").read_text("utf-8")
    assert "This file could not be made." in page
    assert "sea.txt" not in page
    assert not (site / "stories/sea.txt").exists()

    staged = psychoed(told, installed, "stage", "--to", str(tmp_path / "stage"))
    assert staged.returncode == 1
    assert what in staged.stderr
