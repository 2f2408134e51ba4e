"""Contrast: what can be read on what, and the nearest tone that can."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coloraide import Color

TEXT = 4.5
"""The contrast that text needs: WCAG 2.2, 1.4.3. It is more than the 3:1 that controls need (1.4.11)."""

LIGHT = "#f5f5f5"
"""The least light ground of a light page: Material's for code. What passes here passes on white."""

DARK = "#272a35"
"""The least dark ground of a dark page: Material's for code."""

WHITE = "#ffffff"


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG 2.2 defines it."""
    return _color(one).contrast(other)


@cache
def tone(colour: str, ground: str, least: float) -> str:
    """The colour itself where it holds that contrast on the ground, else the nearest of its hue that does.

    The lightness moves away from the ground in OKLCH, where a hue stays the hue that people see. Black or
    white where nothing else passes.
    """
    step = -0.005 if contrast(ground, "#000000") > contrast(ground, WHITE) else 0.005
    moving, found = _color(colour).convert("oklch"), colour
    while contrast(found, ground) < least and 0 <= moving["lightness"] <= 1:
        moving["lightness"] += step
        found = moving.clone().fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True)
    return found


def quiet(colour: str) -> str:
    """The colour with less of itself: for large grounds."""
    muted = _color(colour).convert("oklch")
    muted["chroma"] *= 0.6
    return muted.fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True)


def _color(colour: str) -> "Color":
    # Imported when a clinic has colours: that alone takes a fifth of the time of a small site.
    from coloraide import Color

    return Color(colour)
