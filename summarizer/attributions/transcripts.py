"""Transcripts and dialogue set line by line: "Q: …", "Mina Oster: …", "OSTER (via interpreter): …", "—… —said Oster—. …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from summarizer.attributions.spans import AttributionSpan, Place
from summarizer.attributions.verbs import FORMS

_LINE = re.compile(r"[^\n]+")
_WORD = r"[A-Z][\w.'\u2019-]{0,24}"
_NOTE = r"(?:[^\S\n]?[(\[][^()\[\]\n]{1,40}[)\]])?"
_LABEL = re.compile(
    rf"(?P<marks>[*_\[\s\"\u201c-]{{0,4}})(?P<source>{_WORD}(?:,?[^\S\n](?:of|the|de|van|von|al|{_WORD})){{0,4}}"
    rf"(?:,[^\S\n][a-z][\w -]{{1,40}})?{_NOTE})"
    r"(?P<after>[\]*_]{0,3})(?P<cue>:)[*_]{0,2}[^\S\n]{1,3}(?P<content>\S[^\n]*)"
)
_BRACKETED = re.compile(
    rf"(?:\[(?P<source>{_WORD}(?:[^\S\n]{_WORD}){{0,3}})(?P<cue>\])|\((?P<source2>{_WORD}(?:[^\S\n]{_WORD}){{0,3}})(?P<cue2>\):))"
    r"[^\S\n]{1,3}(?P<content>\S[^\n]*)"
)
_BRACKET_LINE = re.compile(r"^[\[(][^\n]+", re.MULTILINE)
_ASKED = re.compile(r"[*_]{0,2}(?P<source>[QA])(?P<cue>[.:])[*_]{0,2}[^\S\n]{1,3}(?P<content>\S[^\n]{1,})")
_ENDED = re.compile(r"[.!?\u2026\u2014-][\"'\u201d\u2019)\]*_]{0,3}\s*$")
_LONGEST_LINE = 4000
_LABEL_REACH = 160
# Labels of a page's own notes, its lists and its calendar, which no one speaks.
_NOTES = frozenset(
    "update updates correction corrections clarification note notes photo photos image picture video audio watch read listen "
    "breaking source sources author authors writer editor reporter reporting editing date time day place location venue where "
    "when what who why how category categories tag tags topic topics related filed published posted updated written credits "
    "caption copyright contact tel phone email e-mail mail web website address follow share also more see next previous "
    "summary headline highlights background context analysis result results score total cost price rating winner winners "
    "loser losers verdict claim fact facts pros cons step tip example warning disclaimer disclosure monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august september october november december "
    "am pm url http https doi isbn link links file size type status language version north south east west new united "
    "saudi central upper lower republic islamic the a an this that these those part chapter section figure table appendix "
    "re subject from to cc sent attachments".split()
)
_ASKERS = frozenset({"q", "interviewer", "moderator", "host", "question", "reporter", "anchor", "presenter"})
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "col", "lt", "sir", "lady", "lord", "prof", "speaker", "judge"}
)
_OFFICES = frozenset(
    "chairman chairwoman chairperson chair president speaker court witness clerk moderator interpreter judge accused "
    "defendant prosecutor minister".split()
)
_FEWEST = 2
_FULL_NAME = 2


def find_transcript(text: str) -> Iterator[AttributionSpan]:
    """The turns of a transcript whose speakers are written in small letters, and of questions and answers.

    One labelled line is no transcript; of several, a label counts if it returns, asks, has a title or is a full name.
    """
    lines = [line for line in _LINE.finditer(text) if _may_be_labelled(text, line.start(), line.end())]
    asked = [(line, match) for line in lines if (match := _ASKED.fullmatch(line.group())) is not None]
    if {match["source"] for _, match in asked} == {"Q", "A"} or any(match["cue"] == ":" for _, match in asked):
        yield from (_span(match, line.start()) for line, match in asked)
    yield from _bracketed(text)
    found = [(line, match) for line in lines if (match := _LABEL.fullmatch(line.group())) is not None and _is_turn(match)]
    if len(found) + len(asked) < _FEWEST:
        return
    counts = Counter(match["source"] for _, match in found)
    talks = (
        bool(asked)
        or max(counts.values(), default=0) >= _FEWEST
        or any(match["source"].lower() in _ASKERS for _, match in found)
    )
    if talks or all(match["marks"].strip() or _is_person(match["source"]) for _, match in found):
        yield from (_span(match, line.start()) for line, match in found)


def _bracketed(text: str) -> list[AttributionSpan]:
    """The turns whose speakers stand in brackets, "[Oster] …" and "(Oster): …"; one such line is no transcript."""
    spans = []
    for line in _BRACKET_LINE.finditer(text) if "[" in text or "):" in text else ():
        match = _BRACKETED.fullmatch(line.group()) if len(line.group()) <= _LONGEST_LINE else None
        if match is None:
            continue
        role = "" if match["source"] else "2"
        label = match[f"source{role}"]
        if not _NOTES & {word.strip(".,").lower() for word in label.split()} and _ENDED.search(match["content"]):
            spans.append(_turn(match, line.start(), f"source{role}", f"cue{role}"))
    return spans if len(spans) >= _FEWEST else []


def _may_be_labelled(text: str, start: int, end: int) -> bool:
    """True for a line with a colon near its start, or with "Q." or "A." there."""
    if end - start > _LONGEST_LINE:
        return False
    return text.find(":", start, min(end, start + _LABEL_REACH)) > 0 or text[start : start + 2] in ("Q.", "A.")


def _is_turn(match: re.Match[str]) -> bool:
    """True for a label that can be a speaker's, before a sentence."""
    words = [word.strip(".,()[]").lower() for word in match["source"].split()]
    if len(words) == 1 and match["source"] in ("Q", "A"):
        return False
    if words[0] == "the" and len(words) == _FULL_NAME and words[1] in _OFFICES:
        words = words[1:]
    return not _NOTES & set(words) and _ENDED.search(match["content"]) is not None and match["content"][0] not in "/0123456789"


def _is_person(label: str) -> bool:
    """True for a title and a name, a name with a note behind it, or a name in two words."""
    words = re.split(r"[(\[,]", label, maxsplit=1)[0].split()
    return words[0].rstrip(".").lower() in _TITLES or len(words) == _FULL_NAME or "(" in label or label.isupper()


def _span(match: re.Match[str], offset: int) -> AttributionSpan:
    return _turn(match, offset, "source", "cue")


def _turn(match: re.Match[str], offset: int, source: str, cue: str) -> AttributionSpan:
    start, end = match.span("content")
    content = match["content"]
    end = start + len(content.rstrip(" *_").rstrip("."))
    places: tuple[Place, ...] = (match.span(source), match.span(cue), (start, end))
    moved = tuple((left + offset, right + offset) for left, right in places)
    return AttributionSpan((moved[0],), (moved[1],), (moved[2],), direct=True)


_SAYING = "|".join(
    sorted(
        {
            low
            for low, forms in FORMS.items()
            for form in forms
            if form.verb.kind == "speech" and not form.verb.particles and form.shapes & {"past", "s"}
            if "c" in form.verb.frame or "q" in form.verb.frame
        }
    )
)
_DASH = "[\u2014\u2013\u2015-]"
_SPEAKER = (
    r"(?:(?:the|a|an|his|her|their|my|[A-Z][\w.'\u2019-]{0,24})(?:[^\S\n][\w.'\u2019\"\u201c\u201d-]{1,24}){0,5}?"
    r"|he|she|they|I|we)"
)
_TAG = rf"(?:(?P<cue>{_SAYING})[^\S\n](?P<source>{_SPEAKER})|(?P<source2>{_SPEAKER})[^\S\n](?P<cue2>{_SAYING}))"
_DASHED = re.compile(
    rf"{_DASH}[^\S\n]?(?P<first>[^\s\u2014\u2013\u2015-][^\n\u2014\u2013\u2015]{{1,600}}?)[^\S\n]{_DASH}[^\S\n]?{_TAG}"
    rf"[^\S\n]?(?:{_DASH}[.,:;]?|[.,:])(?:[^\S\n]?{_DASH}?[^\S\n]?(?P<second>[^\n]{{2,2000}}))?"
)
_COMMAED = re.compile(
    rf"{_DASH}[^\S\n]?(?P<first>[^\s\u2014\u2013\u2015-][^\n\u2014\u2013\u2015]{{1,600}}?[,?!])[^\S\n]{_TAG}"
    rf"[.,][^\S\n]{_DASH}[^\S\n]?(?P<second>[^\n]{{2,2000}})"
)


def find_dialogue(text: str) -> Iterator[AttributionSpan]:
    """The speech that a dash opens, with its tag between dashes or before a second dash."""
    for line in _LINE.finditer(text):
        if line.group()[0] not in "\u2014\u2013\u2015-":
            continue
        match = _DASHED.fullmatch(line.group()) or _COMMAED.fullmatch(line.group())
        if match is not None:
            yield _dialogue_span(match, line.start())


def _dialogue_span(match: re.Match[str], offset: int) -> AttributionSpan:
    source = match.span("source") if match["source"] else match.span("source2")
    cue = match.span("cue") if match["cue"] else match.span("cue2")
    start = match.start("first")
    parts = [(start, start + len(match["first"].rstrip(" ,")))]
    if match["second"]:
        start = match.start("second")
        parts.append((start, start + len(match["second"].rstrip().rstrip("."))))
    content = tuple((left + offset, right + offset) for left, right in parts)
    return AttributionSpan(
        ((source[0] + offset, source[1] + offset),), ((cue[0] + offset, cue[1] + offset),), content, direct=True
    )
