"""What can be checked in a report by itself, and what its articles' own files say to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations

from summarizer.digests import finding_id, sha256_of_text
from summarizer.evidence.checks import Check, Status, held
from summarizer.schema import Article, Finding, Report, Summary

Identity = Callable[[str, str | None], str]
"""The id of an article, from its text and its outlet."""
_MOST_SHARED = 50
"""Sides of which pairs are tried; an id that rests on two rests on the first of many."""


def check_report(report: Report, identity: Identity) -> Iterator[Check]:
    """Every check of a report that `parse_report` has taken: that one held each quote to its text already.

    Args:
        report: a whole report, or one that is cut down to one finding.
        identity: makes an article's id.
    """
    quotes = sum(len(finding.sides) for finding in report.findings)
    yield Check(
        f"{quotes} quotes of {len(report.findings)} findings stand in their articles where they are said to", Status.HOLDS
    )
    for number, summary in enumerate(report.summaries, start=1):
        yield from _of_article(number, summary.article, identity)
    for finding in report.findings:
        yield from _of_finding(finding)


def _of_article(number: int, article: Article, identity: Identity) -> Iterator[Check]:
    named = f"article {number} ({article.path})"
    what = f"{named}: its text has the SHA-256 that is given"
    if article.text_sha256 is None:
        yield Check(what, Status.OPEN, "an earlier version of summarizer wrote the report, and kept none")
    else:
        yield held(what, holds=article.text_sha256 == sha256_of_text(article.text), detail="it has another one")
    own = identity(article.text, article.outlet)
    yield held(
        f"{named}: its id is that of its text and outlet", holds=own == article.article_id, detail=f"that would be {own}"
    )


def _of_finding(finding: Finding) -> Iterator[Check]:
    items = [side.item_id for side in finding.sides]
    ids = {finding_id([item], finding.kind) for item in items}
    ids |= {finding_id(pair, finding.kind) for pair in permutations(items[:_MOST_SHARED], 2)}
    what = f"finding {finding.finding_id}: its id is that of its sides"
    yield held(what, holds=finding.finding_id in ids, detail="it is that of none of them")


def held_against(report: Report, found: Sequence[Article], *, every: bool = True) -> Iterator[Check]:
    """What the files of the articles say, as they are read now.

    Args:
        report: what was written about them.
        found: the articles in the files at hand.
        every: say also of which articles no file is at hand.
    """
    for number, summary in enumerate(report.summaries, start=1):
        then, named = summary.article, f"article {number} ({summary.article.path})"
        now = _same(summary, found)
        if now is None:
            if every:
                yield Check(f"{named}: its file is as it was", Status.OPEN, "its file is not at hand")
            continue
        yield _of_bytes(named, then, now)
        yield held(
            f"{named}: its file gives the same text", holds=now.text == then.text, detail=_first_change(then.text, now.text)
        )


def _same(summary: Summary, found: Sequence[Article]) -> Article | None:
    """Of the articles in the files the one that this was: by its bytes and text, its text, its path, the name of its file."""
    then = summary.article
    ways: tuple[Callable[[Article], bool], ...] = (
        lambda now: now.article_id == then.article_id and now.source_sha256 == then.source_sha256,
        lambda now: now.article_id == then.article_id,
        lambda now: now.path == then.path,
        lambda now: now.path.rpartition("/")[2] == then.path.rpartition("/")[2],
    )
    return next((now for way in ways for now in found if way(now)), None)


def _of_bytes(named: str, then: Article, now: Article) -> Check:
    kind = "what was unpacked of its file" if then.source_kind == "member" else "its file"
    what = f"{named}: {kind} has the SHA-256 that is given"
    if then.source_sha256 is None:
        return Check(what, Status.OPEN, "an earlier version of summarizer wrote the report, and kept none")
    return held(what, holds=now.source_sha256 == then.source_sha256, detail=f"{now.path} has {now.source_sha256}")


def _first_change(then: str, now: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(then, now, strict=False)) if a != b), min(len(then), len(now)))
    return f"the texts differ from character {at} on"
