"""The database: its keys hold, its views answer, and Datasette is told what it has."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from hostile_page import hostile_report
from large_report import large_report
from review.reviewed import decision, fire

from summarizer.errors import ConfigError
from summarizer.exporting import TABLES, Format, Source, files_of
from summarizer.exporting.tables import sqlite_files
from summarizer.exporting.tables.views import VIEWS
from summarizer.schema import Report, ReviewRecord

NOTHING = ReviewRecord()


def everything(base: sqlite3.Connection, name: str) -> list[sqlite3.Row]:
    return base.execute(f"select * from {name}").fetchall()  # noqa: S608  # a name of our own


def opened(*sources: Source) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.deserialize(dict(sqlite_files(sources))["report.sqlite"])
    base.row_factory = sqlite3.Row
    return base


@pytest.mark.parametrize("made", [large_report(12, 60), hostile_report(), fire()], ids=["large", "hostile", "small"])
def test_keys_and_references_hold(made: Report):
    for sources in ([Source(made, NOTHING)], [Source(made, NOTHING, "a"), Source(made, NOTHING, "b")]):
        with closing(opened(*sources)) as base:
            assert [tuple(row) for row in base.execute("pragma integrity_check")] == [("ok",)]
            assert base.execute("pragma foreign_key_check").fetchall() == []
            for table in TABLES:
                assert len(everything(base, table.name)) == len(sources) * sum(1 for _ in table.rows(sources[0]))


def test_every_view_answers_for_one_report_and_for_several():
    made = large_report(12, 60)
    with (
        closing(opened(Source(made, NOTHING))) as one,
        closing(opened(Source(made, NOTHING, "a"), Source(made, NOTHING, "b"))) as two,
    ):
        for view in VIEWS:
            rows, both = (everything(base, view.name) for base in (one, two))
            assert rows
            assert len(both) == 2 * len(rows)
            assert {row["report"] for row in both} == {"a", "b"}


def test_an_article_of_two_reports_is_counted_in_each_by_itself():
    agreed = fire().model_copy(update={"findings": ()})
    with closing(opened(Source(fire(), NOTHING, "a"), Source(agreed, NOTHING, "b"))) as base:
        counted = base.execute("select report, max(contradictions) from outlets group by report").fetchall()
    assert [(row[0], row[1] > 0) for row in counted] == [("a", True), ("b", False)]


def test_contradictions_are_those_that_nobody_dismissed():
    kept = ReviewRecord(decisions=(decision(fire(), "f1", "dismissed"), decision(fire(), "f2", "confirmed")))
    contradict = {one.finding_id for one in fire().findings if one.verdict == "contradict"}
    with closing(opened(Source(fire(), kept))) as base:
        shown = {row["finding_id"]: row for row in base.execute("select * from contradictions")}
    assert set(shown) == contradict - {"f1"}
    assert "f1" in contradict
    assert all(row["left_quote"] and row["right_quote"] for row in shown.values())


def test_statements_are_found_by_their_words():
    made = large_report(12, 60)
    word = made.summaries[0].claims[0].statement.split()[-1].strip(".。").lower()
    with closing(opened(Source(made, NOTHING))) as base:
        found = base.execute(
            "select statement from claims where rowid in (select rowid from claims_fts where claims_fts match ?)",
            (f'"{word}"',),
        ).fetchall()
    assert made.summaries[0].claims[0].statement in {row["statement"] for row in found}


def test_numbers_divide_as_numbers_and_dates_sort_as_dates():
    with closing(opened(Source(large_report(12, 60), NOTHING))) as base:
        kinds = {
            tuple(row)
            for row in base.execute(
                "select typeof(low), typeof(date), typeof(vague) from figures where low > 0 and date > '1900'"
            )
        }
    assert kinds == {("real", "text", "integer")}


def test_one_id_for_two_statements_is_one_line_that_says_so():
    made = large_report(4, 12)
    first = next(one for one in made.summaries if one.claims)
    twice = first.model_copy(update={"claims": (*first.claims, first.claims[0])})
    broken = made.model_copy(update={"summaries": tuple(twice if one is first else one for one in made.summaries)})
    with pytest.raises(ConfigError, match=r"gives two claims one id .*; make the report again"):
        list(files_of(Format.SQLITE, broken, NOTHING))


def test_datasette_is_told_of_every_table_column_and_view():
    told = json.loads(dict(sqlite_files([Source(fire(), NOTHING)]))["metadata.json"])["databases"]["report"]["tables"]
    with closing(opened(Source(fire(), NOTHING))) as base:
        for table in TABLES:
            columns = [row["name"] for row in base.execute(f"pragma table_info({table.name})")]
            assert list(told[table.name]["columns"]) == columns
            assert set(told[table.name].get("facets", ())) <= set(columns)
        fulltext = [row["sql"] for row in base.execute("select sql from sqlite_master where name like '%_fts'")]
    assert set(told) == {table.name for table in TABLES} | {view.name for view in VIEWS}
    assert any('content="claims"' in sql for sql in fulltext)  # only so does Datasette see which table it is for
