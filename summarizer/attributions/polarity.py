"""Whether a report tells that something was said, or that it was not, or only supposes or asks it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from summarizer.attributions.cues import Cue
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import AUXILIARIES, NEGATIONS, word_set

_NOBODY = word_set("nobody none neither nothing")
_NO = frozenset({"no", "not"})
_NOT_THESE = word_set("one a an even all every everyone everybody any anyone many both most enough")
# "No fewer than five", "not only the mayor", "none other than": somebody after all.
_YET_SOMEBODY = word_set("fewer less doubt sooner only just merely simply solely other until")
_ALL_BUT_NONE = word_set("hardly scarcely barely")
_ANYBODY = word_set("anyone anybody any")
_LIMITS = word_set("only just merely simply solely")
_NEGATIVE_OPENINGS = word_set("nor neither never nowhere rarely seldom little")
_NEGATIVE_TIMES = word_set("time point stage moment circumstances account once case way sense instance")
_SUPPOSING = word_set("if whether unless lest suppose supposing assuming imagine")
_SUPPOSING_PAIRS = frozenset({("in", "case"), ("provided", "that"), ("assuming", "that"), ("suppose", "that")})
# With a verb of the present these tell what is still to come: "until the court rules that …".
_AWAITING = word_set("until till once")
_HANGING = word_set("when whenever after before while although though because since as where even")
_UNREAL = word_set("would might may could should must 'd")
# "is going to say", "is ready to say": not yet.
_STILL_TO_COME = word_set("going ready likely set due inclined bound")
_REAL_ADVERBS = word_set(
    "later eventually subsequently only often sometimes repeatedly regularly always frequently ultimately soon"
)
_CONFIRMING = word_set("confirm verify establish reveal disclose")
_REFUSALS = word_set("decline refuse")
_SPEAKING = word_set(
    "say confirm deny comment discuss disclose identify name reveal answer speak elaborate specify give provide acknowledge "
    "admit respond explain release describe talk verify tell state make estimate speculate be"
)
_ABOUT_NOTHING = word_set("about of on regarding concerning to that more whatsoever")
_NEITHER_REACH = 20
_REACH = 4
# Words inside a verb group that take back what it says: "failed to say", "stopped short of saying", "without saying".
_WITHHELD = word_set(
    "failed fail fails failing yet short without far instead rather avoided avoid avoids avoiding refrained refrains unable "
    "unwilling reluctant help resist"
)


def is_unsaid(tokens: Sequence[Token], cue: Cue, source: Range | None, content: Sequence[Range]) -> bool:
    """True if the sentence does not tell that this was said: denied, supposed, asked, or still to come."""
    if source is None:
        return _denials(tokens, cue, cue.first) % 2 == 1 or _about_nothing(tokens, content)
    before = source[1] <= cue.first
    start = source[0] if before else cue.first
    denials = _denials(tokens, cue, start) + (is_nobody(tokens, source) if before else 0)
    return (
        (denials % 2 == 1 and not _until(tokens, cue))
        or _about_nothing(tokens, content)
        or _refuses(tokens, cue)
        or (denials == 0 and _is_unreal(tokens, cue))
        or (before and _is_supposed(tokens, cue, start))
    )


def is_negated(tokens: Sequence[Token], cue: Cue) -> bool:
    """True if the verb group itself is negated: "did not say"."""
    return any(_negates(tokens, place) for place in range(cue.first, cue.head))


def _denials(tokens: Sequence[Token], cue: Cue, start: int) -> int:
    """How often the verb group is negated, with the negative word that stands before the subject at `start`."""
    joined = cue.first > 1 and tokens[cue.first - 1].low in ("or", "nor")
    group = max(0, cue.first - _REACH) if joined else cue.first
    count = sum(_negates(tokens, place) for place in range(group, cue.head))
    return count + _denied_opening(tokens, start)


def _negates(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    negative = (
        token.low in NEGATIONS or token.low == "cannot" or token.low.endswith(("n't", "n\u2019t")) or token.low in _WITHHELD
    )
    if not negative or place + 1 >= len(tokens):
        return False
    return tokens[place + 1].low not in _LIMITS


def _denied_opening(tokens: Sequence[Token], start: int) -> bool:
    """True for the "nor did" and "at no point has" before a subject at `start`."""
    if start <= 1 or tokens[start - 1].low not in AUXILIARIES:
        return False
    before = tokens[start - 2]
    if before.low in _NEGATIVE_OPENINGS:
        return True
    negative = start > 2 and tokens[start - 3].low in _NO  # noqa: PLR2004 - "at no point did"
    return negative and before.low in _NEGATIVE_TIMES


def is_nobody(tokens: Sequence[Token], source: Range) -> bool:
    """True for a subject that is nobody or next to nobody: "none of them", "few doctors", "no group"."""
    second = _is_second_of_neither(tokens, source[0]) or _is_relative_to_nobody(tokens, source)
    return second or _means_nobody(tokens, source)


def _means_nobody(tokens: Sequence[Token], source: Range) -> bool:
    first = source[0]
    while first < source[1] - 1 and _grades(tokens[first]):
        first += 1
    token = tokens[first]
    following = tokens[first + 1] if first + 1 < source[1] else None
    before = tokens[first - 1].low if first > 0 else ""
    if token.low in _ANYBODY:
        return before in _ALL_BUT_NONE | {"not"}
    if token.low in _ALL_BUT_NONE:
        return True
    if token.low == "few":
        return before not in ("a", "the", "only")
    if token.low == "not":
        return following is not None and following.low in _NOT_THESE
    if token.low == "no":
        return following is not None and following.is_word and _is_noun_lead(following)
    return token.low in _NOBODY and not (following is not None and following.low in _YET_SOMEBODY)


def _is_second_of_neither(tokens: Sequence[Token], start: int) -> bool:
    """True for the second of "neither Lee, the clerk, nor Roe, the pilot, said"."""
    if start == 0 or tokens[start - 1].low != "nor":
        return False
    return any(token.low == "neither" for token in tokens[max(0, start - _NEITHER_REACH) : start])


def _is_relative_to_nobody(tokens: Sequence[Token], source: Range) -> bool:
    """True for the "who" of "there is nobody who says so" and "anyone who says so", and for "whoever says so"."""
    if tokens[source[0]].low in ("whoever", "whomever"):
        return True
    if source[0] == 0 or tokens[source[0]].low not in ("who", "that"):
        return False
    before = tokens[source[0] - 1].low
    return (
        before in _NOBODY
        or before in ("anyone", "anybody")
        or (before == "one" and source[0] > 1 and tokens[source[0] - 2].low == "no")
    )


def _grades(token: Token) -> bool:
    """True for the "very" and "virtually" before "few" and "nobody"."""
    return token.low in ("very", "so", "too", "precious") or (is_adverb(token) and token.low not in NEGATIONS)


def _is_noun_lead(following: Token) -> bool:
    return following.low not in _YET_SOMEBODY and not following.text[0].isdigit()


def _until(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for "did not say until Friday that": it was said in the end."""
    return cue.last < len(tokens) and tokens[cue.last].low in ("until", "till")


def _about_nothing(tokens: Sequence[Token], content: Sequence[Range]) -> bool:
    """True for "said nothing about it" and "said no such thing"."""
    if not content or tokens[content[0][0]].low not in ("nothing", "no"):
        return False
    start, end = content[0]
    if tokens[start].low == "no":
        return end - start > 1 and tokens[start + 1].low == "such"
    return end - start == 1 or tokens[start + 1].low in _ABOUT_NOTHING


def _refuses(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for "declined to say": the complement is a verb of telling."""
    if cue.verb.lemma not in _REFUSALS or cue.last + 1 >= len(tokens) or tokens[cue.last].low != "to":
        return False
    place = cue.last + 1
    while place + 1 < len(tokens) and is_adverb(tokens[place]):
        place += 1
    return tokens[place].low in _SPEAKING


def _is_unreal(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for "would say" and "might have said", and for "is going to say"."""
    group = [token.low for token in tokens[cue.first : cue.head]]
    ahead = any(low in _STILL_TO_COME and after == "to" for low, after in pairwise(group))
    modal = ahead or any(low in _UNREAL for low in group)
    return modal and cue.verb.kind in ("speech", "order") and not happened(tokens, cue)


def happened(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for a cue with "would" or "can" that tells what was said: "would later say", "could only say", "can confirm"."""
    group = [token.low for token in tokens[cue.first : cue.head]]
    limited = "only" in group or (cue.last < len(tokens) and tokens[cue.last].low == "only")
    confirmed = cue.verb.lemma in _CONFIRMING and bool({"can", "could"}.intersection(group))
    return limited or confirmed or bool(_REAL_ADVERBS.intersection(group)) or bool({"help", "resist"}.intersection(group))


def _is_supposed(tokens: Sequence[Token], cue: Cue, start: int) -> bool:
    """True if the clause of a subject at `start` is a condition, a question, or still to come."""
    if tokens[start].low in _SUPPOSING or (tokens[start].low == "who" and _asks(tokens, start - 1)):
        return True
    place = _before_adverbs(tokens, start)
    if place == 0:
        return False
    before = tokens[place - 1].low
    pair = (tokens[place - 2].low, before) if place > 1 else ("", before)
    if before in _SUPPOSING or pair in _SUPPOSING_PAIRS:
        return True
    if before in AUXILIARIES and not before.startswith("'"):
        return place == 1 or _asks(tokens, place - 2)
    awaited = before in _AWAITING or (before == "as" and pair[0] == "soon")
    return awaited and _is_present(tokens, cue)


def _before_adverbs(tokens: Sequence[Token], start: int) -> int:
    place = start
    while place > 0 and is_adverb(tokens[place - 1]) and tokens[place - 1].low not in _AWAITING:
        place -= 1
    return place


def _asks(tokens: Sequence[Token], place: int) -> bool:
    """True if an auxiliary after token `place` begins a clause: a question or "…, had he said"."""
    opens = place < 0 or tokens[place].low in ("and", "but", "or") or not tokens[place].is_word
    return opens and tokens[-1].text == "?"


def _is_present(tokens: Sequence[Token], cue: Cue) -> bool:
    group = {token.low for token in tokens[cue.first : cue.head]}
    return tokens[cue.head].low == cue.verb.lemma or tokens[cue.head].low.endswith("s") or bool(group & {"has", "have"})


def subordinate(tokens: Sequence[Token], start: int) -> bool:
    """True if the clause of a subject at `start` hangs on another one that is still to come: "If he says so, …"."""
    place = _before_adverbs(tokens, start)
    leads = {token.low for token in tokens[max(0, place - 3) : place]}
    opened = place <= _REACH and not any(token.quote for token in tokens[:place])
    return opened and bool(leads & (_SUPPOSING | _AWAITING | _HANGING))
