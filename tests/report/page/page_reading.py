"""Reads a page as a browser would, for the tests of it."""

from __future__ import annotations

import json
from typing import Any

from lxml import html
from lxml.html import HtmlElement

from summarizer.reporting.page import page_pieces
from summarizer.schema import Report, ReviewRecord


def page_text(report: Report, review: ReviewRecord | None = None) -> str:
    return "".join(page_pieces(report, review or ReviewRecord()))


def parsed(report: Report, review: ReviewRecord | None = None) -> HtmlElement:
    return html.document_fromstring(page_text(report, review))


def data_of(page: HtmlElement, name: str) -> Any:
    (block,) = page.xpath(f'//script[@type="application/json" and @id="{name}"]')
    return json.loads(block.text)


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
