"""The findings of a story so far, as questions that an added article may answer too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.checks.figures import SAME_MEASURE, apart, measures_alike
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.verdicts.ledger import Ledger
from summarizer.comparison.weighing.questions import Pairing, Question, class_of, grouped
from summarizer.schema import Figure, Finding
from summarizer.terms import FindingKind, Verdict
from summarizer.text import words

_DISPUTED = frozenset({Verdict.CONTRADICT, Verdict.DIFFERS, Verdict.UNSURE})
"""Verdicts of a finding to which one who says what a side says adds nothing."""


@dataclass(frozen=True, eq=False)
class Known:
    """A finding, and the two statements that it lays side by side."""

    finding: Finding
    pairing: Pairing

    def shares(self, pairings: Iterable[Pairing]) -> bool:
        """One of these pairs holds a statement that is a side of the finding."""
        own = {row.index for row in (self.pairing.left, self.pairing.right, *self.pairing.others)}
        return any(row.index in own for pairing in pairings for row in (pairing.left, pairing.right))


@dataclass(eq=False)
class Touched:
    """A question that an added article answers.

    Attributes:
        question: the new pairs of statements; it may have none.
        beside: the finding that answers the same question, if there is one.
        repeating: pairs that say only what the sides of a finding say, each with that finding.
    """

    question: Question
    beside: Known | None = None
    repeating: list[tuple[Known, Pairing]] = field(default_factory=list)


def known_of(ledger: Ledger) -> list[Known]:
    """Every difference that is told, the graver first."""
    return [Known(finding, _pairing(finding, ledger)) for finding in ledger.ranked() if finding.verdict is not Verdict.AGREE]


def _pairing(finding: Finding, ledger: Ledger) -> Pairing:
    rows = [ledger.holders[side.item_id] for side in finding.sides]
    figures = [_figure(row, side.item_id) for row, side in zip(rows[:2], finding.sides, strict=False)]
    left, right = figures
    both = (left, right) if finding.kind is FindingKind.QUANTITY and left and right else None
    return Pairing(finding.kind, rows[0], rows[1], finding.question, tuple(rows[2:]), figures=both)


def _figure(row: Row, item_id: str) -> Figure | None:
    return next((figure for figure in row.figures if figure.item_id == item_id), None)


def disputed(known: Iterable[Known]) -> dict[int, tuple[int, int]]:
    """For each statement that a finding rests on, by its place, the two that the gravest such finding lays side by side."""
    pairs: dict[int, tuple[int, int]] = {}
    for one in known:
        for row in (one.pairing.left, one.pairing.right, *one.pairing.others):
            pairs.setdefault(row.index, one.pairing.key)
    return pairs


def touched(story: Story, known: Sequence[Known], pairings: Sequence[Pairing], since: int) -> list[Touched]:
    """The questions of these new pairs, each with the finding that answers the same one, in table order."""
    found = []
    for members in grouped(story, [*(one.pairing for one in known), *pairings]):
        new = _asked_or_sure([pairings[number - len(known)] for number in members if number >= len(known)])
        if new:
            found.append(_parted(story, new, [known[number] for number in members if number < len(known)], since))
    return sorted(found, key=lambda one: min(p.key for p in (*one.question.pairings, *(p for _, p in one.repeating))))


def _asked_or_sure(new: Sequence[Pairing]) -> list[Pairing]:
    """Of pairs that are one question those that a reader named or that are in conflict, and hints of code on the same pairs.

    Where there is neither, all hints: what is only alike in words must not be weighed in place of what a reader named.
    """
    keys = {pairing.key for pairing in new if pairing.asked or pairing.is_conflict}
    return [pairing for pairing in new if not keys or pairing.key in keys]


def _parted(story: Story, new: Sequence[Pairing], known: Sequence[Known], since: int) -> Touched:
    """The pairs that say more than the findings on the same question, and those that do not."""
    repeating = {id(pairing): one for pairing in new if (one := _repeated(pairing, known)) is not None}
    own = [pairing for pairing in new if id(pairing) not in repeating]
    told = [(repeating[id(pairing)], pairing) for pairing in new if id(pairing) in repeating]
    return Touched(Question(own), _beside(story, known, own, since), told)


def _beside(story: Story, known: Sequence[Known], new: Sequence[Pairing], since: int) -> Known | None:
    """Of the findings on one question that of the same class which shares a statement and has a side like an added one."""
    rows = {row.index for pairing in new for row in (pairing.left, pairing.right)}
    added = [row for pairing in new for row in (pairing.left, pairing.right) if row.article >= since]
    classes = {class_of(pairing) for pairing in new}

    def fits(one: Known) -> tuple[bool, bool, float]:
        sides = (one.pairing.left, one.pairing.right)
        shares = not rows.isdisjoint(side.index for side in sides)
        likest = max((story.statements.of(row.index, side.index) for row in added for side in sides), default=0.0)
        return class_of(one.pairing) in classes, shares, likest

    return max(known, key=fits, default=None) if new else None


def _repeated(pairing: Pairing, known: Sequence[Known]) -> Known | None:
    """The finding that says all that the pair says, as far as code can tell: both say what one of its sides says."""
    sides = list(enumerate((pairing.left, pairing.right)))
    for one in known:
        told = one.finding.verdict in _DISPUTED and one.pairing.kind is pairing.kind
        if told and all(_says_a_side(place, row, pairing, one.pairing) for place, row in sides):
            return one
    return None


def _says_a_side(place: int, row: Row, pairing: Pairing, known: Pairing) -> bool:
    """A statement of the pair is a side of the finding, or says what one says."""
    every = (known.left, known.right, *known.others)
    if pairing.figures and known.figures:
        own = pairing.figures[place]
        more = (figure for other in known.others for figure in other.figures)
        first = (figure for figure in known.figures if apart(own, figure) is False)
        same = (figure for figure in more if (own.low, own.high) == (figure.low, figure.high) and not own.vague)
        return any(measures_alike(own, other) >= SAME_MEASURE for other in (*first, *same))
    if pairing.kind in (FindingKind.QUANTITY, FindingKind.DATE):
        return False
    return any(row.index == other.index or _told(row, pairing.kind) == _told(other, pairing.kind) for other in every)


def _told(row: Row, kind: FindingKind) -> list[str]:
    """The words that are compared."""
    if kind is FindingKind.QUOTATION and row.attribution and row.attribution.content:
        return words(row.attribution.content)
    return words(row.claim.statement)
