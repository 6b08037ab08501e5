"""Whatever an article, a model or a reviewer says: nothing of it steers the terminal, and no line leaves the window."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review.reviewed import article, decision, finding, report, side
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from summarizer.cli.reviewing.blocks import Block, Pair, lines_of
from summarizer.cli.reviewing.cards import Cards, Look, heading
from summarizer.cli.reviewing.deck import Filter, deck_of
from summarizer.cli.reviewing.listing import rows_of, stats_of
from summarizer.cli.reviewing.passages import passage
from summarizer.reporting import render_markdown
from summarizer.review import states
from summarizer.schema import ReviewRecord

CONSOLE = Console(file=io.StringIO(), width=200, color_system=None)
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY, ANY, ANY, st.integers(20, 150), st.booleans())
def test_no_words_steer_or_overflow(quote: str, question: str, name: str, width: int, larger: bool) -> None:
    one, two = article(f"Before. {quote} After.", name), article("Twelve boats burned.", "Tribune")
    words = quote if quote.strip() else f"Before. {quote} After."
    story = report((one, two), finding("f1", side(one, words), side(two, two.text), question=question, why=name))
    person = name.strip() or "Ann"
    review = ReviewRecord(decisions=(decision(story, "f1", "dismissed", by=person, note=quote, reason="other"),))
    reached = states(story, review)
    (shown,) = deck_of(story, reached, Filter(decided=True)).flags

    body = Cards(story).body(shown, reached["f1"], Look(larger=larger, further=True, marks=True))
    lines = lines_of([Block(heading(shown, reached["f1"])), *body], width, CONSOLE)

    assert all(cell_len(line.plain) <= width for line in lines)
    every = [line.plain for line in lines] + rows_of([shown], reached) + list(stats_of(story, review))
    assert not [char for text in every for char in text if unicodedata.category(char) in STEERING]
    assert "<script" not in render_markdown(story, review)


@given(ANY, ANY, ANY)
def test_a_passage_is_the_articles_own_characters(before: str, quote: str, after: str) -> None:
    one = article(f"{before}{quote}{after}", "Harbour")
    part = side(one, quote)
    for larger in (False, True):
        found = passage(one, part, larger=larger)
        whole = found.before + found.lead + found.words + found.rest + found.after
        assert found.lead + found.words + found.rest == quote
        assert whole in one.text
        assert found.cut_before == (one.text[: part.start - len(found.before)].strip() != "")


def test_the_id_of_a_finding_steers_nothing() -> None:
    one, two = article("Nine boats burned.", "Harbour"), article("Twelve boats burned.", "Tribune")
    story = report((one, two), finding("f1\x1b]0;x\x07", side(one, one.text), side(two, two.text)))
    reached = states(story, ReviewRecord())
    (shown,) = deck_of(story, reached, Filter()).flags

    lines = lines_of(Cards(story).body(shown, reached[shown.finding.finding_id], Look()), 80, CONSOLE)

    assert not [char for line in lines for char in line.plain if unicodedata.category(char) in STEERING]


def test_wide_characters_take_two_columns() -> None:
    lines = lines_of([Block(Text("東京で百八十三人が死亡した。" * 4), "▌ ")], 20, CONSOLE)

    assert {cell_len(line.plain) for line in lines[:-1]} == {20}
    assert "".join(line.plain.removeprefix("▌ ") for line in lines) == "東京で百八十三人が死亡した。" * 4


def test_in_a_wide_window_both_passages_stand_beside_each_other() -> None:
    pair = Pair((Block(Text("Nine boats. " * 9), "▌ "),), (Block(Text("東京で死亡。" * 3), "▌ "), Block(Text("Tribune"), "— ")))

    wide, narrow = lines_of([pair], 110, CONSOLE), lines_of([pair], 80, CONSOLE)

    assert [line.plain[56:] for line in wide] == ["▌ 東京で死亡。東京で死亡。東京で死亡。", "— Tribune", ""]
    assert [line.plain[:13] for line in wide] == ["▌ Nine boats."] * 3
    assert [line.plain for line in narrow][-3:] == ["", "▌ 東京で死亡。東京で死亡。東京で死亡。", "— Tribune"]


@pytest.mark.parametrize("width", [1, 5, 20])
def test_a_window_of_any_width(width: int) -> None:
    assert lines_of([Block(Text("The mayor was abroad."), "▌ ")], width, CONSOLE)


def test_a_note_is_text_in_the_report(tmp_path: Path) -> None:
    one, two = article("Nine boats burned.", "Harbour"), article("Twelve boats burned.", "Tribune")
    story = report((one, two), finding("f1", side(one, one.text), side(two, two.text)))
    note = "<img src=x onerror=alert(1)>\n# Title\n[x](javascript:alert(1))"
    review = ReviewRecord(decisions=(decision(story, "f1", by="**Bo**", note=note),))

    told = next(line for line in render_markdown(story, review).splitlines() if line.startswith("Reviewers:"))

    assert told.startswith("Reviewers: Confirmed by \\*\\*Bo\\*\\* on ")
    assert "\\<img src=x onerror=alert(1)\\> \\# Title \\[x\\](javascript:alert(1))" in told
