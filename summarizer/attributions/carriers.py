"""Words that stand in a verb group before its verb: "went on to say", "is expected to", "stopped short of saying"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import AUXILIARIES, word_set

_LONGEST_GROUP = 9
# Verbs that only carry another one: "went on to discuss", "seemed to suggest".
_CARRIERS = word_set(
    "going goes went continue continues continued continuing seem seems seemed appear appears appeared begin "
    "begins began used has have had get gets got tried tries try tends tend came come comes "
    "trying able quick managed manages struggled struggles rushed rushes dared ready likely set due inclined bound"
)
# These carry a verb and take it back: "failed to say", "stopped short of saying".
_WITHHOLDERS = (
    *((verb, "to") for verb in word_set("fail fails failed failing yet unable unwilling reluctant")),
    *((verb, "short", "of") for verb in word_set("stop stops stopped stopping fall falls fell falling")),
    *((verb, "from") for verb in word_set("refrain refrains refrained refraining far")),
    ("instead", "of"), ("rather", "than"), ("without", "ever"), ("without",),
    *((verb,) for verb in word_set("avoid avoids avoided avoiding help resist")),
)  # fmt: skip
_ALL = (
    *((verb, "on", "to") for verb in _CARRIERS),
    *((verb, "to") for verb in _CARRIERS),
    ("quoted", "as"),
    *((modal, "well") for modal in ("may", "might", "could")),
    *_WITHHOLDERS,
)
_BY_LAST_WORD = {last: [words for words in _ALL if words[-1] == last] for last in {words[-1] for words in _ALL}}
# With these a participle is finite: "stopped short of saying".
FINITE_CARRIERS = word_set("stopped stops fell falls refrained refrains avoided avoids avoid help resist")


def group_start(tokens: Sequence[Token], index: int) -> int:
    """The first token of the verb group whose verb stands at `index`."""
    first = index
    while first > 0 and index - first < _LONGEST_GROUP:
        step = _step(tokens, first)
        if step == 0:
            break
        first -= step
    return first


def _step(tokens: Sequence[Token], first: int) -> int:
    """How many words just before token `first` belong to its group."""
    before = tokens[first - 1]
    if before.low in AUXILIARIES and before.text != "May":
        return 1
    if is_adverb(before) and (before.low != "no" or tokens[first].low == "longer"):
        return 1
    for words in _BY_LAST_WORD.get(before.low, ()):
        start = first - len(words)
        if start >= 0 and all(tokens[start + place].low == word for place, word in enumerate(words)):
            return len(words)
    return 0
