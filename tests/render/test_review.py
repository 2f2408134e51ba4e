"""Time, evidence and review: what a page says of itself, and what it never says."""

from pathlib import Path

import pytest

from psychoed.model.library import Edition
from psychoed.render.reading import minutes_to_read, words
from psychoed.render.review import about, review_box, review_line
from psychoed.source.body import read_body
from psychoed.source.files import read_text
from tests.projects import read_clean, write_item

REVIEW = {"by": "A. Person", "credential": "psychologist", "date": "2026-05-31"}


def page_of(project: Path, language: str = "en", id: str = "guides/a") -> tuple[str, str]:
    """The line above and the box below."""
    edition = read_clean(project).edition("public", language)
    return about(edition.items[id], edition), review_box(edition.items[id], edition)


def test_nobody_is_named_without_a_review(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a", "Two words.", evidence={"level": "limited", "refs": []})
    above, below = page_of(tmp_path)
    assert above == (
        '<p class="psychoed-about" data-search-exclude>1 minute to read. Not yet reviewed by a clinician.</p>'
    )
    assert "<dd>Limited evidence. Only a few studies have tested this.</dd>" in below
    assert "<dd>Not yet reviewed by a clinician.</dd>" in below
    assert "Reviewed by" not in below


def test_a_signed_text_says_who_and_when(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a", review={**REVIEW, "next": "2028-01-01"})
    above, below = page_of(tmp_path)
    assert "Reviewed by A. Person, psychologist, 31 May 2026." in above
    assert "Reviewed by A. Person, psychologist, 31 May 2026. Next review 1 January 2028." in below
    assert "Not yet" not in above + below


def test_a_change_after_the_review_is_told(tmp_path: Path) -> None:
    def line(text: str, **keys: object) -> str:
        write_item(tmp_path, "guides/a", text, **keys)
        edition: Edition = read_clean(tmp_path).edition("public", "en")
        return review_line(edition.items["guides/a"], edition)

    write_item(tmp_path, "guides/a", "The signed text.\n\n---\n\nIts end.")
    digest = read_clean(tmp_path).items["guides/a", "en"].document.text_digest
    review = {**REVIEW, "of": digest}
    assert "Changed" not in line("The signed text.\n\n---\n\nIts end.", review=review)
    # Another head, and space that nobody sees, are the same text.
    assert "Changed" not in line("The signed text.   \n\n---\n\nIts end.\n\n", review=review, words=["more"])
    assert line("The signed text.\n\n---\n\nIts end!", review=review).endswith("Changed since review.")
    assert line("Another text.\n\n---\n\nIts end.", review=review).endswith("Changed since review.")
    assert "Changed" not in line("Any text.", review=REVIEW)


def test_what_is_done_takes_its_own_time(tmp_path: Path) -> None:
    write_item(tmp_path, "skills/a", "word " * 900, minutes=1)
    write_item(tmp_path, "practices/a", minutes=20, with_="therapist")
    write_item(tmp_path, "worksheets/a", "/// lines | What happened?\n///\n")
    assert "About 1 minute. Not yet" in page_of(tmp_path, id="skills/a")[0]
    assert "About 20 minutes. With a therapist. Not yet" in page_of(tmp_path, id="practices/a")[0]
    assert "to read" not in page_of(tmp_path, id="worksheets/a")[0]


def test_whoever_may_have_to_leave_is_not_told_to_read(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a", exit=True)
    above, below = page_of(tmp_path)
    assert "to read" not in above + below


def test_other_languages_are_linked_in_their_own_words(tmp_path: Path) -> None:
    write_item(tmp_path, "guides/a")
    write_item(tmp_path, "guides/a", language="es")
    write_item(tmp_path, "guides/b", language="es")
    write_item(tmp_path, "guides/c")
    write_item(tmp_path, "guides/c", language="es", audience=["therapist"])
    write_item(tmp_path, "index")
    write_item(tmp_path, "index", language="es")
    assert (
        '<a href="../es/guides/a.html" hreflang="es" lang="es">Esta página en español</a>'
        in page_of(tmp_path)[0]
    )
    spanish = page_of(tmp_path, "es")[0]
    assert '<a href="../../guides/a.html" hreflang="en" lang="en">This page in English</a>' in spanish
    assert "<a" not in page_of(tmp_path, "es", "guides/b")[0]
    assert "<a" not in page_of(tmp_path, id="guides/c")[0]
    assert 'href="es/index.html"' in page_of(tmp_path, id="index")[0]
    assert 'href="../index.html"' in page_of(tmp_path, "es", "index")[0]
    # A clinic without a Spanish site has no Spanish page to link to.
    edition = read_clean(tmp_path, "languages: [en]\n").edition("public", "en")
    assert "<a" not in about(edition.items["guides/a"], edition)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two words.", 2),
        ("It's one self-made 2.5", 4),
        ("See [the *guide*](guides/a/b/c 'a title') now.", 4),
        ("One ![not read](map.png) two.", 2),
        ("One <!-- not read --> two.\n\n<!-- not\n\nread -->\n", 2),
        ("One `not read` two ``not ` read`` three.", 3),
        ("One.\n\n```python\nnot read\n```\n\nTwo.\n\n~~~\nnot read\n~~~\n", 2),
        ("[One][ref] two.\n\n[ref]: guides/a\n", 2),
        ("[One](a){ .md-button .big } <span class='not read'>two</span>.", 2),
        ("/// aside | Title\nIn a block.\n///\n", 3),
        ("/// lines | Not read\n    name: not_read\n///\n", 0),
        ("I feel ____ today.\n\n____\n", 3),
        ("", 0),
    ],
)
def test_only_what_is_read_is_counted(tmp_path: Path, text: str, expected: int) -> None:
    (tmp_path / "a.md").write_text(text, "utf-8")
    document = read_text(tmp_path / "a.md", tmp_path)[0]
    assert document is not None
    assert words(read_body(document, 1, sheet=True, language="en").nodes) == expected


@pytest.mark.parametrize(("count", "minutes"), [(0, 1), (1, 1), (299, 1), (301, 2), (600, 3)])
def test_reading_time_is_in_whole_minutes(tmp_path: Path, count: int, minutes: int) -> None:
    write_item(tmp_path, "guides/a", "word " * count + "\n")
    assert minutes_to_read(read_clean(tmp_path).items["guides/a", "en"].body) == minutes
