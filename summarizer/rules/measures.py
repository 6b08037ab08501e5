"""What a figure counts or measures, in the words that `compare.similar` understands.

Where the sentence does not say what happened to the things counted, the measure is the counted noun alone: such a
measure is too little for a conflict, and the comparison knows it by its single word.
"""

from __future__ import annotations

import re

from summarizer.quantities import Quantity, convert
from summarizer.rules.sentence import Sentence
from summarizer.rules.tolls import tolls

_PASSIVE = re.compile(
    r"^(?!.{0,25}\band\b)[^.,;:()“”\"]{0,25}?\b(?:was|were|(?:has|have|had) been|(?:is|are) being|are|is)\s+(?:\w+ly\s+)?"
    r"(?P<verb>[a-z]{2,}(?:ed|en)|"
    r"hit|lost|cut|sold|bought|built|shot down|sunk|held|made|found|seen|sent|set|put|left|told|given)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"^\s+(?P<verb>destroyed|damaged|seized|captured|launched|fired|burned|burnt|recovered)\b", re.IGNORECASE
)
_ACTIVE = re.compile(
    r"\b(?P<verb>[a-z]{2,}ed|hit|lost|cut|sold|bought|built|sank|shot down|found|sent)\s+(?:\w+ly\s+|the\s+|another\s+|"
    r"up\s+)?$",
    re.IGNORECASE,
)
_RATED = re.compile(
    r"(?P<name>(?:[A-Za-z][\w'’-]*\s+){0,3}(?:rates?|prices?|inflation|growth|GDP|unemployment|index|sales|profits?|revenues?|"
    r"turnout|exports?|imports?|wages?|deficit|debt|costs?|earnings|income|output|shares?|stake|yields?|population|losses|loss|"
    r"budget|fine|ransom|bail|damages?|speed|temperatures?|depth|height|length|distance|magnitude))\b(?P<between>[^.;:()“”\"]{0,60})$",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"^\s+(?:away\s+)?(?:short of|from|off|north of|south of|east of|west of|outside)\s+(?:the\s+)?"
    r"(?:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*|[a-z]+)"
)
_LEVEL = re.compile(r"\b(?:to|at|of|is|was|were|are|hit|reached|stood|reaching|hitting)\W*$", re.IGNORECASE)
_FILLER = frozenset(
    "the a an its their his her our this that of in on at for and or but with by to from as said while new".split()
)
_SPOKEN = frozenset(
    "said told added reported asked called confirmed announced noted claimed warned stated based united".split()
)
_NOBODY_NAMED = frozenset(
    {"people", "other", "person", "dead", "body", "corpse", "death", "fatality", "injury", "wounded", "casualty"}
)


def measures(sentence: Sentence) -> list[str]:
    """The measure of each figure of the sentence, in their order."""
    return [_measure(sentence, index, kinds) for index, kinds in enumerate(tolls(sentence))]


def _measure(sentence: Sentence, index: int, kinds: tuple[str, ...]) -> str:
    figure = sentence.figures[index]
    if kinds:
        return f"{_whom(figure)} {' and '.join(kinds)}"
    if _is_count(figure):
        return _happening(sentence, index) or counted(figure)
    return _distance(sentence.right_of(index), figure) or _rated(sentence.left_of(index), figure) or counted(figure)


def _is_count(figure: Quantity) -> bool:
    return convert(figure).dimension.startswith("count:")


def _whom(figure: Quantity) -> str:
    """Those counted as the figure names them; "people" where it names nobody in particular."""
    head = (figure.unit or "person").rpartition(" ")[2]
    return "people" if head in _NOBODY_NAMED else counted(figure)


def counted(figure: Quantity) -> str:
    """The counted noun or the unit as written in the figure, in lower case; "number" where there is none."""
    if figure.unit is None:
        return "number"
    if not _is_count(figure):
        return "age" if figure.unit.endswith(" of age") else figure.unit
    written = re.findall(r"[\w'’-]+", figure.text)[-len(figure.unit.split()) :]
    return figure.unit if any(word[0].isdigit() for word in written) else " ".join(written).lower()


def _happening(sentence: Sentence, index: int) -> str | None:
    """Noun and verb: "houses destroyed"."""
    right, left = sentence.right_of(index), sentence.left_of(index)
    match = _PASSIVE.match(right) or _PARTICIPLE.match(right) or _ACTIVE.search(left)
    if match is None or match["verb"].lower() in _SPOKEN:
        return None
    return f"{counted(sentence.figures[index])} {match['verb'].lower()}"


def _distance(right: str, figure: Quantity) -> str | None:
    """What lies at the other end: "distance short of Eskavar"."""
    match = _AWAY.match(right) if convert(figure).dimension == "length" else None
    return f"distance {' '.join(match.group().split())}" if match else None


def _rated(left: str, figure: Quantity) -> str | None:
    """The rate, price or amount that the sentence names before the figure: "unemployment rate"."""
    match = _RATED.search(left)
    if match is None:
        return None
    words = match["name"].split()
    kept = words[max((i + 1 for i, w in enumerate(words) if w.lower() in _FILLER), default=0) :]
    level = figure.direction is None or _LEVEL.search(left)
    return " ".join([*kept, *([] if level else ["change"])]) or None
