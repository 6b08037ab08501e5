"""What a run finds: findings, origins, failures, the report."""

from __future__ import annotations

from summarizer.schema.articles import Number, Record, Sha256, Summary
from summarizer.schema.decisions import News
from summarizer.schema.runs import RunRecord
from summarizer.terms import Cause, DecidedBy, FindingKind, Matter, Severity, Verdict


class Side(Record):
    """One article's part in a finding, with its evidence.

    Attributes:
        value: the figure, the words or the statement in short, as compared.
        speaker: who says it, None if the article itself.
        when: when it holds, as the article puts it.
        statement: the whole statement.
        origin: id of the origin this side goes back to: the article's own, or that of the report it credits here.
        through: the report or outlet that the article credits for it, if it is not its own reporting.
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
    origin: str = ""
    through: str | None = None


class Finding(Record):
    """One question that the articles answer, and how their answers stand to each other.

    Attributes:
        finding_id: stable hash of the two sharpest sides; the same finding has the same id in every run.
        matter: what the question is about.
        why: one sentence that says what differs, or why the difference is none.
        cause: why the difference is none, for an update, another scope or what is compatible; else None.
        settle: what would settle it, where it cannot be told.
        second: the verdict of a second reading, with the sides in the other order and without sight of the first;
            None where nobody was asked again. A contradiction that it does not confirm is `unsure`.
        code_says: what the check in code found, where one fired.
        origins: how many independent origins stand behind the sides; an agreement of outlets that all quote one
            speaker has one.
        within_article: both sharpest sides stand in one article.
        unweighed: code found it, and no reading says anything of it: there was no room for it, or the reading failed.
        background: it is about a time well before the articles were written.
        requests: SHA-256 of the requests whose answers proposed it or gave the verdicts, under which the answer store keeps
            them; none where code alone found it.
        sides: the sharpest two first.
    """

    finding_id: str
    verdict: Verdict
    kind: FindingKind
    severity: Severity
    matter: Matter = Matter.OTHER
    question: str
    why: str
    cause: Cause | None = None
    settle: str | None = None
    decided_by: DecidedBy
    second: Verdict | None = None
    code_says: str | None = None
    origins: int
    within_article: bool = False
    unweighed: bool = False
    background: bool = False
    requests: tuple[Sha256, ...] = ()
    sides: tuple[Side, ...]


class MeasureRow(Record):
    """One article's figure for a measure.

    Attributes:
        item_id: the figure; figure: as the article writes it.
        low, high: the interval it means, None an open end; vague: a word such as "many", which means none.
        speaker: who gives it, None if the article itself.
        as_of: the time it holds for, as the article puts it; where: the place it holds for.
        differs: no value of another row's interval fits it.
    """

    article_id: str
    item_id: str
    figure: str
    quote: str
    start: int
    end: int
    low: Number | None = None
    high: Number | None = None
    vague: bool = False
    unit: str | None = None
    speaker: str | None = None
    as_of: str | None = None
    where: str | None = None
    differs: bool = False


class Measure(Record):
    """What at least two articles count, with every article's figure side by side.

    Attributes:
        measure: what is counted; place: where, if all rows that name a place share it.
        differ: two rows share no value.
        sums: what a check of a total against its parts found, one sentence each.
    """

    measure: str
    place: str | None = None
    differ: bool = False
    rows: tuple[MeasureRow, ...]
    sums: tuple[str, ...] = ()


class Carrier(Record):
    """One article's answer to a question: the statement that gives it."""

    article_id: str
    item_id: str


class Topic(Record):
    """A question that several articles answer, and which article is silent on it.

    Attributes:
        carriers: one statement for each article that answers it.
        maybe: articles with a statement that may answer it, though no reading says so.
        silent: complete articles in which nothing answers it; an article that is cut off or was read in part is never listed.
    """

    question: str
    carriers: tuple[Carrier, ...]
    maybe: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


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


class Passage(Record):
    """A stretch of one article: `text[start:end] == quote`."""

    quote: str
    start: int
    end: int


class Change(Record):
    """What a retelling made of one passage.

    Attributes:
        what: "figure", "quotation", "negation", "name" or "hedge" (a word of caution dropped or added).
        told, retold: the passage in the text that is retold, and in the retelling.
        note: the words that differ.
    """

    what: str
    told: Passage
    retold: Passage
    note: str


class Retelling(Record):
    """One article that goes back to the same report as another one, and what it changed.

    Attributes:
        origin_id: the origin both belong to; None where they only have passages in common.
        told_id: the article that it is laid against: the report itself if it is among the articles, else the
            first of those that retell it; retold_id: the retelling.
        basis: how it is known.
        shared: share of the retelling's running text that stands word for word in the other one, 0 to 1.
    """

    origin_id: str | None
    told_id: str
    retold_id: str
    basis: str
    shared: float
    changes: tuple[Change, ...] = ()


class Failure(Record):
    """Something that could not be done. Not the same as "nothing was found".

    Attributes:
        stage: "read", "copy" (another file gives the article already), "extract", "part" (a part of the article was not
            extracted), "items" (some of the model's answer could not be used), "audit" (the second question about what
            the first answer left out), "compare" (a table of statements was not read) or "weigh" (proposed differences were
            not weighed).
        what: the file or the request; why: what happened and what to do.
    """

    stage: str
    what: str
    why: str
    exit_code: int


class PassedOver(Record):
    """Files of the folders that nobody could take for articles ("images"), and how many."""

    kind: str
    files: int


class Report(Record):
    """The whole result, as written to report.json.

    Attributes:
        batches: ids of the articles in the order in which they came to the story: those it began with, then those that
            each later run added. Together with them the report is a function of the articles.
            Empty where all came at once.
        news: what it has that the report before in its folder had not; None where no article came or went since the first.
    """

    run: RunRecord
    summaries: tuple[Summary, ...]
    findings: tuple[Finding, ...]
    origins: tuple[Origin, ...]
    retellings: tuple[Retelling, ...] = ()
    measures: tuple[Measure, ...] = ()
    topics: tuple[Topic, ...] = ()
    failures: tuple[Failure, ...]
    passed_over: tuple[PassedOver, ...] = ()
    batches: tuple[tuple[str, ...], ...] = ()
    news: News | None = None
