"""The window of tolerance."""

from markupsafe import escape

from psychoed.model.protocols import Figure
from psychoed.model.strings import Strings

WIDTH, BAND, GAP = 640, 84, 10
INK = "#1b1f23"


class Window(Figure):
    """The window of tolerance (after Siegel 1999): a picture of the range of feeling that one can manage.

    Three bands: too much, within the window, too little. They differ in line and in words, not in colour
    alone. It is a picture, not a measurement.

    What it looks like stands in attributes, since the press applies no style sheet inside a drawing; the
    site's style sheet stands above them, for dark pages.
    """

    def draw(self, prefix: str, strings: Strings) -> str:
        """SVG, 640 wide, three bands below each other."""
        bands = []
        for number, (band, line) in enumerate((("high", "8 5"), ("middle", "none"), ("low", "2 5"))):
            top = number * (BAND + GAP) + 4
            signs = escape(strings(f"figure.window.{band}_signs"))
            bands.append(
                f'<rect class="psychoed-band psychoed-band-{band}" x="4" y="{top}" width="{WIDTH - 8}" '
                f'height="{BAND}" rx="10" fill="none" stroke="{INK}" '
                f'stroke-width="{4 if band == "middle" else 2}" '
                f'stroke-dasharray="{line}"/>'
                f'<text x="24" y="{top + 34}" font-weight="bold" fill="{INK}">'
                f"{escape(strings(f'figure.window.{band}'))}</text>"
                f'<text x="24" y="{top + 62}" fill="{INK}">{signs}</text>'
            )
        height = 3 * (BAND + GAP) + 2
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            f'font-family="Source Sans Pro, sans-serif" font-size="19" '
            f'aria-labelledby="{prefix}-title {prefix}-description">'
            f'<title id="{prefix}-title">{escape(strings("figure.window.title"))}</title>'
            f'<desc id="{prefix}-description">{escape(strings("figure.window.description"))}</desc>'
            + "".join(bands)
            + "</svg>"
        )
