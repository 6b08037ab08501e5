"""What an outlet says of itself below its articles: "X is the leading independent news site of …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.articles.lines import Line, title_key
from summarizer.articles.zoning.line_rules import reports
from summarizer.terms import ZoneKind

_MAX_WORDS = 60
_MAX_LINES = 3
"""An "About us" at the end of a page has no more paragraphs."""
_MEDIUM = (
    r"(?:news|newspaper|newsroom|paper|magazine|weekly|daily|broadcaster|radio|television|channel|media|journalism|publication|"
    r"publisher|blog|portal|website|web ?site|(?:press|news) agency)"
)
_PRAISE = (
    r"(?:leading|independent|trusted|premier|award-winning|non-?profit|not-for-profit|largest|oldest|biggest|most[- ]\w+|"
    r"number one|online|digital|free|dedicated|first|only|best)"
)
_ITSELF = re.compile(
    r"(?P<name>(?:The )?[A-ZÀ-Þ][\w.&’'-]*(?: [A-ZÀ-Þ&][\w.&’'-]*){0,5}) is "
    rf"(?:an?|the|one of the|your|our|[A-ZÀ-Þ]\w+['’]s?)\s(?=[^.!?]*\b{_PRAISE}\b)[^.!?]*\b{_MEDIUM}\b"
)
_OURSELVES = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_HEADING = re.compile(r"about us", re.IGNORECASE)


def mark_imprint(lines: Sequence[Line], kinds: list[ZoneKind | None]) -> None:
    """Set aside, from the end of the text up, what the outlet says of itself."""
    if any(_HEADING.fullmatch(line.bare) for line in lines):
        _mark_below_heading(lines, kinds)
    for index in range(len(lines) - 1, 0, -1):
        if kinds[index] is None:
            if not _describes_outlet(lines[index], lines[:index]):
                return
            kinds[index] = ZoneKind.FOOTER


def _mark_below_heading(lines: Sequence[Line], kinds: list[ZoneKind | None]) -> None:
    """The paragraphs under a last "About us", if all of them speak of "us" or of the outlet."""
    heading = max(index for index, line in enumerate(lines) if _HEADING.fullmatch(line.bare))
    below = [index for index in range(heading + 1, len(lines)) if kinds[index] is None]
    ours = (_OURSELVES.search(lines[i].text) or _describes_outlet(lines[i], lines[:heading]) for i in below)
    if any(line.is_running for line in lines[:heading]) and len(below) <= _MAX_LINES and all(ours):
        for index in below:
            kinds[index] = None if reports(lines[index]) else ZoneKind.FOOTER


def _describes_outlet(line: Line, above: Sequence[Line]) -> bool:
    """It praises a medium of which the article itself does not speak."""
    match = _ITSELF.match(line.bare) if line.words <= _MAX_WORDS and not reports(line) else None
    if match is None:
        return False
    name = title_key(match["name"].removeprefix("The "))
    return any(one.is_running for one in above) and not any(name in one.key for one in above)
