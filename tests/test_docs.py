"""What the README shows is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCS = "\n".join([README, *(page.read_text(encoding="utf-8") for page in sorted((ROOT / "docs").rglob("*.md")))])
REPORT = ROOT / "reports" / "afghanistan" / "report.md"


def test_the_excerpt_stands_in_the_committed_report() -> None:
    excerpt = README.split("<!-- excerpt -->")[1].split("<!-- /excerpt -->")[0].strip()
    shown = [line[1:].removeprefix(" ") for line in excerpt.splitlines()]
    report = REPORT.read_text(encoding="utf-8").splitlines()

    assert len([line for line in shown if line]) > 8
    assert [line for line in shown if line and line not in report] == []


@pytest.mark.parametrize("command", [c.name or c.callback.__name__ for c in app.registered_commands if c.callback])
def test_every_command_is_in_the_docs_and_has_help(command: str) -> None:
    assert f"summarizer {command}" in DOCS
    described = {c.name or c.callback.__name__: c.callback.__doc__ for c in app.registered_commands if c.callback}
    assert described[command]


def test_exit_codes_in_the_readme_are_those_of_the_errors() -> None:
    from summarizer import errors

    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", README, re.MULTILINE)}
    raised = {e.exit_code for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.SummarizerError)}
    assert raised | {0, 1} == documented


def test_nothing_names_a_registry_or_a_lock_file() -> None:
    assert not list(ROOT.glob("*.lock"))
    assert not (ROOT / "pylock.toml").exists()


def test_every_dependency_is_pinned() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+(; .+)?", pin)] == []
