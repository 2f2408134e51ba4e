"""A packet."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Packet(Kind):
    """A packet: sheets and pages that are handed out together, in this order.

    The text is what stands on the packet's own page.

    ```markdown
    ---
    title: When you fear being left
    message: What to read and fill in when someone seems far away.
    audience: [client]
    items: [patterns/abandonment, skills/grounding, worksheets/mind-check]
    ---

    Begin with the first. You can stop at any time.
    ```
    """

    folder: ClassVar = "worksheets/packets"
    relations: ClassVar = ("items", *Kind.relations)

    title: str
    message: str
    topic: str = "worksheets"
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
    items: Annotated[tuple[str, ...], pydantic.Field(min_length=1)]
    """The ids of what is in it, in their order."""
