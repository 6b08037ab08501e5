"""What calls take whose answers nobody has yet: shares measured in the recorded answers of the shipped stories.

Those are of one model of 2026, six to thirteen articles a story; docs/cost.md says how far off forecasts by them are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.comparison.adding.choosing import calls_for
from summarizer.comparison.adding.tables import tables_for
from summarizer.comparison.meeting.neighbours import TABLE_ROWS
from summarizer.comparison.weighing.ranking import BATCH, room_of
from summarizer.pipeline.forecasting.foreseeing import Sent
from summarizer.pipeline.forecasting.record import Calls, Range, Step
from summarizer.pipeline.forecasting.tokens import tokens_of

Share = tuple[float, float, float]
"""At least, most likely, at most."""
IN: Share = (0.85, 1.0, 1.25)
"""Tokens of a request for each one estimated from its characters."""
OUT_OF_ARTICLE: Share = (2.3, 3.05, 4.2)
"""Tokens of the statements for each one of the article: 2.8 to 3.3 in the recorded stories."""
OUT_OF_TABLE: Share = (0.05, 0.25, 0.4)
OUT_OF_TABLE_AT_MOST: Share = (100, 1_600, 2_700)
"""Tokens that name differences, for each one of the table, and at most: about thirty are asked for."""
OUT_OF_PASSAGES: Share = (0.24, 0.32, 0.42)
"""Tokens of the verdicts for each one of the passages: 0.31 to 0.33 in the recorded stories."""
TOKENS_A_ROW: Share = (12.5, 16.5, 22.0)
"""Tokens of an article for each statement found in it; few make many rows: 15 to 20 in the recorded stories."""
ROW = 33.5
"""Tokens of a statement's line in a table."""
PAIR = 275
"""Tokens of two passages that are weighed."""
PAIRS_OF_TABLE: Share = (0, 45, 130)
"""Pairs that one table brings to be weighed: 39 to 55 in the recorded stories."""
PAIRS_OF_ARTICLE = 3.5
"""Pairs that one article of a large story brings, most of them found by code: 4 to 6 in the recorded stories."""
DOUBTED: Share = (0, 2, BATCH)
"""Pairs that are weighed once more: 1 to 3 in the recorded stories."""
OVERLAP: Share = (1.0, 1.5, 2.2)
"""Rows that the tables of a large story hold together for each row that there is: neighbours stand in several."""
ASKED_TWICE: Share = (0.0, 0.0, 0.1)
"""Articles that are asked about once more, or whose answer does not fit: none of 35 in the recorded stories."""
OUT_OF_MORE: Share = (0.1, 0.3, 0.6)


@dataclass(frozen=True)
class Fixed:
    """Tokens of the instructions and the form of an answer, which every request of a kind begins with."""

    tables: int
    weighing: int


def of_requests(requests: Sequence[Sent]) -> Calls:
    """What requests take that are known to the letter."""
    given = [request.tokens for request in requests]
    taken = [_answer(request) for request in requests]
    return Calls(
        Range.exactly(len(requests)),
        _times(IN, sum(given)),
        Range(*(round(sum(one[n] for one in taken)) for n in range(3))),
    )


def _answer(request: Sent) -> Share:
    data = request.of_data
    if request.step is Step.EXTRACTION:
        return _scaled(OUT_OF_ARTICLE, data)
    if request.step is Step.SECOND_LOOKS:
        return _scaled(OUT_OF_MORE, 3 * data)
    if request.step is Step.WEIGHING:
        return _scaled(OUT_OF_PASSAGES, data)
    low, likely, high = (min(share * data, most) for share, most in zip(OUT_OF_TABLE, OUT_OF_TABLE_AT_MOST, strict=True))
    return low, likely, high


def second_looks(extraction: Calls, articles: int) -> Calls:
    """What asking once more takes, about so many articles whose answers are not there yet."""
    if not articles:
        return Calls()
    calls = Range(*(math.ceil(share * articles) for share in ASKED_TWICE))
    one_in, one_out = extraction.input_tokens.high / articles, extraction.output_tokens.likely / articles
    return Calls(calls, Range(0, 0, round(calls.high * one_in)), Range(0, 0, round(calls.high * one_out * OUT_OF_MORE[2])))


def rows_of(tokens: int) -> Range:
    """How many statements articles of so many tokens give."""
    few, likely, many = TOKENS_A_ROW[2], TOKENS_A_ROW[1], TOKENS_A_ROW[0]
    return Range(math.floor(tokens / few), round(tokens / likely), math.ceil(tokens / many))


def beginning(articles: int, rows: Range, fixed: Fixed) -> tuple[Calls, Calls]:
    """What the tables and the weighing of a story take of which no statement is known yet."""
    if articles < 2:  # noqa: PLR2004  one article has nobody to differ from
        return Calls(), Calls()
    held = Range(*(_held(number, share) for number, share in zip(_each(rows), OVERLAP, strict=True)))
    tables = Range(*(_tables(number) for number in _each(held)), is_known=rows.is_known)
    return _of_tables(tables, held, fixed), weighed(articles, tables, fixed)


def addition(added: int, rows: Range, all_rows: Range, fixed: Fixed) -> tuple[Calls, Calls]:
    """What articles take that are added to a compared story."""
    sizes = list(zip(_each(rows), _each(all_rows), strict=True))
    numbers = (1 if every <= TABLE_ROWS else tables_for(max(1, own), added, TABLE_ROWS) for own, every in sizes)
    tables = Range(*numbers, is_known=rows.is_known and all_rows.is_known)
    held = Range(*(min(every, TABLE_ROWS * n) for n, (_, every) in zip(_each(tables), sizes, strict=True)))
    return _of_tables(tables, held, fixed), weighed_of_added(added, fixed)


def weighed_of_added(added: int, fixed: Fixed) -> Calls:
    """What weighing takes that added articles bring."""
    most = calls_for(added)
    return _of_pairs(Range(0, most, most), Range(0, BATCH * most * 2 // 3, BATCH * most), fixed)


def weighed(articles: int, tables: Range, fixed: Fixed) -> Calls:
    """What weighing takes, once more included, where nobody has read the tables yet."""
    rooms = [room_of(articles, number) for number in _each(tables)]
    wanted = [round(share * number) for share, number in zip(PAIRS_OF_TABLE, _each(tables), strict=True)]
    likely = min(rooms[1].pairs, max(wanted[1], round(PAIRS_OF_ARTICLE * articles)))
    # The fewer tables there are, the more room is left.
    high = max(min(room.pairs, wanted[2]) for room in rooms)
    doubts = [min(DOUBTED[1], likely), max(min(BATCH * room.calls_again, high) for room in rooms)]
    calls = Range(0, _batches(likely) + _batches(doubts[0]), _batches(high) + _batches(doubts[1]))
    return _of_pairs(calls, Range(0, likely + round(doubts[0]), high + round(doubts[1])), fixed)


def weighed_again(articles: int, tables: int, calls: int, fixed: Fixed) -> Calls:
    """What weighing once more takes where so many calls weigh for the first time."""
    room = room_of(articles, tables)
    most = min(room.calls_again, calls)
    likely = min(1, most)
    return _of_pairs(Range(0, likely, most), Range(0, round(DOUBTED[1]) * likely, BATCH * most), fixed)


def _of_tables(tables: Range, held: Range, fixed: Fixed) -> Calls:
    taken = (
        min(share * ROW * rows, most * number)
        for share, most, rows, number in zip(OUT_OF_TABLE, OUT_OF_TABLE_AT_MOST, _each(held), _each(tables), strict=True)
    )
    return Calls(tables, _given(tables, fixed.tables, held, ROW), Range(*(round(one) for one in taken)))


def _of_pairs(calls: Range, pairs: Range, fixed: Fixed) -> Calls:
    taken = Range(*(round(share * PAIR * number) for share, number in zip(OUT_OF_PASSAGES, _each(pairs), strict=True)))
    return Calls(calls, _given(calls, fixed.weighing, pairs, PAIR), taken)


def _given(calls: Range, fixed: int, items: Range, size: float) -> Range:
    every = zip(IN, _each(calls), _each(items), strict=True)
    return Range(*(round(share * (fixed * number + size * item)) for share, number, item in every))


def _held(rows: int, overlap: float) -> int:
    return rows if rows <= TABLE_ROWS else round(rows * overlap)


def _tables(held: int) -> int:
    return max(1, math.ceil(held / TABLE_ROWS))


def _batches(pairs: float) -> int:
    return math.ceil(pairs / BATCH)


def _times(share: Share, number: int) -> Range:
    return Range(*(round(one) for one in _scaled(share, number)))


def _scaled(share: Share, number: float) -> Share:
    return share[0] * number, share[1] * number, share[2] * number


def _each(number: Range) -> tuple[int, int, int]:
    return number.low, number.likely, number.high


def cannot_exceed(texts: Sequence[str]) -> tuple[int, int]:
    """Tokens in and out that are more than a forecast about these articles holds likely, told at once from their lengths."""
    tokens = sum(map(tokens_of, texts))
    return 30_000 + 8_000 * len(texts) + 6 * tokens, 6_000 + 1_000 * len(texts) + 4 * tokens
