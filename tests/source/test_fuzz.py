"""Whatever stands in a file: it is read, told or drawn; nothing crashes, nothing is lost without a word."""

import re
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from psychoed.model.body import controls
from psychoed.model.control import Choice, names
from psychoed.model.document import Document
from psychoed.model.item import Item
from psychoed.model.library import Library
from psychoed.model.problem import report
from psychoed.registry import languages
from psychoed.render.addresses import PageAddresses
from psychoed.render.forms import field_name
from psychoed.render.lower import lower
from psychoed.render.page import file_text
from psychoed.render.paper import paper
from psychoed.render.prose import to_html
from psychoed.source.page import read_page
from psychoed.source.yaml import load
from tests.source.test_markdown_differences import TEXTS

HEAD = "---\ntitle: A sheet\nmessage: One message.\naudience: [client]\n---\n\n"

FIELDS = st.sampled_from(
    [
        ("/// lines | What happened?\n///", 1),
        ("/// lines | What then?\n    rows: 4\n    help: A few words *are* enough.\n///", 1),
        ("/// scale | How strong is it?\n    ends: [weak, <strong>]\n    max: 5\n///", 1),
        ("/// checklist | Signs & signals\n    options: [a *star*, a_b, \"<b>\", c]\n    other: else\n///", 6),
        ("/// choice | Which one?\n    options: [yes, no]\n///", 1),
        ("/// grid | My week\n    columns: [what, how]\n    rows: [Monday, '2']\n///", 4),
        ("/// ladder | Steps\n    columns: [step]\n    rows: 3\n    ends: [easy, hard]\n///", 3),
        ("/// date | When?\n///", 1),
        ("I feel ____ when *somebody* ____. I need ____{#need}.", 3),
        ("Two `____` and [a link](https://example.org) ____ <b>x</b> ____", 2),
        ("What is it?\n\n____", 1),
        ("What is it?\n____\n____\n", 1),
        ("## A heading\n\n____\n\n____", 1),
        ("Which?\n\n- [ ] one & two\n- [ ] **two**\n- [ ] other: ____", 4),
        ("Which?\n- [ ] one\n- [ ] one", 2),
        ("Choose:\n\n- ( ) one\n- ( ) two", 1),
        ("- go to ____\n- call ____\n    - or ____", 3),
        ("> I said ____.", 1),
        ("The week\n\n| day | what | how |\n|---|---|---|\n| Mo | | |\n| | ____ | \\| |", 3),
        ("Text\n\n| a | b |\n|---|---|\n| c ____ | d |", 1),
    ]
)  # fmt: skip
TEXT = st.sampled_from(
    [
        "Words.", "## A heading", "<!-- hidden ____ -->", "```\n____\n/// lines | No\n```", "    ____", "---", "***",
        "- a list\n- of two", "> a quote", "<div>\n____\n</div>", "[a](https://example.org \"____\")", "A note[^1]\n\n[^1]: ____x",
        "[r]: https://example.org/____", "<https://example.org/____>", "*a **b* c**", "\\____", "![a](b____.png)",
        "Text <!-- - [ ] hidden --> and more", "| a | b |\n|---|---|\n| c | d |", "&amp; &lt;x&gt; &copy;", "a____b",
        "Zwölf Größen, наизнанку, 日本語, عربى, 🙂", "Term\n: ____x", "`/// lines | x`", "{: .class }",
    ]
)  # fmt: skip
BLOCKS = st.sampled_from(["therapist", "aside", "safety", "aside | A <title> & more"])
PLAIN = TEXT.map(lambda text: (text, 0))


def _inside(block: str, parts: list[tuple[str, int]]) -> tuple[str, int]:
    body = "\n\n".join(text for text, _ in parts)
    return f"//// {block}\n{body}\n////", sum(count for _, count in parts)


PARTS = st.one_of(
    FIELDS,
    FIELDS,
    PLAIN,
    st.builds(_inside, BLOCKS, st.lists(st.one_of(FIELDS, PLAIN), min_size=1, max_size=3)),
)
SHEETS = st.lists(PARTS, min_size=1, max_size=7)
CHARACTERS = st.text(
    st.one_of(st.sampled_from("`*_[](){}<>!-|/#~:&'\"\\ \n\t____"), st.characters(codec="utf-8"))
)
SCRAPS = st.one_of(
    CHARACTERS, TEXTS, TEXT, FIELDS.map(lambda one: one[0]), BLOCKS.map(lambda block: f"/// {block}"),
    st.sampled_from(["///", "////", "<!--", "-->", "```", "    rows: 2", "- [ ] x", "- ( ) y", "|---|---|", "| |", "____", "\r", "\x00", "\u202e"]),
)  # fmt: skip
MESSES = st.lists(SCRAPS, max_size=10).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", ""]).map(lambda between: between.join(parts))
)


def read(text: str, path: str = "worksheets/a-sheet.md") -> Item:
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as `read_text` hands it on
    item = read_page(Document(path, Path(path), text), path, "en")
    for problem in item.problems:
        assert 0 <= problem.line <= text.count("\n") + 1, problem
        assert problem.column >= 1, problem
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", report(item.problems))
    return item


def drawn(item: Item, edition: str) -> str:
    """The HTML of the item, with every field of that edition in it once."""
    library = Library(items={item.key: item}, languages=languages())
    shown = library.edition(edition, "en")
    markdown = lower(item, shown, PageAddresses(shown))
    html = to_html(markdown)
    assert item.title in file_text(item, shown)
    assert paper(item, shown)
    assert "<!--" not in html
    assert not re.search(r"^/{3,}", re.sub(r"<pre>.*?</pre>", "", html, flags=re.S), re.M)
    return html


def found(html: str) -> Counter[str]:
    return Counter(re.findall(r'<(?:input|textarea)\b[^>]* name="([^"]*)"', html))


def expected(item: Item, edition: str) -> Counter[str]:
    """How often each name stands in the HTML: a choice of one has its name on each of its answers."""
    library = Library(items={item.key: item}, languages=languages())
    count: Counter[str] = Counter()
    for control in controls(library.edition(edition, "en").body(item)):
        count.update(field_name(item, name) for name in names(control))
        if isinstance(control, Choice) and not control.many:
            count[field_name(item, control.name)] += len(control.options) - 1
    return count


@given(SHEETS)
def test_every_field_is_drawn_once(parts: list[tuple[str, int]]) -> None:
    item = read(HEAD + "\n\n".join(text for text, _ in parts) + "\n")
    if item.broken:
        assert item.problems
        return
    count = sum(len(list(names(control))) for control in item.controls)
    assert count == sum(number for _, number in parts)
    for edition in ("public", "therapist"):
        html = drawn(item, edition)
        assert found(html) == expected(item, edition)
        ids = re.findall(r'\bid="([^"]*)"', html)
        assert sorted(ids) == sorted(set(ids))


@given(MESSES)
def test_a_mess_is_told_or_drawn(text: str) -> None:
    item = read(HEAD + text)
    if not item.broken:
        for edition in ("public", "therapist"):
            assert found(drawn(item, edition)) == expected(item, edition)


@given(MESSES)
def test_any_file_is_read(text: str) -> None:
    for path in ("worksheets/a.md", "docs/skills/a.md", "docs/a.md"):
        read(text, path.removeprefix("docs/"))


@given(st.one_of(st.text(), st.lists(st.sampled_from(["a: ", "- ", "b", "\n", "  ", "[", "]", "{", "}", "&a ", "*a", "!!int ", "? ", ": ", "'", '"', "|", "1e9", "2026-02-30", "0x", "#", "\t", "~", ","])).map("".join)))  # fmt: skip
def test_any_yaml_is_read(text: str) -> None:
    document = Document("data/a.yml", Path("a.yml"), text)
    for problem in load(document, text).problems:
        assert str(problem)
    read(f"---\n{text}\n---\n")
