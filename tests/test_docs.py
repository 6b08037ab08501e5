"""What the README and the docs show is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
READING = (ROOT / "docs" / "reading-a-report.md").read_text(encoding="utf-8")
EXIT_CODES = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
DOCS = "\n".join([README, *(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").rglob("*.md")))])
REPORT = ROOT / "reports" / "afghanistan" / "report.md"


def test_the_excerpt_stands_in_the_committed_report() -> None:
    excerpt = READING.split("<!-- excerpt -->")[1].split("<!-- /excerpt -->")[0].strip()
    shown = [line[1:].removeprefix(" ") for line in excerpt.splitlines()]
    report = REPORT.read_text(encoding="utf-8").splitlines()

    assert len([line for line in shown if line]) > 8
    assert [line for line in shown if line and line not in report] == []


@pytest.mark.parametrize("command", [c.name or c.callback.__name__ for c in app.registered_commands if c.callback])
def test_every_command_is_in_the_docs_and_has_help(command: str) -> None:
    assert f"summarizer {command}" in DOCS
    described = {c.name or c.callback.__name__: c.callback.__doc__ for c in app.registered_commands if c.callback}
    assert described[command]


def test_exit_codes_in_the_docs_are_those_of_the_errors() -> None:
    from summarizer import errors

    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", EXIT_CODES, re.MULTILINE)}
    raised = {e.exit_code for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.SummarizerError)}
    assert raised | {0, 1} == documented


def test_nothing_names_a_registry_or_a_lock_file() -> None:
    assert not list(ROOT.glob("*.lock"))
    assert not (ROOT / "pylock.toml").exists()


def test_the_readme_is_one_screen_with_a_picture() -> None:
    assert len(README.splitlines()) < 90
    assert "](docs/page.png)" in README
    assert (ROOT / "docs" / "page.png").stat().st_size < 300_000


def test_the_house_in_contributing_is_the_one_that_is_checked() -> None:
    import tomllib

    linted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    (house,) = [contract for contract in linted["contracts"] if contract["name"] == "imports point down the house"]
    rows = [[module.removeprefix("summarizer.") for module in layer.split(" | ")] for layer in house["layers"]]
    drawn = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## The house")[1].split("\n- ")[0]

    assert [re.split(r"  +", line.strip())[0].split(" | ") for line in drawn.splitlines() if line.startswith("    ")] == rows
