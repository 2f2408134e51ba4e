"""Two readers of Markdown, one structure: where CommonMark and Python-Markdown differ, we have said so."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from psychoed.hosts.markdown import AsWritten
from psychoed.model.document import Document
from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.registry import languages
from psychoed.render.lower import lower_nodes
from psychoed.render.prose import to_html
from psychoed.source.page import read_page
from tests.conftest import REPOSITORY

COMMONMARK = MarkdownIt("commonmark").enable("table")
CONTENT = sorted([*(REPOSITORY / "docs").rglob("*.md"), *(REPOSITORY / "worksheets").rglob("*.md")])


class Outline(HTMLParser):
    """Headings, lists with their entries, cells and code, each with its letters; text outside of them."""

    PLACES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "th", "td", "pre"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.read: list[list[str]] = [["text", ""]]
        self.stack = [self.read[0]]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.PLACES:
            self.stack.append([tag, ""])
            self.read.append(self.stack[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag in self.PLACES:
            self.stack.pop()
            if tag in {"ul", "ol"}:
                self.read.append([f"/{tag}", ""])

    def handle_data(self, data: str) -> None:
        self.stack[-1][1] += "".join(re.findall(r"\w", data.replace("_", "")))


def outline(html: str) -> list[list[str]]:
    return Outline(html).read


def read(text: str) -> Item:
    document = Document("docs/a.md", Path("a.md"), f"---\ntitle: A title\n---\n\n{text}")
    return read_page(document, "a.md", "en")


def drawn(item: Item) -> str:
    edition = Library(languages=languages()).edition("public", "en")
    return to_html(lower_nodes(item.body, item, edition, AsWritten(edition)))


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.stem)
def test_both_read_our_content_alike(file: Path) -> None:
    text = re.sub(r"\A---\n.*?\n---\n", "", file.read_text("utf-8"), flags=re.S)
    text = re.sub(r"^/{3,}.*\n(?: {4}.*\n)*", "", text, flags=re.M)  # blocks are ours alone
    text = re.sub(r"<!--.*?-->|\{:? ?[#.][^}\n]*\}", "", text, flags=re.S)
    item = read(text)
    assert outline(COMMONMARK.render(text)) == outline(drawn(item))


WORDS = st.sampled_from(
    ["one", "two words", "*so*", "`code`", "1986. It was", "a | b", "(x)", "a - b", "# no"]
)
MARKS = st.sampled_from(
    ["", "", "", "- ", "- ", "* ", "+ ", "1. ", "2. ", "1) ", "> ", "# ", "## ", "#", "| ", "-   ", "> - ", "- - ", "-", "10. ", "\\# "]
)  # fmt: skip
INDENTS = st.sampled_from(["", "", "", "", "  ", "   ", "    ", "    ", "        ", " ", "\t", "      "])
WHOLE = st.sampled_from(
    [
        "", "", "", "", "", "---", "***", "===", "```", "~~~", "````", "| a | b |\n|---|---|\n| c | d |",
        "|---|---|", "- a\n- b", "1. a\n2. b", "> a\n> b", "<div>", "</div>", "<b>x</b>", "<p>one</p>",
        '<div markdown="1">', "<!-- c -->", "- a\n    - b", "    code", "```\ncode\n```", "____",
    ]
)  # fmt: skip
LINES = st.one_of(st.tuples(INDENTS, MARKS, WORDS).map("".join), WHOLE)
TEXTS = st.lists(LINES, min_size=1, max_size=7).map("\n".join)


@given(TEXTS)
def test_where_they_differ_we_say_so(text: str) -> None:
    item = read(text)
    theirs, ours = outline(COMMONMARK.render(text)), outline(drawn(item))
    assert theirs == ours or item.problems != ()
