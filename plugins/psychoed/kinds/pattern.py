"""A pattern."""

from typing import Annotated, ClassVar

import pydantic

from psychoed.model.protocols import Audience, Kind


class Pattern(Kind):
    """A pattern: how an old wound shows today, how it once helped, and what may help now.

    ```markdown
    ---
    title: Going quiet when hurt
    message: Silence kept you safe once. There are other ways now.
    topic: relationships
    audience: [client]
    ---

    ## In short

    …
    ```
    """

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
