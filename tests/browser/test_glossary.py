"""Words of the glossary in a real Chromium: they open by tap, click and key, and the focus comes back."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, served
from tests.conftest import assert_quiet, build, copy_project

pytestmark = pytest.mark.browser

TEXT = """---
title: Own words
---

A secure base helps you explore, and an *attachment figure* comforts you.

| Word | Where |
|---|---|
| flashback | a trigger came before it |

A corrective emotional experience, an internal working model, intergenerational transmission.

At the end of a long sentence that goes over the edge of a small phone stands a window of tolerance.
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The web address of the reference site with a page that uses words of its glossary."""
    folder = tmp_path_factory.mktemp("glossary")
    project = copy_project(folder / "project")
    (project / "docs" / "words.md").write_text(TEXT, "utf-8")
    site = folder / "site"
    assert_quiet(build(project, site, "--strict"))
    with served(site) as address:
        yield address


@pytest.fixture(params=[(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    viewport, scheme = request.param
    context = chromium.new_context(viewport=viewport, color_scheme=scheme, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}words.html")
    yield page
    context.close()


def test_a_word_opens_by_tap_and_closes_by_a_tap_elsewhere(page: Page) -> None:
    meaning = page.get_by_role("dialog", name="attachment figure")
    expect(meaning).to_be_hidden()
    page.get_by_role("button", name="attachment figure", exact=True).tap()
    expect(meaning).to_be_visible()
    expect(meaning).to_contain_text("a person you turn to for safety and comfort")
    page.get_by_role("button", name="flashback", exact=True).tap()
    expect(meaning).to_be_hidden()
    expect(page.get_by_role("dialog", name="flashback")).to_be_visible()
    page.locator("h1").tap()
    expect(page.locator(".psychoed-meaning:popover-open")).to_have_count(0)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_word_opens_by_key_and_gives_the_focus_back(page: Page, key: str) -> None:
    expect(page.locator("body")).to_be_focused()  # a hidden meaning does not take it when the page opens
    word = page.get_by_role("button", name="attachment figure", exact=True)
    page.get_by_role("button", name="secure base", exact=True).focus()
    page.keyboard.press("Tab")
    expect(word).to_be_focused()
    page.keyboard.press(key)
    meaning = page.get_by_role("dialog", name="attachment figure")
    expect(meaning).to_be_focused()
    page.keyboard.press("Tab")
    expect(meaning.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()


def test_nothing_opens_when_a_pointer_rests_on_a_word(page: Page) -> None:
    page.get_by_role("button", name="flashback", exact=True).hover()
    expect(page.locator(".psychoed-meaning:popover-open")).to_have_count(0)


def test_an_open_meaning_stands_within_the_screen_and_axe_finds_nothing(page: Page) -> None:
    assert page.viewport_size
    for word in page.get_by_role("main").locator(".psychoed-term").all():
        word.tap()
        meaning = page.locator(".psychoed-meaning:popover-open")
        box = meaning.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= page.viewport_size["width"]
        assert box["y"] + box["height"] <= page.viewport_size["height"]
        assert Axe().run(page).response["violations"] == []
        page.keyboard.press("Escape")


def test_the_meaning_leads_to_its_place_in_the_glossary(page: Page) -> None:
    page.get_by_role("button", name="flashback", exact=True).tap()
    page.get_by_role("dialog", name="flashback").get_by_role("link").tap()
    page.wait_for_url("**/glossary.html#term-flashback")
    expect(page.locator(":target")).to_contain_text("flashback")
    expect(page.locator(":target")).to_be_in_viewport()


def test_a_word_reads_as_part_of_its_sentence(page: Page) -> None:
    script = (
        "one => { const s = getComputedStyle(one); return [s.color, s.fontFamily, s.fontSize, s.fontStyle] }"
    )
    word = page.get_by_role("button", name="attachment figure", exact=True)
    assert word.evaluate(script) == word.locator("..").evaluate(script)


def test_a_narrow_phone_with_long_words_never_scrolls_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_printed_page_has_the_meanings_below_its_text(page: Page) -> None:
    page.emulate_media(media="print")
    expect(page.get_by_text("Words on this page")).to_be_visible()
    expect(page.get_by_text("a person you turn to for safety and comfort")).to_be_visible()
    expect(page.get_by_text("All words and their meaning").first).to_be_hidden()
