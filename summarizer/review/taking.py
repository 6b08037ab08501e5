"""Takes up decisions that were made in another program, on the findings of the report that it was given."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.errors import ConfigError
from summarizer.review.cells import carried
from summarizer.review.deciding import SHARPEST, Judgement, articles_of, decision_on
from summarizer.review.merging import merged
from summarizer.schema import Decision, Finding, Report, ReviewRecord

MOST_NAMED = 5
AGAIN = "export the findings again and carry it over"


@dataclass(frozen=True)
class Taken:
    """One decision as another program gives it.

    Attributes:
        where: its place in the file, for messages: "row 7".
        by: the person's name; at: when. None where the file does not tell.
        shown: what the person saw of the finding: "verdict", "left_quote", "right_quote", as far as the file tells.
    """

    where: str
    finding_id: str
    judgement: Judgement
    by: str | None = None
    shown: Mapping[str, str] = field(default_factory=dict)
    at: dt.datetime | None = None


@dataclass(frozen=True)
class Importer:
    """Who takes decisions up, and when, for those of which the file does not tell; `name` is the file's."""

    name: str
    by: str | None
    at: dt.datetime


def taken_up(taken: Sequence[Taken], report: Report, importer: Importer) -> ReviewRecord:
    """The decisions on the findings of the report, all of them or none.

    Raises:
        ConfigError: a decision names no finding of the report, was made on other passages or another verdict than the
            report has, or nobody is known to have made it; names the places in the file.
    """
    findings = {finding.finding_id: finding for finding in report.findings}
    faults = [f"{one.where} {fault}" for one in taken if (fault := _fault(one, findings.get(one.finding_id), importer))]
    faults += _contradictions(taken, importer)
    if faults:
        more = f"; and {len(faults) - MOST_NAMED} more" if len(faults) > MOST_NAMED else ""
        raise ConfigError(f"{importer.name}: {'; '.join(faults[:MOST_NAMED])}{more}. Nothing was imported")
    articles = articles_of(report)
    decisions = tuple(
        decision_on(findings[one.finding_id], articles, one.judgement, by=one.by or importer.by or "", at=one.at or importer.at)
        for one in taken
    )
    return merged(ReviewRecord(decisions=decisions))


def adopted(review: ReviewRecord, imported: ReviewRecord) -> ReviewRecord:
    """The review with imported decisions; what says again what the same person said of the same passages changes nothing."""
    known = {(one.finding_id, one.by): one for one in review.decisions}
    news = (one for one in imported.decisions if not _says_again(one, known.get((one.finding_id, one.by))))
    return merged(review, imported.model_copy(update={"decisions": tuple(news)}))


def _says_again(new: Decision, old: Decision | None) -> bool:
    return old is not None and _said(new) == _said(old)


def _said(decision: Decision) -> tuple[object, ...]:
    note = carried(decision.note or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    return decision.ruling, decision.reason, note, decision.verdict, decision.evidence


def _fault(taken: Taken, finding: Finding | None, importer: Importer) -> str | None:
    if finding is None:
        return f"decides on {taken.finding_id!a}, which is no finding of the report"
    if not (taken.by or importer.by):
        return "does not say who decided; fill in the reviewer, or give a name"
    if taken.shown.get("verdict", finding.verdict).casefold() != finding.verdict:
        return f"was decided under the verdict {taken.shown['verdict']!a}, and the report says {finding.verdict}; {AGAIN}"
    quotes = dict(zip(("left_quote", "right_quote"), finding.sides[:SHARPEST], strict=False))
    if any(_letters(taken.shown.get(key, side.quote)) != _letters(side.quote) for key, side in quotes.items()):
        return f"was decided on other passages than the report shows for {finding.finding_id}; {AGAIN}"
    return None


def _contradictions(taken: Sequence[Taken], importer: Importer) -> Iterator[str]:
    """Places where one person decides twice, differently, and nothing tells which came later."""
    first: dict[tuple[str, str | None], Taken] = {}
    for one in taken:
        earlier = first.setdefault((one.finding_id, one.by or importer.by), one)
        if earlier.judgement != one.judgement and earlier.at == one.at:
            yield f"{one.where} decides otherwise than {earlier.where} on {one.finding_id}; keep one of them"


def _letters(text: str) -> str:
    """What is left of a text after any program: its letters and digits."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
