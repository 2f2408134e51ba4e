"""A worksheet."""

from typing import Annotated, ClassVar, Literal

import pydantic

from psychoed.model.protocols import Audience, Kind


class Worksheet(Kind):
    """A worksheet: printed or filled in on screen.

    ```markdown
    ---
    title: Two sides of a quarrel
    message: See the same evening from both chairs.
    audience: [client]
    minutes: 10
    ---

    /// lines | What happened, as a camera would have seen it?
        rows: 3
    ///
    ```
    """

    folder: ClassVar = "worksheets"
    sections: ClassVar = ("what_for",)
    has_fields: ClassVar = True

    title: str
    message: str
    topic: str = "worksheets"
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    minutes: int | None = None
    """How many minutes it takes."""
    pages: int = 1
    """How many pages it may fill, on A4 and on Letter."""
    with_: Literal["therapist"] | None = pydantic.Field(default=None, alias="with")
    """`therapist` marks a sheet that is too heavy to begin alone."""
