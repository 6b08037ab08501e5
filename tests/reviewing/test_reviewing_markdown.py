"""report.md with decisions: what leaves the top, what is marked, what the first lines say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from review.reviewed import NOON, decision, fire

from summarizer.reporting import render_markdown
from summarizer.schema import Decision, News, Report, ReviewRecord
from summarizer.terms import Verdict


def reviewed(*decisions: Decision, **fields: Any) -> ReviewRecord:
    return ReviewRecord(decisions=decisions, **fields)


def sections(markdown: str) -> dict[str, str]:
    """What stands under each heading of the second level; "" for what stands before the first one."""
    first, *others = markdown.split("\n## ")
    return {"": first, **dict(other.split("\n", 1) for other in others)}


def test_without_decisions_nothing_is_different() -> None:
    taken_back = decision(fire(), "f1", None)

    plain = render_markdown(fire())

    assert render_markdown(fire(), ReviewRecord()) == plain
    assert render_markdown(fire(), reviewed(taken_back)) == plain
    assert "eview" not in plain


def test_what_is_dismissed_leaves_the_top_and_keeps_its_number() -> None:
    story = fire()
    found = sections(
        render_markdown(story, reviewed(decision(story, "f1", "dismissed", reason="rounding", note="Nine *or* twelve")))
    )

    assert "### 2. What of f2? (high severity)" in found["Where they disagree"]
    assert "What of f1?" not in found["Where they disagree"]
    apart = found["Dismissed by reviewers"]
    assert "<summary>Kept for whoever wants to check (1)</summary>" in apart
    assert "**1. What of f1?** (contradiction) They cannot both be right." in apart
    assert "- “**Nine boats burned.**” — Harbour" in apart
    told = "Dismissed by Ann on 1 May 2031 (rounding, “at least”, or a vague word). Note: “Nine \\*or\\* twelve”"
    assert f"- Reviewers: {told}" in apart


def test_what_is_dismissed_leaves_its_own_section_too() -> None:
    story = fire()
    found = sections(render_markdown(story, reviewed(decision(story, "f3", "dismissed", reason="minor"))))

    assert "Told differently" not in found
    assert "**3. What of f3?** (told differently)" in found["Dismissed by reviewers"]


def test_all_contradictions_dismissed() -> None:
    story = fire()
    both = [decision(story, one, "dismissed", reason="same") for one in ("f1", "f2")]

    found = sections(render_markdown(story, reviewed(*both)))

    assert found["Where they disagree"].strip() == "Reviewers dismissed all 2, see “Dismissed by reviewers”."
    assert "No contradiction was found" not in found[""]


def test_confirmed_unsure_and_noted() -> None:
    story = fire()
    review = reviewed(
        decision(story, "f1", by="Cy"), decision(story, "f2", "unsure"), decision(story, "f3", None, note="ask\nagain")
    )

    found = sections(render_markdown(story, review))

    assert "### 1. What of f1? (high severity, confirmed)" in found["Where they disagree"]
    assert "\n\nReviewers: Confirmed by Cy on 1 May 2031.\n" in found["Where they disagree"]
    assert "### 2. What of f2? (high severity, left as unsure)" in found["Where they disagree"]
    assert "- Reviewers: Note by Ann on 1 May 2031: “ask again”" in found["Told differently"]


def test_disputed() -> None:
    story = fire()
    review = reviewed(decision(story, "f1", by="Bo"), decision(story, "f1", "dismissed", by="Cy", reason="same", after=1))

    found = sections(render_markdown(story, review))

    assert "### 1. What of f1? (high severity, reviewers disagree)" in found["Where they disagree"]
    assert (
        "Reviewers disagree, so it counts as undecided: Dismissed by Cy on 1 May 2031 (both say the same). "
        "Confirmed by Bo on 1 May 2031." in found["Where they disagree"]
    )
    assert "Dismissed by reviewers" not in found


def test_out_of_date() -> None:
    story = fire()
    review = reviewed(decision(story, "f3", "dismissed", reason="minor"))
    later = story.findings[2].model_copy(update={"verdict": Verdict.CONTRADICT})
    changed = story.model_copy(update={"findings": (*story.findings[:2], later)})

    found = sections(render_markdown(changed, review))

    assert "### 3. What of f3? (high severity, decision out of date)" in found["Where they disagree"]
    assert (
        "Decided on other evidence (the verdict was differs and is contradict), so it counts as undecided"
        in found["Where they disagree"]
    )
    assert "of 3 contradictions 1 decided on other evidence and 2 undecided" in found[""]


def test_the_first_lines_count() -> None:
    story = fire()
    review = reviewed(
        decision(story, "f1", by="Bo"),
        decision(story, "f2", "dismissed", by="A*n", reason="same"),
        decision(story, "f3", "unsure", by="Bo"),
        seen=("f1", "f2", "f3"),
        reviewed_at=NOON + dt.timedelta(days=1),
    )

    first = sections(render_markdown(story, review))[""]

    assert (
        "Reviewed by A\\*n and Bo, last on 2 May 2031: of 2 contradictions 1 confirmed and 1 dismissed; of 1 other finding "
        "1 left as unsure. Of all contradictions confirmed or dismissed so far, earlier runs included, 1 of 2 (50%) were "
        "confirmed." in first
    )


def with_news(story: Report, **news: Any) -> Report:
    return story.model_copy(update={"news": News(**news)})


def test_news_since_the_run_before() -> None:
    story = fire(banner="Ten boats burned.")
    added = story.summaries[2].article.article_id
    changed = with_news(story, articles=(added,), findings=("f2",), gone=("Who *rang*?",))

    found = sections(render_markdown(changed))

    assert (
        "New since the run before: 1 article (Banner); 1 finding, marked “new”; 1 finding of the report before no longer "
        "made: “Who \\*rang\\*?”." in found[""]
    )
    assert "### 2. What of f2? (high severity, new)" in found["Where they disagree"]
    assert "### 1. What of f1? (high severity)" in found["Where they disagree"]


def test_news_since_the_last_review() -> None:
    story = fire()
    review = reviewed(decision(story, "f1"), seen=("f1",), reviewed_at=NOON)

    found = sections(render_markdown(story, review))

    assert "2 findings are new since then." in found[""]
    assert "### 2. What of f2? (high severity, new)" in found["Where they disagree"]
    assert "(told differently, new)" not in found["Told differently"]
    assert "**3. What of f3?** (new)" in found["Told differently"]


def test_the_same_decisions_give_the_same_bytes() -> None:
    story = fire()
    decisions = (decision(story, "f1", by="Bo"), decision(story, "f1", "unsure", by="Ann", after=3))

    assert render_markdown(story, reviewed(*decisions)) == render_markdown(story, reviewed(*reversed(decisions)))


@pytest.mark.parametrize("why", ["両立しない。", "「両立しない。」", "لا يتفقان؟", "वे मेल नहीं खाते।", "Is it?"])
def test_a_sentence_of_another_script_gets_no_second_full_stop(why: str) -> None:
    story = fire()
    changed = story.model_copy(update={"findings": (story.findings[0].model_copy(update={"why": why}), *story.findings[1:])})

    assert f"\n\n{why}\n\n" in render_markdown(changed)
