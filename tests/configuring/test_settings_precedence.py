"""Flags over the environment over the folder's file over the user's over defaults, and where a profile stands among them."""

from __future__ import annotations

import itertools

import pytest

from summarizer.configuring import configure, find_files, settings_from
from summarizer.errors import ConfigError
from summarizer.settings import IN_FLIGHT

SOURCES = ("flag", "env", "folder", "user")


@pytest.mark.parametrize("present", [p for n in range(5) for p in itertools.combinations(SOURCES, n)])
def test_the_highest_of_the_places_that_set_a_value_counts(own, found_here, present) -> None:
    if "user" in present:
        own('model = "of-user"')
    if "folder" in present:
        found_here('model = "of-folder"')
    given = {"model": "of-flag"} if "flag" in present else {}
    env = {"SUMMARIZER_MODEL": "of-env"} if "env" in present else {}

    found = configure("report", given, env, find_files())

    assert found.value("model") == (f"of-{present[0]}" if present else None)
    origins = {"flag": "flag --model", "env": "env SUMMARIZER_MODEL", "folder": "summarizer.toml:1", "user": "~/.config"}
    assert found.origin("model").startswith(origins[present[0]] if present else "default")


def test_a_commands_own_table_goes_before_the_top_of_the_same_file(found_here) -> None:
    found_here('fail_on = "low"\n\n[report]\nfail_on = "high"\n')

    assert configure("report", files=find_files()).value("fail_on") == "high"
    assert configure("report", files=find_files()).origin("fail_on") == "summarizer.toml:4"
    assert configure("compare", files=find_files()).value("fail_on") == "low"


def test_what_a_profile_in_a_file_sets_is_overridden_by_flag_environment_and_the_file_itself(own) -> None:
    own('profile = "ollama"\ndeadline = 20')
    env = {"SUMMARIZER_IN_FLIGHT": "3"}

    found = configure("report", {"model": "m"}, env, find_files())

    assert [found.value(name) for name in ("base_url", "in_flight", "deadline")] == ["http://127.0.0.1:11434/v1", 3, 20]
    assert found.origin("base_url") == "profile ollama"


def test_a_profile_on_the_command_line_goes_before_the_environment_so_that_articles_go_where_was_said() -> None:
    env = {"OPENAI_BASE_URL": "https://gateway.test/v1", "OPENAI_API_KEY": "CANARY-of-openai"}

    found = configure("report", {"profile": "ollama", "model": "m"}, env)
    settings = settings_from(found, env)

    assert settings.model.base_url == "http://127.0.0.1:11434/v1"
    assert settings.model.api_key is None
    assert settings.model.key_variable == ""


def test_an_address_named_above_the_profile_leaves_it_with_its_key_and_its_prices(own) -> None:
    own('profile = "openrouter"\nmodel = "m"')
    env = {"OPENROUTER_API_KEY": "CANARY-of-openrouter", "OPENAI_API_KEY": "CANARY-of-openai"}

    settings = settings_from(configure("report", {"base_url": "http://other.test/v1"}, env, find_files()), env)

    assert settings.model.api_key == "CANARY-of-openai"


def test_a_paid_endpoint_named_over_a_free_profile_is_not_free(own) -> None:
    own('profile = "ollama"\nmodel = "gpt-5.1"')

    local = settings_from(configure("report", {"max_cost": "1"}, {}, find_files()), {})
    paid = settings_from(configure("report", {"max_cost": "1", "base_url": "https://api.openai.com/v1"}, {}, find_files()), {})

    assert local.model.allowance is not None
    assert paid.model.allowance is not None
    assert local.model.allowance.price.output == 0
    assert paid.model.allowance.price.output > 0
    assert paid.model.in_flight == IN_FLIGHT


@pytest.mark.parametrize("address", ["http://127.0.0.1:8095/v1", "http://localhost:9/v1", "http://[::1]:9/v1"])
def test_another_port_of_this_machine_keeps_what_fits_a_local_server(own, address: str) -> None:
    own('profile = "llamacpp"\nmodel = "m"')

    settings = settings_from(configure("report", {"max_cost": "1", "base_url": address}, {}, find_files()), {})

    assert settings.model.base_url == address
    assert settings.model.in_flight == 1
    assert settings.model.allowance is not None
    assert settings.model.allowance.price.output == 0


def test_a_profile_none_on_the_command_line_is_no_profile(own) -> None:
    own('profile = "ollama"')

    assert configure("report", {"profile": "none"}, {}, find_files()).found.keys() == {"profile"}


def test_azure_takes_its_address_and_key_from_its_own_variables() -> None:
    env = {"AZURE_OPENAI_ENDPOINT": "https://desk.openai.azure.com/", "AZURE_OPENAI_API_KEY": "0123456789abcdef" * 2}

    settings = settings_from(configure("report", {"profile": "azure", "model": "my-deployment"}, env), env)

    assert settings.model.base_url == "https://desk.openai.azure.com/openai/v1"
    assert settings.model.api_key == "0123456789abcdef" * 2
    with pytest.raises(ConfigError, match="set AZURE_OPENAI_ENDPOINT"):
        configure("report", {"profile": "azure"}, {})


def test_a_profile_without_a_model_or_without_its_key_says_what_is_missing() -> None:
    with pytest.raises(ConfigError, match="profile ollama names no model"):
        settings_from(configure("report", {"profile": "ollama"}, {}), {})
    with pytest.raises(ConfigError, match="OPENROUTER_API_KEY, which is not set"):
        settings_from(configure("report", {"profile": "openrouter", "model": "m"}, {"OPENAI_API_KEY": "k"}), {})


def test_ones_own_profile_may_build_on_a_shipped_one(own) -> None:
    own('[profiles.ollama]\nbase_url = "http://gpu.test:11434/v1"\n[profiles.desk]\nbase_url = "http://desk.test/v1"\n')

    ollama = configure("report", {"profile": "ollama"}, {}, find_files())
    desk = configure("report", {"profile": "desk", "model": "m"}, {"OPENAI_API_KEY": "CANARY-of-openai"}, find_files())

    assert (ollama.value("base_url"), ollama.value("in_flight")) == ("http://gpu.test:11434/v1", 1)
    assert settings_from(desk, {"OPENAI_API_KEY": "CANARY-of-openai"}).model.api_key is None


def test_a_path_in_a_file_is_meant_from_the_files_own_folder(own) -> None:
    path = own('store = "answers.sqlite"\nprices = "~/prices.toml"')

    found = configure("report", files=find_files())

    assert found.value("store") == str(path.parent / "answers.sqlite")
    assert found.value("prices").endswith("/home/prices.toml")


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("SUMMARIZER_IN_FLIGHT", "many"),
        ("SUMMARIZER_HTML", "perhaps"),
        ("SUMMARIZER_MAX_COST", "-1"),
        ("SUMMARIZER_IN_FLIGHT", "0"),
        ("SUMMARIZER_DEADLINE", "nan"),
    ],
)
def test_a_variable_that_holds_what_cannot_be_is_named(variable: str, text: str) -> None:
    with pytest.raises(ConfigError, match=variable):
        configure("report", {}, {variable: text})


def test_a_profile_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(ConfigError, match="no profile 'olama'; did you mean ollama"):
        configure("report", {"profile": "olama"}, {})
