"""The structure of the prose: where its links, pictures, comments and headings stand.

markdown-it-py reads it, so that code is never taken for text. Its tokens know their lines; two of its inline
rules are wrapped here so that links know their characters too.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block import reference as definition
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, autolink, backtick, html_inline, image, link
from markdown_it.token import Token

from psychoed.model.body import Comment, Link, Mark
from psychoed.source.citations import citation, read_citation

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOTATION = re.compile(r"^[ \t]*(?:[!?/=:+]{3}|\*\[).*", re.MULTILINE)  # a line of another extension


@dataclass(frozen=True)
class Heading:
    """A heading with its level, 1 to 6, and its line."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Structure:
    """What the prose of one document holds. Offsets count characters from the start of the parsed text.

    `running` are the stretches (start, end) of running text: paragraphs, list items and cells, without code,
    HTML, links and pictures. A stretch that goes over a line end has nothing but text there.
    """

    marks: tuple[Mark, ...]
    headings: tuple[Heading, ...]
    tokens: tuple[Token, ...]
    running: tuple[tuple[int, int], ...] = ()


def structure(text: str) -> Structure:
    """Parses Markdown whose first line is line 1 of its document."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    marks: list[Mark] = []
    headings: list[Heading] = []
    running: list[tuple[int, int]] = []
    environment: dict[str, Any] = {}
    tokens = _PARSER.parse(text, environment)
    cell_from = 0
    for number, token in enumerate(tokens):
        if token.type == "inline" and token.map:
            if tokens[number - 1].type in {"td_open", "th_open"}:
                # Cells of a row share its line: each is looked for behind the one before.
                cell_from = max(cell_from, starts[token.map[0]])
                row_end = starts[token.map[0] + 1]
                token.meta["from"] = max(text.find(token.content, cell_from, row_end), cell_from)
                cell_from = token.meta["from"] + len(token.content)
            if tokens[number - 1].type == "heading_open":
                level = int(tokens[number - 1].tag[1])
                headings.append(Heading(level, token.content, token.map[0] + 1))
            marks.extend(_inline_marks(token, text, starts))
            if tokens[number - 1].type in {"paragraph_open", "td_open"}:
                running.extend(_running(token, text, starts))
        elif token.type == "html_block" and token.map:
            begin, end = starts[token.map[0]], min(starts[token.map[1]], len(text))
            marks.extend(
                Comment(begin + m.start(), begin + m.end()) for m in _COMMENT.finditer(text[begin:end])
            )
    for reference in environment.get("references", {}).values():
        first, last = reference["map"]
        marks.append(Comment(starts[first], min(starts[last], len(text))))
    return Structure(
        tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))),
        tuple(headings),
        tuple(tokens),
        tuple(running),
    )


def _inline_marks(token: Token, text: str, starts: list[int]) -> Iterator[Mark]:
    """The marks of one paragraph, heading or cell, moved from its own characters to those of the text."""
    found = [one for one in _all(token) if "label" in one.meta or one.type in {"html_inline", "citation"}]
    if not found or token.map is None:
        return
    place = places(token, text, starts)
    for one in found:
        start, end = one.meta["span"]
        if one.type == "html_inline":
            if one.content.startswith("<!--"):
                yield Comment(place(start), place(end - 1) + 1)
            continue
        if one.type == "citation":
            yield read_citation(one.content, (start, end), place, lambda at: _line_and_column(at, starts))
            continue
        label_start, label_end = one.meta["label"]
        whole = place(start)
        line, column = _line_and_column(whole, starts)
        yield Link(
            start=whole,
            end=place(end - 1) + 1,
            text_start=place(label_start),
            text_end=place(label_end),
            target=str(one.attrs.get("href", one.attrs.get("src", ""))),
            title=str(one.attrs.get("title", "")),
            picture=one.type == "image",
            line=line,
            column=column,
        )


def _all(token: Token) -> Iterator[Token]:
    for child in token.children or ():
        yield child
        if child.type != "image":  # what stands in a picture's description is not drawn
            yield from _all(child)


def places(token: Token, text: str, starts: Sequence[int]) -> Callable[[int], int]:
    """From a character of the token's content to the character of the text.

    The content is the lines of the token without the marks of quotes, lists and cells, so each of its lines
    is looked for in the line that it came from.
    """
    assert token.map is not None
    offsets: list[tuple[int, int]] = []  # (character of the content, character of the text)
    at = 0
    for number, line in enumerate(token.content.split("\n")):
        source = min(token.map[0] + number, len(starts) - 2)
        begin, end = starts[source], starts[source + 1] - 1
        wanted = line.strip()
        column = text.find(wanted, max(begin, token.meta.get("from", begin)), end)
        lead = len(line) - len(line.lstrip())
        offsets.append((at, (column if column >= 0 else begin) - lead))
        at += len(line) + 1

    bases = [base for base, _ in offsets]

    def place(character: int) -> int:
        base, there = offsets[max(bisect_right(bases, character) - 1, 0)]
        return there + character - base

    return place


def spans(token: Token) -> list[tuple[int, int]]:
    """The characters of an inline token's content that are code, HTML, links or pictures, not plain text."""
    return [one.meta["span"] for one in _all(token) if "span" in one.meta]


def _running(token: Token, text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of one paragraph or cell that are plain text, moved to the characters of the text."""
    content = token.content
    place = places(token, text, starts)
    tags = [
        one.meta["span"]
        for one in _all(token)
        if one.type == "html_inline" and not one.content.startswith("<!--")
    ]
    # Between two tags anything may stand, such as the text of a link: all of it counts as HTML.
    html = [(tags[0][0], tags[-1][1])] if tags else []
    notation = [found.span() for found in _NOTATION.finditer(content)]
    for start, end in without((0, len(content)), [*spans(token), *html, *notation]):
        at = start
        for newline in [one.start() for one in re.finditer("\n", content[start:end])]:
            cut = start + newline
            # Between two lines of a quote stand its marks.
            if cut > at and text[place(cut - 1) + 1 : place(cut + 1)].strip():
                yield place(at), place(cut - 1) + 1
                at = cut + 1
        if end > at:
            yield place(at), place(end - 1) + 1


def without(whole: tuple[int, int], holes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a stretch around holes in it."""
    at, last = whole
    for start, end in sorted(holes):
        if at < min(start, last):
            yield at, min(start, last)
        at = max(at, end)
    if at < last:
        yield at, last


def _line_and_column(offset: int, starts: list[int]) -> tuple[int, int]:
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _remembering(
    rule: Callable[[StateInline, bool], bool], types: set[str]
) -> Callable[[StateInline, bool], bool]:
    """The rule, which now also writes into its token which characters it took."""

    def remember(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        taken = rule(state, silent)
        if taken and not silent:
            for token in state.tokens[before:]:
                if token.type in types:
                    token.meta["span"] = (start, state.pos)
                    if token.type in {"link_open", "image"} and token.info != "auto":
                        first = start + (2 if token.type == "image" else 1)
                        label_end = state.md.helpers.parseLinkLabel(state, first - 1, token.type != "image")
                        token.meta["label"] = (first, label_end)
                    break
        return taken

    return remember


def _inside(state: StateCore) -> None:
    """Reads the inside of a text only where a link, a picture, code or HTML could begin: most have none."""
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if any(mark in token.content for mark in "[<`"):
                state.md.inline.parse(token.content, state.md, state.env, token.children)


def _no_footnote(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    """`[^1]: …` is a footnote to those who draw the page, never an address; it would be left out as one."""
    begin = state.bMarks[first] + state.tShift[first]
    return not state.src.startswith("[^", begin) and definition(state, first, last, silent)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.core.ruler.at("inline", _inside)
    parser.block.ruler.at("reference", _no_footnote, {"alt": []})
    parser.inline.ruler.at("link", _remembering(link, {"link_open"}))
    parser.inline.ruler.at("image", _remembering(image, {"image"}))
    parser.inline.ruler.at("html_inline", _remembering(html_inline, {"html_inline"}))
    # Before links: `[@key]` would be one where something is defined as `[@key]: …`.
    parser.inline.ruler.before("link", "citation", citation)
    parser.inline.ruler.at("backticks", _remembering(backtick, {"code_inline"}))
    parser.inline.ruler.at("autolink", _remembering(autolink, {"link_open"}))
    # The address as the author wrote it: the host decides how it is encoded.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


_PARSER = _parser()
