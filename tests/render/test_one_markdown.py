"""One Markdown: every page of the site says on paper what it says on screen, in words, headings and links."""

import posixpath
from pathlib import Path

import pytest
from lxml import html

from psychoed.model.library import Edition
from psychoed.render.paper import paper
from psychoed.source.reader import Reader
from tests.conftest import REPOSITORY

AROUND = {"headerlink", "help-line", "psychoed-about", "psychoed-references"}
"""What only the page or only the paper has, by class."""

Said = tuple[list[str], list[str], list[tuple[str, str]]]


@pytest.mark.parametrize("name", ["public", "therapist"])
@pytest.mark.parametrize("language", ["en", "es"])
def test_paper_says_what_the_page_says(sites: Path, name: str, language: str) -> None:
    library = Reader(REPOSITORY / "clinic.yml").read()
    edition = library.edition(name, language)
    folder = sites / {"public": "site", "therapist": "site-therapist"}[name] / library.folder(language)
    title = edition.strings("references.sources")
    assert len(edition.items) >= 3
    for item in edition.items.values():
        page = html.fromstring((folder / f"{item.id}.html").read_text("utf-8")).find(".//article")
        sheet = html.fromstring(paper(item, edition)).find(".//form")
        on_page = said(page, lambda link, id=item.id: page_target(link, id), title)
        on_paper = said(sheet, lambda link: paper_target(link, edition), title)
        for screen, print_ in zip(on_page, on_paper, strict=True):
            assert within(print_, screen), (item.id, print_, screen)
        assert len(on_paper[0]) > 20, item.id


def said(element: html.HtmlElement, target: object, sources: str) -> Said:
    """The words, headings and links (their words, where they lead) of the text itself.

    The heading of the sources is left out too: on the page it stands behind what the page belongs with.
    """
    for heading in [
        one for one in element.iter("h2") if " ".join(one.text_content().split()).startswith(sources)
    ]:
        heading.drop_tree()
    for extra in [one for one in element.iter() if one.tag in {"h1", "script"} or AROUND & classes(one)]:
        extra.drop_tree()
    words = element.text_content().split()
    headings = [" ".join(one.text_content().split()) for one in element.iter("h2", "h3", "h4")]
    links = [
        (" ".join(link.text_content().split()), target(link.get("href", "")))  # type: ignore[operator]
        for link in element.iter("a")
        # On paper a citation is its words: the list of sources stands below.
        if "#ref-" not in link.get("href", "")
    ]
    return words, headings, links


def classes(element: html.HtmlElement) -> set[str]:
    return set(str(element.get("class", "")).split())


def page_target(link: str, id: str) -> str:
    """The address from the root of the site."""
    if ":" in link:
        return link
    path, _, anchor = link.partition("#")
    where = posixpath.normpath(posixpath.join(posixpath.dirname(id), path)) if path else f"{id}.html"
    return f"{where}#{anchor}" if anchor else where


def paper_target(link: str, edition: Edition) -> str:
    """The same for a whole address as it is printed."""
    home = edition.library.clinic.address.rstrip("/") + "/"
    folder = edition.library.folder(edition.language)
    return link.removeprefix(home).removeprefix(folder) if link.startswith(home) else link


def within(part: list, whole: list) -> bool:  # type: ignore[type-arg]
    """Whether one list stands in the other in one piece."""
    if not part:
        return True
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
