"""Sources: the one that a cue is said of, before it or after it."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.descriptions import (
    abbreviates,
    comma_before,
    describes,
    description_end,
    is_nickname,
    speaks_aside,
    stops,
)
from summarizer.attributions.finite import turns
from summarizer.attributions.noun_phrases import noun_phrase_before
from summarizer.attributions.relatives import relative_before
from summarizer.attributions.spans import Range
from summarizer.attributions.subjects import settled
from summarizer.attributions.tokens import Token
from summarizer.attributions.words import (
    AUXILIARIES,
    DETERMINERS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME_WORDS,
    is_number,
    word_set,
)

_LONGEST = 45
_LONGEST_BRACKET = 12
_LONGEST_CIRCUMSTANCE = 7
_LONGEST_NAME = 5
_MOST_DESCRIPTIONS = 4
_PHRASE_ENDS = (
    AUXILIARIES
    | TIME_WORDS
    | word_set(
        "in on at during after before when as while to by about since over through until because if but and who "
        "which whose where that earlier later with via"
    )
)
_INNER_MARKS = frozenset({"&", "-", "'", "\u2019", "/"})


def source_before(tokens: Sequence[Token], end: int) -> Range | None:
    """The subject that ends at token `end`, as a range of tokens; None if there is none."""
    if end <= 0:
        return None
    last = tokens[end - 1]
    if last.low in PLAIN_PRONOUNS:
        return end - 1, end
    if last.text == "," or (last.quote and _is_title(tokens, end - 1)):
        return _described(tokens, end)
    relative = relative_before(tokens, end) if last.is_word else None
    if relative is not None:
        head = noun_phrase_before(tokens, relative)
        return None if head is None else (head[0], end)
    if last.is_word or last.text in (")", "--", "\u2014"):
        return _before_circumstance(tokens, end) or _phrase_subject(tokens, end)
    return None


def _phrase_subject(tokens: Sequence[Token], end: int) -> Range | None:
    phrase = _inside_relative(tokens, noun_phrase_before(tokens, end))
    return _absolute_subject(tokens, end) if phrase is None else settled(tokens, phrase, end)


def _is_title(tokens: Sequence[Token], place: int) -> bool:
    """True for the words in marks that close a description: `Field, author of "Two Ports," said`."""
    inside = tokens[place].text.rstrip("\"'\u201d\u2019")
    return inside.endswith(",") and place > 1 and tokens[place - 1].low in ("of", "in", "on", "from", "for", "at")


def _before_circumstance(tokens: Sequence[Token], end: int) -> Range | None:
    """The "who" of ", who in 2010 said": a time or a place stands between the pronoun and its verb."""
    for place in range(end - 2, max(0, end - _LONGEST_CIRCUMSTANCE), -1):
        if tokens[place].low in ("who", "which"):
            apart = tokens[place - 1].text == "," and tokens[place + 1].low in ("in", "on", "at", "during", "last", "earlier")
            return (place, place + 1) if apart else None
        if not tokens[place].is_word or turns(tokens, place):
            return None
    return None


def _absolute_subject(tokens: Sequence[Token], end: int) -> Range | None:
    """The name in "with Nora Field saying", and the one who is meant in ", with a clerk saying"."""
    start = end
    while (
        start > 0 and end - start < _LONGEST_BRACKET and tokens[start - 1].is_word and tokens[start - 1].low not in PREPOSITIONS
    ):
        start -= 1
    if 1 < start < end and tokens[start - 1].low == "with" and tokens[start - 2].text == ",":
        return start, end
    start = end
    while start > 0 and end - start < _LONGEST_BRACKET and (tokens[start - 1].is_capital or tokens[start - 1].text == "."):
        start -= 1
    return (start, end) if 0 < start < end and tokens[start - 1].low == "with" else None


def _inside_relative(tokens: Sequence[Token], phrase: Range | None) -> Range | None:
    """The "police" of "the man who police say": the subject of a relative clause begins behind its pronoun."""
    if phrase is None:
        return None
    start, end = phrase
    places = (place for place in range(end - 2, start, -1) if tokens[place].low in RELATIVES)
    place = next(places, None)
    if place is None or any(turns(tokens, at) or tokens[at].low.endswith("ed") for at in range(place + 1, end)):
        return phrase
    return place + 1, end


def _described(tokens: Sequence[Token], end: int) -> Range | None:
    """A subject whose description stands between commas: "Dean, a doctor, said"; a mere aside is left out."""
    opening = end - 1
    for _ in range(_MOST_DESCRIPTIONS):
        comma = comma_before(tokens, opening)
        if comma is None:
            return None
        part_of_it = describes(tokens[comma + 1]) and not speaks_aside(tokens, comma + 1)
        opening = comma
        head = noun_phrase_before(tokens, opening)
        if head is not None and not _is_age(tokens, head) and not _is_joined(tokens, comma, head):
            return _named(tokens, head[0]), end if part_of_it else opening
    return None


def _is_age(tokens: Sequence[Token], head: Range) -> bool:
    """True for the "59" of "Rawlings, 59, of Ashton": a part of a description, not its head."""
    return all(token.text[0].isdigit() for token in tokens[head[0] : head[1]])


def _is_joined(tokens: Sequence[Token], comma: int, head: Range) -> bool:
    """True for the "Italy" of "Field, a fellow in Rome, Italy, and an author, said": two descriptions are joined."""
    return tokens[comma + 1].low == "and" and head[0] > 0 and tokens[head[0] - 1].text == ","


def _named(tokens: Sequence[Token], start: int) -> int:
    """The name that a description at `start` belongs to, if one stands before its comma."""
    if start <= 1 or tokens[start - 1].text != ",":
        return start
    if tokens[start].low not in ("a", "an", "the", "who", "which"):
        return _titled(tokens, start)
    name = noun_phrase_before(tokens, start - 1)
    if name is None or not tokens[name[1] - 1].is_capital or not tokens[name[0]].is_capital:
        return start
    return name[0]


def _titled(tokens: Sequence[Token], start: int) -> int:
    """The start of the name before a title without an article: "Nora Field, Vice President for Ports at the bureau,"."""
    name = start - 1
    while name > 0 and tokens[name - 1].is_capital and start - name <= _LONGEST_NAME:
        name -= 1
    opens = name == 0 or tokens[name - 1].quote
    titled = any(
        tokens[place].low in ("of", "for", "at") for place in range(start + 1, min(len(tokens), start + _LONGEST_NAME))
    )
    return name if opens and titled and start - name > 2 else start  # noqa: PLR2004 - two names and a comma


def source_after(tokens: Sequence[Token], start: int) -> Range | None:
    """The subject of an inverted clause ("said Joseph, a teacher"), which begins at token `start`."""
    if start >= len(tokens) or not _begins_phrase(tokens[start]):
        return None
    if tokens[start].low in PLAIN_PRONOUNS:
        return start, start + 1
    end = _phrase_end(tokens, start)
    if end == start:
        return None
    end = _restricted(tokens, end)
    for _ in range(_MOST_DESCRIPTIONS - 1):
        end = description_end(tokens, end) or end
    return start, end


def _restricted(tokens: Sequence[Token], end: int) -> int:
    """The end of "a man who gave his name as Ott", whose clause without a comma tells which man."""
    if end >= len(tokens) or tokens[end].low != "who" or tokens[end - 1].is_capital or speaks_aside(tokens, end):
        return end
    place = end
    while place < len(tokens) and place - end < _LONGEST and tokens[place].is_word:
        place += 1
    return place


def named_after(tokens: Sequence[Token], start: int, *, opens: bool) -> Range | None:
    """The one named after "according to"; where that opens the sentence it reaches to the comma."""
    if start >= len(tokens) or not _begins_phrase(tokens[start]):
        return None
    end = start
    while end < len(tokens) and not stops(tokens, end) and (is_nickname(tokens, end) or not _ends_name(tokens, end)):
        end += 1
    if end == start:
        return None
    described = (_clause_after_name(tokens, start, end) if opens else description_end(tokens, end)) or end
    return start, described


def _clause_after_name(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Where the clause begins that follows a name without a comma: "According to Lee the quay was shut"."""
    if not any(turns(tokens, place) or tokens[place].low.endswith("ed") for place in range(start + 1, end)):
        return None
    closed = end < len(tokens) and tokens[end].text == ","
    return next((place for place in range(start + 1, end) if _begins_clause(tokens, place, closed=closed)), None)


def _begins_clause(tokens: Sequence[Token], place: int, *, closed: bool) -> bool:
    """True for an article, a pronoun or "there" behind a noun; behind a common noun it may be a relative clause."""
    token, before = tokens[place], tokens[place - 1]
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    counts = is_number(token.low) and following is not None and following.is_word and following.low not in DETERMINERS
    begins = counts or token.low in DETERMINERS or token.low in PLAIN_PRONOUNS - RELATIVES or token.low == "there"
    if not begins or not before.is_word or before.low in DETERMINERS | PREPOSITIONS | SUBORDINATORS:
        return False
    return before.is_capital or counts or not closed


def _ends_name(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    if token.low == "who" and tokens[place - 1].is_word:
        return speaks_aside(tokens, place)
    return token.quote or token.text == "," or token.low in ("who", "which", "that", "but", "while")


def _begins_phrase(token: Token) -> bool:
    if token.is_capital or token.low in DETERMINERS or token.low in PLAIN_PRONOUNS:
        return True
    return token.is_word and token.low not in SUBORDINATORS | PREPOSITIONS | AUXILIARIES


def _phrase_end(tokens: Sequence[Token], start: int) -> int:
    end = start
    while end < len(tokens) and end - start < _LONGEST:
        closing = _bracket_end(tokens, end) if tokens[end].text == "(" else end + 1
        if closing is None or not _stays_inside(tokens, end):
            break
        end = closing
    return end


def _is_first_of_two(tokens: Sequence[Token], place: int) -> bool:
    """True for the "and" of "both the mayor and the governor"."""
    return any(token.low == "both" for token in tokens[max(0, place - _LONGEST_BRACKET) : place])


def _bracket_end(tokens: Sequence[Token], opening: int) -> int | None:
    places = range(opening, min(len(tokens), opening + _LONGEST_BRACKET))
    closing = next((place for place in places if tokens[place].text == ")"), None)
    if closing is None or any(
        tokens[place].quote and not tokens[place].text[-2:-1].isalnum() for place in range(opening, closing)
    ):
        return None
    return closing + 1


def _glued(tokens: Sequence[Token], index: int) -> bool:
    """True for a mark without white space before it; "&" has it on both sides."""
    return tokens[index].text == "&" or (index > 0 and tokens[index - 1].end == tokens[index].start)


def _stays_inside(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.text == "(" or abbreviates(tokens, index) or is_nickname(tokens, index):
        return True
    if not token.is_word:
        return token.text in _INNER_MARKS and _glued(tokens, index)
    following = tokens[index + 1] if token.low == "and" and index + 1 < len(tokens) else None
    joins = following is not None and (
        following.is_capital or (following.low in DETERMINERS and _is_first_of_two(tokens, index))
    )
    return joins or token.low not in _PHRASE_ENDS
