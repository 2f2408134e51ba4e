"""The clinic on paper: its paper, its colour, its logo."""

import subprocess
from pathlib import Path

import pypdf
import pytest

from psychoed.press.weasy import Press
from psychoed.registry import catalogue
from psychoed.source.reader import Reader
from tests.conftest import required
from tests.hosts.test_clinic import FACTS, LOGO, give_facts
from tests.hosts.test_mkdocs import PIXEL


def print_sheet(project: Path) -> Path:
    library = Reader(project / "clinic.yml").read()
    assert library.problems == ()
    edition = library.edition("public", "en")
    press = Press(project / ".cache", project)
    (sheet,) = catalogue("outputs")["pdf"]().plan(edition, {"press": press})
    file = project / f"{sheet.digest}.pdf"
    file.write_bytes(sheet.make())
    return file


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_every_sheet_is_on_the_clinics_paper(project: Path, paper: str, points: tuple[int, int]) -> None:
    give_facts(project, FACTS.replace("paper: Letter", f"paper: {paper}"))
    sizes = {
        (round(page.mediabox.width), round(page.mediabox.height))
        for page in pypdf.PdfReader(print_sheet(project)).pages
    }
    assert sizes == {points}


def test_the_sheet_has_colour_name_and_publisher(project: Path) -> None:
    give_facts(project)
    reader = pypdf.PdfReader(print_sheet(project))
    assert reader.metadata is not None
    assert reader.metadata.author == "The <Good> House"
    for page in reader.pages:
        assert "River & Street" in page.extract_text()
    drawn = reader.pages[0].get_contents().get_data().decode("latin-1")  # type: ignore[union-attr]
    # The heading's colour as PDF writes it: parts of 1.
    assert " ".join(f"{part / 255:.3f}"[:4] for part in (0x5B, 0x2A, 0x86)) in " ".join(
        word[:4] for word in drawn.split()
    )


def test_another_logo_is_another_sheet(project: Path) -> None:
    give_facts(project)
    before = print_sheet(project)
    (project / "brand/logo.svg").write_text(LOGO.replace("#5b2a86", "#8a3f1d"), "utf-8")
    assert print_sheet(project).name != before.name


@pytest.mark.verapdf
@pytest.mark.parametrize("logo", ["logo.svg", "logo.png"])
def test_vera_pdf_finds_nothing_in_a_sheet_with_a_logo(project: Path, logo: str) -> None:
    folder = required("PSYCHOED_VERAPDF")
    give_facts(project, FACTS.replace("logo.svg", logo))
    (project / "brand/logo.png").write_bytes(PIXEL)
    sheet = print_sheet(project)
    command = ["java", "-cp", f"{folder}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
    options = ["--flavour", "ua1", "--format", "text", "-v", str(sheet)]
    done = subprocess.run([*command, *options], capture_output=True, text=True, timeout=300)
    assert done.stdout.startswith("PASS "), done.stdout
