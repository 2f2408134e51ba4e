"""Finds text that another reader of Markdown takes for something else.

We read text as CommonMark does; sites and paper are drawn by Python-Markdown. Where the two differ, what was
checked is not what people see: a list becomes a line of text, a code example becomes words. Each such place
is a problem, with the way to write it that both read alike. Only the structure is compared: headings, lists,
tables, quotes and code, not emphasis within a line.

Whether the two agree is held by `tests/source/test_markdown_differences.py`, which draws with both.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it.token import Token

from psychoed.model.document import Document
from psychoed.model.problem import Problem
from psychoed.source.limits import MARKDOWN_DEEP

_MARKER = re.compile(r"(?:[*+-]|\d+[.)])(?=[ \t]|$)")
_LISTS = {"bullet_list_open", "ordered_list_open"}
_CONTAINERS = _LISTS | {"list_item_open", "blockquote_open"}
_LEAVES = {"paragraph_open", "heading_open", "hr", "fence", "code_block", "html_block", "table_open"}
_ENDS_WITH_A_LINE = {"heading_open", "hr", "fence", "paragraph_open", "code_block"}
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(`+)(.+?)(?<!`)\1(?!`)")
_FENCE_INFO = re.compile(r"(?:\{[^\n]*\}|\.?[\w#.+-]*[ ]*(?:hl_lines=(?P<q>[\"']).*?(?P=q))?[ ]*)")

EMPTY_LINE = "Leave an empty line above it."
FOUR_SPACES = (
    "Indent what belongs to an entry of a list by four spaces, and by four more in each list within."
)


@dataclass
class _Holder:
    """A list, an entry of one, a quote or the page, while it is read."""

    type: str
    line: int
    quotes: int = 0
    lists: int = 0
    """How many lists it stands in, counted from the nearest quote."""
    before: str = ""
    """The type of the last thing in it; empty at its beginning."""
    seen: int = 0


@dataclass
class _Differences:
    document: Document
    lines: Sequence[str]
    drawn: set[int]
    """Lines that become fields or are comments: there no Markdown is left to read."""
    found: dict[int, Problem] = field(default_factory=dict)

    def read(self, tokens: Sequence[Token]) -> None:
        stack = [_Holder("page", 0)]
        for number, token in enumerate(tokens):
            if token.nesting < 0:
                if token.type.replace("_close", "_open") in _CONTAINERS:
                    stack.pop()
                continue
            if token.map is None or token.type not in _CONTAINERS | _LEAVES:
                continue
            if token.type == "html_block" and not _COMMENT.sub("", token.content).strip():
                self.drawn.update(range(*token.map))
                continue
            holder, line = stack[-1], token.map[0]
            if line not in self.drawn:
                self.place(token, holder)
                getattr(self, token.type.removesuffix("_open"), self.nothing)(
                    token, holder, tokens[min(number + 1, len(tokens) - 1)]
                )
            holder.before, holder.seen = token.type, holder.seen + 1
            if len(stack) == MARKDOWN_DEEP:
                what = f"This stands in {MARKDOWN_DEEP - 1} lists, entries and quotes, one in the other."
                self.tell(line, what, "Write it flatter: deeper than this, a part of the text is lost.")
            if token.type in _CONTAINERS:
                quote = token.type == "blockquote_open"
                stack.append(
                    _Holder(
                        token.type,
                        line,
                        holder.quotes + quote,
                        0 if quote else holder.lists + (token.type in _LISTS),
                    )
                )

    # ---- Where it stands ----

    def place(self, token: Token, holder: _Holder) -> None:
        """An empty line above it, and four spaces in front of it for each list around."""
        assert token.map is not None
        line, kind = token.map[0], token.type
        if kind == "list_item_open":
            return
        if holder.type == "list_item_open" and not holder.seen:
            return  # it stands behind the mark of its entry
        close = not self.empty(line - 1, holder.quotes)
        what = _WORDS.get(kind, "This")
        if holder.before == kind and kind in {*_LISTS, "blockquote_open"}:
            self.tell(line, f"{what} joins the one above on the page.", "Write text between the two.")
        elif close and holder.before and self.needs_space(kind, holder):
            self.tell(
                line, f"{what} stands too close to what is above it, and joins it on the page.", EMPTY_LINE
            )
        if holder.lists:
            self.indented(line, kind, holder)

    def needs_space(self, kind: str, holder: _Holder) -> bool:
        if holder.before not in _ENDS_WITH_A_LINE:
            return True
        if holder.type == "list_item_open":
            return not (kind in _LISTS and holder.seen == 1 and holder.before == "paragraph_open")
        return holder.before == "paragraph_open" and kind in {*_LISTS, "table_open", "html_block"}

    def indented(self, line: int, kind: str, holder: _Holder) -> None:
        wanted = 4 * holder.lists + (4 if kind == "code_block" else 0)
        column = _width(self.text(line, holder.quotes))
        too_far = column > wanted + 3 and kind != "code_block"
        if column < wanted or too_far:
            what = _WORDS.get(kind, "This")
            self.tell(line, f"{what} is indented by {_spaces(column)} instead of {wanted}.", FOUR_SPACES)

    # ---- What it is ----

    def nothing(self, token: Token, holder: _Holder, after: Token) -> None:
        """Nothing more to say about it."""

    def ordered_list(self, token: Token, holder: _Holder, after: Token) -> None:
        if token.markup == ")" and token.map:
            hint = "Write a dot behind each number: `1.`"
            self.tell(token.map[0], "A list with `1)` is no list on the page.", hint)

    def list_item(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        line = token.map[0]
        column, wanted = _width(self.text(line, holder.quotes)), 4 * (holder.lists - 1)
        if holder.seen and column // 4 != holder.lists - 1:
            what = f"This entry is indented by {_spaces(column)} instead of {wanted}."
            self.tell(line, what, FOUR_SPACES)
        if holder.seen and not self.empty(line - 1, holder.quotes):
            above = range(holder.line, line)
            if any(self.empty(one, holder.quotes) and one not in self.drawn for one in above):
                what = "This entry joins the one above, which has an empty line in it."
                self.tell(line, what, EMPTY_LINE)
        holder.line = line  # of the entry above the next one
        mark = _MARKER.match(self.text(line, holder.quotes).lstrip())
        if after.type == "list_item_close" or (after.map and after.map[0] > line):
            self.tell(
                line,
                "This entry is empty, so the list ends here on the page.",
                "Write its words behind the mark.",
            )
        elif mark and after.type not in {"paragraph_open", "heading_open"}:
            self.tell(
                line,
                "An entry of a list begins with words.",
                "Write words first, and the rest below, indented by four spaces.",
            )

    def heading(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        line, end = token.map
        inside = holder.type == "list_item_open"
        if not inside and _width(self.text(line, holder.quotes)):
            self.tell(
                line,
                "A heading with spaces in front of it is text on the page.",
                "Begin it at the beginning of the line.",
            )
        elif token.markup[0] != "#" and end - line > 2:
            self.tell(
                line,
                "A heading over several lines is text on the page.",
                f"Write it on one line, or leave an empty line above `{token.markup}`.",
            )

    def hr(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        line = token.map[0]
        if (
            re.fullmatch(r" {0,3}-+[ ]*", self.text(line, holder.quotes))
            and not self.empty(line - 1, holder.quotes)
            and holder.before not in {"", "heading_open"}
        ):
            self.tell(line, "This line makes a heading of the text above it.", EMPTY_LINE)

    def fence(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        line, end = token.map
        text = self.text(line, holder.quotes)
        last = self.text(end - 1, holder.quotes).strip()
        if holder.lists or holder.quotes or _width(text):
            self.tell(
                line,
                "Code between fences is text where it stands in a list or quote, or is indented.",
                "Begin the fence at the beginning of the line. In a list, write code without a fence,\n"
                "indented by eight spaces.",
            )
        elif last != token.markup and end - line > 1 and set(last) == set(token.markup[0]):
            self.tell(
                end - 1,
                "This does not end the code on the page.",
                f"Write {token.markup} as in line {line + 1}.",
            )
        elif not _FENCE_INFO.fullmatch(token.info.strip()):
            self.tell(
                line,
                "With these words behind the fence, the code is text on the page.",
                "Write the language alone, in one word.",
            )

    def code_block(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        if holder.before in _LISTS | {"code_block"}:  # only a comment, which nobody sees, is between
            self.tell(
                token.map[0], "This code joins what is above it on the page.", "Write text between the two."
            )
        if holder.before == "paragraph_open" and not holder.lists:
            above = next(
                (
                    self.text(n, holder.quotes)
                    for n in range(token.map[0] - 1, -1, -1)
                    if not self.empty(n, holder.quotes)
                ),
                "",
            )
            if re.match(r"\[\^[^\]]+\]:|:[ \t]", above):
                self.tell(
                    token.map[0],
                    "Only the first paragraph of a note or an explanation is read.",
                    "Write it as one paragraph.",
                )

    def html_block(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        reading = _Tags(token.map[0])
        reading.feed(token.content)
        reading.close()
        for at, what, hint in reading.found[:1]:
            self.tell(at, what, hint)

    def blockquote(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        for line in range(*token.map) if not holder.lists else ():
            if re.match(r" {4,}>", self.text(line, holder.quotes)):
                what = "This line is no line of the quote on the page."
                self.tell(line, what, "Begin it with `>` at the beginning of the line.")

    def table(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        line, end = token.map
        rows = [self.text(one, holder.quotes) for one in range(line, end)]
        if not any(row.strip() for row in rows[2:]):
            self.tell(
                line, "A table with a head alone gets an empty row on the page.", "Write its first row."
            )
        if len({(row.strip()[:1] == "|", row.strip()[-1:] == "|") for row in rows[:2]}) > 1:
            hint = "Begin and end both of its first rows with `|`."
            self.tell(line, "The first two rows of this table have other borders.", hint)
        for number, row in enumerate(rows, line):
            if any(re.search(r"(?<!\\)\|", code[2]) for code in _CODE.finditer(row)):
                self.tell(
                    number,
                    "A bar within code is a border of cells, or is not: readers differ.",
                    "Write `\\|` for a bar in a cell.",
                )
        if (
            end < len(self.lines)
            and not self.empty(end, holder.quotes)
            and not self.empty(end - 1, holder.quotes)
        ):
            self.tell(end, "This line becomes a row of the table above.", EMPTY_LINE)

    def paragraph(self, token: Token, holder: _Holder, after: Token) -> None:
        assert token.map is not None
        lines = after.content.split("\n")
        rows = [number for number, line in enumerate(lines) if re.fullmatch(r"\|.*\|", line.strip())]
        if len(rows) > 1 and rows[0] + token.map[0] not in self.drawn:
            hint = "The second line of a table is `|---|---|`, with as many parts as the first has cells."
            at, what = token.map[0] + rows[0], "These lines begin like a table, but are none."
            self.tell(at, what, hint, "table-without-head")
        for number, line in enumerate(lines):
            at = token.map[0] + number
            if at in self.drawn:
                continue
            if re.match(r"#{1,6}(?!#)|#{7}", line):
                hint = "For a heading, leave a space behind `#`; for a text that begins with it, write `\\#`."
                self.tell(at, "This line is text here and a heading on the page.", hint)
            elif re.fullmatch(r"=+|-+", line.strip()) and line.strip():
                self.tell(at, "This line makes a heading of the text above it.", EMPTY_LINE)
            elif (
                number
                and holder.lists
                and _MARKER.match(line.lstrip())
                and _width(self.text(at, holder.quotes)) > 3
            ):
                hint = "Indent it by four spaces for a list within, or join it to the line above."
                self.tell(at, "This line is text here and an entry of a list on the page.", hint)
            elif not number and re.match(r"\d{10,}\.[ \t]", line):
                self.tell(
                    at,
                    "This line is text here and an entry of a list on the page.",
                    "Write `\\.` behind the number.",
                )

    # ---- What they share ----

    def text(self, line: int, quotes: int) -> str:
        """A line without the marks of the quotes around it, tabs as spaces."""
        text = self.lines[line] if 0 <= line < len(self.lines) else ""
        for _ in range(quotes):
            text = re.sub(r"^[ \t]*(?:[-*+][ \t]+)?> ?", "", text, count=1)
        return text.expandtabs(4)

    def empty(self, line: int, quotes: int) -> bool:
        return line < 0 or line in self.drawn or not self.text(line, quotes).strip()

    def tell(self, line: int, what: str, hint: str, rule: str = "reads-differently") -> None:
        """One problem a line: what follows from the first would only confuse."""
        shown = self.document.lines[line]
        column = len(shown) - len(shown.lstrip()) + 1
        if line not in self.found:
            self.found[line] = self.document.problem(rule, what, line + 1, column, hint=hint)


_WORDS = {
    "bullet_list_open": "This list",
    "ordered_list_open": "This list",
    "paragraph_open": "This paragraph",
    "heading_open": "This heading",
    "table_open": "This table",
    "blockquote_open": "This quote",
    "code_block": "This code",
    "fence": "This code",
    "hr": "This rule",
    "html_block": "This HTML",
}


_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


class _Tags(HTMLParser):
    """Reads a stretch of HTML: whether Markdown within or behind it is read as such."""

    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=False)
        self.line = line
        self.open: list[tuple[str, bool, int]] = []
        self.found: list[tuple[int, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _VOID:
            self.open.append((tag, any(name == "markdown" for name, _ in attrs), self.at))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _, _ in self.open]
        if tag in names:
            del self.open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if not data.strip():
            return
        at = self.at + data[: len(data) - len(data.lstrip())].count("\n")
        if not self.open:
            what = "This text stands in HTML here, and outside of it on the page."
            self.found.append((at, what, "Leave an empty line between HTML and text."))
        elif self.open[-1][1]:
            what = "This text stands in HTML here, and is Markdown on the page."
            self.found.append(
                (at, what, 'Leave an empty line behind a tag with `markdown="1"` and above its end.')
            )
        elif re.search(r"^(?:`{3,}|~{3,})", data, re.M):
            self.found.append(
                (at, "A fence within HTML is code on the page.", "Write `<pre>`, or leave the fence out.")
            )

    def close(self) -> None:
        super().close()
        for tag, markdown, line in self.open:
            if not markdown:
                what = f"`<{tag}>` goes on behind an empty line, where its text is HTML on the page."
                self.found.append((line, what, f'Write `<{tag} markdown="1">`, or take the empty lines out.'))

    @property
    def at(self) -> int:
        return self.line + self.getpos()[0] - 1


def _width(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def _spaces(number: int) -> str:
    return "1 space" if number == 1 else f"{number} spaces"


def differences(
    document: Document, text: str, tokens: Sequence[Token], drawn: Collection[int]
) -> Iterator[Problem]:
    """The problems of Markdown whose first line is line 1 of its document.

    `drawn` are the lines, counted from 0, that become fields, so that no reader of Markdown meets them.
    """
    reading = _Differences(document, text.split("\n"), set(drawn))
    reading.read(tokens)
    yield from reading.found.values()
