"""A pattern."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Pattern(Kind):
    """A pattern: how an old wound shows today, how it once helped, and what may help now."""

    folder: ClassVar = "patterns"
    sections: ClassVar = (
        "in_short",
        "feels_like",
        "comes_from",
        "once_helped",
        "may_help",
        "get_help",
        "not_known",
    )

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
