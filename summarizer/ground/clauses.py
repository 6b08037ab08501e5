"""The stretch of a sentence that is shown: its clause, with whatever turns the clause's meaning.

A clause may be shown alone only where nothing left out denies, doubts, attributes or conditions it. Where that is open,
more is shown, the whole sentence at most.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from summarizer.ground.turning import (
    CONDITIONS,
    DENIALS_AND_SPEECH,
    OPENING_CONDITIONS,
    POINTING,
    TAKEN_BACK,
    TURNING,
    TURNING_PHRASE,
)
from summarizer.text import Span, stripped

Link = Literal["start", "semicolon", "colon", "dash", "quotation", "contrast", "conjunction"]

_EDGE = re.compile(
    r"""
      (?P<semicolon>;\s+)
    | (?P<colon>:\s+)
    | (?P<dash>\s[-–—]+\s+)
    | (?P<quotation>[,.!?]["”’']\s+(?=[^a-z]|\w+\s+(?:said|told|added)))
    | (?P<contrast>,\s+(?=(?:but|while|whereas)\b))
    | (?P<conjunction>
        ,\s+(?=(?:and|which|who|where|when|after|although|though|because|so|yet|or|nor|with)\b))
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"\w+")
_SAYS_AGAIN = frozenset("it they he she said says say claimed reported".split())
_CONTRASTS = frozenset({"but", "though", "although", "while", "whereas", "yet"})
_MIN_WORDS = 6
_FEW_WORDS = 6
_MOST_STEPS = 20
"""A sentence in which one thing leads to the next so many times is shown whole."""
_DEPENDENT = re.compile(
    r"(?:[\"“”‘’'(]|and\b|or\b|nor\b|but\b|also\b|not\b|only\b|\s)*"
    r"(?:that|whether|if|to|how|why|as\s+if|as\s+though|\w+ing|been|being|having)\b",
    re.IGNORECASE,
)
"""How a clause begins that hangs on a verb before it: "that guards struck them", "striking the boys"."""
_MONTH = "May"
_RELATIVE = re.compile(r"(?:which|who|where|when|after|although|though|because|with|while|whereas)\b")
"""How a clause begins that may stand inside another one: "The army, which rejects the report, said"."""
_COORDINATORS = frozenset({"and", "or", "but", "nor"})
_AUXILIARIES = frozenset("has have had is are was were also then later even still again".split())
_QUOTED = re.compile(r"(?:but|while|whereas)\s+[“\"][^“”\"]+[,.!?][”\"]\s*$")
_RESUMED = re.compile(r"[,–—-]\s+[\"“‘'][a-z]")
"""A quotation that goes on in the middle of its sentence."""
_LEFT_OPEN = re.compile(r"\b(?:not|never|n['’]t|did|do|does|so|none|nobody|neither)\W*$", re.IGNORECASE)
"""An answer without its verb: "but they did not"."""


@dataclass(frozen=True)
class _Clause:
    """A stretch between two edges, and how it hangs on the one before."""

    span: Span
    link: Link
    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple("" if word == _MONTH else word.lower() for word in _WORD.findall(self.text))

    def has(self, words: frozenset[str]) -> bool:
        return not words.isdisjoint(self.words)

    @cached_property
    def turns(self) -> bool:
        return self.has(TURNING) or TURNING_PHRASE.search(self.text) is not None

    @property
    def is_dependent(self) -> bool:
        """It hangs on a verb before it, or its own verb of saying has its speaker there ("and said")."""
        says = self.words[:1] and self.words[0] in _COORDINATORS and not DENIALS_AND_SPEECH.isdisjoint(self._next_verb())
        return bool(says) or _DEPENDENT.match(self.text) is not None

    def _next_verb(self) -> tuple[str, ...]:
        return self.words[1:3] if self.words[1:2] and self.words[1] in _AUXILIARIES else self.words[1:2]


def clause_around(text: str, sentence: Span, kernel: Span) -> Span:
    """The clause of the sentence that holds the kernel, with all that turns its meaning.

    It has at least six words where the sentence has them, and never cuts the kernel.
    """
    clauses = _clauses(text, sentence, kernel)
    first = next((i for i, c in enumerate(clauses) if c.span.end > kernel.start), 0)
    last = next((i for i, c in enumerate(clauses) if c.span.end >= kernel.end), len(clauses) - 1)
    for _ in range(_MOST_STEPS):
        reached = _back_to_subject(clauses, *_whole_of_pairs(clauses, first, last), kernel)
        reached = _reach_right(clauses, *_reach_left(clauses, *reached))
        reached = _long_enough(clauses, *reached)
        if reached == (first, last):
            break
        first, last = reached
    else:
        return sentence
    return stripped(text, Span(clauses[first].span.start, clauses[last].span.end)) or sentence


def _clauses(text: str, sentence: Span, kernel: Span) -> list[_Clause]:
    made: list[_Clause] = []
    start, link = sentence.start, "start"
    for match in _EDGE.finditer(text, sentence.start, sentence.end):
        if kernel.start < match.end() < kernel.end:
            continue
        made.append(_Clause(Span(start, match.end()), link, text[start : match.end()]))  # type: ignore[arg-type]
        start, link = match.end(), match.lastgroup or "conjunction"
    made.append(_Clause(Span(start, sentence.end), link, text[start : sentence.end]))  # type: ignore[arg-type]
    return made


def _whole_of_pairs(clauses: list[_Clause], first: int, last: int) -> tuple[int, int]:
    """A sentence that goes on behind what stands between two dashes is shown with it."""
    dashes = [i for i, clause in enumerate(clauses) if clause.link == "dash"]
    pairs = list(zip(dashes[::2], dashes[1::2], strict=False))
    for opening, closing in (*pairs, *reversed(pairs)):
        split = any(clause.link == "semicolon" for clause in clauses[opening:closing])
        if split and not clauses[opening - 1].turns:
            continue
        before, after = first <= opening - 1 <= last, first <= closing <= last
        if before or after:
            first, last = min(first, opening - 1), max(last, closing)
    return first, last


def _back_to_subject(clauses: list[_Clause], first: int, last: int, kernel: Span) -> tuple[int, int]:
    """Behind a clause that stands inside another one, the kernel belongs to what that one began."""
    head = clauses[first]
    inserted = _RELATIVE.match(head.text) and "," in head.text[: max(0, kernel.start - head.span.start)]
    return (first - 1, last) if inserted and first > 0 else (first, last)


def _reach_left(clauses: list[_Clause], first: int, last: int) -> tuple[int, int]:
    """Back to the farthest clause whose denial, doubt, speaker or condition may still hold for the shown one."""
    reached, ended = first, False
    for i in range(first - 1, -1, -1):
        following = clauses[i + 1]
        if not ended and following.is_dependent:
            reached = i
        elif following.link == "semicolon":
            if _voids(clauses[i], following):
                reached = i
            else:
                ended = True
        elif following.link == "contrast" and _is_quoted_apart(clauses, i + 1):
            ended = True
        elif _holds_on(clauses[i], following, ended=ended):
            reached = i
    return reached, last


def _is_quoted_apart(clauses: list[_Clause], place: int) -> bool:
    """A quotation with a speaker of its own behind it: "A said, but “the gate failed,” B said"."""
    if place + 1 >= len(clauses) or clauses[place + 1].link != "quotation":
        return False
    return _QUOTED.match(clauses[place].text) is not None and clauses[place + 1].has(DENIALS_AND_SPEECH)


def _voids(clause: _Clause, following: _Clause) -> bool:
    """What stands before a semicolon still holds for what follows: a condition, a short verdict, or a retraction of it."""
    if _opens_condition(clause) or (len(clause.words) < _FEW_WORDS and clause.turns):
        return True
    return clause.has(TAKEN_BACK) and following.has(_SAYS_AGAIN)


def _holds_on(clause: _Clause, following: _Clause, *, ended: bool) -> bool:
    """What the clause says of the ones behind it holds for them: "Two things are untrue: that …; that …"."""
    if following.link == "colon":
        return True
    if ended:
        return False
    if following.link == "quotation" and _RESUMED.search(following.text):
        return True
    if following.link == "contrast":
        return clause.has(DENIALS_AND_SPEECH | CONDITIONS) or _opens_condition(clause)
    return clause.turns or _opens_condition(clause)


def _opens_condition(clause: _Clause) -> bool:
    return bool(clause.words) and clause.words[0] in OPENING_CONDITIONS


def _reach_right(clauses: list[_Clause], first: int, last: int) -> tuple[int, int]:
    """On to the farthest clause that takes back, doubts, attributes or conditions what is shown."""
    reached = last
    for i in range(last + 1, len(clauses)):
        if _turns_back(clauses[i], is_next=i == reached + 1):
            reached = i
    return first, reached


def _turns_back(clause: _Clause, *, is_next: bool) -> bool:
    if clause.link == "quotation" and is_next and len(clause.words) <= _FEW_WORDS:
        return True
    if not clause.turns:
        return False
    if clause.link in {"dash", "colon", "quotation"} or clause.has(CONDITIONS):
        return True
    if not is_next:
        return False
    short = len(clause.words) < _FEW_WORDS
    if clause.words[0] in _CONTRASTS and clause.has(DENIALS_AND_SPEECH):
        return True
    return short or clause.has(POINTING) or _LEFT_OPEN.search(clause.text) is not None


def _long_enough(clauses: list[_Clause], first: int, last: int) -> tuple[int, int]:
    while sum(len(c.words) for c in clauses[first : last + 1]) < _MIN_WORDS:
        if last < len(clauses) - 1:
            last += 1
        elif first > 0:
            first -= 1
        else:
            break
    return first, last
