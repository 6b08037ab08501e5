"""The tables of what the comparison found: findings, their sides, figures side by side, who answers which question."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from summarizer.exporting.tables.columns import Column, Kind, Table, of_article, of_passage
from summarizer.exporting.tables.source import Place, Source
from summarizer.review import FILLED_IN, FindingState
from summarizer.schema import Carrier, Decision, Finding, Measure, MeasureRow, Side, Topic


@dataclass(frozen=True)
class Shown:
    """A side of a finding with its article; `claim_id` is the statement it rests on."""

    finding: Finding
    number: int
    which: int
    side: Side
    place: Place
    claim_id: str | None


@dataclass(frozen=True)
class Row:
    """A finding with its two sharpest sides, how it stands, and the decision that is shown of it."""

    finding: Finding
    number: int
    left: Shown
    right: Shown
    state: FindingState
    decision: Decision | None
    reviewer: str | None


def _sides(source: Source) -> Iterator[Shown]:
    for finding in source.findings:
        yield from _sides_of(finding, source)


def _sides_of(finding: Finding, source: Source) -> list[Shown]:
    number = source.numbers[finding.finding_id]
    return [
        Shown(
            finding, number, which, side, source.places[side.article_id], source.claim_ids.get((side.article_id, side.item_id))
        )
        for which, side in enumerate(finding.sides, start=1)
    ]


def _findings(source: Source) -> Iterator[Row]:
    for finding in source.findings:
        left, right = _sides_of(finding, source)[:2]
        state = source.states[finding.finding_id]
        decision = next((one for one in state.holding if source.reviewer in {None, one.by}), None)
        reviewer = decision.by if decision else source.reviewer
        yield Row(finding, left.number, left, right, state, decision, reviewer)


def _state(row: Row) -> str:
    """How the finding stands, in a word, for sorting and filtering."""
    state = row.state
    if state.is_disputed:
        return "disputed"
    if state.is_stale:
        return "stale"
    if state.ruling is not None:
        return "decided"
    return "new" if state.is_new else "open"


def _decided(what: str) -> Callable[[Row], object]:
    return lambda row: getattr(row.decision, what) if row.decision else None


def _half(which: str) -> tuple[Column, ...]:
    """The columns of one of the two sharpest sides of a finding."""
    return (
        Column(f"{which}_outlet", Kind.TEXT, f"Outlet of the {which} side.", f"{which}.place.outlet"),
        Column(f"{which}_date", Kind.DATE, "When its article was published.", f"{which}.place.article.published"),
        Column(f"{which}_quote", Kind.TEXT, "The passage, cut out of its article.", f"{which}.side.quote"),
        Column(f"{which}_speaker", Kind.TEXT, "Who says it; empty if the article itself.", f"{which}.side.speaker"),
        Column(f"{which}_value", Kind.TEXT, "What is compared.", f"{which}.side.value"),
        Column(f"{which}_address", Kind.TEXT, "Web address of its article, or its file.", f"{which}.place.address"),
    )


_REVIEWED: dict[str, tuple[str, str | Callable[[Row], object]]] = dict(
    zip(
        FILLED_IN,
        (
            ("What people decided: confirmed, dismissed or unsure.", _decided("ruling")),
            ("Why it is dismissed.", _decided("reason")),
            ("What they say of it.", _decided("note")),
            ("Who decided.", "reviewer"),
        ),
        strict=True,
    )
)

FINDINGS = Table(
    "findings",
    "One row a finding: a question that articles answer, how their answers stand to each other, the two sharpest sides.",
    _findings,
    ("finding_id",),
    (
        Column("finding_id", Kind.TEXT, "Stable id.", "finding.finding_id"),
        Column("number", Kind.INTEGER, "Its number in report.md and on the page.", "number"),
        Column("verdict", Kind.TEXT, "contradict, differs, unsure, update, scope, compatible or agree.", "finding.verdict"),
        Column("kind", Kind.TEXT, "quantity, date, quotation, attribution, denial or fact.", "finding.kind"),
        Column("severity", Kind.TEXT, "high, medium or low.", "finding.severity"),
        Column("question", Kind.TEXT, "The question that the sides answer.", "finding.question"),
        Column("why", Kind.TEXT, "What differs, or why the difference is none.", "finding.why"),
        Column("cause", Kind.TEXT, "Why it is no contradiction: as_of, event, counted_what, …", "finding.cause"),
        *_half("left"),
        *_half("right"),
        Column("sides", Kind.INTEGER, "How many sides it has; all are in the table sides.", lambda row: len(row.finding.sides)),
        Column("origins", Kind.INTEGER, "How many independent origins stand behind the sides.", "finding.origins"),
        Column("matter", Kind.TEXT, "What the question is about: casualties, responsibility, …", "finding.matter"),
        Column("decided_by", Kind.TEXT, "Who came to the verdict: code, model or both.", "finding.decided_by"),
        Column("second_verdict", Kind.TEXT, "Verdict of a second reading, where there was one.", "finding.second"),
        Column("code_says", Kind.TEXT, "What the check in code found.", "finding.code_says"),
        Column("settle", Kind.TEXT, "What would settle it, where it cannot be told.", "finding.settle"),
        Column("within_article", Kind.BOOLEAN, "Both sharpest sides stand in one article.", "finding.within_article"),
        Column("unweighed", Kind.BOOLEAN, "Code found it, and no reading says anything of it.", "finding.unweighed"),
        Column("background", Kind.BOOLEAN, "About a time well before the articles were written.", "finding.background"),
        Column("review_state", Kind.TEXT, "new, open, decided, disputed or stale.", _state),
        Column(
            "ruling",
            Kind.TEXT,
            "What holds after the review: confirmed, dismissed or unsure; empty if open or disputed.",
            "state.settled",
        ),
        *(Column(name, Kind.TEXT, says, path, filled_in=True) for name, (says, path) in _REVIEWED.items()),
    ),
    {},
    ("verdict", "severity", "kind", "matter", "review_state"),
    ("question", "why", "left_quote", "right_quote"),
)

SIDES = Table(
    "sides",
    "One row a side of a finding: one article's answer, with its evidence; the sharpest two of a finding are 1 and 2.",
    _sides,
    ("finding_id", "side"),
    (
        Column("finding_id", Kind.TEXT, "The finding.", "finding.finding_id"),
        Column("number", Kind.INTEGER, "The finding's number in the report.", "number"),
        Column("side", Kind.INTEGER, "Number of the side in the finding.", "which"),
        Column("verdict", Kind.TEXT, "The finding's verdict.", "finding.verdict"),
        Column("severity", Kind.TEXT, "The finding's severity.", "finding.severity"),
        Column("question", Kind.TEXT, "The finding's question.", "finding.question"),
        *of_article(),
        Column("speaker", Kind.TEXT, "Who says it; empty if the article itself.", "side.speaker"),
        Column("as_of", Kind.TEXT, "When it holds, as the article puts it.", "side.when"),
        Column("value", Kind.TEXT, "What is compared: the figure, the words, the statement in short.", "side.value"),
        Column("statement", Kind.TEXT, "The whole statement.", "side.statement"),
        *of_passage("side"),
        Column("through", Kind.TEXT, "Report or outlet that the article credits for it.", "side.through"),
        Column(
            "origin_id",
            Kind.TEXT,
            "Origin it goes back to: the article's, or that of the report it credits.",
            lambda row: row.side.origin or None,
        ),
        Column("path", Kind.TEXT, "The article's file.", "place.article.path"),
        Column("item_id", Kind.TEXT, "The claim, figure or attribution it is.", "side.item_id"),
        Column("claim_id", Kind.TEXT, "The statement that this stands in.", "claim_id"),
    ),
    {"findings": ("finding_id",), "articles": ("article_id",), "claims": ("article_id", "claim_id")},
    ("verdict", "severity", "outlet", "speaker"),
    ("question", "statement", "quote"),
)


@dataclass(frozen=True)
class Counted:
    """A figure in the row of a measure."""

    measure: Measure
    number: int
    row_number: int
    row: MeasureRow
    place: Place


def _measures(source: Source) -> Iterator[tuple[int, Measure]]:
    return enumerate(source.report.measures, start=1)


def _figures(source: Source) -> Iterator[Counted]:
    for number, measure in _measures(source):
        for row_number, row in enumerate(measure.rows, start=1):
            yield Counted(measure, number, row_number, row, source.places[row.article_id])


MEASURES = Table(
    "measures",
    "One row a measure: what at least two articles count.",
    _measures,
    ("measure_number",),
    (
        Column("measure_number", Kind.INTEGER, "Its number in the report.", itemgetter(0)),
        Column("measure", Kind.TEXT, "What is counted.", lambda row: row[1].measure),
        Column("location", Kind.TEXT, "Where, if all figures that name a place share it.", lambda row: row[1].place),
        Column("differ", Kind.BOOLEAN, "Two of its figures share no value.", lambda row: row[1].differ),
        Column("figures", Kind.INTEGER, "How many figures stand side by side.", lambda row: len(row[1].rows)),
        Column("articles", Kind.INTEGER, "Of how many articles.", lambda row: len({one.article_id for one in row[1].rows})),
        Column("sums", Kind.TEXTS, "What a check of a total against its parts found.", lambda row: row[1].sums),
    ),
    facets=("differ",),
)

MEASURE_FIGURES = Table(
    "measure_figures",
    "One row a figure of a measure: figures side by side.",
    _figures,
    ("measure_number", "row_number"),
    (
        Column("measure_number", Kind.INTEGER, "The measure.", "number"),
        Column("row_number", Kind.INTEGER, "Number of the figure in the measure.", "row_number"),
        Column("measure", Kind.TEXT, "What is counted.", "measure.measure"),
        *of_article(),
        Column("figure", Kind.TEXT, "As the article writes it.", "row.figure"),
        Column("low", Kind.REAL, "Lowest value that the words mean; empty: no lower end.", "row.low"),
        Column("high", Kind.REAL, "Highest value; empty: no upper end.", "row.high"),
        Column("unit", Kind.TEXT, "Unit, singular.", "row.unit"),
        Column("vague", Kind.BOOLEAN, "A word such as “many”, which means no interval.", "row.vague"),
        Column("differs", Kind.BOOLEAN, "No value of another row fits it.", "row.differs"),
        Column("speaker", Kind.TEXT, "Who gives it; empty if the article itself.", "row.speaker"),
        Column("as_of", Kind.TEXT, "When it holds, as the article puts it.", "row.as_of"),
        Column("location", Kind.TEXT, "Where it holds.", "row.where"),
        *of_passage("row"),
        Column("figure_id", Kind.TEXT, "The figure.", "row.item_id"),
    ),
    {"measures": ("measure_number",), "articles": ("article_id",), "figures": ("article_id", "figure_id")},
    ("measure", "outlet", "differs"),
    ("measure", "quote"),
)


@dataclass(frozen=True)
class Answer:
    """How an article stands to a question: answers, maybe or silent."""

    number: int
    topic: Topic
    place: Place
    how: str
    carrier: Carrier | None
    statement: str | None


def _answers(source: Source) -> Iterator[Answer]:
    for number, topic in enumerate(source.report.topics, start=1):
        for carrier in topic.carriers:
            claim = source.claim_of(carrier.article_id, carrier.item_id)
            statement = claim.statement if claim else None
            yield Answer(number, topic, source.places[carrier.article_id], "answers", carrier, statement)
        for how, article_ids in (("maybe", topic.maybe), ("silent", topic.silent)):
            for article_id in article_ids:
                yield Answer(number, topic, source.places[article_id], how, None, None)


def _item(row: Any) -> str | None:
    return row.carrier.item_id if row.carrier else None


TOPICS = Table(
    "topics",
    "One row an article's part in a question that several answer: who carries what, and who is silent.",
    _answers,
    ("topic_number", "article_id"),
    (
        Column("topic_number", Kind.INTEGER, "Number of the question.", "number"),
        Column("question", Kind.TEXT, "The question.", "topic.question"),
        *of_article(),
        Column("carries", Kind.TEXT, "answers, maybe, or silent (only of a complete article).", "how"),
        Column("statement", Kind.TEXT, "The statement that answers it.", "statement"),
        Column("item_id", Kind.TEXT, "The claim, figure or attribution that answers it.", _item),
    ),
    {"articles": ("article_id",)},
    ("outlet", "carries"),
)
