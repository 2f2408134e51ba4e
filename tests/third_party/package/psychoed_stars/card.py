"""Every story as a card of plain text."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from psychoed.model.protocols import Artifact, Output, OutputError

if TYPE_CHECKING:
    from psychoed.model.item import Item
    from psychoed.model.library import Edition


class Card(Output):
    """Every story as a card of plain text: its title and its message. It stands beside its page."""

    def plan(self, edition: "Edition", options: Mapping[str, Any]) -> Iterator[Artifact]:
        """One artifact for each story of the edition."""
        for item in edition.items.values():
            if item.kind == "story" and not item.broken:
                digest = hashlib.sha256(f"{item.title}\0{item.head.message}".encode()).hexdigest()

                def make(item: "Item" = item) -> bytes:
                    if not item.head.message:
                        raise OutputError("a card needs a `message`")
                    return f"{item.title}\n{item.head.message}\n".encode()

                yield Artifact(f"{item.id}.txt", item.document.path, digest, make)
