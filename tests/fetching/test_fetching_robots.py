"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.fetching.robots import rules_in

# The example of RFC 9309, 5.1, with our token for one of its crawlers.
SIMPLE = b"""User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: summarizer
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("product", "path", "allowed"),
    [
        ("summarizer", "/example/page.html", True),
        ("summarizer", "/example/allowed.gif", True),
        ("summarizer", "/other", False),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/example/", True),
        ("quxbot", "/example/", True),
        ("anybot", "/example/x", False),
        ("anybot", "/a/b.gif", False),
        ("anybot", "/a/b.gif?x", True),
        ("anybot", "/publications/", True),
    ],
)
def test_the_group_of_the_product_token_counts_and_else_that_of_all(product, path, allowed):
    assert rules_in(SIMPLE, product).allow(path) is allowed


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        # RFC 9309, 5.2: the longest match
        ("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallow.gif", True),
        ("Allow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow: /fish", "/fish.html", False),
        ("Disallow: /fish", "/Fish.asp", True),
        ("Disallow: /fish/", "/fish", True),
        ("Disallow: /*.php$", "/a.php", False),
        ("Disallow: /*.php$", "/a.php?x=1", True),
        ("Disallow: /fish*.php", "/fishheads/catfish.php?x", False),
        ("Disallow: /*a*b$", "/xaxb", False),
        ("Disallow: /*a*a$", "/a", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow:", "/a", True),
        ("Disallow: /%7Ejoe/", "/~joe/a", False),
        ("Disallow: /ツ", "/%E3%83%84", False),
        ("Disallow: /%E3%83%84", "/%e3%83%84", False),
        ("Disallow: /a%2Fb", "/a/b", True),
        ("Disallow: /a?id=", "/a?id=3", False),
        ("Disallow: /a # a word", "/a", False),
        ("Sitemap: https://x/\nDisallow: /a", "/a", False),
        ("nonsense\nDisallow: /a", "/a", False),
    ],
)
def test_rules(rules, path, allowed):
    assert rules_in(f"User-agent: *\n{rules}".encode(), "summarizer").allow(path) is allowed


def test_groups_of_one_token_are_put_together_whatever_its_case_and_version():
    text = b"\xef\xbb\xbfuser-agent: SUMMARIZER/2.0\r\ndisallow: /a\r\n\r\nUser-agent: x\rDisallow: /b\n\nUser-Agent:summarizer\nDisallow: /c"
    rules = rules_in(text, "summarizer")
    assert [rules.allow(path) for path in ("/a", "/b", "/c")] == [False, True, False]
    assert rules_in(b"User-agent: summarizerbot\nDisallow: /", "summarizer").allow("/a")


def test_a_delay_is_read_where_it_is_a_number():
    assert rules_in(b"User-agent: *\nCrawl-delay: 2.5\nDisallow: /a", "summarizer").delay_s == 2.5
    assert rules_in(b"User-agent: *\nCrawl-delay: soon", "summarizer").delay_s is None


def test_what_lies_beyond_500_kilobytes_is_not_read():
    text = b"User-agent: *\n" + b"#" * 500_000 + b"\nDisallow: /"
    assert rules_in(text, "summarizer").allow("/a")


def test_a_pattern_full_of_stars_takes_no_time():
    rules = rules_in(b"User-agent: *\nDisallow: /" + b"*a" * 2_000 + b"b$", "summarizer")
    began = time.process_time()
    assert rules.allow("/" + "a" * 4_000)
    assert time.process_time() - began < 1


@given(st.text("ab*$/", max_size=8), st.text("ab/", max_size=10))
def test_a_pattern_means_what_a_regular_expression_of_it_means(pattern, path):
    inside = pattern.removesuffix("$")
    meaning = "".join(".*" if char == "*" else re.escape(char) for char in inside) + ("$" if pattern.endswith("$") else "")
    fits = bool(pattern) and re.match(meaning, f"/{path}") is not None
    assert rules_in(f"User-agent: *\nDisallow: {pattern}".encode(), "summarizer").allow(f"/{path}") is not fits


@given(st.binary(max_size=200))
def test_any_bytes_are_read_as_some_rules(data):
    rules = rules_in(b"User-agent: summarizer\nDisallow: /own\n\nUser-agent: *\n" + data, "summarizer")
    assert rules.allow("/robots.txt")
