"""`doctor` against endpoints that are well, and against those that are not in each way of their own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator

import pytest
from llm.faulty_endpoint import CANARY, Endpoint, completion, error, hang, says

from summarizer.llm.probing import TOOL
from summarizer.settings import REQUIRED

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

MODELS = says({"object": "list", "data": [{"id": "qwen3:8b"}, {"id": "qwen3:14b"}, {"id": "llama3.1:8b"}]})
CALLED = says(completion({"figure": "46"}, name=TOOL))
PROSE = says(completion(message={"role": "assistant", "content": "It gives forty-six."}, finish="stop"))
PAGE = says("<!DOCTYPE html><html><title>Welcome</title></html>", content_type="text/html")
NOT_FOUND = error(404, "not found")


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    server = Endpoint()
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.released.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def doctor(command, endpoint):
    """Runs the checks against an endpoint with this script; gives each check by name, and the exit code."""

    def run(*script, options=(), **env: str):
        endpoint.script = list(script)
        address = ["--base-url", endpoint.url] if "--base-url" not in options else []
        ended = command("doctor", *address, "--wait", "1", "--json", *options, **env)
        told = json.loads(ended.stdout)
        assert told["exit_code"] == ended.returncode
        checks = {check["name"]: check for check in told["checks"]}
        return checks, ended

    return run


def test_all_is_well(doctor, endpoint) -> None:
    checks, ended = doctor(MODELS, CALLED, NOT_FOUND, options=("--model", "qwen3:8b"), OPENAI_API_KEY=CANARY)

    states = {
        name: checks[name]["state"]
        for name in ("settings", "key", "endpoint", "model", "tool call", "token counts", "store", "python", "packages")
    }
    assert set(states.values()) == {"ok"}, checks
    assert ended.returncode == 0
    assert CANARY not in ended.stdout + ended.stderr
    assert "a small question is sent to qwen3:8b" in ended.stderr
    assert [received.path for received in endpoint.received][:2] == ["/v1/models", "/v1/chat/completions"]
    assert endpoint.received[1].body["tool_choice"] == {"type": "function", "function": {"name": TOOL}}


def test_without_leave_to_send_the_model_is_not_asked(doctor, endpoint) -> None:
    checks, ended = doctor(MODELS, options=("--model", "qwen3:8b", "--no-send"))

    assert [received.path for received in endpoint.received] == ["/v1/models"]
    assert checks["tool call"]["found"] == "not tried"
    assert "small question" not in ended.stderr


@pytest.mark.parametrize(
    ("script", "check", "said", "code"),
    [
        ([error(401, f"Incorrect API key provided: {CANARY}")], "endpoint", "does not accept the key", 4),
        ([MODELS, error(401, "no")], "tool call", "does not accept the key", 4),
        ([MODELS, error(404, "model gpt-9 not found")], "tool call", "does not know this model", 4),
        ([MODELS, PROSE], "tool call", "in prose instead of the tool call", 4),
        (
            [MODELS, error(400, "Invalid tool_choice type: 'object'. Supported string values: none, auto, required")],
            "tool call",
            "--profile lmstudio",
            4,
        ),
        ([MODELS, error(400, "qwen does not support tools")], "tool call", "no tool calling", 4),
        ([MODELS, hang], "tool call", "no answer within 1 s", 4),
        ([hang], "endpoint", "no answer within 1 s", 4),
        ([PAGE, PAGE], "tool call", "no completion", 4),
        ([says("", 302, location="http://elsewhere.test/v1")], "endpoint", "redirects elsewhere", 4),
        ([error(503, "loading model")], "endpoint", "HTTP 503", 4),
        ([MODELS, says(b"\x00" * (17 * 1024 * 1024))], "tool call", "more than 16 MB", 4),
    ],
)
def test_what_is_wrong_with_an_endpoint_is_said_and_ends_with_4(doctor, script, check, said, code) -> None:
    checks, ended = doctor(*script, options=("--model", "qwen3:8b"), OPENAI_API_KEY=CANARY)

    assert checks[check]["state"] == "fails"
    assert said in checks[check]["found"]
    assert ended.returncode == code
    assert CANARY not in ended.stdout + ended.stderr


def test_where_the_other_way_to_demand_an_answer_in_form_works_it_is_named(doctor, endpoint) -> None:
    refused = error(400, "Invalid tool_choice type: 'object'. Supported string values: none, auto, required")
    checks, _ = doctor(MODELS, refused, CALLED, options=("--model", "qwen3:8b"))
    assert 'set tool_choice = "required"' in checks["tool call"]["advice"]

    endpoint.received.clear()
    checks, _ = doctor(MODELS, PROSE, CALLED, NOT_FOUND, options=("--profile", "llamacpp", "--model", "qwen3:8b"))
    assert 'set tool_choice = "named"' in checks["tool call"]["advice"]


def test_a_model_that_is_not_listed_is_told_with_near_names(doctor) -> None:
    checks, ended = doctor(MODELS, error(404, "model 'qwen3' not found"), options=("--model", "qwen3"))

    assert checks["model"]["state"] == "warning"
    assert "qwen3:8b" in checks["model"]["advice"]
    assert ended.returncode == 4


def test_a_model_that_is_not_listed_and_answers_is_no_failure(doctor) -> None:
    assert doctor(MODELS, CALLED, NOT_FOUND, options=("--model", "any"))[1].returncode == 0


def test_an_endpoint_that_lists_no_models_may_answer_all_the_same(doctor) -> None:
    checks, ended = doctor(NOT_FOUND, CALLED, NOT_FOUND, options=("--model", "m"))

    assert (checks["endpoint"]["state"], checks["tool call"]["state"], ended.returncode) == ("warning", "ok", 0)


def test_nothing_that_listens_is_told_with_the_line_that_starts_the_server(doctor) -> None:
    checks, ended = doctor(MODELS, options=("--profile", "ollama", "--base-url", "http://127.0.0.1:9/v1", "--model", "m"))

    assert "nothing listens" in checks["endpoint"]["found"]
    assert "ollama serve" in checks["endpoint"]["advice"]
    assert ended.returncode == 4


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([says({"models": [{"name": "m", "context_length": 4096}]})], "warning"),
        ([says({"models": [{"name": "m", "context_length": 32768}]})], "ok"),
        (
            [
                says({"models": [{"name": "other", "context_length": 4096}]}),
                says({"default_generation_settings": {"n_ctx": 8192}}),
            ],
            "warning",
        ),
        ([NOT_FOUND, says({"default_generation_settings": {"n_ctx": 65536}})], "ok"),
        (
            [NOT_FOUND, NOT_FOUND, says({"data": [{"id": "m", "loaded_context_length": 4096, "max_context_length": 131072}]})],
            "warning",
        ),
        ([NOT_FOUND], "warning"),
        ([says({"models": "nonsense"}), says([1]), says({"data": [{"id": "m", "max_context_length": True}]})], "warning"),
    ],
)
def test_a_server_that_would_cut_long_prompts_is_found_out_where_it_says_so(doctor, told, state) -> None:
    checks, ended = doctor(says({"data": [{"id": "m"}]}), CALLED, *told, options=("--model", "m"))

    assert checks["long prompts"]["state"] == state
    assert ended.returncode == 0


def test_vllm_says_in_its_list_how_much_it_reads(doctor) -> None:
    listed = says({"data": [{"id": "m", "max_model_len": 8192}]})

    checks, _ = doctor(listed, CALLED, NOT_FOUND, options=("--profile", "vllm", "--model", "m"))

    assert "8,192 tokens" in checks["long prompts"]["found"]


def test_an_endpoint_that_counts_no_tokens_is_a_warning(doctor) -> None:
    assert (
        doctor(MODELS, says(completion({"figure": "46"}, name=TOOL, usage={})), options=("--model", "m"))[0]["token counts"][
            "state"
        ]
        == "warning"
    )


def test_a_profile_sends_no_key_and_demands_the_tool_in_its_own_way(doctor, endpoint) -> None:
    doctor(MODELS, CALLED, NOT_FOUND, options=("--profile", "lmstudio", "--model", "m"), OPENAI_API_KEY=CANARY)

    assert endpoint.received[1].body["tool_choice"] == REQUIRED
    assert all(CANARY not in str(received.headers) for received in endpoint.received)


def test_names_that_could_steer_a_terminal_are_shown_as_question_marks(command, endpoint) -> None:
    endpoint.script = [says({"data": [{"id": "evil\x1b[2J\nok      key           set"}]}), CALLED]

    shown = command("doctor", "--base-url", endpoint.url, "--profile", "ollama", "--no-send").stdout

    assert "\x1b" not in shown
    assert sum(line.startswith("ok      key") for line in shown.splitlines()) == 1


def test_a_settings_file_that_is_wrong_is_a_check_that_fails_and_the_others_go_on(command, found_here) -> None:
    found_here("modle = 3")

    ended = command("doctor", "--model", "rules")

    assert ended.returncode == 2
    assert ended.stdout.startswith("fails   settings      summarizer.toml:1: unknown setting modle; did you mean model?")
    assert "\nok      python" in ended.stdout


@pytest.mark.parametrize(
    ("key", "state"), [("", "fails"), ("sk short", "fails"), ("“CANARY-in-quotes”", "fails"), ("sk-1", "warning")]
)
def test_a_key_that_is_missing_or_has_no_shape_of_one_is_told_without_it(command, key, state) -> None:
    ended = command("doctor", "--model", "gpt-5.1", "--no-send", OPENAI_API_KEY=key)
    line = next(line for line in ended.stdout.splitlines() if line.split()[1] == "key")

    assert line.startswith(state)
    assert not key or key not in ended.stdout + ended.stderr


def test_without_key_and_endpoint_rules_read_and_nothing_is_in_the_way(command) -> None:
    ended = command("doctor")

    assert ended.returncode == 0, ended.stdout
    assert "articles are read by rules alone" in ended.stdout


def test_a_profile_without_a_model_lists_what_is_there_and_ends_with_2(doctor) -> None:
    checks, ended = doctor(MODELS, options=("--profile", "ollama"))

    assert "qwen3:14b" in checks["model"]["advice"]
    assert ended.returncode == 2


def test_a_store_of_another_program_ends_with_2(command, here) -> None:
    (here / "s.sqlite").write_text("nothing of the kind" * 50)

    ended = command("doctor", "--model", "rules", SUMMARIZER_STORE="s.sqlite")

    assert ended.returncode == 2
    assert "fails   store" in ended.stdout


def test_a_profile_of_a_service_fails_without_its_key(command) -> None:
    shown = command("doctor", "--profile", "openrouter", "--model", "m", "--no-send").stdout

    assert "fails   key           OPENROUTER_API_KEY is not set" in shown
