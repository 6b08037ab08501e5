"""The program on a terminal: what is redrawn in place, what stays, and what is left at the end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from faults import catalogue
from faults.story import MORE_OUTLETS
from progress.screens import Screen, run_on_terminal
from wcwidth import wcswidth

pytestmark = [
    pytest.mark.block_network(allowed_hosts=["127.0.0.1"]),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]

BLOCK = re.compile(r"^(read|extracted|compared|weighed) |in flight|^waiting for|^starting|^comparing", re.MULTILINE)


def left(lines: list[str]) -> str:
    """What is left of the display."""
    return "\n".join(line for line in lines if BLOCK.search(line))


def test_a_slow_endpoint_that_limits_its_rate(command, endpoint, tmp_path: Path) -> None:
    endpoint.pace_s = 0.4
    endpoint.fails_with(catalogue.fails(429, "slow down", retry_after="3"), times=1, outlets=[MORE_OUTLETS[5]])
    endpoint.fails_with(catalogue.fails(400, "no such thing"), outlets=[MORE_OUTLETS[7]])
    shown = run_on_terminal([*command, "--in-flight", "3"], tmp_path, size=(200, 24), OPENAI_API_KEY="sk-of-nobody")

    assert shown.code == 3
    assert re.search(r"^starting: .*story$", shown.ever, re.MULTILINE)
    assert re.search(r"^read +█+ 12 of 12 files$", shown.ever, re.MULTILINE)
    assert re.search(r"^extracted █+░+ [1-9] of 12 articles", shown.ever, re.MULTILINE)
    assert re.search(r"^3 calls in flight; paid now: [\d,]+ tokens in, [\d,]+ out, \$0\.\d+$", shown.ever, re.MULTILINE)
    counted = [
        int(n)
        for n in re.findall(
            r"^waiting for the endpoint, (\d+) s left, until \d\d:\d\d:\d\d \(HTTP 429", shown.ever, re.MULTILINE
        )
    ]
    assert counted == sorted(counted, reverse=True)
    assert {3, 2, 1} <= set(counted), "the seconds left do not count down"

    failed, summary, path = shown.screen.lines
    assert failed.startswith("no answer: 007.txt: ")
    assert re.match(r"12 articles, .* requests sent; 1 article without an answer; paid now: ", summary)
    assert path.endswith("report.md")


def test_output_in_a_pipe_holds_the_product_alone(command, endpoint, tmp_path: Path) -> None:
    endpoint.pace_s = 0.2
    shown = run_on_terminal(command, tmp_path, piped=True, size=(200, 24), OPENAI_API_KEY="sk-of-nobody")

    assert shown.stdout == f"{tmp_path / 'out' / 'report.md'}\n"
    assert BLOCK.search(shown.ever)
    (summary,) = shown.screen.lines
    assert summary.startswith("12 articles, ")


def test_lines_of_the_product_are_not_mixed_with_the_display(command, endpoint, tmp_path: Path) -> None:
    at = command.index("--out")
    extract = ["extract", *command[1:at], *command[at + 2 :]]
    shown = run_on_terminal(extract, tmp_path, size=(60_000, 24), OPENAI_API_KEY="sk-of-nobody")

    assert shown.code == 0
    summary, *products = shown.screen.lines
    assert summary.startswith("12 articles extracted, ")
    assert len(products) == 12
    assert all(line.startswith("{") and line.endswith("}") for line in products)


def test_an_interruption_leaves_the_terminal_clean(command, endpoint, tmp_path: Path) -> None:
    endpoint.pace_s = 1.0
    typed = []

    def interrupt(lines: list[str]) -> bytes:
        if not typed and any("in flight" in line for line in lines):
            typed.append(b"\x03")
            return b"\x03"
        return b""

    shown = run_on_terminal([*command, "--in-flight", "2"], tmp_path, keys=interrupt, OPENAI_API_KEY="sk-of-nobody")

    assert shown.code == 130
    assert left(shown.screen.lines) == ""
    assert "stopping: " in shown.screen.lines[0]
    assert "interrupted; every answer paid so far is kept" in "".join(shown.screen.lines[1:])
    assert "\x1b[?" not in shown.raw, "a mode of the terminal was changed"
    assert (shown.screen.row, shown.screen.column) == (len(shown.screen.lines), 0)


def test_nothing_but_lines_where_nothing_can_be_redrawn(command, tmp_path: Path) -> None:
    shown = run_on_terminal(command, tmp_path, TERM="dumb", OPENAI_API_KEY="sk-of-nobody")

    assert "\x1b" not in shown.raw
    assert "extracted 12 of 12 articles: " in shown.ever


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_only_where_they_are_wanted(command, tmp_path: Path, variables, coloured) -> None:
    shown = run_on_terminal(command, tmp_path, OPENAI_API_KEY="sk-of-nobody", **variables)

    assert bool(shown.screen.colours) == coloured
    assert BLOCK.search(shown.ever)


def test_quiet_is_silent(command, tmp_path: Path) -> None:
    shown = run_on_terminal([*command, "--quiet"], tmp_path, piped=True, OPENAI_API_KEY="sk-of-nobody")

    assert (shown.code, shown.raw) == (0, "")


@pytest.mark.parametrize("columns", [12, 34])
def test_hostile_and_long_names_in_a_narrow_window(command, story: Path, tmp_path: Path, columns: int) -> None:
    (story / "evil\x1b]0;x\x07\x1b[2J\rname.txt").write_bytes(b"")
    (story / f"{'東京の新聞' * 14}.txt").write_bytes(b"")
    shown = run_on_terminal(command, tmp_path, size=(columns, 8), OPENAI_API_KEY="sk-of-nobody")

    assert left(shown.screen.lines) == ""
    drawn = [line for line in re.split(r"[\r\n]+", shown.raw) if BLOCK.search(line)]
    assert drawn
    for line in drawn:
        plain = re.sub(r"\x1b\[\d*[A-Za-z]|\r", "", line)
        assert wcswidth(plain) < columns, plain


def test_the_display_never_grows_beyond_the_window(command, endpoint, tmp_path: Path) -> None:
    endpoint.pace_s = 0.1
    shown = run_on_terminal(command, tmp_path, size=(60, 3), OPENAI_API_KEY="sk-of-nobody")

    assert max(int(up) for up in ["0", *re.findall(r"\x1b\[(\d+)A", shown.raw)]) <= 1
    assert shown.code == 0


def test_the_screen_of_these_tests_forgets_what_is_erased() -> None:
    screen = Screen(10).feed("one\r\ntwo\r\nthree\x1b[1A\r\x1b[Jstays\r\n")
    assert screen.lines == ["one", "stays"]
