"""Contradictions that reviewers confirmed, as ClaimReview of schema.org.

A ClaimReview rates a claim. What is rated here is how articles stand to each other and never which of them is right: the
rating is words, without a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarizer.errors import ConfigError
from summarizer.exporting.given import Given, Publisher
from summarizer.exporting.linking import address_of, linked_json, web_address
from summarizer.review import FindingState, articles_of, as_read, states
from summarizer.schema import Article, Finding, Report, ReviewRecord, Side
from summarizer.terms import Ruling, Verdict

FILE = "claimreview.jsonld"
RATED: Mapping[Verdict, str] = {
    Verdict.CONTRADICT: "Articles contradict each other",
    Verdict.DIFFERS: "Articles tell it differently",
}
"""What is said of the findings of these verdicts; of others there is nothing to review."""

Node = dict[str, object]


def claim_review_files(report: Report, review: ReviewRecord, given: Given) -> Iterator[tuple[str, str]]:
    """The reviews as one file; none where nothing is confirmed. Raises ConfigError where nobody answers for them."""
    publisher = _checked(given.publisher)
    by_id = states(report, review)
    articles = articles_of(report)
    reviews = [
        _review(finding, by_id[finding.finding_id], articles, publisher)
        for finding in as_read(report)
        if finding.verdict in RATED and by_id[finding.finding_id].settled is Ruling.CONFIRMED
    ]
    if reviews:
        # A list: not every reader looks for reviews inside a graph.
        yield FILE, linked_json(reviews) + "\n"


def _checked(publisher: Publisher | None) -> Publisher:
    if publisher is None:
        raise ConfigError(
            "a ClaimReview is published in somebody's name: give the organisation that reviewed the findings with "
            "--publisher NAME and --publisher-url URL"
        )
    pages = {"--publisher-url": publisher.url, "--page-url": publisher.page}
    for option, address in pages.items():
        if address is not None and web_address(address) is None:
            raise ConfigError(f"{option} {address!a} is no address, such as https://example.org/")
    return publisher


def _review(finding: Finding, state: FindingState, articles: Mapping[str, Article], publisher: Publisher) -> Node:
    node: Node = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "author": {"@type": "Organization", "name": publisher.name, "url": web_address(publisher.url)},
        "datePublished": max(one.at for one in state.holding if one.ruling is Ruling.CONFIRMED).date().isoformat(),
        "claimReviewed": finding.question,
        "reviewBody": finding.why,
        "itemReviewed": {
            "@type": "Claim",
            "name": finding.question,
            "appearance": [_appearance(articles[key], finding) for key in dict.fromkeys(s.article_id for s in finding.sides)],
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": RATED[finding.verdict],
            "ratingExplanation": f"This says how the articles stand to each other, not which of them is right. {finding.why}",
        },
    }
    page = web_address(publisher.page)
    return {**node, "url": f"{page.partition('#')[0]}#f-{finding.finding_id}"} if page else node


def _appearance(article: Article, finding: Finding) -> Node:
    """An article in which the question is answered, with the words that answer it."""
    told: Node = {
        "@type": "CreativeWork",
        "headline": article.title,
        "url": address_of(article),
        "datePublished": None if article.published is None else article.published.isoformat(),
        "inLanguage": article.language,
        "author": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "hasPart": [_quotation(side) for side in finding.sides if side.article_id == article.article_id],
    }
    return {key: value for key, value in told.items() if value}


def _quotation(side: Side) -> Node:
    return {"@type": "Quotation", "text": side.quote}
