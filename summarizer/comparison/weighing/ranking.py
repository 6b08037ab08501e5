"""Which questions are weighed first, through which two statements, and how many at all. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.checks.figures import apart
from summarizer.comparison.meeting.standing import Standing
from summarizer.comparison.weighing.questions import Pairing, Question

BATCH = 20
"""Pairs in one call: with more of them a reader gives each less thought."""
MOST_OF_ONE = 3
"""Pairs of one question, where its statements give more than two answers."""
_CALLS_OF_SMALL = 0.5
_CALLS_OF_LARGE = 0.25
_LARGE = 20
"""Comparing costs so many calls an article: half a call in a small story, a quarter from twenty articles on."""


@dataclass(frozen=True, eq=False)
class Weighable:
    """One pair of statements to be weighed, and the question it belongs to."""

    question: Question
    pairing: Pairing


@dataclass(frozen=True)
class Room:
    """How much may be weighed.

    Attributes:
        pairs: to weigh; calls_again: calls in which pairs may be weighed a second time.
    """

    pairs: int
    calls_again: int


def room_of(articles: int, readings: int) -> Room:
    """The room in a story whose table took so many readings: of three or more calls that are left one in four is for doubts."""
    share = _CALLS_OF_LARGE if articles >= _LARGE else _CALLS_OF_SMALL
    left = int(share * articles) - readings
    again = max(0, left + 1) // 4
    return Room(BATCH * max(1, left - again), max(1, again))


def weighable(questions: Sequence[Question], story: Story, most: int) -> list[Weighable]:
    """The pairs to weigh, the weightiest first: one for each question, then, as far as there is room, further ones."""
    standing = Standing(story.rows, story.summaries)
    ranked = sorted(questions, key=lambda q: _rank(q, standing))
    chosen = [(question, *_sharpest(question, standing)) for question in _with_room_for_both(ranked, most)]
    first = [Weighable(question, shown[0]) for question, shown, _ in chosen]
    other_values = [Weighable(question, pairing) for question, shown, _ in chosen for pairing in shown[1:MOST_OF_ONE]]
    same_values = [Weighable(question, p) for question, _, rest in chosen for p in rest if p.is_conflict]
    return [*first, *other_values, *same_values][:most]


def _with_room_for_both(ranked: Sequence[Question], most: int) -> list[Question]:
    """What code alone found takes at most a quarter of the room where readers proposed more than the rest."""
    found = [question for question in ranked if not question.proposed]
    proposed = [question for question in ranked if question.proposed]
    room_for_found = max(most - len(proposed), most // 4)
    kept = {id(question) for question in [*found[:room_for_found], *proposed]}
    return [question for question in ranked if id(question) in kept][:most]


def _rank(question: Question, standing: Standing) -> tuple[int, bool, int, float, tuple[int, int]]:
    """Conflicts, those that were proposed first; proposals, background last, in their readers' order; hints."""
    rows = question.rows()
    background = all(standing.is_background(row) for row in rows)
    place = min((p.place for p in question.pairings if p.asked), default=0)
    kind = 0 if question.is_conflict and question.proposed else 1 if question.is_conflict else 2 if question.proposed else 3
    depth = min(standing.depth(p.left) + standing.depth(p.right) for p in question.pairings)
    return kind, background, place, depth, question.pairings[0].key


def _sharpest(question: Question, standing: Standing) -> tuple[list[Pairing], list[Pairing]]:
    """The pairs through which a question is weighed, the sharpest first, each with other values; and what is left."""
    shown: list[Pairing] = []
    rest: list[Pairing] = []
    for pairing in sorted(question.pairings, key=lambda p: _blunt(p, question, standing)):
        if any(pairing.key == other.key for other in (*shown, *rest)):
            continue
        (rest if any(_is_alike(pairing, other) for other in shown) else shown).append(pairing)
    return shown, rest


def _blunt(pairing: Pairing, question: Question, standing: Standing) -> tuple[bool, bool, int, float, tuple[int, int]]:
    """The lower, the sharper: a conflict, between two articles, proposed often, standing high."""
    times = sum(other.key == pairing.key for other in question.pairings)
    depth = standing.depth(pairing.left) + standing.depth(pairing.right)
    return not _conflicts(pairing, question), pairing.left.article == pairing.right.article, -times, depth, pairing.key


def _conflicts(pairing: Pairing, question: Question) -> bool:
    return any(other.is_conflict for other in question.pairings if other.key == pairing.key)


def _is_alike(pairing: Pairing, shown: Pairing) -> bool:
    """The pair lays no other values side by side than one that is shown, or shares a statement with it."""
    if pairing.figures and shown.figures:
        return all(any(apart(a, b) is not True for b in shown.figures) for a in pairing.figures)
    return bool({pairing.left.index, pairing.right.index} & {shown.left.index, shown.right.index}) or not pairing.is_conflict
