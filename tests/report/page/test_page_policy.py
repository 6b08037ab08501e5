"""The page's own policy lets its own style and scripts run, and nothing else; nothing in the page would need more."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from report.page.page_reading import page_text, parsed
from report.report_factory import ferry

from summarizer.reporting.page.assets import FOLDER, SCRIPTS, STYLES, style

LONGEST = 300


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_names_the_very_style_and_scripts_of_the_page() -> None:
    page = parsed(ferry())
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))

    scripts = [script.text for script in page.xpath("//script[not(@type)]")]
    assert rules == {
        "default-src": "'none'",
        "script-src": " ".join(digest(text) for text in scripts),
        "style-src": " ".join(digest(one.text) for one in page.xpath("//style")),
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert len(scripts) == 2


def test_the_policy_comes_before_all_that_it_governs() -> None:
    names = [one.tag for one in parsed(ferry()).xpath("/html/head/*")]

    assert names[:2] == ["meta", "meta"]
    assert names.index("style") > 1


def test_nothing_on_the_page_has_a_style_a_handler_or_an_address_outside() -> None:
    page = parsed(ferry())
    names = {name for element in page.iter() if isinstance(element.tag, str) for name in element.attrib}

    assert not {name for name in names if name.startswith("on") or name in {"style", "src", "srcset", "action"}}
    assert {link[0] for link in page.xpath("//@href")} == {"#"}
    assert page.xpath("//img|//iframe|//object|//embed|//link|//base|//form") == []
    assert not re.search(r"url\(|@import|@font-face", style())


@pytest.mark.parametrize("name", [*SCRIPTS, "early.js"])
def test_no_script_makes_markup_or_code_of_words(name: str) -> None:
    code = (FOLDER / name).read_text(encoding="utf-8")

    banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|createContextualFragment|\.style\b"
    assert not re.search(banned, code)
    assert "</" not in code
    assert "<!--" not in code
    assert code.count("\n") <= LONGEST


def test_every_file_of_the_page_is_used() -> None:
    there = {file.name for file in FOLDER.iterdir() if file.suffix in {".js", ".css"}}

    assert there == {*SCRIPTS, *STYLES, "early.js"}


def test_the_same_report_and_review_give_the_same_bytes() -> None:
    assert page_text(ferry()) == page_text(ferry())
    assert page_text(ferry()).endswith("</html>\n")
