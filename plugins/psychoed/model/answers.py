"""The answers of a choice, as authors write them in the options of a field."""

from psychoed.model.checked import Checked
from psychoed.model.control import Line, Option
from psychoed.model.naming import slug, unique


class NamedAnswer(Checked):
    """An answer whose stored value is given."""

    label: str
    """What people read."""
    value: str
    """What is stored: it stays when the words change."""


Answer = str | NamedAnswer


def options(name: str, answers: tuple[Answer, ...], other: str) -> tuple[Option, ...]:
    """The options of a choice called `name`, the last with room to write if `other` has words."""
    found: list[Option] = []
    for answer in answers:
        label, value = (answer, slug(answer)) if isinstance(answer, str) else (answer.label, answer.value)
        found.append(Option(unique(value, {option.value for option in found}), label))
    if other:
        text = Line(f"{name}_other_text", other, length="medium", inline=True)
        found.append(Option(unique("other", {option.value for option in found}), other, text))
    return tuple(found)
