"""Real MkDocs builds: what reaches the site, what does not, and what authors are told."""

import re
import zlib
from pathlib import Path

import pytest

from tests.conftest import assert_quiet, build

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63680000008200815d8e9d710000000049454e44ae426082"
)


def plant(project: Path) -> list[str]:
    """Puts marks where only therapists, or nobody, may find them. Returns the marks of the therapists."""
    (project / "docs" / "guides" / "zebrafile.md").write_text(
        "---\ntitle: Zebratitle\nmessage: Zebramessage.\ntopic: therapists\naudience: [therapist]\n"
        "words: [zebraword]\nevidence: {level: limited, refs: [zebra2001]}\n# zebracomment\n---\n\n## In short\n\nZebratext.\n\n## What we do not know\n\nMuch.\n"
    )
    with (project / "data" / "references.yml").open("a", encoding="utf-8") as references:
        for key, title in (("zebra2001", "Zebraevidence"), ("zebra2002", "Zebracited")):
            references.write(f"\n  - {{id: {key}, type: book, title: {title}}}\n")
    (project / "docs" / "zebrapicture.png").write_bytes(PIXEL)
    sheet = project / "worksheets" / "mind-check.md"
    text = sheet.read_text("utf-8")
    text = text.replace("title: Another", "# zebrayaml\ntitle: Another", 1)
    text = text.replace("## An example", "<!-- zebrahtml -->\n\n## An example <!-- zebrainline -->", 1)
    text += (
        "\n////therapist | Zebraheading\nZebrablock [@zebra2002], see [Zebralink](guides/zebrafile).\n\n"
        "![Zebraalt](zebrapicture.png)\n\n/// aside\nZebranested.\n///\n////\n"
    )
    sheet.write_text(text, "utf-8")
    return [
        "zebrafile",
        "zebratitle",
        "zebratext",
        "zebrablock",
        "zebrapicture",
        "zebranested",
        "zebraheading",
        "zebraevidence",
        "zebracited",
    ]


def everything(site: Path) -> str:
    """All that a site holds, file names and the inside of compressed files too, in small letters."""
    found = []
    for file in site.rglob("*"):
        found.append(str(file.relative_to(site)))
        if file.is_file():
            raw = file.read_bytes()
            found.append(raw.decode("latin-1"))
            for stream in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.S):
                try:
                    found.append(zlib.decompress(stream).decode("latin-1"))
                except zlib.error:
                    continue
            if file.suffix == ".gz":
                found.append(zlib.decompress(raw, 31).decode("latin-1"))
            if file.suffix == ".pdf":
                import pypdf

                reader = pypdf.PdfReader(file)
                found += [page.extract_text() for page in reader.pages]
                found.append(str(reader.metadata))
    return "\n".join(found).lower()


def test_nothing_for_therapists_reaches_the_public_site(project: Path, tmp_path: Path) -> None:
    marks = plant(project)
    assert_quiet(build(project, tmp_path / "public", "--strict"))
    assert "zebra" not in everything(tmp_path / "public")

    assert_quiet(build(project, tmp_path / "therapist", "--strict", PSYCHOED_EDITION="therapist"))
    shown = everything(tmp_path / "therapist")
    assert [mark for mark in marks if mark not in shown] == []
    assert [mark for mark in ("zebracomment", "zebrayaml", "zebrahtml", "zebrainline") if mark in shown] == []


def test_therapist_text_stands_in_the_therapist_edition_only(sites: Path) -> None:
    note = "For the therapist"
    assert note not in (sites / "site/worksheets/mind-check.html").read_text("utf-8")
    assert note in (sites / "site-therapist/worksheets/mind-check.html").read_text("utf-8")


def test_each_language_is_a_site_of_its_own(sites: Path) -> None:
    spanish = (sites / "site/es/skills/grounding.html").read_text("utf-8")
    assert '<html lang="es"' in spanish
    assert "Todavía sin revisión" in spanish
    assert not (sites / "site/es/worksheets/mind-check.html").exists()
    assert not list((sites / "site").glob("skills/*.es*"))


def test_every_page_says_that_nobody_reviewed_it(sites: Path) -> None:
    pages = [page for page in (sites / "site").glob("*/*.html") if page.parent.name != "es"]
    assert len(pages) == 4
    assert [p for p in pages if "Not yet reviewed by a clinician." not in p.read_text("utf-8")] == []


def test_the_sheet_stands_beside_its_page_and_is_linked(sites: Path) -> None:
    page = (sites / "site/worksheets/mind-check.html").read_text("utf-8")
    assert 'href="mind-check.pdf"' in page
    assert (sites / "site/worksheets/mind-check.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert page.count('<form class="psychoed-form"') == 1


def test_a_link_to_a_pdf_is_checked(project: Path, tmp_path: Path) -> None:
    guide = project / "docs/patterns/abandonment.md"
    guide.write_text(guide.read_text("utf-8") + "\n[The sheet](worksheets/mind-check.pdf)\n", "utf-8")
    assert_quiet(build(project, tmp_path / "a", "--strict"))
    page = (tmp_path / "a/patterns/abandonment.html").read_text("utf-8")
    assert 'href="../worksheets/mind-check.pdf"' in page

    guide.write_text(guide.read_text("utf-8") + "\n[No sheet](skills/grounding.pdf)\n", "utf-8")
    done = build(project, tmp_path / "b", "--strict")
    assert done.returncode == 1
    assert "grounding.pdf" in done.stderr


@pytest.mark.parametrize("more", [(), ("--quiet",)], ids=["plain", "quiet"])
def test_a_strict_build_tells_every_problem_and_no_traceback(
    project: Path, tmp_path: Path, more: tuple[str, ...]
) -> None:
    (project / "docs/skills/broken.md").write_text("---\ntitle: A: b\n---\n\nText.\n")
    sheet = project / "worksheets/mind-check.md"
    sheet.write_text(sheet.read_text("utf-8").replace("ends: [not at all", "end: [not at all", 1), "utf-8")
    done = build(project, tmp_path / "site", "--strict", *more)
    assert done.returncode == 1
    assert "docs/skills/broken.md:2: There is a second colon in this line [yaml-broken]" in done.stderr
    assert "`scale` has no option `end` [option-unknown]" in done.stderr
    assert "Did you mean `ends`?" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_plain_build_shows_the_problem_in_place_of_the_form(project: Path, tmp_path: Path) -> None:
    sheet = project / "worksheets/mind-check.md"
    sheet.write_text(sheet.read_text("utf-8").replace("ends: [not at all", "end: [not at all", 1), "utf-8")
    assert build(project, tmp_path / "site", "--quiet").returncode == 0
    page = (tmp_path / "site/worksheets/mind-check.html").read_text("utf-8")
    assert "This page is not ready." in page
    assert "What happened, as a camera" not in page
    assert not (tmp_path / "site/worksheets/mind-check.pdf").exists()


def test_a_sheet_that_cannot_be_printed_says_so_on_its_page(project: Path, tmp_path: Path) -> None:
    (project / "docs/broken.png").write_bytes(b"no picture")
    sheet = project / "worksheets/mind-check.md"
    sheet.write_text(sheet.read_text("utf-8").replace("## An example", "![A map](broken.png)\n", 1), "utf-8")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0
    assert "worksheets/mind-check.md: The PDF could not be made: Failed to load image" in done.stderr
    page = (tmp_path / "site/worksheets/mind-check.html").read_text("utf-8")
    assert "The PDF of this sheet could not be made." in page
    assert "mind-check.pdf" not in page
    assert not (tmp_path / "site/worksheets/mind-check.pdf").exists()
    assert build(project, tmp_path / "strict", "--strict").returncode == 1


def test_a_link_out_of_the_project_is_not_published(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("zebra")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "secret.md").write_text("# zebra")
    (project / "docs" / "secret.txt").symlink_to(tmp_path / "secret.txt")
    (project / "docs" / "more").symlink_to(tmp_path / "more")
    done = build(project, tmp_path / "site")
    assert done.returncode == 0
    assert "docs/secret.txt: This link leads out of the folder" in done.stderr
    assert "docs/more: This link leads out of the folder" in done.stderr
    assert "zebra" not in everything(tmp_path / "site")


def test_the_worksheets_need_the_library(project: Path, tmp_path: Path) -> None:
    (project / "mkdocs.yml").write_text("site_name: x\nplugins: [psychoed/worksheets]\n")
    done = build(project, tmp_path / "site")
    assert done.returncode == 1
    assert "psychoed/worksheets needs the plugin psychoed/library" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_order_of_the_plugins_does_not_matter(project: Path, tmp_path: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("  - psychoed/worksheets\n", "")
    settings.write_text(text.replace("plugins:\n", "plugins:\n  - psychoed/worksheets\n"), "utf-8")
    assert_quiet(build(project, tmp_path / "site", "--strict"))
    assert 'href="mind-check.pdf"' in (tmp_path / "site/worksheets/mind-check.html").read_text("utf-8")


def test_a_menu_of_the_sites_own_wins_without_what_is_hidden(project: Path, tmp_path: Path) -> None:
    plant(project)
    with (project / "mkdocs.yml").open("a") as settings:
        settings.write(
            "nav:\n  - index.md\n  - Own group: [skills/grounding.md, guides/zebrafile.md]\n"
            "  - guides/get-help.md\n  - patterns/abandonment.md\n  - worksheets/mind-check.md\n  - glossary.md\n"
        )
    assert_quiet(build(project, tmp_path / "site", "--strict"))
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "Own group" in home
    assert "zebra" not in home.lower()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_show_the_form_too(project: Path, tmp_path: Path, theme: str) -> None:
    (project / "mkdocs.yml").write_text(
        f"site_name: x\ntheme: {theme}\nuse_directory_urls: false\n"
        "plugins: [psychoed/library, psychoed/worksheets]\n"
    )
    assert_quiet(build(project, tmp_path / "site", "--strict"))
    page = (tmp_path / "site/worksheets/mind-check.html").read_text("utf-8")
    assert page.count('<form class="psychoed-form"') == 1
    assert '<textarea class="psychoed-rows-2" id="mind_check_what_happened"' in page
