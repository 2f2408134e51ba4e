"""A practice."""

from typing import Annotated, ClassVar, Literal

import pydantic

from psychoed.model.protocols import Audience, Kind


class Practice(Kind):
    """A practice: role-play, visualisation or writing, often with a therapist.

    ```markdown
    ---
    title: A letter that stays here
    message: Write what you could not say. Nobody has to read it.
    topic: past
    audience: [client]
    not_for: This is not for the first days after a great loss.
    stop_if: Stop if you feel far away or unreal.
    ---

    ## In short

    …
    ```
    """

    folder: ClassVar = "practices"
    has_fields: ClassVar = True

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
    with_: Literal["therapist"] | None = pydantic.Field(default=None, alias="with")
    """Whether it is too heavy to begin alone."""
