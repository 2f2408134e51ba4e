"""How long a text takes to read."""

import re

from psychoed.model.body import Link, Node, Prose, walk

WORDS_A_MINUTE = 200
"""Slower than most adults read, as people do who are upset or read in a second language."""

_NOT_READ = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)"  # fenced code
    r"|(`+)(?!`).*?(?<!`)\2(?!`)"  # code in a line
    r"|<[^<>]*>"  # tags
    r"|\{[ \t]*[.#:][^{}\n]*\}",  # attribute lists
    re.DOTALL | re.MULTILINE,
)
_WORD = re.compile(r"\w+(?:['’.,-]\w+)*")


def minutes_to_read(nodes: tuple[Node, ...]) -> int:
    """Whole minutes for the prose of an item, at least one. Code and fields are not counted."""
    return max(1, round(words(nodes) / WORDS_A_MINUTE))


def words(nodes: tuple[Node, ...]) -> int:
    """The words of the prose: no code, comments, addresses, fields or descriptions of pictures."""
    return sum(len(_WORD.findall(_read(node))) for node in walk(nodes) if isinstance(node, Prose))


def _read(prose: Prose) -> str:
    """The text with everything blanked out that is written but not read."""
    characters = list(prose.text)

    def blank(start: int, end: int) -> None:
        characters[start:end] = " " * (end - start)

    for mark in prose.marks:
        if isinstance(mark, Link) and not mark.picture:
            blank(mark.start, mark.text_start)
            blank(mark.text_end, mark.end)
        else:
            blank(mark.start, mark.end)
    return _NOT_READ.sub(" ", "".join(characters))
