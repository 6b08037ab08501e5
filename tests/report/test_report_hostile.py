"""Whatever text stands in a report, its Markdown has the structure of a report of harmless text, and its JSON holds the text."""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from report.report_of_text import everywhere

from summarizer.reporting import dump_finding, dump_summary, render_json, render_markdown
from summarizer.reporting.escape import code, escape

HARMLESS = "Lorem"
TAGS = "".join(chr(0xE0000 + ord(letter)) for letter in "obey")

HOSTILE = [
    *("[x](https://evil.example)", "![x](//evil.example/p.png)", "[x]: https://evil.example", "<https://evil.example>"),
    *("[x]", "[x][y]", "![x][y]", "[](javascript:alert(1))", "![](data:text/html;base64,PHN2Zz4=)", "[^1]", "[^1]: a note"),
    *("www.evil.example", "https://evil.example", "mailto:a@evil.example", "a@evil.example", "xmpp:a@evil.example/b"),
    *("<b>x</b>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x", "<?php x ?>", "<![CDATA[x]]>"),
    *("</details>", "<summary>x</summary>", "<svg/onload=alert(1)>", "<a href=x>", "&lt;b&gt;", "&#x3c;b>", "&copy;"),
    *("# x", "#", "x #", "###### x ######", "x\n===", "x\n---", "===", "---", "- - -", "***", "___", "--- \ntitle: x\n---"),
    *("- x", "+ x", "* x", "1. x", "12345) x", "-", "+", "1.", "- [ ] x", "> x", ">", "> [!NOTE]\n> x", "[!WARNING]"),
    *("    x", "\tx", "```\nx\n```", "```mermaid\ngraph TD\n```", "~~~", "`", "``", "x`y", "`x", "\\`", "\\", "\\\\", "x\\"),
    *("*x*", "**x**", "_x_", "__x__", "***", "~x~", "~~x~~", "**", "x|y", "|x|y|\n|-|-|\n|x|y|", "|", "\\|", "`|`", "`x|y"),
    *("@anybody", "cc @owner/team", "#123", "owner/repo#123", "GH-123", "gh-7", ":warning:", "x:+1:", ":100:"),
    *("$x$", "$$x$$", "$`x`$", "{{ 7 * 7 }}", "{% raw %}", "${jndi:ldap://x}", "[[x]]"),
    *("=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "\r=1"),
    *("\x1b[31mx\x1b[0m", "\x1b]8;;https://evil.example\x07x\x1b]8;;\x07", "\x1b]52;c;eA==\x07", "\x9b31mx", "x\x08\x7f"),
    *("a\rb", "a\nb", "a\n\nb", "a\x0bb", "a\x0cb", "a\x85b", "a\u2028b", "a\u2029b", "a\x00b", "\ufeffa", "a\ufffeb"),
    *(
        "\u202eabc\u202c",
        "\u2066abc\u2069",
        "a\u200bb",
        "a\u200db",
        "a\u00adb",
        "a\u061cb",
        f"a{TAGS}",
        "a\ufe0fb",
        "\U0010fffe",
    ),
    *("[red]x[/red]", "[link=https://evil.example]x[/link]", "\ud800x", "x\udfff", "Z\u0351\u036b\u0343\u036a", "A1.1 | x"),
]

DIALECTS = {
    "commonmark": MarkdownIt("commonmark"),
    "gfm": MarkdownIt("gfm-like", {"linkify": False, "html": True}),
    "all": MarkdownIt("default", {"linkify": False, "html": True, "typographer": False}),
}
OUR_HTML = re.compile(r"(<details>\n<summary>[A-Za-z0-9 ,:“”()]+</summary>|</details>)\n?")
GITHUB = re.compile(
    r"//|@\w|www\.|[\w-]+\.(?:com|org|net|example)\b|(?<!\w)(?:#|gh-)\d|/[\w-]+#\d"
    r"|:(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*|[+-]1|100|1234):",
    re.IGNORECASE,
)
"""What GitHub makes a link or a picture of once the Markdown is rendered, so that no backslash keeps it from that."""


def flat(markdown: str, dialect: str) -> Iterator[Token]:
    for token in DIALECTS[dialect].parse(markdown):
        yield token
        yield from token.children or ()


def skeleton(markdown: str, dialect: str) -> list[tuple[str, str]]:
    """The kinds of all blocks and marks in order; words, whether as text or as code, leave no trace."""
    words = {"text", "code_inline", "text_special"}
    return [(token.type, token.tag) for token in flat(markdown, dialect) if token.type not in words]


def texts(markdown: str) -> Iterator[str]:
    """Runs of text as they stand between other marks once the backslashes are gone."""
    run = ""
    for token in flat(markdown, "gfm"):
        if token.type in {"text", "text_special"}:
            run += token.content
        elif run:
            yield run
            run = ""
    yield run


def steers(text: str, *, allowed: str = "\n") -> list[str]:
    """Characters that a terminal or an editor acts on."""
    bad = [char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in allowed]
    return [*bad, *re.findall(r"[\ufe00-\ufe0f\U000e0100-\U000e01ef]", text)]


@functools.cache
def harmless(dialect: str) -> list[tuple[str, str]]:
    return skeleton(render_markdown(everywhere(HARMLESS)), dialect)


def assert_harmless(text: str) -> None:
    markdown = render_markdown(everywhere(text))
    for dialect in DIALECTS:
        assert skeleton(markdown, dialect) == harmless(dialect)
        html = [token.content for token in flat(markdown, dialect) if token.type.startswith("html")]
        assert all(OUR_HTML.fullmatch(content) for content in html), html
    assert not [found.group() for run in texts(markdown) if (found := GITHUB.search(run))]
    assert not steers(markdown)
    markdown.encode("utf-8")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_leaves_the_structure_of_the_report_as_it_is(text: str) -> None:
    assert_harmless(text)


@given(st.lists(st.sampled_from(HOSTILE), min_size=2, max_size=3).map(" ".join))
@settings(deadline=None, max_examples=15)
def test_so_does_hostile_text_in_a_row(text: str) -> None:
    assert_harmless(text)


@given(
    st.text(alphabet="ab1 :#@.$&;*_`[]()<>!|\\-+=~/'\"\n\t\u200b", min_size=1, max_size=24).filter(lambda text: text.strip())
)
@settings(deadline=None, max_examples=80)
def test_a_line_with_any_text_is_one_line_of_text(text: str) -> None:
    for shown in (escape(f"x {text}"), code(text)):
        for dialect in DIALECTS:
            kinds = {kind for kind, _ in skeleton(shown, dialect)}
            assert kinds == {"paragraph_open", "inline", "paragraph_close"}
        assert not [run for run in texts(shown) if GITHUB.search(run)]


@pytest.mark.parametrize("text", HOSTILE)
def test_json_holds_every_text_as_it_is_and_nothing_that_steers(text: str) -> None:
    report = everywhere(text)

    whole = render_json(report)
    lines = [*map(dump_summary, report.summaries), *map(dump_finding, report.findings)]

    for document in (whole, *lines):
        assert not steers(document)
        document.encode("utf-8")
        strict = json.loads(document, parse_constant=lambda name: pytest.fail(f"{name} is not JSON"))
        assert text in {value for value in values(strict) if isinstance(value, str)}
    assert not [line for line in lines if len(line.splitlines()) > 1]


def values(document: object) -> Iterator[object]:
    if isinstance(document, dict):
        for value in document.values():
            yield from values(value)
    elif isinstance(document, list):
        for value in document:
            yield from values(value)
    else:
        yield document


@pytest.mark.parametrize(
    "text",
    [
        "U.S. troops killed 3.5 million; prices rose 3% - again, by 12:30:45 or so.",
        "AT&T paid $5 million (twice). “Yes!” she said: #MeToo, No. 7, A/B, 9:30.",
    ],
)
def test_ordinary_prose_is_written_as_it_is(text: str) -> None:
    assert escape(text) == text
