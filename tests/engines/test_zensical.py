"""Zensical runs no plugin of MkDocs: it shows what `psychoed stage` wrote, or runs the Markdown extension."""

import posixpath
import re
import sys
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown import markdown

from tests.engines.forms import SHEETS, Fields, addresses, fields, fields_of, form, forms_of, run

pytestmark = pytest.mark.engines

BESIDE = Path(sys.executable).parent


def zensical(config: Path) -> Path:
    """The site that Zensical builds from this file, with any complaint of its own as a failure."""
    run(BESIDE / "zensical", "build", "--config-file", config.name, "--clean", "--strict", cwd=config.parent)
    return config.parent / "site"


@pytest.fixture(scope="module")
def staged(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `psychoed stage` writes, with Zensical's site in it."""
    target = tmp_path_factory.mktemp("zensical") / "stage"
    run(BESIDE / "psychoed", "stage", "--to", target, cwd=library)
    zensical(target / "mkdocs.yml")
    return target


@pytest.fixture(scope="module")
def site(staged: Path) -> Path:
    return staged / "site"


@pytest.fixture
def own_site(library: Path, tmp_path: Path) -> Path:
    """Somebody's own site, with the sheets as plain pages: their text without its head. Its `mkdocs.yml`."""
    (tmp_path / "docs" / "worksheets").mkdir(parents=True)
    (tmp_path / "docs" / "index.md").write_text("# Home\n", "utf-8")
    for sheet in SHEETS:
        (tmp_path / "docs" / f"{sheet}.md").write_text(text_of(library, sheet), "utf-8")
    config = tmp_path / "mkdocs.yml"
    config.write_text("site_name: own\nuse_directory_urls: false\ntheme: {font: false}\n", "utf-8")
    return config


def text_of(library: Path, sheet: str) -> str:
    """What an author wrote, without its head."""
    return (library / f"{sheet}.md").read_text("utf-8").split("---\n", 2)[2]


def unmarked(html: bytes) -> bytes:
    """What Zensical has to make of HTML that MkDocs shows.

    Zensical acts on `data-search-exclude` while it builds: the element is left out of the index, and the
    attribute is taken off the page. What is read, filled in and saved does not depend on it.
    """
    return html.replace(b" data-search-exclude", b"")


def zensical_shows(reference: Fields) -> Fields:
    """The fields that MkDocs shows, as Zensical has to show them."""
    return {sheet: [unmarked(one) for one in found] for sheet, found in reference.items()}


def holding(folder: Path, words: bytes) -> list[Path]:
    """The files below a folder that have these words."""
    return [file for file in folder.rglob("*") if file.is_file() and words in file.read_bytes()]


# ---- What `psychoed stage` wrote ----


def test_a_staged_sheet_has_the_fields_of_the_reference_site(site: Path, reference: Fields) -> None:
    assert fields_of(site) == zensical_shows(reference)


def test_a_staged_sheet_has_the_form_of_the_reference_site(site: Path, mkdocs_site: Path) -> None:
    """Not the fields alone: title, prose, links and lists of the form are the same too."""
    assert forms_of(site) == {sheet: unmarked(html) for sheet, html in forms_of(mkdocs_site).items()}


def test_a_staged_word_opens_its_meaning(site: Path) -> None:
    html = (site / "worksheets" / "hard-words.html").read_bytes()
    assert html.count(b'class="psychoed-term"') == html.count(b'popover="auto"') == 3
    assert (
        b'<em><button type="button" class="psychoed-term" popovertarget="term-trigger">trigger</button></em>'
        in html
    )


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_staged_form_stands_around_the_whole_article(site: Path, sheet: str) -> None:
    html = (site / f"{sheet}.html").read_bytes()
    article = html[html.index(b"<article") : html.index(b"</article>")]
    assert fields(form(article)) == fields(html)
    assert form(article).count(b"<h1") == html.count(b"<h1") == 1


def test_a_staged_page_without_fields_is_no_form(site: Path) -> None:
    assert b"psychoed-form" not in (site / "skills" / "grounding.html").read_bytes()


def test_staged_sheets_have_the_prints_of_the_reference_site(site: Path, mkdocs_site: Path) -> None:
    for sheet in SHEETS:
        assert (site / f"{sheet}.pdf").read_bytes() == (mkdocs_site / f"{sheet}.pdf").read_bytes()
        link = ("a", posixpath.basename(sheet) + ".pdf")
        assert link in addresses((site / f"{sheet}.html").read_text("utf-8"))


def test_staged_pages_are_those_of_the_reference_site(site: Path, mkdocs_site: Path) -> None:
    def pages(folder: Path) -> set[str]:
        return {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}

    assert pages(site) == pages(mkdocs_site)


def test_staged_pages_lead_to_each_other(site: Path) -> None:
    """What a page shows and leads to is there: by its finished address, never by its Markdown file."""
    links = 0
    for page in sorted(site.rglob("*.html")):
        for _, address in addresses(page.read_text("utf-8")):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            links += 1
            # Only the page for missing addresses, shown at any depth, begins at the root of the host.
            near = site if parts.path.startswith("/") else page.parent
            file = near / unquote(parts.path).lstrip("/")
            if (site / "es") in file.resolve().parents:
                continue  # the Spanish stage is a site of its own, which belongs there
            assert file.is_file(), f"{page.relative_to(site)} leads to {address}"
            assert file.suffix != ".md"
    assert links


def test_a_staged_site_needs_no_other_host(staged: Path, site: Path) -> None:
    """Another host would learn who reads. Only what an author wrote may lead there, and only by a click."""
    written = unescape("".join(file.read_text("utf-8") for file in (staged / "docs").rglob("*.md")))
    for page in sorted(site.rglob("*.html")):
        for tag, address in addresses(page.read_text("utf-8")):
            if address.startswith("//") or urlsplit(address).scheme in ("http", "https"):
                assert tag == "a", f"{page.relative_to(site)} loads {address}"
                assert address in written, f"{page.relative_to(site)} leads to {address}"
    for file in sorted(site.rglob("*.css")):
        loads = re.findall(r"""(?:url\(|@import)\s*["']?(?:https?:)?//[^)"']*""", file.read_text("utf-8"))
        assert not loads, file.relative_to(site)


def test_a_public_stage_has_nothing_for_therapists(staged: Path) -> None:
    assert holding(staged, b"Only-for-therapists") == []
    assert holding(staged / "docs", b"hard_words_secret") == []


# ---- The Markdown extension ----


def test_the_extension_gives_the_fields_of_the_reference_site(own_site: Path, reference: Fields) -> None:
    """Zensical tells the extension which page it reads, so the names of the fields are the same too."""
    with own_site.open("a", encoding="utf-8") as config:
        config.write("markdown_extensions: [psychoed]\n")
    site = zensical(own_site)
    assert fields_of(site) == zensical_shows(reference)
    # The public edition is what nobody asked for.
    assert holding(site, b"Only-for-therapists") == []


def test_the_extension_shows_a_therapist_what_therapists_read(own_site: Path, reference: Fields) -> None:
    with own_site.open("a", encoding="utf-8") as config:
        config.write("markdown_extensions: [{psychoed: {edition: therapist}}]\n")
    shown = fields_of(zensical(own_site))
    sheet = "worksheets/hard-words"
    html = (own_site.parent / "site" / f"{sheet}.html").read_text("utf-8")
    section = html[html.index('<section class="psychoed-therapist">') : html.index("</section>")]
    assert "<p>Only-for-therapists: see <a " in section
    public = zensical_shows(reference)
    assert shown[sheet][:-1] == public.pop(sheet)
    assert b">Only-for-therapists label<" in shown[sheet][-1]
    assert shown[sheet][-1].decode() in section
    assert {other: shown[other] for other in public} == public


@pytest.mark.parametrize("sheet", SHEETS)
def test_python_markdown_alone_gives_the_fields_of_the_reference_site(
    library: Path, reference: Fields, sheet: str
) -> None:
    options = {"psychoed": {"page": f"{sheet}.md"}}
    html = markdown(text_of(library, sheet), extensions=["psychoed"], extension_configs=options)
    assert fields(html.encode()) == reference[sheet]
    assert "psychoed-therapist" not in html
    assert "Only-for-therapists" not in html


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_text_of_no_page_differs_in_the_names_alone(library: Path, reference: Fields, sheet: str) -> None:
    """A text has no place of its own, and so no name that would set its answers apart from others'."""
    html = markdown(text_of(library, sheet), extensions=["psychoed"])
    name = posixpath.basename(sheet).replace("-", "_")
    assert fields(html.replace('"page_', f'"{name}_').encode()) == reference[sheet]
