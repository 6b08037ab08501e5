"""Words that are a noun as often as a verb ("plans", "support"): where they stand as a verb."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.finite import turns
from summarizer.attributions.tokens import Token
from summarizer.attributions.verbs import FORMS, Form
from summarizer.attributions.words import AUXILIARIES, DETERMINERS, OBJECT_PRONOUNS, PLAIN_PRONOUNS, PREPOSITIONS, word_set

NOUN_TOO = word_set(
    "charge charges rule rules plan plans report reports claim claims call calls back hope hopes fear fears "
    "show shows ask question questions answer answers attack attacks support note notes state states comment "
    "comments need needs want love demand demands vow vows pledge pledges remark remarks worry worries "
    "estimate estimates document documents request requests promise promises doubt doubts order orders view "
    "views address offer offers praise cite press concern reveal brand label compare joke jokes tweet tweets "
    "challenge dispute proposal detail details outline wonder raise quip feel see find proof race trust urge "
    "credit blame embrace favor favors dream guess imagine caution warning mock express repeat advocate hate "
    "thank thanks welcome reply whisper shout shouts swear mention mentions voice conclude dismiss finding "
    "feeling meaning building understanding saying ending being writing reporting opening blast blasts fault faults echo "
    "echoes highlight highlights"
)
_TOWARDS = word_set("plan plans hope hopes offer offers need needs vow vows pledge pledges promise promises fear claim claims")
# Plain forms that are nouns too, but seldom the second half of a name for something.
_PLAIN_FORMS = word_set(
    "support show call ask hope fear back claim want see feel find say need favor blame credit praise question blast echo"
)
# Words that stand before a noun: "false reports that".
_ATTRIBUTIVE = word_set(
    "false fake new recent early earlier such media news press local official unconfirmed conflicting initial previous public "
    "similar certain final own repeated latest first last next unfounded credible baseless growing"
)
_COMPLEMENTS = DETERMINERS | OBJECT_PRONOUNS | word_set("he she they it we what how why whether if")
_LONGEST_BRACKET = 8
_FARTHEST_COMMA = 12
_NOUN_AND_ARTICLE = 2
_NO_OBJECTS = word_set("and or but is was for from group groups")


def in_verbal_place(tokens: Sequence[Token], first: int, index: int, forms: tuple[Form, ...]) -> bool:
    """True if a word that is a noun as often as a verb stands where a verb does: after a subject, before a complement."""
    if first == 0 or index + 1 >= len(tokens) or tokens[index + 1].text in (".", ","):
        return first > 0 and _closes(tokens, _before_bracket(tokens, first), first)
    before, after = tokens[first - 1], tokens[index + 1]
    if before.low in PLAIN_PRONOUNS or _is_relative(tokens, first) or _is_plural_clause(tokens, before, index):
        return True
    if tokens[index].low in _TOWARDS and after.low == "to":
        return _aims(tokens, before, index)
    if before.low in DETERMINERS or before.low in PREPOSITIONS or before.is_possessive or before.text in ("and", "or", ","):
        return before.text == "," and (after.quote or (after.is_word and tokens[-1].is_word))
    return _has_complement(tokens, before, index, forms)


def _before_bracket(tokens: Sequence[Token], first: int) -> Token:
    """The token before a verb, past the short form of a name: "the Harbour Press Bureau (HPB) reports"."""
    if tokens[first - 1].text != ")":
        return tokens[first - 1]
    places = range(first - 2, max(0, first - _LONGEST_BRACKET), -1)
    return next((tokens[place - 1] for place in places if tokens[place].text == "("), tokens[first - 1])


def _closes(tokens: Sequence[Token], before: Token, first: int) -> bool:
    """True for a verb that ends its clause: "…, Lee shows.", "…, a survey shows." and the headline's "…, driver claims"."""
    if before.low in PLAIN_PRONOUNS or before.is_capital:
        return True
    low = max(0, first - _FARTHEST_COMMA)
    comma = next((place for place in range(first - 1, low, -1) if tokens[place].text == ","), None)
    if comma is None and tokens[0].quote and before.is_word:
        comma = 0 if first < _FARTHEST_COMMA and not any(token.quote for token in tokens[1:first]) else None
    if comma is None or not before.is_word:
        return False
    if first == len(tokens) - 1:
        return any(turns(tokens, place) for place in range(comma))
    return tokens[comma + 1].low in ("a", "an", "the") and first - comma > _NOUN_AND_ARTICLE


def _is_relative(tokens: Sequence[Token], first: int) -> bool:
    """True after the "that" of "polls that show" and "cities that support"."""
    return first > 1 and tokens[first - 1].low == "that" and tokens[first - 2].is_word and tokens[first - 2].low not in FORMS


def _has_complement(tokens: Sequence[Token], before: Token, index: int, forms: tuple[Form, ...]) -> bool:
    """True if what a verb takes stands after the word, and before it what can be its subject."""
    after = tokens[index + 1]
    if before.low in _ATTRIBUTIVE:
        return False
    if after.low in PREPOSITIONS:
        particles = {form.verb.particles[0] for form in forms if form.verb.particles}
        return (after.low in particles or after.low == "to") and before.is_capital
    if after.quote or after.text == ":" or after.low == "that" or after.low in _COMPLEMENTS:
        return before.is_word and (before.is_capital or before.low.endswith("s") or tokens[index].low.endswith("s"))
    return before.is_word and after.is_capital and tokens[index].low.endswith("s")


def _aims(tokens: Sequence[Token], before: Token, index: int) -> bool:
    """True for "the firm plans to build": an infinitive follows, and no owner or article stands before."""
    infinitive = index + 2 < len(tokens) and tokens[index + 2].is_word and tokens[index + 2].low not in DETERMINERS
    owned = before.is_possessive or before.low in DETERMINERS or before.low in PREPOSITIONS or not before.is_word
    plural = before.low.endswith("s") and not before.low.endswith("ss")
    led = before.is_capital or before.low in ("and", "but", "that") or plural or (index > 1 and _is_led(tokens[index - 2]))
    agrees = plural != tokens[index].low.endswith("s") or before.is_capital or before.low in ("and", "but", "that")
    return infinitive and not owned and not tokens[index + 2].is_capital and agrees and led


def _is_led(lead: Token) -> bool:
    """True for a word that a noun follows, which is then the subject: "the firm", "Lee's firm"."""
    return lead.low in DETERMINERS or lead.is_capital or lead.is_possessive


def _is_plural_clause(tokens: Sequence[Token], before: Token, index: int) -> bool:
    """True for the plain form of a verb after a plural noun: "voters support background checks", "polls show how"."""
    if tokens[index].low not in _PLAIN_FORMS or not before.is_word or not tokens[index + 1].is_word:
        return False
    after = tokens[index + 1]
    plural = before.low.endswith("s") and not before.low.endswith("ss") and before.low not in AUXILIARIES
    many = before.text.isdigit() or before.low in ("people", "many", "some", "most", "majority", "women", "men", "police")
    return (plural or many) and after.low not in AUXILIARIES | PREPOSITIONS | _NO_OBJECTS
