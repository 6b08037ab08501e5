"""Whatever text stands in a report, its page runs no script but its own, opens no address, and shows the text as text."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import pytest
from browser.pages import HOSTILE, report_of, write_page
from browser.watched import Browser
from hostile_page import SCRIPTS
from report.report_of_text import everywhere

from summarizer.reporting.page import page_pieces
from summarizer.reporting.page.html import text as markup_of
from summarizer.schema import Report, ReviewRecord

FOREIGN = "img, iframe, frame, object, embed, video, audio, base, link, math, foreignObject, animate, template, portal"
INSPECTED = f"""() => {{
  const every = [...document.querySelectorAll('*')];
  return {{
    ran: 'hostileTextRan' in window,
    polluted: Object.keys({{}}.__proto__),
    foreign: [...document.querySelectorAll('{FOREIGN}')].map((one) => one.outerHTML),
    scripts: [...document.scripts].map((one) => one.type),
    handlers: every.flatMap((one) => one.getAttributeNames().filter((name) => name.startsWith('on'))),
    links: [...document.querySelectorAll('[href]')].map((one) => one.getAttribute('href')).filter((to) => !to.startsWith('#')),
    sources: every.flatMap((one) => ['src', 'srcset', 'srcdoc', 'action', 'formaction', 'data'].filter((name) => one.hasAttribute(name))),
    metas: [...document.querySelectorAll('meta[http-equiv]')].map((one) => one.httpEquiv),
  }};
}}"""


@functools.cache
def own_scripts() -> list[str]:
    """The types of the scripts of a page without hostile text, as its source has them."""
    return re.findall(r"<script(?: type=\"([^\"]*)\")?", "".join(page_pieces(everywhere("Lorem"), ReviewRecord())))


def inspect(page: Any) -> None:
    """Nothing on the page is what only hostile text would put there."""
    found = page.evaluate(INSPECTED)

    assert not found["ran"]
    assert found["metas"] == ["Content-Security-Policy"]
    for name in ("polluted", "foreign", "handlers", "links", "sources"):
        assert found[name] == [], name
    assert found["scripts"] == own_scripts()


def shown_as(words: str) -> str:
    """What a reader sees of a text."""
    return markup_of(words).unescape().strip()


def use_everything(page: Any) -> None:
    """Opens every part of the page, hovers and focuses what can be, one after the other."""
    for link in page.locator(".masthead nav a").all():
        link.click()
    page.keyboard.press("?")
    page.keyboard.press("Escape")
    page.evaluate(
        """() => {
          document.querySelectorAll('details').forEach((one) => { one.open = true; });
          for (const one of document.querySelectorAll('body *')) {
            for (const name of ['pointerover', 'mouseover', 'mouseenter', 'focusin']) {
              one.dispatchEvent(new MouseEvent(name, { bubbles: true }));
            }
          }
        }"""
    )


@pytest.mark.parametrize("file", [HOSTILE], indirect=True)
def test_hostile_text_is_only_text(browser: Browser, file: Path) -> None:
    page = browser.open(file)

    inspect(page)
    use_everything(page)
    inspect(page)
    shown = page.evaluate("() => [...document.querySelectorAll('.finding .question')].map((one) => one.textContent)")
    wanted = [shown_as(one.question) or "(no question given)" for one in report_of(HOSTILE).findings]
    assert sorted(" ".join(one.split()) for one in shown) == sorted(" ".join(one.split()) for one in wanted)


def with_ids_that_nobody_sees(report: Report) -> Report:
    ids = [*(one.finding_id for one in report.findings), *(one.article.article_id for one in report.summaries)]
    return Report.model_validate_json(re.sub("|".join(ids), "\\g<0>\u200b\u202e", report.model_dump_json()))


@pytest.mark.parametrize("file", ["ferry"], indirect=True)
def test_findings_and_articles_are_reached_whatever_their_ids_hold(browser: Browser, file: Path, tmp_path: Path) -> None:
    report = with_ids_that_nobody_sees(report_of(file.stem))
    page = browser.open(write_page(report, tmp_path / "ids.html"))
    reached = page.evaluate(
        """() => [...document.querySelectorAll('.finding')].map((card) => {
          card.querySelector('h4 a').click();
          return [document.getElementById('desk-title').textContent.split('.')[0], card.dataset.number];
        })"""
    )
    assert [there for there, _ in reached] == [wanted for _, wanted in reached]

    read = page.evaluate(
        """() => [...document.querySelectorAll('.articles h3 a')].map((link) => {
          link.click();
          return Number(document.getElementById('reading-article').value);
        })"""
    )
    assert read == list(range(len(report.summaries)))


def test_each_script_in_every_field(browser: Browser, tmp_path: Path) -> None:
    """The same text everywhere, ids as well, so that nothing refers to anything that is there. An address stands alone."""
    alone = [text for text in SCRIPTS if text.startswith(("javascript:", "data:"))]
    together = [" ".join(SCRIPTS[first::4]) for first in range(4)]
    context = browser.context()
    for number, text in enumerate([*alone, *together]):
        page = browser.open(write_page(everywhere(text), tmp_path / f"{number}.html"), context=context)
        inspect(page)
        page.close()


LEFT = """(broken) => {
  const { key, findings } = JSON.parse(document.getElementById('report-data').textContent);
  const { id, verdict, question } = findings[0];
  const place = { article_id: 'a', path: 'a.txt', outlet: null, start: 1, end: 2, quote: 'x' };
  const whole = { finding_id: id, ruling: 'confirmed', reason: null, note: null, by: 'X', at: '2031-05-01T12:00:00Z', verdict, question };
  const kept = broken.map((change) => ({ ...whole, evidence: [{ ...place, ...change.place }], ...change.decision }));
  localStorage.setItem(`summarizer:review:${key}`, JSON.stringify([...kept, null, 7]));
}"""


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({}, 1),
        ({"decision": {"evidence": [None]}}, 0),
        ({"decision": {"at": "+275760-01-01T00:00:00Z"}}, 0),
        ({"decision": {"at": "2031-05-01T12:00:00Z\n[[decision]]"}}, 0),
        ({"place": {"start": "1\nx = 1"}}, 0),
        ({"place": {"quote": 7}}, 0),
    ],
)
@pytest.mark.parametrize("file", ["depot"], indirect=True)
def test_what_another_page_left_in_the_store_is_no_decision(browser: Browser, file: Path, change: Any, kept: int) -> None:
    page = browser.open(file)
    page.evaluate(LEFT, [change])
    page.reload()

    assert page.evaluate("() => document.documentElement.className") == "scripted"
    assert page.inner_text("#hand-over") == ("Hand over 1 decision" if kept else "Hand over")
