"""Names: kept from one version to the next, and from one language to the other."""

import subprocess
import sys
from pathlib import Path

from psychoed.model.control import former_names, names
from psychoed.source.reader import Reader

HEAD = "---\ntitle: A\nmessage: B\naudience: [client]\n---\n\n## What it is for\n\n"
SHEET = HEAD + (
    "What happened? {#scene}\n\n____\n\nSigns {#signs}\n\n- [ ] heart {#heart}\n- [ ] other: ____\n\n"
    "| day | need |\n|---|---|\n| Monday | |\n"
).replace("| day", "My week\n\n| day", 1)
SPANISH = HEAD + (
    "¿Qué pasó?\n\n____\n\nSeñales\n\n- [ ] corazón\n- [ ] otra: ____\n\nMi semana\n\n"
    "| día | falta |\n|---|---|\n| lunes | |\n"
)


def write(project: Path, name: str, text: str) -> None:
    file = project / "worksheets" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def command(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "psychoed.hosts.cli", *arguments]
    return subprocess.run(program, cwd=project, capture_output=True, text=True)


def test_a_translation_has_the_names_of_its_source_and_its_own_words(tmp_path: Path) -> None:
    write(tmp_path, "a.md", SHEET)
    write(tmp_path, "a.es.md", SPANISH)
    library = Reader(tmp_path / "clinic.yml").read()
    assert library.problems == ()
    english, spanish = library.items["worksheets/a", "en"], library.items["worksheets/a", "es"]

    def all_names(item: object) -> list[str]:
        return [name for control in item.controls for name in names(control)]  # type: ignore[attr-defined]

    assert all_names(english) == [
        "scene", "signs_heart", "signs_other", "signs_other_text", "my_week_monday_need",
    ]  # fmt: skip
    assert all_names(spanish) == all_names(english)
    assert [control.label for control in spanish.controls] == ["¿Qué pasó?", "Señales", "Mi semana"]  # type: ignore[union-attr]


def test_the_names_are_kept_and_a_lost_one_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.md", SHEET)
    assert command(tmp_path, "names").returncode == 0
    assert command(tmp_path, "check", "--strict").stdout == "No problems found.\n"
    kept = (tmp_path / "worksheets/names.yml").read_text("utf-8")
    assert "  - scene\n" in kept

    write(tmp_path, "a.md", SHEET.replace("{#scene}", "{#event}"))
    done = command(tmp_path, "names")
    assert done.returncode == 1
    assert "The field `scene` is gone" in done.stdout
    assert (tmp_path / "worksheets/names.yml").read_text("utf-8") == kept

    write(tmp_path, "a.md", SHEET.replace("{#scene}", "{#event was=scene}"))
    assert command(tmp_path, "names").returncode == 0
    assert command(tmp_path, "check", "--strict").returncode == 0

    write(tmp_path, "a.md", SHEET.replace("{#scene}", "{#third}"))
    assert command(tmp_path, "names", "--drop", "worksheets/a:event").returncode == 0


def test_every_way_of_renaming_is_understood(tmp_path: Path) -> None:
    text = HEAD + (
        "I feel ____{#mood was=feeling}.\n\nSigns {#signs was=marks}\n\n- [ ] heart {#heart was=pulse}\n\n"
        "My week {#week}\n\n| day | need {#need was=wish} |\n|---|---|\n| Monday {#mon was=monday} | |\n\n"
        "/// lines | Story\n    name: story\n    was: tale\n///\n"
    )
    write(tmp_path, "a.md", text)
    item = Reader(tmp_path / "clinic.yml").read().items["worksheets/a", "en"]
    assert item.problems == ()
    assert {new: old for control in item.controls for new, old in former_names(control).items()} == {
        "mood": "feeling",
        "signs_heart": "marks_pulse",
        "week_mon_need": "week_monday_wish",
        "story": "tale",
    }
