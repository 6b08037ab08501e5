"""One question each: what readers proposed and what code found is merged before anything is paid for. Pure.

Two proposals are one question where they share their statements, or the figures, the denial or the words they are about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.comparison.alone.asking import asked_figure
from summarizer.comparison.checks.candidates import Candidate, Story
from summarizer.comparison.checks.figures import SAME_MEASURE, measures_alike
from summarizer.comparison.checks.occasions import wording
from summarizer.comparison.checks.pairs import Found
from summarizer.comparison.judge import Requests
from summarizer.comparison.meeting.groups import Groups
from summarizer.comparison.meeting.similar import measure_key, same_measure, stems
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.weighing.counting import SAME_TOLD, Counts
from summarizer.comparison.weighing.proposing import Proposal
from summarizer.schema import Figure
from summarizer.terms import FindingKind, Modality

_SAME_ASKED = 0.6
"""Share of the words of the shorter question that must stand in the other one where only one statement is shared."""
_SURELY_ASKED = 0.75
"""The same where no statement is shared, or the kinds differ."""
_SAME_DENIAL = 0.3
_SAME_WORDS = 0.75
_MANY = 50
"""Of more pairs of figures than this those are looked up that may count one thing."""
VALUES = frozenset({FindingKind.QUANTITY, FindingKind.DATE})
"""Kinds of which one pair of statements can hold several."""
Key = tuple[int, int]


@dataclass(frozen=True, eq=False, slots=True)
class Pairing:
    """Two statements to lay side by side, and what code found in them, if anything.

    Attributes:
        asked: the question a reader put; None if code alone found it.
        place: its place in the order that its reader gave, from 0.
        figures: the two figures it is about, where it is about figures.
        requests: which got the answer that proposes it.
    """

    kind: FindingKind
    left: Row
    right: Row
    asked: str | None = None
    others: tuple[Row, ...] = ()
    candidate: Candidate | None = None
    place: int = 0
    figures: tuple[Figure, Figure] | None = None
    requests: Requests = ()

    @property
    def found(self) -> Found | None:
        """What code found."""
        return self.candidate.found if self.candidate else None

    @property
    def counted(self) -> str | None:
        """The question that its figures answer; None where it is about no figures."""
        if self.figures is None:
            return None
        left, right = self.figures
        return asked_figure((self.left, left), (self.right, right))

    @property
    def key(self) -> Key:
        """Its two rows, in table order."""
        first, second = self.left.index, self.right.index
        return (first, second) if first <= second else (second, first)

    @property
    def is_conflict(self) -> bool:
        """Code found that both cannot hold, if they speak of one matter."""
        return self.candidate is not None and self.candidate.found.conflict


@dataclass(eq=False)
class Question:
    """Everything that is one question.

    Attributes:
        pairings: the proposals and candidates that it came from.
    """

    pairings: list[Pairing] = field(default_factory=list)

    @property
    def asked(self) -> str | None:
        """The question as a reader put it: that of the proposal which stands for most statements."""
        asked = [p for p in self.pairings if p.asked]
        best = max(asked, key=lambda p: (len(p.others), -p.key[0], -p.key[1]), default=None)
        return best.asked if best else None

    @property
    def candidates(self) -> list[Candidate]:
        """What code found in it."""
        return [p.candidate for p in self.pairings if p.candidate]

    @property
    def requests(self) -> Requests:
        """The requests whose answers proposed it, each once."""
        return tuple(dict.fromkeys(request for p in self.pairings for request in p.requests))

    @property
    def proposed(self) -> int:
        """By how many readings it was proposed."""
        return sum(p.asked is not None for p in self.pairings)

    @property
    def is_conflict(self) -> bool:
        """Code found a conflict in it."""
        return any(p.is_conflict for p in self.pairings)

    def rows(self) -> list[Row]:
        """All statements that answer it, each once, in table order."""
        rows = {row.index: row for p in self.pairings for row in (p.left, p.right, *p.others)}
        return [rows[index] for index in sorted(rows)]


def merged(story: Story, proposals: Iterable[Proposal], candidates: Iterable[Candidate]) -> list[Question]:
    """The questions of a story, each with all proposals and candidates that are that question, in table order."""
    pairings = pairings_of(proposals, candidates)
    questions = [Question([pairings[n] for n in members]) for members in grouped(story, pairings)]
    return sorted(questions, key=lambda q: min(p.key for p in q.pairings))


def pairings_of(proposals: Iterable[Proposal], candidates: Iterable[Candidate]) -> list[Pairing]:
    """What readers proposed and what code found, as pairs of statements."""
    return [*(_proposed(p) for p in proposals), *(_found(c) for c in candidates)]


def grouped(story: Story, pairings: Sequence[Pairing]) -> list[list[int]]:
    """The places of the pairings that are one question, together."""
    groups, counts = Groups(len(pairings)), Counts(story, ((p.left, p.right, p.figures) for p in pairings))
    for numbers in _meeting(pairings):
        if len(numbers) > _MANY and all(pairings[number].figures for number in numbers):
            counts.join(numbers, groups)
        else:
            _join(numbers, pairings, counts, story, groups)
    return groups.members()


def _found(candidate: Candidate) -> Pairing:
    return Pairing(candidate.kind, candidate.left, candidate.right, candidate=candidate, figures=candidate.figures)


def _proposed(proposal: Proposal) -> Pairing:
    figures = None
    if proposal.kind is FindingKind.QUANTITY:
        figures = _asked_for(proposal.left, proposal.right, proposal.question)
    return Pairing(
        proposal.kind,
        proposal.left,
        proposal.right,
        proposal.question,
        proposal.others,
        place=proposal.place,
        figures=figures,
        requests=proposal.requests,
    )


def _asked_for(left: Row, right: Row, question: str) -> tuple[Figure, Figure] | None:
    """Of the figures of both statements the two that count the same, and what the question asks for."""
    pairs = [(a, b) for a in left.figures for b in right.figures]
    return max(
        pairs, key=lambda p: (measures_alike(*p) >= SAME_MEASURE, _asks(question, p[0]) + _asks(question, p[1])), default=None
    )


def _asks(question: str, figure: Figure) -> float:
    return max(wording(question, f"{figure.measure} {figure.of or ''}"), same_measure(question, figure.measure))


def _meeting(pairings: Sequence[Pairing]) -> Iterator[list[int]]:
    """Numbers of the pairings that may be one question: they share a statement, or what their figures count and where."""
    holders: dict[object, list[int]] = defaultdict(list)
    for number, pairing in enumerate(pairings):
        keys: list[object] = [row.index for row in (pairing.left, pairing.right, *pairing.others)]
        for figure in pairing.figures or ():
            keys += [(measure_key(figure.measure), place) for place in stems(figure.where) or [""]]
        for key in dict.fromkeys(keys):  # in this order, so that every run joins alike
            holders[key].append(number)
    yield from holders.values()


def _join(numbers: Sequence[int], pairings: Sequence[Pairing], counts: Counts, story: Story, groups: Groups) -> None:
    """Join each pairing to the first that is the same question; each is held against one of every question only.

    So the work grows with the pairings and not with their square, however many articles give one toll.
    """
    first_of_each: list[int] = []
    for number in numbers:
        own = groups.root(number)
        for first in first_of_each:
            if groups.root(first) == own:
                break
            one = counts.are_one(first, number)
            if _is_one(pairings[first], pairings[number], story) if one is None else one:
                groups.join(first, number)
                break
        else:
            first_of_each.append(number)


def _is_one(left: Pairing, right: Pairing, story: Story) -> bool:
    """Both are one question, of which one at least is about no figures."""
    if _is_hint_within(left, right, story):
        return True
    asked = wording(left.asked, right.asked) if left.asked and right.asked else 0.0
    if class_of(left) != class_of(right):
        return left.key == right.key and (asked >= _SURELY_ASKED or _is_hint_of(left, right))
    return _asks_one(left, right, story, asked)


def _asks_one(left: Pairing, right: Pairing, story: Story, asked: float) -> bool:
    """Two questions of one class are one by the statements they share, or by how they are asked and told."""
    shared = _rows(left) & _rows(right)
    if left.key == right.key or (shared and _is_hint_beside(left, right)):
        return True
    told = _told_alike(left, right, story)
    if not shared:
        return asked >= _SURELY_ASKED and told >= SAME_TOLD
    if any(row.claim.modality is Modality.DENIED for row in (left.left, left.right) if row.index in shared):
        return told >= _SAME_DENIAL or asked >= _SAME_ASKED
    return asked >= _SAME_ASKED or told >= SAME_TOLD


def _is_hint_of(left: Pairing, right: Pairing) -> bool:
    """Code found one of them, and nothing in it that a question of another kind could hide."""
    return not (left.asked and right.asked) and not any(p.is_conflict for p in (left, right))


def _is_hint_within(left: Pairing, right: Pairing, story: Story) -> bool:
    """Code alone has a hint, both statements of which stand in a reader's question, or are told there in the same words."""
    hint, question = (left, right) if left.asked is None else (right, left)
    if hint.asked or hint.is_conflict or question.asked is None or VALUES & {hint.kind, question.kind}:
        return False
    members = [row.index for row in (question.left, question.right, *question.others)]
    return all(max(_alike(story, index, member) for member in members) >= _SAME_WORDS for index in _rows(hint))


def _is_hint_beside(left: Pairing, right: Pairing) -> bool:
    """Code alone has a hint between two articles, where a reader proposed a question between the same two."""
    hinted = [p.asked is None and not p.is_conflict for p in (left, right)]
    articles = [{p.left.article, p.right.article} for p in (left, right)]
    return hinted.count(True) == 1 and articles[0] == articles[1]


def _rows(pairing: Pairing) -> set[int]:
    return {pairing.left.index, pairing.right.index}


def class_of(pairing: Pairing) -> str:
    """Kinds that readers take for one another are one class."""
    return _CLASSES[pairing.kind]


_CLASSES = {
    **dict.fromkeys(FindingKind, "fact"),
    **{kind: str(kind) for kind in VALUES},
    FindingKind.QUOTATION: "words",
    FindingKind.ATTRIBUTION: "words",
}


def _told_alike(left: Pairing, right: Pairing, story: Story) -> float:
    """How alike the statements are which the two do not share: each with the likest of the other pairing."""
    ours, theirs = _rows(left), _rows(right)
    lone = [(ours - theirs, theirs), (theirs - ours, ours)]
    likeness = [max(_alike(story, row, other) for other in others) for rows, others in lone for row in rows]
    return min(likeness, default=1.0)


def _alike(story: Story, left: int, right: int) -> float:
    return 1.0 if left == right else story.statements.of(left, right)
