"""Every page in a real Chromium: light and dark, phone and desktop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import DESKTOP, PHONE, served

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["site", "site-therapist"])
def site(request: pytest.FixtureRequest, sites: Path) -> Iterator[tuple[str, list[str]]]:
    """The web address of a site, and its pages."""
    folder = sites / request.param
    # A server shows the 404.html of its root only, and that one names its files from the root.
    pages = sorted(page.relative_to(folder).as_posix() for page in folder.rglob("*.html"))
    with served(folder) as address:
        yield address, [page for page in pages if page != "es/404.html"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_and_no_other_host_is_asked(
    site: tuple[str, list[str]], chromium: Browser, scheme: str, viewport: dict[str, int]
) -> None:
    page = chromium.new_page(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    foreign: list[str] = []
    said: list[str] = []
    address, names = site
    page.on("request", lambda one: None if one.url.startswith(address) else foreign.append(one.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    found = {}
    assert "worksheets/mind-check.html" in names
    for name in names:
        page.goto(address + name, wait_until="networkidle")
        violations = Axe().run(page).response["violations"]
        if violations:
            found[name] = [(one["id"], [node["target"] for node in one["nodes"]]) for one in violations]
    page.close()
    assert found == {}
    assert foreign == []
    assert said == []


def test_a_narrow_phone_never_scrolls_sideways(site: tuple[str, list[str]], chromium: Browser) -> None:
    page = chromium.new_page(viewport={"width": 320, "height": 640})
    wide = []
    address, names = site
    for name in names:
        page.goto(address + name)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(name)
    page.close()
    assert wide == []


def test_the_sheet_is_filled_in_by_keyboard_alone(site: tuple[str, list[str]], chromium: Browser) -> None:
    page: Page = chromium.new_page(viewport=DESKTOP)  # type: ignore[arg-type]
    page.goto(f"{site[0]}worksheets/mind-check.html")
    page.get_by_label("My first story about it").focus()
    page.keyboard.type("Sam is angry")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    group = page.get_by_role("group", name="How sure am I of this story?")
    assert group.get_by_label("3", exact=True).is_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("afraid")
    assert page.get_by_label("My first story about it").input_value() == "Sam is angry"
    assert page.get_by_label("What I felt").input_value() == "afraid"
    page.close()
