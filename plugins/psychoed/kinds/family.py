"""A page for parents, carers and couples."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Family(Kind):
    """A page for parents, carers and couples."""

    folder: ClassVar = "family"

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
