"""An item as a sheet of paper: the same form as on the page, under its own CSS."""

from importlib.resources import files

from psychoed.model.clinic import Clinic
from psychoed.model.item import Item
from psychoed.model.library import Edition
from psychoed.render.addresses import PaperAddresses
from psychoed.render.clinic import logo_data, paper_colour_css
from psychoed.render.forms import draw_template
from psychoed.render.lower import lower
from psychoed.render.page import review_line
from psychoed.render.prose import to_html


def paper(item: Item, edition: Edition) -> str:
    """A whole HTML document, ready for the press."""
    clinic = edition.library.clinic
    addresses = PaperAddresses(edition)
    return draw_template(
        "paper.html",
        item=item,
        edition=edition,
        strings=edition.strings,
        clinic=clinic,
        logo=logo_data(edition.library.logo) if edition.library.logo else "",
        body=to_html(lower(item, edition, addresses)),
        review=review_line(item, edition),
        address=_spoken(addresses.to_item(item, item.id)),
        emergency=_emergency(edition),
        help_address=_spoken(addresses.to_item(item, "guides/get-help")),
    )


def paper_css(clinic: Clinic) -> str:
    """The style sheet of paper, on the clinic's paper."""
    css = (files("psychoed.render") / "paper.css").read_text("utf-8")
    return f"@page {{ size: {clinic.paper}; }}\n{css}{paper_colour_css(clinic)}"


def _spoken(address: str) -> str:
    """An address as people type it."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("#")


def _emergency(edition: Edition) -> str:
    """The emergency numbers of every region on one line."""
    library, strings = edition.library, edition.strings
    regions = []
    for region, lines in library.help_lines.lines_for(("emergency",), library.clinic.regions):
        numbers = f" {strings('help.or')} ".join(line.call for line in lines)
        regions.append(f"{strings.region(region)} {numbers}")
    return ", ".join(regions)
