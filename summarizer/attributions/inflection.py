"""The inflected forms of English verbs, as far as reporting verbs need them."""

from __future__ import annotations

from collections.abc import Iterator

# lemma: third person, past, participle, "-ing".
_IRREGULAR = {
    "bring": "brings brought brought bringing",
    "feel": "feels felt felt feeling",
    "find": "finds found found finding",
    "forget": "forgets forgot forgotten forgetting",
    "go": "goes went gone going",
    "hear": "hears heard heard hearing",
    "hit": "hits hit hit hitting",
    "know": "knows knew known knowing",
    "lay": "lays laid laid laying",
    "make": "makes made made making",
    "put": "puts put put putting",
    "read": "reads read read reading",
    "say": "says said said saying",
    "see": "sees saw seen seeing",
    "seek": "seeks sought sought seeking",
    "show": "shows showed shown showing",
    "sing": "sings sang sung singing",
    "speak": "speaks spoke spoken speaking",
    "shoot": "shoots shot shot shooting",
    "take": "takes took taken taking",
    "come": "comes came come coming",
    "swear": "swears swore sworn swearing",
    "tell": "tells told told telling",
    "think": "thinks thought thought thinking",
    "understand": "understands understood understood understanding",
    "write": "writes wrote written writing",
}
_DOUBLED = frozenset(
    {"admit", "beg", "brag", "dub", "fret", "plan", "quip", "rebut", "refer", "slam", "snap", "sum", "tip", "grin"}
)
_VOWELS = "aeiou"


def inflect(lemma: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb with their shapes: "base", "s", "past", "participle" and "ing"."""
    irregular = _IRREGULAR.get(lemma)
    forms = irregular.split() if irregular else [_third(lemma), _past(lemma), _past(lemma), _ing(lemma)]
    yield lemma, "base"
    yield from zip(forms, ("s", "past", "participle", "ing"), strict=True)


def _ends_in_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2] not in _VOWELS


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if _ends_in_y(lemma) else lemma + "s"


def _past(lemma: str) -> str:
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ed"
    if lemma.endswith("e"):
        return lemma + "d"
    return lemma[:-1] + "ied" if _ends_in_y(lemma) else lemma + "ed"


def _ing(lemma: str) -> str:
    if lemma in _DOUBLED:
        return lemma + lemma[-1] + "ing"
    return lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith("ee") else lemma + "ing"
