"""The note of an article: what it says in which finding, who speaks in it, and its text."""

from __future__ import annotations

from summarizer.exporting.linking import web_address
from summarizer.exporting.vault.names import label
from summarizer.exporting.vault.notes import Notes, quote_block, side_block
from summarizer.exporting.vault.pieces import callout, note, plain
from summarizer.reporting.escape import in_note
from summarizer.reporting.findings import VERDICTS
from summarizer.schema import Article, Finding, Side, Summary
from summarizer.terms import ArticleStatus


def article_note(notes: Notes, summary: Summary) -> str:
    """The whole note."""
    one = summary.article
    name = notes.names[one.article_id]
    head = {
        "type": "article",
        "title": plain(one.title),
        "outlet": plain(one.outlet),
        "author": plain(one.author),
        "date": one.published,
        "language": plain(one.language),
        "url": plain(web_address(one.url)),
        "citekey": notes.keys[one.article_id],
        "article_id": plain(one.article_id),
        "source_sha256": one.source_sha256,
        "text_sha256": one.text_sha256,
        "aliases": [label(name)],
        "tags": ["summarizer/article"],
    }
    told = [in_note(words) for words in (one.title, one.author, notes.written(one.article_id)) if words]
    failed = f"Not all of it was read: {in_note(summary.failure)}" if summary.failure else ""
    if summary.status is ArticleStatus.FAILED and not failed:
        failed = "Nothing was extracted from it."
    return note(
        head,
        name,
        (
            f"{' · '.join([*told, f'[@{notes.keys[one.article_id]}]'])} · {notes.to_index()}",
            failed,
            *_quotes(notes, one),
            *_speakers(notes, summary),
            "## Text",
            *(in_note(part) for part in one.text.split("\n\n") if part.strip()),
        ),
    )


def _quotes(notes: Notes, article: Article) -> list[str]:
    """Each passage that a finding rests on once, in the order of the text, with all its findings."""
    by_place: dict[tuple[int, int], list[tuple[Finding, int, Side]]] = {}
    for found in notes.sides[article.article_id]:
        by_place.setdefault((found[2].start, found[2].end), []).append(found)
    blocks = [_quote(notes, by_place[place]) for place in sorted(by_place)]
    return ["## Quotes in findings", *blocks] if blocks else []


def _quote(notes: Notes, found: list[tuple[Finding, int, Side]]) -> str:
    sides = {finding.finding_id: (finding, number) for finding, number, _ in reversed(found)}
    lines = [
        f"- {notes.to_finding(finding, side_block(finding, number))} ({VERDICTS[finding.verdict]})"
        for finding, number in reversed(sides.values())
    ]
    side = found[0][2]
    return callout("quote", "Quote", [in_note(side.quote), "", *lines], quote_block(side))


def _speakers(notes: Notes, summary: Summary) -> list[str]:
    """Those with a note of their own as links, the others in the article's words."""
    sources = dict.fromkeys(notes.to_speaker(summary.article.article_id, one.source) for one in summary.attributions)
    return ["## Who speaks", "\n".join(f"- {source}" for source in sources)] if sources else []
