"""Whether a subject can be one who speaks, and whether its verb says that it did."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.calling import names_it_something
from summarizer.attributions.cues import Cue
from summarizer.attributions.polarity import happened
from summarizer.attributions.spans import Found
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import DETERMINERS, PLAIN_PRONOUNS, PREPOSITIONS, RELATIVES, word_set

_MODALS = word_set("will would should could may might must shall can 'll 'd")
# Verbs whose subject is as often a fact that shows something as somebody who says it.
_SHOWING = word_set("underscore highlight signal illustrate emphasize stress reflect depict portray imply echo hint")
# Of these a deed is the subject where they lean on another clause.
_FACTS = word_set("underscore highlight signal illustrate reflect depict portray echo")
_DEEDS = _FACTS | {"call", "question", "grill"}
_CLAUSES = word_set("that whether why how if what which who when where")
_INTERROGATORS = word_set(
    "police detectives investigators officers prosecutors agents authorities inspectors detective officer"
)
_DOCUMENTS = word_set(
    "report study survey poll analysis statement document paper letter memo email note article story editorial column "
    "book film movie documentary video clip ad advertisement website site page post tweet message transcript record log "
    "file dossier lawsuit complaint indictment filing brief ruling order decision verdict bill law resolution treaty "
    "constitution platform census data figure statistic number estimate forecast index chart map research evidence "
    "testimony review audit assessment inquiry investigation finding result speech remark comment answer reply response "
    "plan proposal budget poem song"
)
_BODIES = word_set(
    "government administration ministry council agency office department bureau board committee commission company firm "
    "group party army navy force court union association federation institute university college school bank fund "
    "newspaper magazine network team club church congress parliament senate house authority embassy coalition alliance "
    "campaign family couple crowd audience public majority panel jury media press police staff people critic official "
    "source aide deputy chief head leader president minister mayor governor king queen general judge lawyer attorney "
    "spokesman spokeswoman spokesperson ally guard expert scholar academic diplomat witness resident student parent "
    "woman man child girl boy wife husband father mother son daughter brother sister friend colleague neighbour "
    "neighbor survivor victim nurse priest bishop imam guest voice camp side opposition watchdog charity pundit someone "
    "somebody everyone everybody anyone one others other some many most few all both several another industry community "
    "society nation country state city town county world"
)
_AGENT = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "man",
    "woman",
    "men",
    "women",
    "eer",
    "ee",
    "ive",
    "ic",
    "can",
    "crat",
    "ings",
)
_SHORT = 4


def bears(tokens: Sequence[Token], cue: Cue, item: Found) -> bool:
    """False for a subject that cannot speak, and for what somebody will or would say in words that are not quoted."""
    if _acts(tokens, cue, item):
        return False
    plain = cue.head == cue.first and cue.verb.lemma not in _SHOWING
    if plain and (item.source is None or tokens[item.source[1] - 1].is_capital):
        return True
    if any(tokens[place].quote for start, end in item.content for place in range(start, end)):
        return True
    if any(tokens[place].low in _MODALS for place in range(cue.first, cue.head)) and not happened(tokens, cue):
        return False
    return item.source is None or _can_speak(tokens, cue, item.source)


def _acts(tokens: Sequence[Token], cue: Cue, item: Found) -> bool:
    """True where the verb tells a deed, not words: "called his wife", "questioned the captain", "…, highlighting a flaw"."""
    if cue.verb.lemma not in _DEEDS or not item.content or tokens[item.content[0][0]].low in _CLAUSES:
        return False
    if any(_is_marked(tokens[place]) for start, end in item.content for place in range(start, end)):
        return False
    if cue.verb.lemma == "call" and not cue.verb.particles and cue.shape != "passive":
        return not names_it_something(tokens, cue.last)
    if cue.verb.lemma in ("question", "grill"):
        return item.source is not None and any(token.low in _INTERROGATORS for token in tokens[slice(*item.source)])
    return cue.shape == "ing" and cue.verb.lemma in _FACTS and cue.first > 0


def _is_marked(token: Token) -> bool:
    return token.quote or token.text in ("\u2018", "'")


def _can_speak(tokens: Sequence[Token], cue: Cue, source: tuple[int, int]) -> bool:
    start, end = source
    last = tokens[end - 1]
    if end - start == 1 and not last.is_capital and _is_stray(last):
        return False
    if cue.verb.lemma not in _SHOWING or cue.verb.kind != "speech":
        return True
    head = _head(tokens, start, end)
    if head.is_capital or head.low in PLAIN_PRONOUNS or not head.is_word:
        return True
    low = head.low
    stems = {low, low.removesuffix("s"), low.removesuffix("es"), low.removesuffix("ies") + "y"}
    return bool(stems & (_DOCUMENTS | _BODIES)) or (len(low) > _SHORT and low.removesuffix("s").endswith(_AGENT))


def _head(tokens: Sequence[Token], start: int, end: int) -> Token:
    """The noun that a phrase turns on: the last word before its first preposition or comma."""
    for place in range(start + 1, end):
        token = tokens[place]
        if not token.is_word or token.low in _OPENS_TAIL or token.low.endswith("ed"):
            return tokens[place - 1]
    return tokens[end - 1]


_OPENS_TAIL = PREPOSITIONS | RELATIVES | word_set("that along amid below above off onto throughout past up down out aboard")


def _is_stray(token: Token) -> bool:
    """True for a lone verb form or adverb that was taken for a subject."""
    if token.low in PLAIN_PRONOUNS or token.low in DETERMINERS or token.low in _BODIES:
        return False
    verb = any(form.shapes & {"past", "s", "ing"} and form.verb.kind != "attitude" for form in FORMS.get(token.low, ()))
    participle = token.low.endswith("ed") and token.low not in _STRICKEN
    return is_adverb(token) or participle or token.low.endswith("ing") or (verb and token.low not in _NOUNS)


_STRICKEN = word_set("accused injured wounded deceased bereaved detained displaced unemployed disabled feed seed creed reed")
_NOUNS = word_set("reports claims documents estimates calls notes states views plans studies shows questions answers")
