"""What is highlighted in an article is the quote, character by character, whatever stands before it."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser.pages import HOSTILE, LARGE, findings_in_order, report_of
from browser.watched import Browser

from summarizer.reporting.page.hidden import hidden_marks

QUOTED = """(id) => {
  const shown = [...document.querySelectorAll(`#pane-${id} .text mark.quote`)];
  return shown.map((one) => {
    const own = one.cloneNode(true);
    own.querySelectorAll('.references').forEach((other) => other.remove());
    own.querySelectorAll('.hidden-character').forEach((other) => other.replaceWith('\\u0001'));
    return own.textContent;
  }).join('');
}"""


@pytest.mark.parametrize(("file", "most"), [("ferry", 12), (LARGE, 20), (HOSTILE, 23)], indirect=["file"])
def test_the_highlighted_characters_are_the_quote(browser: Browser, file: Path, most: int) -> None:
    page = browser.open(file)
    findings = findings_in_order(page, report_of(file.stem))
    seen = 0

    for _ in range(most):
        finding = findings[int(page.inner_text("#desk-title").partition(".")[0]) - 1]
        left, right = (page.evaluate(QUOTED, side) for side in ("left", "right"))
        for highlighted, side in zip((left, right), finding.sides[:2], strict=True):
            assert same(highlighted, side.quote), (highlighted, side.quote)
            seen += any(ord(char) > 0xFFFF for char in side.quote)
        page.keyboard.press("j")
    assert seen or file.stem == "ferry"


def same(highlighted: str, quote: str) -> bool:
    """But for blanks, as a blank line is not shown, and for characters that no reader sees, a run of which is one mark."""
    shown, place = "", 0
    for start, end, _ in hidden_marks(quote):
        shown += quote[place:start] + "\x01"
        place = end
    return "".join(highlighted.split()) == "".join((shown + quote[place:]).split())
