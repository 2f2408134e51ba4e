"""The clinic on what its readers see: its colours, its logo, and who stands behind the site."""

import base64
from collections.abc import Mapping
from pathlib import Path

from psychoed.model.clinic import Clinic, in_language
from psychoed.model.colour import DARK, LIGHT, TEXT, WHITE, quiet, tone
from psychoed.model.library import Edition
from psychoed.render.forms import draw_template

DEEP = 11.0
"""The contrast of white on large dark grounds (footer, dark header): its paler text is read on them too."""

AT_NIGHT = 7.0
"""The contrast of coloured text on a dark page, where 4.5:1 tires the eyes."""


def site_css(clinic: Clinic) -> str:
    """The style sheet that gives the site the clinic's colours, light and dark. Empty where it names none."""
    named = [colour for colour in (clinic.colours.primary, clinic.colours.accent) if colour]
    if not named:
        return ""
    # One colour is enough: it serves as both.
    primary, accent = (tone(colour, LIGHT, TEXT) for colour in (named[0], named[-1]))
    deep, deeper = (tone(quiet(primary), WHITE, least) for least in (DEEP, DEEP + 2))
    footer = {"--md-footer-bg-color": deep, "--md-footer-bg-color--dark": deeper}
    header = {"--md-primary-bg-color": WHITE, "--md-primary-bg-color--light": WHITE}
    light = {
        "--md-primary-fg-color": primary,
        "--md-primary-fg-color--light": primary,
        "--md-primary-fg-color--dark": deep,
        "--md-accent-fg-color": accent,
        "--md-accent-fg-color--transparent": f"color-mix(in srgb, {accent} 10%, transparent)",
        "--md-typeset-a-color": primary,
    }
    at_night = tone(accent, DARK, AT_NIGHT)
    dark = {
        "--md-primary-fg-color": deep,
        "--md-primary-fg-color--light": deep,
        "--md-primary-fg-color--dark": deeper,
        "--md-accent-fg-color": at_night,
        "--md-accent-fg-color--transparent": f"color-mix(in srgb, {at_night} 10%, transparent)",
        "--md-accent-bg-color": DARK,
        "--md-typeset-a-color": tone(primary, DARK, AT_NIGHT),
    }
    # The second attribute is always there: with it, a palette that mkdocs.yml names does not win.
    return "".join(
        _block(f'[data-md-color-scheme="{scheme}"][data-md-color-primary]', values | header | footer)
        for scheme, values in (("default", light), ("slate", dark))
    )


def _block(selector: str, values: Mapping[str, str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {name}: {value};\n" for name, value in values.items()) + "}\n"


def paper_colour_css(clinic: Clinic) -> str:
    """The colour of headings on paper. What can be read on the page can be read on white too."""
    primary = clinic.colours.primary
    return f"h1, h2 {{ color: {tone(primary, LIGHT, TEXT)}; }}\n" if primary else ""


def logo_path(logo: Path) -> str:
    """Where the site has the logo, wherever it lies in the project."""
    return f"assets/clinic-logo{logo.suffix.lower()}"


def logo_data(logo: Path) -> str:
    """The logo itself as an address, so that a sheet whose logo changed is another sheet."""
    kind = "svg+xml" if logo.suffix.lower() == ".svg" else "png"
    return f"data:image/{kind};base64,{base64.b64encode(logo.read_bytes()).decode()}"


def footer(edition: Edition) -> str:
    """Who made the site and how to reach them, as HTML for the foot of every page: only what is given."""
    clinic = edition.library.clinic
    return draw_template(
        "footer.html",
        clinic=clinic,
        strings=edition.strings,
        publisher=clinic.publisher or clinic.name,
        role=in_language(clinic.role, edition.language),
        funding=in_language(clinic.funding, edition.language),
        phone="".join(sign for sign in clinic.contact.phone if sign.isdigit() or sign == "+"),
        web=clinic.contact.web.partition("://")[2].rstrip("/"),
    ).strip()
