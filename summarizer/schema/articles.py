"""An article and what stands in it: zones, claims, figures, attributions, and what could not be found.

Offsets are code points into `Article.text`, half open, as in the W3C TextPositionSelector;
`quote`, `prefix` and `suffix` together are a W3C TextQuoteSelector.
"""

from __future__ import annotations

import datetime as dt
import functools
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, StringConstraints

from summarizer.terms import ArticleStatus, Modality, ZoneKind

LONGEST_NUMBER = 4000
"""Digits before or behind the point: written out, "1e999999999" fills the memory, and arithmetic on it fails."""


def _of_some_size(value: Decimal) -> Decimal:
    if abs(value.adjusted()) > LONGEST_NUMBER:
        raise ValueError(f"must not have more than {LONGEST_NUMBER} digits")
    return value


Number = Annotated[
    Decimal,
    AfterValidator(_of_some_size),
    PlainSerializer(lambda value: int(value) if value == value.to_integral_value() else float(value), when_used="json"),
]
"""A decimal in code, a plain JSON number on disk."""


Approximator = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "between"]
"""What a qualifier makes of a figure; "more_than" and "less_than" leave their end out of the interval."""


ReadBy = Literal["model", "rules"]
"""Who read an item in the article: the language model, or the extractor without one."""


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 (FIPS 180-4) in hex, small letters, as `sha256sum` prints it."""


SourceKind = Literal["file", "member"]
"""Which bytes an article was read from: a file as it is, or what was packed in one."""


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, _context: object, /) -> None:
        """All records of a kind share one set of the names of their fields: of its own each would be twice its size."""
        object.__setattr__(self, "__pydantic_fields_set__", _names_of_fields(type(self)))


@functools.cache
def _names_of_fields(kind: type[BaseModel]) -> set[str]:
    return set(kind.model_fields)


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
        source_sha256: SHA-256 in hex of the bytes that it was read from; source_kind: which bytes these are, the whole file as
            it lay on disk (or came over standard input), or what an archive or a mail held, as unpacked. All articles of a
            feed have one source. None in reports that were written before these were kept.
        text_sha256: SHA-256 in hex of `text` as UTF-8.
        incomplete: why the text is known not to be the whole article; of such an article nothing is said to be missing.
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
    source_sha256: Sha256 | None = None
    source_kind: SourceKind | None = None
    text_sha256: Sha256 | None = None
    incomplete: str | None = None
    text: str
    zones: tuple[Zone, ...] = ()
    notes: tuple[str, ...] = ()


class Quoted(Record):
    """Anything with evidence: `text[start:end] == quote` holds for the article it belongs to.

    Attributes:
        read_by: "rules" for what the model left, and for everything where there is no model.
    """

    item_id: str
    quote: str
    start: int
    end: int
    prefix: str = ""
    suffix: str = ""
    anchor_start: int
    anchor_end: int
    read_by: ReadBy = "model"


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
        checkable: numbers and quotations in the running text, which another report could give differently.
        covered: how many of them the model's own statements cover. What is neither covered nor `uncovered` was
            added by rules.
        failure: why nothing was extracted, if the status is "failed"; else which part of it was not read by the model, and why.
        requests: SHA-256 of the requests on whose answers the statements rest, under which the answer store keeps them.
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
    checkable: int = 0
    covered: int = 0
    failure: str | None = None
    requests: tuple[Sha256, ...] = ()
