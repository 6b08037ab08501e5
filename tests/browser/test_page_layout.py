"""Nothing is cut off and nothing has to be scrolled sideways: on a phone, enlarged twice, printed, in the dark."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from browser.pages import HOSTILE, LARGE
from browser.watched import Browser

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# What is clamped to some lines stands in full on the desk.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((one) => {
  if (!one.checkVisibility() || one.closest('.unseen, .skip, svg, textarea, input, select')) return false;
  const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(one);
  if (webkitLineClamp !== 'none') return false;
  const cutsX = overflowX === 'hidden' || overflowX === 'clip' || textOverflow === 'ellipsis';
  const cutsY = overflowY === 'hidden' || overflowY === 'clip';
  return (cutsX && one.scrollWidth > one.clientWidth + 1) || (cutsY && one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 200))"""
OUTSIDE = """() => [...document.querySelectorAll('body *')].filter((one) => {
  if (!one.checkVisibility() || one.closest('.unseen, .skip')) return false;
  for (let box = one.parentElement; box; box = box.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return false;
  }
  const { left, right, width } = one.getBoundingClientRect();
  return width && (right > innerWidth + 1 || left < -1);
}).map((one) => one.outerHTML.slice(0, 200))"""


def assert_whole(page: Any) -> None:
    """In every part of the page nothing is wider than the window, and no text is cut off."""
    for link in page.locator(".masthead nav a").all():
        link.click()
        name = link.inner_text()
        assert page.evaluate(SIDEWAYS) <= 0, name
        assert page.evaluate(OUTSIDE)[:3] == [], name
        assert page.evaluate(CUT_OFF)[:3] == [], name


@pytest.mark.parametrize(("file", "width"), [("market", 360), ("market", 768), (HOSTILE, 320), (LARGE, 360)], indirect=["file"])
def test_a_narrow_window(browser: Browser, file: Path, width: int) -> None:
    assert_whole(browser.open(file, viewport={"width": width, "height": 740}, has_touch=True))


@pytest.mark.parametrize("file", ["market", HOSTILE], indirect=True)
def test_a_finding_on_a_phone(browser: Browser, file: Path) -> None:
    page = browser.open(file, viewport={"width": 360, "height": 740}, has_touch=True)

    page.locator(".list .finding h4 a:visible").first.tap()

    assert page.locator("#desk-title").is_visible()
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(OUTSIDE)[:3] == []
    small = page.evaluate(
        """() => [...document.querySelectorAll('#desk button, #desk select')].filter((one) => one.checkVisibility())
             .filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)"""
    )
    assert small == []


@pytest.mark.parametrize("file", ["depot"], indirect=True)
@pytest.mark.parametrize(("width", "height"), [(1366, 650), (1280, 720), (1920, 1000)])
def test_both_quotes_are_in_sight_on_a_laptop(browser: Browser, file: Path, width: int, height: int) -> None:
    page = browser.open(file, viewport={"width": width, "height": height})

    for side in ("left", "right"):
        box = page.locator(f"#pane-{side} .text mark.quote").first.bounding_box()
        assert box["y"] + box["height"] <= height
    assert page.locator(".lead .found").is_visible()
    page.click("#lead-fold")
    assert page.locator(".lead p:not(.found, .warning)").first.is_visible() is (height < 800)


@pytest.mark.parametrize("file", ["depot"], indirect=True)
@pytest.mark.parametrize("width", [960, 1366])
def test_a_margin_begins_beside_its_paragraph_and_covers_nothing(browser: Browser, file: Path, width: int) -> None:
    page = browser.open(file, viewport={"width": width, "height": 768})
    page.locator("#pane-left .read").click()
    assert page.locator("#reading .to-finding").inner_text() == "← Finding 1"

    rows = page.evaluate(
        """() => [...document.querySelectorAll('#margins .row')].map((row) => [...row.children].map((one) => {
          const { top, bottom, left, right } = one.getBoundingClientRect();
          return { top, bottom, left, right };
        }))"""
    )
    texts = [boxes[0] for boxes in rows]
    for (text, *margin), following in zip(rows, texts[1:], strict=False):
        assert text["bottom"] <= following["top"]
        for box in margin:
            assert text["right"] < box["left"]
            assert text["top"] <= box["top"] <= following["top"]
    margins = [boxes[1] for boxes in rows if len(boxes) > 1]
    assert len(margins) > 3
    assert all(above["bottom"] <= below["top"] for above, below in itertools.pairwise(margins))


@pytest.mark.parametrize("file", ["market", HOSTILE], indirect=True)
def test_enlarged_twice(browser: Browser, file: Path) -> None:
    """At 200 % a window of 1280 points has 640 of the page's."""
    assert_whole(browser.open(file, viewport={"width": 640, "height": 450}, device_scale_factor=2))


@pytest.mark.parametrize("file", ["market", HOSTILE], indirect=True)
def test_a_larger_type_in_the_readers_settings(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.reload()

    assert page.evaluate("() => getComputedStyle(document.documentElement).fontSize") == "32px"
    assert_whole(page)


@pytest.mark.parametrize("file", ["market", HOSTILE], indirect=True)
def test_on_paper_there_is_everything_to_read_and_nothing_to_press(browser: Browser, file: Path) -> None:
    page = browser.open(file)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})

    assert page.locator("button:visible, input:visible, select:visible, dialog:visible, .masthead nav a:visible").count() == 0
    assert page.evaluate(SIDEWAYS) <= 0
    assert page.evaluate(CUT_OFF)[:3] == []
    hidden = page.evaluate(
        "() => [...document.querySelectorAll('.finding:not([hidden]) .quote')].filter((one) => !one.checkVisibility()).length"
    )
    agreeing = page.evaluate("() => document.querySelectorAll('.group[data-verdict=agree] .quote').length")
    assert hidden <= agreeing
    assert (
        page.evaluate(
            "() => [...document.querySelectorAll('main *')].filter((one) => ['auto', 'scroll'].includes(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1 && one.checkVisibility()).length"
        )
        == 0
    )


@pytest.mark.parametrize("file", ["market"], indirect=True)
@pytest.mark.parametrize(("scheme", "is_dark"), [("light", False), ("dark", True)])
def test_the_page_follows_the_readers_colours_until_others_are_chosen(
    browser: Browser, file: Path, scheme: str, is_dark: bool
) -> None:
    page = browser.open(file, color_scheme=scheme)
    assert dark(page) is is_dark

    page.select_option("#theme", "light" if is_dark else "dark")
    assert dark(page) is not is_dark
    page.reload()
    assert dark(page) is not is_dark


def dark(page: Any) -> bool:
    """Whether the ground is darker than the letters."""
    ground, letters = page.evaluate(
        """() => {
          const light = (value) => { const [r, g, b] = value.match(/[\\d.]+/g).map(Number); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const style = getComputedStyle(document.body);
          const ground = style.backgroundColor === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement) : style;
          return [light(ground.backgroundColor), light(style.color)];
        }"""
    )
    return ground < letters
