"""Citations in prose: `[@fraley2015]`, `[@fraley2015, p. 3]`, `[@one; @two]`."""

import re
from collections.abc import Callable

from markdown_it.rules_inline import StateInline

from psychoed.model.body import Citation, Cite

# Words before the key belong to other tools' notation: they are taken too, so that their author hears of it.
# A key begins behind a space, a `;` or the bracket: an e-mail address in brackets is none.
_BRACKETS = re.compile(r"\[(?:[^\[\]@]*[\s;])?@[^\[\]]*\](?!\()")
_ONE = re.compile(r"\s*@(?P<key>\w[\w:.+-]*)(?:\s*,\s*(?P<locator>[^@]*[^@\s]))?\s*")


def citation(state: StateInline, silent: bool) -> bool:
    """The inline rule of markdown-it: takes the brackets, and leaves a token that knows its characters."""
    # It is asked silently while a link's text is measured: taken there, it would undo the link around it.
    found = None if silent else _BRACKETS.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    token = state.push("citation", "", 0)
    # A link within a link leads nowhere: such a citation counts as one that cannot be read.
    token.content = "" if state.linkLevel else found[0]
    token.meta["span"] = found.span()
    state.pos = found.end()
    return True


def read_citation(
    text: str, span: tuple[int, int], place: Callable[[int], int], where: Callable[[int], tuple[int, int]]
) -> Citation:
    """The mark of a citation, brackets included. What cannot be read makes it a mark without `cites`.

    `span` are its characters in the token, `place` leads from there to the text, `where` from the text to
    line and column.
    """
    cites: list[Cite] = []
    at = 1
    for part in text[1:-1].split(";"):
        found = _ONE.fullmatch(part)
        if found is None:
            cites = []
            break
        line, column = where(place(span[0] + at + found.start("key")))
        locator = " ".join((found["locator"] or "").split())
        cites.append(Cite(found["key"], locator, line, column))
        at += len(part) + 1
    start, end = place(span[0]), place(span[1] - 1) + 1
    return Citation(start, end, tuple(cites), *where(start))
