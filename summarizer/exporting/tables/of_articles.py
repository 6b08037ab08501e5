"""The tables of what stands in the articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.exporting.tables.columns import Column, Kind, Table, of_article, of_evidence, of_passage
from summarizer.exporting.tables.source import Place, Source
from summarizer.schema import Summary


@dataclass(frozen=True)
class Item:
    """Something that was read in an article; `statement` and `speaker` are those of the statement it stands in."""

    place: Place
    item: Any
    statement: str | None = None
    speaker: str | None = None
    number: int = 0


def _rows(items: Callable[[Summary], Sequence[Any]]) -> Callable[[Source], Iterator[Item]]:
    def rows(source: Source) -> Iterator[Item]:
        for place in source.places.values():
            for number, item in enumerate(items(place.summary), start=1):
                article_id = place.article.article_id
                claim = source.claim_of(article_id, getattr(item, "item_id", ""))
                yield Item(place, item, claim.statement if claim else None, source.speaker_of(article_id, claim), number)

    return rows


def _counted(kind: str) -> Callable[[Place], int]:
    return lambda place: len(getattr(place.summary, kind))


ARTICLES = Table(
    "articles",
    "One row an article.",
    lambda source: iter(source.places.values()),
    ("article_id",),
    (
        Column("article_id", Kind.TEXT, "Stable id: a hash of the text and the outlet.", "article.article_id"),
        Column("outlet", Kind.TEXT, "Outlet, as the report names it; no two articles share this name.", "outlet"),
        Column("date", Kind.DATE, "When the article says it was published.", "article.published"),
        Column("address", Kind.TEXT, "Web address, or the file.", "address"),
        Column("title", Kind.TEXT, "Headline.", "article.title"),
        Column("author", Kind.TEXT, "Byline.", "article.author"),
        Column("language", Kind.TEXT, "Language code.", "article.language"),
        Column(
            "published_time",
            Kind.TEXT,
            "Time of day of the publication, with the UTC offset if given.",
            "article.published_time",
        ),
        Column("published_basis", Kind.TEXT, "Where the date was found.", "article.published_basis"),
        Column("inferred_period", Kind.TEXT, "When the model infers it was written, if it has no date.", "summary.period"),
        Column("url", Kind.TEXT, "Web address.", "article.url"),
        Column("path", Kind.TEXT, "File, as it was named; #n is the n-th article in it.", "article.path"),
        Column("origin_id", Kind.TEXT, "The origin it goes back to.", lambda place: place.origin and place.origin.origin_id),
        Column("main_source", Kind.TEXT, "What the article as a whole retells, in the model's words.", "summary.main_source"),
        Column("credited", Kind.TEXTS, "Whom else it credits.", "summary.credited"),
        Column("status", Kind.TEXT, "How far it came: read, extracted or failed.", "summary.status"),
        Column("failure", Kind.TEXT, "Why nothing, or not all of it, was extracted.", "summary.failure"),
        Column("incomplete", Kind.TEXT, "Why the text is known not to be the whole article.", "article.incomplete"),
        Column("claims", Kind.INTEGER, "How many statements were read in it.", _counted("claims")),
        Column("figures", Kind.INTEGER, "How many figures.", _counted("figures")),
        Column("attributions", Kind.INTEGER, "How many attributions.", _counted("attributions")),
        Column("missing", Kind.INTEGER, "How many answers have no evidence in it.", _counted("missing")),
        Column("checkable", Kind.INTEGER, "Numbers and quotations in its running text.", "summary.checkable"),
        Column("covered", Kind.INTEGER, "How many of these the model's own statements cover.", "summary.covered"),
        Column("notes", Kind.TEXTS, "What was done to it while reading, and what is in doubt.", "article.notes"),
        Column("characters", Kind.INTEGER, "Length of the text in code points.", lambda place: len(place.article.text)),
        Column("text", Kind.TEXT, "The readable text, which all places index.", "article.text", in_csv=False),
    ),
    {"origins": ("origin_id",)},
    ("outlet", "language", "status", "date"),
    ("title", "text"),
)

_OF_CLAIM = (
    Column("claim_id", Kind.TEXT, "The statement it stands in.", "item.claim_id"),
    Column("statement", Kind.TEXT, "That statement, in the model's words.", "statement"),
)

CLAIMS = Table(
    "claims",
    "One row a statement of an article.",
    _rows(lambda summary: summary.claims),
    ("article_id", "claim_id"),
    (
        Column("claim_id", Kind.TEXT, "Stable id; with article_id it names the statement.", "item.item_id"),
        *of_article(),
        Column("statement", Kind.TEXT, "Who, what, where and when in one sentence, in the model's words.", "item.statement"),
        Column("modality", Kind.TEXT, "asserted, alleged, denied, expected or opinion.", "item.modality"),
        Column("speaker", Kind.TEXT, "Who says it; empty if the article itself.", "speaker"),
        Column("attribution_id", Kind.TEXT, "The attribution it hangs on.", "item.attribution_id"),
        Column("as_of", Kind.TEXT, "When it holds, as the article puts it.", "item.when"),
        Column("earliest", Kind.DATE, "First day of that time, where code could tell.", "item.earliest"),
        Column("latest", Kind.DATE, "The day behind the last one.", "item.latest"),
        Column("doubts", Kind.TEXTS, "Names in the statement that do not stand in the article.", "item.doubts"),
        *of_evidence(),
    ),
    {"articles": ("article_id",), "attributions": ("article_id", "attribution_id")},
    ("outlet", "modality", "speaker"),
    ("statement", "quote"),
)

FIGURES = Table(
    "figures",
    "One row a figure of an article: as written, and as the interval it means.",
    _rows(lambda summary: summary.figures),
    ("article_id", "figure_id"),
    (
        Column("figure_id", Kind.TEXT, "Stable id; with article_id it names the figure.", "item.item_id"),
        *of_article(),
        Column("measure", Kind.TEXT, "What is counted or measured.", "item.measure"),
        Column("of_whom", Kind.TEXT, "Of whom or what.", "item.of"),
        Column("figure", Kind.TEXT, "Exactly as the article writes it.", "item.figure"),
        Column("low", Kind.REAL, "Lowest value that the words mean; empty: no lower end.", "item.low"),
        Column("high", Kind.REAL, "Highest value; empty: no upper end.", "item.high"),
        Column(
            "approximator", Kind.TEXT, "exact, about, at_least, more_than, at_most, less_than or between.", "item.approximator"
        ),
        Column("unit", Kind.TEXT, "Unit, singular.", "item.unit"),
        Column("direction", Kind.TEXT, "up or down, for a change.", "item.direction"),
        Column("speaker", Kind.TEXT, "Who gives it; empty if the article itself.", "speaker"),
        Column("as_of", Kind.TEXT, "When it holds, as the article puts it.", "item.as_of"),
        Column("earliest", Kind.DATE, "First day of that time, where code could tell.", "item.earliest"),
        Column("latest", Kind.DATE, "The day behind the last one.", "item.latest"),
        Column("location", Kind.TEXT, "Where it holds, as the article puts it.", "item.where"),
        Column(
            "vague", Kind.BOOLEAN, "A word such as “many”, whose interval is only good for a cautious comparison.", "item.vague"
        ),
        Column("additional", Kind.BOOLEAN, "Comes on top of a figure told before: “another three”.", "item.additional"),
        Column("partitive", Kind.BOOLEAN, "A part of a group: “one of the soldiers”.", "item.partitive"),
        Column("digit_precision", Kind.REAL, "Place value of the last digit that is meant; 0: to the unit.", "item.precision"),
        *_OF_CLAIM,
        *of_evidence(),
    ),
    {"articles": ("article_id",), "claims": ("article_id", "claim_id")},
    ("outlet", "measure", "unit", "approximator"),
    ("measure", "figure", "quote"),
)

ATTRIBUTIONS = Table(
    "attributions",
    "One row for who says something in an article.",
    _rows(lambda summary: summary.attributions),
    ("article_id", "attribution_id"),
    (
        Column("attribution_id", Kind.TEXT, "Stable id; with article_id it names the attribution.", "item.item_id"),
        *of_article(),
        Column("speaker", Kind.TEXT, "Who says it, as the article names him.", "item.source"),
        Column("role", Kind.TEXT, "What he is, as the article puts it.", "item.role"),
        Column("cue", Kind.TEXT, "The word that introduces it: said, denied.", "item.cue"),
        Column("content", Kind.TEXT, "His own words, where they stand in quotation marks.", "item.content"),
        Column("direct", Kind.BOOLEAN, "The quote holds words in quotation marks.", "item.direct"),
        Column("through", Kind.TEXTS, "Through whom it reached the article, nearest to the speaker first.", "item.via"),
        Column("modality", Kind.TEXT, "asserted, alleged, denied, expected or opinion.", "item.modality"),
        *_OF_CLAIM,
        *of_evidence(),
    ),
    {"articles": ("article_id",), "claims": ("article_id", "claim_id")},
    ("outlet", "speaker", "modality", "direct"),
    ("speaker", "content", "quote"),
)

MISSING = Table(
    "missing",
    "One row an answer of the model whose evidence is not in the article: no evidence, never compared.",
    _rows(lambda summary: summary.missing),
    ("article_id", "missing_id"),
    (
        Column("missing_id", Kind.TEXT, "Stable id; with article_id it names the answer.", "item.item_id"),
        *of_article(),
        Column("kind", Kind.TEXT, "What it was to be: claim, figure, role, …", "item.kind"),
        Column("statement", Kind.TEXT, "What the model said.", "item.statement"),
        Column("anchor", Kind.TEXT, "The words it said it copied.", "item.anchor"),
        Column(
            "sentences", Kind.TEXTS, "Numbers of the sentences it cited.", lambda row: [str(one) for one in row.item.sentences]
        ),
        Column("why", Kind.TEXT, "What could not be found.", "item.why"),
    ),
    {"articles": ("article_id",)},
    ("outlet", "kind"),
    ("statement", "anchor"),
)

UNCOVERED = Table(
    "uncovered",
    "One row a number or quotation in the running text that nothing which was read covers.",
    _rows(lambda summary: summary.uncovered),
    ("article_id", "uncovered_number"),
    (
        *of_article(),
        Column("uncovered_number", Kind.INTEGER, "Its number in the article.", "number"),
        Column("kind", Kind.TEXT, "number or quotation.", "item.kind"),
        *of_passage(),
    ),
    {"articles": ("article_id",)},
    ("outlet", "kind"),
)
