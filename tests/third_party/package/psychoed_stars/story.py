"""A story."""

from typing import ClassVar

from psychoed.model.protocols import Kind


class Story(Kind):
    """A story: told by `teller`. Its `stories` are those to read next."""

    folder: ClassVar = "stories"
    relations: ClassVar = (*Kind.relations, "stories")

    title: str
    teller: str
    stories: tuple[str, ...] = ()
