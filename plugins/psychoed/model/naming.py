"""Names for machines, made from words for people."""

import re
import unicodedata
from collections.abc import Collection


def slug(words: str, length: int = 40) -> str:
    """Small ASCII letters, digits and `_`, beginning with a letter."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:length].strip("_")
    return name if name[:1].isalpha() else f"field_{name}".rstrip("_")


def unique(name: str, taken: Collection[str]) -> str:
    """The name, with a number behind it where it is taken."""
    number, found = 2, name
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    return found


class Names:
    """Gives names out, each once: to many things of the same words in about as many steps."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def __call__(self, name: str) -> str:
        """The name, with a number behind it where it is taken."""
        number, found = self._numbers.get(name, 2), name
        while found in self._taken:
            found, number = f"{name}_{number}", number + 1
        self._numbers[name] = number
        self._taken.add(found)
        return found
