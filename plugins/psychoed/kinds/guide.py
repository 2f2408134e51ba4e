"""A guide."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Guide(Kind):
    """A guide: explains one thing, then offers something to try."""

    folder: ClassVar = "guides"
    sections: ClassVar = ("in_short", "not_known")

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
