"""What settings change in a request, and in what it costs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from llm.faulty_endpoint import CANARY, Endpoint, completion, says

from summarizer.configuring.profiles import FREE, PROFILES
from summarizer.errors import ConfigError
from summarizer.llm.preflight import key_of, route_of
from summarizer.settings import REQUIRED, ModelSettings
from summarizer.spending import known_price, price_of

NEWS = "The ferry sank off the coast on Monday, and 46 people died, the coastguard said in a statement on Tuesday."


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    server = Endpoint()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
@pytest.mark.parametrize(("profile", "form"), [("lmstudio", str), ("llamacpp", str), ("ollama", dict), ("vllm", dict)])
def test_a_profile_demands_an_answer_in_form_as_its_server_understands_and_sends_no_key(
    command, here, endpoint, profile, form
) -> None:
    (here / "a.txt").write_text(NEWS)
    endpoint.script = [says(completion({"statements": []}, name="ArticleAnswer"))]

    command("extract", "a.txt", "--profile", profile, "--base-url", endpoint.url, "--model", "m", OPENAI_API_KEY=CANARY)

    assert endpoint.hits
    assert all(type(received.body["tool_choice"]) is form for received in endpoint.received)
    assert CANARY not in str([received.headers for received in endpoint.received])


@pytest.mark.block_network(allowed_hosts=["127.0.0.1"])
def test_the_key_of_the_variable_that_is_named_is_the_one_that_is_sent(command, here, own, endpoint) -> None:
    (here / "a.txt").write_text(NEWS)
    own(f'base_url = "{endpoint.url}"\napi_key_env = "DESK_KEY"\nmodel = "m"')
    endpoint.script = [says(completion({"statements": []}, name="ArticleAnswer"))]

    command("extract", "a.txt", OPENAI_API_KEY=CANARY, DESK_KEY="CANARY-of-the-desk")

    assert {received.headers["authorization"] for received in endpoint.received} == {"Bearer CANARY-of-the-desk"}


def test_without_a_variable_no_key_is_taken_from_the_environment(monkeypatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", CANARY)

    assert key_of(ModelSettings(base_url="http://h/v1", key_variable="")) is None
    assert key_of(ModelSettings(base_url="http://h/v1")) == CANARY


def test_a_malformed_key_is_told_by_the_variable_that_holds_it() -> None:
    with pytest.raises(ConfigError, match="check DESK_KEY"):
        route_of(ModelSettings(base_url="http://h/v1", api_key="“quoted”", key_variable="DESK_KEY"))


def test_every_model_of_ones_own_machine_costs_nothing_and_others_what_they_cost() -> None:
    assert price_of("gpt-5.1", FREE).output == 0
    assert known_price("qwen3:8b", FREE).basis == "a model of one's own costs nothing"
    assert known_price("qwen3:8b") is None


def test_a_star_in_ones_own_table_gives_way_to_a_name(tmp_path: Path) -> None:
    table = tmp_path / "prices.toml"
    table.write_text('[models]\n"*" = { input = 1, output = 2 }\n"m" = { input = 3, output = 4 }\n')

    assert (price_of("m", table).output, price_of("other", table).output) == (4, 2)


def test_local_profiles_are_free_patient_and_ask_one_at_a_time_or_few() -> None:
    local = {name: profile for name, profile in PROFILES.items() if profile.is_local}

    assert set(local) == {"ollama", "vllm", "llamacpp", "lmstudio"}
    for profile in local.values():
        assert profile.values["base_url"].startswith("http://127.0.0.1:")
        assert (profile.values["api_key_env"], profile.values["prices"]) == ("", str(FREE))
        assert profile.values["in_flight"] <= 8
        assert profile.values["deadline"] >= 600
    assert [name for name, profile in local.items() if profile.values.get("tool_choice") == REQUIRED] == [
        "llamacpp",
        "lmstudio",
    ]


def test_a_crash_line_shows_no_key_of_any_profile_or_of_the_variable_that_is_named(monkeypatch, here, own, command) -> None:
    from summarizer.cli.crashes import _without_key

    own('api_key_env = "DESK_KEY"')
    command("config", "show")
    command("doctor", "--model", "rules")
    monkeypatch.setenv("DESK_KEY", "CANARY-of-the-desk")
    monkeypatch.setenv("OPENROUTER_API_KEY", CANARY)

    assert _without_key(f"a {CANARY} b CANARY-of-the-desk c") == "a *** b *** c"
