"""Years that a country counts otherwise: "in 1400" in a sentence about Iran is of either calendar."""

from __future__ import annotations

import re

from summarizer.dates.spans import Scene

# Hijri and Solar Hijri years of the last century and a half.
_FIRST, _LAST = 1280, 1460
_OTHER_COUNT = re.compile(
    r"\b(?:Iran\w*|Tehran|Persian|Isfahan|Mashhad|Shiraz|Nowruz|Afghan\w*|Kabul|Kandahar|Herat|Taliban|Hijri|AH|SH|solar|lunar"
    r"|Islamic|Saudi|Mecca|Hajj)\b"
)


def is_counted_otherwise(year: int, scene: Scene, match: re.Match[str]) -> bool:
    """The number can be a year of another calendar, and the words around it are about a country that uses it."""
    return _FIRST <= year <= _LAST and _OTHER_COUNT.search(scene.around(match.start(), match.end())) is not None
