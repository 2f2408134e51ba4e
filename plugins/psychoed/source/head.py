"""The head of a page: the YAML between two lines of `---`."""

from dataclasses import dataclass, field
from typing import Any

from psychoed.model.document import Document
from psychoed.model.problem import Problem
from psychoed.source.yaml import Data, load

HOST_KEYS = frozenset({"template", "hide", "icon", "description", "tags", "status"})
"""Keys that are meant for the site generator: handed on as they are."""


@dataclass(frozen=True)
class Head:
    """The keys for us, those for the host, and the line on which the text begins."""

    data: Data = field(default_factory=Data)
    host: dict[str, Any] = field(default_factory=dict)
    body_line: int = 1
    present: bool = False
    problems: tuple[Problem, ...] = ()


def read_head(document: Document) -> Head:
    """The head of the document; an absent one is empty, a broken one has problems."""
    lines = document.lines
    end = document.head_end
    if end == 0:
        return Head()
    if end is None:
        hint = "Write `---` on a line of its own where the head ends."
        return Head(
            present=True,
            problems=(
                document.problem("head-unclosed", "The head that starts here has no end.", 1, hint=hint),
            ),
        )
    data = load(document, "\n".join(lines[1 : end - 1]) + "\n", line=2)
    problems = list(data.problems)
    if data.value is not None and not isinstance(data.value, dict):
        hint = "Write each key on a line of its own: `title: Grounding`."
        problems.append(document.problem("head-unreadable", "The head needs keys with values.", 2, hint=hint))
        data = Data()
    keys = data.value or {}
    return Head(
        data=Data({key: value for key, value in keys.items() if key not in HOST_KEYS}, data.places),
        host={key: value for key, value in keys.items() if key in HOST_KEYS},
        body_line=end + 1,
        present=True,
        problems=tuple(problems),
    )
