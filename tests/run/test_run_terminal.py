"""Nothing that a file, a folder or an option is called steers the terminal, on stdout or on stderr."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from summarizer.cli.guard import printable

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])

NEWS = "The ferry sank off the coast on Monday, and 46 people died, the coastguard said in a statement on Tuesday."
NAMES = [
    *("\x1b[31mred", "\x1b]8;;x\x07link", "\x1b]52;c;eA==\x07", "\x9b31m", "a\rb", "a\x08b", "a\tb"),
    *("\u202egnp", "\u2066x", "a\u200bb", "a\u2028b", "soft\u00adhyphen", "tag\U000e0041", "[red]x", "=1+1"),
]


def steering(text: str) -> list[str]:
    return [char for char in text if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char != "\n"]


@pytest.mark.parametrize("name", NAMES)
def test_hostile_names_of_files_and_folders(cli, tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.txt").write_text(NEWS)
    (tmp_path / f"{name}.bin").write_bytes(b"\x00")

    for arguments in (["report", f"{name}.txt", "--out", name], ["report", f"{name}.bin"], ["report", f"no {name}"]):
        shown = cli(*arguments)
        assert not steering(shown.stdout + shown.stderr)
        assert "Traceback" not in shown.stderr


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "arguments", [["{}"], ["report", "x", "--{}"], ["report", "x", "--fail-on", "{}"], ["demo", "{}"], ["evaluate", "{}"]]
)
def test_usage_errors_that_repeat_what_was_given(cli, name: str, arguments: list[str]) -> None:
    shown = cli(*(argument.format(name) for argument in arguments))

    assert shown.returncode == 2
    assert not steering(shown.stdout + shown.stderr)


def test_a_name_that_is_no_text(cli, tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(file)).write_text(NEWS)

    shown = cli("report", os.fsdecode(file), "--out", os.fsdecode(b"out\xe9"))

    assert "Traceback" not in shown.stderr
    assert shown.returncode == 0
    assert shown.stdout.startswith("out?")


def test_what_steers_is_shown_as_a_question_mark() -> None:
    assert printable("a\x1b[1m\u202eb\U000e0041\nc é 東 — “x”") == "a?[1m?b?\nc é 東 — “x”"
