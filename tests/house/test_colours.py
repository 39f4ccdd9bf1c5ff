"""Every pair of text and ground in the tokens keeps its contrast, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
PAIRS = """
ink/bg 7, ink/surface 7, ink/sunken 7, ink/action-soft 7, ink/voice-soft 7, ink/council-soft 7, ink/chip 7,
ink/info-soft 7, ink/ok-soft 7, ink/warn-soft 7, ink/bad-soft 7,
ink-2/bg 4.5, ink-2/surface 4.5, ink-2/sunken 4.5, ink-2/voice-soft 4.5, ink-2/action-soft 4.5,
link/bg 4.5, link/surface 4.5, link/sunken 4.5, link/info-soft 4.5, link/voice-soft 4.5,
on-action/action 4.5, on-action/action-hover 4.5, on-voice/voice 4.5, on-voice/voice-hover 4.5,
action/bg 4.5, action/surface 4.5, action/action-soft 4.5, action/voice-soft 4.5,
on-brand/brand 7, on-brand/brand-2 4.5, on-brand-2/brand 4.5, voice/brand 3, voice/brand-2 3,
voice-ink/voice-soft 4.5, voice-ink/surface 4.5,
council/surface 4.5, council/council-soft 4.5, council/bg 4.5,
ok/ok-soft 4.5, ok/surface 4.5, warn/warn-soft 4.5, warn/surface 4.5,
bad/bad-soft 4.5, bad/surface 4.5, bad/bg 4.5, info/info-soft 4.5, info/surface 4.5,
line-strong/surface 3, line-strong/bg 3, line-strong/voice-soft 3,
focus/bg 3, focus/surface 3, focus/sunken 3, focus/voice-soft 3
"""


def themes() -> dict[str, dict[str, str]]:
    """The hex of every token as written in tokens.css, by theme."""
    light, dark = (CSS / "tokens.css").read_text().split("@media", 1)
    return {"light": _tokens(light), "dark": _tokens(dark)}


def _tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def pairs() -> list[tuple[str, str, float]]:
    return [(mark, ground, float(least)) for mark, ground, least in re.findall(r"([\w-]+)/([\w-]+) ([\d.]+)", PAIRS)]


def too_faint(tokens: dict[str, str]) -> list[str]:
    measured = [(mark, ground, least, contrast(tokens[mark], tokens[ground])) for mark, ground, least in pairs()]
    return [f"{mark} on {ground}: {found:.2f} < {least}" for mark, ground, least, found in measured if found < least]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_pair_is_readable(theme):
    assert too_faint(themes()[theme]) == []


def test_a_faint_ink_is_noticed():
    tokens = themes()["light"] | {"ink": "#888888"}

    assert too_faint(tokens)[0] == "ink on bg: 3.37 < 7.0"


def test_black_on_white_measures_as_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_dark_names_the_same_tokens_as_light():
    named = themes()

    assert sorted(named["dark"]) == sorted(named["light"])


def test_the_back_office_dark_theme_has_the_same_colours():
    assert _tokens((CSS / "admin.css").read_text()) == themes()["dark"]


def test_no_colour_is_written_outside_the_tokens():
    """White paper under a QR code and print alone may name a colour."""
    allowed = {"#fff", "#000", "#777"}
    found = set()
    for name in ("base.css", "components.css"):
        found |= set(re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", (CSS / name).read_text()))

    assert found - allowed == set()
