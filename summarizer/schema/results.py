"""What a run finds and what it cost: findings, origins, failures, the report."""

from __future__ import annotations

from summarizer.schema.articles import Record, Summary
from summarizer.terms import DecidedBy, FindingKind, Severity, Verdict


class Side(Record):
    """One article's part in a finding, with its evidence.

    Attributes:
        value: the figure, the words or the statement in short, as compared.
        speaker: who says it, None if the article itself.
        when: when it holds, as the article puts it.
        statement: the whole statement.
    """

    article_id: str
    item_id: str
    quote: str
    start: int
    end: int
    anchor_start: int
    anchor_end: int
    value: str
    statement: str
    speaker: str | None = None
    when: str | None = None


class Finding(Record):
    """One question that the articles answer, and how their answers stand to each other.

    Attributes:
        finding_id: stable hash of the two sharpest sides; the same finding has the same id in every run.
        why: one sentence that says what differs, or why the difference is none.
        code_says: what the check in code found, where one fired.
        origins: how many independent origins stand behind the sides.
        within_article: both sharpest sides stand in one article.
        sides: the sharpest two first.
    """

    finding_id: str
    verdict: Verdict
    kind: FindingKind
    severity: Severity
    question: str
    why: str
    decided_by: DecidedBy
    code_says: str | None = None
    origins: int
    within_article: bool = False
    sides: tuple[Side, ...]


class Origin(Record):
    """Articles that go back to one report and count as one source.

    Attributes:
        label: the source they share, or the article's own outlet.
        basis: why they are held to be one ("both credit …", "near-identical passages"), or "own reporting".
    """

    origin_id: str
    label: str
    article_ids: tuple[str, ...]
    basis: str


class Failure(Record):
    """Something that could not be done. Not the same as "nothing was found".

    Attributes:
        stage: "read", "extract", "audit" (the second question about what the first answer left out) or "compare".
        what: the file or the request; why: what happened and what to do.
    """

    stage: str
    what: str
    why: str
    exit_code: int


class UsageRecord(Record):
    """What the model cost. Counts are of the answers the report rests on, whether paid now or recorded earlier.

    Attributes:
        answers: answers used; output and input tokens are as the endpoint reported them.
        unreported: answers for which the endpoint reported no token counts.
    """

    answers: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    unreported: int = 0


class RunRecord(Record):
    """What the report is a function of, and what it cost. Holds no clock and no path of the machine."""

    program: str
    version: str
    model: str
    endpoint: str
    prompts: dict[str, str]
    articles: int
    extraction: UsageRecord
    comparison: UsageRecord


class Report(Record):
    """The whole result, as written to report.json."""

    run: RunRecord
    summaries: tuple[Summary, ...]
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    failures: tuple[Failure, ...]
