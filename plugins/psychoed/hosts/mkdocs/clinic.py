"""The clinic's facts in a MkDocs site: colours, logo and the foot of every page."""

import re
from pathlib import Path

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from psychoed.model.library import Edition
from psychoed.render.clinic import footer, logo_path, site_css

CSS = "assets/clinic.css"


def announce(edition: Edition, files: Files, config: MkDocsConfig) -> None:
    """Adds the clinic's files and tells the theme of them. What mkdocs.yml says itself stays."""
    if css := site_css(edition.library.clinic):
        files.append(File.generated(config, CSS, content=css))
        # After our own style sheet, before the site's, which has the last word.
        config.extra_css.insert([str(one) for one in config.extra_css].index("assets/psychoed.css") + 1, CSS)
    logo = edition.library.logo
    if logo and not config.theme.get("logo"):
        files.append(File.generated(config, logo_path(logo), abs_src_path=str(logo)))
        config.theme["logo"] = logo_path(logo)
    config.copyright = "\n".join(part for part in (config.copyright, footer(edition)) if part)


def name_logo(html: str, logo: Path | None, name: str) -> str:
    """The logo with the clinic's name: themes call it "logo" in every language."""
    if not logo or not name:
        return html
    address = re.escape(logo_path(logo))
    return re.sub(
        rf'(<img\b[^>]*\bsrc="[^"]*{address}"[^>]*\balt=)"logo"',
        lambda found: f'{found[1]}"{escape(name)}"',
        html,
        flags=re.I,
    )
