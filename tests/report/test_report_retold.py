"""What a reader is shown of retellings, second readings and open questions."""

from __future__ import annotations

from builders import statement, summary
from comparing import question, run

from summarizer.comparison import Comparison
from summarizer.reporting import render_json, render_markdown
from summarizer.schema import Report, RunRecord, Summary, UsageRecord

WIRE = "At least 14 people died when a depot in Varn exploded. Rescue teams from three towns searched the quay all night."


def told(text: str, outlet: str, **fields: str) -> Summary:
    return summary(
        text, statement(" ".join(text.split()[:5]), text=text.split(". ", maxsplit=1)[0] + "."), outlet=outlet, **fields
    )


def shown(summaries: list[Summary], made: Comparison) -> str:
    return render_markdown(whole(summaries, made))


def whole(summaries: list[Summary], made: Comparison) -> Report:
    run_record = RunRecord(
        program="summarizer", version="0", model="m", endpoint="e", prompts={}, articles=len(summaries),
        extraction=UsageRecord(), comparison=UsageRecord(), meeting=made.meeting,
    )  # fmt: skip
    return Report(
        run=run_record, summaries=tuple(summaries), findings=made.findings, origins=made.origins,
        retellings=made.retellings, failures=made.failures,
    )  # fmt: skip


def test_each_retelling_says_how_much_it_copied_and_what_it_changed() -> None:
    summaries = [told(WIRE, "Lund Wire"), told(WIRE.replace("At least 14", "Some 17"), "Courier", main_source="Lund Wire")]

    text = shown(summaries, run(summaries))

    assert "**Courier, laid against Lund Wire**:" in text
    assert "1 passage changed in a figure, name, negation, quotation or word of caution" in text
    assert "- Another figure: “at least 14” against “some 17”" in text


def test_findings_between_a_retelling_and_what_it_retells_are_named_by_number() -> None:
    summaries = [told(WIRE, "Lund Wire"), told(WIRE.replace("At least 14", "Some 17"), "Courier", main_source="Lund Wire")]

    text = shown(summaries, run(summaries, question("A1.1", "A2.1", kind="fact")))

    assert "Findings between the two: 1." in text


def test_a_second_reading_and_what_would_settle_it_are_told() -> None:
    summaries = [told("The gate was locked that night.", "Herald"), told("The gate stood open that night.", "Courier")]
    fields = {"kind": "fact", "matter": "occurrence", "same": "unclear", "settle": "the watchman's key book"}
    asked = question("A1.1", "A2.1", **fields)

    confirmed = shown(summaries, run(summaries, asked))
    doubted = shown(summaries, run(summaries, asked, second="scope"))

    assert "confirmed by a second reading" in confirmed
    assert "What would settle it" not in confirmed
    assert "second reading: scope" in doubted
    assert "What would settle it: the watchman's key book." in doubted


def test_the_report_says_how_many_pairs_were_laid_side_by_side() -> None:
    summaries = [told("The gate was locked that night.", "Herald"), told("The gate stood open that night.", "Courier")]
    made = run(summaries)

    assert "of 1 pairs of statements of different articles 1 (100%) were laid side by side in 1 table" in shown(summaries, made)
    assert '"retellings": []' in render_json(whole(summaries, made))


def test_of_many_passages_some_are_shown_and_the_rest_are_counted() -> None:
    summaries = [told(f"The gate was locked on night {n}.", f"Outlet {n}") for n in range(14)]
    asked = question("A1.1", "A2.1", kind="fact", others=[f"A{n}.1" for n in range(3, 15)])

    text = shown(summaries, run(summaries, asked))

    assert text.count("- Also “") == 8
    assert "- And 4 further passages, listed in report.json" in text


def test_a_passage_that_two_statements_share_is_shown_once() -> None:
    text = "The gate was locked and guarded by night."
    both = (statement("gate was locked", text="The gate was locked."), statement("guarded by night", text="It was guarded."))
    summaries = [
        summary(text, *both, outlet="Herald"),
        told("The gate stood open.", "Courier"),
        told("No gate was there.", "Post"),
    ]
    asked = question("A2.1", "A3.1", kind="fact", others=["A1.1", "A1.2"])

    assert shown(summaries, run(summaries, asked)).count("- Also “") == 1
