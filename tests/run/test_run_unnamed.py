"""Reports on folders of plain texts that name no outlet: what they call their articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FIRST = """Torvik lies in the valley of the Lauen. A landslide killed 15 farmers near Torvik on Sunday, police said.

"We heard a roar," said Marten Holl, a neighbour. He said that 40 cows were lost.
"""
SECOND = FIRST.replace("15", "18").replace("40", "60")


def story(folder: Path, texts: dict[str, str]) -> str:
    folder.mkdir()
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


@pytest.fixture
def report_of(cli, tmp_path: Path):
    """The report on these files, by rules."""

    def write(texts: dict[str, str]) -> str:
        given = story(tmp_path / "story", texts)
        ended = cli("report", given, "--model", "rules", "--out", str(tmp_path / "out"), "--quiet")
        assert ended.returncode == 0, ended.stderr
        return (tmp_path / "out" / "report.md").read_text(encoding="utf-8")

    return write


def without_code(markdown: str) -> str:
    return re.sub(r"`[^`]*`", "", markdown)


def test_articles_with_a_title_are_called_by_it(report_of) -> None:
    shown = report_of({"1_a.txt": f"# Farm buried\n\n{FIRST}", "2_b.txt": f"# Toll of the slide put at 18\n\n{SECOND}"})

    assert "“15 farmers” (police, in “Farm buried”) against “18 farmers” (police, in “Toll of the slide put at 18”)" in shown
    assert "### “Farm buried”\n" in shown
    assert "— “Farm buried”, no date given" in shown
    assert ".txt" not in without_code(shown)


def test_articles_without_a_title_are_called_by_their_files_in_words(report_of) -> None:
    shown = report_of({"4_lantern_daesh.txt": FIRST, "5_other_story.txt": SECOND})

    assert "“15 farmers” (police, in File 4 lantern daesh) against “18 farmers” (police, in File 5 other story)" in shown
    assert "- File 4 lantern daesh: own reporting." in shown
    assert "### File 4 lantern daesh\n" in shown
    assert not re.search(r"\\[._]", without_code(shown))


def test_the_file_itself_stands_once_with_its_article(report_of) -> None:
    shown = report_of({"4_lantern_daesh.txt": FIRST, "5_other_story.txt": SECOND})

    assert len(re.findall(r"file `[^`]*4_lantern_daesh\.txt`", shown)) == 1


def test_articles_of_one_outlet_are_told_apart_by_their_days(report_of) -> None:
    head = "---\noutlet: The Lauen Courier\npublished: 2024-10-{}\n---\n"
    shown = report_of({"a.md": head.format(14) + FIRST, "b.md": head.format(15) + SECOND})

    assert "— The Lauen Courier (14 October 2024) ·" in shown
    assert "### The Lauen Courier (15 October 2024)" in shown
