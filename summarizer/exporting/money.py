"""A report as entities of FollowTheMoney, for Aleph, OpenAleph and whatever else reads them.

The model knows articles, notes and mentions and has no claims, so a finding is a Note on the articles it is about. Nothing
is said that the report does not know: a speaker is a mention of a name, neither a person nor an organisation, and there is
no checksum, which would be that of the article's file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from summarizer.exporting.linking import address_of, linked_json
from summarizer.exporting.speakers import is_name, without_article
from summarizer.naming import file_name, names_of
from summarizer.review import FindingState, articles_of, as_read, states
from summarizer.schema import Article, Finding, Report, ReviewRecord, Summary

FILE = "entities.ftm.json"
_CODES = dict(
    pair.split(":")
    for pair in (
        "af:afr am:amh ar:ara az:aze be:bel bg:bul bn:ben bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa "
        "et:est fa:fas fi:fin fr:fra ga:gle he:heb hi:hin hr:hrv hu:hun hy:hye id:ind in:ind is:isl it:ita iw:heb "
        "ja:jpn ka:kat kk:kaz km:khm kn:kan ko:kor ky:kir lb:ltz lo:lao lt:lit lv:lav mk:mkd mn:mon mo:ron ms:msa "
        "mt:mlt my:mya ne:nep nl:nld no:nor pl:pol ps:pus pt:por ro:ron ru:rus si:sin sk:slk sl:slv sq:sqi sr:srp "
        "sv:swe sw:swa ta:tam te:tel tg:tgk th:tha tk:tuk tl:tgl tr:tur uk:ukr ur:urd uz:uzb vi:vie zh:zho "
    ).split()
)
"""The languages that the model knows, with its codes (ISO 639-3) for those of the articles (ISO 639-1)."""
Properties = dict[str, Sequence[str | None]]


def money_files(report: Report, review: ReviewRecord) -> Iterator[tuple[str, str]]:
    """One entity a line: the articles, the names of their speakers, and the findings that reviewers did not dismiss."""
    yield FILE, "".join(f"{linked_json(one, indent=None)}\n" for one in _entities(report, review))


def _entities(report: Report, review: ReviewRecord) -> Iterator[dict[str, object]]:
    for summary in report.summaries:
        yield _article(summary.article)
        yield from _mentions(summary)
    by_id = states(report, review)
    names = names_of(list(articles_of(report).values()))
    for finding in as_read(report):
        if not by_id[finding.finding_id].is_dismissed:
            yield _note(finding, by_id[finding.finding_id], names)


def _article(article: Article) -> dict[str, object]:
    published = None if article.published is None else article.published.isoformat()
    return _entity(
        _id("article", article.article_id),
        "Article",
        {
            "name": [article.title or file_name(article.path)],
            "title": [article.title],
            "fileName": [file_name(article.path)],
            "author": [article.author],
            "publisher": [article.outlet],
            "publishedAt": [published],
            "sourceUrl": [address_of(article)],
            "language": [_CODES.get((article.language or "").partition("-")[0])],
            "mimeType": ["text/plain"],
            "bodyText": [article.text.rstrip()],
        },
    )


def _mentions(summary: Summary) -> Iterator[dict[str, object]]:
    """The names of those who say something in an article; what is only a description ("officials") is no name."""
    article = summary.article
    said = dict.fromkeys(without_article(one.source) for one in summary.attributions)
    for name in said:
        if is_name(name, article.text):
            document = _id("article", article.article_id)
            yield _entity(_id("mention", article.article_id, name), "Mention", {"document": [document], "name": [name]})


def _note(finding: Finding, state: FindingState, names: Mapping[str, str]) -> dict[str, object]:
    sides = [f"{names[side.article_id]}, characters {side.start}–{side.end}: “{side.quote}”" for side in finding.sides]
    about = [_id("article", one) for one in dict.fromkeys(side.article_id for side in finding.sides)]
    tags = [finding.verdict, finding.kind, f"{finding.severity} severity"]
    if state.settled is not None:
        tags.append(f"reviewed: {state.settled}")
    return _entity(
        _id("note", finding.finding_id),
        "Note",
        {
            "name": [finding.question],
            "description": ["\n\n".join([f"{finding.question} {finding.why}", *sides])],
            "summary": [finding.why],
            "entity": about,
            "proof": about,
            "keywords": tags,
        },
    )


def _entity(identity: str, schema: str, properties: Properties) -> dict[str, object]:
    """An entity as the model writes it: every value a text in a list, without what is empty."""
    kept = {key: [value for value in values if value and value.strip()] for key, values in sorted(properties.items())}
    return {"id": identity, "schema": schema, "properties": {key: values for key, values in kept.items() if values}}


def _id(*parts: str) -> str:
    """A hash, as the model's own ids are: the same thing has the same one in every run."""
    return hashlib.sha1("\0".join(("summarizer", *parts)).encode(errors="replace"), usedforsecurity=False).hexdigest()
