"""Which pairs of an added article are weighed: in so few calls, those first that a reader named or that are in conflict.

An added statement that differs from one side of a finding is held against the other side too: whether it agrees with that
one tells if it says anything new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.comparison.adding.known import Known, Touched
from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.checks.figures import apart
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.weighing.questions import Key, Pairing, Question
from summarizer.comparison.weighing.ranking import BATCH, Weighable, weighable
from summarizer.terms import EXPLAINED

_ARTICLES_A_CALL = 3
"""One call that weighs is for so many added articles."""


@dataclass(frozen=True)
class Chosen:
    """What is weighed.

    Attributes:
        pairs: of the questions that are weighed.
        opposites: for some of them, by the question's identity, the pair with the other side of the finding it stands beside.
    """

    pairs: tuple[Weighable, ...]
    opposites: dict[int, Weighable]

    @property
    def every(self) -> list[Weighable]:
        """All pairs."""
        return [*self.pairs, *self.opposites.values()]


def calls_for(added: int) -> int:
    """How many calls at most weigh what so many added articles bring."""
    return -(-added // _ARTICLES_A_CALL)


def choose(touched: Sequence[Touched], story: Story, since: int) -> Chosen:
    """The pairs to weigh: one for each question, all that readers named, the opposites, and then as much as there is room for.

    Hints of code that no reader named come last.
    """
    room = BATCH * calls_for(len(story.summaries) - since)
    questions = [one.question for one in touched if one.question.pairings]
    named = [question for question in questions if question.proposed or question.is_conflict]
    ranked = weighable(named, story, room)
    first = list({id(pair.question): pair for pair in reversed(ranked)}.values())[::-1]
    pairs = _each_once([*first, *_named_in(first)])[:room]
    opposites = _opposites(pairs, touched, story, since)
    opposites = dict(list(opposites.items())[: room - len(pairs)])
    hints = [question for question in questions if not (question.proposed or question.is_conflict)]
    further = _each_once([*pairs, *ranked, *weighable(hints, story, room)])
    return Chosen(tuple(further[: room - len(opposites)]), opposites)


def _named_in(pairs: Sequence[Weighable]) -> list[Weighable]:
    """All pairs of these questions that a reader named: where two questions were taken for one, both are weighed."""
    return [Weighable(pair.question, other) for pair in pairs for other in pair.question.pairings if other.asked]


def _each_once(pairs: Sequence[Weighable]) -> list[Weighable]:
    """Each pair of statements once for a question."""
    first: dict[tuple[int, Key], Weighable] = {}
    for pair in pairs:
        first.setdefault((id(pair.question), pair.pairing.key), pair)
    return list(first.values())


def _opposites(pairs: Sequence[Weighable], touched: Sequence[Touched], story: Story, since: int) -> dict[int, Weighable]:
    """For the first pair of each question that a finding answers too the pair with that finding's other side.

    Returns:
        By the identity of the question; none for one that is explained, and none for a pair that is weighed anyway.
    """
    by_question = {id(one.question): one for one in touched}
    weighed = {pair.pairing.key for pair in pairs}
    found: dict[int, Weighable] = {}
    for pair in pairs:
        one = by_question[id(pair.question)]
        if one.beside is None or id(one.question) in found or one.beside.finding.verdict in EXPLAINED:
            continue
        turned = _opposite(pair.pairing, one.beside, story, since)
        if turned is not None and turned.key not in weighed:
            same = [p for p in pair.question.pairings if p.key == turned.key]
            found[id(one.question)] = Weighable(Question([turned, *same]), turned)
    return found


def _opposite(pairing: Pairing, known: Known, story: Story, since: int) -> Pairing | None:
    """The added statement of a pair, beside that of the finding's two which the other one is not, or is less like."""
    added = pairing.left if pairing.left.article >= since else pairing.right
    other = pairing.right if added is pairing.left else pairing.left
    if other.article >= since:
        return None
    place = 0 if pairing.left is added else 1
    figures, theirs = pairing.figures, known.pairing.figures
    sides = (known.pairing.left, known.pairing.right)
    if other.index in (sides[0].index, sides[1].index):
        far = 1 if other.index == sides[0].index else 0
    elif figures and theirs:
        far = 0 if apart(figures[1 - place], theirs[0]) is True else 1
    else:
        far = _less_like(other, sides, story)
    both = (figures[place], theirs[far]) if figures and theirs else None
    return Pairing(pairing.kind, added, sides[far], pairing.asked or known.pairing.asked, figures=both)


def _less_like(row: Row, sides: tuple[Row, Row], story: Story) -> int:
    likeness = [story.statements.of(row.index, side.index) for side in sides]
    return 0 if likeness[0] < likeness[1] else 1
