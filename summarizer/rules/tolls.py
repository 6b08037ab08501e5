"""What befell the people a figure counts, told from the words around it: "killed at least 22", "22 dead"."""

from __future__ import annotations

import re

from summarizer.quantities import Quantity, convert
from summarizer.rules.families import FAMILIES, Family, is_beast, names_things
from summarizer.rules.sentence import Sentence

_STOPS = re.compile(
    r"[;:()\[\]“”\"]|[.!?](?=\s|$)|\b(?:and|or|while|but|when|as|after|before|that|which|said|says|say|told|according|"
    r"including|among|since|because|where)\b",
    re.IGNORECASE,
)
_AFTER_WORDS = 7
_BEFORE_WORDS = 4
_LINK = re.compile(
    r"^\W*(?:by|in|on|at|during|with|from|near|for|to|into|over|within|of|who|that|after|before|when|his|her)\b", re.IGNORECASE
)
_WHO = re.compile(r"^\W*who(?:\W+(?:had|have|were|was|are))?\W+(?:\w+ly\W+)?$", re.IGNORECASE)
"""What the words behind say is then said of those counted ("the 22 people who died")."""
_BETWEEN_STOP = re.compile(
    r"[.;:()“”\"]|\b(?:by|in|on|at|during|with|from|near|for|to|into|over|within|of|who|that|after|before|when|as|and|"
    r"or|including|said|were|was|have|had)\b",
    re.IGNORECASE,
)
_TOLL = re.compile(
    r"\b(?:death toll|number of [^.;:“”\"]{0,30}?\b(?:dead|deaths|died|killed|victims|fatalities)|"
    r"(?:the|official|final|overall|"
    r"new) toll|toll)\b(?P<between>[^.;:“”\"]{0,70})$",
    re.IGNORECASE,
)
_TOLL_REACH = re.compile(
    r"\b(?:to|at|of|is|was|stands|reached|reaches|hits?|topp?(?:ed|ing|s)|past|put|exceed(?:ed|s)?)\W*$", re.IGNORECASE
)
_INCLUDING = re.compile(
    r"^[^.;:“”\"]{0,40}\b(?:including|among them|among whom|included|of them|of whom|include)\W*(?:\w+\W+)?$", re.IGNORECASE
)
_ALSO = re.compile(r"^(?:\W+(?:\w+\W+){0,2}?)?(?:and|as well as|plus|,)(?:\W+(?:another|also|some))?\W*$", re.IGNORECASE)
_JOINED = re.compile(r"^\W*(?:and|or|&)\W+(?:\w+ly\W+)?", re.IGNORECASE)
_LEADS_ON = re.compile(
    r"[\W]*(?:and|or|including|among them|(?:(?:was|were|is|are)\s+)?among\s+(?:the|those))?[\W]*", re.IGNORECASE
)
_OBJECT = re.compile(r"^\s+(?:the|an?|his|her|him|them|their|its|this|that)\b", re.IGNORECASE)
_WERE = re.compile(
    r"\b(?:was|were|been|being|be|are|is|has|have|had|left|reported|feared|confirmed|got|people|persons|others|more)\W+(?:\w+ly\W+)?$",
    re.IGNORECASE,
)
_BEASTS = re.compile(r"(?:dead|wounded|injured|missing|killed)\W+(?P<noun>[a-z]+)")
_DENIED = re.compile(r"(?:\b(?:not|never|neither)|n[’'\u2019]t)\W+(?:\w+\W+){0,2}$")
_ACTIVE = re.compile(
    r"killed|wounded|injured|rescued|saved|arrested|detained|executed|murdered|massacred|beheaded", re.IGNORECASE
)


def tolls(sentence: Sentence) -> list[tuple[str, ...]]:
    """For each figure of the sentence the families it counts; empty where no word tells one."""
    kinds: list[tuple[str, ...]] = []
    for index, figure in enumerate(sentence.figures):
        kinds.append(_own(sentence, index) if _counts_people(figure) else ())
        if not kinds[index] and index and _counts_people(figure):
            kinds[index] = _inherited(sentence, index, kinds[index - 1])
    for index in reversed(range(len(kinds) - 1)):
        if not kinds[index] and _counts_people(sentence.figures[index]) and _leads_on(sentence, index):
            kinds[index] = kinds[index + 1]
    return kinds


def _counts_people(figure: Quantity) -> bool:
    dimension = convert(figure).dimension
    return (dimension == "number" or dimension.startswith("count:")) and not names_things(figure.unit)


def _own(sentence: Sentence, index: int) -> tuple[str, ...]:
    """What the figure's own noun, the words behind it or those before it say."""
    figure = sentence.figures[index]
    head = (figure.unit or "").rpartition(" ")[2]
    told = _after(sentence, index) or _before(sentence, index)
    if told or is_running(sentence, index):
        return told or ("killed",)
    return tuple(family.name for family in FAMILIES if head in family.nouns)


def _after(sentence: Sentence, index: int) -> tuple[str, ...]:
    """What the words behind say: "22 people were killed", "22 dead"; not "30 soldiers killed 5 rebels"."""
    right = sentence.right_of(index)
    stop = _STOPS.search(right)
    near = _first_words(right[: stop.start()] if stop else right, _AFTER_WORDS)
    hits = [(m.start(), m.end(), f) for f in FAMILIES if (m := f.after.search(near))]
    if not hits:
        return ()
    start, end, family = min(hits, key=lambda hit: hit[0])
    beasts = _BEASTS.match(near.lstrip())
    if beasts is not None and is_beast(beasts["noun"]):
        return ()
    if _LINK.match(near[:start]) and not _WERE.search(near[:start]) and not _WHO.match(near[:start]):
        return ()
    if _is_active(sentence, index, right, start, end) or _DENIED.search(near[:start]):
        return ()
    return (family.name, *_joined(right[end:], family))


def _joined(rest: str, first: Family) -> tuple[str, ...]:
    """The second family of "killed or injured" where no number of its own follows."""
    link = _JOINED.match(rest)
    if link is None:
        return ()
    return tuple(f.name for f in FAMILIES if f is not first and f.after.match(rest, link.end()) and rest[link.end() :].strip())


def _is_active(sentence: Sentence, index: int, right: str, start: int, end: int) -> bool:
    """Those counted did it to others: an object follows the bare past form."""
    if not _ACTIVE.fullmatch(right[start:end]) or _WERE.search(right[:start]):
        return False
    if _OBJECT.match(right[end:]):
        return True
    followed = not right[end:].strip() and index + 1 < len(sentence.figures)
    return followed and not any(f.after.search(_first_words(sentence.right_of(index + 1), 3)) for f in FAMILIES)


def _before(sentence: Sentence, index: int) -> tuple[str, ...]:
    """What the words before say: "killed at least 22 civilians", "claimed the lives of 12", "killed or wounded 40"."""
    left = sentence.left_of(index)
    hits = [(m.start(), m.end(), f) for f in FAMILIES for m in f.before.finditer(left)]
    if not hits:
        return ()
    start, end, family = max(hits, key=lambda hit: hit[1])
    between = left[end:]
    if _BETWEEN_STOP.search(between) or "," in between or len(between.split()) > _BEFORE_WORDS:
        return ()
    joined = [f.name for s, e, f in hits if f is not family and _JOINED.fullmatch(left[e:start])]
    return (*joined, family.name)


def is_running(sentence: Sentence, index: int) -> bool:
    """The figure is the level of a toll ("the death toll rose to 22"), which holds when it is written."""
    match = _TOLL.search(sentence.left_of(index))
    return match is not None and _TOLL_REACH.search(match["between"]) is not None


def _inherited(sentence: Sentence, index: int, before: tuple[str, ...]) -> tuple[str, ...]:
    """A part of the figure before it ("including four children"), or one more behind the same verb ("and two guards")."""
    left = sentence.left_of(index)
    link = _INCLUDING.match(left) or _ALSO.match(left)
    return before if link else ()


def _leads_on(sentence: Sentence, index: int) -> bool:
    """What is said of the next figure holds for this one: "three boys and two women were killed"."""
    return _LEADS_ON.fullmatch(sentence.right_of(index)) is not None


def _first_words(text: str, most: int) -> str:
    match = re.match(rf"(?:\s*\S+){{0,{most}}}", text)
    return match.group() if match else ""
