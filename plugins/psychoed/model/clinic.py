"""The facts of the clinic that hosts the library."""

from typing import Literal

from psychoed.model.checked import Checked


class Clinic(Checked):
    """What `clinic.yml` says. Every key can be left out.

    `address` is the web address of the site: it is printed on paper. `roots` are the folders that hold
    `docs/`, `worksheets/` and `data/`, later ones standing above earlier ones. `regions` are the help lines
    to show (none named: all). `topics` is the order of the menu.
    """

    name: str = ""
    address: str = ""
    contact: str = ""
    roots: tuple[str, ...] = (".",)
    languages: tuple[str, ...] = ("en",)
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = (
        "help", "feelings", "relationships", "past", "children", "therapy", "worksheets", "therapists",
    )  # fmt: skip
    paper: Literal["A4", "Letter"] = "A4"
    licence: str = "CC BY 4.0"
