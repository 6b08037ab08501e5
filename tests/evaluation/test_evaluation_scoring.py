"""A report against its labels: found, explained, missed, and what is no difference at all."""

from __future__ import annotations

import json

import pytest
from evaluation.labelled import finding, gold, planted, report

from summarizer.evaluation import Gold as Labels
from summarizer.evaluation import Share, StoryScore, render_json, render_table, score_story, total
from summarizer.schema import Finding
from summarizer.terms import FindingKind

SAVED = ("The coast guard said 64 people were saved.", "The coast guard said 46 people were saved.")
DOOR = ("The bow door was open.", "The bow door was shut.")
RAIN = ("It rained on Monday.", "It rained on Tuesday.")
SAVED_LABEL = planted("saved", r"\b64\b", r"\b46\b")
DOOR_LABEL = planted("door", "OPEN", "SHUT", kind="fact")
RAIN_DECOY = planted("rain", "Monday", "Tuesday")


def scored(labels: Labels, *findings: Finding, tables: tuple[set[str], ...] = (), **kwargs: object) -> StoryScore:
    return score_story("s", report(*findings, **kwargs), labels, tables)


def test_found_under_the_accepted_verdict() -> None:
    score = scored(gold(SAVED_LABEL, DOOR_LABEL), finding(*SAVED))

    assert score.measures.recall == Share(1, 2)
    assert score.missed == ("door",)
    assert score.explained == ()


@pytest.mark.parametrize("verdict", ["scope", "update", "compatible", "unsure"])
def test_another_verdict_is_explained_and_not_found(verdict: str) -> None:
    score = scored(gold(SAVED_LABEL), finding(*SAVED, verdict=verdict))

    assert score.measures.recall == Share(0, 1)
    assert score.explained == ("saved",)
    assert score.missed == ()


def test_a_difference_that_is_reported_as_agreement_is_missed() -> None:
    score = scored(gold(SAVED_LABEL), finding(*SAVED, verdict="agree"))

    assert score.missed == ("saved",)


def test_an_update_is_found_as_an_update_and_is_no_right_contradiction() -> None:
    labels = gold(planted("saved", "64", "46", accept=["update"]))

    assert scored(labels, finding(*SAVED, verdict="update")).measures.recall == Share(1, 1)
    wrong = scored(labels, finding(*SAVED))
    assert wrong.measures.recall == Share(0, 1)
    assert wrong.explained == ("saved",)
    assert wrong.measures.precision == Share(0, 1)


def test_one_side_alone_shows_nothing() -> None:
    score = scored(gold(SAVED_LABEL), finding(SAVED[0], DOOR[1]))

    assert score.missed == ("saved",)
    assert score.measures.precision == Share(0, 1)


def test_one_of_several_ways_is_enough() -> None:
    ways = {"id": "saved", "kind": "quantity", "any_of": [[["herald", "99"], ["courier", "46"]], SAVED_LABEL["sides"]]}

    assert scored(gold(ways), finding(*SAVED)).measures.recall == Share(1, 1)


def test_what_is_also_true_is_right_and_is_not_asked_for() -> None:
    without = scored(gold(SAVED_LABEL, decoys=(RAIN_DECOY,)), finding(*DOOR))
    labels = gold(SAVED_LABEL, also_true=[DOOR_LABEL])

    assert without.measures.precision == Share(0, 1)
    assert scored(labels, finding(*DOOR)).measures.precision == Share(1, 1)
    assert scored(labels).missed == ("saved",)


def test_a_decoy_is_flagged_by_a_contradiction_only() -> None:
    labels = gold(SAVED_LABEL, decoys=(RAIN_DECOY,))
    flagged = scored(labels, finding(*RAIN))

    assert flagged.decoys_flagged == ("rain",)
    assert flagged.measures.decoys_flagged == 1
    assert scored(labels, finding(*RAIN, verdict="scope")).decoys_flagged == ()


def test_a_decoy_beside_a_planted_pair_is_not_flagged() -> None:
    score = scored(gold(SAVED_LABEL, decoys=(RAIN_DECOY,)), finding(*SAVED, *RAIN, severity="high"))

    assert score.decoys_flagged == ()
    assert score.decoys_high == ()


def test_a_decoy_of_high_severity_counts_under_any_verdict() -> None:
    labels = gold(SAVED_LABEL, decoys=(RAIN_DECOY,))

    assert scored(labels, finding(*RAIN, verdict="unsure", severity="high")).decoys_high == ("rain",)
    assert scored(labels, finding(*RAIN, verdict="unsure", severity="medium")).decoys_high == ()


def test_recall_goes_by_the_label_and_precision_by_the_finding() -> None:
    score = scored(gold(SAVED_LABEL, DOOR_LABEL), finding(*SAVED, kind="denial"), finding(*RAIN, kind="denial"))

    assert score.kinds[FindingKind.QUANTITY].recall == Share(1, 1)
    assert score.kinds[FindingKind.QUANTITY].precision == Share(0, 0)
    assert score.kinds[FindingKind.DENIAL].recall == Share(0, 0)
    assert score.kinds[FindingKind.DENIAL].precision == Share(1, 2)
    assert score.kinds[FindingKind.FACT].recall == Share(0, 1)


@pytest.mark.parametrize(
    ("tables", "met"),
    [
        (({"h0", "c0"},), 1),
        (({"nh0", "qc0"},), 1),
        (({"h0", "h1"}, {"c0", "c1"}), 0),
        (({"h1", "c1"}, {"x", "h0", "c0"}), 1),
        ((), 0),
    ],
)
def test_two_sides_met_where_an_item_of_each_stood_in_one_table(tables: tuple[set[str], ...], met: int) -> None:
    assert scored(gold(SAVED_LABEL), tables=tables).measures.meeting_recall == Share(met, 1)


def test_coverage_of_labelled_figures_and_attributions() -> None:
    labels = gold(
        figures=[["herald", "64", "saved", {"low": 64}], ["courier", "door", "none"]],
        attributions=[["herald", "COAST guard", "64"], ["herald", "navy", "64"], ["courier", "coast guard", "door"]],
    )
    score = scored(labels)

    assert score.measures.figures == Share(1, 2)
    assert score.measures.attributions == Share(1, 3)


def test_items_of_what_is_not_the_article_with_regard_to_case() -> None:
    score = scored(gold(not_the_article=[["herald", "rained"], ["courier", "RAINED"]]))

    assert score.boilerplate == ("herald It rained on Monday.",)


@pytest.mark.parametrize("together", [True, False])
def test_articles_of_one_source(together: bool) -> None:
    score = scored(gold(same_source=[["herald", "courier", "a copy"]]), one_origin=together)

    assert score.measures.sources == Share(int(together), 1)


def test_calls_and_tokens_are_those_of_both_steps() -> None:
    measures = scored(gold(), input_tokens=20, output_tokens=3, unreported=1).measures

    assert (measures.calls, measures.tokens, measures.unreported) == (3, 133, 1)
    assert measures.calls_per_article == 1.5


def test_totals_add_counts_and_not_shares() -> None:
    one = scored(gold(SAVED_LABEL), finding(*SAVED))
    other = scored(gold(SAVED_LABEL, DOOR_LABEL, planted("rain", "Monday", "Tuesday")), finding(*RAIN, verdict="scope"))

    assert total([one, other]).recall == Share(1, 4)
    assert total([one, other]).articles == 4


def test_json_has_every_share_rounded_and_null_of_nothing() -> None:
    score = scored(gold(SAVED_LABEL, DOOR_LABEL, planted("rain", "Monday", "Sunday")), finding(*SAVED, verdict="scope"))
    shown = json.loads(render_json([score]))

    assert shown["total"]["precision"] is None
    assert shown["total"]["recall"] == 0.0
    assert shown["kinds"]["quantity"] == {"planted": 2, "found": 0, "recall": 0.0, "reported": 0, "precision": None}
    assert shown["kinds"]["date"]["recall"] is None
    (story,) = shown["stories"]
    assert set(shown["total"]) < set(story)
    assert (story["explained"], story["missed"]) == (["saved"], ["door", "rain"])
    assert (
        json.loads(render_json([scored(gold(SAVED_LABEL, DOOR_LABEL, RAIN_DECOY), finding(*SAVED))]))["total"]["recall"]
        == 0.3333
    )


def test_the_table_is_aligned_and_names_what_is_wrong() -> None:
    labels = gold(SAVED_LABEL, DOOR_LABEL, decoys=(RAIN_DECOY,), same_source=[["herald", "courier"]])
    shown = render_table([scored(labels, finding(*SAVED), finding(*RAIN))])
    stories, kinds, notes = shown.split("\n\n")

    assert [line.split()[0] for line in stories.splitlines()] == ["story", "s", "total"]
    assert len({len(line) for line in stories.splitlines()}) == 1
    assert [line.split()[0] for line in kinds.splitlines()] == ["kind", "quantity", "fact"]
    assert notes.splitlines() == ["s: missed: door", "s: decoys flagged: rain", "s: pairs of one source counted as two: 1"]
