"""Deciding on the page by keyboard and by mouse; the decisions stay, and are handed over as review.toml."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from browser.pages import HOSTILE, findings_in_order, report_of, write_page
from browser.watched import Browser

from summarizer.review import parse_review, render_review, states
from summarizer.terms import DismissalReason, Ruling

NAME = "Ann Example"
NOTE = 'two\nlines, "quotes", \\ and 🚢 \u202e'
ferry = pytest.mark.parametrize("file", ["ferry"], indirect=True)


def shown(page: Any) -> int:
    """The number of the finding on the desk."""
    return int(page.inner_text("#desk-title").partition(".")[0])


def give_name(page: Any) -> None:
    page.fill("dialog[open] input", NAME)
    page.keyboard.press("Enter")


def handed_over(page: Any) -> bytes:
    with page.expect_download() as download:
        page.click("#hand-over")
    assert download.value.suggested_filename == "review.toml"
    return Path(download.value.path()).read_bytes()


@ferry
def test_a_reviewer_walks_the_findings_by_keyboard(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    first = shown(page)

    page.keyboard.press("j")
    assert shown(page) == first + 1
    page.keyboard.press("k")
    assert shown(page) == first
    page.keyboard.press("c")
    give_name(page)
    assert shown(page) == first + 1
    page.keyboard.press("u")
    assert shown(page) == first + 2
    page.keyboard.press("d")
    page.keyboard.press("4")
    assert shown(page) == first + 3
    page.keyboard.press("n")
    page.fill("dialog[open] textarea", "asked the desk")
    page.keyboard.press("Control+Enter")

    decided = page.evaluate(
        "() => [...document.querySelectorAll('.list .finding .decided')].slice(0, 4).map((one) => one.dataset.state)"
    )
    assert decided == ["confirmed", "unsure", "dismissed", "open"]
    assert re.search(r"Note by Ann Example on [^:]+: “asked the desk”$", page.inner_text("#judging").strip())
    page.keyboard.press("/")
    assert page.evaluate("() => document.activeElement.id") == "q"
    page.keyboard.press("j")
    assert page.input_value("#q") == "j"
    page.keyboard.press("Escape")
    page.fill("#q", page.locator(".list .finding .question").nth(4).inner_text())
    page.press("#q", "Enter")
    assert shown(page) == first + 4
    page.fill("#q", "")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("j")
    page.keyboard.press("Escape")
    page.locator("dialog").wait_for(state="detached")


@ferry
def test_keys_of_the_browser_and_of_a_form_are_left_alone(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    first = shown(page)

    for keys in ("Control+j", "Alt+k", "Meta+c"):
        page.keyboard.press(keys)
    page.click("#choices summary")
    page.focus("#verdict")
    page.keyboard.press("d")

    assert shown(page) == first
    assert page.locator("dialog").count() == 0


@ferry
def test_decisions_survive_a_reload_and_an_undo_takes_the_last_one_back(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.keyboard.press("c")
    give_name(page)
    page.keyboard.press("u")
    page.keyboard.press("z")

    page.reload()

    decided = page.evaluate(
        "() => [...document.querySelectorAll('.list .finding .decided')].slice(0, 3).map((one) => one.dataset.state)"
    )
    assert decided == ["confirmed", "open", "open"]
    assert "1 of " in page.inner_text("#progress")


@ferry
def test_a_key_decides_once_and_its_decision_can_be_taken_back(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    first = shown(page)
    page.keyboard.press("c")
    give_name(page)
    page.keyboard.press("d")
    page.keyboard.press("1")
    assert shown(page) == first + 2
    assert page.evaluate("() => document.activeElement.tagName") == "A"
    page.keyboard.down("u")
    page.keyboard.down("u")
    page.keyboard.up("u")
    assert shown(page) == first + 3

    page.reload()
    page.locator(".list .finding h4 a").first.click()
    page.keyboard.press("c")

    assert shown(page) == first
    assert "taken back" in page.inner_text("#said")
    assert page.locator("#judging .act.confirmed").get_attribute("aria-pressed") == "false"
    assert "2 of " in page.inner_text("#progress")


@ferry
def test_an_undo_leaves_what_another_window_decided_since(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.keyboard.press("c")
    give_name(page)
    other = page.context.new_page()
    other.goto(page.url)
    other.keyboard.press("k")
    other.keyboard.press("u")
    page.wait_for_function("() => document.querySelector('.finding .decided').dataset.state === 'unsure'")

    page.keyboard.press("z")

    assert "Nothing to undo" in page.inner_text("#said")
    assert page.locator(".finding .decided").first.get_attribute("data-state") == "unsure"


@ferry
def test_the_way_back_leads_to_what_a_link_was_followed_from(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    first = shown(page)
    page.keyboard.press("j")
    page.locator("#pane-right .read").click()
    page.mouse.wheel(0, 250)
    page.locator("#reading .note a").last.click()
    assert shown(page) != first + 1

    page.go_back()
    page.wait_for_function("() => document.body.dataset.view === 'reading'")
    assert page.locator("#reading .here").first.is_visible()
    assert page.locator("#reading .note a").last.evaluate("(one) => one.getBoundingClientRect().bottom <= innerHeight")
    page.go_back()
    page.wait_for_function("() => document.body.dataset.view === 'findings'")

    assert shown(page) == first + 1


@pytest.mark.parametrize("file", ["ferry", HOSTILE], indirect=True)
def test_what_is_handed_over_reads_back_to_the_same_decisions_and_bytes(browser: Browser, file: Path, tmp_path: Path) -> None:
    report = report_of(file.stem)
    page = browser.open(file)
    page.keyboard.press("c")
    give_name(page)
    page.keyboard.press("d")
    page.keyboard.press("1")
    page.keyboard.press("u")
    page.keyboard.press("n")
    page.fill("dialog[open] textarea", NOTE)
    page.keyboard.press("Control+Enter")
    text = handed_over(page)

    review = parse_review(text, "review.toml")
    assert render_review(review).encode() == text
    made = {one.finding_id: one for one in review.decisions}
    first, second, third, fourth = (made[one.finding_id] for one in findings_in_order(page, report)[:4])
    assert [one.ruling for one in (first, second, third, fourth)] == [Ruling.CONFIRMED, Ruling.DISMISSED, Ruling.UNSURE, None]
    assert second.reason is DismissalReason.SAME
    assert fourth.note == NOTE
    texts = {one.article.article_id: one.article.text for one in report.summaries}
    for decision in review.decisions:
        assert decision.by == NAME
        assert [texts[place.article_id][place.start : place.end] for place in decision.evidence] == [
            place.quote for place in decision.evidence
        ]
    assert not [one for one in states(report, review).values() if one.is_stale]

    again = browser.open(write_page(report, tmp_path / "again.html", review))
    assert handed_over_decisions(again) == [one.model_dump() for one in review.decisions]


def handed_over_decisions(page: Any) -> list[dict[str, Any]]:
    return [one.model_dump() for one in parse_review(handed_over(page), "review.toml").decisions]
