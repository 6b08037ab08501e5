"""Every ```sh block of the pages runs, in a folder with the ferry story's articles and its report, without key and network."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from shown_blocks import PAGES, ROOT, Block, blocks_of, exit_code_of, plain_call
from typer.testing import CliRunner

from summarizer.cli import app

SAMPLE = ROOT / "summarizer" / "samples" / "ferry"
BLOCKS = {page: blocks_of(page) for page in PAGES}
MOST_NOT_RUN = 20


@pytest.fixture(scope="module")
def furnished(tmp_path_factory):
    """The folder that every page begins in: `articles` without labels, and their report in `reports/ferry`."""
    folder = tmp_path_factory.mktemp("furnished")
    shutil.copytree(SAMPLE, folder / "articles", ignore=shutil.ignore_patterns("gold.json"))
    made = CliRunner().invoke(app, ["demo", "--story", "ferry", "--out", str(folder / "reports" / "ferry"), "-q"])
    assert made.exit_code == 0
    return folder


@pytest.fixture
def place(furnished, tmp_path, monkeypatch):
    folder = tmp_path / "place"
    shutil.copytree(furnished, folder)
    (tmp_path / "home").mkdir()
    programs = tmp_path / "programs"
    programs.mkdir()
    shim = programs / "summarizer"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m summarizer "$@"\n')
    shim.chmod(shim.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(folder)
    return folder


def run(line: str) -> tuple[int, str]:
    """The exit code of a line, and all it said. A plain call runs in this process, anything else in a shell."""
    call = plain_call(line)
    if call is None:
        ran = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False, input="")
        return ran.returncode, ran.stdout + ran.stderr
    arguments, to = call
    invoked = CliRunner().invoke(app, arguments)
    if to is not None:
        to.write_text(invoked.stdout, encoding="utf-8")
    return invoked.exit_code, invoked.output


@pytest.mark.parametrize(
    "page", [page for page in PAGES if any(b.reason is b.file for b in BLOCKS[page])], ids=lambda page: page.name
)
def test_the_lines_of_a_page_run(page, place):
    for block in BLOCKS[page]:
        if block.file is not None:
            (place / block.file).parent.mkdir(parents=True, exist_ok=True)
            (place / block.file).write_text(block.text, encoding="utf-8")
        elif block.reason is None:
            for line in block.lines:
                code, said = run(line)
                assert code == exit_code_of(line), f"{page.name}, block {block.number}: {line}\n{said[-2000:]}"


def test_blocks_that_are_not_run_are_few_and_each_says_why():
    skipped: list[Block] = [block for blocks in BLOCKS.values() for block in blocks if block.reason is not None]
    every = len([block for blocks in BLOCKS.values() for block in blocks if block.file is None])

    assert len(skipped) <= MOST_NOT_RUN
    assert len(skipped) * 2 < every
    assert [block for block in skipped if len(block.reason.split()) < 2] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_shell_block_is_overlooked(page):
    """A block in another spelling (`bash`, `shell`, `console`, indented) would not be run."""
    text = page.read_text(encoding="utf-8")
    fences = [line.strip() for line in text.splitlines() if line.lstrip().startswith("```")]

    assert [fence for fence in fences if fence[3:] in {"bash", "shell", "console", "zsh"}] == []
    assert fences.count("```sh") == len([block for block in BLOCKS[page] if block.file is None])
    assert len(fences) % 2 == 0


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("summarizer demo -q  # a comment", (["demo", "-q"], None)),
        ("summarizer extract articles > a.jsonl  # lines", (["extract", "articles"], Path("a.jsonl"))),
        ("summarizer review DIR --by 'Ann Lind'", (["review", "DIR", "--by", "Ann Lind"], None)),
        ("summarizer extract a | summarizer compare -", None),
        ("cat a.jsonl", None),
    ],
)
def test_a_plain_call_is_told_from_other_lines(line, call):
    assert plain_call(line) == call


def test_a_line_that_fails_is_seen(place):
    assert run("summarizer report nowhere")[0] == 2
    assert run("summarizer report nowhere | cat")[0] == 2
    assert exit_code_of("summarizer report nowhere  # exits 2") == 2
