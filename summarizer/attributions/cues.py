"""Cues: where a sentence has a reporting verb, and how far its verb group reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.attributions.carriers import FINITE_CARRIERS, group_start
from summarizer.attributions.nouns_too import NOUN_TOO, in_verbal_place
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.verbs import FORMS, SHAPES, Form, Verb
from summarizer.attributions.words import AUXILIARIES, BE_FORMS, DETERMINERS, PREPOSITIONS, word_set

_LONG_WORD = 4
_LONGEST_NAME = 9
_ARTICLES = frozenset({"a", "an", "the", "of"})
_FEWEST_WORDS = 3
_MOST = 0.75
_LINKS = frozenset({"then"})
_LEFT_BEHIND = {
    "back": word_set("off out away up down into from"),
    "press": word_set("against ahead on"),
    "see": word_set("off"),
}
# "Issued a statement saying": the participle tells what stands in the document.
DOCUMENTS = word_set(
    "statement statements letter letters email emails e-mail tweet tweets memo message messages post posts note op-ed "
    "editorial release report ruling order petition brief lawsuit complaint text telegram"
)
_PARTICIPLE_LEADS = frozenset({"and", "by", "in", "before", "after", "while", "for"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: tokens `first` up to `last` (exclusive), and the verb that heads it at `head`."""

    first: int
    last: int
    head: int
    verb: Verb
    shape: str

    @property
    def nonfinite(self) -> bool:
        """True for a participle that leans on another clause for its subject ("…, saying")."""
        return self.shape in ("ing", "participle")


def find_cues(tokens: Sequence[Token]) -> Iterator[Cue]:
    """The reporting verb groups of a sentence, in order."""
    for index, token in enumerate(tokens):
        forms = FORMS.get(token.low)
        if forms is None or (token.is_capital and index > 0 and not _headline(tokens)):
            continue
        cue = _cue(tokens, index, forms)
        if cue is not None:
            yield cue


def _headline(tokens: Sequence[Token]) -> bool:
    """True if most words are capitals, so that a capital verb is still a verb."""
    words = [token for token in tokens[:14] if token.is_word and len(token.text) >= _LONG_WORD]
    return len(words) >= _FEWEST_WORDS and sum(token.is_capital for token in words) >= _MOST * len(words)


def _cue(tokens: Sequence[Token], index: int, forms: tuple[Form, ...]) -> Cue | None:
    first = group_start(tokens, index)
    shape = _shape(tokens, first, index, forms)
    if shape is None:
        return None
    for form in forms:
        last = _particles_end(tokens, index, form.verb.particles)
        if last is None or _is_other_verb(tokens, index, form.verb):
            continue
        return Cue(_past_links(tokens, first, index), _tail(tokens, last), index, form.verb, shape)
    return None


def _shape(tokens: Sequence[Token], first: int, index: int, forms: tuple[Form, ...]) -> str | None:
    """What the verb is in its group: "finite", "ing", "passive", or None where it cannot be a cue."""
    shapes = SHAPES[tokens[index].low]
    group = frozenset(token.low for token in tokens[first:index])
    if "ing" in shapes:
        return _carried_ing(group) or _bare_ing(tokens, first, index)
    if first > 0 and tokens[first - 1].low == "to":
        return None
    if group & BE_FORMS - {"'s"} and "participle" in shapes:
        return "passive"
    if group & AUXILIARIES:
        return "finite"
    if shapes == {"participle"} and first == index and index + 1 < len(tokens) and tokens[index + 1].low != "by":
        return None
    return "finite" if _can_be_finite(tokens, first, index, forms) else None


def _carried_ing(group: frozenset[str]) -> str | None:
    """The shape of a participle inside a verb group: "is saying", "stopped short of saying", "without saying"."""
    if group & BE_FORMS or group & FINITE_CARRIERS:
        return "finite"
    return "ing" if group & {"without", "far", "instead"} else None


def _can_be_finite(tokens: Sequence[Token], first: int, index: int, forms: tuple[Form, ...]) -> bool:
    """False for a noun in a verb's clothes: after a possessive, or where no verb can stand."""
    if first > 0 and first == index and tokens[first - 1].low in _ARTICLES:
        return False
    past = any("past" in form.shapes for form in forms)
    if first > 0 and tokens[first - 1].is_possessive and not past:
        return False
    return tokens[index].low not in NOUN_TOO or in_verbal_place(tokens, first, index, forms)


def _bare_ing(tokens: Sequence[Token], first: int, index: int) -> str | None:
    """A participle counts after a comma, a quotation or at the start; elsewhere it is a noun or an adjective."""
    if first == 0:
        return "ing" if index + 1 < len(tokens) else None
    before = tokens[first - 1]
    if before.low in ("another", "others"):
        return "finite"
    if before.is_capital:
        following = tokens[index + 1 : index + 5]
        opens = any(token.quote for token in following) or (len(following) > 0 and following[0].low == "that")
        return "finite" if opens or _is_absolute(tokens, first) else None
    if before.is_word and before.low not in PREPOSITIONS and _is_absolute(tokens, first, after_comma=True):
        return "finite"
    leans = (
        before.low in DOCUMENTS or before.quote or before.text in (",", "(", "\u2014", "--") or before.low in _PARTICIPLE_LEADS
    )
    return "ing" if leans else None


def _is_absolute(tokens: Sequence[Token], first: int, *, after_comma: bool = False) -> bool:
    """True for "with Nora Field tweeting" and ", with a clerk saying": somebody with a participle of his own."""
    place = first
    while place > 0 and first - place < _LONGEST_NAME and (_is_plain(tokens[place - 1]) or tokens[place - 1].text == "."):
        place -= 1
    if not 0 < place < first or tokens[place - 1].low != "with":
        return False
    return not after_comma or (place > 1 and tokens[place - 2].text == ",")


def _is_plain(token: Token) -> bool:
    """True for a word inside a noun phrase that names a speaker."""
    return token.is_word and token.low not in PREPOSITIONS and token.low not in AUXILIARIES


def _particles_end(tokens: Sequence[Token], index: int, particles: tuple[str, ...]) -> int | None:
    end = index + 1
    if not particles:
        return end
    if end < len(tokens) and is_adverb(tokens[end]) and tokens[end].low not in particles:
        end += 1
    for particle in particles:
        if end >= len(tokens) or tokens[end].low != particle:
            return None
        end += 1
    return end


def _past_links(tokens: Sequence[Token], first: int, head: int) -> int:
    """The start of the group without the words that only tie it to what was told before."""
    while first < head and tokens[first].low in _LINKS:
        first += 1
    return first


def _is_other_verb(tokens: Sequence[Token], index: int, verb: Verb) -> bool:
    """True for "backed off", "pressed ahead" and "agreed to meet", where the particle belongs to something else."""
    if verb.lemma == "agree" and verb.particles == ("to",):
        following = tokens[index + 2] if index + 2 < len(tokens) else None
        return following is not None and following.is_word and not following.is_capital and following.low not in DETERMINERS
    return index + 1 < len(tokens) and tokens[index + 1].low in _LEFT_BEHIND.get(verb.lemma, ())


def _tail(tokens: Sequence[Token], last: int) -> int:
    """The group's end with the colon that belongs to it: "said:"."""
    end = last
    if end < len(tokens) and tokens[end].text == ":":
        end += 1
    return end


def is_told(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for the headline's "court told": without one who is told, the subject is."""
    bare = cue.verb.lemma in ("tell", "inform") and tokens[cue.head].low in ("told", "informed")
    if not bare or cue.last >= len(tokens) - 1:
        return bare
    return tokens[cue.last].text in (".", ",", ";") and not tokens[cue.last + 1].quote
