"""Attitudes told by an adjective: "Lee is critical of the plan", "they are afraid that it fails"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.contents import trimmed
from summarizer.attributions.endings import clause_end
from summarizer.attributions.polarity import is_nobody
from summarizer.attributions.sources import source_before
from summarizer.attributions.spans import Found
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import AUXILIARIES, BE_FORMS, NEGATIONS, word_set

# What may follow each adjective; a preposition belongs to the cue, "that" and "to" to the content.
_COMPLEMENTS = {
    adjective: frozenset(complements.split())
    for complements, adjectives in (
        ("of", "sick mistrustful distrustful appreciative contemptuous critical supportive wary dismissive suspicious"),
        ("of", "fond tired scornful disdainful respectful mindful enamored"),
        ("of that", "afraid aware unaware fearful proud convinced ashamed"),
        ("of about that", "sure unsure certain uncertain confident skeptical sceptical doubtful"),
        (
            "about that",
            "worried concerned hopeful optimistic pessimistic adamant upset angry furious excited nervous anxious uneasy",
        ),
        ("about on", "vocal outspoken mum upfront frank coy evasive vague"),
        ("about", "enthusiastic passionate ambivalent candid sanguine cynical"),
        ("by", "alarmed shocked angered irritated outraged appalled dismayed heartened troubled disturbed encouraged"),
        ("with by", "impressed"),
        ("in", "interested uninterested disappointed"),
        ("with about that", "happy unhappy pleased frustrated delighted satisfied dissatisfied"),
        ("to that", "determined eager glad reluctant unwilling hesitant"),
        ("to", "opposed committed sympathetic hostile"),
        ("on", "bullish bearish keen"),
        ("for that", "grateful thankful sorry"),
    )
    for adjective in adjectives.split()
}
# "Lee is a supporter of": these stand for an attitude as an adjective does.
_ADHERENTS = word_set(
    "supporter supporters critic critics opponent opponents backer backers advocate advocates fan fans proponent proponents "
    "champion champions defender defenders skeptic sceptic believer believers admirer admirers"
)
_LONGEST_PRAISE = 6
_TO_SOMETHING = word_set("opposed committed sympathetic hostile")
_LONGEST_GROUP = 8


DISPOSITIONS = _ADHERENTS | _COMPLEMENTS.keys()


def read_disposition(tokens: Sequence[Token], place: int, _: Sequence[Found]) -> Found | None:
    """The attitude whose adjective or noun stands at `place`, if it is one."""
    if place < 1 or place + 2 >= len(tokens):
        return None
    low, following = tokens[place].low, tokens[place + 1].low
    if low in _ADHERENTS:
        return _disposition(tokens, place, _article(tokens, place)) if following == "of" else None
    return _disposition(tokens, place, place) if following in _COMPLEMENTS[low] else None


def _article(tokens: Sequence[Token], place: int) -> int:
    """Where the noun phrase begins: "a longtime and outspoken supporter"."""
    low = max(0, place - _LONGEST_PRAISE)
    return next((index for index in range(place - 1, low, -1) if tokens[index].low in ("a", "an", "no", "one")), place)


def _disposition(tokens: Sequence[Token], place: int, head: int) -> Found | None:
    first = _group_start(tokens, head)
    group = {token.low for token in tokens[first:head]}
    source = source_before(tokens, first)
    if not group & (BE_FORMS | {"become", "remain"}) or source is None or source[1] != first:
        return None
    following = tokens[place + 1].low
    inside = following == "that" or (following == "to" and tokens[place].low not in _TO_SOMETHING)
    end = place + 1 if inside else place + 2
    content = trimmed(tokens, end, clause_end(tokens, end))
    if content is None:
        return None
    negated = bool(group & NEGATIONS) or any(low.endswith(("n't", "n\u2019t")) for low in group)
    return Found(source, (first, end), (content,), "attitude", "neutral", negated=negated != is_nobody(tokens, source))


def _group_start(tokens: Sequence[Token], place: int) -> int:
    first = place
    while first > 0 and place - first < _LONGEST_GROUP and _is_grouped(tokens[first - 1]):
        first -= 1
    return first


def _is_grouped(token: Token) -> bool:
    return (
        token.low in AUXILIARIES
        or is_adverb(token)
        or token.low in ("become", "became", "remain", "remains", "very", "so", "too")
    )
