"""A mistake, told so that its author can mend it, and the report of many."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem weighs. An error fails a strict build; a warning fails a strict check."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` and `column` count from 1; line 0 means the file as a whole."""

    path: str
    line: int
    column: int
    rule: str
    what: str
    width: int = 1
    hint: str = ""
    severity: Severity = Severity.ERROR
    excerpt: str = field(default="", compare=False)

    def __str__(self) -> str:
        """The problem as authors see it: place, what, the line with a caret, a hint."""
        place = f"{self.path}:{self.line}" if self.line else self.path
        rows = [f"{_named(place)}: {_named(self.what.removesuffix('.'))} [{self.rule}]"]
        gutter = len(str(self.line)) + 2
        if self.line and self.excerpt.strip():
            shown, column = _visible(self.excerpt, self.column)
            cut = max(0, column - 61)
            rows.append(f"{self.line:>{gutter}} │ {shown[cut : cut + 100]}".rstrip())
            rows.append(
                f"{'':>{gutter}} │ {' ' * (column - 1 - cut)}{'^' * min(self.width, 100 - column + cut)}"
            )
        rows.extend(f"{'':>{gutter + 1}}{_named(hint)}" for hint in self.hint.split("\n") if hint)
        return "\n".join(rows)


def _visible(line: str, column: int) -> tuple[str, int]:
    """The line with tabs as four spaces and invisible characters by name, and the column moved with it."""
    return _named(line), len(_named(line[: column - 1])) + 1


def _named(words: str) -> str:
    """The words with tabs as four spaces and every invisible character by name."""

    def show(character: str) -> str:
        if character == "\t":
            return "    "
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            return f"<U+{ord(character):04X}>"
        return character

    return words if words.isascii() and words.isprintable() else "".join(map(show, words))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that offers the nearest known word, or lists what there is where that is short."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1)
    if near:
        return f"Did you mean `{near[0]}`?"
    return f"There is: {', '.join(f'`{one}`' for one in known)}." if 0 < len(known) <= 12 else ""


def report(problems: Iterable[Problem]) -> str:
    """All problems in the order of the files, and a last line that counts them."""
    ordered = sorted(problems)
    if not ordered:
        return "No problems found."
    return "\n\n".join([*map(str, ordered), count(ordered)])


def count(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning in 1 file.`"""
    ordered = list(problems)

    def some(number: int, word: str) -> str:
        return f"{number} {word}" + ("" if number == 1 else "s")

    totals = [(sum(p.severity is severity for p in ordered), severity.value) for severity in Severity]
    kinds = ", ".join(some(number, word) for number, word in totals if number)
    return f"{kinds} in {some(len({p.path for p in ordered}), 'file')}."
