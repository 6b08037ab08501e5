"""Tags: the short clause after a quotation that names its speaker, whatever its verb is (`"…," he surmised`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.attributions.spans import Found, Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import AUXILIARIES, PERSONS, TIME_WORDS, word_set

_LONGEST_NAME = 4
_SPEECH_END = (",", "?", "!", "-", "\u2014", "\u2026")
_PARTICLES = word_set("back in out up on off away again down")
_AFTER = word_set("as when while after before adding to with at in on during from about of between through via over")
# Past forms without "-ed" that carry a quotation.
_PAST = word_set(
    "began shot cut broke spat sang swore drew went kept held put let bit hit ran came threw sent struck spoke told said wrote "
    "read grinned"
)


def find_tags(tokens: Sequence[Token], quotations: Sequence[int], found: Sequence[Found]) -> Iterator[Found]:
    """The tags behind quotations whose verb is none of the reporting verbs; `found` are those that have one."""
    for place in quotations:
        if _ends_as_speech(tokens[place]) and not any(_holds(item, place) for item in found):
            tag = _tag_after(tokens, place)
            if tag is not None:
                yield tag


def _ends_as_speech(token: Token) -> bool:
    return token.text.rstrip("\"'\u201d\u2019 ")[-1:] in _SPEECH_END


def _holds(item: Found, place: int) -> bool:
    return any(start <= place < end for start, end in item.content)


def _tag_after(tokens: Sequence[Token], quoted: int) -> Found | None:
    name = _name(tokens, quoted + 1)
    if name is None:
        return None
    verb = name[1]
    while verb < len(tokens) - 1 and is_adverb(tokens[verb]):
        verb += 1
    if verb >= len(tokens) or not _is_past(tokens[verb]):
        return None
    end = verb + 1
    if end < len(tokens) and tokens[end].low in _PARTICLES:
        end += 1
    if not _closes(tokens, end):
        return None
    content: tuple[Range, ...] = ((quoted, quoted + 1),)
    if end + 1 < len(tokens) and tokens[end].text in (",", ":") and tokens[end + 1].quote:
        content = (*content, (end + 1, end + 2))
    return Found(name, (verb, end), content, "speech", "neutral")


def _name(tokens: Sequence[Token], start: int) -> Range | None:
    """A pronoun, or a name of a few capitals, right after the quotation."""
    if start < len(tokens) and tokens[start].low in PERSONS:
        return start, start + 1
    end = start
    while (
        end < len(tokens)
        and end - start < _LONGEST_NAME
        and (tokens[end].is_capital or (end > start and tokens[end].text == "."))
    ):
        end += 1
    return (start, end) if end > start else None


def _is_past(token: Token) -> bool:
    if not token.is_word or token.is_capital or token.low in AUXILIARIES:
        return False
    return token.low.endswith("ed") or token.low in _PAST


def _closes(tokens: Sequence[Token], place: int) -> bool:
    if place >= len(tokens) or tokens[place].text in (".", ",", ":"):
        return True
    return tokens[place].low in _AFTER or tokens[place].low in TIME_WORDS or is_adverb(tokens[place])
