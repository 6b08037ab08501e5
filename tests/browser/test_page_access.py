"""The page for everybody: no violation of WCAG that axe-core finds, in every state that a reader brings it to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from browser.pages import HOSTILE, LARGE
from browser.watched import Browser

RULES = {"light": (), "dark": ("color-contrast",)}
"""In the dark the page is the same but for its colours."""


def violations(page: Any, *rules: str, within: str = "html") -> list[str]:
    """What axe-core finds there, by these rules or by all that it has: the rule, and the first places."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    only = {"runOnly": rules} if rules else {}
    found = axe.run(page, context=within, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("file", ["afghanistan", "depot", "ferry", "market"], indirect=True)
def test_the_findings_of_every_shipped_story(browser: Browser, file: Path) -> None:
    assert violations(browser.open(file)) == []


@pytest.mark.parametrize(("file", "scheme"), [("ferry", "light"), ("ferry", "dark"), (HOSTILE, "light")], indirect=["file"])
def test_every_part_of_a_page_without_its_script(browser: Browser, file: Path, scheme: str) -> None:
    """All parts stand below each other then. axe-core itself is a script: the page's own are taken out instead."""
    plain = file.with_name(f"plain_{file.name}")
    plain.write_text(re.sub(r"<script.*?</script>", "", file.read_text(encoding="utf-8"), flags=re.DOTALL), encoding="utf-8")

    assert violations(browser.open(plain, color_scheme=scheme), *RULES[scheme]) == []


@pytest.mark.parametrize(("file", "width", "scheme"), [("ferry", 1280, "dark"), (HOSTILE, 360, "light")], indirect=["file"])
def test_a_finding_and_an_article(browser: Browser, file: Path, width: int, scheme: str) -> None:
    page = browser.open(file, viewport={"width": width, "height": 740}, color_scheme=scheme)

    assert violations(page, *RULES[scheme]) == []
    page.locator(".list .finding h4 a:visible").nth(1).click()
    assert violations(page, *RULES[scheme]) == []
    page.keyboard.press("o")
    assert page.locator("#margins").is_visible()
    assert violations(page, *RULES[scheme]) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("file", ["ferry"], indirect=True)
def test_every_dialog_and_a_decision(browser: Browser, file: Path, scheme: str) -> None:
    page = browser.open(file, color_scheme=scheme)

    for key in "?cdn" if scheme == "light" else "?":
        page.keyboard.press(key)
        assert page.locator("dialog[open]").count() == 1
        assert violations(page, *RULES[scheme], within="dialog") == [], key
        page.keyboard.press("Escape")
        page.locator("dialog").wait_for(state="detached")
    page.keyboard.press("c")
    page.fill("dialog[open] input", "Ann Example")
    page.keyboard.press("Enter")
    page.keyboard.press("k")
    assert violations(page, *RULES[scheme], within="#desk") == []


@pytest.mark.parametrize("file", [LARGE], indirect=True)
def test_text_is_written_in_its_own_direction_and_language(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    told = page.evaluate(
        """() => [...document.querySelectorAll('.finding .quote[lang]')].map((one) =>
             [one.lang, getComputedStyle(one).direction])"""
    )

    assert {direction for language, direction in told if language in {"ar", "he", "fa"}} == {"rtl"}
    assert {direction for language, direction in told if language in {"zh", "ja", "ko", "hi", "ru", "de"}} == {"ltr"}
    assert page.evaluate("() => getComputedStyle(document.body).direction") == "ltr"
