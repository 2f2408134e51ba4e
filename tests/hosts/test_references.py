"""Sources on the real sites: every citation leads to its entry, and the search does not know them."""

import json
import re
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("page", "keys", "heading"),
    [
        ("site/patterns/abandonment.html", {"fraley2011", "fraley2015", "fraley2021"}, "Sources"),
        ("site/es/skills/grounding.html", {"gross1998"}, "Fuentes"),
    ],
)
def test_citations_lead_to_the_list_of_their_page(
    sites: Path, page: str, keys: set[str], heading: str
) -> None:
    html = (sites / page).read_text("utf-8")
    assert set(re.findall(r'href="#ref-([^"]*)"', html)) == keys
    assert keys <= set(re.findall(r'<li id="ref-([^"]*)"', html))
    assert f">{heading}</h2>" in html


@pytest.mark.parametrize("site", ["site", "site/es", "site-therapist"])
def test_the_page_of_all_references_is_in_the_menu_and_leads_to_pages(sites: Path, site: str) -> None:
    html = (sites / site / "references.html").read_text("utf-8")
    used = re.findall(r'psychoed-reference-note">\w+ \w+(?: \w+)?: <a href="([^"]*)"', html)
    assert used
    assert [page for page in used if not (sites / site / page).is_file()] == []
    assert 'href="references.html"' in (sites / site / "index.html").read_text("utf-8")


def test_only_the_page_of_all_references_is_found_by_a_title(sites: Path) -> None:
    index = json.loads((sites / "site" / "search" / "search_index.json").read_text("utf-8"))
    found = [one["location"] for one in index["docs"] if "integrative review" in one["text"]]
    assert found == ["references.html"]
