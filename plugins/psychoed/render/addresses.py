"""Where a link leads, by medium: pages link to each other, paper to the web address of the site."""

import posixpath
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from psychoed.model.item import Item
from psychoed.model.library import Edition


@dataclass(frozen=True)
class Addresses(ABC):
    """The addresses of one edition in one medium."""

    edition: Edition
    on_screen: ClassVar[bool] = True

    @abstractmethod
    def to_item(self, near: Item, id: str) -> str:
        """The address of an item, seen from another."""

    @abstractmethod
    def to_file(self, near: Item, path: str) -> str:
        """The address of a file of the site, seen from an item."""

    def link(self, near: Item, target: str) -> str | None:
        """The address for a target as an author wrote it. None: it leads to nothing in this edition."""
        path, hash, anchor = target.partition("#")
        if not path or ":" in path.partition("/")[0] or path.startswith("//"):
            return target
        pictures = self.edition.library.pictures
        for file in (path, posixpath.normpath(posixpath.join(posixpath.dirname(near.id), path))):
            if file in pictures:
                return self.to_file(near, file)
        id = self.edition.library.find(path, near)
        if id is None or not (id in self.edition.items or id in self.edition.generated):
            return None
        if path.endswith(".pdf"):
            return self.to_file(near, f"{id}.pdf")
        return self.to_item(near, id) + hash + anchor


class PageAddresses(Addresses):
    """Between the Markdown files of a site, so that its host can check them."""

    def to_item(self, near: Item, id: str) -> str:
        """The path of its Markdown file, from the folder of `near`."""
        return self.to_file(near, f"{id}.md")

    def to_file(self, near: Item, path: str) -> str:
        """The path from the folder of `near`."""
        # From a root, so that no call asks the system for the folder it runs in.
        return posixpath.relpath(f"/{path}", f"/{posixpath.dirname(near.id)}")


class PaperAddresses(Addresses):
    """Whole web addresses, as `clinic.yml` gives them: paper is read far from the site.

    Where it gives none, links become their text. Pictures are files of this machine: paper is drawn here.
    """

    on_screen: ClassVar[bool] = False

    def link(self, near: Item, target: str) -> str | None:
        """The whole address, or None where there is none to give."""
        address = super().link(near, target)
        return address if address and ":" in address else None

    def to_item(self, near: Item, id: str) -> str:
        """The address of its page."""
        return self._whole(f"{id}.html")

    def to_file(self, near: Item, path: str) -> str:
        """The picture itself, or the address of any other file."""
        pictures = self.edition.library.pictures
        return pictures[path].as_uri() if path in pictures else self._whole(path)

    def _whole(self, path: str) -> str:
        return _below_address(self.edition, path)


def web_address(item: Item, edition: Edition) -> str:
    """The whole address of a page, as `clinic.yml` gives it, or nothing."""
    return _below_address(edition, f"{item.id}.html")


def _below_address(edition: Edition, path: str) -> str:
    """The address of a file in the site of this edition's language."""
    address = edition.library.clinic.address.rstrip("/")
    return f"{address}/{edition.library.folder(edition.language)}{path}" if address else ""
