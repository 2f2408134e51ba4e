"""Numbers to call. They stand in one place, and pages only say which of them they need."""

from datetime import date
from typing import Literal

from pydantic import Field

from psychoed.model.checked import Checked

Need = Literal["emergency", "crisis", "domestic-abuse", "sexual-violence", "children", "parents"]


class HelpLine(Checked):
    """One line of help."""

    id: str
    """A short name of its own, such as `uk-samaritans`."""
    for_: tuple[Need, ...] = Field(alias="for")
    """Who needs it. A page asks for a need, never for a number."""
    name: str
    """Its name, or what it is for while its own name is not checked."""
    call: str = ""
    """The number to call, in quotes and written as people dial it."""
    text: str = ""
    """The number to text, in quotes."""
    web: str = ""
    """Its web address."""
    hours: str = ""
    """When someone answers."""
    cost: str = ""
    """What a call costs."""
    shows_on_bill: bool | None = None
    """Whether a call is listed on the phone bill, where others may read it."""
    deaf_access: str = ""
    """How people who do not hear can reach it."""
    languages: tuple[str, ...] = ()
    """The languages that are spoken there."""
    what_happens: str = ""
    """What happens when one calls, in a sentence or two."""
    source: str = ""
    """Where these details come from."""
    last_checked: date | Literal["never"] = "never"
    """The day on which a person called it or checked it. `never` blocks publishing."""


class Region(Checked):
    """The help lines of one region."""

    id: str
    """A short name of its own, such as `uk`."""
    name: str
    """Its name, where psychoed has none for it in the language of the page."""
    lines: tuple[HelpLine, ...]
    """Its help lines, the most urgent first."""


class HelpLines(Checked):
    """Every number to call, by region. Pages only say who needs one."""

    regions: tuple[Region, ...] = ()
    """The regions, in the order in which pages list them."""

    def lines_for(
        self, needs: tuple[str, ...], regions: tuple[str, ...]
    ) -> list[tuple[Region, list[HelpLine]]]:
        """By region, the lines that serve one of the needs. No region named: all of them."""
        chosen = [region for region in self.regions if not regions or region.id in regions]
        found = [(region, [one for one in region.lines if set(one.for_) & set(needs)]) for region in chosen]
        return [(region, lines) for region, lines in found if lines]
