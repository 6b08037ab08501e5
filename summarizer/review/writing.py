r'''Writes review.toml: TOML 1.0 that is the same bytes for the same decisions, whoever writes it.

A decision is written by the terminal in Python and by the page in JavaScript, and a reviewer's file is compared line by
line; so there is one way to write everything. UTF-8 without a byte order mark, lines end in "\n", the last one too:

    # Decisions on the findings of report.json, written by summarizer. Change them here if you like; comments are not kept.
    format = 1
    reviewed_at = 2026-01-31T12:00:00Z                  left out before the first review
    seen = [                                            in code point order; "seen = []" if there are none
      "f0123456789ab",
    ]
                                                        an empty line before every [[…]]
    [[decision]]
    finding = "f0123456789ab"
    question = "How many people died?"
    verdict = "contradict"
    ruling = "dismissed"                                left out where there is none, as are reason and note
    reason = "rounding"
    note = "a text"
    by = "Ann Example"
    at = 2026-01-31T12:00:00Z

    [[decision.evidence]]                               the two sharpest sides, the sharpest first
    article_id = "a0123456789ab"
    path = "folder/1_wire.txt"
    outlet = "The Wire"                                 left out where the article has none
    start = 10
    end = 52
    quote = "…"

Decisions stand in the order of their finding's id, then of the person's name, both by code points (not, as JavaScript
sorts, by UTF-16 units). One person has one decision on a finding, the newest.

Times are in UTC, to the second, with "T" and "Z". Offsets are code points of the article's text.

A text without a line feed is a basic string: `"`, then the text, then `"`. A text with one is a multi-line basic string:
`"""`, a line feed, the text, `"""`, its line feeds as they are. In both:

    "  \                            \"  \\
    U+0008 9 C D                    \b  \t  \f  \r
    any other of U+0000 to 001F but U+000A, U+007F to 009F, 00AD, 034F, 061C, 180B to 180F, 200B to 200F, 2028 to 202E,
    2060 to 206F, FE00 to FE0F, FEFF, FFF9 to FFFB, 1BCA0 to 1BCA3, 1D173 to 1D17A, E0000 to E0FFF:
      up to U+FFFF                  \u and four hexadecimal digits in lower case
      above                         \U and eight
    everything else                 as it is

So every quotation mark is escaped, in both forms. A lone surrogate has become U+FFFD before (`toWellFormed()` in
JavaScript). A note of white space alone is none. A name stands without white space around it.
'''

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from summarizer.characters import UNSAFE
from summarizer.review.merging import merged
from summarizer.schema import DecidedOn, Decision, ReviewRecord

FORMAT = 1
"""The version of the file; a change that a reader of it must know about makes it 2."""
REVIEW_FILE = "review.toml"
"""The name of the file, beside report.json."""
FIRST_LINE = (
    "# Decisions on the findings of report.json, written by summarizer. Change them here if you like; comments are not kept."
)

_ESCAPED = re.compile(f'["\\\\\x00-\x09\x0b-\x1f{UNSAFE}]')
_SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\f": "\\f", "\r": "\\r"}


def render_review(review: ReviewRecord) -> str:
    """The text of review.toml; reading it gives the same decisions, and writing those the same text."""
    return "".join(f"{line}\n" for line in _lines(merged(review)))


def toml_string(text: str) -> str:
    """The text as a string of TOML, by the rules above."""
    escaped = _ESCAPED.sub(_escape, text)
    return f'"""\n{escaped}"""' if "\n" in text else f'"{escaped}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    return _SHORT.get(char) or (f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}")  # noqa: PLR2004


def _lines(review: ReviewRecord) -> Iterator[str]:
    yield FIRST_LINE
    yield f"format = {FORMAT}"
    if review.reviewed_at is not None:
        yield f"reviewed_at = {_time(review.reviewed_at)}"
    if review.seen:
        yield from ("seen = [", *(f"  {toml_string(finding_id)}," for finding_id in review.seen), "]")
    else:
        yield "seen = []"
    for decision in review.decisions:
        yield from _decision(decision)


def _decision(decision: Decision) -> Iterator[str]:
    yield from ("", "[[decision]]")
    yield f"finding = {toml_string(decision.finding_id)}"
    yield f"question = {toml_string(decision.question)}"
    yield f"verdict = {toml_string(decision.verdict)}"
    for key in ("ruling", "reason", "note"):
        value = getattr(decision, key)
        if value is not None:
            yield f"{key} = {toml_string(value)}"
    yield f"by = {toml_string(decision.by)}"
    yield f"at = {_time(decision.at)}"
    for place in decision.evidence:
        yield from _evidence(place)


def _evidence(place: DecidedOn) -> Iterator[str]:
    yield from ("", "[[decision.evidence]]")
    yield f"article_id = {toml_string(place.article_id)}"
    yield f"path = {toml_string(place.path)}"
    if place.outlet is not None:
        yield f"outlet = {toml_string(place.outlet)}"
    yield f"start = {place.start}"
    yield f"end = {place.end}"
    yield f"quote = {toml_string(place.quote)}"


def _time(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"
