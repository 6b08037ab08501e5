"""`config show`, `path` and `init`, and that what they say is what the commands do."""

from __future__ import annotations

import json

import pytest
import typer.main

from summarizer.cli import app
from summarizer.configuring import PROFILES, SETTINGS, find_files
from summarizer.configuring.catalogue import COMMANDS

KEY = "sk-CANARY0123456789abcdef"
NEWS = "The ferry sank off the coast on Monday, and 46 people died, the coastguard said in a statement on Tuesday."
GROUP = typer.main.get_group(app)


def _line(shown: str, name: str) -> list[str]:
    line = next(line for line in shown.splitlines() if line.split()[0] == name)
    return [part for part in line.split("  ") if part.strip()]


def test_show_tells_value_and_origin_of_every_setting_and_of_keys_only_whether_they_are_set(command, own, found_here) -> None:
    own('profile = "openrouter"\nreviewer = "Ann"')
    found_here("\nin_flight = 4")

    shown = command("config", "show", OPENROUTER_API_KEY=KEY, SUMMARIZER_MODEL="m", SUMMARIZER_HTML="0").stdout

    assert KEY not in shown
    assert [line.split()[0] for line in shown.splitlines()][: len(SETTINGS)] == list(SETTINGS)
    said = {
        name: [part.strip() for part in _line(shown, name)[1:]]
        for name in ("model", "in_flight", "base_url", "html", "deadline")
    }
    assert said == {
        "model": ["m", "env SUMMARIZER_MODEL"],
        "in_flight": ["4", "summarizer.toml:2"],
        "base_url": ["https://openrouter.ai/api/v1", "profile openrouter"],
        "html": ["false", "env SUMMARIZER_HTML"],
        "deadline": ["(300)", "default"],
    }
    assert "key OPENROUTER_API_KEY" in shown
    assert "not set" in next(line for line in shown.splitlines() if "key OPENAI_API_KEY" in line)


def test_show_for_a_command_takes_its_options_as_flags(command) -> None:
    shown = command("config", "show", "report", "--model", "x", "--no-html", "--profile", "ollama", "FOLDER").stdout

    assert "flag --model" in shown
    assert "false" in shown.split("html ", 1)[1].splitlines()[0]
    assert "profile ollama" in shown
    assert "every model costs nothing" in shown
    assert "reviewer" not in shown
    assert command("config", "show", "nonsense").returncode == 2


def test_show_as_json_holds_no_credentials_of_an_address(command) -> None:
    told = json.loads(command("config", "show", "--json", OPENAI_BASE_URL=f"https://ann:{KEY}@host.test/v1?key={KEY}").stdout)

    assert told["settings"]["base_url"] == {"value": "https://host.test/v1", "from": "env OPENAI_BASE_URL"}
    assert set(told["settings"]) == set(SETTINGS)
    assert told["keys"]["OPENAI_API_KEY"] is False


def test_path_names_where_files_are_looked_for(command, here, found_here) -> None:
    found_here("")

    lines = command("config", "path").stdout.splitlines()

    assert lines[0] == str(here / "summarizer.toml")
    assert lines[-1].endswith("summarizer/summarizer.toml  (not there)")


@pytest.mark.parametrize("profile", [None, *PROFILES])
@pytest.mark.parametrize("where", [[], ["--user"]])
def test_init_writes_a_file_that_is_read_without_complaint_and_never_over_one(command, here, profile, where) -> None:
    named = [] if profile is None else ["--profile", profile]
    env = {"AZURE_OPENAI_ENDPOINT": "https://desk.openai.azure.com"}

    if profile is not None and not PROFILES[profile].is_local and not where:
        refused = command("config", "init", *named)
        assert (refused.returncode, list(here.iterdir())) == (2, [])
        assert "add --user" in refused.stderr
        return
    made = command("config", "init", *named, *where)
    again = command("config", "init", *where)
    files = find_files()

    assert made.returncode == 0, made.stderr
    assert again.returncode == 2
    assert "left as it is" in again.stderr
    assert files[0].top == ({"profile": profile} if profile else {})
    assert command("config", "show", **env).returncode == 0


@pytest.mark.parametrize("where", [[], ["--user"]])
def test_every_line_that_init_comments_out_may_be_used(command, here, where) -> None:
    path = command("config", "init", *where).stdout.strip()
    text = (here / path).read_text(encoding="utf-8")
    lines = [
        line[2:] if line.startswith("# ") and (" = " in line.split("#")[1] or line.startswith("# [")) else line
        for line in text.splitlines()
    ]
    (here / path).write_text("\n".join(lines), encoding="utf-8")

    assert len(find_files()[0].top) > 10


def test_every_setting_that_has_an_option_is_one_of_the_commands_that_heed_it() -> None:
    for setting in SETTINGS.values():
        for name in setting.commands:
            parameters = {parameter.name: parameter for parameter in GROUP.commands[name].params}
            if setting.option is None:
                assert setting.taken_as not in parameters
            elif name != "doctor" or setting.taken_as in parameters:
                parameter = parameters[setting.taken_as]
                assert set(setting.option.split("/")) <= {*parameter.opts, *parameter.secondary_opts}
                assert parameter.envvar == setting.variable


def test_every_option_of_these_names_is_a_setting() -> None:
    for name in COMMANDS:
        for parameter in GROUP.commands[name].params:
            setting = next((one for one in SETTINGS.values() if one.taken_as == parameter.name), None)
            assert setting is None or name in setting.commands, (name, parameter.name)


def test_settings_reach_the_command(command, here, own) -> None:
    (here / "story").mkdir()
    (here / "story" / "a.txt").write_text(NEWS)
    own('model = "rules"\nreports = "/nowhere"\n[report]\nhtml = false\n')
    own(f'model = "rules"\nreports = "{here}/of-mine"\nquiet = true\n[report]\nhtml = false\n')

    ended = command("report", "story")

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == f"{here}/of-mine/story/report.md"
    assert sorted(path.name for path in (here / "of-mine" / "story").iterdir()) == ["report.json", "report.md"]
    assert command("report", "story", "--html").returncode == 0
    assert (here / "of-mine" / "story" / "report.html").exists()


def test_evaluate_replays_shipped_stories_whatever_files_and_variables_name_unless_the_command_line_does(command, own) -> None:
    own('profile = "ollama"\nmodel = "m"')

    assert command("evaluate", "ferry", "--quiet").returncode == 0
    named = command("evaluate", "ferry", "--quiet", "--profile", "llamacpp", "--deadline", "5")
    assert named.returncode == 4
    assert "the request cannot be sent" in named.stderr


def test_the_talk_is_json_if_a_file_says_so(command, here, own) -> None:
    own('log_format = "json"\nmodel = "rules"')
    (here / "a.txt").write_text(NEWS)

    lines = command("extract", "a.txt").stderr.splitlines()

    assert lines
    assert all("event" in json.loads(line) for line in lines)


def test_a_named_file_takes_the_place_of_the_one_found(command, found_here, here) -> None:
    found_here('model = "of-folder"')
    (here / "mine.toml").write_text('model = "of-mine"')

    assert "mine.toml:1" in command("config", "show", "--config", "mine.toml").stdout
    assert "mine.toml:1" in command("config", "show", SUMMARIZER_CONFIG="mine.toml").stdout
    assert "mine.toml" not in command("config", "show", "--no-config", SUMMARIZER_CONFIG="mine.toml").stdout
    assert "no such file" in command("config", "show", "--config", "missing.toml").stderr
