"""A practice."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Practice(Kind):
    """A practice: role-play, visualisation or writing, often with a therapist."""

    folder: ClassVar = "practices"
    has_fields: ClassVar = True

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    not_for: str
    stop_if: str
    minutes: int | None = None
