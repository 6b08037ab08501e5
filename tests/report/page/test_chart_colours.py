"""The colours of outlets: seen on both grounds, and told apart by readers with any kind of colour vision."""

from __future__ import annotations

import itertools
import math
import re
from importlib.resources import files

import pytest

STYLES = "".join(
    files("summarizer.reporting.page").joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "charts.css")
)
PAIRS = {name: (light, dark) for name, light, dark in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", STYLES)}
OUTLETS = [f"o{number}" for number in range(1, 9)]
GROUNDS = ("paper", "sheet", "shade")

# Machado, Oliveira, Fernandes 2009, severity 1.0, on linear RGB.
VISIONS = {
    "any": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def linear(colour: str) -> list[float]:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def contrast(left: str, right: str) -> float:
    """As WCAG 2 has it."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(left), linear(right)))
    return (high + 0.05) / (low + 0.05)


def oklab(colour: str, vision: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    """As a reader with this colour vision sees it (Ottosson 2020)."""
    seen = linear(colour)
    r, g, b = (max(0.0, min(1.0, sum(a * c for a, c in zip(row, seen, strict=True)))) for row in vision)
    l, m, s = (  # noqa: E741
        (x * r + y * g + z * b) ** (1 / 3)
        for x, y, z in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    )
    return (
        0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    )


@pytest.mark.parametrize("outlet", OUTLETS)
def test_an_outlets_colour_stands_out_from_every_ground(outlet: str) -> None:
    for scheme, ground in itertools.product((0, 1), GROUNDS):
        assert contrast(PAIRS[outlet][scheme], PAIRS[ground][scheme]) >= 3, (scheme, ground)


@pytest.mark.parametrize("words", ["ink", "soft"])
def test_words_can_be_read_on_every_ground(words: str) -> None:
    for scheme, ground in itertools.product((0, 1), (*GROUNDS, "ret-gone", "ret-came")):
        if (words, ground[:3]) != ("soft", "ret"):
            assert contrast(PAIRS[words][scheme], PAIRS[ground][scheme]) >= 4.5, (scheme, ground)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_outlets_are_told_apart_with_any_colour_vision(vision: str, scheme: int) -> None:
    seen = {outlet: oklab(PAIRS[outlet][scheme], VISIONS[vision]) for outlet in OUTLETS}

    nearest = min((math.dist(seen[a], seen[b]), a, b) for a, b in itertools.combinations(OUTLETS, 2))

    assert nearest[0] >= 0.1, nearest
