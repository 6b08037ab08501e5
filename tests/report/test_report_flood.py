"""A flood of statements is written down in time that grows with their number."""

from __future__ import annotations

from growth import QUADRUPLED, SHORTEST_S, seconds
from report.report_factory import claim, report, summary

from summarizer.reporting import render_markdown
from summarizer.schema import Report

SAID = "Seven boats lay at Maren."


def flood(size: int) -> Report:
    one = claim(SAID, SAID, read_by="rules")
    return report(summary(SAID, claims=tuple(one.model_copy(update={"item_id": f"c{number}"}) for number in range(size))))


def test_the_time_to_write_many_statements_grows_with_their_number():
    few, many = flood(500), flood(2000)

    def written(name: str) -> None:
        render_markdown(few if name == "few" else many)

    assert any(
        seconds(written, "many") <= QUADRUPLED * min(seconds(written, "few") for _ in range(2)) + SHORTEST_S for _ in range(3)
    )
