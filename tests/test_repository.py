"""The repository holds to its own words."""

import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from psychoed.check import check
from psychoed.model.clinic import Clinic
from psychoed.model.problem import report
from psychoed.registry import BASES, catalogue, languages
from psychoed.source.reader import Reader
from tests.conftest import REPOSITORY


def test_every_language_has_every_word() -> None:
    english = languages()["en"].words
    for code, strings in languages().items():
        assert strings.words.keys() == english.keys(), code
        for key, words in english.items():
            assert re.findall(r"{\w+}", words) == re.findall(r"{\w+}", strings.words[key]), (code, key)


def test_everything_in_a_catalogue_says_what_it_is() -> None:
    silent = [word for name in BASES for word in catalogue(name) if not catalogue(name)[word].__doc__]
    assert silent == []


def test_the_content_is_clean() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "psychoed.hosts.cli", "check", "--strict"],
        cwd=REPOSITORY, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems found.\n", "")


def test_checking_needs_neither_a_site_generator_nor_a_pdf_engine() -> None:
    code = (
        "import sys; from psychoed.hosts.cli import main; main(['check'])\n"
        "print(sorted({'mkdocs', 'weasyprint', 'fontTools'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.stdout == "No problems found.\n[]\n"


@pytest.mark.parametrize(
    "lock", sorted((REPOSITORY / "requirements").glob("*.txt")), ids=lambda lock: lock.stem
)
def test_locks_have_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    packages = re.findall(r"^[a-z0-9][^\s=]*==\S+", text, re.M)
    assert len(packages) > 10
    assert len(re.findall(r"^[a-z0-9][^\n]* \\\n    --hash=sha256:", text, re.M)) == len(packages)


def test_the_readme_names_commands_that_exist() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    commands = set(re.findall(r"\bmake (\w+)", readme))
    assert commands >= {"site", "test"}
    done = subprocess.run([sys.executable, "dev.py"], cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0
    assert [command for command in commands if f"    {command}" not in done.stdout] == []


def test_the_report_in_the_readme_is_a_real_one(tmp_path: Path) -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    shown = re.findall(r"```text\n(worksheets.*?)```", readme, re.S)[0]
    sheet = tmp_path / "worksheets" / "mind-check.md"
    sheet.parent.mkdir()
    sheet.write_text(
        "---\ntitle: A\nmessage: B\naudience: [client]\n---\n\n/// scale | C\n    ends: [d, e]\n    maximum: 10\n///\n"
    )
    command = [sys.executable, "-m", "psychoed.hosts.cli", "check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, shown)


def test_where_there_is_no_library_it_says_so(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "psychoed.hosts.cli", "check"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 2
    assert "There is no library here" in done.stderr


def test_the_clinic_of_the_readme_and_of_the_manual_is_right(tmp_path: Path) -> None:
    texts = [(REPOSITORY / "README.md").read_text("utf-8"), inspect.cleandoc(Clinic.__doc__ or "")]
    clinics = [text for shown in texts for text in re.findall(r"```yaml\n(name:.*?)```", shown, re.S)]
    # What is commented out in the reference site's own must be right for whoever takes the `#` away.
    own = (REPOSITORY / "clinic.yml").read_text("utf-8").partition("\n")[2]
    clinics.append(re.sub(r"^# (?=\w+:)", "", own, flags=re.M))
    assert len(clinics) == 3
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    for name in ("logo.svg", "assets/logo.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    for text in clinics:
        (tmp_path / "clinic.yml").write_text(text, "utf-8")
        assert report(check(Reader(tmp_path / "clinic.yml").read())) == "No problems found."
