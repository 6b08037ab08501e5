"""What somebody says somebody said, and attributions that no verb of saying shows."""

from __future__ import annotations

import pytest

from summarizer.attributions import find_attributions


def shown(text, *, nested=False):
    return [
        tuple(" ~ ".join(text[start:end] for start, end in part) for part in (span.source, span.cue, span.content))
        for span in find_attributions(text, nested=nested)
    ]


def test_a_report_inside_a_report_is_part_of_it():
    text = "The clerk said that the guard denied that the gate was open."
    assert shown(text) == [("The clerk", "said", "that the guard denied that the gate was open")]
    assert ("the guard", "denied", "that the gate was open") in shown(text, nested=True)


def test_of_two_that_reach_over_each_other_the_one_that_reports_both_is_kept():
    text = "The clerk wants to close the gate, the guard said."
    assert shown(text) == [("the guard", "said", "The clerk wants to close the gate")]


def test_a_second_speaker_after_a_conjunction_has_his_own_words():
    text = "The clerk said the gate was open, and the guard said it was shut."
    assert shown(text) == [("The clerk", "said", "the gate was open"), ("the guard", "said", "it was shut")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As the clerk told the Halbro Herald, the gate is open.", ("the clerk", "told", "the gate is open")),
        ("The gate is open, as the clerk reported on Monday.", ("the clerk", "reported", "The gate is open")),
        ("The clerk said Tuesday that it was open.", ("The clerk", "said Tuesday", "that it was open")),
        ("But the gate is open, the clerk said.", ("the clerk", "said", "the gate is open")),
        ("The clerk is critical of the new gate.", ("The clerk", "is critical of", "the new gate")),
        ("The clerks are afraid that it breaks.", ("The clerks", "are afraid", "that it breaks")),
        ("She is a longtime supporter of the gate.", ("She", "is a longtime supporter of", "the gate")),
        ("She expressed deep concern about the gate.", ("She", "expressed deep concern about", "the gate")),
        ("The gate seems ready to fall.", ("", "seems", "The gate seems ready to fall")),
        ("The gate is expected to fall.", ("", "is expected", "The gate is expected to fall")),
        ("When asked whether it was open, she nodded.", ("", "asked", "whether it was open")),
        ("The firm plans to build a gate.", ("The firm", "plans", "to build a gate")),
        ("Most clerks support background checks.", ("Most clerks", "support", "background checks")),
        ("The clerk made it clear that it was open.", ("The clerk", "made it clear", "that it was open")),
        ("The plan was criticized by two clerks.", ("two clerks", "was criticized", "The plan")),
        ("The clerk agreed to meet the guard.", ("The clerk", "agreed", "to meet the guard")),
        ("Claims that it fell were denied by the guard.", ("the guard", "were denied", "Claims that it fell")),
        ("The next day, according to the clerk, it fell.", ("the clerk", "according to", "The next day ~ it fell")),
        ("The clerk emphasised that it was open.", ("The clerk", "emphasised", "that it was open")),
    ],
)  # fmt: skip
def test_places_of_source_cue_and_content(text, expected):
    assert expected in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The guard did not respond to requests for comment.",
        "The false reports that it fell were shared.",
        "He appeared in court on Monday.",
        "The guards backed off.",
    ],
)
def test_what_is_no_attribution(text):
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Lee said the gate held while Roe said it fell.", ("Roe", "said", "it fell")),
        ("Lee said the gate held but Roe, her aide, said it fell.", ("Roe, her aide,", "said", "it fell")),
        ("Lee says 40 fell, Roe says 12.", ("Roe", "says", "12")),
        ("Lee says the gate held – Roe says it fell.", ("Roe", "says", "it fell")),
        (
            "Lee, who said that the gate held, denied that Roe fell.",
            ("Lee", "denied", "that Roe fell"),
        ),
    ],
)
def test_nobodys_words_reach_into_those_of_the_next_speaker(text, second):
    first, *rest = shown(text)
    assert rest == [second]
    assert second[0].split()[0] not in first[2]
