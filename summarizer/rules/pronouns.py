"""Whom a pronoun before a verb of saying means: the last speaker, if number and sex agree and nobody comes in between."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MALE = re.compile(
    r"\b(?:Mr|Sir|Lord|King|Prince|Emperor|Pope|Baron|Duke|Imam|Father|Brother)\b|\b[a-z]*(?:spokesman|chairman|businessman|"
    r"policeman|fireman|fisherman|congressman|salesman|gunman|nobleman|man|boy|father|brother|husband|son|uncle|king|prince|monk)\b"
)
_FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Mme|Lady|Dame|Queen|Princess|Duchess|Baroness|Sister|Mother)\b|\b[a-z]*(?:spokeswoman|chairwoman|"
    r"businesswoman|policewoman|congresswoman|woman|girl|mother|sister|wife|widow|daughter|aunt|queen|princess|actress|nun)\b"
)
_BODIES = (
    r"ministry|minist[eè]re|council|agency|office|department|bureau|board|committee|commission|company|firm|group|party|army|navy|"
    r"force|court|union|association|federation|institute|university|college|school|hospital|bank|fund|paper|newspaper|magazine|"
    r"network|channel|station|service|team|club|church|congress|parliament|senate|house|government|administration|authority|"
    r"embassy|coalition|alliance|movement|organi[sz]ation|foundation|centre|center|corporation|inc|ltd|co|corp|plc|news|times|"
    r"post|press|journal|report|study|survey|poll|statement|document|letter|memo|email|lawsuit|complaint|indictment|filing|"
    r"(?:coast|national|border|home)\s+guard|"
    r"article|website|watch|city|town|county|state|republic|kingdom|police|media|watchdog|think tank|charity|airline|nations"
)
_BODY = re.compile(rf"\b(?:{_BODIES})\b", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:police|people|men|women|children|families|authorities|militants|troops|forces|media|residents|and)\b|\b(?!(?:process|boss|press|witness|actress|"
    r"business|congress|class|princess|news)\b)[a-z]+[^\Wsui]s$"
)
# A plural at the start of a sentence, or a surname that looks like one.
_MANY = re.compile(r"[A-Z][a-z]+(?:ers|ors|ists|ians|ants|ents|ials|ees|ies|men|women|ses)")
_PERSON = (
    r"[a-z]*(?:man|woman|boy|girl|mayor|deputy|chief|aide|ally|friend|colleague|critic|rival|guard|judge|clerk|nurse|guide|captain|"
    r"general|colonel|major|sergeant|pilot|cook|thief|priest|bishop|imam|monk|nun|king|queen|prince|princess|president|official|"
    r"resident|student|agent|sergeant|lieutenant|attendant|accountant|assistant|architect|spokesperson|person|mother|father|"
    r"brother|sister|son|daughter|wife|husband|uncle|aunt|cousin|neighbou?r|witness|expert|senator|governor|"
    r"[a-z]{2,}(?:er|or|ist|ian|eer|ee))"
)
_NO_PERSONS = (
    r"(?:number|river|water|weather|winter|summer|letter|paper|power|border|order|matter|member|answer|corner|tower|water|centre|"
    r"center|theater|theatre|chapter|quarter|shelter|helicopter|transformer|shower|fever|cover|offer|after|over|under|ever|never|"
    r"other|another|rather|whether|either|together|former|latter|later|earlier|floor|door|motor|sector|factor|error|terror|harbor|"
    r"labor|minor|major|senior|junior|monitor|reactor|tractor|corridor|committee|coffee|list|fist|mist|twist|chamber|bumper|layer|"
    r"charter|disaster|fire|dinner|newer|older|larger|smaller|higher|lower|upper|inner|outer|longer|further|dangerous|november|"
    r"december|october|september|tanker|bunker|container|trailer|ladder|barrier|frontier|carrier|manner|banner|finger|server)"
)
_SUBJECT = re.compile(
    rf"(?:^|[.!?][\"”’)]*\s+|\n)\s*(?:[A-Z][a-z]+ly,?\s|But\s|And\s|Then\s|Yet\s)?(?:[Tt]he|[Aa]n?|[Aa]nother|[Oo]ne|[Hh]is|[Hh]er|"
    rf"[Tt]heir|[Ii]ts)\s+(?:[a-z-]+\s+){{0,2}}?(?!{_NO_PERSONS}\b){_PERSON}\b"
)
# "Police chief Ada Moss" is a person, whatever body stands in the title.
_TITLED = re.compile(rf"\b(?i:{_PERSON}|secretary|sheriff|director|superintendent)\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?$")
_QUOTED = re.compile(r"[“\"«][^”\"»\n]*(?:[”\"»]|$)", re.MULTILINE)
_NAME = re.compile(r"[A-Z][\w’'-]*(?:\.?\s+[A-Z][\w’'-]*)*")
_SCENE = re.compile(
    r"\b(?:in|at|near|across|from|of|on|the|outside|inside|around|for|since|until|before|after|during|last|next|this)\s+$",
    re.IGNORECASE,
)
_PEOPLES = re.compile(
    r"(?:[a-z]ian|[a-z]ish|[a-z]ese|Afghan|German|French|Dutch|Greek|Czech|Swiss|Thai|Iraqi|Israeli|Pakistani|Saudi|Yemeni|Kuwaiti|"
    r"Mexican|American|African|European|Korean|Kazakh|Uzbek|Tajik|Turkmen|Kurdish|Arab|Muslim|Christian|Jewish|Sunni|Shia|Hindu|"
    r"Republican|Democrat|Democratic|Western|Eastern|Northern|Southern|Islamic)s?(?:’s|'s)?"
)
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
_FUNCTION_WORDS = frozenset(
    "the a an this that these those he she it they we i you his her its their our my your in on at by for from to of with "
    "as if when while after before since until but and or yet so then there here now however meanwhile also still even "
    "just only not no nor some many most more several few all both each every other another one two three four five six "
    "seven eight nine ten who what which where why how yesterday today tomorrow later earlier once again instead despite "
    "although though because during under over about among between against without within into through across around near "
    "like unlike according asked nobody everyone everybody someone nothing something everything anyone such".split()
)
_OPPOSITE = {
    "he": re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
}
_ACRONYM_LENGTH = 2
_TITLE_REACH = 40


@dataclass(frozen=True)
class Mention:
    """A speaker where the text last names him: its place, the name, and how it was written there."""

    start: int
    end: int
    name: str
    written: str


def stands_for(text: str, mention: Mention, pronoun: str, start: int) -> bool:
    """True if a pronoun at `start` can mean nobody but the speaker of the mention before it."""
    low = pronoun.lower()
    before = text[max(0, mention.start - _TITLE_REACH) : mention.start]
    title = re.split(r"[.!?;\n”\"]", before)[-1].removesuffix(" ")
    if low != "they" and _is_common_plural(text, mention):
        return False
    if low not in _pronouns(mention.written, title) or low not in ("he", "she", "they", "it"):
        return False
    between = _QUOTED.sub(" ", text[mention.end : start])
    if low in _OPPOSITE and _OPPOSITE[low].search(between):
        return False
    if low in ("he", "she") and _SUBJECT.search(between):
        return False
    own = {word.strip(".’'").removesuffix("’s").removesuffix("'s") for word in mention.written.split()}
    return not any(_competes(text, between, found, own, low) for found in _NAME.finditer(between))


def _is_common_plural(text: str, mention: Mention) -> bool:
    """True for the "Engineers" of a sentence's first word, which no other place shows to be a surname."""
    word = re.escape(mention.written)
    return (
        _MANY.fullmatch(mention.written) is not None and re.search(rf"(?:[a-z,]|\b[MD]rs?\.|\bMs\.)\s+{word}\b", text) is None
    )


def _pronouns(written: str, title: str) -> frozenset[str]:
    """The pronouns that can take up a speaker written so, with a title right before him: "A spokeswoman, Ada Moss"."""
    head = written.split(",", maxsplit=1)[0]
    described = written if not title.endswith(",") else f"{title} {written}"
    for pattern, pronoun in ((_FEMALE, "she"), (_MALE, "he")):
        if pattern.search(described):
            return frozenset({pronoun})
    if (_BODY.search(head) and not _TITLED.search(head)) or (head.isupper() and len(head) >= _ACRONYM_LENGTH):
        return frozenset({"it", "they"})
    if _CROWD.search(head):
        return frozenset({"they"})
    persons = {"he", "she"}
    if _PEOPLES.fullmatch(head.split()[0]) or re.match(r"[Tt]he [A-Z]", head):
        return frozenset(persons | {"it", "they"})
    return frozenset(persons | {"they"} if _MANY.fullmatch(head) else persons)


def _competes(text: str, between: str, found: re.Match[str], own: set[str], pronoun: str) -> bool:
    """True for a name that the pronoun could mean as well."""
    words = [word.strip(".").removesuffix("’s").removesuffix("'s") for word in found.group().split()]
    first_of_sentence = re.search(r"(?:^|[.!?][\"”’)]*\s|\n)\s*$", between[: found.start()]) is not None
    while words and first_of_sentence and _is_common(text, words[0]):
        words, first_of_sentence = words[1:], False
    words = [word for word in words if word.lower() not in _CALENDAR | _FUNCTION_WORDS]
    if not words or set(words) & own or all(_PEOPLES.fullmatch(word) for word in words):
        return False
    if pronoun in ("he", "she"):
        body = _BODY.search(found.group()) is not None or all(word.isupper() for word in words)
        return not body and _SCENE.search(between[: found.start()]) is None
    return True


def _is_common(text: str, word: str) -> bool:
    """True for a word that has its capital only from the start of the sentence."""
    low = word.lower()
    if low in _FUNCTION_WORDS or low.endswith("ly"):
        return True
    return re.search(rf"(?<![\w’'-]){re.escape(low)}(?![\w’'-])", text) is not None


_ANTECEDENT = re.compile(
    r"(?:(?P<name>[A-Z][\w’'-]*(?:\.?\s+[A-Z][\w’'-]*){0,4})|(?P<noun>(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir)\s+"
    r"(?:[\w’'-]+\s+){0,3}[\w’'-]+)),?\s*$"
)


_APPOSITION = re.compile(r"(?P<name>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){1,4}),\s+$")
_ANTECEDENT_REACH = 120


def antecedent(text: str, start: int) -> str | None:
    """The noun or name that stands right before the "who" at `start`; of "Ada Lee, the mayor, who" the name."""
    before = text[max(0, start - _ANTECEDENT_REACH) : start]
    match = _ANTECEDENT.search(before)
    if match is None:
        return None
    named = _APPOSITION.search(before[: match.start()]) if match["noun"] else None
    return named["name"] if named else match.group().strip(" ,\n")
