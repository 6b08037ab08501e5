"""The page about settings says what the code has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from summarizer.configuring import PROFILES, SETTINGS
from summarizer.configuring.files import read_file
from summarizer.configuring.places import NAME

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "settings.md").read_text(encoding="utf-8")
LOCAL = (DOCS / "local-models.md").read_text(encoding="utf-8")


def _cells(name: str) -> list[str]:
    line = next(line for line in PAGE.splitlines() if line.startswith(f"| `{name}` |"))
    return [cell.strip() for cell in line.strip("|").split("|")]


@pytest.mark.parametrize("name", list(SETTINGS))
def test_the_table_of_settings_is_the_one_in_the_code(name: str) -> None:
    setting = SETTINGS[name]
    option = f"`{setting.option}`" if setting.option else ""
    guarded = "yes" if setting.guarded else ""

    expected = [
        f"`{name}`",
        setting.meaning,
        setting.default,
        option,
        f"`{setting.variable}`",
        ", ".join(setting.commands),
        guarded,
    ]
    assert _cells(name) == expected


@pytest.mark.parametrize("name", list(PROFILES))
def test_the_table_of_profiles_is_the_one_in_the_code(name: str) -> None:
    profile, cells = PROFILES[name], _cells(name)
    values = profile.values

    assert cells[1:3] == [values["base_url"], values["api_key_env"] or "none is sent"]
    assert cells[4:] == [
        values.get("tool_choice", "named"),
        str(values.get("in_flight", 16)),
        f"{values.get('deadline', 300):g}",
        "0" if "prices" in values else "table",
    ]
    assert f"--profile {name}" in LOCAL
    assert not profile.is_local or all(
        f"`{part}`" in LOCAL.replace("Qwen/Qwen3-8B", "MODEL") for part in re.split(", and ", profile.starts)
    )


def test_no_setting_or_profile_is_missing_from_the_tables() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == {*SETTINGS, *PROFILES}


@pytest.mark.parametrize("text", re.findall(r"```toml\n(.*?)```", PAGE + LOCAL, re.DOTALL))
def test_every_example_of_a_settings_file_is_one(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text)

    assert read_file(tmp_path / NAME, is_trusted=True).profiles
    assert tomllib.loads(text)


def test_the_lines_of_the_page_run(command, here) -> None:
    (here / "articles").mkdir()
    blocks = re.findall(r"(?<!-->\n)```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [line.partition("#")[0].split()[1:] for block in blocks for line in block.splitlines()]

    assert len(lines) == 7
    for line in lines:
        ended = command(*line)
        assert ended.returncode == 0, (line, ended.stderr, ended.stdout)
