"""The evidence of a bundle for a person who has nothing but a program that opens zip files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.reporting.escape import code, escape, strong_within
from summarizer.reporting.phrases import count
from summarizer.reporting.places import Places
from summarizer.schema import Article, Decision, Finding, Report, ReviewRecord, Side, Summary

_WHAT_IT_IS = (
    "What this file shows, and what it does not: each quote stands in the text of its article, character for character, and "
    "nothing in here was changed since the file was made, if its own SHA-256 is one that you have from somebody you trust. It "
    "does not show that the outlet published the text, nor who made this file: a hash is no signature."
)
_BY_HAND = (
    "With summarizer: `summarizer verify FILE`, and with the article's file `summarizer verify FILE --article PATH`. Without "
    "it: `sha256sum` of each file in here gives what manifest.json says; of a file in requests/ it gives its name; of an "
    "article's own file it gives the SHA-256 of its source below. Characters are counted from 0 in code points of the text in "
    "articles/, as Python counts them: `text[start:end]` is the quote."
)


def readme_of(report: Report, review: ReviewRecord, missing: Sequence[str]) -> str:
    """The Markdown of README.md.

    Args:
        report: a report of one finding.
        review: the decisions on it.
        missing: requests whose answers are not in the bundle.
    """
    return "\n\n".join(_paragraphs(report, review, missing)) + "\n"


def _paragraphs(report: Report, review: ReviewRecord, missing: Sequence[str]) -> Iterator[str]:
    finding, places = report.findings[0], Places.of(report.summaries)
    yield f"# Evidence: {escape(finding.question) or 'a finding'}"
    yield f"Finding {code(finding.finding_id)} · {_judged(finding)}"
    yield escape(finding.why)
    if finding.code_says:
        yield f"Check in code: {escape(finding.code_says)}"
    yield "## What each article says"
    numbers = {one.article.article_id: number for number, one in enumerate(report.summaries, start=1)}
    for side in finding.sides:
        yield from _side(side, numbers[side.article_id], places)
    yield "## The articles"
    for number, summary in enumerate(report.summaries, start=1):
        yield from _article(number, summary, places)
    yield "## What people decided"
    yield from map(_decision, review.decisions)
    if not review.decisions:
        yield "Nobody has decided about it."
    yield "## How it was found"
    yield from _run(report, missing)
    yield "## How to check it"
    yield _WHAT_IT_IS
    yield _BY_HAND


def _judged(finding: Finding) -> str:
    cause = f" ({finding.cause})" if finding.cause else ""
    origins = count(finding.origins, "origin")
    return f"{finding.verdict}{cause} · {finding.severity} severity · decided by {finding.decided_by} · {origins}"


def _side(side: Side, number: int, places: Places) -> Iterator[str]:
    first, last = side.anchor_start - side.start, side.anchor_end - side.start
    quote = side.quote
    yield f"> {strong_within(quote[:first], quote[first:last], quote[last:])}"
    said = f" · according to {escape(side.speaker)}" if side.speaker else ""
    yield f"— {places.dated(side.article_id)}{said} · `articles/{number}.txt`, characters {side.start} to {side.end}"


def _article(number: int, summary: Summary, places: Places) -> Iterator[str]:
    article = summary.article
    yield f"**{number}.** {places.dated(article.article_id)}, read from {code(article.path)}"
    lines = [f"- SHA-256 of its {_source(article)}: {code(article.source_sha256 or 'was not kept')}"]
    lines.append(f"- SHA-256 of `articles/{number}.txt`: {code(article.text_sha256 or 'was not kept')}")
    if article.url:
        lines.append(f"- address: {code(article.url)}")
    yield "\n".join(lines)


def _source(article: Article) -> str:
    return "file as unpacked" if article.source_kind == "member" else "file"


def _decision(decision: Decision) -> str:
    ruling = f"{decision.ruling}{f' ({decision.reason})' if decision.reason else ''}" if decision.ruling else "a note"
    note = f": {escape(decision.note)}" if decision.note else ""
    return f"- {ruling} by {escape(decision.by)}, {decision.at:%Y-%m-%d %H:%M} UTC{note}"


def _run(report: Report, missing: Sequence[str]) -> Iterator[str]:
    run = report.run
    yield f"{escape(run.program)} {escape(run.version)}, model {code(run.model)} at {code(run.endpoint)}"
    if run.prompts:
        prompts = "\n".join(f"- {code(name)}: {code(digest)}" for name, digest in sorted(run.prompts.items()))
        yield f"Prompts, with the first twelve digits of their SHA-256:\n\n{prompts}"
    requests = [*(key for one in report.summaries for key in one.requests), *report.findings[0].requests]
    if not requests:
        yield "No language model's answer is named as its basis."
    if missing:
        keys = "\n".join(f"- {code(key)}" for key in missing)
        yield f"Of {count(len(set(requests)), 'request')} the answers to {len(missing)} are not in this file:\n\n{keys}"
