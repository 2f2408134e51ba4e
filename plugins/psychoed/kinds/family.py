"""A page for parents, carers and couples."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Family(Kind):
    """A page for parents, carers and couples.

    ```markdown
    ---
    title: After a hard word
    message: Coming back to each other matters more than never falling out.
    topic: children
    audience: [caregiver]
    ---

    ## In short

    …
    ```
    """

    folder: ClassVar = "family"

    title: str
    message: str
    topic: str
    audience: Annotated[tuple[Audience, ...], pydantic.Field(min_length=1)]
