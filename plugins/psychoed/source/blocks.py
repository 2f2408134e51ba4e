"""Finds the blocks of a text: `/// word | argument`, indented options, a body, `///`.

The notation is that of pymdownx Blocks; the reader is our own, since theirs is silent when a block is wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from psychoed.model.document import Document
from psychoed.model.problem import Problem
from psychoed.source.limits import BLOCKS_DEEP

_OPEN = re.compile(r"(/{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(?:\|[ \t]*(.*?))?[ \t]*$")
_CLOSE = re.compile(r"(/{3,})[ \t]*$")
_FENCE = re.compile(r"[ \t>]*+(?:(?:[-*+]|\d+[.)])[ \t>]++)*+(`{3,}|~{3,})(.*)$")

FOREIGN = frozenset(
    {
        "admonition", "attention", "caption", "caution", "danger", "define", "details", "error",
        "figure-caption", "hint", "html", "important", "note", "tab", "table-caption", "tip", "warning",
    }
)  # fmt: skip
"""Blocks of other extensions: left alone, except on sheets."""


@dataclass
class RawBlock:
    """A block as written. Lines count from 1; `options` are the lines of its YAML, `end` its last line."""

    word: str
    argument: str
    line: int
    slashes: int = 3
    options: list[str] = field(default_factory=list)
    children: list["RawBlock | RawProse"] = field(default_factory=list)
    end: int = 0


@dataclass
class RawProse:
    """Lines of Markdown between blocks, from `line` on."""

    line: int
    lines: list[str]


def read_blocks(
    document: Document, first: int, foreign: bool
) -> tuple[list[RawBlock | RawProse], list[Problem], set[int]]:
    """The tree of blocks and prose from line `first` on, the problems, and the lines that are not prose.

    With `foreign`, blocks of other extensions stay prose.
    """
    top = RawBlock("", "", first, slashes=10**6)
    stack = [top]
    problems: list[Problem] = []
    taken: set[int] = set()
    prose: list[str] = []
    prose_line = first
    ignored: list[int] = []  # slashes of open blocks that are another extension's
    lines = document.lines
    outside = set(_outside_code(document, first, problems))

    def flush() -> None:
        nonlocal prose
        if any(line.strip() for line in prose):
            stack[-1].children.append(RawProse(prose_line, prose))
        prose = []

    def close(block: RawBlock, last: int) -> None:
        block.end = last

    number = first
    while number <= len(lines):
        line = lines[number - 1]
        opening = _OPEN.match(line) if number in outside else None
        closing = _CLOSE.match(line) if number in outside else None
        if closing and ignored:
            if len(closing[1]) == ignored[-1]:
                ignored.pop()
            closing = None
        if opening and foreign and opening[2].lower() in FOREIGN:
            ignored.append(len(opening[1]))
            opening = None
        if opening:
            flush()
            slashes, word, argument = len(opening[1]), opening[2], opening[3] or ""
            while len(stack) > 1 and stack[-1].slashes <= slashes:
                problems.append(_unclosed(document, stack[-1], number))
                close(stack.pop(), number - 1)
            block = RawBlock(word, argument, number, slashes)
            taken.add(number)
            while number < len(lines) and re.match(r"(?: {4}|\t)\s*\S", lines[number]):
                number += 1
                block.options.append(lines[number - 1])
                taken.add(number)
            if len(stack) <= BLOCKS_DEEP:
                stack[-1].children.append(block)
            elif len(stack) == BLOCKS_DEEP + 1:
                problems.append(_too_deep(document, block))
            stack.append(block)
            prose_line = number + 1
        elif closing:
            flush()
            taken.add(number)
            fitting = [at for at, block in enumerate(stack) if at and block.slashes == len(closing[1])]
            if not fitting:
                problems.append(_nothing_to_close(document, number, stack[-1] if len(stack) > 1 else None))
            else:
                while len(stack) - 1 > fitting[-1]:
                    problems.append(_unclosed(document, stack[-1], number))
                    close(stack.pop(), number - 1)
                close(stack.pop(), number)
            prose_line = number + 1
        else:
            prose.append(line)
        number += 1
    flush()
    for block in stack[1:]:
        problems.append(_unclosed(document, block, None))
        close(block, len(lines))
    return top.children, problems, taken


def _outside_code(document: Document, first: int, problems: list[Problem]) -> Iterator[int]:
    """The numbers of the lines that stand in no code fence and no HTML comment."""
    fence = ""
    opened = 0
    comment = 0
    for number, line in enumerate(document.lines[first - 1 :], first):
        if comment:
            if "-->" in line:
                comment = 0
            continue
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = ""
            continue
        if found and not (found[1][0] == "`" and "`" in found[2]):
            fence, opened = found[1], number
            continue
        if line.lstrip().startswith("<!--") and "-->" not in line:
            comment = number
            continue
        yield number
    if fence:
        hint = f"Write {fence} on a line of its own where the code ends."
        problems.append(document.problem("fence-unclosed", "This code has no end.", opened, hint=hint))
    if comment:
        problems.append(
            document.problem(
                "comment-unclosed", "This comment has no end.", comment, hint="Write `-->` at its end."
            )
        )


def _too_deep(document: Document, block: RawBlock) -> Problem:
    what = f"This block stands in {BLOCKS_DEEP} others."
    return document.problem("block-too-deep", what, block.line, hint="Close some of them before it.")


def _unclosed(document: Document, block: RawBlock, before: int | None) -> Problem:
    mark = "/" * block.slashes
    where = f"before line {before}" if before else "before the page ends"
    hint = f"Write `{mark}` on a line of its own where it ends."
    if before and block.slashes == 3:
        hint += "\nTo put a block inside it, open and close the outer one with `////`."
    return document.problem(
        "block-unclosed", f"The block `{block.word}` is not closed {where}.", block.line, hint=hint
    )


def _nothing_to_close(document: Document, number: int, inside: RawBlock | None) -> Problem:
    hint = "Take it out, or write the first line of its block: `/// word | label`."
    if inside:
        mark = "/" * inside.slashes
        hint = f"The open block is `{inside.word}` (line {inside.line}): it closes with `{mark}`."
    return document.problem("block-not-open", "This closes no block.", number, hint=hint)
