"""What the display shows in so much room, how names are written, and how long the rest takes."""

from __future__ import annotations

import io
import itertools
import random
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from progress.screens import Screen
from wcwidth import wcswidth

from summarizer.cli import talk
from summarizer.cli.display import live as live_display
from summarizer.cli.display.cells import cut, shortened, width
from summarizer.cli.display.frame import Look, frame
from summarizer.cli.display.live import Live
from summarizer.cli.display.naming import LONGEST, Names
from summarizer.cli.display.pace import Pace, in_words
from summarizer.cli.display.progress import Progress
from summarizer.events import (
    CallBegan,
    CallEnded,
    Comparing,
    Event,
    Extracted,
    ExtractionBegan,
    Failed,
    FileRead,
    FilesFound,
    FilesPassedOver,
    Finished,
    Kept,
    NotExtracted,
    Notice,
    Paid,
    Proposing,
    Started,
    Stopping,
    StoryBegan,
    WaitEnded,
    Waiting,
    Weighing,
    Writing,
)
from summarizer.spending import known_price


class Time:
    """Seconds that a test lets pass."""

    def __init__(self) -> None:
        self.passed = 100.0

    def __call__(self) -> float:
        return self.passed


def after(*events: Event, clock: Time | None = None) -> Progress:
    progress = Progress(clock or Time())
    for event in events:
        progress.take(event)
    return progress


BUSY: tuple[Event, ...] = (
    Started(("news",)),
    FilesFound(12),
    *(FileRead(n, 12) for n in range(1, 13)),
    ExtractionBegan(12, by_rules=False),
    CallBegan("news/1.txt", 1),
    CallBegan("news/2.txt", 2),
    Paid("news/1.txt", "gpt-5.1", 12_000, 3_000, is_estimated=False),
    Kept("news/3.txt", "gpt-5.1", 10_000, 2_000),
    Extracted("news/1.txt", 10, 0, 1, 1, 12),
    NotExtracted("news/2.txt", "HTTP 503", 2, 12),
    Waiting(42.0, "12:00:00", "the endpoint asks to wait", "HTTP 429: slow down"),
)
PLAIN = Look(100, 24, has_colour=False)


def test_the_display_of_a_busy_run() -> None:
    progress = Progress(Time())
    price = known_price("gpt-5.1")
    assert price is not None
    progress.bill.prices["gpt-5.1"] = price
    for event in BUSY:
        progress.take(event)
    cost = price.of(12_000, 3_000)
    assert frame(progress, PLAIN) == [
        f"read      {'█' * 30} 12 of 12 files",
        f"extracted {'█' * 5}{'░' * 25} 2 of 12 articles  1 failed",
        f"2 calls in flight; paid now: 12,000 tokens in, 3,000 out, ${cost:.4f}",
        f"kept earlier: 1 answer, 10,000 tokens in, 2,000 out, ${price.of(10_000, 2_000):.4f}",
        "waiting for the endpoint, 42 s left, until 12:00:00 (HTTP 429: slow down)",
    ]


def test_what_no_table_prices_has_no_price() -> None:
    shown = "\n".join(frame(after(*BUSY), PLAIN))
    assert "paid now: 12,000 tokens in, 3,000 out" in shown
    assert "$" not in shown


def test_ascii_where_nothing_else_can_be_written() -> None:
    shown = frame(after(*BUSY), Look(100, 24, has_colour=False, is_ascii=True))
    assert "\n".join(shown).isascii()


def test_a_comparison_without_calls_says_how_long_it_takes() -> None:
    clock = Time()
    progress = after(Comparing(400), clock=clock)
    clock.passed += 65
    assert frame(progress, PLAIN) == ["comparing 400 articles, 1:05 min so far"]


@given(
    st.lists(
        st.one_of(
            st.builds(Started, st.lists(st.text(), max_size=5).map(tuple)),
            st.builds(FilesFound, st.integers(0, 10**6)),
            st.builds(FileRead, st.integers(1, 10**6), st.integers(1, 10**6)),
            st.builds(ExtractionBegan, st.integers(1, 10**6), by_rules=st.booleans()),
            st.builds(Extracted, st.text(), *[st.integers(0, 10**6)] * 5),
            st.builds(NotExtracted, st.text(), st.text(), st.integers(0, 99), st.integers(1, 99)),
            st.builds(CallBegan, st.text(), st.integers(0, 999)),
            st.builds(CallEnded, st.text(), st.integers(0, 999)),
            st.builds(Paid, st.text(), st.text(), *[st.integers(0, 10**9)] * 2, st.booleans()),
            st.builds(Waiting, st.floats(0, 10**6), st.text(), st.text(), st.text()),
            st.builds(Proposing, st.integers(1, 9), st.integers(1, 9)),
            st.builds(Weighing, st.integers(1, 9), st.integers(1, 9)),
            st.builds(Comparing, st.integers(0, 999)),
            st.builds(Writing, st.text()),
            st.just(WaitEnded()),
        ),
        max_size=25,
    ),
    st.integers(1, 130),
    st.integers(1, 30),
)
def test_no_line_is_longer_or_steers_and_there_are_not_too_many(events: list[Event], columns: int, lines: int) -> None:
    shown = frame(after(*events), Look(columns, lines, has_colour=False))
    assert len(shown) <= max(1, lines - 1)
    for line in shown:
        assert "\n" not in line
        assert "\x1b" not in line
        assert wcswidth(line) <= max(1, columns - 1)


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"])), st.integers(0, 60))
def test_shortened_text_fits(text: str, cells: int) -> None:
    short = shortened(text, cells)
    assert width(short) <= max(cells, 0)
    assert short == text or width(text) > cells
    assert width(cut(text, cells)) <= cells


def test_long_names_lose_their_middle() -> None:
    assert shortened("a_story_that_goes_on_for_ever_and_ever_17.html", 20) == "a_story…ever_17.html"


def test_names_are_written_without_their_common_folder_and_told_apart(tmp_path: Path) -> None:
    names = Names()
    names.start([str(tmp_path)])
    first, second = (f"{tmp_path}/{'x' * 60}{middle}{'y' * 60}.txt" for middle in "12")

    assert names(f"{tmp_path}/sub/a.txt") == "sub/a.txt"
    assert width(names(first)) == LONGEST
    assert names(first) != names(second)
    assert names(second).endswith(f"2{'y' * 60}.txt")
    assert names(first) == names(first)
    assert names("elsewhere/b.txt") == "elsewhere/b.txt"
    names.start(["/one/a.txt", "two/b.txt"])
    assert names("/one/a.txt") == "/one/a.txt"


def simulated(
    seconds: list[float], at_once: int, pauses: dict[int, float] | None = None
) -> Iterator[tuple[float, float | None]]:
    """Works off these calls, so many at once; after each gives what is really left and what is told."""
    clock = Time()
    pace = Pace(clock)
    pace.begin()
    ends, todo, now, moments = [], list(seconds), 0.0, []
    while todo or ends:
        while todo and len(ends) < at_once:
            ends.append(now + todo.pop())
        now = min(ends)
        ends.remove(now)
        moments.append((now, len(todo) + len(ends), len(ends)))
    paused = 0.0
    extra = sum((pauses or {}).values())
    for number, (at, left, under_way) in enumerate(moments):
        clock.passed = 100.0 + at + paused
        pace.step(left, under_way)
        if wait := (pauses or {}).get(number, 0.0):
            pace.pause()
            clock.passed += wait
            paused += wait
            pace.go_on()
        yield now + extra - at - paused, pace.left()


@pytest.mark.parametrize("at_once", [1, 4, 16])
@pytest.mark.parametrize("seed", range(5))
def test_the_time_left_is_about_right_and_never_jumps(at_once: int, seed: int) -> None:
    chance = random.Random(seed)
    told = list(simulated([20 * (0.5 + chance.random()) for _ in range(200)], at_once))
    known = [(real, left) for real, left in told if left is not None]

    assert all(left is None for _, left in told[: min(2, at_once - 1)])
    assert len(known) > 150
    for real, left in known[20:]:
        assert real / 2 - 20 <= left <= real * 2 + 20
    for (_, before), (_, after_) in itertools.pairwise(known[10:]):
        assert after_ <= before * 1.25 + 10


def test_one_long_pause_says_nothing_of_the_rest_and_many_do() -> None:
    steady = [10.0] * 100
    once = [left for _, left in simulated(steady, 4, {10: 900.0})]
    often = list(simulated(steady, 4, dict.fromkeys(range(10, 100, 10), 30.0)))

    assert 200 <= (once[20] or 0) <= 230
    real, left = often[50]
    assert left is not None
    assert real * 0.7 <= left <= real * 1.3


def test_where_nothing_ends_for_a_while_the_rest_takes_longer() -> None:
    clock = Time()
    pace = Pace(clock)
    pace.begin()
    for left in range(19, 9, -1):
        clock.passed += 2
        pace.step(left, 1)
    told = []
    for _ in range(40):
        clock.passed += 1
        told.append(pace.left() or 0.0)
    assert 15 <= told[0] <= 20
    assert min(told) >= 15
    assert told[-1] > 40


def test_nothing_is_told_where_nothing_is_known() -> None:
    clock = Time()
    progress = after(ExtractionBegan(40, by_rules=False), clock=clock)
    for n in range(1, 21):  # kept answers
        progress.take(Extracted(f"{n}", 1, 0, 0, n, 40))
        clock.passed += 1
    assert progress.seconds_left() is None
    for n in range(21, 41):
        progress.take(CallBegan(f"{n}", 20))
    clock.passed += 30
    progress.take(CallEnded("21", 19))
    progress.take(Extracted("21", 1, 0, 0, 21, 40))
    assert progress.seconds_left() is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (3, "a few seconds left"),
        (33, "about 35 s left"),
        (59, "about 1 min left"),
        (400, "about 7 min left"),
        (3590, "about 1 h left"),
        (5000, "about 1 h 20 min left"),
    ],
)
def test_an_estimate_is_no_finer_than_it_is(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Takes what is written on stderr."""
    shown = io.StringIO()
    monkeypatch.setattr(talk, "sys", SimpleNamespace(stderr=shown))
    return shown


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate()}


def test_nothing_ticks_while_processes_may_be_forked(terminal: io.StringIO) -> None:
    live = Live()
    for event in (
        Started(("news",)),
        FilesFound(1),
        FileRead(1, 1),
        ExtractionBegan(1, by_rules=True),
        Extracted("a", 1, 1, 0, 1, 1),
    ):
        live(event)
        assert "display" not in threads()
    live(Comparing(1))
    assert "display" in threads()
    live(StoryBegan("another"))
    assert "display" not in threads()
    live(CallBegan("a", 1))
    assert "display" in threads()
    live.close()
    assert "display" not in threads()


def test_a_tick_shows_that_time_passes(terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live_display, "TICK_S", 0.01)
    live = Live()
    live(Waiting(30.0, "12:00:00", "", "HTTP 429"))
    seen, last = terminal.tell(), time.monotonic() + 30
    while terminal.tell() == seen:
        assert time.monotonic() < last
        time.sleep(0.01)
    live.close()
    assert terminal.getvalue().endswith("\r\x1b[J")


def test_an_event_out_of_a_signal_handler_is_shown_after_the_one_under_way(terminal: io.StringIO) -> None:
    live = Live()
    writing = terminal.write

    def interrupted(text: str) -> int:
        terminal.write = writing
        live(Stopping(2))
        return writing(text)

    terminal.write = interrupted
    live(Notice("first"))
    live.close()
    lines = Screen(200).feed(terminal.getvalue().replace("\n", "\r\n")).lines
    assert [line.split(":")[0] for line in lines] == ["first", "stopping"]


def test_no_line_says_the_same_twice(terminal: io.StringIO) -> None:
    live = Live()
    for _ in range(3):
        live(FilesPassedOver("images (3)"))
    live.close()
    assert terminal.getvalue().count("images") == 1


def test_a_bare_line_is_a_remark(terminal: io.StringIO) -> None:
    live = Live()
    live("two findings are new")
    live.close()
    assert terminal.getvalue() == "two findings are new\n"


def test_what_is_told_after_the_end_is_a_line(terminal: io.StringIO) -> None:
    live = Live()
    live(Started(("news",)))
    live(Finished("1 article", 0))
    live(Failed("error: too late"))
    assert Screen(200).feed(terminal.getvalue().replace("\n", "\r\n")).lines == [
        "1 article, 0 requests sent",
        "error: too late",
    ]


def test_a_line_end_in_a_name_begins_no_line() -> None:
    shown = frame(after(Started(("a\nb.txt",))), Look(80, 24, has_colour=False))

    assert shown == ["starting: a?b.txt"]


def test_a_line_end_in_a_name_is_written_out() -> None:
    names = Names()
    names.start(["news/b\nerror: no.txt"])

    assert names("news/b\nerror: no.txt") == r"b\nerror: no.txt"
