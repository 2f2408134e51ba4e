"""Finds characters that nobody sees: they can make a text read otherwise than it is."""

import re
from collections.abc import Iterator

from psychoed.model.document import Document
from psychoed.model.problem import Problem

_HIDDEN = re.compile(r"[\u202a-\u202e\u2066-\u2069]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def hidden_characters(document: Document) -> Iterator[Problem]:
    """One problem for each line that holds control characters. Marks that Arabic or Hebrew need are none."""
    if not _HIDDEN.search(document.text):
        return
    for number, line in enumerate(document.lines, 1):
        found = list(_HIDDEN.finditer(line))
        if not found:
            continue
        first = found[0]
        times = f", and {len(found) - 1} more" if len(found) > 1 else ""
        name = f"U+{ord(first[0]):04X}{times}"
        if first[0] == "\ufeff":
            what = f"A byte order mark stands in the middle of the text: {name}."
            rule, hint = (
                "control-character",
                "Delete it: what stands behind it is not at the beginning of its line.",
            )
        elif first[0] >= "\u202a":
            what = f"A character that nobody sees turns the direction of this line: {name}."
            rule, hint = "bidi-control", "Delete it: words can be read in another order than they stand in."
        else:
            what = f"A control character stands in this line: {name}."
            rule, hint = "control-character", "Delete it. It is no text, and often a sign of a damaged file."
        if first[0] in "\u2028\u2029":
            what = f"A line break that is no line break stands in this line: {name}."
            rule, hint = "control-character", "Delete it, or press Enter in its place."
        yield document.problem(rule, what, number, first.start() + 1, 1, hint)
