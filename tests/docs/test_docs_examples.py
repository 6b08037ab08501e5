"""The examples run as they are: the notebook cell by cell, the nightly job as a program, the check with pytest."""

from __future__ import annotations

import ast
import asyncio
import inspect
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import open_report, report, sample

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
NOTEBOOK = json.loads((EXAMPLES / "notebook.ipynb").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The report of the ferry story."""
    folder = tmp_path_factory.mktemp("written") / "ferry"
    story = sample()
    report(story.articles, replay=story.answers, out=folder)
    return folder


def ran(*words: object, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=False, **options)


def nightly(articles: Path, out: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return ran(EXAMPLES / "nightly.py", articles, out, *words)


def test_the_notebook_is_of_format_4_5_and_holds_no_outputs():
    assert (NOTEBOOK["nbformat"], NOTEBOOK["nbformat_minor"]) == (4, 5)
    names = [cell["id"] for cell in NOTEBOOK["cells"]]
    assert len(set(names)) == len(names) > 5
    for cell in NOTEBOOK["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)


def test_the_cells_of_the_notebook_run_in_order_while_a_loop_runs(capsys):
    async def main() -> dict[str, object]:
        names: dict[str, object] = {"__name__": "__main__"}
        for cell in NOTEBOOK["cells"]:
            if cell["cell_type"] == "code":
                source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
                code = compile(source, cell["id"], "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
                waited = eval(code, names)  # noqa: S307  # our own cells
                if inspect.iscoroutine(waited):
                    await waited
        return names

    names = asyncio.run(main())
    assert "Meridian Wire" in capsys.readouterr().out
    assert names["rows"]
    assert names["by_rules"].findings


def test_the_nightly_job_mails_what_is_new_once(tmp_path):
    story, out = sample(), tmp_path / "out"
    first = nightly(story.articles, out, "--replay", story.answers)
    assert first.returncode == 1, first.stderr
    assert f"{len(open_report(out).contradictions)} new contradictions in 7 articles" in first.stdout
    assert "“" in first.stdout
    second = nightly(story.articles, out, "--replay", story.answers)
    assert (second.returncode, second.stdout) == (0, "")


def test_the_nightly_job_says_what_went_wrong_in_one_line(tmp_path):
    ended = nightly(tmp_path / "none", tmp_path / "out", "--model", "rules")
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert ended.stderr.startswith("nightly: ")
    assert ended.stderr.count("\n") == 1


def test_the_nightly_job_says_that_its_budget_is_spent(tmp_path):
    script = (
        "import runpy, summarizer, sys\n"
        "def spent(*_, **__): raise summarizer.BudgetReached('the limit is $1.00')\n"
        "summarizer.report = spent; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    )
    ended = ran("-c", script, EXAMPLES / "nightly.py", tmp_path, tmp_path / "out")
    assert (ended.returncode, ended.stdout) == (4, "")
    assert ended.stderr == "nightly: the budget is spent: the limit is $1.00\n"


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    asked = (
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        EXAMPLES,
        "-c",
        os.devnull,
        EXAMPLES / "test_corrections.py",
    )
    return ran(*asked, env={**os.environ, "SUMMARIZER_REPORT": str(folder)}, cwd=folder)


def test_the_check_fails_by_contradiction_until_an_editor_decides(written, tmp_path):
    folder = Path(shutil.copytree(written, tmp_path / "ferry"))
    grave = open_report(folder).select(verdict="contradict", severity={"high", "medium"})
    before = checked(folder)
    assert before.returncode == 1, before.stderr
    assert f"{len(grave)} failed, 1 passed" in before.stdout
    assert grave[0].question in before.stdout
    for finding in grave:
        open_report(folder).decide(finding, "dismissed", by="editor", reason="minor")
    after = checked(folder)
    assert after.returncode == 0, after.stdout
