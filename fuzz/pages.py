"""Feeds mutated pages to the reader of HTML: `python fuzz/pages.py -max_total_time=60 [CORPUS_DIR]` (needs atheris).

A run fails on an exception that no reader raises for a bad file, and on text that a page hides in a way known beforehand.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["summarizer.articles.formats"]):
    from summarizer.articles.files.decoding import UndecodableError
    from summarizer.articles.formats.html.fragments import read_fragment, read_html

TOKENS = (
    "<html><head>", "<body>", "<div>", "</div>", "<p>", "</p>", "<p hidden>", '<p style="', '">', "<style>", "</style>",
    "display:none", "color:#fff;", "font-size:1px", "opacity:.0", "position:absolute;left:-99em", "@media screen{", "{", "}",
    ".a", "#a", "[a=", ":not(", ")", "var(--x)", "--x:", "/*", "*/", "\\69 ", "!important", "url(", "<table><tr><td>", "<sup>1</sup>",
    "<del>", "<q>", "<ruby><rt>", "<svg>", "<math>", "<template>", "<noscript>", "<script type='application/ld+json'>",
    '{"@type":"NewsArticle","articleBody":"', "</script>", "<meta name='author' content='", "<time datetime='2024-03-05'>",
    "<![CDATA[", "<!--", "-->", "<?xml version='1.0'?>", "<!DOCTYPE html>", "&#0;", "&#x10FFFF;", "&lt;", "\x00", "\u202e",
    "\U000e0041", "\ufdd0", "A ferry sank in Lake Oren on Monday night, killing 12 people, police said.", " class=a", " id=a",
)  # fmt: skip
HIDDEN = "qzjxv"


def page_of(data: bytes) -> str:
    """A page from bytes: each is a token or, beyond those, a character."""
    provider = atheris.FuzzedDataProvider(data)
    pieces = []
    while provider.remaining_bytes() and len(pieces) < 400:
        number = provider.ConsumeIntInRange(0, 255)
        pieces.append(TOKENS[number] if number < len(TOKENS) else provider.ConsumeUnicode(number % 6))
    return "".join(pieces)


def read_one(data: bytes) -> None:
    """Read a page, a fragment, and the page with a hidden paragraph before it."""
    source = page_of(data)
    try:
        read_html(source)
        read_fragment(source)
        draft = read_html(f"<html><body><p style='display:none'>{HIDDEN}</p><p>Shown.</p>{source}")
    except UndecodableError:
        return
    if HIDDEN in draft.text:
        raise AssertionError(source)


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
