"""The trusted records. Whoever holds one knows that its quote was cut from the article.

Only `articles` builds articles, only `ground`, `rules` and `compare` build the rest. All are frozen.
Offsets are code points into `Article.text`, half open, as in the W3C TextPositionSelector;
`quote`, `prefix` and `suffix` together are a W3C TextQuoteSelector.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PlainSerializer

from summarizer.terms import ArticleStatus, DecidedBy, FindingKind, Modality, Severity, Verdict, ZoneKind

Number = Annotated[
    Decimal,
    PlainSerializer(lambda value: int(value) if value == value.to_integral_value() else float(value), when_used="json"),
]
"""A decimal in code, a plain JSON number on disk."""


Approximator = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
"""What a qualifier makes of a figure; "more_than" and "less_than" leave their end out of the interval."""


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Zone(Record):
    """A stretch of an article's text that is not its running text, such as a teaser or a caption."""

    start: int
    end: int
    kind: ZoneKind


class Article(Record):
    """One article as it was read. `text` is what all offsets index.

    Attributes:
        article_id: stable hash of the text and the outlet; the same article has the same id in every run.
        path: the file as the user named it, with "#n" behind it for the n-th article of a feed.
        published: when the article says it was published; never inferred by the model.
        published_time: "HH:MM" with the UTC offset if it was given with the date.
        published_basis: where the date was found ("file name", "front matter", "page metadata", …).
        notes: what the reader should know about how it was read (decoding losses, wrong extension, …).
    """

    article_id: str
    path: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: dt.date | None = None
    published_time: str | None = None
    published_basis: str | None = None
    language: str | None = None
    url: str | None = None
    text: str
    zones: tuple[Zone, ...] = ()
    notes: tuple[str, ...] = ()


class Quoted(Record):
    """Anything with evidence: `text[start:end] == quote` holds for the article it belongs to."""

    item_id: str
    quote: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""
    anchor_start: int
    anchor_end: int


class Claim(Quoted):
    """One self-contained statement of an article.

    Attributes:
        statement: who, what, where and when in one sentence without pronouns, in the model's words.
        when: when it holds, as the article puts it.
        earliest, latest: the same as a half-open interval of dates, where code could resolve it.
        attribution_id: the attribution it hangs on; None if the article itself says it.
        doubts: names in the statement that do not stand in the article.
    """

    statement: str
    modality: Modality = Modality.ASSERTED
    when: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    attribution_id: str | None = None
    doubts: tuple[str, ...] = ()


class Figure(Quoted):
    """One figure of an article: as written, and as the interval it means.

    Attributes:
        claim_id: the statement it stands in.
        figure: the figure exactly as the article writes it.
        measure: what it counts or measures ("people killed").
        of: of whom or what ("passengers of the ferry"); where: the place; as_of: the time, as written.
        low, high: the interval the words mean; None is an open end.
        vague: a word such as "many", whose interval is only good for a cautious comparison.
        additional: "another three": comes on top of a figure told before. partitive: "one of the soldiers".
        precision: place value of the last digit that is meant; 0 for a count to the unit.
    """

    claim_id: str
    figure: str
    measure: str
    of: str | None = None
    where: str | None = None
    as_of: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    low: Number | None = None
    high: Number | None = None
    approximator: Approximator | None = None
    unit: str | None = None
    direction: Literal["up", "down"] | None = None
    vague: bool = False
    additional: bool = False
    partitive: bool = False
    precision: Number | None = None


class Attribution(Quoted):
    """Who says something in an article.

    Attributes:
        claim_id: the statement that is attributed.
        source: the speaker, as the article names him; cue: the word that introduces it ("said", "denied").
        content: the speaker's own words where they stand in quotation marks, else None.
        direct: the quote holds words in quotation marks.
        via: through whom it reached this article, nearest to the speaker first ("officials told X, X reported").
    """

    claim_id: str
    source: str
    role: str | None = None
    cue: str | None = None
    content: str | None = None
    direct: bool = False
    via: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED


class Missing(Record):
    """A model's answer whose evidence is not in the article. Kept and listed, never repaired, never shown as evidence.

    Attributes:
        sentences: the sentence numbers the model cited.
        anchor: the words it said it copied.
        why: what exactly could not be found.
    """

    item_id: str
    kind: str
    statement: str
    anchor: str
    sentences: tuple[int, ...]
    why: str


class Uncovered(Record):
    """A number or quotation in the running text that no extracted item covers."""

    kind: str
    quote: str
    start: int
    end: int


class Summary(Record):
    """One article with everything extracted from it.

    Attributes:
        period: what the model infers about when the article was written, if no date was found in the file;
            shown as inferred, never used in arithmetic.
        main_source: the outlet, agency or report that the article as a whole retells, in the model's words.
        credited: whom else it credits.
        failure: why nothing was extracted, if the status is "failed".
    """

    article: Article
    status: ArticleStatus
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    missing: tuple[Missing, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    period: str | None = None
    main_source: str | None = None
    credited: tuple[str, ...] = ()
    failure: str | None = None


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
        stage: "read", "extract" or "compare".
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
