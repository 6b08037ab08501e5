"""A whole review at a pseudo-terminal: keys, a window that changes, an end of any kind, and going on."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from review.reviewed import fire
from reviewing.terminals import Terminal

from summarizer.reporting import render_json, render_markdown
from summarizer.store import read_review


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The report of a small story."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.json").write_text(render_json(fire()), encoding="utf-8")
    (tmp_path / "out" / "report.md").write_text(render_markdown(fire()), encoding="utf-8")
    return tmp_path / "out"


@pytest.fixture
def at_terminal(folder: Path):
    """Begins a review; ends what a test leaves open."""
    opened: list[Terminal] = []

    def begin(*arguments: str, **options) -> Terminal:
        opened.append(Terminal(str(folder), *arguments, home=folder.parent, **options))
        return opened[-1]

    yield begin
    for one in opened:
        one.close()


def decided(folder: Path) -> dict[str, tuple[str | None, str | None, str | None, str]]:
    return {one.finding_id: (one.ruling, one.reason, one.note, one.by) for one in read_review(folder).decisions}


def test_a_whole_review(at_terminal, folder: Path) -> None:
    json = (folder / "report.json").read_bytes()
    there = at_terminal("--by", "Ann Lind")

    first = there.until("q quit")
    assert "1 of 3  high contradiction" in first
    assert "\x1b[" in there.output
    assert "no. 1 confirmed" in there.press("c", "2 of 3")
    assert "1 both say the same" in there.press("d", "Dismissed, because")
    assert "no. 2 dismissed" in there.press("7", "Why?") + there.press("it is satire\r", "3 of 3")
    assert "note kept" in there.press("n", "Note") + there.press("ask again\r", "…") + there.press("\r", "note kept")
    assert "The end" in there.press("s", "The end")
    there.press("q", "the report is written again")

    assert there.ended() == 0
    assert there.settings() == there.at_first
    assert decided(folder) == {
        "f1": ("confirmed", None, None, "Ann Lind"),
        "f2": ("dismissed", "other", "it is satire", "Ann Lind"),
        "f3": (None, None, "ask again", "Ann Lind"),
    }
    assert (folder / "report.json").read_bytes() == json
    assert "Confirmed by Ann Lind on" in (folder / "report.md").read_text(encoding="utf-8")
    assert sorted(file.name for file in folder.iterdir()) == ["report.json", "report.md", "review.toml"]


def test_the_name_is_asked_once_and_a_review_goes_on_where_it_stopped(at_terminal, folder: Path) -> None:
    (folder.parent / ".gitconfig").write_text("[user]\n\tname = Bo Rask\n")
    there = at_terminal()
    there.until("[Bo Rask]:")
    there.press("\r", "1 of 3")
    there.press("u", "2 of 3")
    there.press("q", "written again")
    assert there.ended() == 0
    assert decided(folder)["f1"] == ("unsure", None, None, "Bo Rask")

    there = at_terminal()
    assert "1 of 2 (no. 2 in the report)" in there.until("q quit")
    there.press("c", "2 of 2")
    there.process.kill()
    assert decided(folder)["f2"] == ("confirmed", None, None, "Bo Rask")


@pytest.mark.parametrize(("end", "code"), [("\x03", 130), ("\x04", 0)])
def test_ctrl_c_and_an_end_of_input_lose_nothing(at_terminal, folder: Path, end: str, code: int) -> None:
    there = at_terminal("--by", "Ann")
    there.until("q quit")
    there.press("c", "2 of 3")
    there.press(end, "written again")

    assert there.ended() == code
    assert "Traceback" not in there.output
    assert decided(folder) == {"f1": ("confirmed", None, None, "Ann")}
    assert "confirmed)" in (folder / "report.md").read_text(encoding="utf-8")


def test_filters_that_no_finding_meets(at_terminal, folder: Path) -> None:
    there = at_terminal("--by", "Ann", "--verdict", "agree")
    there.until("no finding has this verdict and severity")
    assert there.ended() == 0


def test_ctrl_c_at_the_question_for_a_name(at_terminal, folder: Path) -> None:
    there = at_terminal()
    there.until("Your name")
    assert "nothing was decided" in there.press("\x03", "nothing was decided")
    assert there.ended() == 130
    assert "paid" not in there.output


@pytest.mark.parametrize("how", ["window", "term"])
def test_a_lost_terminal_loses_nothing(at_terminal, folder: Path, how: str) -> None:
    there = at_terminal("--by", "Ann")
    there.until("q quit")
    there.press("c", "2 of 3")
    if how == "window":
        assert there.hang_up() in {5, 130}
    else:
        there.process.send_signal(signal.SIGTERM)
        assert there.ended() == 130

    assert decided(folder) == {"f1": ("confirmed", None, None, "Ann")}
    assert "confirmed)" in (folder / "report.md").read_text(encoding="utf-8")


def test_pasted_text_decides_nothing_and_ctrl_c_in_a_note_comes_back_to_the_finding(at_terminal, folder: Path) -> None:
    there = at_terminal("--by", "Ann")
    there.until("q quit")
    assert "1 of 3" in there.press("confirmed and dismissed, if it was pasted", "1 of 3")
    there.press("n", "Note")
    assert "1 of 3" in there.press("half a thought\x03", "no note written")
    there.press("q", "nothing was decided")

    assert there.ended() == 0
    assert decided(folder) == {}


def test_nothing_is_wider_or_taller_than_the_window_whatever_its_size(at_terminal) -> None:
    there = at_terminal("--by", "Ann", columns=120, lines=40, COLUMNS="80", LINES="24")
    assert "more line" not in there.until("quit")
    for columns, lines in ((80, 24), (60, 15), (40, 12), (24, 10), (250, 60)):
        there.resize(columns, lines)
        # What was drawn for the size before may still come; that it never fits ends in `until`.
        shown = there.until("quit").split("\n")
        while len(shown) > lines or any(len(line) >= columns for line in shown):
            shown = there.until("quit").split("\n")
    there.resize(40, 12)
    assert "Twelve boats burned." in there.until("Space") + there.press(" ", "quit")
    there.press("q", "nothing was decided")
    assert there.ended() == 0


def test_without_colour_signs_mark_the_decisive_words(at_terminal) -> None:
    there = at_terminal("--by", "Ann", NO_COLOR="1")

    assert "▌ **Nine boats burned.** The mayor" in there.until("q quit")
    assert not [code for code in ("\x1b[31m", "\x1b[1;31m", "\x1b[35m", "\x1b[1;35m", "\x1b[36m") if code in there.output]


def test_a_terminal_that_cannot_move_its_cursor_nor_show_every_character(at_terminal, folder: Path) -> None:
    there = at_terminal("--by", "Ann", TERM="dumb", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    there.until("q quit")
    there.press("c", "2 of 3")
    there.press("q", "written again")

    assert there.ended() == 0
    assert "\x1b" not in there.output
    assert "Traceback" not in there.output
    assert decided(folder) == {"f1": ("confirmed", None, None, "Ann")}


def test_two_reviewers_at_once_lose_nothing(at_terminal, folder: Path) -> None:
    one, two = at_terminal("--by", "Ann"), at_terminal("--by", "Bo")
    one.until("q quit")
    two.until("q quit")
    one.press("c", "2 of 3")
    two.press("s", "2 of 3")
    two.press("u", "3 of 3")
    assert "Confirmed by Ann" in two.press("g", "number") + two.press("1\r", "Confirmed by Ann")
    one.press("q", "written again")
    two.press("q", "written again")

    assert sorted(decided(folder)) == ["f1", "f2"]
