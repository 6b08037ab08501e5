"""Labels that are broken are refused with the file and the entry."""

from __future__ import annotations

import json
from typing import Any

import pytest

from summarizer.errors import ConfigError
from summarizer.evaluation import parse_gold
from summarizer.terms import Verdict

SIDES = [["1_", "64"], ["2_", "46"]]


def label(**fields: Any) -> dict[str, Any]:
    return {"id": "saved", "kind": "quantity", "sides": SIDES, **fields}


def without(key: str) -> dict[str, Any]:
    return {k: v for k, v in label().items() if k != key}


def test_what_is_not_asked_for_may_be_left_out() -> None:
    gold = parse_gold(json.dumps({"must_flag": [label(weight=3, note="x")], "must_not_flag": [], "about": "x"}).encode(), "g")

    assert gold.must_flag[0].accept == (Verdict.CONTRADICT,)
    assert gold.figures == gold.also_true == ()


@pytest.mark.parametrize(
    ("must_flag", "named"),
    [
        ([without("id")], ["must_flag[0]", "id"]),
        ([without("kind")], ["must_flag[0] (saved)", "kind"]),
        ([without("sides")], ["must_flag[0] (saved)", "sides", "any_of"]),
        ([label(kind="rumour")], ["must_flag[0] (saved)", "kind"]),
        ([label(accept=["contradict", "maybe"])], ["must_flag[0] (saved)", "accept"]),
        ([label(accept=[])], ["must_flag[0] (saved)", "accept"]),
        ([label(sides=[["1_", "64"]])], ["must_flag[0] (saved)", "sides"]),
        ([label(sides=[["1_", "64"], ["2_"]])], ["must_flag[0] (saved)", "sides[1]"]),
        ([label(sides=[["1_", "64"], ["2_", 46]])], ["must_flag[0] (saved)", "sides[1]"]),
        ([label(sides=[["", "64"], ["2_", "46"]])], ["must_flag[0] (saved)", "sides[0]"]),
        ([label(id="fine"), label(sides=[["1_", "64"], ["2_", "(46"]])], ["must_flag[1] (saved)", "sides[1]", "'(46'"]),
        ([label(), label()], ["must_flag", "saved", "two"]),
        (["saved"], ["must_flag[0]"]),
        ("saved", ["must_flag"]),
    ],
)
def test_a_broken_entry_is_named(must_flag: Any, named: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_gold(json.dumps({"must_flag": must_flag, "must_not_flag": []}).encode(), "news/gold.json")

    message = str(caught.value)
    assert message.startswith("news/gold.json: ")
    assert [name for name in named if name not in message] == []
    assert "\n" not in message


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b"{}", b'{"must_flag": []}', b"\xff\xfe{}", b"[" * 100_000, b'{"must_flag": NaN}'],
)
def test_what_is_no_set_of_labels(data: bytes) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_gold(data, "news/gold.json")

    assert str(caught.value).startswith("news/gold.json: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("field", "row"),
    [("figures", ["1_", "[", "x"]), ("attributions", ["1_", "a"]), ("not_the_article", ["1_", "*"]), ("same_source", ["1_"])],
)
def test_a_broken_row_is_named(field: str, row: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_gold(json.dumps({"must_flag": [], "must_not_flag": [], field: [row]}).encode(), "g")

    assert f"{field}[0]" in str(caught.value)


def test_every_beginning_of_a_file_name_is_told_with_its_entry() -> None:
    raw = {
        "must_flag": [label()],
        "must_not_flag": [{"id": "d", "sides": [["3_", "x"], ["4_", "x"]]}],
        "also_true": [label(id="a", sides=[["5_", "x"], ["6_", "x"]])],
        "same_source": [["7_", "8_", "why"]],
        "figures": [["9_", "x", "what", {}]],
    }
    gold = parse_gold(json.dumps(raw).encode(), "g")

    assert [prefix for _, prefix in gold.prefixes()] == [f"{n}_" for n in range(1, 10)]
    assert dict(gold.prefixes()).keys() >= {"must_flag saved", "must_not_flag d", "also_true a", "same_source[0]", "figures[0]"}
