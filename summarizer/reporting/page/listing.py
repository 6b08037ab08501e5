"""The articles, one by one: what each is, how it was read, and how many findings it has a part in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from summarizer.naming import file_name
from summarizer.reporting.page.direction import direction, language_code
from summarizer.reporting.page.html import element
from summarizer.reporting.page.naming import Names
from summarizer.reporting.phrases import count, joined, sentence
from summarizer.schema import Report, Summary
from summarizer.terms import ArticleStatus, Verdict


def articles(report: Report, names: Names) -> Markup:
    """A list in the order of the report."""
    parts = Counter(
        article_id
        for finding in report.findings
        if finding.verdict is not Verdict.AGREE
        for article_id in {side.article_id for side in finding.sides}
    )
    items = [_article(summary, names, parts[summary.article.article_id]) for summary in report.summaries]
    return element("ol", *items, class_="articles")


def _article(summary: Summary, names: Names, findings: int) -> Markup:
    article = summary.article
    title = (article.title or "").strip() or "(no title)"
    bdi = element("bdi", title, class_="headline", lang=language_code(article.language), dir=direction(title))
    return element(
        "li",
        element("h3", element("a", bdi, href=f"#a-{article.article_id}", data_article=article.article_id)),
        element("p", element("bdi", names.name(article.article_id)), " · ", _about(summary, names)),
        element("p", *_found(summary, findings)),
        *(element("p", line, class_="warning") for line in _warnings(summary)),
        id=f"a-{article.article_id}",
    )


def _about(summary: Summary, names: Names) -> str:
    article = summary.article
    author = f"by {article.author}" if article.author else None
    language = f"language {article.language}" if article.language else None
    retells = f"retells, as the model reads it, {summary.main_source}" if summary.main_source else None
    return joined(names.date(article.article_id), author, language, retells, f"file {file_name(article.path)}")


def _found(summary: Summary, findings: int) -> Iterator[Markup | str]:
    read = "" if summary.status is not ArticleStatus.EXTRACTED else f", {count(len(summary.claims), 'statement')} read"
    yield f"Part of {count(findings, 'difference')}{read}."
    for note in summary.article.notes:
        yield f" {sentence(note[:1].upper() + note[1:])}"


def _warnings(summary: Summary) -> Iterator[str]:
    if summary.article.incomplete:
        yield f"Incomplete: {sentence(summary.article.incomplete)} What it does not say may stand in the missing part."
    if summary.status is ArticleStatus.FAILED:
        yield f"Nothing was extracted: {sentence(summary.failure or 'no reason is known')}"
    elif summary.status is ArticleStatus.READ:
        yield "Read, but not extracted."
    elif summary.failure:
        yield f"Extracted only in part: {sentence(summary.failure)} What it does not say may stand in the rest."
