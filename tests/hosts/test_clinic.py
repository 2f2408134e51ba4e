"""The clinic's facts: a file of one line is enough, and what stands in it reaches the pages."""

import re
from pathlib import Path

import pytest

from psychoed.check import check
from psychoed.model.clinic import Clinic
from psychoed.render.page import menu
from psychoed.source.reader import Reader
from tests.conftest import assert_quiet, build

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">'
    '<path d="M0 15q10-20 20 0t20 0" fill="none" stroke="#5b2a86" stroke-width="3"/></svg>\n'
)
FACTS = """name: River & Street
publisher: The <Good> House
author: A. Name
role: {en: clinical psychologist, es: psicóloga clínica}
funding: {en: the city, es: la ciudad}
licence: CC BY-SA 4.0
contact: {email: hello@clinic.example, phone: "+00 (0)000 000", web: "https://clinic.example/"}
feedback: feedback@clinic.example
address: https://clinic.example/help
regions: [us]
languages: [en, es]
logo: brand/logo.svg
colours: {primary: "#5b2a86", accent: "#8a3f1d"}
topics: [relationships, {id: feelings, title: {en: Big feelings, es: Emociones fuertes}}, help]
paper: Letter
"""


def give_facts(project: Path, facts: str = FACTS) -> None:
    (project / "clinic.yml").write_text(facts, "utf-8")
    (project / "brand").mkdir()
    (project / "brand" / "logo.svg").write_text(LOGO, "utf-8")


@pytest.mark.parametrize("facts", [None, "", "name: My clinic\n", "# nothing yet\n"])
def test_little_is_enough(project: Path, facts: str | None) -> None:
    file = project / "clinic.yml"
    file.unlink()
    if facts is not None:
        file.write_text(facts, "utf-8")
    library = Reader(file).read()
    assert check(library) == []
    assert library.clinic == Clinic(name="My clinic" if facts and "My" in facts else "")


def test_a_clinic_of_one_line_builds(project: Path, tmp_path: Path) -> None:
    (project / "clinic.yml").write_text("name: My clinic\n", "utf-8")
    assert_quiet(build(project, tmp_path / "site", "--strict"))
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert '<p class="psychoed-clinic">Published by My clinic. Licence: CC BY 4.0.</p>' in home
    assert '<ul class="psychoed-clinic">' not in home
    assert "clinic.css" not in home
    assert not (tmp_path / "site/assets/clinic.css").exists()


def test_every_key_is_in_the_manual() -> None:
    told = set(re.findall(r"`(\w+)`: ", Clinic.__doc__ or ""))
    assert set(Clinic.model_fields) - told == set()


def test_the_facts_reach_every_page(project: Path, tmp_path: Path) -> None:
    give_facts(project)
    assert_quiet(build(project, tmp_path / "site", "--strict"))
    assert_quiet(build(project, tmp_path / "es", "--strict", PSYCHOED_LANGUAGE="es"))
    page = (tmp_path / "site/skills/grounding.html").read_text("utf-8")
    made = "Published by The &lt;Good&gt; House. Texts by A. Name, clinical psychologist. Funding: the city."
    assert f'<p class="psychoed-clinic">{made} Licence: CC BY-SA 4.0.</p>' in page
    for link in (
        '<a href="mailto:hello@clinic.example">hello@clinic.example</a>',
        '<a href="tel:+000000000">+00 (0)000 000</a>',
        '<a href="https://clinic.example/">clinic.example</a>',
        '<a href="mailto:feedback@clinic.example">Tell us what you think of these pages</a>',
    ):
        assert link in page
    assert len(re.findall(r'<img src="../assets/clinic-logo.svg" alt="River &amp; Street">', page)) == 2
    assert (tmp_path / "site/assets/clinic-logo.svg").read_text("utf-8") == LOGO
    sheets = re.findall(r'<link rel="stylesheet" href="../(assets/(?:psychoed|clinic|brand)\.css)', page)
    assert sheets == ["assets/psychoed.css", "assets/clinic.css", "assets/brand.css"]
    assert "--md-typeset-a-color: #5b2a86;" in (tmp_path / "site/assets/clinic.css").read_text("utf-8")

    spanish = (tmp_path / "es/skills/grounding.html").read_text("utf-8")
    assert "Textos de A. Name, psicóloga clínica. Financiación: la ciudad." in spanish
    assert "Cuéntanos qué te parecen estas páginas" in spanish


def test_what_mkdocs_yml_says_itself_stays(project: Path, tmp_path: Path) -> None:
    give_facts(project)
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("theme:\n", "copyright: Own words\ntheme:\n  logo: own.png\n")
    settings.write_text(text, "utf-8")
    assert_quiet(build(project, tmp_path / "site", "--strict"))
    home = (tmp_path / "site/index.html").read_text("utf-8")
    assert "Own words" in home
    assert 'class="psychoed-clinic"' in home
    assert 'src="own.png"' in home
    assert "clinic-logo" not in home


def test_the_menu_has_the_clinics_titles_and_order(project: Path) -> None:
    give_facts(project)
    for id, topic in (
        ("a", "feelings"),
        ("b", "help"),
        ("c", "past"),
        ("d", "relationships"),
        ("e", "sleep-well"),
    ):
        for code in ("", ".es"):
            (project / f"docs/guides/{id}{code}.md").write_text(
                f"---\ntitle: {id}\nmessage: One.\ntopic: {topic}\naudience: [client]\n---\n\nText.\n",
                "utf-8",
            )
    library = Reader(project / "clinic.yml").read()

    def titles(language: str) -> list[str]:
        entries = [title for entry in menu(library.edition("public", language)) for title in entry]
        return entries[1:]  # the first is the home page

    english = ["Relationships", "Big feelings", "Get help", "The past", "Worksheets", "Sleep well"]
    assert [title for title in titles("en") if title in english] == english
    assert titles("es")[1] == "Emociones fuertes"


def test_a_staged_site_has_the_facts_too(project: Path) -> None:
    from psychoed.hosts.stage import stage

    give_facts(project)
    library = Reader(project / "clinic.yml").read()
    stage(library.edition("public", "en"), project, project / "build")
    settings = (project / "build/mkdocs.yml").read_text("utf-8")
    assert "  logo: assets/clinic-logo.svg\n" in settings
    assert "extra_css: [assets/psychoed.css, assets/clinic.css]\n" in settings
    assert "Texts by A. Name, clinical psychologist." in settings
    assert (project / "build/docs/assets/clinic-logo.svg").read_text("utf-8") == LOGO
    assert "#5b2a86" in (project / "build/docs/assets/clinic.css").read_text("utf-8")
