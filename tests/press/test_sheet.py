"""The printed sheet: accessible, fillable, complete, the same every time."""

import re
import subprocess
from pathlib import Path

import pypdf
import pytest

from psychoed.model.library import Library
from psychoed.press.store import Store
from psychoed.press.weasy import Press, PressError
from psychoed.registry import catalogue
from psychoed.render.paper import paper, paper_css
from psychoed.source.reader import Reader
from tests.conftest import REPOSITORY, required


@pytest.fixture(scope="module")
def library() -> Library:
    return Reader(REPOSITORY / "clinic.yml").read()


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    return Press(tmp_path_factory.mktemp("cache"), REPOSITORY)


@pytest.mark.verapdf
def test_vera_pdf_finds_nothing(sites: Path) -> None:
    folder = required("PSYCHOED_VERAPDF")
    sheets = sorted(map(str, sites.glob("site*/**/*.pdf")))
    assert len(sheets) == 2
    command = ["java", "-cp", f"{folder}/*", "org.verapdf.apps.GreenfieldCliWrapper"]
    done = subprocess.run(
        [*command, "--flavour", "ua1", "--format", "text", "-v", *sheets],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS ") == len(sheets), done.stdout


def test_every_field_has_its_name_and_its_spoken_name(sites: Path) -> None:
    fields = pypdf.PdfReader(sites / "site/worksheets/mind-check.pdf").get_fields() or {}
    spoken = {name: field["/TU"] for name, field in fields.items()}
    assert spoken == {
        "mind_check_what_happened": "What happened, as a camera would show it",
        "mind_check_first_story": "My first story about it",
        "mind_check_sure_before": "How sure am I of this story?",
        "mind_check_felt": "What I felt",
        "mind_check_already": "What was already going on in me",
        "mind_check_other_story_1": "Another story that could be true",
        "mind_check_other_story_2": "One more story that could be true",
        "mind_check_other_story_3": "A third one, if you like",
        "mind_check_ask": "What I could ask",
        "mind_check_sure_after": "How sure am I of my first story now?",
    }
    states = {*fields["mind_check_sure_before"]["/_States_"]}
    assert states - {"/Off"} == {f"/{number}" for number in range(11)}


def test_answers_can_be_filled_in_and_read_back(sites: Path, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=sites / "site/worksheets/mind-check.pdf")
    answers = {"mind_check_what_happened": "Él no llamó", "mind_check_sure_before": "/7"}
    for page in writer.pages:
        writer.update_page_form_field_values(page, answers, auto_regenerate=False)
    writer.write(tmp_path / "filled.pdf")
    fields = pypdf.PdfReader(tmp_path / "filled.pdf").get_fields() or {}
    assert {name: fields[name]["/V"] for name in answers} == answers


def test_the_footer_says_what_the_sheet_is(sites: Path, library: Library) -> None:
    sheet = library.items["worksheets/mind-check", "en"]
    for page in pypdf.PdfReader(sites / "site/worksheets/mind-check.pdf").pages:
        text = re.sub(r"\s+", " ", page.extract_text())
        assert "worksheets/mind-check" in text
        assert f"version {sheet.document.version}" in text
        assert "Not yet reviewed by a clinician." in text
        assert "psychoed.example/worksheets/mind-check.html" in text


def test_it_knows_its_language_title_and_publisher(sites: Path) -> None:
    reader = pypdf.PdfReader(sites / "site/worksheets/mind-check.pdf")
    assert reader.metadata is not None
    assert reader.metadata.title == "Another way to see it"
    assert reader.metadata.author == "psychoed"
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert bool(reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"])


def test_the_same_sheet_has_the_same_bytes(library: Library, press: Press) -> None:
    item, edition = library.items["worksheets/mind-check", "en"], library.edition("public", "en")
    html, css = paper(item, edition), paper_css(library.clinic)
    assert press.pdf(html, css) == Press(press.cache_folder, press.project).pdf(html, css)


def test_what_is_in_the_store_is_not_printed_again(library: Library, tmp_path: Path) -> None:
    edition = library.edition("public", "en")

    def artifacts() -> list:  # type: ignore[type-arg]
        return list(catalogue("outputs")["pdf"]().plan(edition, {"press": Press(tmp_path, REPOSITORY)}))

    store = Store(tmp_path)
    assert [store.fetch(one)[1] for one in artifacts()] == [True]
    assert [store.fetch(one)[1] for one in artifacts()] == [False]


def test_only_latin_faces_are_embedded(sites: Path) -> None:
    raw = (sites / "site/worksheets/mind-check.pdf").stat().st_size
    fonts = {
        font["/BaseFont"]
        for page in pypdf.PdfReader(sites / "site/worksheets/mind-check.pdf").pages
        for font in (ref.get_object() for ref in page["/Resources"]["/Font"].values())
    }
    assert {str(name).partition("+")[2] for name in fonts} <= {
        "Source-Sans-Pro",
        "Source-Sans-Pro-Bold",
        "Source-Sans-Pro-Italic",
    }
    assert raw < 60_000


@pytest.mark.parametrize(
    ("picture", "complaint"),
    [
        ("https://example.org/a.png", "disallowed protocol"),
        ("file:///etc/hostname", "outside the project"),
    ],
)
def test_nothing_is_fetched_from_elsewhere(press: Press, picture: str, complaint: str) -> None:
    with pytest.raises(PressError, match=complaint):
        press.pdf(f'<html lang="en"><title>x</title><h1>x</h1><img src="{picture}" alt="x">', "")
