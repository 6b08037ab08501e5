"""Large stories are cut into tables: nothing is left out, and what belongs together meets."""

from __future__ import annotations

from functools import cache

import pytest
from builders import figure, statement, summary

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.meeting.names import Names
from summarizer.comparison.meeting.neighbours import Meeting
from summarizer.comparison.meeting.table import rows_of
from summarizer.schema import Summary

ROWS = 30
TOWNS = "Torvik Halbro Sandvig Ostmark Lund Varn Ekeby Norrick Fjelde Brandal Kvam Rosvik".split()
THINGS = "salt wheat timber coal cement".split()


@cache
def outlet(number: int) -> Summary:
    """Tells of every town's stores; each outlet in other words."""
    verb = ("held", "kept in store", "stored")[number % 3]
    facts = [(town, thing) for town in TOWNS for thing in THINGS]
    sentences = [f"The depot in {town} {verb} {n + 5} tonnes of {thing}." for n, (town, thing) in enumerate(facts)]
    said = [
        statement(
            f"depot in {town} {verb} {n + 5} tonnes of {thing}",
            sents=[n + 1],
            text=sentences[n],
            figures=[figure(f"{n + 5} tonnes", f"{thing} in depot", where=town)],
        )
        for n, (town, thing) in enumerate(facts)
    ]
    return summary(" ".join(sentences), *said, outlet=f"Outlet {number}")


@pytest.fixture(scope="module")
def story() -> Story:
    return Story.of([outlet(n) for n in range(4)])


def small(story: Story) -> Meeting:
    return Meeting(story.rows, story.names, ROWS)


def test_every_statement_stands_in_a_table_and_no_table_is_too_long(story: Story) -> None:
    tables = small(story).tables()

    assert {row.row_id for table in tables for row in table} == {row.row_id for row in story.rows}
    assert max(len(table) for table in tables) <= ROWS
    assert len(tables) > 1


def test_statements_on_one_matter_meet_though_the_story_is_cut(story: Story) -> None:
    facts = len(TOWNS) * len(THINGS)
    tables = [{row.index for row in table} for table in small(story).tables()]
    same = [(n + a * facts, n + b * facts) for n in range(facts) for a in range(4) for b in range(a)]

    met = [any({left, right} <= table for table in tables) for left, right in same]

    assert sum(met) / len(met) >= 0.95


def test_what_code_found_to_differ_stands_in_one_table_however_unlike(story: Story) -> None:
    first, last = story.rows[0], story.rows[-1]
    apart = [{row.index for row in table} for table in small(story).tables()]
    joined = [{row.index for row in table} for table in small(story).tables([(first, last)])]

    assert not any({first.index, last.index} <= table for table in apart)
    assert any({first.index, last.index} <= table for table in joined)


def test_tables_grow_with_statements_and_not_with_pairs() -> None:
    counts = []
    for outlets in (4, 8):
        rows = rows_of([outlet(n) for n in range(outlets)])
        counts.append(len(Meeting(rows, Names([]), ROWS).tables()))

    assert counts[1] <= 2.5 * counts[0]


def test_statements_of_one_article_are_no_pair(story: Story) -> None:
    assert all(a.article != b.article for a, b in small(story).pairs())
    assert all(a.article != b.article for a, b in story.meeting.pairs())
