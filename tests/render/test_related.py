"""What an item belongs with."""

from pathlib import Path

from psychoed.model.library import Edition
from psychoed.render.addresses import PageAddresses
from psychoed.render.related import draw_related, related
from psychoed.source.reader import Reader
from tests.projects import read_clean, write_item


def groups(edition: Edition, id: str) -> dict[str, list[str]]:
    return {word: [one.id for one in items] for word, items in related(edition.items[id], edition)}


def test_what_one_names_shows_the_other(tmp_path: Path) -> None:
    write_item(tmp_path, "patterns/left", skills=["skills/b", "skills/a"], worksheets=["worksheets/x"])
    write_item(tmp_path, "skills/a", title="A", patterns=["patterns/left"])
    write_item(tmp_path, "skills/b", title="B")
    write_item(tmp_path, "skills/c", title="C", patterns=["patterns/left"])
    write_item(tmp_path, "worksheets/x", topic="worksheets")
    write_item(tmp_path, "guides/alone")
    edition = read_clean(tmp_path).edition("public", "en")
    # The author's own in the author's order, then those that name it; each once.
    assert groups(edition, "patterns/left") == {
        "skills": ["skills/b", "skills/a", "skills/c"],
        "worksheets": ["worksheets/x"],
    }
    assert groups(edition, "skills/b") == {"patterns": ["patterns/left"]}
    assert groups(edition, "skills/a") == {"patterns": ["patterns/left"]}
    assert groups(edition, "worksheets/x") == {"patterns": ["patterns/left"]}
    assert groups(edition, "guides/alone") == {}
    assert draw_related(edition.items["guides/alone"], edition, PageAddresses(edition)) == ""


def test_backlinks_stand_in_the_order_of_their_titles(tmp_path: Path) -> None:
    write_item(tmp_path, "skills/a")
    for id, title in (("patterns/1", "the third"), ("patterns/2", "A first"), ("patterns/3", "Second")):
        write_item(tmp_path, id, title=title, skills=["skills/a"])
    edition = read_clean(tmp_path).edition("public", "en")
    assert groups(edition, "skills/a") == {"patterns": ["patterns/2", "patterns/3", "patterns/1"]}


def test_only_the_edition_and_the_language_are_shown(tmp_path: Path) -> None:
    write_item(tmp_path, "skills/a", guides=["guides/notes", "guides/spanish"])
    write_item(tmp_path, "guides/notes", audience=["therapist"], skills=["skills/a"])
    write_item(tmp_path, "guides/spanish", language="es", skills=["skills/a"])
    library = read_clean(tmp_path)
    assert groups(library.edition("public", "en"), "skills/a") == {}
    assert groups(library.edition("therapist", "en"), "skills/a") == {"guides": ["guides/notes"]}


def test_what_is_heavy_comes_behind_everything_that_can_be_done(tmp_path: Path) -> None:
    write_item(tmp_path, "patterns/loss", practices=["practices/letter"], worksheets=["worksheets/line"])
    write_item(tmp_path, "practices/letter", with_="therapist", minutes=30)
    write_item(tmp_path, "worksheets/line", with_="therapist", minutes=1)
    write_item(tmp_path, "worksheets/light", patterns=["patterns/loss"])
    write_item(tmp_path, "guides/get-help", patterns=["patterns/loss"])
    edition = read_clean(tmp_path).edition("public", "en")
    item = edition.items["patterns/loss"]
    assert draw_related(item, edition, PageAddresses(edition)) == (
        "## What may help from here\n\n"
        "**Worksheets**\n\n- [light](../worksheets/light.md)\n\n"
        "**With a therapist**\n\n"
        "- [letter](../practices/letter.md), 30 minutes\n- [line](../worksheets/line.md), 1 minute\n\n"
        "**To read**\n\n- [get-help](../guides/get-help.md)"
    )


def test_a_page_that_gathers_is_no_backlink(tmp_path: Path) -> None:
    write_item(tmp_path, "index", skills=["skills/a"])
    write_item(tmp_path, "skills/a")
    edition = read_clean(tmp_path).edition("public", "en")
    assert groups(edition, "index") == {"skills": ["skills/a"]}
    assert groups(edition, "skills/a") == {}


def test_a_packet_keeps_its_order_and_its_sheets_name_it(tmp_path: Path) -> None:
    sheet = "---\ntitle: {}\nmessage: M\naudience: [client]\n---\n\nText.\n"
    packets = tmp_path / "worksheets" / "packets"
    packets.mkdir(parents=True)
    for name in ("b", "a"):
        (tmp_path / "worksheets" / f"{name}.md").write_text(sheet.format(name.upper()))
    (packets / "start.md").write_text(
        "---\ntitle: Start\nmessage: M\naudience: [client]\nitems: [worksheets/b, worksheets/a]\n---\n\nText.\n"
    )
    edition = Reader(tmp_path / "clinic.yml").read().edition("public", "en")
    packet = edition.items["worksheets/packets/start"]
    assert [(word, [one.id for one in items]) for word, items in related(packet, edition)] == [
        ("items", ["worksheets/b", "worksheets/a"])
    ]
    ((word, (owner,)),) = related(edition.items["worksheets/a"], edition)
    assert (word, owner.id) == ("worksheets/packets", "worksheets/packets/start")
