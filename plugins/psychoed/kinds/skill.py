"""A skill."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Skill(Kind):
    """A skill: one thing to do, in a few steps, within minutes.

    `not_for` says who should leave it, `stop_if` when to stop.
    """

    folder: ClassVar = "skills"
    sections: ClassVar = ("in_short", "steps", "not_helping", "not_for", "why")

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    not_for: str
    stop_if: str
    minutes: int | None = None
