"""Finds lines that look like those of a block but are none, so that no field gets lost as text."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from psychoed.model.document import Document
from psychoed.model.problem import Problem
from psychoed.source.blocks import FOREIGN

_LINE = re.compile(r"/{3,}[ \t]*(.*)")


def nearly_blocks(document: Document, tokens: Sequence[Token], foreign: bool) -> Iterator[Problem]:
    """Every line of text that begins with `///`. With `foreign`, blocks of other extensions are left."""
    within = False  # one that was told already: its end needs no words
    for token in tokens:
        if token.type != "inline" or token.map is None or "///" not in token.content:
            continue
        for line, text in enumerate(token.content.split("\n"), token.map[0] + 1):
            found = _LINE.match(text.strip())
            if not found or (foreign and (not found[1] or found[1].split()[0].lower() in FOREIGN)):
                continue
            within, end = bool(found[1]), within and not found[1]
            if end:
                continue
            shown = document.lines[line - 1]
            column = shown.find("///") + 1
            what = "This line begins like a block, but is none."
            hint = "A block begins with `/// word` or `/// word | label`, and ends with `///`."
            if column > 1:
                what = "A block begins and ends at the beginning of a line."
                hint = "Take out what stands in front of it: a list or a quote cannot hold a block."
            yield document.problem("block-unreadable", what, line, column, hint=hint)
