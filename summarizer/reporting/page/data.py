"""What the page's script works on: each article's text once, and of the findings only what is not on the page already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summarizer.naming import MONTHS, day, names_of
from summarizer.reporting.findings import VERDICTS
from summarizer.reporting.flat import Flat
from summarizer.reporting.page.direction import language_code
from summarizer.reporting.page.hidden import hidden_marks
from summarizer.reporting.page.html import shown
from summarizer.reporting.page.identity import key_of
from summarizer.reporting.page.words import SIGNS, VERBS
from summarizer.reporting.phrases import reading
from summarizer.reporting.places import ZONE_NAMES, Places
from summarizer.reporting.reviewed import REASONS, RULED
from summarizer.review import FindingState
from summarizer.schema import Article, Figure, Finding, Report, ReviewRecord, Side, Summary

WORDS = {
    "tags": {verdict.value: tag for verdict, tag in VERDICTS.items()},
    "signs": {verdict.value: sign for verdict, sign in SIGNS.items()},
    "verbs": {verdict.value: verb for verdict, verb in VERBS.items()},
    "rulings": {ruling.value: word for ruling, word in RULED.items()},
    "reasons": {reason.value: words for reason, words in REASONS.items()},
    "months": MONTHS,
}


def report_data(report: Report, places: Places, states: Mapping[str, FindingState]) -> Flat:
    """Articles and findings. Articles are spoken of by their place in the list, and quotes by offsets in code points."""
    names = names_of([summary.article for summary in report.summaries])
    number = {summary.article.article_id: place for place, summary in enumerate(report.summaries)}
    return {
        "key": key_of(report),
        "articles": [_article(summary, names[summary.article.article_id]) for summary in report.summaries],
        "findings": [_finding(finding, number, places, states) for finding in report.findings],
        "words": WORDS,
    }


def review_data(review: ReviewRecord, states: Mapping[str, FindingState]) -> Flat:
    """The decisions as they were when the page was made, and for each that has one: its finding, and whether it is stale.

    The finding need not be that of its id: see `review.states`.
    """
    places = {(one.finding_id, one.by): place for place, one in enumerate(review.decisions)}
    standing = [
        [places[one.finding_id, one.by], finding_id, one not in state.holding]
        for finding_id, state in states.items()
        for one in state.decisions
    ]
    because = {finding_id: state.stale_because for finding_id, state in states.items() if state.stale_because}
    return {**review.model_dump(mode="json"), "standing": standing, "because": because}


def _article(summary: Summary, name: str) -> Flat:
    article = summary.article
    given = {
        "id": article.article_id,
        "name": shown(name),
        "path": article.path,
        "outlet": article.outlet,
        "title": shown(article.title or ""),
        "date": day(article.published) if article.published else None,
        "language": language_code(article.language),
        "incomplete": shown(article.incomplete or ""),
        "text": article.text,
        "zones": _zones(article),
        "hidden": hidden_marks(article.text),
        "figures": [_figure(figure) for figure in summary.figures],
    }
    return {key: value for key, value in given.items() if value not in (None, [], "")}


def _zones(article: Article) -> list[list[int | str]]:
    return [[zone.start, zone.end, ZONE_NAMES.get(zone.kind, zone.kind.value)] for zone in article.zones]


def _figure(figure: Figure) -> list[int | str]:
    read = reading(figure)
    about = ", ".join(part for part in (figure.measure, figure.where, figure.as_of) if part)
    return [figure.anchor_start, figure.anchor_end, shown(f"{figure.figure}{f' → {read}' if read else ''} ({about})")]


def _finding(finding: Finding, number: dict[str, int], places: Places, states: Mapping[str, FindingState]) -> Flat:
    return {
        **({"new": True} if states[finding.finding_id].is_new else {}),
        "id": finding.finding_id,
        "verdict": finding.verdict.value,
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "question": finding.question,
        "sides": [_side(side, number, places) for side in finding.sides if side.article_id in number],
    }


def _side(side: Side, number: dict[str, int], places: Places) -> list[Any]:
    where = places.paragraph(side.article_id, side.start, side.end)
    who = f"according to {side.speaker}" if side.speaker else ""
    return [number[side.article_id], side.start, side.end, side.anchor_start, side.anchor_end, shown(who), where]
