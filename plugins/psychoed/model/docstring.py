"""What a class says of itself: one text for the manual and for the help of an editor."""

import inspect
import re
from dataclasses import dataclass

from psychoed.model.checked import Checked

_EXAMPLE = re.compile(r"^```(?:markdown|yaml)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Docstring:
    """The first sentence, all of the prose in paragraphs, and the examples as authors write them."""

    summary: str
    paragraphs: tuple[str, ...]
    examples: tuple[str, ...]


def docstring(thing: type) -> Docstring:
    """The docstring of a class, with its lines joined to paragraphs. Nothing is taken from a base class."""
    text = inspect.cleandoc(thing.__dict__.get("__doc__") or "")
    prose = _EXAMPLE.sub("", text)
    # A list keeps its lines, or it would be none.
    parts = [part.strip() for part in re.split(r"\n\s*\n", prose) if part.strip()]
    paragraphs = tuple(part if part.startswith("- ") else " ".join(part.split()) for part in parts)
    summary = re.split(r"(?<=[.!?]) ", paragraphs[0])[0] if paragraphs else ""
    return Docstring(summary, paragraphs, tuple(_EXAMPLE.findall(text)))


def meaning(model: type[Checked], key: str) -> str:
    """What the docstring below a key says, or that of the key which it overrides; empty for none."""
    for base in model.__mro__:
        field = base.model_fields.get(key) if issubclass(base, Checked) else None
        if field and field.description:
            return " ".join(field.description.split())
    return ""
