"""Cassettes: readable, and the same when they come back."""

from __future__ import annotations

import copy
import json
import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import StoreError
from summarizer.store import cassette as serializer
from summarizer.store import dump_cassette, load_cassette
from summarizer.store.cassette import SPELLINGS

ARGUMENTS = {"statements": [{"anchor": "183 died", "sents": [1, 2]}], "note": "two\n  lines\n"}


def interaction(request: object, response: object) -> dict:
    return {
        "request": {"method": "POST", "uri": "http://llm.test/v1", "headers": {"content-type": ["json"]}, "body": request},
        "response": {"status": {"code": 200, "message": "OK"}, "headers": {}, "body": {"string": response}},
    }


def held(*interactions: dict) -> dict:
    return {"version": 1, "interactions": list(interactions)}


def call(arguments: str) -> dict:
    function = {"name": "Story", "arguments": arguments}
    return {"choices": [{"message": {"tool_calls": [{"id": "1", "function": function}]}}]}


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=10
)
objects = st.dictionaries(st.text() | st.sampled_from(["json", "arguments", "json loose"]), values, max_size=4)
spellings = st.sampled_from([*SPELLINGS.values(), {"indent": 1}])
nested = st.builds(lambda data, spelling: call(json.dumps(data, **spelling)), objects, spellings)
texts = st.builds(lambda data, spelling: json.dumps(data, **spelling), objects | nested, spellings)
bodies = texts | st.text(st.characters(exclude_categories=["Cs"])) | st.none()


def as_value(body: object) -> object:
    """A JSON text by its value, anything else by itself."""
    try:
        text = body.decode() if isinstance(body, bytes) else body
        return text if text is None else json.loads(text)
    except UnicodeDecodeError:
        return body
    except ValueError:
        return text


@given(st.lists(st.tuples(bodies, bodies | st.binary()), max_size=4))
def test_round_trip(pairs: list) -> None:
    before = held(*[interaction(request, response) for request, response in pairs])
    after = load_cassette(dump_cassette(copy.deepcopy(before)))
    assert sorted(map(essence, after["interactions"])) == sorted(map(essence, before["interactions"]))
    assert after["version"] == 1
    assert dump_cassette(after) == dump_cassette(load_cassette(dump_cassette(after)))


def essence(one: dict) -> str:
    return repr((as_value(one["request"]["body"]), as_value(one["response"]["body"]["string"]), one["response"]["status"]))


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@given(data=objects)
def test_known_spellings_come_back_byte_for_byte(spelling: dict, data: dict) -> None:
    text = json.dumps(call(json.dumps(data, **spelling)), **spelling)
    (back,) = load_cassette(dump_cassette(held(interaction(text, text))))["interactions"]
    assert back["request"]["body"] == text
    assert back["response"]["body"] == {"string": text}


def test_it_can_be_read_by_a_person() -> None:
    text = dump_cassette(held(interaction(json.dumps({"content": "one\ntwo: three"}), json.dumps(call(json.dumps(ARGUMENTS))))))
    assert "content: |-\n          one\n          two: three\n" in text
    assert "anchor: 183 died" in text
    assert '\\"' not in text


@pytest.mark.parametrize(
    "body",
    [
        '{"a": 1, "a": 2}',
        '{"a": NaN}',
        '{"a": "\\ud800"}',
        '{"choices": [',
        "plain",
        "",
        '{"json": {"a": 1}}',
        '"text"',
        "7",
        b"\xff\x00",
    ],
    ids=str,
)
def test_what_would_not_survive_stays_as_it_was(body: str | bytes) -> None:
    (back,) = load_cassette(dump_cassette(held(interaction(body, body))))["interactions"]
    assert back["request"]["body"] == back["response"]["body"]["string"] == body


def test_deep_json_is_no_trouble() -> None:
    for depth in (300, 900, 100_000):
        body = "[" * depth + "]" * depth
        (back,) = load_cassette(dump_cassette(held(interaction(body, body))))["interactions"]
        assert back["request"]["body"] == body


def test_order_does_not_depend_on_recording() -> None:
    interactions = [interaction(json.dumps({"n": n}), str(n)) for n in range(20)]
    shuffled = random.Random(1).sample(interactions, 20)
    assert dump_cassette(held(*interactions)) == dump_cassette(held(*shuffled))


def test_answers_to_one_request_stay_in_order() -> None:
    interactions = [interaction('{"n": 1}', answer) for answer in ("first", "second", "third")]
    back = load_cassette(dump_cassette(held(*interactions)))["interactions"]
    assert [one["response"]["body"]["string"] for one in back] == ["first", "second", "third"]


def test_plain_cassettes_are_read_too() -> None:
    before = held(interaction('{"a": 1}', "x"))
    assert load_cassette(yaml.dump(before)) == before


def test_dumping_leaves_the_cassette_alone() -> None:
    before = held(interaction(json.dumps(call("{}")), "{}"))
    kept = copy.deepcopy(before)
    dump_cassette(before)
    assert before == kept


def test_vcrpy_takes_it_as_a_serializer() -> None:
    before = held(interaction('{"a": 1}', "x"))
    assert serializer.deserialize(serializer.serialize(before)) == before


@pytest.mark.parametrize("text", ["{", "[]", "interactions: 1", "interactions: [{}]", "!!python/object:os.system {}", ""])
def test_no_cassette(text: str) -> None:
    with pytest.raises(StoreError, match="not a cassette"):
        load_cassette(text)
