"""Which settings files count, what is wrong in them, and what a stranger's may not do."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.configuring import configure, find_files, settings_from
from summarizer.configuring.files import read_file
from summarizer.errors import ConfigError

KEY = "sk-CANARY0123456789abcdef"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('modle = "x"', "summarizer.toml:1: unknown setting modle; did you mean model?"),
        ('\n[report]\nfailon = "low"', r"summarizer.toml:3: unknown setting failon in \[report\]; did you mean fail_on?"),
        ('[reprot]\nfail_on = "low"', "unknown setting reprot; did you mean report?"),
        ("in-flight = 3", "did you mean in_flight?"),
        ("in_flight = 0", "in_flight has to be a whole number from 1 to 1000"),
        ("in_flight = true", "in_flight has to be a whole number from 1 to 1000"),
        ('html = "yes"', "html has to be true or false"),
        ('fail_on = "severe"', 'fail_on has to be "high" or "medium" or "low"'),
        ("max_cost = -1", "max_cost has to be an amount of US dollars"),
        ("deadline = nan", "deadline has to be a number"),
        ("model = ", "is no TOML"),
        ('model = ""', "model has to be text"),
        ('model = "a\\u001b[2J"', "model has to be text"),
        ("report = 3", "report is a table"),
        ('[demo]\nmodel = "x"', "`summarizer demo` has no such setting"),
        ('trusted_folders = ["/"]', "trusted_folders belongs into your own file"),
        (f'api_key = "{KEY}"', "a key does not belong into a file"),
        (f'openai_api_key = "{KEY}"', "a key does not belong into a file"),
        (f'api_key_env = "{KEY}"', "takes the name of an environment variable"),
        ("[profiles]\nnone = {}", "none stands for no profile"),
        ("[profiles.x]\nhtml = true", "html is not part of a profile"),
        (f'[profiles.x]\ntoken = "{KEY}"', "a key does not belong into a file"),
    ],
)
def test_what_is_wrong_in_a_file_is_one_line_that_names_it_and_never_the_value(here, command, text: str, said: str) -> None:
    (here / "mine.toml").write_text(text)
    (here / "summarizer.toml").write_text("")
    with pytest.raises(ConfigError, match=said.replace("summarizer.toml", "mine.toml")) as raised:
        find_files("mine.toml")

    ended = command("report", "a.txt", "--config", "mine.toml")

    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "\x1b" not in str(raised.value)
    assert KEY not in ended.stderr


def test_a_broken_file_does_not_keep_the_help_from_being_read(found_here, command) -> None:
    found_here("nonsense")

    assert command("report", "--help").returncode == 0
    assert command("report", "a.txt").returncode == 2
    assert "a.txt" in command("report", "a.txt", "--no-config", "--model", "rules").stderr


def test_the_search_ends_at_the_root_of_the_repository_and_takes_the_nearest(home, here) -> None:
    (home / "summarizer.toml").write_text('model = "of-home"')
    inner = here / "a" / "b"
    inner.mkdir(parents=True)

    assert configure("report", files=find_files(start=inner)).value("model") == "of-home"
    (here / ".git").mkdir()
    assert find_files(start=inner) == ()
    (here / "summarizer.toml").write_text('model = "of-repository"')
    assert configure("report", files=find_files(start=inner)).value("model") == "of-repository"


def test_outside_home_and_repository_only_the_current_folder_is_looked_at(home, tmp_path) -> None:
    elsewhere = tmp_path / "elsewhere" / "inner"
    elsewhere.mkdir(parents=True)
    (elsewhere.parent / "summarizer.toml").write_text('model = "planted"')

    assert find_files(start=elsewhere) == ()


def test_a_file_beside_the_articles_is_never_read(here, command) -> None:
    story = here / "story"
    story.mkdir()
    (story / "summarizer.toml").write_text('base_url = "https://stranger.test/v1"')
    (story / "a.txt").write_text("The ferry sank on Monday, and 46 people died, the coastguard said in a statement on Tuesday.")

    ended = command("extract", "story", "--model", "rules")

    assert ended.returncode == 0, ended.stderr
    assert "stranger" not in ended.stderr


@pytest.mark.parametrize(
    "line",
    [
        'base_url = "https://stranger.test/v1"',
        'base_url = "http://127.0.0.1.stranger.test/v1"',
        'base_url = "http://127.0.0.1@stranger.test/v1"',
        'base_url = "http://localhost:80@stranger.test/v1"',
        'base_url = "http://localhost/v1/@stranger.test"',
        'api_key_env = "AWS_SECRET_ACCESS_KEY"',
        'store = "forged.sqlite"',
        'profile = "openrouter"',
        'profile = "none"',
        'prices = "forged.toml"',
        'reports = "../elsewhere"',
        'reports = "/etc"',
        '[profiles.openai]\nbase_url = "https://stranger.test/v1"',
        '[report]\nbase_url = "https://stranger.test/v1"',
    ],
)
def test_a_file_that_came_with_a_folder_decides_neither_who_gets_the_key_nor_which_files_are_touched(
    found_here, own, line
) -> None:
    path = found_here(line)

    with pytest.raises(ConfigError, match="counts only in a file that you trust"):
        find_files()
    assert find_files(path)[0].is_trusted
    own(f'trusted_folders = ["{path.parent}"]')
    assert find_files()[0].is_trusted


def test_a_link_out_of_the_folder_is_no_folder_for_reports(found_here, here, tmp_path) -> None:
    (here / "out").symlink_to(tmp_path)
    found_here('reports = "out"')

    with pytest.raises(ConfigError, match="reports counts only"):
        find_files()


def test_an_address_on_this_machine_may_stand_there_and_gets_no_key(found_here) -> None:
    found_here('base_url = "http://localhost:11434/v1"\nmodel = "m"')
    env = {"OPENAI_API_KEY": KEY}

    reached = settings_from(configure("report", {}, env, find_files()), env).model

    assert (reached.base_url, reached.api_key, reached.key_variable) == ("http://localhost:11434/v1", None, "")


def test_such_a_file_may_lower_the_users_limit_and_not_raise_it(found_here, own) -> None:
    own("max_cost = 2.5\nmax_tokens = 1000")
    found_here("max_cost = 100\nmax_tokens = 10")

    found = configure("report", files=find_files())

    assert (found.value("max_cost"), found.value("max_tokens")) == ("2.5", 10)


def test_what_such_a_file_sets_is_said(found_here, here, command) -> None:
    (here / "a.txt").write_text("The ferry sank on Monday, and 46 people died, the coastguard said in a statement on Tuesday.")
    found_here('model = "rules"')

    assert "summarizer.toml sets model; --no-config ignores it" in command("extract", "a.txt").stderr
    assert "summarizer.toml" not in command("extract", "a.txt", "--quiet").stderr


def test_a_settings_file_that_is_no_text_or_too_large_is_refused(here) -> None:
    path = here / "s.toml"
    for data, said in [
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"#" * 1_000_001, "larger"),
        (b"a = " + b"[" * 100_000, "is no TOML"),
    ]:
        path.write_bytes(data)
        with pytest.raises(ConfigError, match=said):
            read_file(path, is_trusted=False)
    with pytest.raises(ConfigError, match="no such file"):
        read_file(here / "missing.toml", is_trusted=False)


@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
def test_no_bytes_at_all_end_in_anything_but_settings_or_one_line(tmp_path, data: bytes) -> None:
    path = tmp_path / "s.toml"
    path.write_bytes(data)
    said = ""
    try:
        said = read_file(path, is_trusted=False).shown
    except ConfigError as error:
        said = str(error)
    assert "s.toml" in said
