"""Cues: where a sentence has a reporting verb, and how far its verb group reaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.verbs import FORMS, Form, Verb
from summarizer.attributions.words import (
    AUXILIARIES,
    BE_FORMS,
    DETERMINERS,
    NEGATIONS,
    OBJECT_PRONOUNS,
    PLAIN_PRONOUNS,
    PREPOSITIONS,
    word_set,
)

_LONGEST_GROUP = 9
_LONG_WORD = 4
_ARTICLES = frozenset({"a", "an", "the", "of"})
_FEWEST_WORDS = 3
_MOST = 0.75
# "Issued a statement saying": the participle tells what stands in the document.
DOCUMENTS = word_set(
    "statement statements letter letters email emails e-mail tweet tweets memo message messages post posts note op-ed "
    "editorial release report ruling order petition brief lawsuit complaint text telegram"
)
_PARTICIPLE_LEADS = frozenset({"and", "by", "in", "before", "after", "while", "for"})
# Verbs that only carry another one: "went on to discuss", "seemed to suggest".
_CARRIERS = word_set(
    "going goes went continue continues continued continuing seem seems seemed appear appears appeared begin "
    "begins began used has have had get gets got tried tries try tends tend came come comes"
)
_NOUN_TOO = word_set(
    "charge charges rule rules plan plans report reports claim claims call calls back hope hopes fear fears "
    "show shows ask question questions answer answers attack attacks support note notes state states comment "
    "comments need needs want love demand demands vow vows pledge pledges remark remarks worry worries "
    "estimate estimates document documents request requests promise promises doubt doubts order orders view "
    "views address offer offers praise cite press concern reveal brand label compare joke jokes tweet tweets "
    "challenge dispute proposal detail details outline wonder raise quip feel see find proof race trust urge "
    "credit blame embrace favor favors dream guess imagine caution warning mock express repeat advocate hate "
    "thank thanks welcome reply whisper shout shouts swear mention mentions voice conclude dismiss finding "
    "feeling meaning building understanding saying ending being writing reporting opening"
)


_CARRYING = (*((verb, "on", "to") for verb in _CARRIERS), *((verb, "to") for verb in _CARRIERS), ("quoted", "as"))


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb group: tokens `first` up to `last` (exclusive), and the verb that heads it at `head`."""

    first: int
    last: int
    head: int
    verb: Verb
    shape: str
    negated: bool

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
    first = _group_start(tokens, index)
    shape = _shape(tokens, first, index, forms)
    if shape is None:
        return None
    for form in forms:
        last = _particles_end(tokens, index, form.verb.particles)
        if last is None:
            continue
        negated = any(token.low in NEGATIONS or token.low.endswith(("n't", "n\u2019t")) for token in tokens[first:index])
        return Cue(first, _tail(tokens, last), index, form.verb, shape, negated)
    return None


def _group_start(tokens: Sequence[Token], index: int) -> int:
    first = index
    while first > 0 and index - first < _LONGEST_GROUP:
        before = tuple(token.low for token in tokens[max(0, first - 3) : first])
        step = next((len(words) for words in _CARRYING if before[-len(words) :] == words), 0)
        if before[-1] in AUXILIARIES or is_adverb(tokens[first - 1]):
            step = 1
        if step == 0:
            break
        first -= step
    return first


def _shape(tokens: Sequence[Token], first: int, index: int, forms: tuple[Form, ...]) -> str | None:
    """What the verb is in its group: "finite", "ing", "passive", or None where it cannot be a cue."""
    shapes = frozenset().union(*(form.shapes for form in forms))
    group = {token.low for token in tokens[first:index]}
    if "ing" in shapes:
        return "finite" if group & BE_FORMS else _bare_ing(tokens, first, index)
    if first > 0 and tokens[first - 1].low == "to":
        return None
    if group & BE_FORMS - {"'s"} and "participle" in shapes:
        return "passive"
    if group & AUXILIARIES:
        return "finite"
    return "finite" if _can_be_finite(tokens, first, index, forms) else None


def _can_be_finite(tokens: Sequence[Token], first: int, index: int, forms: tuple[Form, ...]) -> bool:
    """False for a noun in a verb's clothes: after a possessive, or where no verb can stand."""
    if first > 0 and first == index and tokens[first - 1].low in _ARTICLES:
        return False
    past = any("past" in form.shapes for form in forms)
    if first > 0 and tokens[first - 1].is_possessive and not past:
        return False
    return tokens[index].low not in _NOUN_TOO or _verbal_place(tokens, first, index, forms)


def _bare_ing(tokens: Sequence[Token], first: int, index: int) -> str | None:
    """A participle counts after a comma, a quotation or at the start; elsewhere it is a noun or an adjective."""
    if first == 0:
        return "ing" if index + 1 < len(tokens) else None
    before = tokens[first - 1]
    if before.low in ("another", "others"):
        return "finite"
    if before.is_capital:
        following = tokens[index + 1 : index + 3]
        opens = any(token.quote for token in following) or (len(following) > 0 and following[0].low == "that")
        return "finite" if opens or _is_absolute(tokens, first) else None
    leans = (
        before.low in DOCUMENTS or before.quote or before.text in (",", "(", "\u2014", "--") or before.low in _PARTICIPLE_LEADS
    )
    return "ing" if leans else None


def _is_absolute(tokens: Sequence[Token], first: int) -> bool:
    """True for "with Nora Field tweeting": a name with a participle of its own."""
    place = first
    while place > 0 and first - place < _LONGEST_GROUP and (tokens[place - 1].is_capital or tokens[place - 1].text == "."):
        place -= 1
    return place > 0 and tokens[place - 1].low == "with"


def _verbal_place(tokens: Sequence[Token], first: int, index: int, forms: tuple[Form, ...]) -> bool:
    """True if a word that is a noun as often as a verb stands where a verb does: after a subject, before a complement."""
    if first == 0 or index + 1 >= len(tokens) or tokens[index + 1].text in (".", ","):
        return first > 0 and (tokens[first - 1].low in PLAIN_PRONOUNS or tokens[first - 1].is_capital)
    before, after = tokens[first - 1], tokens[index + 1]
    if before.low in PLAIN_PRONOUNS:
        return True
    if before.low in DETERMINERS or before.low in PREPOSITIONS or before.is_possessive or before.text in ("and", "or", ","):
        return before.text == "," and (after.quote or (after.is_word and tokens[-1].is_word))
    if after.low in PREPOSITIONS:
        particles = {form.verb.particles[0] for form in forms if form.verb.particles}
        return (after.low in particles or after.low == "to") and before.is_capital
    if after.quote or after.text == ":" or after.low == "that" or after.low in DETERMINERS or after.low in OBJECT_PRONOUNS:
        return before.is_word and (before.is_capital or before.low.endswith("s") or tokens[index].low.endswith("s"))
    return before.is_word and after.is_capital and tokens[index].low.endswith("s")


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


def _tail(tokens: Sequence[Token], last: int) -> int:
    """The group's end with the colon that belongs to it: "said:"."""
    end = last
    if end < len(tokens) and tokens[end].text == ":":
        end += 1
    return end
