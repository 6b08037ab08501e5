"""ClaimReview: only what reviewers confirmed, only in somebody's name, and no rating of truth."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from exporting.linked_reports import ADDRESS, PUBLISHED_BY, fire_on_the_web
from review.reviewed import decision

from summarizer.errors import ConfigError
from summarizer.exporting import Format, Given, Publisher, files_of
from summarizer.schema import ReviewRecord

REPORT = fire_on_the_web()
CONFIRMED = ReviewRecord(decisions=(decision(REPORT, "f1"), decision(REPORT, "f3")))


def _reviews(review: ReviewRecord, publisher: Publisher | None = PUBLISHED_BY, report=REPORT) -> list[dict]:
    files = dict(files_of(Format.CLAIM_REVIEW, report, review, Given(publisher)))
    return json.loads(files["claimreview.jsonld"]) if files else []


def test_a_confirmed_contradiction_is_reviewed_with_both_articles_and_their_words() -> None:
    told = _reviews(CONFIRMED)[0]

    assert told["claimReviewed"] == told["itemReviewed"]["name"] == "What of f1?"
    assert told["author"] == {"@type": "Organization", "name": "Example Desk", "url": "https://desk.example/"}
    assert told["datePublished"] == "2031-05-01"
    one, two = told["itemReviewed"]["appearance"]
    assert (one["url"], one["author"]["name"]) == (ADDRESS, "Harbour")
    assert one["hasPart"] == [{"@type": "Quotation", "text": "Nine boats burned."}]
    assert "url" not in two


def test_the_rating_is_words_on_how_articles_stand_and_no_number() -> None:
    ratings = [one["reviewRating"] for one in _reviews(CONFIRMED)]

    assert [one["alternateName"] for one in ratings] == ["Articles contradict each other", "Articles tell it differently"]
    assert all(one.keys() == {"@type", "alternateName", "ratingExplanation"} for one in ratings)


@pytest.mark.parametrize(
    "decisions",
    [
        (),
        (decision(REPORT, "f1", "dismissed"),),
        (decision(REPORT, "f1", "unsure"),),
        (decision(REPORT, "f1"), decision(REPORT, "f1", "dismissed", by="Ben")),
    ],
    ids=["undecided", "dismissed", "unsure", "disputed"],
)
def test_what_is_not_confirmed_gives_no_file(decisions: tuple) -> None:
    assert _reviews(ReviewRecord(decisions=decisions)) == []


def test_a_decision_on_evidence_that_has_changed_gives_no_file() -> None:
    later = REPORT.model_copy(
        update={"findings": tuple(one.model_copy(update={"verdict": "agree"}) for one in REPORT.findings)}
    )

    assert _reviews(CONFIRMED, report=later) == []


@pytest.mark.parametrize(
    ("publisher", "named"),
    [
        (None, "--publisher"),
        (replace(PUBLISHED_BY, url="desk.example"), "--publisher-url"),
        (replace(PUBLISHED_BY, url="javascript:x"), "--publisher-url"),
        (replace(PUBLISHED_BY, page="my page"), "--page-url"),
    ],
)
def test_without_a_publisher_with_an_address_nothing_is_written(publisher: Publisher | None, named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        _reviews(CONFIRMED, publisher)


def test_a_published_page_gives_each_review_its_place_on_it() -> None:
    told = _reviews(CONFIRMED, replace(PUBLISHED_BY, page="https://desk.example/fire.html#top"))

    assert [one["url"] for one in told] == [f"https://desk.example/fire.html#f-{one}" for one in ("f1", "f3")]
    assert "url" not in _reviews(CONFIRMED)[0]
