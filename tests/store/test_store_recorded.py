"""Recorded answers: found by the request body alone, and a miss that says why."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml

from summarizer.errors import AnswerNotRecorded, ConfigError, StoreError
from summarizer.store import AnswerStore, RecordedAnswers, dump_cassette


def request(text: str = "The ferry sank; 183 died.", model: str = "standin", system: str = "Extract.") -> dict:
    messages = [{"role": "system", "content": system}, {"role": "user", "content": text}]
    return {"model": model, "messages": messages, "tools": [{"type": "function"}]}


def interaction(body: object, answer: object = '{"choices": [{}]}', code: int = 200) -> dict:
    return {
        "request": {"method": "POST", "uri": "http://llm.test/v1/chat/completions", "headers": {}, "body": body},
        "response": {"status": {"code": code, "message": ""}, "headers": {}, "body": {"string": answer}},
    }


def cassette(*interactions: dict) -> dict:
    return {"version": 1, "interactions": list(interactions)}


@pytest.fixture(params=["stock", "readable", "database"])
def recorded(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Two recorded answers, in each of the three forms."""
    bodies = [_ask("one"), _ask("two")]
    held = cassette(*[interaction(json.dumps(body), json.dumps({"n": n})) for n, body in enumerate(bodies)])
    path = tmp_path / f"{request.param}.yaml"
    if request.param == "stock":
        path.write_text(yaml.dump(held))
    elif request.param == "readable":
        path.write_text(dump_cassette(held), encoding="utf-8")
    else:
        with AnswerStore(path) as store:
            for n, body in enumerate(bodies):
                store.keep("http://anywhere/v1", body, json.dumps({"n": n}))
    return path


_ask = request


def test_found_by_the_body_alone(recorded: Path) -> None:
    answers = RecordedAnswers(recorded)
    assert len(answers) == 2
    assert answers.model == "standin"
    assert answers.find("http://elsewhere", dict(reversed(_ask("two").items()))) == '{"n": 1}'


def test_miss_names_the_nearest(recorded: Path) -> None:
    with pytest.raises(AnswerNotRecorded) as caught:
        RecordedAnswers(recorded).find("u", _ask("twos"))
    assert "Nearest of 2" in str(caught.value)
    assert '$.messages[1].content character 3: recorded "two", now "twos"' in str(caught.value)
    assert recorded.name in str(caught.value)


@pytest.mark.parametrize(
    ("now", "where"),
    [
        (request("The ferry sank; 184 died."), '$.messages[1].content character 18: recorded "y sank; 183 died."'),
        (request(model="gpt"), '$.model: recorded "standin", now "gpt"'),
        (request(model="standing"), "$.model character 7"),
        (request(system="extract."), "$.messages[0].content: recorded"),
        ({**request(), "tools": []}, '$.tools[0]: recorded {"type":"function"}, now nothing'),
        ({**request(), "temperature": 0}, "$.temperature: recorded nothing, now 0"),
        ({**request(), "tools": [{"type": True}]}, '$.tools[0].type: recorded "function", now true'),
    ],
    ids=["text", "model", "model longer", "system", "tools", "key", "type"],
)
def test_miss_says_where_it_differs(now: dict, where: str, tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(dump_cassette(cassette(interaction(json.dumps(request())), interaction(json.dumps(request("Other."))))))
    with pytest.raises(AnswerNotRecorded) as caught:
        RecordedAnswers(path).find("u", now)
    assert where in str(caught.value)
    assert len(str(caught.value)) < 450


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    with pytest.raises(ConfigError, match="no regular file"):
        RecordedAnswers(tmp_path / "pipe.yaml")
    with pytest.raises(ConfigError, match="holds no recorded answers"):
        RecordedAnswers(tmp_path)


def test_folder_of_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.yaml").write_text(yaml.dump(cassette(interaction(json.dumps(request("a")), '"a"'))))
    (tmp_path / "README.md").write_text("not a recording")
    with AnswerStore(tmp_path / "b.sqlite") as store:
        store.keep("u", request("b"), '"b"')
    answers = RecordedAnswers(tmp_path)
    assert [answers.find("", request(text)) for text in "ab"] == ['"a"', '"b"']


def test_only_answers_count(tmp_path: Path) -> None:
    body = json.dumps(request())
    path = tmp_path / "c.yaml"
    held = [interaction(body, "slow down", 429), interaction(body, "1"), interaction(body, "2"), interaction(None, "3")]
    path.write_text(yaml.dump(cassette(*held)))
    answers = RecordedAnswers(path)
    assert (len(answers), answers.find("", request())) == (1, "1")


@pytest.mark.parametrize("body", [{"json": request()}, request(), json.dumps(request())], ids=["marked", "bare", "text"])
def test_forms_of_a_body(body: object, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_text(yaml.dump(cassette(interaction(body, "1"))))
    assert RecordedAnswers(tmp_path / "c.yaml").find("", request()) == "1"


def test_several_models(tmp_path: Path) -> None:
    held = [interaction(json.dumps(request(model=model)), "1") for model in ("b", "a")]
    (tmp_path / "c.yaml").write_text(yaml.dump(cassette(*held)))
    with pytest.raises(ConfigError, match=r"\(a, b\)"):
        _ = RecordedAnswers(tmp_path / "c.yaml").model


def test_nothing_is_written(recorded: Path) -> None:
    before = recorded.read_bytes()
    with pytest.raises(StoreError, match="replay"):
        RecordedAnswers(recorded).keep("u", request(), "x")
    assert recorded.read_bytes() == before


def test_no_such_path(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no recorded answers there"):
        RecordedAnswers(tmp_path / "none")


@pytest.mark.parametrize("content", [None, yaml.dump(cassette())], ids=["empty folder", "empty cassette"])
def test_nothing_recorded(content: str | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "c.yaml").write_text(content)
    with pytest.raises(ConfigError, match="holds no recorded answers"):
        RecordedAnswers(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"- 1",
        b"interactions: 7",
        b"interactions: [1]",
        b"\xff\xfe\x00",
        b"SQLite format 3\x00junk",
        b"!!python/object/apply:os.system [x]",
    ],
)
def test_unreadable_file(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "c.yaml").write_bytes(content)
    with pytest.raises(StoreError, match=r"c\.yaml"):
        RecordedAnswers(tmp_path / "c.yaml")
