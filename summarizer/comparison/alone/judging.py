"""What is reported of a difference that code found when no model has weighed it.

Code cannot read what a sentence is about, so it says `contradict` only where measure, place, day and event are the same
by name; what is likely but not sure is `unsure`, with what would settle it; what has no ground is not shown.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from summarizer.comparison.alone.asking import asked_figure, day_words, shortened, told
from summarizer.comparison.alone.tallies import weigh
from summarizer.comparison.checks.candidates import Candidate
from summarizer.comparison.checks.occasions import affinity, day_of
from summarizer.comparison.checks.pairs import SAME_SPEAKER
from summarizer.comparison.checks.quoted import SENSE, sense_change, shared
from summarizer.comparison.checks.severity import matter_of
from summarizer.comparison.meeting.similar import speaker_likeness
from summarizer.comparison.meeting.table import Row
from summarizer.dates import find_dates
from summarizer.schema import Summary
from summarizer.terms import Cause, FindingKind, Matter, Modality, Verdict
from summarizer.text import words

_SAME_UTTERANCE = 0.6
"""Share of the shorter quotation that must stand in the other one, in order."""
_SURELY_SAME = 0.8
"""The same where the two names are not alike: one surname can be two people's."""
_SAME_SENTENCE = 0.6
_SAME_DENIAL = 0.6
_SURELY_SAME_DENIAL = 0.75
_OWN_STORY = 0.3
_ONE_DENIES = "Only one denies it. Whether both speak of the same thing, the full passages would tell."
_NEAR_DAYS = 7
"""Days farther apart are of two events sooner than of one that is dated wrongly."""


@dataclass(frozen=True, eq=False)
class Judged:
    """How a difference is reported.

    Attributes:
        words: makes the question and the reason; most differences are a further case of one that is told already.
    """

    verdict: Verdict
    matter: Matter
    words: Callable[[], tuple[str, str]]
    cause: Cause | None = None

    @cached_property
    def question(self) -> str:
        """What both answer."""
        return self.words()[0]

    @cached_property
    def why(self) -> str:
        """What differs, or why the difference is none."""
        return self.words()[1]


class _Articles(NamedTuple):
    """The articles of the story, and their names by their ids in the table."""

    summaries: Sequence[Summary]
    names: Mapping[str, str]


def alone(candidate: Candidate, summaries: Sequence[Summary], names: Mapping[str, str]) -> Judged | None:
    """What to report of a candidate that no model has weighed; None if nothing tells that both speak of one matter.

    Args:
        candidate: what a check in code found.
        summaries: of the whole story.
        names: of the articles, by their ids in the table ("A2").
    """
    judge = _JUDGES.get(candidate.kind)
    return judge(candidate, _Articles(summaries, names)) if judge else None


def _figures(candidate: Candidate, articles: _Articles) -> Judged | None:
    said = _quotations(candidate, articles)
    if said is not None:  # the words of one speaker hold both figures
        return said
    weighed = weigh(candidate, articles.summaries)
    if weighed is None:
        return None

    def in_words() -> tuple[str, str]:
        values = _against(candidate, weighed.left.figure, weighed.right.figure, articles.names)
        asked = asked_figure((candidate.left, weighed.left), (candidate.right, weighed.right))
        return asked, f"{values}. {weighed.reason}"

    return Judged(weighed.verdict, matter_of(FindingKind.QUANTITY, weighed.left), in_words, weighed.cause)


def _against(candidate: Candidate, left: str, right: str, names: Mapping[str, str]) -> str:
    return f"{told(candidate.left, left, names)} against {told(candidate.right, right, names)}"


def _quotations(candidate: Candidate, articles: _Articles) -> Judged | None:
    """A changed number, name or negation is a contradiction; another tense and other words are not."""
    left, right = candidate.left.attribution, candidate.right.attribution
    if not (left and right and left.content and right.content) or not (_is_named(left.source) and _is_named(right.source)):
        return None
    if speaker_likeness(left.source, right.source) < SAME_SPEAKER:
        return None
    least = _SAME_UTTERANCE if left.source == right.source else _SURELY_SAME
    if shared(left.content, right.content) < least:
        return None
    said = (left.content, right.content)
    changed = sense_change(*said)
    differs = changed is not None and changed.what in SENSE

    def in_words() -> tuple[str, str]:
        how = f"The two differ in {changed}" if differs else "Only the wording differs"
        return f"What were the words of {left.source}?", f"{_against(candidate, *said, articles.names)}. {how}."

    if differs:
        return Judged(Verdict.CONTRADICT, Matter.WORDING, in_words)
    return Judged(Verdict.COMPATIBLE, Matter.WORDING, in_words, Cause.WORDING)


@functools.lru_cache(maxsize=8192)
def _is_named(speaker: str) -> bool:
    """A name behind the first word, or one in capitals: "he" and "officials" are not one speaker in two articles."""
    parts = speaker.removeprefix("The ").split()
    return any(part[:1].isupper() for part in parts[1:]) or (len(parts) == 1 and parts[0][:1].isupper())


def _denials(candidate: Candidate, articles: _Articles) -> Judged | None:
    """A hint that is worth a look where both statements are in the same words."""
    met = candidate.case.of_statements
    denied, stated = candidate.left, candidate.right
    if stated.claim.modality is Modality.DENIED:
        denied, stated = stated, denied
    speaker = denied.attribution.source if denied.attribution else ""
    if met.wording < _SAME_DENIAL or not _is_named(speaker) or _story(candidate, articles.summaries) < _OWN_STORY:
        return None
    takes_back = _takes_back(denied, stated) and met.wording >= _SURELY_SAME_DENIAL

    def in_words() -> tuple[str, str]:
        values = _against(candidate, candidate.left.claim.statement, candidate.right.claim.statement, articles.names)
        how = f"{speaker} denies it in one and states it in the other." if takes_back else _ONE_DENIES
        return f"Is it so or not: “{shortened(stated.claim.statement)}”?", f"{values}. {how}"

    return Judged(Verdict.CONTRADICT if takes_back else Verdict.UNSURE, Matter.OCCURRENCE, in_words)


def _takes_back(denied: Row, stated: Row) -> bool:
    """One speaker both denies and states."""
    left, right = denied.attribution, stated.attribution
    if left is None or right is None or stated.claim.modality is not Modality.ASSERTED:
        return False
    return left.source == right.source and _is_named(left.source)


def _dates(candidate: Candidate, articles: _Articles) -> Judged | None:
    """One event, told in nearly the same words, on two days that lie close together."""
    days = [day_of(candidate.left, None), day_of(candidate.right, None)]
    if words(candidate.found.left) == words(candidate.found.right) or not all(
        map(_has_one_date, (candidate.left, candidate.right))
    ):
        return None
    met = candidate.case.of_statements
    if (
        met.wording < _SAME_SENTENCE
        or met.kind is False
        or met.place is False
        or _story(candidate, articles.summaries) < _OWN_STORY
    ):
        return None
    if days[0] is None or days[1] is None or any((day[1] - day[0]).days > 1 for day in days if day):
        return None
    if abs((days[0][0] - days[1][0]).days) > _NEAR_DAYS:
        return None
    first, second = (day_words(day[0]) for day in days if day)
    question = f"On which day: “{shortened(candidate.left.claim.statement)}”?"
    why = f"{first} against {second}. Whether both speak of the same event, the full passages would tell."
    return Judged(Verdict.UNSURE, Matter.TIME, lambda: (question, why))


def _story(candidate: Candidate, summaries: Sequence[Summary]) -> float:
    """How much the two articles are about the same, 0 to 1."""
    return affinity(summaries[candidate.left.article].article, summaries[candidate.right.article].article)


def _has_one_date(row: Row) -> bool:
    """Of two dates in a sentence code cannot tell which one is the event's."""
    return len(find_dates(row.claim.statement, None)) == 1


_JUDGES: dict[FindingKind, Callable[[Candidate, _Articles], Judged | None]] = {
    FindingKind.QUANTITY: _figures,
    FindingKind.QUOTATION: _quotations,
    FindingKind.DENIAL: _denials,
    FindingKind.DATE: _dates,
}
