"""What differs between two wordings of one speaker's words, and whether it changes what was said. Pure."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from summarizer.comparison.checks.alignment import Step, blocks, steps
from summarizer.comparison.meeting.similar import stems
from summarizer.quantities import find_quantities
from summarizer.text import words

NEGATIONS = frozenset("no not never none nobody nothing neither nor without cannot t".split())
"""As the words of a folded text: "couldn't" is "couldn" and "t"."""
_TENSES = {
    **dict.fromkeys("is are am 's has have does do".split(), "present"),
    **dict.fromkeys("was were had did".split(), "past"),
    **dict.fromkeys("will shall".split(), "future"),
    **dict.fromkeys("would could should might may can must".split(), "conditional"),
}
_PERFECT = frozenset("have has had ve".split())
_AUXILIARIES = _PERFECT | frozenset(
    "a an the is are am was were be been being do does did will would shall say says said s re ll d m".split()
)
"""Words that another tense of the same statement adds or changes."""
_MODALS = {"could": "can", "might": "may"}
NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred thousand million billion".split()
)
_NUMERIC = NUMBERS - {"one"}
_HEDGES = re.compile(
    r"\b(?:reportedly|allegedly|alleged|apparently|possibly|perhaps|probably|likely|at least|at most|about|around|roughly|"
    r"nearly|almost|some(?= \d)|"
    r"up to|more than|fewer than|less than|over(?= \d)|may|might|could|appears?|seems?|suspected|believed|"
    r"thought to|said to|feared|unconfirmed|preliminary|estimated|according to|claims?|claimed)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w’'-]+")
_CUT_OFF = re.compile(r"(\w) (t|s|re|ve|ll|d|m)\b")
SENSE = frozenset({"a number", "a negation", "a name"})
"""Changes of a quotation after which the speaker says something else."""
_SHORT = 3
_MOST_SHOWN = 3
_KEPT = 65536
"""Pairs of wordings of which what differs is kept: each is asked for by a check, by its verdict and by its severity."""


@dataclass(frozen=True)
class Change:
    """One change of meaning: what it is ("a number", "a negation", …) and the words on either side, which may be none."""

    what: str
    left: str
    right: str

    def __str__(self) -> str:
        if self.left and self.right:
            return f"{self.what}: “{self.left}” against “{self.right}”"
        return f"{self.what}: only one has “{self.left or self.right}”"


def differing(left: str, right: str) -> str:
    """The words that only one of two wordings has, between the first and the last shared ones: “had” against “has”."""
    a, b = words(left), words(right)
    steps = [(a[i:j], b[k:m]) for tag, i, j, k, m in _steps(a, b) if tag != "equal"]
    return "; ".join(_step(_told(x), _told(y)) for x, y in steps[:_MOST_SHOWN]) or "their length"


def _told(tokens: list[str]) -> str:
    """The words as they are written: "couldn't", not "couldn t"."""
    return _CUT_OFF.sub(r"\1'\2", " ".join(tokens))


def _step(left: str, right: str) -> str:
    return f"“{left}” against “{right}”" if left and right else f"“{left or right}” in one alone"


def change(left: str, right: str, *, whole: bool = False) -> Change | None:
    """The first change of a number, a name, a negation or a tense; None where only other words stand.

    What one wording has before or behind the part that both give is a longer quotation, not a change; where both are
    `whole` sentences, it is one if both have something there.
    """
    return _changes(left, right)[whole]


def sentence_change(left: str, right: str) -> Change | None:
    """The same for two whole sentences that are laid side by side once: it is not kept."""
    a, b = words(left), words(right)
    return _first_change(_between(steps(a, b), whole=True), (a, b), _names(left) | _names(right)) if a != b else None


@functools.lru_cache(maxsize=_KEPT)
def _changes(left: str, right: str) -> tuple[Change | None, Change | None]:
    """The first change inside what both wordings give, and the first one where both are whole."""
    a, b = words(left), words(right)
    if a == b:
        return None, None
    names = _names(left) | _names(right)
    made = steps(a, b)
    inside, whole = (_first_change(_between(made, whole=whole), (a, b), names) for whole in (False, True))
    return inside, whole


@functools.lru_cache(maxsize=16384)
def _names(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _NAME.findall(text))


def _first_change(between: list[Step], sides: tuple[list[str], list[str]], names: frozenset[str]) -> Change | None:
    for tag, i, j, k, m in between:
        left, right = sides[0][i:j], sides[1][k:m]
        found = _kind(left, right, names) if tag != "equal" else None
        if found:
            return Change(found, _told(left), _told(right))
    return None


def sense_change(left: str, right: str) -> Change | None:
    """The first change inside what both wordings give, else another number at their beginning or end."""
    inside = change(left, right)
    if inside is not None:
        return inside
    at_an_end = change(left, right, whole=True)
    return at_an_end if at_an_end is not None and at_an_end.what == "a number" else None


def is_drift(left: str, right: str) -> bool:
    """The same words in another tense or form: no number, name or negation differs, and no other word but an auxiliary.

    What only one wording has more of, behind or before the shared part, counts as no difference.
    """
    changed = change(left, right, whole=True)
    if changed is not None and changed.what != "a tense":
        return False
    a, b = words(left), words(right)
    steps = _steps(a, b, whole=True)
    replaced = [(_content(a[i:j]), _content(b[k:m])) for tag, i, j, k, m in steps if tag != "equal"]
    return bool(steps) and all(x == y for x, y in replaced)


def _content(tokens: list[str]) -> set[str]:
    """Stems of all words but articles and the auxiliaries of tense; what may, can, must or should be is another sense."""
    kept = (_MODALS.get(token, token) for token in tokens if token not in _AUXILIARIES)
    return {stem for token in kept for stem in stems(token) or [token]}


def hedges(text: str) -> frozenset[str]:
    """The words of caution in a text, folded."""
    return frozenset(match.group().lower() for match in _HEDGES.finditer(text))


@functools.lru_cache(maxsize=_KEPT)
def shared(left: str, right: str) -> float:
    """Share of the shorter wording that stands in the other, in order."""
    a, b = words(left), words(right)
    return sum(size for _, _, size in blocks(a, b)) / max(1, min(len(a), len(b)))


def _steps(a: list[str], b: list[str], *, whole: bool = False) -> list[Step]:
    """The steps from one wording to the other, without those before the first and behind the last shared words.

    Where both are `whole`, only what one of them alone has there is left out.
    """
    return _between(steps(a, b), whole=whole)


def _between(made: list[Step], *, whole: bool) -> list[Step]:
    equal = [n for n, step in enumerate(made) if step[0] == "equal"]
    if not equal:
        return []
    return [s for n, s in enumerate(made) if equal[0] <= n <= equal[-1] or (whole and s[0] == "replace")]


def _kind(left: list[str], right: list[str], names: frozenset[str]) -> str | None:
    """What kind of change this is; None if only wording."""
    if _numbers(left) != _numbers(right):
        return "a number"
    if bool(NEGATIONS & set(left)) != bool(NEGATIONS & set(right)):
        return "a negation"
    if any(_other_name(a, b) for a in set(left) & names for b in set(right) & names):
        return "a name"
    tenses = [{_TENSES[w] for w in side if w in _TENSES} for side in (left, right)]
    if all(tenses) and not tenses[0] & tenses[1]:
        return "a tense"
    return "a tense" if _is_perfect(left, right) or _is_perfect(right, left) else None


def _is_perfect(left: list[str], right: list[str]) -> bool:
    """Only the first has an auxiliary of the perfect, and both have the same verb ("have joined" and "join")."""
    if not _PERFECT & set(left) or _PERFECT & set(right):
        return False
    verbs = [{stem for word in side if word not in _PERFECT for stem in stems(word)} for side in (left, right)]
    return bool(verbs[0] & verbs[1])


def _other_name(left: str, right: str) -> bool:
    """Two names, neither of them so short that it may be the other's short form ("IS" and "ISIS")."""
    return min(len(left), len(right)) > _SHORT and left not in right and right not in left


def _numbers(tokens: list[str]) -> frozenset[object]:
    """The values, so that "40" and "forty" are one number; a lone "one" is seldom a number."""
    numeric = [t for t in tokens if t[0].isdigit() or t in _NUMERIC]
    return _values(" ".join(numeric)) if numeric else frozenset()


@functools.lru_cache(maxsize=8192)
def _values(numerals: str) -> frozenset[object]:
    return frozenset((q.low, q.high) for q in find_quantities(numerals))
