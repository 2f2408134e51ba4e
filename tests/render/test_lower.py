"""Lowering: what a host is given, in each edition."""

from pathlib import Path

from psychoed.model.library import Edition
from psychoed.render.addresses import PageAddresses, PaperAddresses
from psychoed.render.lower import lower
from psychoed.source.reader import Reader

HEAD = "---\ntitle: {title}\nmessage: One message.\ntopic: past\naudience: [{audience}]\n---\n\n"


def library_of(project: Path, **pages: str) -> dict[str, Edition]:
    for name, text in pages.items():
        audience, _, body = text.partition("|")
        file = project / "docs" / "guides" / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD.format(title=name, audience=audience) + body, "utf-8")
    (project / "clinic.yml").write_text("address: https://clinic.example/\n")
    library = Reader(project / "clinic.yml").read()
    assert library.problems == ()
    return {name: library.edition(name, "en") for name in ("public", "therapist")}


def test_links_lead_on_by_medium(tmp_path: Path) -> None:
    editions = library_of(
        tmp_path, a="client|See [b](guides/b#part), [out](https://x.example), [c](b.md).", b="client|."
    )
    item, edition = editions["public"].items["guides/a"], editions["public"]
    page = lower(item, edition, PageAddresses(edition))
    assert page == "See [b](b.md#part), [out](https://x.example), [c](b.md).\n"
    paper = lower(item, edition, PaperAddresses(edition))
    assert "[b](https://clinic.example/guides/b.html#part)" in paper


def test_a_link_out_of_the_edition_becomes_its_text(tmp_path: Path) -> None:
    text = "client|See [the *notes*](guides/notes) and [again][n].\n\n[n]: guides/notes\n"
    editions = library_of(tmp_path, a=text, notes="therapist|.")
    item = editions["public"].items["guides/a"]
    assert (
        lower(item, editions["public"], PageAddresses(editions["public"])) == "See the *notes* and again.\n"
    )
    whole = lower(item, editions["therapist"], PageAddresses(editions["therapist"]))
    assert whole == "See [the *notes*](notes.md) and [again](notes.md).\n"


def test_comments_never_leave(tmp_path: Path) -> None:
    editions = library_of(
        tmp_path, a="client|One <!-- two --> three.\n\n<!-- four\n\nfive -->\n\nSix `<!-- seven -->`."
    )
    edition = editions["public"]
    text = lower(edition.items["guides/a"], edition, PageAddresses(edition))
    assert text.split() == ["One", "three.", "Six", "`<!--", "seven", "-->`."]


def test_a_block_goes_with_all_that_stands_in_it(tmp_path: Path) -> None:
    body = "client|Open.\n\n//// therapist | Notes\nClosed.\n\n/// aside\nInner.\n///\n////\n"
    editions = library_of(tmp_path, a=body)
    item = editions["public"].items["guides/a"]
    assert lower(item, editions["public"], PageAddresses(editions["public"])) == "Open.\n"
    shown = lower(item, editions["therapist"], PageAddresses(editions["therapist"]))
    assert "## Notes" in shown
    assert "Inner." in shown


def test_a_broken_page_shows_nothing_of_itself(tmp_path: Path) -> None:
    file = tmp_path / "docs/guides/a.md"
    file.parent.mkdir(parents=True)
    file.write_text(HEAD.format(title="a", audience="client") + "Open.\n\n/// therapsit\nSecret.\n///\n")
    edition = Reader(tmp_path / "clinic.yml").read().edition("public", "en")
    text = lower(edition.items["guides/a"], edition, PageAddresses(edition))
    assert "This page is not ready." in text
    assert "Secret" not in text
    assert "Open" not in text


def test_a_broken_head_hides_the_page_from_the_public(tmp_path: Path) -> None:
    file = tmp_path / "docs/guides/a.md"
    file.parent.mkdir(parents=True)
    file.write_text("---\ntitle: Notes: for the session\n---\n\nSecret.\n")
    library = Reader(tmp_path / "clinic.yml").read()
    assert list(library.edition("public", "en").items) == []
    assert list(library.edition("therapist", "en").items) == ["guides/a"]
