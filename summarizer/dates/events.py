"""Dates that hang on something else in the text: "two months after the withdrawal", "the same day", "a week later".

They are kept, so that a reader sees them, and never resolved.
"""

from __future__ import annotations

import re

from summarizer.dates.spans import UNKNOWN, Reading, Scene
from summarizer.dates.words import COUNT, GAP, UNIT

FROM_EVENT = re.compile(
    rf"\b(?:(?:[Aa]bout|[Nn]early|[Aa]lmost|[Jj]ust|[Mm]ore{GAP}than|[Ll]ess{GAP}than){GAP})?"
    rf"(?:[Aa]{GAP}few|[Aa]{GAP}couple{GAP}of|[Ss]everal|[Tt]he|{COUNT}|[A-Z][a-z]{{2,8}})(?:{GAP}|-){UNIT}s?{GAP}"
    rf"(?:after|before|later|earlier|following|prior{GAP}to|since|afterwards|beforehand)\b"
    rf"|\b(?:[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades){GAP}(?:after|before|later|earlier|prior{GAP}to)\b"
)
SAME_TIME = re.compile(
    rf"\b(?:[Tt]he{GAP}(?:same|following|next|previous|preceding)|[Tt]hat(?:{GAP}same)?|[Tt]hose){GAP}"
    rf"(?:day|night|morning|afternoon|evening|week|weekend|month|year|summer|winter|spring|autumn|fall|decade)\b"
    rf"(?!{GAP}(?:the|of)\b)"
)


def read_event(match: re.Match[str], scene: Scene) -> Reading | None:
    """A distance from an event: no interval."""
    del match, scene
    return Reading(UNKNOWN, "event", "span")
