"""Who carries what: the questions that most articles answer, and which complete article says nothing of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.checks.figures import SAME_MEASURE
from summarizer.comparison.meeting.similar import same_measure, stems
from summarizer.comparison.meeting.table import Row
from summarizer.comparison.overview.completeness import is_complete
from summarizer.schema import Carrier, Finding, Side, Topic
from summarizer.terms import FindingKind

MOST_TOPICS = 10
_PAIR = 2
"""What one article tells alone is no topic of the story."""
_SAME_WORDS = 0.6
_ASKING = frozenset("how many much what when where whose did do does there".split())
_ALIKE = 0.2
"""From this likeness on a statement may answer what the other one answers."""


def find_topics(story: Story, findings: Sequence[Finding]) -> tuple[Topic, ...]:
    """At most ten, those that most articles answer first; questions that share a statement are one."""
    held = _Holdings(story)
    ranked = sorted(_questions(findings), key=lambda question: -len(question.sides))
    carried = [question for question in ranked if len(question.sides) >= _PAIR][:MOST_TOPICS]
    return tuple(held.topic(question) for question in carried)


@dataclass
class _Question:
    """A question with one side for each article that answers it.

    Attributes:
        items: the statements of all sides, also where an article gives several.
    """

    text: str
    kind: FindingKind
    sides: dict[str, Side]
    items: set[str]

    def is_asked_by(self, finding: Finding) -> bool:
        """The finding is of its kind and puts it in much the same words."""
        own, other = (set(stems(text)) - _ASKING for text in (self.text, finding.question))
        return self.kind is finding.kind and len(own & other) >= _SAME_WORDS * min(len(own), len(other))


def _questions(findings: Iterable[Finding]) -> list[_Question]:
    """Findings with a statement in common that ask the same are one question, which goes by the words of the first."""
    known: list[_Question] = []
    by_item: dict[str, list[_Question]] = defaultdict(list)
    for finding in findings:
        candidates = (question for side in finding.sides for question in by_item[side.item_id])
        question = next((question for question in candidates if question.is_asked_by(finding)), None)
        if question is None:
            question = _Question(finding.question, finding.kind, {}, set())
            known.append(question)
        for side in finding.sides:
            question.sides.setdefault(side.article_id, side)
            question.items.add(side.item_id)
            by_item[side.item_id].append(question)
    return known


class _Holdings:
    """The statements of each article, to look for what may answer a question."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.row_of: dict[str, Row] = {}
        for row in story.rows:
            self.rows[story.summaries[row.article].article.article_id].append(row)
            self.row_of.update(dict.fromkeys(row.item_ids(), row))

    def topic(self, question: _Question) -> Topic:
        """Who answers, who may, and who is silent."""
        answers = _Answers(self.story, [row for item in sorted(question.items) if (row := self.row_of.get(item))])
        maybe, silent = [], []
        for summary in self.story.summaries:
            article_id = summary.article.article_id
            if article_id in question.sides:
                continue
            if any(map(answers.may_include, self.rows[article_id])):
                maybe.append(article_id)
            elif is_complete(summary):
                silent.append(article_id)
        carriers = tuple(Carrier(article_id=side.article_id, item_id=side.item_id) for side in question.sides.values())
        return Topic(question=question.text, carriers=carriers, maybe=tuple(maybe), silent=tuple(silent))


class _Answers:
    """The statements that answer a question, and what may answer it besides."""

    def __init__(self, story: Story, told: Iterable[Row]) -> None:
        self._likeness = story.statements
        first = {row.alike: row for row in told}
        self._by_word: dict[str, list[Row]] = defaultdict(list)
        for row in first.values():
            for word in self._likeness.telling(row.index, _ALIKE):
                self._by_word[word].append(row)
        self._measures = dict.fromkeys(figure.measure for row in first.values() for figure in row.figures)
        self._counts: dict[str, bool] = {}
        self._known: dict[int, bool] = {}

    def may_include(self, row: Row) -> bool:
        """It is like a statement that answers, or counts what one of them counts."""
        if row.alike not in self._known:
            self._known[row.alike] = any(self._is_counted(f.measure) for f in row.figures) or self._is_like_one(row)
        return self._known[row.alike]

    def _is_counted(self, measure: str) -> bool:
        if measure not in self._counts:
            self._counts[measure] = any(same_measure(measure, other) >= SAME_MEASURE for other in self._measures)
        return self._counts[measure]

    def _is_like_one(self, row: Row) -> bool:
        shared = self._by_word.keys() & self._likeness.words(row.index)
        others = {other.index for word in shared for other in self._by_word[word]}
        return any(self._likeness.of(row.index, other) >= _ALIKE for other in others)
