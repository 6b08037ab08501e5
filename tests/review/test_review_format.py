"""review.toml: one way to write everything, and whatever is written reads back."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from review.arbitrary import REVIEWS, WORDS
from review.reviewed import decision, fire

from summarizer.errors import ConfigError
from summarizer.review import merged, parse_review, render_review
from summarizer.review.writing import toml_string
from summarizer.schema import ReviewRecord

VECTORS = json.loads(Path(__file__).with_name("vectors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS["strings"], ids=lambda vector: ascii(vector["text"]))
def test_a_text_is_written_as_the_vectors_say_and_reads_back(vector):
    assert toml_string(vector["text"]) == vector["toml"]
    assert tomllib.loads(f"x = {vector['toml']}") == {"x": vector["text"]}


@pytest.mark.parametrize("vector", VECTORS["reviews"])
def test_a_review_is_written_as_the_vectors_say_and_reads_back(vector):
    review = ReviewRecord.model_validate(vector["review"])
    assert render_review(review) == vector["toml"]
    assert parse_review(vector["toml"].encode(), "review.toml") == review


@given(REVIEWS)
def test_whatever_people_write_reads_back_and_is_written_the_same(review):
    text = render_review(review)
    back = parse_review(text.encode(), "review.toml")
    assert back == merged(review)
    assert render_review(back) == text
    assert parse_review(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), "review.toml") == back


@given(WORDS)
def test_no_text_steers_a_terminal_or_ends_a_line(text):
    written = toml_string("".join(char for char in text if not "\ud800" <= char <= "\udfff"))
    assert all(char == "\n" or char.isprintable() or char.isspace() or ord(char) > 0xA0 for char in written)
    assert not set(written) & set("\x1b\r\u2028\u2029\u202e\u2066\u200b\ufeff\x85\x9b")


def sample() -> str:
    made = decision(fire(), "f1", "dismissed", reason="minor", note='One [[decision]]\n[[decision]]\nat = "x"')
    return render_review(ReviewRecord(decisions=(made, decision(fire(), "f2", by="Bo"), decision(fire(), "f3"))))


def test_a_file_changed_by_hand_reads_as_meant():
    text = sample().replace("# Decisions", "# Mine! Decisions").replace('by = "Bo"', "  by='Bo'  # not Ann")
    text = text.replace("2031-05-01T12:00:00Z", "2031-05-01 14:00:00.75+02:00").replace('note = """', "note='x'\n#'''", 1)
    text = text[: text.index("#'''")] + text[text.index("by =") :]
    review = parse_review(text.encode(), "review.toml")
    assert [one.by for one in review.decisions] == ["Ann", "Bo", "Ann"]
    assert {one.at.isoformat() for one in review.decisions} == {"2031-05-01T12:00:00+00:00"}
    assert review.decisions[0].note == "x"


def test_of_two_decisions_of_one_person_in_a_file_the_newer_is_read():
    older, newer = decision(fire(), "f1", "dismissed", after=5), decision(fire(), "f1", "confirmed", after=6)
    both = render_review(ReviewRecord(decisions=(newer,)))
    both += "".join(render_review(ReviewRecord(decisions=(older,))).partition("\n[[decision]]")[1:])
    assert parse_review(both.encode(), "review.toml").decisions == (newer,)


def line_of(text: str, found: str) -> int:
    return text.count("\n", 0, text.index(found)) + 1


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('ruling = "confirmed"', 'ruling = "yes"', 'ruling = "yes"', "decision 2: ruling: Input should be 'confirmed'"),
        ('reason = "minor"', 'reason = "dull"', 'reason = "dull"', "decision 1: reason: Input should be 'same'"),
        (
            'ruling = "confirmed"',
            'ruling = "unsure"\nreason = "minor"',
            'reason = "minor"\nby',
            "decision 2: reason: only what is dismissed",
        ),
        ('by = "Bo"', 'by = "  "', 'by = "  "', "decision 2: by: must not be empty"),
        ('by = "Bo"', 'notes = ""\nby = "Bo"', "notes = ", "decision 2: notes: is no key of this file"),
        ('by = "Bo"', 'finding_id = "f2"\nby = "Bo"', "finding_id", 'write "finding"'),
        ('by = "Bo"\n', "", '[[decision]]\nfinding = "f2', "decision 2: by: is missing"),
        ('finding = "f3"\n', "", '[[decision]]\nquestion = "What of f3', "decision 3: finding: is missing"),
        ("at = 2031-05-01T12:00:00Z", "at = 2031-05-01T12:00:00", "at = 2031", "needs its time zone"),
        ("at = 2031-05-01T12:00:00Z", "at = 2031-05-01", "at = 2031", "decision 1: at: "),
        ("at = 2031-05-01T12:00:00Z", "at = 9999-12-31T23:59:59Z", "at = 9999", "is no year in which anybody decides"),
        ("at = 2031-05-01T12:00:00Z", "at = 0001-01-01T00:00:00+01:00", "at = 0001", "is no year in which anybody decides"),
        (
            "at = 2031-05-01T12:00:00Z",
            'at = "noon"',
            'at = "noon"',
            "decision 1: at: must be a time, as in 2026-01-31T12:00:00Z",
        ),
        ("at = 2031-05-01T12:00:00Z", "at = 2031-13-01T12:00:00Z", "at = 2031-13", "is not TOML"),
        ("format = 1", "format = 2", "format = 2", r"newer version of summarizer \(format 2, this one knows 1\)"),
        ("format = 1", 'format = "1"', "format = ", "format must be 1"),
        ("format = 1\n", "", "# Dec", "format: is missing"),
        ("format = 1", "format = 1\nby = 1", "by = 1", "by: is no key of this file"),
        ("seen = []", "seen = [1]", "seen =", "seen.0: Input should be a valid string"),
        ("seen = []", "seen = [\n", "# Dec", "is not TOML"),
        ('by = "Bo"', '<<<<<<< HEAD\nby = "Bo"', "<<<<<<< HEAD", "a merge stopped here"),
        ('by = "Bo"', 'by = "Bo', 'by = "Bo', "is not TOML"),
        ("start = 0", "start = -1", "start = -1", "decision 1, evidence 1: start: Input should be greater"),
        ('quote = "The mayor was abroad."', "quote = 7", "quote = 7", "decision 2, evidence 2: quote: Input should be"),
    ],
)
def test_what_would_be_lost_is_refused_with_its_line(old, new, line, says):
    text = sample()
    assert old in text
    text = text.replace(old, new, 1)
    expected = r"\d+" if says == "is not TOML" else str(line_of(text, line))
    with pytest.raises(ConfigError, match=rf"\Areview\.toml, line {expected}: .*{says}") as caught:
        parse_review(text.encode(), "review.toml")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe\x00", "line 1: is not UTF-8"),
        (b"format = 1\n# caf\xe9\n", "line 2: is not UTF-8"),
        (b"x = " + b"[" * 5000, "nested too deeply"),
        (b"decision = 1\nformat = 1", "decision: "),
        (b"format = 1\n[[decision]]\nevidence = 3\n", "decision 1: "),
        (b"format = 1\n[[decision]]\n[decision.evidence]\n", "decision 1: "),
        (b"format = " + b"9" * 5000, "is not TOML"),
        (b"{}", "is not TOML"),
        (b"", "format: is missing"),
    ],
)
def test_what_is_no_review_is_refused(data, says):
    with pytest.raises(ConfigError, match=rf"\Areview\.toml.*: .*{says}|\Areview\.toml, {says}"):
        parse_review(data, "review.toml")


@given(place=st.integers(0, len(sample()) - 1), put=st.text(max_size=3), cut=st.integers(0, 4))
def test_a_damaged_file_is_refused_in_one_line_or_read(place, put, cut):
    text = sample()
    data = (text[:place] + put + text[place + cut :]).encode()
    try:
        parse_review(data, "review.toml")
    except ConfigError as error:
        told = str(error)
    else:
        told = ""
    assert "\n" not in told


def test_of_two_decisions_of_one_second_none_is_dropped_in_silence():
    once = render_review(ReviewRecord(decisions=(decision(fire(), "f1", "confirmed"),)))
    table = once[once.index("[[decision]]") :]
    twice = f"{once}\n{table.replace('confirmed', 'unsure')}"
    line = twice[: twice.rindex("\nat = ")].count("\n") + 2
    says = rf"\Areview\.toml, line {line}: decision 2: Ann decides otherwise on f1 above, at the very same time; remove one"
    with pytest.raises(ConfigError, match=says):
        parse_review(twice.encode(), "review.toml")
    assert parse_review(f"{once}\n{table}".encode(), "review.toml") == parse_review(once.encode(), "review.toml")


def test_what_looks_like_a_table_inside_a_text_is_not_counted():
    note = "note = '''\n[[decision]]\n[[decision.evidence]]\nby = 3'''\nby = 'Bo' # [[decision]]"
    head, _, tail = sample().replace('by = "Bo"', note).rpartition('by = "Ann"')
    line = head.count("\n") + 1
    with pytest.raises(ConfigError, match=rf"\Areview\.toml, line {line}: decision 3: by: must not be empty"):
        parse_review(f'{head}by = ""{tail}'.encode(), "review.toml")
