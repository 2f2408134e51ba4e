"""A practice."""

from typing import Annotated, ClassVar, Literal

import pydantic

from psychoed.model.protocols import Audience, Kind


class Practice(Kind):
    """A practice: role-play, visualisation or writing, often with a therapist.

    `with: therapist` marks one that is too heavy to begin alone.
    """

    folder: ClassVar = "practices"
    has_fields: ClassVar = True

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    not_for: str
    stop_if: str
    minutes: int | None = None
    with_: Literal["therapist"] | None = pydantic.Field(default=None, alias="with")
