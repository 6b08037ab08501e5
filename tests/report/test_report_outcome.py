"""The exit code and the one-line tally of a report."""

from __future__ import annotations

import pytest
from report.report_factory import ferry

from summarizer.reporting import exit_code, failure_code, render_markdown, tally
from summarizer.schema import Failure, Origin
from summarizer.terms import Severity


def failure(stage: str, code: int) -> Failure:
    return Failure(stage=stage, what="a", why="b", exit_code=code)


@pytest.mark.parametrize(
    ("failures", "articles", "code"),
    [
        ([], 3, 0),
        ([failure("read", 3)], 3, 3),
        ([failure("extract", 4)], 3, 3),
        ([failure("extract", 4)] * 3, 3, 4),
        ([failure("compare", 4)], 3, 4),
        ([failure("compare", 0)], 3, 0),
        ([failure("weigh", 4)], 3, 4),
        ([failure("weigh", 0)], 3, 0),
    ],
)
def test_what_failed_decides_the_code(failures: list[Failure], articles: int, code: int) -> None:
    assert failure_code(failures, articles) == code


def test_a_contradiction_of_the_named_severity_or_above_is_met() -> None:
    whole = ferry().model_copy(update={"failures": ()})

    assert exit_code(whole, None) == 0
    assert exit_code(whole, Severity.HIGH) == exit_code(whole, Severity.LOW) == 1


def test_a_failure_comes_before_a_finding() -> None:
    assert exit_code(ferry(), Severity.HIGH) == 3


def test_the_tally_counts() -> None:
    assert tally(ferry()) == "3 articles, 2 contradictions, 3 other findings, 4 answers used"


def test_a_report_by_rules_says_so_on_top_and_where_it_found_nothing() -> None:
    whole = ferry()
    by_rules = whole.model_copy(update={"run": whole.run.model_copy(update={"model": "rules"}), "findings": ()})
    text = render_markdown(by_rules)

    assert text.split("\n\n")[1].startswith("**No language model read these articles.**")
    assert "Only rules looked for one; a language model may find some." in text
    assert "No language model" not in render_markdown(whole)


def test_an_article_without_an_outlet_is_named_once_among_the_origins() -> None:
    whole = ferry()
    alone = whole.summaries[1].model_copy(
        update={"article": whole.summaries[1].article.model_copy(update={"outlet": None, "title": None, "path": "n/-rf.txt"})}
    )
    origin = Origin(origin_id="o1", label="File rf", article_ids=(alone.article.article_id,), basis="own reporting")
    shown = render_markdown(whole.model_copy(update={"summaries": (alone,), "origins": (origin,), "findings": ()}))

    assert "- File rf: own reporting." in shown
