"""The manual for authors in a real Chromium."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.conftest import DESKTOP, PHONE, served

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("viewport", "scheme"), [(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"]
)
def test_axe_finds_nothing(manual: Path, chromium: Browser, scheme: str, viewport: dict[str, int]) -> None:
    page = chromium.new_page(viewport=viewport, color_scheme=scheme)  # type: ignore[arg-type]
    found, foreign, wide = {}, [], []
    with served(manual) as address:
        page.on("request", lambda one: None if one.url.startswith(address) else foreign.append(one.url))
        for file in sorted(manual.rglob("*.html")):
            name = file.relative_to(manual).as_posix()
            page.goto(address + name)
            violations = Axe().run(page).response["violations"]
            if violations:
                found[name] = [(one["id"], [node["target"] for node in one["nodes"]]) for one in violations]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(name)
        page.close()
    assert found == {}
    assert foreign == []
    assert wide == []
