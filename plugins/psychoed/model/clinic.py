"""The facts of the clinic that hosts the library."""

from typing import Literal

from psychoed.model.checked import Checked


class Clinic(Checked):
    """The facts of the clinic that hosts the library. Every key can be left out."""

    name: str = ""
    """The name of the clinic."""
    address: str = ""
    """The web address of the site: it is printed on paper."""
    contact: str = ""
    """How readers reach the clinic."""
    roots: tuple[str, ...] = (".",)
    """The folders that hold `docs/`, `worksheets/` and `data/`. A later one stands above an earlier one."""
    languages: tuple[str, ...] = ("en",)
    """The languages of the pages, the clinic's own first."""
    regions: tuple[str, ...] = ()
    """The regions whose help lines are shown. None named: all of them."""
    topics: tuple[str, ...] = (
        "help", "feelings", "relationships", "past", "children", "therapy", "worksheets", "therapists",
    )  # fmt: skip
    """The groups of the menu, in their order."""
    paper: Literal["A4", "Letter"] = "A4"
    """What the worksheets are printed on."""
    licence: str = "CC BY 4.0"
    """Under which licence readers may pass the pages on. It stands in the footer of every sheet."""
