"""Filters and search show exactly the findings that fit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from browser.pages import LARGE, report_of
from browser.watched import Browser

LISTED = """() => {
  document.querySelectorAll('details').forEach((one) => { one.open = true; });
  return [...document.querySelectorAll('.list .finding')].filter((one) => one.checkVisibility()).length;
}"""

OPTIONS = "(id) => [...document.getElementById(id).options].map((one) => one.value)"


def listed(page: Any) -> int:
    """How many findings are shown once everything is unfolded."""
    return page.evaluate(LISTED)


@pytest.mark.parametrize("file", [LARGE], indirect=True)
def test_a_filter_shows_the_findings_that_have_what_is_chosen(browser: Browser, file: Path) -> None:
    report = report_of(LARGE)
    page = browser.open(file)

    assert listed(page) == len(report.findings)
    for name in ("verdict", "severity", "kind"):
        for value in page.evaluate(OPTIONS, name)[1:]:
            page.select_option(f"#{name}", value)
            assert listed(page) == len([one for one in report.findings if getattr(one, name) == value])
        page.click("#reset")
    assert listed(page) == len(report.findings)


@pytest.mark.parametrize("file", ["market"], indirect=True)
def test_an_outlet_shows_the_findings_that_its_article_has_a_part_in(browser: Browser, file: Path) -> None:
    report = report_of("market")
    page = browser.open(file)

    assert listed(page) == len(report.findings)
    for value in page.evaluate(OPTIONS, "outlet")[1:]:
        page.select_option("#outlet", value)
        assert listed(page) == len([one for one in report.findings if value in {side.article_id for side in one.sides}])


@pytest.mark.parametrize("file", [LARGE], indirect=True)
def test_a_search_shows_the_findings_that_hold_all_its_words(browser: Browser, file: Path) -> None:
    page = browser.open(file)

    for words in ("TORVIK (17", "الشوارع", "救援负责人", "Räumung Straßen", "nothing that is there"):
        page.fill("#q", words)
        told = page.evaluate(
            "() => [...document.querySelectorAll('.list .finding')].map((one) => [one.hidden, one.textContent])"
        )
        holds = [all(word in text.lower() for word in words.lower().split()) for _, text in told]
        assert [not hidden for hidden, _ in told] == holds
        assert f"{sum(holds)} of " in page.inner_text("#count")


@pytest.mark.parametrize("file", ["market"], indirect=True)
def test_a_dismissed_finding_leaves_the_list_until_it_is_asked_for(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    before = listed(page)
    page.keyboard.press("d")
    page.keyboard.press("1")
    page.fill("dialog[open] input", "Ann Example")
    page.keyboard.press("Enter")

    assert listed(page) == before - 1
    page.select_option("#decision", "dismissed")
    assert listed(page) == 1


@pytest.mark.parametrize("file", ["market"], indirect=True)
def test_what_reviewers_rule_differently_is_open_under_every_filter(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.keyboard.press("c")
    page.fill("dialog[open] input", "Ann Example")
    page.keyboard.press("Enter")
    page.click("#who")
    page.fill("dialog[open] input", "Bo Example")
    page.keyboard.press("Enter")
    page.locator(".list .finding h4 a").first.click()
    page.keyboard.press("d")
    page.keyboard.press("1")

    page.click("#choices summary")
    told = {}
    for decision in ("dismissed", "confirmed", "disputed", "open"):
        page.evaluate("() => { document.querySelector('.cards').scrollTop = 500; }")
        page.select_option("#decision", decision)
        told[decision] = page.locator(".list .finding").first.is_visible()
        assert page.evaluate("() => document.querySelector('.cards').scrollTop") == 0

    assert told == {"dismissed": False, "confirmed": False, "disputed": True, "open": True}
