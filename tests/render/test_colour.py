"""Tones: every one can be read where it stands."""

import colorsys

from hypothesis import given, settings
from hypothesis import strategies as some

from psychoed.model.clinic import Clinic
from psychoed.model.colour import DARK, LIGHT, TEXT, WHITE, contrast, tone
from psychoed.render.clinic import AT_NIGHT, DEEP, site_css

COLOURS = some.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@settings(deadline=None, max_examples=60)
@given(COLOURS)
def test_every_colour_has_a_tone_that_passes(colour: str) -> None:
    for ground, least in ((LIGHT, TEXT), (WHITE, DEEP), (DARK, AT_NIGHT)):
        found = tone(colour, ground, least)
        assert contrast(found, ground) >= least
        if contrast(colour, ground) >= least:
            assert found == colour


def test_contrast_is_that_of_wcag() -> None:
    # The published figure for the grey that just passes on white.
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_the_hue_stays() -> None:
    def hue(colour: str) -> float:
        return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]

    assert abs(hue(tone("#ffcc00", LIGHT, TEXT)) - hue("#ffcc00")) < 0.03
    assert tone("#ffcc00", LIGHT, TEXT) == "#8d6b00"


def test_one_colour_serves_as_both_and_none_as_none() -> None:
    css = site_css(Clinic.model_validate({"colours": {"primary": "#5b2a86"}}))
    assert "--md-accent-fg-color: #5b2a86;" in css
    assert site_css(Clinic()) == ""
