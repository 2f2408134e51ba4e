"""Words of the glossary in the text of pages: the first use opens its meaning, and on paper there is a list."""

import re
from pathlib import Path

import pytest

from psychoed.model.library import Edition
from psychoed.render.addresses import PageAddresses, PaperAddresses
from psychoed.render.lower import lower
from psychoed.render.paper import paper
from psychoed.source.reader import Reader

HEAD = "---\ntitle: {title}\nmessage: One message.\ntopic: past\naudience: [client]\n---\n\n"
GLOSSARY = """
secure base
secure bases
: a person you can *explore* from

secure
: at ease

anxious (adults)
ambivalent (children)
: higher worry

//// therapist
transference
: a word for therapists
////
"""


def edition_of(project: Path, name: str = "public", words: str = GLOSSARY, **pages: str) -> Edition:
    """An edition of the glossary, of guides and of a worksheet `sheet`."""
    (project / "docs" / "guides").mkdir(parents=True)
    (project / "worksheets").mkdir()
    (project / "docs" / "glossary.md").write_text(HEAD.format(title="Words") + words, "utf-8")
    for page, text in pages.items():
        folder = project / ("worksheets" if page == "sheet" else "docs/guides")
        (folder / f"{page}.md").write_text(HEAD.format(title=f"The {page}") + text, "utf-8")
    library = Reader(project / "clinic.yml").read()
    assert library.problems == ()
    return library.edition(name, "en")


def page(edition: Edition, id: str = "guides/a") -> str:
    return lower(edition.items[id], edition, PageAddresses(edition))


def words(text: str) -> list[str]:
    """The words that can be tapped."""
    return re.findall(
        r'<button type="button" class="psychoed-term" popovertarget="[^"]*">(.*?)</button>', text
    )


def test_a_word_opens_its_meaning_at_the_end_of_the_text(tmp_path: Path) -> None:
    text = page(edition_of(tmp_path, a="A secure base.\n\nMore.\n"))
    assert text == (
        'A <button type="button" class="psychoed-term" popovertarget="term-secure_base">secure base</button>.\n\n'
        "More.\n\n"
        '<p class="psychoed-meanings" data-search-exclude>Words on this page</p>\n\n'
        '<div class="psychoed-meaning" id="term-secure_base" popover="auto" role="dialog" '
        'aria-label="secure base" tabindex="-1" autofocus data-search-exclude markdown="1">\n\n'
        "**secure base:** a person you can explore from\n\n"
        "[All words and their meaning](../glossary.md#term-secure_base)\n\n"
        "</div>\n"
    )


@pytest.mark.parametrize(
    ("text", "tapped"),
    [
        ("Secure bases. A secure base.\n\nA secure base is secure.", ["Secure bases", "secure"]),
        ("## Secure\n\n[Secure](guides/b), `secure` and **secure**.", ["secure"]),
        ("## Secure\n\n[Secure](guides/b), `secure`.", []),
        ("/// aside | Secure\nSecure.\n///\n\nSecure.", ["Secure"]),
        ("/// safety\nSecure.\n///\n\nStill secure.", ["secure"]),
        ("| secure |\n|---|\n| Secure |", ["Secure"]),
        ("Ambivalent, anxious.", ["Ambivalent"]),
    ],
)
def test_only_the_first_use_in_running_text_is_marked(tmp_path: Path, text: str, tapped: list[str]) -> None:
    lowered = page(edition_of(tmp_path, a=text, b="."))
    assert words(lowered) == tapped
    assert lowered.count("popover=") == len(tapped)


def test_the_meaning_has_the_name_that_was_tapped(tmp_path: Path) -> None:
    text = page(edition_of(tmp_path, a="Ambivalent."))
    assert "**ambivalent (children):** higher worry" in text
    assert 'aria-label="ambivalent (children)"' in text


def test_a_use_for_therapists_is_not_the_first_of_the_public(tmp_path: Path) -> None:
    text = "Open.\n\n//// therapist\nSecure, by transference.\n////\n\nThe secure, the transference.\n"
    public = page(edition_of(tmp_path / "public", a=text))
    assert words(public) == ["secure"]
    assert "a word for therapists" not in public
    therapist = page(edition_of(tmp_path / "therapist", "therapist", a=text))
    assert words(therapist) == ["Secure", "transference"]


def test_a_page_explains_the_words_of_its_title_itself(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, secure="A secure person with a secure base.")
    assert words(page(edition, "guides/secure")) == ["secure base"]


def test_home_help_and_the_glossary_itself_stay_plain(tmp_path: Path) -> None:
    edition = edition_of(tmp_path / "a", **{"get-help": "A secure place.", "a": "A secure place."})
    assert words(page(edition, "guides/a")) == ["secure"]
    assert words(page(edition, "guides/get-help")) == []
    assert words(page(edition, "glossary")) == []


def test_a_word_beside_fields_is_marked_but_no_label(tmp_path: Path) -> None:
    text = "Secure?\n\n- [ ] secure\n\nI feel secure when ____.\n"
    text = page(edition_of(tmp_path, sheet=text), "worksheets/sheet")
    assert words(text) == ["secure"]
    assert "I feel <button" in text


def test_the_glossary_shows_other_forms_and_where_each_term_stands(tmp_path: Path) -> None:
    text = page(edition_of(tmp_path), "glossary")
    also = '<span class="psychoed-forms">also: secure bases</span>'
    assert f"secure base {also} {{ #term-secure_base }}\n: a person you can *explore* from\n" in text
    assert "secure { #term-secure }\n: at ease\n" in text


def test_a_broken_glossary_explains_nothing(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, a="Secure.")
    (tmp_path / "docs" / "glossary.md").write_text(
        HEAD.format(title="Words") + "secure\n: one\n\nsecure\n: two"
    )
    edition = Reader(tmp_path / "clinic.yml").read().edition("public", "en")
    assert page(edition) == "Secure.\n"


def test_paper_lists_the_words_of_a_page_but_not_of_a_sheet(tmp_path: Path) -> None:
    edition = edition_of(tmp_path, a="A secure <b>base</b>.", sheet="A secure base.\n\nI feel ____ now.\n")
    text = lower(edition.items["guides/a"], edition, PaperAddresses(edition))
    assert text == "A secure <b>base</b>.\n\n## Words on this page\n\n- **secure:** at ease\n"
    assert "<strong>secure:</strong> at ease</li>" in paper(edition.items["guides/a"], edition)
    sheet = lower(edition.items["worksheets/sheet"], edition, PaperAddresses(edition))
    assert sheet.startswith("A secure base.\n\nI feel ")
    assert "at ease" not in sheet
    assert "explore" not in sheet


def test_quotes_and_markup_in_a_glossary_stay_text(tmp_path: Path) -> None:
    words_with_markup = 'so-called "secure" (a <b>)\n: a "meaning" with 2 \\* 3 < 7\n'
    edition = edition_of(tmp_path, words=words_with_markup, a='The so-called "secure" one.')
    text = page(edition)
    assert 'aria-label="so-called &#34;secure&#34; (a &lt;b&gt;)"' in text
    assert '**so-called "secure" (a \\<b\\>):** a "meaning" with 2 \\* 3 \\< 7' in text
