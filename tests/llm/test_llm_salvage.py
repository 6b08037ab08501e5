"""An answer's JSON is read as far as it goes."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from llm.answers_to_break import answers, statements

from summarizer.llm.salvage import Broken, UnfitError, broken_in, json_in, read_json


@given(answer=answers, indent=st.sampled_from([None, 2]), ascii_=st.booleans(), data=st.data())
def test_what_is_read_of_a_cut_text_is_the_beginning_of_the_whole(answer, indent, ascii_, data) -> None:
    text = json.dumps(answer, indent=indent, ensure_ascii=ascii_)
    cut = text[: data.draw(st.integers(0, len(text)))]
    try:
        read = read_json(cut).value
    except UnfitError:
        return
    for name, value in read.items():
        if isinstance(value, list):
            assert value == answer[name][: len(value)]
        else:
            assert value == answer[name]


@given(items=st.lists(statements, min_size=1, max_size=6), data=st.data())
def test_every_item_that_is_whole_is_read(items, data) -> None:
    text, ends = '{"speakers": [], "statements": [', []
    for item in items:
        text += (", " if ends else "") + json.dumps(item)
        ends.append(len(text))
    text += "]}"
    cut = data.draw(st.integers(text.index("[") + 1, len(text)))
    whole = sum(end <= cut for end in ends)
    assert read_json(text[:cut]).value.get("statements", []) == items[:whole]


def test_every_cut_of_one_answer() -> None:
    answer = {
        "title": "Fähre",
        "things": [{"name": "a]", "more": [{"x": 1}, 2]}, {"name": '}"', "more": []}],
        "tags": ["a", "b"],
    }
    text = json.dumps(answer, ensure_ascii=False)
    sizes = []
    for cut in range(len(text) + 1):
        try:
            read = read_json(text[:cut])
        except UnfitError:
            sizes.append(0)
            continue
        assert (read.cut is None) == (cut == len(text))
        sizes.append(len(read.value.get("things", [])) + len(read.value.get("tags", [])))
    assert sizes == sorted(sizes)
    assert set(sizes) == {0, 1, 2, 3, 4}


@given(text=st.text(max_size=60) | st.text('{}[]",:\\ \ntruefalsn0123.e-', max_size=60))
def test_no_text_brings_it_down(text: str) -> None:
    with contextlib.suppress(UnfitError):
        read_json(json_in(text))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "Expecting value"),
        ('{"things": [{"na', None),
        ("[" * 100_000, "nested too deeply"),
        ('{"a": 1}{"a": 2}', "Extra data"),
        ('{"a": 1, "a": 2}', 'the key "a" stands twice'),
        ("NaN", "NaN is not a JSON number"),
    ],
)
def test_what_cannot_be_read(text: str, why: str | None) -> None:
    if why is None:
        assert read_json(text).value == {"things": []}
        return
    with pytest.raises(UnfitError, match=why):
        read_json(text)


def test_words_after_the_value_are_passed_over() -> None:
    assert read_json('{"a": 1} That is all.').value == {"a": 1}
    assert read_json('{"a": [1]}}').value == {"a": [1]}


def test_what_is_broken_stays_in_its_place() -> None:
    text = '{"things": [{"n": NaN}, {"n": 1, "n": 2}, {"n": ' + "9" * 5000 + '}, {"n": 1e999}, {"n": "\\ud800"}, {"n": 7}]}'
    value = read_json(text).value
    assert [type(value["things"][0]["n"]), type(value["things"][1])] == [Broken, Broken]
    assert value["things"][5] == {"n": 7}
    assert {path[1] for path, _ in broken_in(value)} == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(
    "text", ['```json\n{"a": 1}\n```', 'Here: {"a": 1}. Done', '  {"a": 1}', '```\n{"a": 1}', 'So: {"a": 1'], ids=str
)
def test_json_in_a_text(text: str) -> None:
    assert json_in(text).startswith('{"a": 1')


@pytest.mark.parametrize(
    "text",
    [
        "<think>{what now}</think>\n{}",
        "<Thinking>\n{}</Thinking>{}",
        "Sure!\n```\n{}\n```\nDone {{ok}}.",
        "```{}```",
        "Here:\n```json\n{}\n```\n```text\n{{x}}\n```",
    ],
)
@pytest.mark.parametrize("said", ['{"a": 1}', '{"a": "see ```{x}``` there"}', '{"a": {"b": ["}"]}}'])
def test_json_among_thoughts_fences_and_words(text: str, said: str) -> None:
    assert (
        json_in(
            text.replace("{}", said).replace("{{", "{").replace("}}", "}") if "}}" not in said else text.replace("{}", said)
        )
        == said
    )
