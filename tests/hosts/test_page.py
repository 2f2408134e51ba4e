"""Real builds: what stands around the text of a page."""

import html
import json
import posixpath
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import build, copy_project

MAIN = '{% extends "base.html" %}\n{% block footer %}<p>Own footer</p>{% endblock %}\n'


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clinic with a template of its own and a renamed page: `site`, `site/es`, and `staged`."""
    folder = tmp_path_factory.mktemp("around")
    project = copy_project(folder / "project")
    (project / "overrides/main.html").write_text(MAIN)
    hosting = project / "mkdocs.yml"
    text = hosting.read_text("utf-8").replace("use_directory_urls: false\n", "")
    hosting.write_text(text + "site_url: https://clinic.example/\n", "utf-8")
    skill = project / "docs/skills/grounding.md"
    old = "formerly: [skills/five-senses, old/steps/senses]\naudience:"
    skill.write_text(skill.read_text("utf-8").replace("audience:", old, 1), "utf-8")
    home = project / "docs/index.md"
    home.write_text(home.read_text("utf-8") + "\nSmile 🙂, [as before](skills/five-senses.md).\n", "utf-8")
    guide = project / "docs/patterns/abandonment.md"
    guide.write_text(guide.read_text("utf-8").replace("title: Fear", "title: 🙂 Fear", 1), "utf-8")
    for name, settings in (("site", {}), ("site/es", {"PSYCHOED_LANGUAGE": "es"})):
        done = build(project, folder / name, "--strict", **settings)
        assert done.returncode == 0, done.stderr
        # Only the old id is told; what is a warning for MkDocs would have failed the build.
        assert re.findall(r"\[([a-z-]+)\]$", done.stderr, re.M) == ["renamed"]
    command = [sys.executable, "-m", "psychoed.hosts.cli", "stage", "--to", str(folder / "stage")]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    done = build(folder / "stage", folder / "staged", "--strict")
    assert done.returncode == 0, done.stderr
    return folder


def pages(site: Path) -> list[Path]:
    return [
        page
        for page in site.glob("*/*.html")
        if page.parent.name in ("guides", "patterns", "skills", "worksheets")
    ]


def target(page: Path, address: str) -> Path:
    """The file that an address leads to from a page on a disk."""
    return Path(posixpath.normpath(page.parent / html.unescape(address)))


@pytest.mark.parametrize("name", ["site", "site/es", "staged"])
def test_every_page_ends_with_what_is_known_about_it(around: Path, name: str) -> None:
    found = [page for page in pages(around / name) if "http-equiv" not in page.read_text("utf-8")]
    assert len(found) == (2 if name == "site/es" else 4)
    for page in found:
        text = page.read_text("utf-8")
        assert text.count('<section class="psychoed-review"') == 1
        assert (
            text.index('class="psychoed-about"') < text.index("<h2") < text.index('class="psychoed-review"')
        )
    assert "psychoed-review" not in (around / name / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["site", "site/es", "staged"])
def test_machines_are_told_what_is_true_in_the_head(around: Path, name: str) -> None:
    told = {}
    for page in pages(around / name):
        head = page.read_text("utf-8").partition("</head>")[0]
        for found in re.findall(r'<script type="application/ld\+json">(.*?)</script>', head, re.S):
            told[page.stem] = json.loads(found)
    # Getting help is discreet.
    assert {*told} == ({"grounding"} if name == "site/es" else {"grounding", "abandonment", "mind-check"})
    assert {data["@type"] for data in told.values()} == {"MedicalWebPage"}
    assert {data["inLanguage"] for data in told.values()} == {"es" if name == "site/es" else "en"}
    assert [data for data in told.values() if "reviewedBy" in data or "lastReviewed" in data] == []
    if "abandonment" in told:
        assert told["abandonment"]["name"] == "🙂 Fear of being left"


def test_the_clinics_own_template_stays(around: Path) -> None:
    assert "Own footer" in (around / "site/skills/grounding.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["site", "site/es"])
def test_a_page_leads_to_the_same_page_in_the_other_language(around: Path, name: str) -> None:
    linked = []
    for page in [around / name / "index.html", *pages(around / name)]:
        text = page.read_text("utf-8")
        for address, language in re.findall(r'<a href="([^"]*)" hreflang="(\w+)"', text):
            there = target(page, address)
            assert f'<html lang="{language}"' in there.read_text("utf-8")
            assert there.name == page.name
            linked.append(page.stem)
            # Material would ask each address in the head for a map of a site.
            assert 'rel="alternate"' not in text
    assert sorted(linked) == ["get-help", "grounding", "index"]


@pytest.mark.parametrize("name", ["site", "staged"])
def test_an_old_address_leads_on(around: Path, name: str) -> None:
    site = around / name
    for old in ("skills/five-senses.html", "old/steps/senses.html"):
        text = (site / old).read_text("utf-8")
        (address,) = re.findall(r'http-equiv="refresh" content="0; url=([^"]*)"', text)
        assert target(site / old, address) == site / "skills/grounding.html"
        assert f'<a href="{address}">Grounding: back to here and now</a>' in text
        assert '<meta name="robots" content="noindex">' in text
        assert 'rel="canonical" href="https://psychoed.example/skills/grounding.html"' in text
    home = (site / "index.html").read_text("utf-8")
    assert '<a href="skills/grounding.html">as before</a>' in home
    others = [
        file for file in site.rglob("*") if file.suffix in (".html", ".xml", ".json") and file.is_file()
    ]
    assert site / "sitemap.xml" in others
    named = {file.name for file in others if re.search("five-senses|steps/senses", file.read_text("utf-8"))}
    assert named == set()


def test_an_old_address_leads_on_in_every_language(around: Path) -> None:
    text = (around / "site/es/skills/five-senses.html").read_text("utf-8")
    assert '<html lang="es" dir="ltr">' in text
    assert "Esta página ha cambiado de lugar" in text
    assert "https://psychoed.example/es/skills/grounding.html" in text


def test_search_finds_the_page_and_not_what_stands_around_it(around: Path) -> None:
    index = (around / "site/search/search_index.json").read_text("utf-8")
    assert "Look around slowly" in index
    assert "Not yet reviewed" not in index
    assert "Limited evidence" not in index
    assert "Esta p" not in index
