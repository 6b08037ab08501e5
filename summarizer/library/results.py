"""What a call gives: a report, the decisions on it, and what it cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from os import PathLike
from pathlib import Path
from typing import NamedTuple, TypeVar

from summarizer.changes import Changes, changes_between
from summarizer.errors import ConfigError
from summarizer.exporting import Given, files_of
from summarizer.exporting.vault import story_name
from summarizer.library.records import Row, Table, rows_of
from summarizer.report_folder import open_report as opened_at
from summarizer.report_folder import render_again, write_report
from summarizer.reporting import dump_summary, exit_code, failure_code, page_pieces, render_json, render_markdown
from summarizer.review import FindingState, Judgement, articles_of, decision_on, states
from summarizer.schema import Article, Failure, Finding, PassedOver, Report, ReviewRecord, Side, Summary
from summarizer.store import keep_decision
from summarizer.terms import DismissalReason, FindingKind, Format, Ruling, Severity, Verdict

_Term = TypeVar("_Term", bound=StrEnum)
OneOrMore = str | Iterable[str] | None
"""A term, or its word, or several."""


@dataclass(frozen=True)
class Usage:
    """What a call sent and paid. Answers that were kept or recorded before cost nothing here; the report counts them.

    Attributes:
        requests: really sent.
        input_tokens, output_tokens: as the endpoint counted them; estimated: it did not count them all.
        dollars: what they cost; None where no table knows the price of the model.
    """

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    estimated: bool = False
    dollars: Decimal | None = None


class Evidence(NamedTuple):
    """One side of a finding, and the article it stands in: `article.text[side.start:side.end] == side.quote`."""

    side: Side
    article: Article


@dataclass(frozen=True)
class Result:
    """A finished report.

    Attributes:
        report: all of it, as checked records (`summarizer.schema`).
        review: what people decided on its findings.
        usage: what the call sent for it.
        folder: where it is written; None if it is not.
    """

    report: Report
    review: ReviewRecord = field(default_factory=ReviewRecord)
    usage: Usage = Usage()
    folder: Path | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in the report's order: contradictions first."""
        return self.report.findings

    @property
    def contradictions(self) -> tuple[Finding, ...]:
        """The contradictions that no reviewer has dismissed, the gravest first: those that `fail_on` counts."""
        return self.select(verdict=Verdict.CONTRADICT, dismissed=False)

    @property
    def summaries(self) -> tuple[Summary, ...]:
        """The articles with their claims, figures and attributions."""
        return self.report.summaries

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles."""
        return tuple(one.article for one in self.report.summaries)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be read, extracted or compared. With none of them an empty list of findings means something."""
        return self.report.failures

    @property
    def by_rules(self) -> bool:
        """No language model read the articles."""
        return not self.report.run.prompts

    def select(
        self,
        *,
        verdict: OneOrMore = None,
        severity: OneOrMore = None,
        kind: OneOrMore = None,
        dismissed: bool | None = None,
    ) -> tuple[Finding, ...]:
        """The findings of these verdicts, severities and kinds, each one or several, as terms or as their words.

        Args:
            verdict: None is any of them.
            severity: the same.
            kind: the same.
            dismissed: whether reviewers dismissed it; None is both.

        Raises:
            ConfigError: there is no such verdict, severity or kind.
        """
        verdicts, severities, kinds = _terms(Verdict, verdict), _terms(Severity, severity), _terms(FindingKind, kind)
        reached = {} if dismissed is None else states(self.report, self.review)
        return tuple(
            one
            for one in self.findings
            if one.verdict in verdicts
            and one.severity in severities
            and one.kind in kinds
            and (dismissed is None or reached[one.finding_id].is_dismissed == dismissed)
        )

    def sides(self, finding: Finding) -> tuple[Evidence, ...]:
        """The sides of a finding with their articles, the sharpest two first."""
        articles = articles_of(self.report)
        return tuple(Evidence(side, articles[side.article_id]) for side in finding.sides)

    def state(self, finding: Finding) -> FindingState:
        """What people decided about a finding: the ruling that holds, the decisions, whether they are disputed or stale."""
        return states(self.report, self.review)[finding.finding_id]

    def exit_code(self, fail_on: str | None = None) -> int:
        """The exit code of `summarizer report --fail-on`: 0, 1 if it is met, 3 if some articles failed, 4 if the model did.

        Raises ConfigError if there is no such severity.
        """
        least = None if fail_on is None else _term(Severity, fail_on)
        return exit_code(self.report, least, self.review)

    def changes_since(self, old: Result) -> Changes:
        """What this report says that an earlier one on the same story did not, and the other way round."""
        return changes_between(old.report, self.report, old.review, self.review)

    def json(self) -> str:
        """The text of report.json."""
        return render_json(self.report)

    def markdown(self) -> str:
        """The text of report.md."""
        return render_markdown(self.report, self.review)

    def html(self) -> str:
        """The page report.html."""
        return "".join(page_pieces(self.report, self.review))

    def records(self, table: str = Table.FINDINGS) -> list[Row]:
        """A table of the report as dicts of plain values: findings, sides, articles, claims, figures and so on.

        Raises ConfigError if there is no such table.
        """
        return rows_of(_term(Table, table), self.report, self.review)

    def export(self, chosen: str, given: Given | None = None) -> Iterator[tuple[str, str | bytes]]:
        """The names and contents of the files that `summarizer export --as` writes.

        Args:
            chosen: the format.
            given: what a format needs that no report holds (`summarizer.exporting.Given`): the publisher of a ClaimReview,
                the ids of documents in Datashare, the name of a vault's story.

        Raises ConfigError if there is no such format, or something it needs is not given or not installed.
        """
        if given is None:
            given = Given(story=story_name(self.folder.resolve().name)) if self.folder else Given()
        return files_of(_term(Format, chosen), self.report, self.review, given)

    def write(self, folder: str | PathLike[str], *, html: bool = True) -> Path:
        """Write report.md, report.json and, unless not wanted, report.html; returns where report.md is.

        Decisions that the folder holds stay. Raises StoreError if the disk refuses, ConfigError if they cannot be read.
        """
        return write_report(self.report, Path(folder), html=html)

    def decide(
        self,
        finding: Finding,
        ruling: str | None,
        *,
        by: str,
        reason: str | None = None,
        note: str | None = None,
        at: dt.datetime | None = None,
    ) -> Result:
        """Keep what somebody decides on a finding in the folder's review.toml; the report as it stands with it.

        Args:
            finding: one of this report.
            ruling: confirmed, dismissed or unsure; with None and no note, what the same person decided is taken back.
            by: who decides.
            reason: why it is dismissed.
            note: any words.
            at: when, with its time zone; now if it is not given.

        Raises:
            ConfigError: the report is in no folder, the finding is not in it, or the ruling and its reason do not go together.
            StoreError: the disk refuses.
        """
        if self.folder is None:
            raise ConfigError("this report is in no folder: write it, and decide on what open_report gives")
        if finding.finding_id not in {one.finding_id for one in self.findings}:
            raise ConfigError(f"{finding.finding_id} is no finding of the report in {self.folder}")
        judged = Judgement(
            None if ruling is None else _term(Ruling, ruling),
            None if reason is None else _term(DismissalReason, reason),
            note,
        )
        moment = at or dt.datetime.now(dt.UTC)
        try:
            decision = decision_on(finding, articles_of(self.report), judged, by=by, at=moment)
        except ValueError as error:
            raise ConfigError(f"this is no decision: {_first_line(error)}") from error
        keep_decision(self.folder, decision)
        again = render_again(self.folder)
        return replace(self, report=again.report, review=again.review)

    def placed(self, folder: Path | None, review: ReviewRecord) -> Result:
        """The same in a folder, with the decisions that are there."""
        return replace(self, folder=folder, review=review)


class Summaries(list[Summary]):
    """The articles with their statements, as `extract` gives them.

    Attributes:
        failures: what could not be read or extracted; the articles among them are in the list, without statements.
        passed_over: files of the folders that nobody could take for articles.
        usage: what the call sent.
    """

    def __init__(
        self,
        summaries: Iterable[Summary],
        failures: tuple[Failure, ...] = (),
        passed_over: tuple[PassedOver, ...] = (),
        usage: Usage = Usage(),  # frozen
    ) -> None:
        super().__init__(summaries)
        self.failures = failures
        self.passed_over = passed_over
        self.usage = usage

    def exit_code(self) -> int:
        """The exit code of `summarizer extract`: 0, 3 if some articles failed, 4 if all did."""
        return failure_code(self.failures, len(self))

    def jsonl(self) -> str:
        """A line of JSON an article, as `summarizer extract` prints it and `compare` takes it."""
        return "".join(f"{dump_summary(one)}\n" for one in self)


def open_report(path: str | PathLike[str]) -> Result:
    """A report that a run has written, and the decisions on it.

    Args:
        path: its folder, or a file of the report in it.

    Raises:
        ConfigError: there is none, or it is damaged or of another format.
        StoreError: the disk refuses.
    """
    found = opened_at(Path(path))
    return Result(found.report, found.review, folder=found.folder)


def _terms(kind: type[_Term], given: OneOrMore) -> Collection[_Term]:
    if given is None:
        return frozenset(kind)
    return {_term(kind, given)} if isinstance(given, str) else {_term(kind, one) for one in given}


def _term(kind: type[_Term], given: str) -> _Term:
    try:
        return kind(given)
    except ValueError:
        raise ConfigError(f"{given!r} is none of {', '.join(kind)}") from None


def _first_line(error: ValueError) -> str:
    lines = str(error).splitlines()
    return lines[-2].strip() if len(lines) > 2 else str(error)  # noqa: PLR2004  # pydantic names the field first
