"""A file as its author wrote it."""

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from psychoed.model.problem import Problem, Severity


@dataclass(frozen=True)
class Document:
    """The text of one file, able to point at its own lines.

    `path` is the address that authors know: relative to the project, with forward slashes.
    `file` is where the bytes lie. `text` has `\\n` line ends and no byte order mark.
    """

    path: str
    file: Path
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends. `lines[0]` is line 1."""
        return self.text.split("\n")

    @cached_property
    def version(self) -> str:
        """Seven hexadecimal digits that change when the text does: printed in footers."""
        return hashlib.sha256(self.text.encode()).hexdigest()[:7]

    @cached_property
    def head_end(self) -> int | None:
        """The line that closes the head; 0 where there is no head, None where it is never closed."""
        if self.lines[0].rstrip() != "---":
            return 0
        closing = (n for n, line in enumerate(self.lines[1:], 2) if line.rstrip() in {"---", "..."})
        return next(closing, None)

    @cached_property
    def text_digest(self) -> str:
        """What a review signs: 16 hexadecimal digits of the text below the head.

        Space at the end of lines and empty lines around the text can change without a new review.
        """
        text = "\n".join(line.rstrip() for line in self.lines[self.head_end or 0 :]).strip("\n")
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    def problem(
        self,
        rule: str,
        what: str,
        line: int = 0,
        column: int = 1,
        width: int = 0,
        hint: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem of this file. `line` and `column` count from 1; line 0 means the file as a whole.

        Without a `width` the caret underlines the line from `column` to its end.
        """
        excerpt = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Problem(
            path=self.path,
            line=line,
            column=column,
            width=width or max(len(excerpt.rstrip()) - column + 1, 1),
            rule=rule,
            what=what,
            hint=hint,
            severity=severity,
            excerpt=excerpt,
        )
