"""A quotation after a name and a colon inside a paragraph: `Polls were wrong - Mina Oster: "…"`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.attributions.spans import Found
from summarizer.attributions.tokens import Token
from summarizer.attributions.verbs import FORMS

_LONGEST_NAME = 8
_SHORTEST = 25
_BEFORE = frozenset({"-", "\u2013", "\u2014", "--", ".", "]", ")", "|", "\u2022"})


def find_colons(tokens: Sequence[Token], quotations: Sequence[int]) -> Iterator[Found]:
    """The names before a colon and one of the quotations, where they begin the sentence or follow a dash or "from"."""
    for place in (quoted - 1 for quoted in quotations if quoted > 1):
        if tokens[place].text != ":" or not _is_statement(tokens[place + 1]):
            continue
        start = _name_start(tokens, place)
        if start is not None:
            yield Found((start, place), (place, place + 1), ((place + 1, place + 2),), "speech", "neutral")


def _is_statement(token: Token) -> bool:
    return token.quote and (len(token.text) >= _SHORTEST or token.text.rstrip("\"'\u201d\u2019")[-1:] in (".", "!", "?"))


def _name_start(tokens: Sequence[Token], end: int) -> int | None:
    """Where the name that ends at `end` begins; None if it is no name or stands elsewhere."""
    start = end
    while start > 0 and end - start < _LONGEST_NAME and _belongs(tokens[start - 1]):
        start -= 1
    while start < end and not tokens[start].is_capital:
        start += 1
    if start == end or tokens[end - 1].low in FORMS or not tokens[end - 1].is_capital:
        return None
    before = tokens[start - 1] if start > 0 else None
    return start if before is None or before.low == "from" or before.text in _BEFORE else None


def _belongs(token: Token) -> bool:
    return token.is_capital or token.low in ("and", "of") or token.text == "."
