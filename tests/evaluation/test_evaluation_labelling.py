"""Labels made of reviewers' rulings: what `evaluate` then expects of the very report that was reviewed."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from pathlib import Path

import pytest
from review.reviewed import HARBOUR, TRIBUNE, article, decision, finding, fire, report, side

import summarizer
from summarizer import pipeline
from summarizer.evaluation import labels_of, parse_gold
from summarizer.pipeline import evaluating
from summarizer.review import Judgement, articles_of, decision_on, parse_review, render_review
from summarizer.schema import Failure, Finding, Report, ReviewRecord
from summarizer.settings import ModelSettings, Settings
from summarizer.terms import DismissalReason, Ruling, Verdict

SAMPLES = Path(summarizer.__file__).parent / "samples"
CASSETTES = Path(__file__).parents[2] / "cassettes" / "stories"


def labels(of: Report, *decisions) -> dict:
    made = labels_of(of, ReviewRecord(decisions=decisions))
    parse_gold(made.text.encode(), "gold.json")
    return json.loads(made.text)


def test_what_is_confirmed_must_be_found_and_what_is_dismissed_must_not():
    made = labels(
        fire(),
        decision(fire(), "f1", "confirmed", note="Nine by the brigade's log."),
        decision(fire(), "f2", "dismissed", reason="other_matter"),
        decision(fire(), "f3", "dismissed", reason="minor"),
    )
    (planted,), (decoy,), (minor,) = made["must_flag"], made["must_not_flag"], made["also_true"]
    assert (planted["id"], planted["kind"], planted["accept"]) == ("f1", "quantity", ["contradict"])
    assert planted["why"] == "Nine by the brigade's log."
    assert [prefix for prefix, _ in planted["sides"]] == ["harbour.", "tribune."]
    assert (decoy["id"], decoy["verdict"], decoy["reason"], decoy["by"]) == ("f2", "scope", "other_matter", "Ann")
    assert (minor["id"], minor["accept"]) == ("f3", ["differs"])
    assert (decoy["why"], minor["why"]) == ("They speak of two matters.", "They cannot both be right.")


def test_a_dismissal_without_a_reason_is_a_decoy_all_the_same():
    (decoy,) = labels(fire(), decision(fire(), "f1", "dismissed"))["must_not_flag"]
    assert (decoy["reason"], decoy["why"], "verdict" in decoy) == ("other", "A reviewer dismissed it.", False)


def test_rulings_that_do_not_hold_label_nothing_and_are_told():
    given = (
        decision(fire(), "f1", "confirmed"),
        decision(fire(), "f1", "dismissed", by="Bo"),
        decision(fire(), "f2", "unsure"),
        decision(fire(), "f3", "confirmed").model_copy(update={"evidence": ()}),
    )
    made = labels_of(fire(), ReviewRecord(decisions=given))
    assert json.loads(made.text) == {"must_flag": [], "must_not_flag": [], "also_true": []}
    assert made.left_out == (
        "f1: reviewers disagree",
        "f2: the reviewer is unsure",
        "f3: the ruling is stale: it was not made on two quotes",
    )
    assert labels_of(fire(), ReviewRecord()).left_out == ()


def patterns(text: str, quote: str, anchor: str) -> str:
    one, two = article(text, "Harbour"), article(TRIBUNE, "Tribune")
    start = text.index(quote)
    first = text.index(anchor, start)
    told = side(one, quote).model_copy(update={"anchor_start": first, "anchor_end": first + len(anchor)})
    made = report((one, two), finding("f1", told, side(two, "Twelve boats burned.")))
    pattern = labels(made, decision(made, "f1"))["must_flag"][0]["sides"][0][1]
    assert re.search(pattern, quote, re.IGNORECASE)
    return pattern


@pytest.mark.parametrize(
    ("text", "quote", "anchor", "expected"),
    [
        ("At least 17 died. It cost $17.5 (est.)", "It cost $17.5 (est.)", "$17.5", r"\$17\.5\b"),
        ("17 died, 17 were hurt.", "17 died, 17 were hurt.", "17 were", r"\b17\s+were\b"),
        ("In all 17 died. Later 17 died of wounds.", "In all 17 died.", "17", r"\ball\s+17\s+died\b"),
        ("Two died.\nTwo died.", "Two died.", "Two", r"\bTwo\s+died\."),
        ("He said\n no.  Then  yes.", "no.  Then  yes.", "no.  Then", r"\bno\.\s+Then\b"),
        ("東京で17人が死亡した。", "東京で17人が死亡した。", "17人", "17人"),
        ("…!", "…!", "…", "…"),
        ("Nobody", "Nobody", "", r"\bNobody\b"),
    ],
)
def test_a_pattern_is_of_the_decisive_words_and_of_nothing_else_in_the_article(text, quote, anchor, expected):
    assert patterns(text, quote, anchor).replace(r"\ ", " ") == expected


def test_a_file_name_that_begins_like_another_makes_no_label():
    one = article(HARBOUR, "Harbour", path="fire/1_a.txt")
    two, three = article(TRIBUNE, "Tribune", path="fire/1_b.txt"), article("x", "Banner", path="other/1_a.txt")
    made = report((one, two, three), finding("f1", side(one, "Nine boats burned."), side(two, "Twelve boats burned.")))
    left_out = labels_of(made, ReviewRecord(decisions=(decision(made, "f1"),))).left_out
    assert left_out == ("f1: two files have a name that begins like that of its article",)
    apart = report((one, two), *made.findings, failures=(Failure(stage="read", what="fire/1_c.txt", why="?", exit_code=3),))
    assert [p for p, _ in labels(apart, decision(apart, "f1"))["must_flag"][0]["sides"]] == ["1_a.", "1_b."]


def ruled(of: Report) -> ReviewRecord:
    """Every finding of a report ruled on, in turn: confirmed, dismissed for every reason there is."""
    turns = [Judgement(Ruling.CONFIRMED), *(Judgement(Ruling.DISMISSED, reason) for reason in DismissalReason)]
    at = dt.datetime(2031, 5, 1, tzinfo=dt.UTC)
    made = (
        decision_on(one, articles_of(of), turns[number % len(turns)], by="Ann", at=at) for number, one in enumerate(of.findings)
    )
    return parse_review(render_review(ReviewRecord(decisions=tuple(made))).encode(), "review.toml")


def test_evaluate_gives_a_reviewed_report_the_scores_that_its_reviewers_gave_it(tmp_path):
    folder = tmp_path / "ferry"
    shutil.copytree(SAMPLES / "ferry", folder)
    settings = Settings(ModelSettings(replay=CASSETTES / "ferry.yaml"), store=tmp_path / "answers.sqlite")
    found = pipeline.read([str(folder)], None, lambda _: None)
    outcome = pipeline.run_report(found, pipeline.prepare(settings), lambda _: None)
    reviewed = outcome.report
    review = ruled(reviewed)
    made = labels_of(reviewed, review)
    assert made.left_out == ()
    (folder / "gold.json").write_text(made.text, encoding="utf-8")

    (opened,) = evaluating.open_stories([folder], lambda _: None)
    assert opened.found == found
    measures = evaluating.score(opened, outcome).measures

    rulings = {one.finding_id: one for one in review.decisions}
    real = [f for f in reviewed.findings if rulings[f.finding_id].ruling is Ruling.CONFIRMED]
    minor = [f for f in reviewed.findings if rulings[f.finding_id].reason is DismissalReason.MINOR]
    others = [f for f in reviewed.findings if f not in (*real, *minor)]
    flagged = [one for one in reviewed.findings if one.verdict is Verdict.CONTRADICT]
    called_real = [one for one in (*real, *minor) if one.verdict is Verdict.CONTRADICT]
    right = [one for one in flagged if any(shows(one, label) for label in called_real)]
    unreal = [one for one in flagged if not any(shows(one, label) for label in (*real, *minor))]
    assert (measures.recall.value, measures.recall.whole) == (1.0, made.must_flag)
    assert (made.must_flag, made.also_true, made.must_not_flag) == (len(real), len(minor), len(others))
    assert (measures.precision.part, measures.precision.whole) == (len(right), len(flagged))
    assert measures.decoys_flagged == sum(any(shows(one, label) for one in unreal) for label in others)
    assert 0 < len(right) <= len(called_real) + 2
    assert measures.decoys_flagged >= len(flagged) - len(called_real) - 2


def shows(found: Finding, label: Finding) -> bool:
    """The finding quotes the decisive words of both sharpest sides of the other one."""
    return all(
        any(
            one.article_id == other.article_id and one.start <= other.anchor_start and other.anchor_end <= one.end
            for one in found.sides
        )
        for other in label.sides[:2]
    )
