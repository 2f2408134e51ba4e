"""References: every entry of the bibliography as it is drawn, lists, editions, the page of all of them.

PSYCHOED_UPDATE=1 writes the drawn entries anew: then read them against APA 7.
"""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from psychoed.model.library import Edition
from psychoed.registry import languages
from psychoed.render.addresses import PageAddresses
from psychoed.render.apa import draw, order, suffix_of
from psychoed.render.lower import lower
from psychoed.render.page import file_text, generated_texts, menu, page
from psychoed.render.paper import paper
from psychoed.render.prose import to_html
from psychoed.render.references import sources
from psychoed.source.reader import Reader
from tests.conftest import REPOSITORY

HEAD = "---\ntitle: {title}\nmessage: One message.\ntopic: past\naudience: [{audience}]\n{more}---\n\n"

OTHERS: dict[str, dict[str, Any]] = {
    "nobody": {"type": "webpage", "title": "A page of nobody", "URL": "https://page.example/a_b"},
    "one-editor": {"type": "book", "title": "Edited by one", "editor": [{"family": "Ex", "given": "E."}]},
    "thesis": {
        "type": "thesis",
        "title": "A thesis",
        "author": [{"family": "Ex"}],
        "genre": "Doctoral dissertation",
        "publisher": "Univ.",
    },
    "markup": {"type": "book", "title": "Is <b> & *this* [a] title_of_it?", "publisher": "Press"},
    "third": {
        "type": "book",
        "title": "Third",
        "edition": 3,
        "editor": [{"family": "Ex"}, {"family": "Why"}],
    },
    "many": {"type": "book", "title": "Many", "author": [{"family": f"N{one}"} for one in range(10, 35)]},
}
"""What our bibliography does not have yet, and citeproc-py gets wrong."""


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_entry_is_drawn_as_before(language: str) -> None:
    library = Reader(REPOSITORY / "clinic.yml").read()
    assert len(library.references) == 64
    others = {key: {"id": key, "issued": {"date-parts": [[2001]]}, **one} for key, one in OTHERS.items()}
    rows = []
    for entries in (library.references, others):
        for key in sorted(entries, key=lambda key: order(entries[key])):
            drawn = draw(entries[key], languages()[language])
            rows += [f"{key} ({drawn.cited})", drawn.listed, ""]
    golden = Path(__file__).parent / f"references.{language}.txt"
    text = "\n".join(rows)
    if os.environ.get("PSYCHOED_UPDATE"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_markdown_leaves_an_entry_as_it_was_drawn() -> None:
    library = Reader(REPOSITORY / "clinic.yml").read()
    others = {key: {"id": key, **one} for key, one in OTHERS.items()}
    whole = replace(library, references={**library.references, **others})
    html = to_html(sources(whole.references, whole.edition("public", "en")))
    for key, entry in whole.references.items():
        assert f'<li id="ref-{key}">{draw(entry, languages()["en"]).listed}' in html


def test_works_that_would_be_cited_alike_are_told_apart() -> None:
    def work(title: str, year: int, *authors: str) -> dict[str, Any]:
        people = [{"family": author, "given": "A."} for author in authors]
        issued = {"date-parts": [[year]]}
        return {"id": title, "type": "book", "title": title, "author": people, "issued": issued}

    entries = {
        "z": work("Zeal", 2015, "Öz", "Bee"),
        "a": work("Art", 2015, "Öz", "Bee"),
        "other": work("Art", 2015, "Öz"),
        "later": work("Art", 2016, "Öz", "Bee"),
    }
    english = languages()["en"]
    found = {key: suffix_of(key, entries, english) for key in entries}
    assert found == {"z": "b", "a": "a", "other": "", "later": ""}
    assert draw(entries["z"], english, "b").cited == "Öz & Bee, 2015b"
    assert "(2015b)." in draw(entries["z"], english, "b").listed
    assert sorted(entries, key=lambda key: order(entries[key])) == ["other", "a", "z", "later"]


def editions(project: Path, language: str = "en", **pages: str) -> dict[str, Edition]:
    """A library with these guides: `audience|refs|text`."""
    for name, text in pages.items():
        audience, refs, body = text.split("|", 2)
        more = f"evidence: {{level: limited, refs: [{refs}]}}\n" if refs else ""
        suffix = "" if language == "en" else f".{language}"
        file = project / "docs" / "guides" / f"{name}{suffix}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(HEAD.format(title=name.title(), audience=audience, more=more) + body, "utf-8")
    (project / "data").mkdir()
    bibliography = (REPOSITORY / "data" / "references.yml").read_text("utf-8")
    (project / "data" / "references.yml").write_text(bibliography, "utf-8")
    library = Reader(project / "clinic.yml").read()
    assert library.problems == ()
    return {name: library.edition(name, language) for name in ("public", "therapist")}


def listed(text: str) -> list[str]:
    """The keys of a list, in its order."""
    return re.findall(r'<li id="ref-([^"]*)"', text)


def test_citations_become_links_to_the_list(tmp_path: Path) -> None:
    text = "client||It may [@hazan1987; @bowlby1988, p. 3-4], or not [@granqvist2017].\n"
    edition = editions(tmp_path, a=text)["public"]
    drawn = lower(edition.items["guides/a"], edition, PageAddresses(edition))
    assert drawn == (
        "It may ([Bowlby, 1988](#ref-bowlby1988), p. 3–4; [Hazan & Shaver, 1987](#ref-hazan1987)), "
        "or not ([Granqvist et al., 2017](#ref-granqvist2017)).\n"
    )
    whole = page(edition.items["guides/a"], edition)
    assert listed(whole) == ["bowlby1988", "granqvist2017", "hazan1987"]
    assert "## Sources" in whole


def test_they_speak_the_language_of_the_page(tmp_path: Path) -> None:
    edition = editions(tmp_path, "es", a="client|mikulincer2016|Puede ser [@hazan1987].\n")["public"]
    whole = page(edition.items["guides/a"], edition)
    assert "([Hazan y Shaver, 1987](#ref-hazan1987))" in whole
    assert "## Fuentes" in whole
    assert "Todavía sin verificar." in whole
    assert "(2.ª ed.)" in whole


def test_what_cannot_be_drawn_stays_as_written(tmp_path: Path) -> None:
    edition = editions(tmp_path, a="client||One [@nobody], two [@bowlby1988; @nobody], three [@].\n")[
        "public"
    ]
    drawn = page(edition.items["guides/a"], edition)
    assert "One [@nobody], two [@bowlby1988; @nobody], three [@]." in drawn


def test_a_page_lists_what_it_cites_and_what_its_evidence_names(tmp_path: Path) -> None:
    edition = editions(tmp_path, a="client|zhang2022, bowlby1988|[@bowlby1988] [@bowlby1988]", b="client||.")
    assert listed(page(edition["public"].items["guides/a"], edition["public"])) == ["bowlby1988", "zhang2022"]
    assert "Sources" not in page(edition["public"].items["guides/b"], edition["public"])


def test_an_entry_says_what_is_not_certain(tmp_path: Path) -> None:
    text = "client|bowlby1988, gratz2004, boris2005, brennan1998, madigan2023, fraley2015|."
    edition = editions(tmp_path, a=text)["public"]
    whole = page(edition.items["guides/a"], edition)
    notes = {
        key: re.sub(r"<[^>]*>", "", note)
        for key, note in re.findall(r'<li id="ref-([^"]*)".*?( <span.*)?</li>', whole)
    }
    assert notes == {
        "bowlby1988": " Not yet verified.",
        "gratz2004": " DOI not yet verified.",
        "boris2005": " The title is shortened here.",
        "brennan1998": " Given names of the editors are missing here. Not yet verified.",
        "madigan2023": "",
        "fraley2015": "",
    }
    assert "Madigan, S., et al. (2023)" in whole


def test_what_only_therapists_read_is_listed_for_them_alone(tmp_path: Path) -> None:
    found = editions(
        tmp_path,
        a="client||Open [@bowlby1988].\n\n/// therapist\nClosed [@mercer2003; @bowlby1988].\n///\n",
        b="therapist|chaffin2006|Closed [@levy2018].",
    )
    public, therapist = found["public"], found["therapist"]
    assert listed(page(public.items["guides/a"], public)) == ["bowlby1988"]
    assert listed(page(therapist.items["guides/a"], therapist)) == ["bowlby1988", "mercer2003"]
    [(path, text)] = generated_texts(public).items()
    assert path == "references.md"
    assert listed(text) == ["bowlby1988"]
    assert listed(generated_texts(therapist)[path]) == ["bowlby1988", "chaffin2006", "levy2018", "mercer2003"]


def test_the_page_of_all_references_names_who_uses_them(tmp_path: Path) -> None:
    edition = editions(tmp_path, a="client|bowlby1988|See [all](references).", b="client||[@bowlby1988]")
    public = edition["public"]
    text = generated_texts(public)["references.md"]
    assert text.startswith('---\ntitle: "References"\n---\n\n# References\n')
    assert "Used in: [A](guides/a.md), [B](guides/b.md)." in text
    assert menu(public)[-1] == {"More": ["references.md"]}
    assert "See [all](../references.md)." in page(public.items["guides/a"], public)


def test_there_is_no_such_page_where_nothing_is_cited_or_somebody_wrote_one(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    none = editions(tmp_path, a="client||See [all](references).")["public"]
    assert generated_texts(none) == {}
    assert "See all." in page(none.items["guides/a"], none)
    (tmp_path / "docs" / "references.md").write_text("# Our own\n\nText [@bowlby1988].\n")
    own = Reader(tmp_path / "clinic.yml").read().edition("public", "en")
    assert generated_texts(own) == {}
    assert "Our own" in file_text(own.items["references"], own)


def test_paper_has_the_year_and_lists_what_it_cites_itself(tmp_path: Path) -> None:
    edition = editions(tmp_path, a="client|zhang2022|It may [@bowlby1988].", b="client|zhang2022|It may.")
    public = edition["public"]
    html = paper(public.items["guides/a"], public)
    assert "It may (Bowlby, 1988)." in html
    assert listed(html) == ["bowlby1988"]
    assert listed(paper(public.items["guides/b"], public)) == []


def test_what_was_drawn_before_is_not_drawn_again(tmp_path: Path) -> None:
    """In the second process citeproc-py is not even loaded; a file that is not whole is made anew."""
    code = (
        "import sys; from pathlib import Path; from psychoed.registry import languages\n"
        "from psychoed.render.apa import draw\n"
        "entry = {'id': 'a', 'type': 'book', 'title': 'On trees', 'author': [{'family': 'Oak', 'given': 'A.'}],\n"
        "         'issued': {'date-parts': [[2001]]}, 'publisher': 'Wood'}\n"
        "print(draw(entry, languages()['en'], kept=Path(sys.argv[1])).listed, 'citeproc' in sys.modules)"
    )

    def drawn() -> str:
        done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    first = "Oak, A. (2001). <em>On trees</em>. Wood. True\n"
    assert drawn() == first
    assert drawn() == first.replace("True", "False")
    (file,) = tmp_path.iterdir()
    file.write_text('{"cited": "half')
    assert drawn() == first
