"""`summarizer diff` prints what changed for a person or a program, and never lets an article steer the terminal."""

import json
import os
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review.reviewed import article, decision, finding, fire, report, side
from typer.testing import CliRunner

from summarizer import open_report
from summarizer.changes import changes_between
from summarizer.cli import app
from summarizer.cli.changes_text import NOTHING, TWO_STORIES, lines_of
from summarizer.cli.talk import on_one_line
from summarizer.evidence import packed
from summarizer.reporting import dump_summary, render_json
from summarizer.review import render_review
from summarizer.schema import Failure, ReviewRecord

REPORT = Path(__file__).parent.parent.parent / "reports" / "afghanistan"


def run(*arguments):
    result = CliRunner().invoke(app, ["diff", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


def put(folder, of, review=None):
    folder.mkdir()
    (folder / "report.json").write_text(render_json(of), encoding="utf-8")
    if review is not None:
        (folder / "review.toml").write_text(render_review(review), encoding="utf-8")
    return folder


def guarded():
    """The fire with a third article, which contradicts the first."""
    whole = fire(banner="Ten boats burned. A guard was hurt.")
    one, three = whole.summaries[0].article, whole.summaries[2].article
    new = finding("f9", side(one, "No one was hurt."), side(three, "A guard was hurt."), severity="medium")
    return whole.model_copy(update={"findings": (*whole.findings, new)})


@pytest.fixture
def pair(tmp_path):
    return put(tmp_path / "old", fire()), put(tmp_path / "new", guarded())


def test_the_same_report_twice_is_one_line():
    assert run(REPORT, REPORT) == (0, f"{NOTHING}\n", "")
    assert run(REPORT / "report.json", REPORT / "report.md", "--fail-on-new", "low")[:2] == (0, f"{NOTHING}\n")


def test_the_gravest_comes_first_with_both_quotes_and_its_cause(pair):
    code, out, _ = run(*pair)
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "1 new contradiction (1 medium), 1 article added"
    assert lines[2:7] == [
        "New contradictions (1)",
        "  medium  What of f9?  [f9]",
        "      Harbour: “No one was hurt.”",
        "      Banner: “A guard was hurt.”",
        "      why: Banner is only in NEW",
    ]
    assert "  + Banner (fire/banner.txt)" in lines


@pytest.mark.parametrize(("least", "code"), [("low", 1), ("medium", 1), ("high", 0)])
def test_a_new_contradiction_of_the_severity_ends_with_1(pair, least, code):
    assert run(*pair, "--fail-on-new", least)[0] == code
    assert run(*reversed(pair), "--fail-on-new", least)[0] == 0


def test_one_that_reviewers_dismissed_does_not(tmp_path):
    dismissed = ReviewRecord(decisions=(decision(guarded(), "f9", "dismissed", reason="minor"),))
    new = put(tmp_path / "new", guarded(), dismissed)
    code, out, _ = run(put(tmp_path / "old", fire()), new, "--fail-on-new", "low")
    assert code == 0
    assert "reviewers: dismissed" in out


def test_decisions_that_the_new_folder_lacks_are_missed_aloud(tmp_path):
    review = ReviewRecord(decisions=(decision(fire(), "f1"),))
    old, new = put(tmp_path / "old", fire(), review), put(tmp_path / "new", fire())
    code, out, err = run(old, new)
    assert (code, "reviewers: confirmed → undecided" in out) == (0, True)
    assert f"summarizer review {new} --import {old / 'review.toml'}" in err
    assert run(old, new, "--quiet")[2] == ""


def test_a_program_gets_one_object_that_is_the_same_each_time(pair):
    code, out, _ = run(*pair, "--json")
    found = json.loads(out)
    assert (code, found["format"], found["empty"]) == (0, 1, False)
    assert [one["new"]["finding_id"] for one in found["findings"]] == ["f9"]
    assert found["articles"][0]["old"] is None
    assert run(*pair, "--json")[1] == out
    assert json.loads(run(pair[0], pair[0], "--json")[1])["empty"] is True


def test_a_report_from_before_there_were_hashes_is_compared(tmp_path):
    old = json.loads((REPORT / "report.json").read_text(encoding="utf-8"))
    for one in old["articles"]:
        for key in ("source_sha256", "source_kind", "text_sha256", "requests"):
            del one[key]
    (tmp_path / "report.json").write_text(json.dumps(old), encoding="utf-8")
    assert run(tmp_path, REPORT)[:2] == (0, f"{NOTHING}\n")


def test_a_copy_of_a_report_may_have_any_name(tmp_path):
    shutil.copy(REPORT / "report.json", tmp_path / "before.json")
    assert run(tmp_path / "before.json", REPORT)[:2] == (0, f"{NOTHING}\n")


def test_two_stories_are_told_in_one_line(tmp_path):
    code, out, _ = run(put(tmp_path / "fire", fire()), REPORT)
    assert (code, out) == (0, f"{TWO_STORIES}\n")


def test_reports_in_the_wrong_order_are_told(tmp_path):
    new = guarded()
    ids = [one.article.article_id for one in new.summaries]
    new = new.model_copy(update={"batches": (tuple(ids[:2]), (ids[2],))})
    out = run(put(tmp_path / "new", new), put(tmp_path / "old", fire()))[1]
    assert "Note: OLD looks the later report of the two; if it is, name it second" in out


def test_an_incomplete_report_is_no_report_of_nothing(tmp_path):
    lost = Failure(stage="weigh", what="table 1", why="timed out", exit_code=4)
    new = fire().model_copy(update={"findings": (), "failures": (lost,)})
    out = run(put(tmp_path / "old", fire()), put(tmp_path / "new", new))[1]
    assert "Note: NEW is incomplete (1 failure): what it lacks may be lost, not gone" in out
    assert "  in NEW: weigh table 1: timed out" in out


def test_statements_and_bundles_given_by_mistake_are_named(tmp_path):
    lines = tmp_path / "statements.jsonl"
    lines.write_text("".join(f"{dump_summary(one)}\n" for one in fire().summaries), encoding="utf-8")
    code, _, err = run(REPORT, lines)
    assert (code, "summarizer compare" in err) == (2, True)
    (tmp_path / "one.zip").write_bytes(packed({"a.txt": b"x"}))
    code, _, err = run(tmp_path / "one.zip", REPORT)
    assert (code, "unpack it" in err) == (2, True)
    (tmp_path / "text.txt").write_text("no report", encoding="utf-8")
    assert run(tmp_path / "text.txt", REPORT)[0] == 2
    assert run(tmp_path / "missing", REPORT)[0] == 2
    assert run(tmp_path, REPORT)[0] == 2


def test_long_lists_are_cut_and_say_so():
    one, two = fire().summaries[0].article, fire().summaries[1].article
    many = [
        finding(f"f{n}", side(one, "Nine boats burned."), side(two, "Twelve boats burned."), question=f"Q{n}?")
        for n in range(30)
    ]
    lines = list(lines_of(changes_between(report((one, two)), report((one, two), *many)), fire(), fire()))
    assert "New contradictions (30)" in lines
    assert "  … and 10 more; --json has all" in lines


def test_the_library_gives_the_same_changes(pair):
    old, new = map(open_report, pair)
    found = new.changes_since(old)
    assert found == changes_between(fire(), guarded())
    assert [one.new.finding_id for one in found.new_contradictions] == ["f9"]


ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80)
STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ANY, ANY, ANY, ANY)
def test_no_words_steer_the_terminal(quote, question, name, path):
    one, two = article(f"Before {quote} after.", name, path=path, title=question), article("Twelve boats burned.", "Tribune")
    new = report((one, two), finding("f1", side(one, one.text), side(two, two.text), question=question))
    old = report((two,))
    for left, right in ((old, new), (new, old)):
        lines = [on_one_line(line) for line in lines_of(changes_between(left, right), left, right)]
        assert len(lines) > 5
        assert not [char for line in lines for char in line if unicodedata.category(char) in STEERING]


def test_an_escape_in_an_article_does_not_reach_the_terminal(tmp_path):
    one, two = article("Boats \x1b[2J\x1b]0;gone\x07 burned.\nAll.", "Harbour\x1b[31m"), article("None burned.", "Tribune")
    new = report((one, two), finding("f1", side(one, one.text), side(two, two.text), question="What\x1b[1m?\r\nfake line"))
    old, new = put(tmp_path / "old", report((two,))), put(tmp_path / "new", new)
    for more in ((), ("--json",)):
        code, out, _ = run(old, new, *more)
        assert (code, "\x1b" in out, "\r" in out.replace(os.linesep, "\n")) == (0, False, False)
    assert not any(line.startswith("fake line") for line in run(old, new)[1].splitlines())
