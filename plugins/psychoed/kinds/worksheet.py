"""A worksheet."""

from typing import Annotated, ClassVar, Literal

import pydantic

from psychoed.model.protocols import Audience, Kind


class Worksheet(Kind):
    """A worksheet: printed or filled in on screen.

    `minutes` is how long it takes, `pages` how many it may fill on either paper. `with: therapist` marks a
    sheet that is too heavy to begin alone.
    """

    folder: ClassVar = "worksheets"
    sections: ClassVar = ("what_for",)
    has_fields: ClassVar = True

    title: str
    message: str
    topic: str = "worksheets"
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    minutes: int | None = None
    pages: int = 1
    with_: Literal["therapist"] | None = pydantic.Field(default=None, alias="with")
