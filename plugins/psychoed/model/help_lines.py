"""Numbers to call. They stand in one place, and pages only say which of them they need."""

from datetime import date
from typing import Literal

from pydantic import Field

from psychoed.model.checked import Checked

Need = Literal["emergency", "crisis", "domestic-abuse", "sexual-violence", "children", "parents"]


class HelpLine(Checked):
    """One line of help. `last_checked` is the day on which a person tried it, or never."""

    id: str
    for_: tuple[Need, ...] = Field(alias="for")
    name: str
    call: str = ""
    text: str = ""
    web: str = ""
    hours: str = ""
    cost: str = ""
    shows_on_bill: bool | None = None
    deaf_access: str = ""
    languages: tuple[str, ...] = ()
    what_happens: str = ""
    source: str = ""
    last_checked: date | Literal["never"] = "never"


class Region(Checked):
    """The help lines of one region."""

    id: str
    name: str
    lines: tuple[HelpLine, ...]


class HelpLines(Checked):
    """`data/help-lines.yml`."""

    regions: tuple[Region, ...] = ()

    def lines_for(
        self, needs: tuple[str, ...], regions: tuple[str, ...]
    ) -> list[tuple[Region, list[HelpLine]]]:
        """By region, the lines that serve one of the needs. No region named: all of them."""
        chosen = [region for region in self.regions if not regions or region.id in regions]
        found = [(region, [one for one in region.lines if set(one.for_) & set(needs)]) for region in chosen]
        return [(region, lines) for region, lines in found if lines]
