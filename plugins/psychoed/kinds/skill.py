"""A skill."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Skill(Kind):
    """A skill: one thing to do, in a few steps, within minutes.

    ```markdown
    ---
    title: Let your shoulders drop
    message: One slow breath out tells the body that it may rest.
    topic: feelings
    audience: [client]
    minutes: 2
    not_for: This is not for real danger, when getting safe comes first.
    stop_if: Stop if you feel dizzy.
    ---

    ## In short

    …
    ```
    """

    folder: ClassVar = "skills"
    sections: ClassVar = ("in_short", "steps", "not_helping", "not_for", "why")

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    not_for: str
    """Who should leave it, or when."""
    stop_if: str
    """When to stop in the middle."""
    minutes: int | None = None
    """How many minutes it takes."""
