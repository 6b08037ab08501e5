"""A reader whose mail program or browser runs no script reads the findings and their quotes all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.pages import findings_in_order, report_of
from browser.watched import Browser


@pytest.mark.parametrize("file", ["ferry"], indirect=True)
def test_findings_and_quotes_can_be_read_without_a_script(browser: Browser, file: Path) -> None:
    report = report_of("ferry")
    page = browser.open(file, java_script_enabled=False)
    folded = page.locator("details:not([open]) > summary:visible")
    while folded.count():
        folded.first.click()
    cards = page.evaluate(
        "() => [...document.querySelectorAll('.finding')].filter((one) => one.checkVisibility()).map((one) => one.textContent)"
    )
    shown = [" ".join(card.split()) for card in cards]

    assert len(shown) == len(report.findings)
    for finding, card in zip(findings_in_order(page, report), shown, strict=True):
        assert finding.question in card
        assert [side.quote for side in finding.sides[:2] if " ".join(side.quote.split()) not in card] == []
    assert page.locator("dialog:visible, button:visible, input:visible").count() == 0
