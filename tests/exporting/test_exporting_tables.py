"""The tables: what their columns are, and that every format holds the same, whatever the articles say."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import sys
from decimal import Decimal

import pytest
from hostile_page import hostile_report
from hypothesis import given
from hypothesis import strategies as st
from large_report import large_report
from review.arbitrary import WORDS
from review.reviewed import article, decision, finding, fire, report, side

from summarizer.errors import ConfigError
from summarizer.exporting import BY_NAME, TABLES, Format, Source, csv_files, files_of
from summarizer.exporting.tables import jsonl_files
from summarizer.exporting.tables.columns import Kind
from summarizer.exporting.tables.layout import EXACT, filled, plain
from summarizer.review import read_decisions, shortened
from summarizer.review.cells import LONGEST, carried, csv_text, defended, is_shortened, restored
from summarizer.schema import ReviewRecord

NOTHING = ReviewRecord()
RESERVED = set(
    "all and any as asc between by case check column create cross default delete desc distinct drop else end except exists "
    "false for foreign from full group having in index inner insert into is join key left like limit natural not null of "
    "offset on or order outer over primary references right select set some table then to true union unique update using "
    "values view when where window with".split()
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture(scope="module")
def large():
    return large_report(articles=12, findings=60)


def test_names_are_stable_words_that_no_database_reserves():
    for table in TABLES:
        names = [column.name for column in table.columns]
        assert len(set(names)) == len(names)
        assert not [name for name in (table.name, *names) if not re.fullmatch("[a-z][a-z_]*[a-z]", name) or name in RESERVED]


def test_every_column_and_table_says_what_it_holds():
    for table in TABLES:
        for says in (table.says, *(column.says for column in table.columns)):
            assert says[0].isalnum()
            assert says.endswith((".", "…")), says


def test_keys_references_facets_and_searched_columns_are_columns():
    for table in TABLES:
        names = {column.name for column in table.columns}
        for other, used in table.refers.items():
            assert set(used) <= names
            assert used == BY_NAME[other].key
        assert {*table.key, *table.facets, *table.searched} <= names


def test_a_key_names_one_row(large):
    for sheet in filled([Source(large, NOTHING)]):
        places = [[column.name for column in sheet.columns].index(name) for name in sheet.key]
        keys = [tuple(row[place] for place in places) for row in sheet.rows]
        assert len(set(keys)) == len(keys) or not places


def test_every_format_has_the_same_rows(large):
    as_csv, as_jsonl = dict(files_of(Format.CSV, large, NOTHING)), dict(files_of(Format.JSONL, large, NOTHING))
    for table in TABLES:
        one, other = rows(as_csv[f"{table.name}.csv"]), lines(as_jsonl[f"{table.name}.jsonl"])
        assert len(one) == len(other)
        for left, right in zip(one, other, strict=True):
            assert {key: restored(cell) for key, cell in left.items()} == {
                key: told(right[key]) for key in right if key in left
            }


def told(value: object) -> str:
    """A value of JSON as its cell has it."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, bool | list | dict) else str(value)


def test_the_same_report_gives_the_same_bytes(large):
    for chosen in (Format.CSV, Format.JSONL, Format.SQLITE):
        assert dict(files_of(chosen, large, NOTHING)) == dict(files_of(chosen, large.model_copy(), NOTHING))


def test_a_quote_stands_at_its_place_in_the_text():
    large = hostile_report()
    files = {name: lines(text) for name, text in jsonl_files([Source(large, NOTHING)])}
    texts = {row["article_id"]: row["text"] for row in files["articles.jsonl"]}
    for name in ("claims", "figures", "attributions", "sides", "measure_figures"):
        assert files[f"{name}.jsonl"]
        for row in files[f"{name}.jsonl"]:
            assert texts[row["article_id"]][row["quote_start"] : row["quote_end"]] == row["quote"]


def test_a_row_stands_alone(large):
    for name in ("claims", "figures", "attributions", "sides", "measure_figures", "topics"):
        text = dict(csv_files([Source(large, NOTHING)], [BY_NAME[name]]))[f"{name}.csv"]
        assert all(row["outlet"] and row["address"] and row["article_id"] for row in rows(text))


def test_no_text_of_an_article_is_a_formula_or_breaks_a_row():
    made = hostile_report()
    for name, text in csv_files([Source(made, NOTHING)]):
        table = BY_NAME[name.removesuffix(".csv")]
        texts = {column.name for column in table.columns if column.kind not in {Kind.INTEGER, Kind.REAL}}
        found = rows(text)
        assert len(found) == sum(1 for _ in table.rows(Source(made, NOTHING)))
        for row in found:
            assert None not in row
            assert not [
                cell for key, cell in row.items() if key in texts and cell.lstrip(" ").startswith(tuple("=+-@\t\r＝＋－＠"))
            ]


def test_a_negative_number_is_a_number_and_a_text_that_looks_like_one_is_a_text():
    text = csv_text(["a", "b", "c", "d", "e"], [(-3, "-3", -0.5, dt.date(2021, 11, 3), True)])
    assert text == "\ufeffa,b,c,d,e\r\n-3,'-3,-0.5,2021-11-03,true\r\n"


@pytest.mark.parametrize(
    "text",
    [
        *("3-4", "1/2", "1,200", "1.5", "007", "10:30", "10:30 am", "50%", "$170", "12e45678", "1e5", "123456789012", "Aug 26"),
        *(
            "26 Aug",
            "August 2021",
            "May 5, 2021",
            "3. März 2021",
            "8月26日",
            "2021-11-03",
            "true",
            "FALSE ",
            "Sept. 11",
            "١٢,٣",
        ),
    ],
)
def test_a_text_that_a_spreadsheet_would_turn_into_a_value_is_defended(text):
    assert defended(text) == f"'{text}"
    assert restored(defended(text)) == text
    assert restored(defended(f"'{text}")) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["170", "0", "2021", "170 people", "170 marines", "in August", "May", "at least 3", "e", "mayor 5 x"]
)
def test_a_text_that_every_spreadsheet_shows_as_it_is_stays_bare(text):
    assert defended(text) == text


@given(st.text(st.sampled_from("'0123456789.,:/-%eE+ apmAugMärz年"), max_size=12) | WORDS)
def test_a_defended_text_comes_back(text):
    assert restored(defended(text)) == carried(text)


@given(st.sampled_from(["x", "😀", ";=", "'", "|-", "5", "\n=", "é"]), st.integers(1, 3 * LONGEST))
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(unit, length):
    text = (unit * length)[: 3 * LONGEST]
    cell = defended(shortened(text))
    assert len(cell.encode("utf-16-le")) <= 2 * LONGEST
    assert is_shortened(cell) == (shortened(text) != text)
    assert shortened(text) == text or text.startswith(shortened(text)[: LONGEST // 3])


def test_a_decision_on_a_quote_that_was_cut_is_read_back():
    one, two = article("a" * 40_000, "Harbour"), article("b" * 40_000, "Banner")
    made = report((one, two), finding("f1", side(one, one.text), side(two, two.text)))
    kept = ReviewRecord(decisions=(decision(made, "f1", "confirmed", note="c" * 40_000),))
    text = dict(csv_files([Source(made, kept)], [BY_NAME["findings"]]))["findings.csv"]
    assert all(len(cell) <= LONGEST or key == "review_note" for key, cell in rows(text)[0].items())
    read = read_decisions(text.encode(), "f.csv", made, by=None, at=kept.decisions[0].at)
    assert read.decisions == kept.decisions


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("183", 183),
        ("1.5", 1.5),
        ("-3", -3),
        (str(EXACT), EXACT),
        ("1e400", 1.7976931348623157e308),
        ("-1e3000", -1.7976931348623157e308),
    ],
)
def test_a_number_is_one_that_every_format_holds(value, cell):
    assert plain(Kind.REAL)(Decimal(value)) == cell


def test_texts_hold_nothing_that_a_file_cannot_carry():
    assert plain(Kind.TEXT)("a\0b\ud800c\x1bd\ufffee") == "a\ufffdb\ufffdc\ufffdd\ufffde"


def test_a_line_of_json_is_a_line_to_every_reader():
    one, two = article("Nine.\u2028Ten.\x85Twelve\x9b31m.", "A\u202eB"), article("Ten.", "B")
    made = report((one, two), finding("f1", side(one, "Nine."), side(two, "Ten.")))
    for _, text in jsonl_files([Source(made, NOTHING)]):
        assert text.count("\n") == len(text.splitlines())
        assert not set("\u2028\x85\x9b\u202e") & set(text)
    article_rows = lines(dict(jsonl_files([Source(made, NOTHING)], [BY_NAME["articles"]]))["articles.jsonl"])
    assert article_rows[0]["text"] == one.text


def test_the_articles_texts_are_left_out_of_csv_alone():
    files = dict(files_of(Format.CSV, fire(), NOTHING))
    assert "text" not in rows(files["articles.csv"])[0]
    assert lines(dict(files_of(Format.JSONL, fire(), NOTHING))["articles.jsonl"])[0]["text"].startswith("Nine boats")


def test_what_people_decided_stands_beside_the_finding_and_in_a_table_of_its_own():
    kept = ReviewRecord(
        decisions=(decision(fire(), "f1", "dismissed", reason="minor"), decision(fire(), "f1", "confirmed", by="Bo"))
    )
    files = {name: lines(text) for name, text in files_of(Format.JSONL, fire(), kept)}
    first = files["findings.jsonl"][0]
    assert (first["review_state"], first["ruling"]) == ("disputed", None)
    assert [(row["reviewer"], row["ruling"], row["number"]) for row in files["decisions.jsonl"]] == [
        ("Ann", "dismissed", 1),
        ("Bo", "confirmed", 1),
    ]
    assert files["decisions.jsonl"][0]["decided_at"].endswith("Z")


def test_several_reports_are_told_apart_by_a_column():
    sources = [Source(fire(), NOTHING, "one"), Source(fire(), NOTHING, "two")]
    files = dict(csv_files(sources))
    found = rows(files["findings.csv"])
    assert [row["report"] for row in found] == ["one"] * 3 + ["two"] * 3
    assert "review_verdict" not in found[0]
    assert [row["report"] for row in rows(files["run.csv"])] == ["one", "two"]


def test_without_pyarrow_parquet_says_how_to_have_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ConfigError, match=r"pip install 'summarizer\[parquet\]'"):
        list(files_of(Format.PARQUET, fire(), NOTHING))


def test_parquet_has_the_types_and_the_descriptions(large):
    pq = pytest.importorskip("pyarrow.parquet")
    pa = pytest.importorskip("pyarrow")
    files = dict(files_of(Format.PARQUET, large, NOTHING))
    assert files == dict(files_of(Format.PARQUET, large, NOTHING))
    assert len(files) == len(TABLES)
    read = pq.read_table(io.BytesIO(files["figures.parquet"]))
    kinds = {field.name: field.type for field in read.schema}
    assert (kinds["low"], kinds["date"], kinds["vague"], kinds["quote_start"]) == (
        pa.float64(),
        pa.date32(),
        pa.bool_(),
        pa.int64(),
    )
    assert read.schema.field("low").metadata[b"description"].startswith(b"Lowest value")
    as_lines = lines(dict(files_of(Format.JSONL, large, NOTHING))["figures.jsonl"])
    assert [(row["figure_id"], row["low"]) for row in read.to_pylist()] == [(row["figure_id"], row["low"]) for row in as_lines]
