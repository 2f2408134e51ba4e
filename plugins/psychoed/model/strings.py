"""Every word that readers see and no author wrote."""

import datetime
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

    def minutes(self, key: str, number: int) -> str:
        """The words for so many minutes: one minute has words of its own, below `key.one`."""
        return self(f"{key}.one" if number == 1 else key, minutes=number)

    def date(self, day: datetime.date) -> str:
        """A date as people write it."""
        month = self("date.months").split()[day.month - 1]
        return self("date.long", day=day.day, month=month, year=day.year)

    def region(self, region: Region) -> str:
        """The name of a region in this language, or as its author wrote it."""
        return self.words.get(f"region.{region.id}", region.name)
