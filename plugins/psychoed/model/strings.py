"""Every word that readers see and no author wrote."""

from collections.abc import Mapping
from dataclasses import dataclass

from psychoed.model.help_lines import Region


@dataclass(frozen=True)
class Strings:
    """One language: its code, its name in itself, its direction, and its words by name."""

    language: str
    name: str
    direction: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key`, with its gaps filled."""
        return self.words[key].format(**values)

    def region(self, region: Region) -> str:
        """The name of a region in this language, or as its author wrote it."""
        return self.words.get(f"region.{region.id}", region.name)
