"""The subject that a participle leans on: "Field threw up her hands, saying", "issued a statement saying"."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import DOCUMENTS, Cue
from summarizer.attributions.finite import first_verb_group, turns
from summarizer.attributions.noun_phrases import noun_phrase_before
from summarizer.attributions.sources import source_before
from summarizer.attributions.spans import Range
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.words import CONJUNCTIONS, DETERMINERS, PLAIN_PRONOUNS, PREPOSITIONS, RELATIVES, word_set

_FARTHEST = 40
_MOST_VERBS = 6
_LONGEST_DOCUMENT = 7
_LONGEST_RELATIVE = 12
_ISSUED = word_set(
    "issue issues issued release releases released send sends sent write writes wrote post posts posted publish "
    "publishes published make makes made put puts gave give gives sign signed read circulated delivered filed files "
    "emailed tweeted shared issuing releasing sending publishing posting"
)
_OPENERS = word_set("after when because while before since until once although though")
_SUBORDINATE = RELATIVES | word_set("that if when as while because although though since after before whether where")
# The past forms of the irregular verbs, but for those that are nouns or adjectives as often.
_IRREGULAR = word_set(
    "arose awoke beat became began bent bet bound bit bled blew broke brought built burnt burst bought caught chose "
    "clung came cost crept dealt dug dived dove drew drank drove ate fell fed fought fled flung flew forbade forgave "
    "forgot froze gave went ground grew hung hid hit held hurt kept knelt laid led leapt left lent let lit lost made "
    "meant met mistook overcame overthrew paid put quit rode rang rose ran sank sat saw sold sent set shook shone shot "
    "shut slept slid slit sowed spun split sprang stood stole stuck stung struck strode swore swept swam swung took "
    "tore threw thrust trod understood undertook upheld wept withdrew withstood woke won wore wound wrote joked spent"
)


def clause_subject(tokens: Sequence[Token], end: int) -> Range | None:
    """The subject of the main clause that stands before token `end`."""
    place = 1
    later: Range | None = None
    for _ in range(_MOST_VERBS):
        verb = _verb_after(tokens, place, end)
        if verb is None:
            break
        verb -= verb > 1 and is_adverb(tokens[verb - 1]) and tokens[verb - 2].is_capital
        source = source_before(tokens, verb)
        if source is not None and not _is_subordinate(tokens, source):
            return source
        later = later or source
        place = verb + 1
    return later


def inner_subject(tokens: Sequence[Token], end: int, subject: Range | None) -> Range | None:
    """The subject that a verb behind "and" at `end` shares in a clause such as "after she attacked him and blamed"."""
    if subject is None:
        return None
    opener = next((place for place in range(end - 2, subject[1], -1) if tokens[place].low in _OPENERS), None)
    verb = _verb_after(tokens, opener + 2, end) if opener is not None and opener + 2 < end else None
    source = source_before(tokens, verb) if verb is not None else None
    return source if source is not None and opener is not None and source[0] == opener + 1 else None


def relative_subject(tokens: Sequence[Token], end: int, subject: Range | None) -> Range | None:
    """The "who" of ", who wept and cried", which a second verb at `end` shares; None past a comma or an earlier report."""
    if end < 1 or tokens[end - 1].low not in CONJUNCTIONS:
        return None
    for place in range(end - 2, max(subject[1] if subject else 0, end - _LONGEST_RELATIVE), -1):
        if tokens[place].low == "who":
            return place, place + 1
        if not tokens[place].is_word or tokens[place].low in PLAIN_PRONOUNS:
            return None
    return None


def _verb_after(tokens: Sequence[Token], start: int, end: int) -> int | None:
    known = first_verb_group(tokens, start, end)
    limit = min(end, start + _FARTHEST) if known is None else known
    return next((place for place in range(start, limit) if _looks_finite(tokens, place)), known)


def _looks_finite(tokens: Sequence[Token], place: int) -> bool:
    """True for the past of an irregular verb, or a form in "-ed", after a noun."""
    token, before = tokens[place], tokens[place - 1]
    if place > 1 and is_adverb(before) and tokens[place - 2].is_capital:
        before = tokens[place - 2]
    if (
        token.is_capital
        or not before.is_word
        or before.low in DETERMINERS
        or before.low in PREPOSITIONS
        or before.is_possessive
    ):
        return False
    return token.low in _IRREGULAR or (token.low.endswith("ed") and before.is_capital) or turns(tokens, place)


def _is_subordinate(tokens: Sequence[Token], source: Range) -> bool:
    first = tokens[source[0]]
    return first.low in RELATIVES or (source[0] > 0 and tokens[source[0] - 1].low in _SUBORDINATE)


def follows_document(tokens: Sequence[Token], place: int) -> bool:
    """True for "saying" right behind "a statement"."""
    return place > 0 and tokens[place - 1].low in DOCUMENTS


def document_source(tokens: Sequence[Token], cue: Cue, subject: Range | None) -> Range | None:
    """The one who issued the document before a participle; where nobody issues it, the document itself."""
    author = clause_subject(tokens, cue.first) or subject
    begin = author[1] if author is not None else 0
    if author is not None and any(tokens[place].low in _ISSUED for place in range(begin, cue.first)):
        return author
    near = range(cue.first - 1, max(0, cue.first - _LONGEST_DOCUMENT), -1)
    article = next((place for place in near if tokens[place].low in DETERMINERS), None)
    return noun_phrase_before(tokens, cue.first) if article is None else (article, cue.first)


def ends_in_comma(token: Token) -> bool:
    """True for a quotation with a comma inside its marks."""
    return token.quote and token.text.rstrip("\"'\u201d\u2019")[-1:] == ","
