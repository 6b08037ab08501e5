"""Whether a quotation that ends as a sentence does has its reporting clause after it, as in `"Is it over?" Clinton asked`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import PREPOSITIONS, TIME_WORDS, is_adverb, word_set

if TYPE_CHECKING:
    from summarizer.attributions.tokens import Token

_AFTER = word_set("as when while after before adding back out up on off again")
_NEAR = 5
_FAR = 26
_SAY = frozenset({"said", "says", "asked", "asks", "wrote", "added", "adds", "replied", "tweeted", "explained"})
_WITH_ADDRESSEE = frozenset({"asked", "asks", "told", "tells"})


def is_tag(tokens: Sequence[Token], start: int, quoted: Token) -> bool:
    """True if a reporting clause ("Clinton asked.") that begins at `start` belongs to the quotation before it.

    After a question or a cry its subject may have a description; after a full stop only a name and a verb of saying is one.
    """
    if quoted.text.rstrip("\"'\u201d\u2019 ").endswith("."):
        return _is_short_tag(tokens, start)
    for place in range(start + 1, min(len(tokens), start + _FAR)):
        token = tokens[place]
        if token.text in (".", "\n", ";") and not (
            token.text == "." and place + 1 < len(tokens) and tokens[place + 1].start == token.end
        ):
            return False
        if not token.is_capital and any(form.shapes & {"past", "s"} for form in FORMS.get(token.low, ())):
            return _tag_ends(tokens, place)
    return False


def _tag_ends(tokens: Sequence[Token], verb: int) -> bool:
    """True if what follows the verb is no content of its own."""
    if verb + 1 >= len(tokens) or tokens[verb].low in _WITH_ADDRESSEE:
        return True
    following = tokens[verb + 1]
    if following.text in (".", ",", "\n", ";") or following.low in PREPOSITIONS or following.low in TIME_WORDS:
        return True
    return is_adverb(following.low, capital=following.is_capital) or following.low in _AFTER


def _is_short_tag(tokens: Sequence[Token], start: int) -> bool:
    for place in range(start + 1, min(len(tokens), start + _NEAR)):
        if tokens[place].low in _SAY:
            return place + 1 >= len(tokens) or tokens[place + 1].text in (".", "\n")
        if not (tokens[place].is_capital or tokens[place].text == "."):
            return False
    return False
