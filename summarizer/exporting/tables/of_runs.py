"""The tables of who retells whom, of what people decided, and of the run itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from summarizer.exporting.tables.columns import Column, Kind, Table, of_article, of_passage
from summarizer.exporting.tables.source import Place, Source
from summarizer.schema import Change, Decision, Retelling

ORIGINS = Table(
    "origins",
    "One row a group of articles that go back to one report and count as one source; articles.origin_id names it.",
    lambda source: iter(source.report.origins),
    ("origin_id",),
    (
        Column("origin_id", Kind.TEXT, "Stable id.", "origin_id"),
        Column("label", Kind.TEXT, "The source they share, or the article's own outlet.", "label"),
        Column("basis", Kind.TEXT, "Why they are held to be one.", "basis"),
        Column("articles", Kind.INTEGER, "How many articles.", lambda origin: len(origin.article_ids)),
    ),
)


@dataclass(frozen=True)
class Retold:
    """A retelling with its two articles; `change` is one thing it changed, `number` its number."""

    retelling: Retelling
    told: Place
    retold: Place
    number: int = 0
    change: Change | None = None


def _retellings(source: Source) -> Iterator[Retold]:
    for one in source.report.retellings:
        yield Retold(one, source.places[one.told_id], source.places[one.retold_id])


def _changes(source: Source) -> Iterator[Retold]:
    for one in _retellings(source):
        for number, change in enumerate(one.retelling.changes, start=1):
            yield Retold(one.retelling, one.told, one.retold, number, change)


_BOTH = (
    *of_article("told", "told_", "the article that is retold"),
    *of_article("retold", "retold_", "the retelling"),
)
_ARTICLES = ("told_article_id", "retold_article_id")

RETELLINGS = Table(
    "retellings",
    "One row a retelling, laid against the report it retells or the first article that does.",
    _retellings,
    _ARTICLES,
    (
        *_BOTH,
        Column("basis", Kind.TEXT, "How it is known.", "retelling.basis"),
        Column(
            "shared", Kind.REAL, "Share of its running text that stands word for word in the other, 0 to 1.", "retelling.shared"
        ),
        Column("changes", Kind.INTEGER, "How many passages it changed.", lambda row: len(row.retelling.changes)),
        Column("origin_id", Kind.TEXT, "The origin of both; empty where they only share passages.", "retelling.origin_id"),
    ),
)

CHANGES = Table(
    "changes",
    "One row a passage that a retelling changed.",
    _changes,
    (*_ARTICLES, "change_number"),
    (
        *_BOTH,
        Column("change_number", Kind.INTEGER, "Its number in the retelling.", "number"),
        Column("what", Kind.TEXT, "figure, quotation, negation, name or hedge.", "change.what"),
        Column("note", Kind.TEXT, "The words that differ.", "change.note"),
        *of_passage("change.told", "told_"),
        *of_passage("change.retold", "retold_"),
    ),
    facets=("what", "retold_outlet"),
)

FAILURES = Table(
    "failures",
    "One row a thing that could not be done; not the same as nothing found.",
    lambda source: enumerate(source.report.failures, start=1),
    ("failure_number",),
    (
        Column("failure_number", Kind.INTEGER, "Its number in the report.", itemgetter(0)),
        Column("stage", Kind.TEXT, "read, copy, extract, part, items, audit, compare or weigh.", lambda row: row[1].stage),
        Column("what", Kind.TEXT, "The file or the request.", lambda row: row[1].what),
        Column("why", Kind.TEXT, "What happened, and what to do.", lambda row: row[1].why),
        Column("exit_code", Kind.INTEGER, "The exit code it stands for.", lambda row: row[1].exit_code),
    ),
    facets=("stage",),
)


@dataclass(frozen=True)
class Decided:
    """A decision; `number` is the finding's in the report, None if the report has none of this id."""

    decision: Decision
    number: int | None

    def quote(self, which: int) -> str | None:
        """The quote it was made on: 0 is the left one."""
        return self.decision.evidence[which].quote if which < len(self.decision.evidence) else None


DECISIONS = Table(
    "decisions",
    "One row a decision of a reviewer, as review.toml keeps it.",
    lambda source: (Decided(one, source.numbers.get(one.finding_id)) for one in source.review.decisions),
    ("finding_id", "reviewer"),
    (
        Column("finding_id", Kind.TEXT, "The finding it was made on.", "decision.finding_id"),
        Column("reviewer", Kind.TEXT, "Who decided.", "decision.by"),
        Column("decided_at", Kind.MOMENT, "When, in UTC.", "decision.at"),
        Column(
            "ruling",
            Kind.TEXT,
            "confirmed, dismissed or unsure; empty if there is only a note, or it was taken back.",
            "decision.ruling",
        ),
        Column("reason", Kind.TEXT, "Why it is dismissed.", "decision.reason"),
        Column("note", Kind.TEXT, "What the reviewer says of it.", "decision.note"),
        Column("number", Kind.INTEGER, "The finding's number in the report; empty if the report has it no longer.", "number"),
        Column("verdict", Kind.TEXT, "The finding's verdict at that time.", "decision.verdict"),
        Column("question", Kind.TEXT, "Its question at that time.", "decision.question"),
        Column("left_quote", Kind.TEXT, "Its left quote at that time.", lambda row: row.quote(0)),
        Column("right_quote", Kind.TEXT, "Its right quote at that time.", lambda row: row.quote(1)),
    ),
    facets=("ruling", "reason", "reviewer"),
    searched=("note",),
)

_USAGE = {
    "answers": "Answers that it rests on",
    "input_tokens": "Tokens sent",
    "output_tokens": "Tokens received",
    "unreported": "Answers without a count of tokens",
}

RUN = Table(
    "run",
    "One row: what the report is a function of, and what it cost.",
    lambda source: iter([source.report]),
    (),
    (
        Column("program", Kind.TEXT, "The program.", "run.program"),
        Column("version", Kind.TEXT, "Its version.", "run.version"),
        Column("model", Kind.TEXT, "The language model that was asked for, or rules.", "run.model"),
        Column("endpoint", Kind.TEXT, "Who was asked.", "run.endpoint"),
        Column("articles", Kind.INTEGER, "How many articles were read.", "run.articles"),
        Column("findings", Kind.INTEGER, "How many findings there are.", lambda report: len(report.findings)),
        Column("failures", Kind.INTEGER, "How many things could not be done.", lambda report: len(report.failures)),
        Column("statements", Kind.INTEGER, "Statements of all articles.", "run.meeting.statements"),
        Column("pairs", Kind.INTEGER, "Pairs of statements of different articles.", "run.meeting.pairs"),
        Column("pairs_met", Kind.INTEGER, "How many of these stood in one table.", "run.meeting.met"),
        Column("proposed", Kind.INTEGER, "Differences that were proposed.", "run.weighing.proposed"),
        Column("questions", Kind.INTEGER, "What is left once those of one question are merged.", "run.weighing.questions"),
        Column("weighed", Kind.INTEGER, "How many of these were weighed.", "run.weighing.weighed"),
        Column("left_out", Kind.INTEGER, "How many were over the cap.", "run.weighing.left_out"),
        *(
            Column(f"{part}_{name}", Kind.INTEGER, f"{says}: {part}.", f"run.{part}.{name}")
            for part in ("extraction", "comparison")
            for name, says in _USAGE.items()
        ),
        Column("warnings", Kind.TEXTS, "What is odd about the answers as a whole.", "run.warnings"),
        Column("prompts", Kind.JSON, "Hashes of the prompts by their names.", "run.prompts"),
        Column(
            "answered_by", Kind.JSON, "Which models answered, and how often.", lambda report: _dumped(report.run.answered_by)
        ),
        Column(
            "passed_over",
            Kind.JSON,
            "Files that nobody could take for articles, by kind.",
            lambda report: _dumped(report.passed_over),
        ),
    ),
)


def _dumped(records: tuple[object, ...]) -> list[object]:
    return [one.model_dump(mode="json") for one in records]  # type: ignore[attr-defined]
