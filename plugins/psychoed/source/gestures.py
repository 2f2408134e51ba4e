"""Gestures on sheets: blanks, tick boxes, choices and empty cells become fields.

| written                                     | becomes                                                 |
|---------------------------------------------|---------------------------------------------------------|
| `I feel ____ when ____`                     | short fields in the sentence                            |
| lines of only `____`                        | one box with as many lines; its label is the text above |
| `- [ ] racing heart`                        | a tick box; the legend of its list is the text above    |
| `- ( ) comfort`                             | one choice of the list                                  |
| an empty body cell, not in the first column | a field named by its row and column                     |

A gesture may carry a name: `____{#trigger}`, `- [ ] racing heart {#heart}`, `| when {#when} |`.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from psychoed.model.body import Gesture
from psychoed.model.control import Area, Choice, Grid, Length, Line, Option, Row
from psychoed.model.document import Document
from psychoed.model.naming import Names, slug
from psychoed.model.problem import Problem
from psychoed.model.strings import Strings
from psychoed.source.limits import FIELDS
from psychoed.source.prose import places, spans

_GIVEN = r"\{#([^{}\n]*)\}"
_NAME = re.compile(rf"[ \t]*{_GIVEN}[ \t]*$")
_BLANK = re.compile(rf"(?<![\w\\])_{{4,}}(?!\w)(?:{_GIVEN})?")
_WRITING = re.compile(rf"_{{4,}}[ \t]*(?:{_GIVEN})?")
_BOX = re.compile(r"(\[ \]|\( \))[ \t]+")
_NEARLY_BOX = re.compile(r"\[[^\]\n]?\](?!\()|\([^)\n]?\)[ \t]")


class _Name(str):
    """A name that an author gave; `was` is the one it had before."""

    was: str = ""


@dataclass
class _Above:
    """The text above a gesture: its question. It is `ours` to take if nothing else stands in it."""

    words: str
    first: int
    last: int
    ours: bool
    name: _Name


@dataclass
class Gestures:
    """Reads the gestures of one text. `starts` are the offsets of its lines, `taken` the lines of blocks."""

    document: Document
    text: str
    starts: Sequence[int]
    taken: set[int]
    strings: Strings
    found: list[Gesture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        """Fills `found` and `problems`."""
        self._blocks(SyntaxTreeNode(tokens).children, top=True)

    # ---- Blocks ----

    def _blocks(self, nodes: Sequence[SyntaxTreeNode], top: bool) -> None:
        above: _Above | None = None
        at = 0
        while at < len(nodes):
            node = nodes[at]
            at += 1
            rows = self._writing_rows(node)
            if rows:
                while at < len(nodes) and (more := self._writing_rows(nodes[at], whole=True)):
                    rows += more
                    at += 1
                self._area(node, rows, above, top)
                above = None
            elif node.type == "heading":
                above = self._question(node, ours=False)
                if above and _BLANK.search(node.children[0].content):
                    hint = "Write the blank in a sentence below the heading."
                    self._problem("blank-in-heading", "A heading cannot be filled in.", node, hint)
            elif node.type == "paragraph":
                blanks = self._blanks(node.children[0])
                above = self._question(node, ours=not blanks)
            elif node.type in {"bullet_list", "ordered_list"}:
                self._list(node, above, top)
                above = None
            elif node.type == "table":
                self._table(node, above, top)
                above = None
            else:
                if node.type == "blockquote":
                    self._blocks(node.children, top=False)
                above = None

    def _question(self, node: SyntaxTreeNode, ours: bool) -> _Above | None:
        inline = node.children[0] if node.children else None
        if inline is None or node.map is None:
            return None
        words, name = self._named(inline.content, node)
        plain = not spans(_token(inline))
        return _Above(words_of(words), node.map[0], node.map[1], ours and plain, name)

    # ---- Lines ----

    def _writing_rows(self, node: SyntaxTreeNode, whole: bool = False) -> list[tuple[int, _Name]]:
        """(line, name) of each writing line that the node ends with; if `whole`, only of one with no more."""
        if node.map is None:
            return []
        if node.type == "hr":
            # The marks of a quote or a list may stand before it; `_ _ _` and `___` stay a rule.
            line = self.document.lines[node.map[0]]
            return [(node.map[0], _Name())] if re.search(r"(?<!\w)_{4,}[ \t]*$", line) else []
        if node.type != "paragraph":
            return []
        rows: list[tuple[int, _Name]] = []
        lines = node.children[0].content.split("\n")
        for number, line in reversed(list(enumerate(lines))):
            match = _WRITING.fullmatch(line.strip())
            if not match:
                break
            rows.insert(0, (node.map[0] + number, self._checked_name(match[1], node.map[0] + number)))
        return [] if whole and len(rows) < len(lines) else rows

    def _area(
        self, node: SyntaxTreeNode, rows: list[tuple[int, _Name]], above: _Above | None, top: bool
    ) -> None:
        first = rows[0][0]
        inner = None
        if node.type == "paragraph" and node.map and node.map[0] < first:
            # The question and its lines are one paragraph.
            content = "\n".join(node.children[0].content.split("\n")[: first - node.map[0]])
            words, name = self._named(content, node)
            inner = _Above(words_of(words), node.map[0], first, not spans(_token(node.children[0])), name)
        above = inner or above
        if above is None:
            hint = "Write the question on the line above, or use a block: `/// lines | What happened?`"
            self._problem("label-missing", "This line to write on has no question above it.", first, hint)
            return
        if not top:
            self._inside("line to write on", first)
            return
        groups: list[list[tuple[int, _Name]]] = []
        for row in rows:
            if groups and not row[1]:
                groups[-1].append(row)
            else:
                groups.append([row])
        for number, group in enumerate(groups):
            shown = number > 0 or not self._joins(above, group[0][0])
            given = group[0][1] or above.name
            called = given or slug(above.words)
            begin = group[0][0] if shown else above.first
            control = (
                Line(called, above.words, quiet=shown, was=given.was)
                if len(group) == 1
                else Area(called, above.words, len(group), quiet=shown, was=given.was)
            )
            self._add(begin, group[-1][0] + 1, control, bool(given))

    # ---- Blanks in a sentence ----

    def _blanks(self, inline: SyntaxTreeNode) -> bool:
        """Adds a field for each blank of a paragraph, item or cell; whether there was one."""
        token = _token(inline)
        content = token.content
        taken = spans(token)
        matches = [
            match
            for match in _BLANK.finditer(content)
            if not any(begin < match.end() and match.start() < end for begin, end in taken)
        ]
        if not matches or token.map is None:
            return False
        if len(matches) > FIELDS:  # each label would tell the whole sentence
            hint = "Write shorter paragraphs, on several sheets."
            self._problem("fields-too-many", f"This paragraph has {len(matches)} blanks.", inline, hint)
            return True
        place = places(token, self.text, self.starts)
        ends = [0, *(one.end() for one in re.finditer(r"[.?!]\s+", content))]
        for match in matches:
            begin = ends[bisect_right(ends, match.start()) - 1]
            end = _sentence_end(content, match.end())
            inside = [one for one in matches if begin <= one.start() < end]
            label = self._blank_label(content, begin, end, inside, match)
            before = words_of(content[begin : match.start()]).split()
            line = token.map[0] + content.count("\n", 0, match.start())
            given = self._checked_name(match[1], line)
            name = given or slug("_".join(before[-3:]) or "blank", 30)
            length = match.end() - match.start() - (len(match[0]) - len(match[0].split("{")[0]))
            width: Length = "short" if length < 12 else "medium"
            control = Line(name, label, length=width, inline=True, was=given.was)
            start = place(match.start())
            self.found.append(Gesture(start, start + len(match[0]), control, line + 1, bool(given)))
        return True

    def _blank_label(
        self, content: str, begin: int, end: int, inside: list[re.Match[str]], this: re.Match[str]
    ) -> str:
        """The sentence as it is spoken: `I feel (blank 1 of 2) when …`."""
        pieces, at = [], begin
        for number, one in enumerate(inside, 1):
            pieces.append(content[at : one.start()])
            if one is not this:
                pieces.append("…")
            elif len(inside) == 1:
                pieces.append(f"({self.strings('blank.one')})")
            else:
                pieces.append(f"({self.strings('blank.many', number=number, count=len(inside))})")
            at = one.end()
        return words_of("".join([*pieces, content[at:end]]))

    # ---- Lists ----

    def _list(self, node: SyntaxTreeNode, above: _Above | None, top: bool) -> None:
        boxes = [self._box(item) for item in node.children]
        if not any(boxes):
            for item in node.children:
                self._items(item)
            return
        kinds = {box.group(1) if box else None for box in boxes}
        if len(kinds) > 1:
            usual = boxes[0][1] if boxes[0] else None
            entries = zip(node.children, boxes, strict=True)
            odd = next(item for item, box in entries if (box[1] if box else None) != usual)
            hint = (
                "Begin every entry of the list with `[ ]` (tick many) or every one with `( )` (choose one)."
            )
            self._problem("list-mixed", "This list mixes kinds of entries.", odd, hint)
            return
        if not top:
            self._inside("list of boxes", node)
            return
        if above is None or node.map is None:
            hint = "Write the question on a line above the list, with an empty line between."
            self._problem("label-missing", "This list has no question above it.", node, hint)
            return
        many = "[ ]" in kinds
        name = above.name or slug(above.words)
        options: list[Option] = []
        values = Names()
        for item in node.children:
            if len(item.children) > 1:
                hint = "Write one list after the other, each with its own question."
                self._problem("box-with-more", "A box takes one line of text.", item.children[1], hint)
            inline = item.children[0].children[0]
            options.append(self._option(inline, name, values))
        shown = not self._joins(above, node.map[0])
        control = Choice(name, above.words, tuple(options), many=many, quiet=shown, was=above.name.was)
        self._add(node.map[0] if shown else above.first, node.map[1], control, bool(above.name))

    def _box(self, item: SyntaxTreeNode) -> re.Match[str] | None:
        """The box that an entry begins with. What only looks like one is a problem."""
        first = item.children[0] if item.children else None
        if first is None or first.type != "paragraph" or not first.children:
            return None
        content = first.children[0].content
        box = _BOX.match(content)
        if not box and _NEARLY_BOX.match(content):
            hint = "An empty box is `[ ]` with one space in it, a choice is `( )`, each followed by a space."
            self._problem("box-unreadable", "This is nearly a box.", item, hint)
        return box

    def _items(self, item: SyntaxTreeNode) -> None:
        """Blanks in the entries of a list that is no field itself."""
        for child in item.children:
            if child.type == "paragraph" and child.children:
                self._blanks(child.children[0])
            else:
                self._blocks([child], top=False)

    def _option(self, inline: SyntaxTreeNode, name: str, values: Names) -> Option:
        line = inline.map[0] if inline.map else 0
        content = _BOX.sub("", inline.content, count=1)
        room = re.search(r"[ \t]*_{4,}[ \t]*((?:\{#[^{}\n]*\})?)[ \t]*$", content)
        said, given = self._named(content[: room.start()] + room[1] if room else content, line)
        words = words_of(said).removesuffix(":").strip()
        if _BLANK.search(said):
            hint = "One blank may stand at the end: `- [ ] other: ____`."
            self._problem("blank-in-box", "A box has room for words at its end only.", line, hint)
        if any(child.type == "link_open" for child in _token(inline).children or ()):
            hint = "Put the link into the text above or below the list."
            self._problem("link-in-box", "A box cannot hold a link.", line, hint)
        value = values(given or slug(words))
        text = Line(f"{name}_{value}_text", words, length="medium", inline=True) if room else None
        return Option(value, words, text, given.was)

    # ---- Tables ----

    def _table(self, node: SyntaxTreeNode, above: _Above | None, top: bool) -> None:
        head, *bodies = node.children
        body = [row for part in bodies for row in part.children]
        columns = [self._cell(cell) for cell in head.children[0].children]
        empty = [cell for row in body for cell in row.children[1:] if _writable(cell.children[0].content)]
        if not empty:
            for cell in (cell for row in (*head.children, *body) for cell in row.children):
                if cell.children:
                    self._blanks(cell.children[0])
            return
        if not top:
            self._inside("table to fill in", node)
            return
        if above is None or node.map is None:
            hint = "Write what the table is for on a line above it, with an empty line between."
            self._problem("label-missing", "This table has no title above it.", node, hint)
            return
        name = above.name or slug(above.words)
        column_names: list[str] = []
        name_column, name_row = Names(), Names()
        olds = [given.was for _, given in columns]
        for number, (title, given) in enumerate(columns):
            if number and not title:
                hint = "Every column that is written in needs a word at its head."
                self._problem("column-without-head", f"Column {number + 1} has no head.", head, hint)
            column_names.append(name_column(given or slug(title, 20)))
        rows, row_names = [], list[str]()
        for number, row in enumerate(body, 1):
            first, given = self._cell(row.children[0])
            row_names.append(name_row(given or (slug(first, 20) if first else f"row_{number}")))
            said = first or self.strings("grid.row", number=number)
            cells: list[str | Line] = []
            for at, cell in enumerate(row.children[1:], 1):
                title, column = columns[at][0], column_names[at]
                content = cell.children[0].content
                if _writable(content):
                    renamed = f"{name}_{given.was or row_names[-1]}_{olds[at] or column}"
                    was = renamed if given.was or olds[at] else ""
                    label = f"{said}, {title}"
                    cells.append(Line(f"{name}_{row_names[-1]}_{column}", label, quiet=True, was=was))
                else:
                    if _BLANK.search(content):
                        hint = "Leave the cell empty, or write the words into the head of its row or column."
                        self._problem("blank-in-cell", "A cell is text or is written in.", cell, hint)
                    cells.append(words_of(content))
            rows.append(Row(first, tuple(cells)))
        shown = not self._joins(above, node.map[0])
        titles = tuple(title for title, _ in columns)
        grid = Grid(name, above.words, titles, tuple(rows), quiet=shown, was=above.name.was)
        self._add(node.map[0] if shown else above.first, node.map[1], grid, bool(above.name))

    def _cell(self, cell: SyntaxTreeNode) -> tuple[str, _Name]:
        words, name = self._named(cell.children[0].content if cell.children else "", cell)
        return words_of(words), name

    # ---- What they share ----

    def _joins(self, above: _Above, line: int) -> bool:
        """Whether the question may be drawn as the label: nothing else is in it, no block begins between."""
        return above.ours and self.taken.isdisjoint(range(above.last + 1, line + 1))

    def _add(self, first: int, end: int, control: Area | Line | Choice | Grid, named: bool) -> None:
        """Adds a field in place of the lines from `first` to before `end`, counted from 0."""
        while end > first + 1 and not self.text[self.starts[end - 1] : self.starts[end] - 1].strip():
            end -= 1
        self.found.append(Gesture(self.starts[first], self.starts[end] - 1, control, first + 1, named))

    def _named(self, content: str, where: SyntaxTreeNode | int) -> tuple[str, _Name]:
        """The text without the name at its end, and the name."""
        match = _NAME.search(content)
        if not match:
            return content, _Name()
        line = where if isinstance(where, int) else _line(where)
        return content[: match.start()], self._checked_name(match[1], line)

    def _checked_name(self, given: str | None, line: int) -> _Name:
        """The name in `{#name}` or `{#name was=old}`."""
        match = re.fullmatch(r"([a-z][a-z0-9_]*)(?:[ \t]+was=([a-z][a-z0-9_]*))?", (given or "").strip())
        if match:
            name = _Name(match[1])
            name.was = match[2] or ""
            return name
        if given is not None:
            hint = "A name is small letters, digits and `_`, and begins with a letter: `{#trigger}`."
            self._problem("name-wrong", f"`{given}` is no name.", line, hint)
        return _Name()

    def _inside(self, what: str, where: SyntaxTreeNode | int) -> None:
        hint = "Put it at the beginning of the line, outside of the quote or list."
        self._problem("field-inside", f"A {what} cannot stand inside a quote or a list.", where, hint)

    def _problem(self, rule: str, what: str, where: SyntaxTreeNode | int, hint: str) -> None:
        line = where if isinstance(where, int) else _line(where)
        shown = self.document.lines[line]
        column = len(shown) - len(shown.lstrip()) + 1
        self.problems.append(self.document.problem(rule, what, line + 1, column, hint=hint))


def _token(inline: SyntaxTreeNode) -> Token:
    assert inline.token is not None
    return inline.token


def _line(node: SyntaxTreeNode) -> int:
    """The line of a node, counted from 0. A cell does not know it, but its text does."""
    return node.map[0] if node.map else _line(node.children[0]) if node.children else 0


def _writable(content: str) -> bool:
    return not content.strip() or bool(_WRITING.fullmatch(content.strip()))


def _sentence_end(content: str, after: int) -> int:
    match = re.compile(r"[.?!](?=\s|$)").search(content, after)
    return match.end() if match else len(content)


def words_of(markdown: str) -> str:
    """What is read of a short text: without emphasis, code marks and the addresses of links."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", markdown)
    text = re.sub(r"(\*\*|__|\*|(?<!\w)_|_(?!\w)|`)(?=\S)(.+?)(?<=\S)\1", r"\2", text)
    text = re.sub(r"\\([^\w\s])", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()
