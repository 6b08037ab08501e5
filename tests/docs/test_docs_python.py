"""Every ```python block of the docs runs, beside the ferry story's articles and its report."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from summarizer import report

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"(?P<mark><!-- not run: [^\n]+ -->\n)?```python\n(?P<code>.*?)^```", re.DOTALL | re.MULTILINE)
FOUND = [
    (f"{page.name}:{number}", match["code"], bool(match["mark"]))
    for page in sorted((ROOT / "docs").rglob("*.md"))
    for number, match in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")), start=1)
]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "summarizer" / "samples" / "ferry", folder / "articles")
    report(folder / "articles", replay=ROOT / "cassettes" / "stories" / "ferry.yaml", out=folder / "reports" / "ferry")
    return folder


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, code, is_marked in FOUND if not is_marked])
def test_a_block_runs(name, code, place, monkeypatch):
    monkeypatch.chdir(place)
    exec(compile(code, name, "exec"), {"__name__": "docs"})  # noqa: S102  # our own pages


def test_blocks_that_are_not_run_are_few():
    assert len([name for name, _, is_marked in FOUND if is_marked]) < len(FOUND)


@pytest.mark.parametrize(("name", "code"), [(name, code) for name, code, _ in FOUND])
def test_every_block_is_python(name, code):
    assert compile(code, name, "exec")
