"""What the package gives, and how its functions are called: other programs rely on it."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import summarizer
from summarizer import acompare, aextract, areport, article_of, compare, extract, report
from summarizer.errors import ConfigError

REACH = ["model", "base_url", "api_key", "replay", "store"]
OUTPUT = ["out", "html", "earlier", "afresh"]
LIMITS = ["max_cost", "max_tokens", "prices", "deadline", "in_flight", "ask_again"]


@pytest.mark.parametrize("name", summarizer.__all__)
def test_every_name_is_there(name):
    assert getattr(summarizer, name) is getattr(summarizer, name)
    assert name in dir(summarizer)


@pytest.mark.parametrize(
    ("call", "names"),
    [
        (report, ["sources", *REACH, *OUTPUT, *LIMITS, "processes", "settings", "tell"]),
        (extract, ["sources", *REACH, *LIMITS, "processes", "settings", "tell"]),
        (compare, ["summaries", *REACH, *OUTPUT, *LIMITS, "settings", "tell"]),
    ],
)
def test_the_arguments_are_these(call, names):
    assert list(inspect.signature(call).parameters) == names


@pytest.mark.parametrize(("waited", "awaited"), [(report, areport), (extract, aextract), (compare, acompare)])
def test_what_is_awaited_takes_the_same(waited, awaited):
    assert inspect.signature(waited) == inspect.signature(awaited)


def test_the_package_alone_loads_nothing():
    code = (
        "import sys, summarizer; print([m for m in sys.modules if m.startswith('summarizer.') or m in ('pydantic', 'openai')])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_without_a_model_or_a_key_nothing_is_read_in_silence(tmp_path):
    with pytest.raises(ConfigError, match="model="):
        report(tmp_path)


def test_articles_from_memory_are_compared():
    left = article_of("A ferry sank off Velmora on Tuesday. It killed 12 people, the coast guard said.", outlet="The Courier")
    right = article_of(
        "The ferry that sank off Velmora on Tuesday killed 19 people, the coast guard said.", outlet="The Ledger"
    )
    result = report([left, right], model="rules")
    assert {article.outlet for article in result.articles} == {"The Courier", "The Ledger"}
    assert all(a.text[s.start : s.end] == s.quote for f in result.findings for s, a in result.sides(f))
