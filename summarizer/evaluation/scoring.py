"""Scores a report against the labels of its story.

A planted difference is found if one finding under an accepted verdict shows a quotation of each side. A decoy is flagged
if a contradiction that shows nothing real shows both its sides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from summarizer.evaluation.gold import Decoy, Gold, Kin, Place, Planted, Saying
from summarizer.evaluation.scores import KindScore, Measures, Share, StoryScore
from summarizer.schema import Attribution, Finding, Quoted, Report
from summarizer.terms import FindingKind, Severity, Verdict

SHOWN_CHARS = 60


@dataclass(frozen=True)
class Labelled:
    """One report and its labels.

    Attributes:
        tables: ids of the items that were laid side by side, table by table.
    """

    report: Report
    gold: Gold
    tables: Sequence[AbstractSet[str]]

    @cached_property
    def names(self) -> dict[str, str]:
        """The file's name of each article, by the article's id."""
        return {s.article.article_id: PurePath(s.article.path).name for s in self.report.summaries}

    @cached_property
    def items(self) -> list[tuple[str, Quoted]]:
        """Every extracted item, behind its file's name."""
        return [
            (self.names[s.article.article_id], item)
            for s in self.report.summaries
            for item in (*s.claims, *s.figures, *s.attributions)
        ]

    @cached_property
    def flagged(self) -> list[Finding]:
        """The contradictions of the report."""
        return [f for f in self.report.findings if f.verdict is Verdict.CONTRADICT]

    def shows(self, finding: Finding, label: Decoy) -> bool:
        """The finding shows a quotation of each side."""
        return any(all(self._has(finding, place) for place in way) for way in label.ways)

    def _has(self, finding: Finding, place: Place) -> bool:
        return any(
            self.names[side.article_id].startswith(place.prefix) and place.pattern.search(side.quote) for side in finding.sides
        )

    def is_real(self, finding: Finding) -> bool:
        """The finding shows a difference that is there, whatever it says of it."""
        return any(self.shows(finding, label) for label in (*self.gold.must_flag, *self.gold.also_true))

    def is_right(self, contradiction: Finding) -> bool:
        """The finding shows a difference that may be called a contradiction."""
        return any(
            Verdict.CONTRADICT in label.accept and self.shows(contradiction, label)
            for label in (*self.gold.must_flag, *self.gold.also_true)
        )

    def verdicts_on(self, label: Planted) -> set[Verdict]:
        """Under which verdicts the report shows it."""
        return {f.verdict for f in self.report.findings if self.shows(f, label)}

    def met(self, label: Planted) -> bool:
        """Both sides stood in one table."""
        return any(
            all(not ids.isdisjoint(table) for ids in sides)
            for sides in [[self._ids_at(place) for place in way] for way in label.ways]
            for table in self.tables
        )

    def _ids_at(self, place: Place) -> set[str]:
        return {i.item_id for name, i in self.items if name.startswith(place.prefix) and place.pattern.search(i.quote)}


def score_story(story: str, report: Report, gold: Gold, tables: Sequence[AbstractSet[str]]) -> StoryScore:
    """The score of one report under the labels of its story."""
    labelled = Labelled(report, gold, tables)
    verdicts = {label.id: labelled.verdicts_on(label) for label in gold.must_flag}
    found = {label.id for label in gold.must_flag if verdicts[label.id] & set(label.accept)}
    shown = {label_id for label_id, said in verdicts.items() if said - {Verdict.AGREE}} - found
    unreal = [f for f in report.findings if not labelled.is_real(f)]
    flagged = _decoys_in(labelled, [f for f in unreal if f.verdict is Verdict.CONTRADICT])
    high = _decoys_in(labelled, [f for f in unreal if f.severity is Severity.HIGH])
    boilerplate = _boilerplate(labelled)
    return StoryScore(
        story=story,
        measures=_measures(labelled, len(found), len(flagged), len(high), len(boilerplate)),
        kinds={kind: _kind_score(labelled, found, kind) for kind in FindingKind},
        missed=tuple(label_id for label_id in verdicts if label_id not in found | shown),
        explained=tuple(label_id for label_id in verdicts if label_id in shown),
        decoys_flagged=flagged,
        decoys_high=high,
        boilerplate=boilerplate,
    )


def _decoys_in(labelled: Labelled, findings: Sequence[Finding]) -> tuple[str, ...]:
    return tuple(d.id for d in labelled.gold.must_not_flag if any(labelled.shows(f, d) for f in findings))


def _measures(labelled: Labelled, found: int, flagged: int, high: int, boilerplate: int) -> Measures:
    gold, run = labelled.gold, labelled.report.run
    usage = (run.extraction, run.comparison)
    return Measures(
        recall=Share(found, len(gold.must_flag)),
        precision=_share(map(labelled.is_right, labelled.flagged)),
        meeting_recall=_share(map(labelled.met, gold.must_flag)),
        decoys_flagged=flagged,
        decoys_high=high,
        figures=_share(_has_figure(labelled.report, place) for place in gold.figures),
        attributions=_share(_has_saying(labelled, saying) for saying in gold.attributions),
        sources=_share(_one_origin(labelled, kin) for kin in gold.same_source),
        boilerplate=boilerplate,
        articles=run.articles,
        calls=sum(u.answers for u in usage),
        tokens=sum(u.input_tokens + u.output_tokens for u in usage),
        unreported=sum(u.unreported for u in usage),
    )


def _share(held: Iterable[bool]) -> Share:
    outcomes = list(held)
    return Share(sum(outcomes), len(outcomes))


def _kind_score(labelled: Labelled, found: AbstractSet[str], kind: FindingKind) -> KindScore:
    return KindScore(
        recall=_share(label.id in found for label in labelled.gold.must_flag if label.kind is kind),
        precision=_share(labelled.is_right(finding) for finding in labelled.flagged if finding.kind is kind),
    )


def _has_figure(report: Report, place: Place) -> bool:
    return any(
        PurePath(s.article.path).name.startswith(place.prefix) and any(place.pattern.search(f.quote) for f in s.figures)
        for s in report.summaries
    )


def _has_saying(labelled: Labelled, saying: Saying) -> bool:
    return any(
        isinstance(item, Attribution)
        and name.startswith(saying.prefix)
        and saying.source.search(item.source)
        and saying.words.search(item.quote)
        for name, item in labelled.items
    )


def _one_origin(labelled: Labelled, kin: Kin) -> bool:
    groups = [[labelled.names[i] for i in origin.article_ids] for origin in labelled.report.origins]
    return any(_begins(group, kin.left) and _begins(group, kin.right) for group in groups)


def _begins(names: Iterable[str], prefix: str) -> bool:
    return any(name.startswith(prefix) for name in names)


def _boilerplate(labelled: Labelled) -> tuple[str, ...]:
    quotes = (
        f"{alien.prefix} {item.quote[:SHOWN_CHARS]}"
        for alien in labelled.gold.not_the_article
        for name, item in labelled.items
        if name.startswith(alien.prefix) and alien.pattern.search(item.quote)
    )
    return tuple(dict.fromkeys(quotes))
