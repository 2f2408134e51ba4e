"""What a page tells machines: only what is true."""

import json
import re
from pathlib import Path
from typing import Any

from psychoed.model.library import Library
from psychoed.render.addresses import PaperAddresses
from psychoed.render.json_ld import page_head
from tests.projects import read_clean, write_item

CLINIC = "name: A clinic\naddress: https://clinic.example/\nlanguages: [en, es]\nlicence: CC BY 4.0\n"
REFERENCES = """references:
  - {id: a2015, type: article-journal, title: An article, DOI: 10.1000/a}
  - {id: b2016, type: book, title: A book, DOI: 10.1000/b, custom: {verified: false}}
"""


def data_of(library: Library, id: str = "guides/a", language: str = "en") -> dict[str, Any]:
    edition = library.edition("public", language)
    html = page_head(edition.items[id], edition)
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    data: dict[str, Any] = json.loads(found)
    return data


def test_the_head_of_the_file_becomes_a_medical_web_page(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/references.yml").write_text(REFERENCES)
    evidence = {"level": "limited", "refs": ["a2015", "b2016"]}
    write_item(
        tmp_path,
        "guides/a",
        title="A </script><!-- title",
        audience=["client", "caregiver"],
        evidence=evidence,
    )
    library = read_clean(tmp_path, CLINIC)
    assert data_of(library) == {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "name": "A </script><!-- title",
        "description": "One message.",
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "audience": [
            {"@type": "MedicalAudience", "audienceType": "Patient"},
            {"@type": "MedicalAudience", "audienceType": "Caregiver"},
        ],
        "version": library.items["guides/a", "en"].document.version,
        "url": "https://clinic.example/guides/a.html",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "publisher": {"@type": "Organization", "name": "A clinic"},
        # A DOI that nobody has checked is not passed on.
        "citation": [
            {"@type": "ScholarlyArticle", "name": "An article", "sameAs": "https://doi.org/10.1000/a"},
            {"@type": "Book", "name": "A book"},
        ],
    }


def test_each_language_has_its_address_in_print_too(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a", language="es")
    library = read_clean(tmp_path, CLINIC)
    edition = library.edition("public", "es")
    address = "https://clinic.example/es/guides/a.html"
    assert data_of(library, language="es")["url"] == address
    assert PaperAddresses(edition).to_item(edition.items["guides/a"], "guides/a") == address


def test_the_clinic_says_who_publishes_and_who_answers(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a")
    write_item(tmp_path, "guides/a", language="es")
    clinic = CLINIC + "publisher: A house\nauthor: A. Name\n"
    data = data_of(read_clean(tmp_path, clinic))
    assert data["publisher"]["name"] == "A house"
    assert data["author"] == "A. Name"
    library = read_clean(tmp_path, f"{clinic}role: {{en: psychologist, es: psicóloga}}\n")
    person = {"@type": "Person", "name": "A. Name", "jobTitle": "psicóloga"}
    assert data_of(library, language="es")["author"] == person


def test_nothing_is_made_up_where_the_clinic_says_nothing(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a")
    data = data_of(read_clean(tmp_path, "licence: all rights reserved\n"))
    assert not {
        "url",
        "license",
        "publisher",
        "author",
        "citation",
        "lastReviewed",
        "reviewedBy",
        "dateModified",
    } & {*data}


def test_a_review_is_told_only_of_the_text_that_was_reviewed(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a")
    digest = read_clean(tmp_path).items["guides/a", "en"].document.text_digest
    review = {"by": "A. Person", "credential": "psychologist", "date": "2026-05-31", "of": digest}
    write_item(tmp_path, "guides/a", review=review)
    data = data_of(read_clean(tmp_path))
    assert data["lastReviewed"] == "2026-05-31"
    assert data["reviewedBy"]["name"] == "A. Person"
    assert data["reviewedBy"]["hasCredential"]["name"] == "psychologist"
    write_item(tmp_path, "guides/a", "Another text.", review=review)
    assert not {"lastReviewed", "reviewedBy"} & {*data_of(read_clean(tmp_path))}


def test_discreet_pages_say_nothing(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a", discreet=True)
    write_item(tmp_path, "index")
    edition = read_clean(tmp_path).edition("public", "en")
    assert [page_head(item, edition) for item in edition.items.values()] == ["", ""]
