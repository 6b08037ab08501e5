"""Whether the words around a bare date look forward or back.

News leaves the week and the year out: "on Monday" is the last Monday in a report and the next one in an announcement.
The nearest cue in the same sentence decides. With no cue, a report looks back.
"""

from __future__ import annotations

import re

from summarizer.dates.planned import announced

_WINDOW = 90

_FORWARD = (
    r"will|won['\u2019]t|shall|['\u2019]ll|upcoming|coming|expected|scheduled|due|slated|planned|plans?|planning|intends?"
    r"|(?:set|about|going|hopes?|expects?|agreed|vowed|promised|wants?)[^\S\n]to|(?:is|are)[^\S\n]to|ahead[^\S\n]of"
    r"|(?:told|ordered|asked|summoned|invited)[^\S\n]to[^\S\n](?:appear|return|report|attend|testify|surrender)"
    r"|must|should|may|might|could|would|deadline|next|[Ss]tarting|Beginning|[Ee]ffective|tomorrow|later"
    r"|(?:is|are)[^\S\n]+(?:forecast|likely|predicted|anticipated|projected|booked|timed|poised)"
    r"|(?:set|adjourned|postponed|rescheduled|delayed|deferred|moved|fixed|listed)[^\S\n]+(?:back[^\S\n]+)?(?:for|to)"
    # "will be held", but not "had to be held".
    r"|be[^\S\n]+(?:[a-z]+ly[^\S\n]+)?[a-z]+(?:ed|en)|be[^\S\n]+(?:held|made|put|set|shown|sworn|met|told|sent|led|read|heard|built|cut|shut|sold)"
    r"|(?:re)?opens|closes|ends|concludes|(?:[Pp]olls|[Ss]chools|[Ss]hops|[Mm]arkets)[^\S\n](?:re)?(?:open|close)|begins|starts|resumes|expires|premieres|kicks[^\S\n]off|takes[^\S\n](?:place|effect)|comes?[^\S\n]into[^\S\n](?:force|effect)|appl(?:y|ies)|go(?:es)?[^\S\n]to[^\S\n]the[^\S\n]polls"
)
_BACK = (
    r"had[^\S\n]+to[^\S\n]+be[^\S\n]+[a-z]+|said|says|told|tells|was|were|had|has|have|did|took|killed|died|held|left|came|went|made|began|met|gave|found"
    r"|struck|hit|since|after|last|[a-z]{2,20}ed"
    r"|arose|became|blew|bought|broke|brought|built|caught|chose|drew|drove|fell|fled|flew|forgot|fought|froze|gone|got|grew|heard|kept"
    r"|knew|lay|led|lost|paid|ran|rang|rode|rose|sang|sank|sat|saw|sent|shook|shot|slept|slid|sold|sought|spent|spoke|stole|stood|swam"
    r"|swept|swore|taught|thought|threw|took|tore|woke|won|wore|wrote"
)
_DEADLINE = re.compile(r"(?<![A-Za-z])(?:by|until|till)(?:[^\S\n]+[\w.'\u2019-]+){0,2}[^\S\n]*$")
_INFINITIVE = re.compile(r"\bto[^\S\n]+[a-z]+(?:[^\S\n]+[\w'\u2019-]+){0,4}[^\S\n]*$")
_FINITE = re.compile(r"\b(?:had|has|have|was|were|did)\b")
_CUE = re.compile(rf"(?<![A-Za-z])(?:(?P<forward>{_FORWARD})|(?P<back>{_BACK}))\b")
_IS_ON = re.compile(r"(?<![A-Za-z])(?:is|are)[^\S\n]+(?:(?:on|in|this|the)[^\S\n]+){0,2}$")
# "said that Monday would be a holiday", but not "a man held on Monday will appear".
_THAT = re.compile(r"\bthat[^\S\n]$")
_MODAL = re.compile(r"[^\S\n](?:will|would|may|might|could|should)\b(?!-|[^\S\n]have)")
_SENTENCE_EDGE = re.compile(r"[.!?][\"'\u201d\u2019)]{0,2}\s|\n\s?\n")
_OPENS_CLAUSE = re.compile(r"(?:^|[,;:\u2014\u201c\"(]|[.!?]\s|\n)[^\S\n]{0,3}(?:(?:[Oo]n|[Ii]n|[Bb]y|[Aa]nd|[Bb]ut)[^\S\n])?$")


def looks_forward(text: str, start: int, end: int) -> bool:
    """True if the date at [start, end) is announced rather than reported."""
    return direction(text, start, end) == "forward"


def direction(text: str, start: int, end: int) -> str | None:
    """Where the words around the date at [start, end) look: "forward", "back" or None if they do not tell.

    The last cue before it counts; a date that opens its clause ("On Monday, parliament will vote") takes the first
    cue after it.
    """
    before = _since_edge(text[max(0, start - _WINDOW) : start])
    deadline = _DEADLINE.search(before)
    if deadline is not None:
        return _due(before[: deadline.start()])
    if _IS_ON.search(before) or (_THAT.search(before) and _MODAL.match(text, end)):
        return "forward"
    opens = _OPENS_CLAUSE.search(before) is not None
    cues = list(_CUE.finditer(before))
    verb = announced(text, before, end, opens=opens)
    if verb is not None and (opens or not cues or cues[-1].start() < verb):
        return "forward"
    if cues and not opens:
        return _side(cues[-1])
    cue = _CUE.search(_until_edge(text[end : end + _WINDOW]))
    if cue is not None:
        return _side(cue)
    return _side(cues[-1]) if cues else None


_HOLDS_STILL = re.compile(r"(?<![A-Za-z])(?:is|are|remains?|stays?)(?:[^\S\n]+[\w'\u2019-]+){0,2}[^\S\n]*$")
_PUT_OFF = re.compile(
    r"(?<![A-Za-z])(?:remanded|adjourned|postponed|deferred|delayed|extended|rescheduled|put[^\S\n]off|pushed[^\S\n]back)"
    r"(?:[^\S\n]+[\w'\u2019-]+){0,4}[^\S\n]*$"
)


def _due(before: str) -> str:
    """Where a deadline looks: "had left by Friday" is past, "must leave by Friday" and "told to leave by Friday" are not."""
    cues = list(_CUE.finditer(before))
    infinitive = _INFINITIVE.search(before)
    if (
        not cues
        or _HOLDS_STILL.search(before)
        or _PUT_OFF.search(before)
        or (infinitive and not _FINITE.search(infinitive.group()))
    ):
        return "forward"
    return _side(cues[-1])


def _side(cue: re.Match[str]) -> str:
    return "forward" if cue["forward"] is not None else "back"


def _since_edge(before: str) -> str:
    """The part of `before` that lies in the last sentence; "Aug. " is an abbreviation, not an end."""
    edges = [edge.end() for edge in _SENTENCE_EDGE.finditer(before) if not before[: edge.start()][-4:].istitle()]
    return before[edges[-1] :] if edges else before


def _until_edge(after: str) -> str:
    edge = _SENTENCE_EDGE.search(after)
    return after[: edge.start()] if edge else after
