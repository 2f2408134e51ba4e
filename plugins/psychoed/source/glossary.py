"""The terms of a glossary: lines that name one, and below them `: its meaning`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it.token import Token

from psychoed.model.body import Entry
from psychoed.model.document import Document
from psychoed.model.glossary import Term, form_of, key_of
from psychoed.model.naming import slug, unique
from psychoed.model.problem import Problem
from psychoed.source.gestures import words_of

_MEANING = re.compile(r"[ \t]*:(?:[ \t]+|$)(.*)")
_LIKE_THIS = "Write the term on a line of its own, and below it `: its meaning`."


@dataclass
class Terms:
    """Reads the terms of one text. `starts` are the offsets of its lines."""

    document: Document
    starts: Sequence[int]
    found: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    _lines: dict[str, int] = field(default_factory=dict)  # which line has claimed a form
    _anchors: set[str] = field(default_factory=set)

    def read(self, tokens: Sequence[Token]) -> None:
        """Fills `found` and `problems`."""
        # To CommonMark an entry is a paragraph. One in a list or a quote is text.
        for before, token in pairwise(tokens):
            if token.type == "inline" and token.map and before.type == "paragraph_open" and before.level == 0:
                self._paragraph(token.map[0] + 1, token.content.split("\n"))
        if not self.found and not self.problems:
            what = "This glossary explains no term."
            self.problems.append(self.document.problem("glossary-empty", what, hint=_LIKE_THIS))

    def _paragraph(self, line: int, rows: list[str]) -> None:
        colons = [at for at, row in enumerate(rows) if row.lstrip().startswith(":")]
        if not colons:
            return
        first = colons[0]
        if first == 0:
            hint = "Write the term on the line above it, with no empty line between."
            self._problem("term-missing", "This meaning has no term.", line, hint)
            return
        for at in colons:
            if not _MEANING.match(rows[at]):
                hint = "Write a space behind the colon."
                self._problem("meaning-unclear", "This is no meaning yet.", line + at, hint)
                return
        if len(colons) > 1:
            hint = "Put an empty line before each term. A term has one meaning."
            self._problem("meaning-twice", "This is a second meaning.", line + colons[1], hint)
            return
        text = "\n".join([_MEANING.sub(r"\1", rows[first]), *rows[first + 1 :]])
        meaning = words_of(text)
        if not meaning:
            what = f"`{rows[0].strip()}` has no meaning."
            self._problem("meaning-missing", what, line + first, "Write it behind the colon.")
        names = tuple(row.strip() for row in rows[:first])
        claimed = [self._claim(name, line + at) for at, name in enumerate(names)]
        if meaning and all(claimed):
            anchor = unique(f"term-{slug(form_of(names[0]))}", self._anchors)
            self._anchors.add(anchor)
            end = self.starts[line + first - 1] - 1
            self.found.append(Entry(self.starts[line - 1], end, Term(names, meaning, anchor, line)))

    def _claim(self, name: str, line: int) -> bool:
        """Takes a form for its term. One that is taken would lead to two meanings."""
        form = key_of(form_of(name))
        if form in self._lines:
            what = f"`{form_of(name)}` stands in line {self._lines[form]} already."
            self._problem("term-twice", what, line, "Take one of them out, so that it has one meaning.")
            return False
        self._lines[form] = line
        return True

    def _problem(self, rule: str, what: str, line: int, hint: str) -> None:
        self.problems.append(self.document.problem(rule, what, line, hint=hint))
