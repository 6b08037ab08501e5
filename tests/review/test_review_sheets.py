"""The findings in a spreadsheet, and the decisions that come back out of one."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review.arbitrary import WORDS
from review.reviewed import NOON, article, decision, finding, fire, report, side

from summarizer.errors import ConfigError
from summarizer.exporting import BY_NAME, Source, csv_files
from summarizer.review import adopted, looked_through, merged, read_decisions, states
from summarizer.review.cells import carried, defended, restored
from summarizer.schema import Report, ReviewRecord
from summarizer.terms import Ruling

NOTHING = ReviewRecord()


def findings_csv(of: Report, review: ReviewRecord, reviewer: str | None = None) -> str:
    return dict(csv_files([Source(of, review, reviewer=reviewer)], [BY_NAME["findings"]]))["findings.csv"]


def sides_csv(of: Report) -> str:
    return dict(csv_files([Source(of, NOTHING)], [BY_NAME["sides"]]))["sides.csv"]


def table(text: str, **kwargs) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), **kwargs))


def filled(of: Report, *rulings: tuple[str, ...], reviewer: str | None = "Ann") -> list[list[str]]:
    """The table's rows, with a reviewer's cells filled in from the top: verdict, reason, note."""
    rows = list(csv.reader(io.StringIO(findings_csv(of, NOTHING, reviewer), newline="")))
    for row, given_cells in zip(rows[1:], rulings, strict=False):
        row[-4 : -4 + len(given_cells)] = given_cells
    return rows


def saved(rows: list[list[str]], *, separator: str = ",", end: str = "\r\n", encoding: str = "utf-8") -> bytes:
    sheet = io.StringIO(newline="")
    csv.writer(sheet, delimiter=separator, lineterminator=end).writerows(rows)
    return sheet.getvalue().encode(encoding)


def read(data: bytes, of: Report, by: str | None = None) -> ReviewRecord:
    return read_decisions(data, "f.csv", of, by=by, at=NOON)


@given(
    WORDS
    | st.sampled_from(["=1+1", "'=1", "''@x", "-5", "+49", "\t=1", "'", "'a", "＝1", " =1", "a;=1", "a|'+1", "a\n@x", "a\t =1"])
)
def test_a_cell_is_no_formula_and_comes_back_as_it_was(text):
    cell = defended(text)
    for begins in (cell, *re.split("[;|\t\r\n]", cell)[1:]):
        assert not begins.lstrip(" ").startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert restored(cell) == carried(text)


def test_the_table_opens_in_a_spreadsheet():
    text = findings_csv(fire(), NOTHING, "Ann")
    assert text.startswith("\ufefffinding_id,number,verdict,")
    assert text.count("\r\n") == text.count("\n") == 4
    rows = table(text)
    assert [row["finding_id"] for row in rows] == ["f1", "f2", "f3"]
    first = rows[0]
    assert (first["left_outlet"], first["left_quote"]) == ("Harbour", "Nine boats burned.")
    assert (first["right_outlet"], first["right_address"]) == ("Tribune", "fire/tribune.txt")
    assert [first[key] for key in ("review_verdict", "review_reason", "review_note", "reviewer")] == ["", "", "", "Ann"]
    assert list(first)[-4:] == ["review_verdict", "review_reason", "review_note", "reviewer"]


def test_what_an_article_or_a_person_writes_is_no_formula_in_it():
    one, two = article('=HYPERLINK("http://x.example","click") burned.', "=cmd|' /C calc'!A0"), article("@SUM(1) burned.", "-1")
    sides = side(one, one.text, value="+1", speaker="=2"), side(two, two.text)
    made = report((one, two), finding("f1", *sides, question="=3", why="-4"))
    noted = decision(made, "f1", None, note="=5")
    for rows in (table(findings_csv(made, ReviewRecord(decisions=(noted,)))), table(sides_csv(made))):
        cells = [cell for row in rows for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert read(findings_csv(made, ReviewRecord(decisions=(noted,))).encode(), made).decisions == (noted,)


def test_a_row_a_side():
    third = article("Ten boats burned.", "Banner")
    base = fire()
    sides = (*base.findings[0].sides, side(third, "Ten boats burned.", speaker="a guard"))
    texts = tuple(one.article for one in base.summaries)
    rows = table(sides_csv(report((*texts, third), finding("f1", *sides), base.findings[1])))
    assert [(row["finding_id"], row["side"], row["outlet"]) for row in rows[:3]] == [
        ("f1", "1", "Harbour"),
        ("f1", "2", "Tribune"),
        ("f1", "3", "Banner"),
    ]
    assert (rows[2]["speaker"], rows[2]["quote"], rows[2]["quote_start"]) == ("a guard", "Ten boats burned.", "0")
    assert len(rows) == 5


def test_decisions_that_hold_stand_in_it_and_stale_ones_do_not():
    held, stale = decision(fire(), "f1", "dismissed", reason="minor", note="So.\nWhat?"), decision(fire(), "f2", by="Bo")
    changed = fire().model_copy(
        update={"findings": (fire().findings[0], finding("f2", *fire().findings[1].sides, verdict="update"))}
    )
    rows = table(findings_csv(changed, ReviewRecord(decisions=(held, stale))))
    assert [rows[0][key] for key in ("review_verdict", "review_reason", "review_note", "reviewer", "review_state")] == [
        *("dismissed", "minor", "So.\nWhat?", "Ann", "decided"),
    ]
    assert (rows[1]["review_verdict"], rows[1]["review_state"]) == ("", "stale")
    others = table(findings_csv(fire(), ReviewRecord(decisions=(held,)), "Bo"))
    assert (others[0]["review_verdict"], others[0]["reviewer"]) == ("", "Bo")


def test_filled_in_rows_are_decisions_on_the_quotes_of_the_report():
    rows = filled(fire(), ("confirmed",), ("dismissed", "other_matter", "Two towns."), ("", "", "Ask again."))
    imported = read(saved(rows), fire())
    assert imported == merged(
        ReviewRecord(
            decisions=(
                decision(fire(), "f1", "confirmed"),
                decision(fire(), "f2", "dismissed", reason="other_matter", note="Two towns."),
                decision(fire(), "f3", None, note="Ask again."),
            )
        )
    )
    assert [state.ruling for state in states(fire(), imported).values()] == [Ruling.CONFIRMED, Ruling.DISMISSED, None]


SPREADSHEETS = {
    "as it was": {},
    "semicolons": {"separator": ";"},
    "tabs in UTF-16": {"separator": "\t", "encoding": "utf-16"},
    "UTF-16 without a mark": {"separator": "\t", "encoding": "utf-16-le"},
    "big-endian": {"separator": "\t", "encoding": "utf-16-be"},
    "line feeds": {"end": "\n"},
    "carriage returns": {"end": "\r"},
    "a byte order mark": {"encoding": "utf-8-sig"},
}


@pytest.mark.parametrize("how", SPREADSHEETS.values(), ids=SPREADSHEETS)
def test_what_spreadsheets_do_to_a_file_loses_nothing(how):
    rows = filled(fire(), ("confirmed", "", 'Ça, "così"; 東京\nzwei'), ("dismissed", "minor"))
    rows[0][0] = rows[0][0].removeprefix("\ufeff")
    decisions = read(saved(rows, **how), fire()).decisions
    assert [(one.finding_id, one.ruling, one.note) for one in decisions] == [
        ("f1", Ruling.CONFIRMED, 'Ça, "così"; 東京\nzwei'),
        ("f2", Ruling.DISMISSED, None),
    ]


def test_a_separator_line_capitals_and_blanks_are_put_up_with():
    text = "sep=;\r\nFinding ID;Review Verdict;REVIEW REASON;Reviewer\r\nf2; Dismissed ;Other matter; Ann \r\n"
    imported = read(text.encode(), fire())
    assert imported.decisions == (decision(fire(), "f2", "dismissed", reason="other_matter"),)


def test_columns_and_rows_may_be_moved_removed_and_added():
    rows = filled(fire(), ("confirmed",), (), ("unsure",))
    kept = [rows[0].index(name) for name in ("reviewer", "review_verdict")]
    moved = [[row[place] for place in (*kept, 0)] + ["mine"] for row in rows]
    moved[0][2] = "finding_id"
    moved += [["", "", "", ""], [], ["Ann", "", "f77", "a row without a decision"], ["", "", "", "total 3", "", ""]]
    moved[1:4] = reversed(moved[1:4])
    decisions = read(saved(moved), fire()).decisions
    assert [(one.finding_id, one.ruling) for one in decisions] == [("f1", Ruling.CONFIRMED), ("f3", Ruling.UNSURE)]


def test_without_a_reviewer_in_the_row_it_is_who_imports():
    rows = filled(fire(), ("confirmed",), reviewer=None)
    assert [one.by for one in read(saved(rows), fire(), by="Cy").decisions] == ["Cy"]
    with pytest.raises(ConfigError, match="row 2 does not say who decided"):
        read(saved(rows), fire())


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([["f9", "confirmed", "", "", "Ann"]], "row 2 decides on 'f9', which is no finding"),
        ([["", "confirmed", "", "", "Ann"]], "row 2: has a decision and no finding_id"),
        ([["f1", "true", "", "", "Ann"]], "row 2: review_verdict is 'true'; it can be confirmed, dismissed, unsure"),
        ([["f1", "dismissed", "dull", "", "Ann"]], "row 2: review_reason is 'dull'; it can be same, other_matter"),
        ([["f1", "", "minor", "", "Ann"]], "row 2: has a review_reason, and its review_verdict is not dismissed"),
        ([["f1", "confirmed", "minor", "", "Ann"]], "row 2: has a review_reason"),
        ([["f1", "confirmed", "", "a", "Ann", "b"]], "row 2: has more cells"),
        (
            [["f1", "confirmed", "", "", "Ann"], ["f2", "", "", "", ""], ["f1", "dismissed", "", "", "Ann"]],
            "row 4 decides otherwise than row 2 on f1",
        ),
        (
            [["f1", "confirmed", "", "", "Ann"]] + [[f"g{n}", "unsure", "", "", ""] for n in range(7)],
            "row 3 decides on 'g0'.*; and 2 more. Nothing was imported",
        ),
    ],
)
def test_what_would_lose_a_decision_is_named_by_its_row(rows, says):
    head = ["finding_id", "review_verdict", "review_reason", "review_note", "reviewer"]
    with pytest.raises(ConfigError, match=rf"\Af\.csv.*{says}"):
        read(saved([head, *rows]), fire())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"finding_id,why\r\nf1,x\r\n", "has no column review_verdict"),
        (b"finding_id,review_verdict,Review verdict\r\nf1,,\r\n", "two columns review_verdict"),
        (b'finding_id,review_verdict\r\nf1,"confirmed\r\n', "row 2: is no row of a table"),
        (b"finding_id,review_note\r\nf1,caf\xe9\r\n", "is not UTF-8; save it again"),
        (b"id,verdict\r\nf1,confirmed\r\n", "holds no decisions"),
        (b"", "holds no decisions"),
        (b"PK\x03\x04\x14\x00", "is a workbook; save the table as CSV"),
        ("\u00ef\u00bb\u00bffinding_id;review_verdict\r\n".encode(), "was opened in another encoding than UTF-8"),
        ('"\u00ef\u00bb\u00bffinding_id","review_verdict"\r\n'.encode(), "was opened in another encoding than UTF-8"),
        (b"\0", "is not UTF-8|holds no decisions"),
    ],
)
def test_what_is_no_table_of_decisions_is_refused(data, says):
    with pytest.raises(ConfigError, match=says):
        read(data, fire(), by="Ann")


def test_a_table_of_an_earlier_report_is_refused_where_it_shows_something_else():
    rows = filled(fire(), ("dismissed", "same"))
    later = fire(
        "Six boats burned. The mayor was in Velm. Divers came at noon.".replace("Six", "Nine"),
        "Twenty boats burned. The mayor was abroad. Divers came at dusk.".replace("Twenty", "Twelve"),
    )
    assert len(read(saved(rows), later).decisions) == 1
    sides = later.findings[0].sides
    other = finding("f1", sides[0], later.findings[1].sides[1])
    changed = later.model_copy(update={"findings": (other,)})
    with pytest.raises(ConfigError, match="row 2 was decided on other passages than the report shows for f1; export"):
        read(saved(rows), changed)
    update = later.model_copy(update={"findings": (finding("f1", *sides, verdict="update"),)})
    with pytest.raises(ConfigError, match="row 2 was decided under the verdict 'contradict', and the report says update"):
        read(saved(rows), update)


def test_quotes_that_a_spreadsheet_has_prettified_are_the_same():
    rows = filled(fire(), ("confirmed",))
    place = rows[0].index("left_quote")
    rows[1][place] = " “Nine  boats burned…”"
    assert len(read(saved(rows), fire()).decisions) == 1


@given(st.text(WORDS.map(lambda text: text[:1] or "x"), max_size=8) | WORDS, st.sampled_from(["Ann", "=Bo", "Éva 😀"]))
def test_what_is_exported_and_imported_unchanged_changes_nothing(note, by):
    made = decision(fire(), "f1", "dismissed", reason="minor", note=note, by=by)
    before = merged(looked_through(ReviewRecord(decisions=(made, decision(fire(), "f2", by="Bo"))), fire(), NOON))
    later = read_decisions(findings_csv(fire(), before).encode("utf-8"), "f.csv", fire(), by=None, at=NOON.replace(year=2032))
    assert adopted(before, later) == before


def test_adopting_adds_what_is_new_and_replaces_what_is_otherwise():
    before = ReviewRecord(decisions=(decision(fire(), "f1", "confirmed"), decision(fire(), "f2", "confirmed")))
    again, other = decision(fire(), "f1", "confirmed", after=9), decision(fire(), "f2", "dismissed", after=9)
    third = decision(fire(), "f3", "unsure")
    after = adopted(before, ReviewRecord(decisions=(again, other, third)))
    assert after.decisions == (before.decisions[0], other, third)


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_any_file_is_read_or_refused_in_one_line(data):
    told = ""
    try:
        read(b"finding_id;review_verdict\n" + data, fire(), by="Ann")
        read(data, fire(), by="Ann")
    except ConfigError as error:
        told = str(error)
    assert "\n" not in told
