"""The tests of the page rest on this: whatever a page does is noticed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from browser.watched import Browser

POLICY = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<script>console.log('x')</script>", "console log: x"),
        ("<script>nothing.there</script>", "error: nothing is not defined"),
        ("<script>Promise.reject(new Error('x'))</script>", "rejected: Error: x"),
        ("<script>alert('x')</script>", "dialog: x"),
        ("<script>open('about:blank?x')</script>", "window: about:blank"),
        ("<img src=http://127.0.0.1:9/p.png>", "request: GET http://127.0.0.1:9/p.png"),
        ("<img src=https://evil.example/p.png>", "request: GET https://evil.example/p.png"),
        ("<link rel=stylesheet href=other.css>", "request: GET file:"),
        (f"{POLICY}<script>1</script>", "policy: script-src-elem inline"),
        (f"{POLICY}<style>b{{}}</style>", "policy: style-src-elem inline"),
        (f"{POLICY}<img src=https://evil.example/p.png>", "policy: img-src https://evil.example/p.png"),
        (f"{POLICY}<b style=color:red>x</b>", "policy: style-src-attr inline"),
    ],
)
def test_what_a_page_does_is_noticed(browser: Browser, tmp_path: Path, html: str, what: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html><title>x</title>{html}", encoding="utf-8")

    browser.open(file)
    with pytest.raises(AssertionError):
        browser.assert_quiet()

    assert [one for one in browser.noticed if what in one], browser.noticed
    browser.noticed.clear()


def test_a_quiet_page_is_quiet(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<!doctype html>{POLICY}<title>x</title><p>text", encoding="utf-8")

    assert browser.open(file).inner_text("p") == "text"


def test_the_browser_leaves_the_event_loop_to_others(chromium: object) -> None:
    async def answer() -> int:
        return 1

    assert asyncio.run(answer()) == 1
