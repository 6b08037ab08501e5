"""Floors: worse is told value by value, and a written floor only ever gets harder to keep."""

from __future__ import annotations

import json

import pytest

from summarizer.errors import ConfigError
from summarizer.evaluation import Measures, Share, StoryFloors, StoryScore, parse_floors, raised, render_floors, shortfalls


def score(**measures: object) -> StoryScore:
    return StoryScore("ferry", Measures(**measures), {})


def floors(**values: float) -> dict[str, StoryFloors]:
    return parse_floors(json.dumps({"ferry": values}).encode(), "floors.json")


def test_a_value_at_its_floor_is_good_enough() -> None:
    held = score(recall=Share(2, 3), decoys_flagged=1, calls=7, articles=5)

    assert shortfalls([held], floors(recall=0.6667, decoys_flagged=1, calls_per_article=1.4)) == ()


@pytest.mark.parametrize(
    ("measures", "floor", "line"),
    [
        ({"recall": Share(1, 2)}, {"recall": 0.51}, "ferry: recall 0.5 is below its floor 0.51"),
        ({"precision": Share(1, 2)}, {"precision": 1}, "ferry: precision 0.5 is below its floor 1"),
        ({"decoys_flagged": 2}, {"decoys_flagged": 1}, "ferry: decoys_flagged 2 is above its ceiling 1"),
        (
            {"calls": 3, "articles": 2},
            {"calls_per_article": 1.4},
            "ferry: calls_per_article 1.5 is above its ceiling 1.4",
        ),
        ({}, {"meeting_recall": 0}, "ferry: there is nothing to take meeting_recall of; its floor is 0"),
    ],
)
def test_a_worse_value_is_one_line(measures: dict[str, object], floor: dict[str, float], line: str) -> None:
    assert [str(s) for s in shortfalls([score(**measures)], floors(**floor))] == [line]


def test_a_story_without_floors_is_not_held() -> None:
    assert shortfalls([score(decoys_flagged=9)], {}) == ()


def test_floors_are_raised_and_ceilings_lowered() -> None:
    before = {**floors(recall=0.5, precision=0.9, decoys_flagged=3, calls_per_article=1.0), "other": StoryFloors(recall=1)}
    after = raised([score(recall=Share(3, 4), precision=Share(1, 2), decoys_flagged=1, calls=4, articles=2)], before)

    assert after["ferry"] == StoryFloors(recall=0.75, precision=0.9, decoys_flagged=1, calls_per_article=1.0)
    assert after["other"] == StoryFloors(recall=1)


def test_floors_are_lowered_on_demand_only_for_what_ran() -> None:
    before = {**floors(recall=0.9, precision=0.9), "other": StoryFloors(recall=1)}
    after = raised([score(recall=Share(1, 2))], before, lower=True)

    assert after == {"ferry": StoryFloors(recall=0.5, decoys_flagged=0), "other": StoryFloors(recall=1)}


def test_what_is_written_can_be_read_and_is_in_order() -> None:
    written = {"b": StoryFloors(recall=0.5), "a": StoryFloors(decoys_flagged=0, calls_per_article=1.25)}
    text = render_floors(written)

    assert parse_floors(text.encode(), "f") == written
    assert list(json.loads(text)) == ["a", "b"]
    assert "null" not in text


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ({"ferry": {"recal": 0.9}}, "ferry recal"),
        ({"ferry": {"recall": 95}}, "ferry recall"),
        ({"ferry": {"recall": "most"}}, "ferry recall"),
        ({"ferry": 0.9}, "ferry"),
        ([], "the file"),
    ],
)
def test_a_broken_file_of_floors_is_refused(data: object, named: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_floors(json.dumps(data).encode(), "floors.json")

    assert str(caught.value).startswith(f"floors.json: {named}: ")
