"""A check of a newsroom's report, a test for each contradiction: it passes once the decision on it says so.

    SUMMARIZER_REPORT=reports/ferry pytest test_corrections.py

Nothing is sent: it opens the report that is there (`nightly.py` keeps it up to date). A contradiction that an editor dismissed
(`summarizer review`, or `Result.decide`) fails no longer; neither does one whose article is corrected, in the next report.
"""

from __future__ import annotations

import os
from functools import cache

import pytest

from summarizer import Finding, Result, open_report

CHECKED = {"high", "medium"}


@cache
def opened() -> Result:
    """The report; the variable names its folder."""
    return open_report(os.environ.get("SUMMARIZER_REPORT", "reports/ferry"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test a contradiction."""
    if "finding" in metafunc.fixturenames:
        every = opened().select(verdict="contradict", severity=CHECKED)
        metafunc.parametrize("finding", every, ids=[finding.finding_id for finding in every])


def test_articles_do_not_contradict_each_other(finding: Finding) -> None:
    result = opened()
    if result.state(finding).is_dismissed:
        return
    sides = [f"{article.path}: “{side.quote}”" for side, article in result.sides(finding)]
    pytest.fail("\n  ".join([finding.question, *sides]), pytrace=False)


def test_every_article_was_read() -> None:
    assert [f"{failure.what}: {failure.why}" for failure in opened().failures] == []
