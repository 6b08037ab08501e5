"""The page as it is without its script: everything of the report, in its order, for a reader and for a screen reader."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import pytest
from report.page.page_reading import data_of, parsed, words
from report.report_factory import ferry, report, run

from summarizer.review import Judgement, articles_of, decision_on
from summarizer.schema import News, Report, ReviewRecord
from summarizer.terms import RULES, DismissalReason, Ruling

AT = dt.datetime(2021, 6, 1, 9, 30, tzinfo=dt.UTC)


def decided(made: Report, number: int, *judgement: Any) -> ReviewRecord:
    decision = decision_on(made.findings[number], articles_of(made), Judgement(*judgement), by="Ann Lind", at=AT)
    return ReviewRecord(decisions=(decision,))


def test_the_top_says_what_it_is_of_which_articles_what_was_found_and_what_was_not_read() -> None:
    page = parsed(ferry())
    top = words(page.xpath("//header")[0])

    assert "Every quote is cut out of an article" in top
    assert "3 articles from 3 outlets (The Courier, Evening Post and The Weekly), published from 3 March to 8 May 2021" in top
    assert "2 contradictions (1 of high and 1 of medium severity)" in top
    assert "1 file could not be used" in top
    assert "\\" not in top
    assert "**" not in top


def test_without_a_model_the_top_says_so_first() -> None:
    page = parsed(report(run=run(model=RULES)))

    assert "No language model read these articles." in words(page.xpath("//header//p[@class='warning']")[0])


def test_findings_stand_in_the_order_of_the_report_under_their_verdicts() -> None:
    page = parsed(ferry())
    cards = page.xpath("//article[contains(@class, 'finding')]")

    assert [card.get("id") for card in cards] == ["f-f-30b2", "f-f-77aa", "f-f-51e0", "f-f-9c1d", "f-f-6d04"]
    assert [card.get("data-number") for card in cards] == ["1", "2", "3", "4", "5"]
    assert [ferry().findings[int(card.get("data-place"))].finding_id for card in cards] == [
        card.get("id")[2:] for card in cards
    ]
    groups = page.xpath("//details[@class='group']")
    assert [group.get("data-verdict") for group in groups] == ["contradict", "unsure", "update", "agree"]
    assert [group.get("open") is not None for group in groups] == [True, True, True, False]


def test_a_finding_has_all_that_is_needed_to_judge_it() -> None:
    card = parsed(ferry()).xpath("//article[@id='f-f-77aa']")[0]
    told = words(card)

    assert words(card.xpath(".//h4")[0]) == "2. Was the Amalia overloaded?"
    assert "The operator denies what a port official and the inquiry state." in told
    assert "medium severity" in told
    assert "denial" in told
    assert "Decided by the model alone." in told
    assert [words(mark) for mark in card.xpath(".//mark")] == [
        "denied that the ship was overloaded",
        "90 more than its licence allows",
        "its licence allowed 320",
    ]
    assert "The Courier · 3 March 2021 · according to Blue Line" in told
    assert "Evening Post · no date given · according to a port official" in told
    assert [quote.get("lang") for quote in card.xpath(".//q")] == ["en", "en", "en"]


def test_one_origin_is_named() -> None:
    told = words(parsed(ferry()).xpath("//article[@id='f-f-30b2']")[0])

    assert "Check in code: 183 or more and 150 have no number in common." in told
    assert "Both go back to one origin: Radio Delta." in told


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [int(heading.tag[1]) for heading in parsed(ferry()).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_landmarks_and_links_lead_to_what_is_there() -> None:
    page = parsed(ferry())
    ids = page.xpath("//@id")

    assert len(page.xpath("//main")) == len(page.xpath("//header")) == len(page.xpath("//nav")) == 1
    assert len(ids) == len(set(ids))
    assert [link for link in page.xpath("//a/@href") if link.removeprefix("#") not in ids] == []
    assert all(section.get("aria-labelledby") in ids for section in page.xpath("//main/section"))


def test_what_could_not_be_checked_is_listed_without_the_path_of_a_machine() -> None:
    made = ferry()
    failure = made.failures[0].model_copy(update={"what": "/home/ann/story/scan.pdf"})
    checks = words(parsed(made.model_copy(update={"failures": (failure,)})).xpath("//section[@id='checks']")[0])

    assert "Could not be read: scan.pdf: the file holds pictures of pages and no text" in checks
    assert "/home/ann" not in checks
    assert "the model says “The Amalia was built in 1987.”".replace("“", "").replace("”", "") in checks
    assert "Forty others" in checks
    assert "6,120 tokens in" in checks


def test_a_dismissed_finding_stands_apart_at_the_end_with_its_reason() -> None:
    made = ferry()
    page = parsed(made, decided(made, 1, Ruling.DISMISSED, DismissalReason.ROUNDING))
    groups = page.xpath("//details[@class='group']")

    assert groups[-1].get("data-verdict") == "dismissed"
    assert groups[-1].get("open") is None
    (card,) = groups[-1].xpath(".//article")
    assert card.get("id") == "f-f-30b2"
    assert card.get("data-number") == "1"
    assert "Dismissed by Ann Lind on 1 June 2021 (rounding, “at least”, or a vague word)." in words(card)


def test_a_stale_decision_says_what_changed() -> None:
    made = ferry()
    changed = made.findings[1].model_copy(update={"verdict": made.findings[3].verdict})
    later = made.model_copy(update={"findings": (made.findings[0], changed, *made.findings[2:])})
    page = parsed(later, decided(made, 1, Ruling.CONFIRMED))
    card = page.xpath("//article[@id='f-f-30b2']")[0]

    assert card.xpath(".//div[contains(@class, 'decided')]/@data-state") == ["stale"]
    assert "Decided on other evidence (the verdict was contradict and is unsure): decide again." in words(card)
    assert data_of(page, "review-data")["standing"] == [[0, "f-30b2", True]]


def test_what_is_new_is_marked_and_told_at_the_top() -> None:
    made = ferry().model_copy(update={"news": News(articles=("a3",), findings=("f-77aa",), gone=("Was it <fog>?",))})
    page = parsed(made)

    assert [one.getparent().getparent().get("id") for one in page.xpath("//span[contains(@class, 't-new')]")] == ["f-f-77aa"]
    assert "New since the run before: 1 article (The Weekly); 1 finding, marked “new”;" in words(page.xpath("//header")[0])
    assert "“Was it <fog>?”" in words(page.xpath("//header")[0])
    assert [one["id"] for one in data_of(page, "report-data")["findings"] if one.get("new")] == ["f-77aa"]


def test_decisions_go_with_the_page_and_with_their_standing() -> None:
    made = ferry()
    review = decided(made, 2, Ruling.UNSURE)
    data = data_of(parsed(made, review), "review-data")

    assert ReviewRecord.model_validate({key: data[key] for key in ("decisions", "seen", "reviewed_at")}) == review
    assert data["standing"] == [[0, "f-77aa", False]]


@pytest.mark.parametrize("made", [report(), ferry().model_copy(update={"findings": ()})])
def test_a_report_without_findings_is_a_page_all_the_same(made: Report) -> None:
    page = parsed(made)

    assert page.xpath("//article") == []
    assert "could be compared" in words(page.xpath("//section[@id='findings']")[0]) or "No contradiction" in words(page)


def test_offsets_of_the_data_are_those_of_the_report_and_each_text_stands_once() -> None:
    made = ferry()
    data = data_of(parsed(made), "report-data")

    texts = [article["text"] for article in data["articles"]]
    assert texts == [summary.article.text for summary in made.summaries]
    for finding, kept in zip(made.findings, data["findings"], strict=True):
        assert kept["question"] == finding.question
        sides = [(texts[one[0]][one[1] : one[2]], texts[one[0]][one[3] : one[4]]) for one in kept["sides"]]
        assert [quote for quote, _ in sides] == [side.quote for side in finding.sides]
        assert [anchor in side.quote for (_, anchor), side in zip(sides, finding.sides, strict=True)]


def test_a_date_that_an_articles_name_tells_is_not_told_twice() -> None:
    made = ferry()
    first, second, third = made.summaries
    twin = third.model_copy(update={"article": third.article.model_copy(update={"outlet": "The Courier"})})
    told = words(parsed(made.model_copy(update={"summaries": (first, second, twin)})).xpath("//article[@id='f-f-77aa']")[0])

    assert "The Courier (3 March 2021) · according to Blue Line" in told
    assert "Evening Post · no date given" in told
