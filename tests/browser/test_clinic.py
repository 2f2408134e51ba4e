"""A clinic's colours in a real Chromium: whatever is written, the page can be read in light and dark."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, served
from tests.conftest import assert_quiet, build
from tests.hosts.test_clinic import FACTS, give_facts

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("colour", "good", "link"),
    [("#5b2a86", True, "rgb(91, 42, 134)"), ("#ffcc00", False, "rgb(141, 107, 0)")],
)
def test_axe_finds_nothing_in_a_clinics_colours(
    project: Path,
    tmp_path: Path,
    chromium: Browser,
    colour: str,
    good: bool,
    link: str,
) -> None:
    give_facts(project, FACTS.replace("#5b2a86", colour))
    site = tmp_path / "site"
    if good:
        assert_quiet(build(project, site, "--strict"))
    else:
        done = build(project, tmp_path / "refused", "--strict")
        assert done.returncode == 1
        assert f"The clinic colour fails contrast: `{colour}` on the page is 1.4:1" in done.stderr
        build(project, site)
    found = {}
    with served(site) as address:
        for scheme in ("light", "dark"):
            page = chromium.new_page(viewport=DESKTOP, color_scheme=scheme)  # type: ignore[arg-type]
            for name in ("index.html", "skills/grounding.html", "worksheets/mind-check.html"):
                page.goto(address + name, wait_until="networkidle")
                if violations := Axe().run(page).response["violations"]:
                    found[scheme, name] = [
                        (one["id"], [node["target"] for node in one["nodes"]]) for one in violations
                    ]
                shown = page.locator(".md-content article a:not(.headerlink, .md-button)").first.evaluate(
                    "link => getComputedStyle(link).color"
                )
                assert (shown == link) is (scheme == "light")
            page.close()
    assert found == {}
