"""A packet."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Packet(Kind):
    """A packet: sheets and pages that are handed out together, in this order.

    `items` are their ids. The text is what stands on the packet's own page, and on its cover.
    """

    folder: ClassVar = "worksheets/packets"
    relations: ClassVar = ("items", *Kind.relations)

    title: str
    message: str
    topic: str = "worksheets"
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    items: Annotated[tuple[str, ...], pydantic.Field(min_length=1)]
