"""Passages set apart inside a line: moved to lines of their own, never lost and never part of the sentence."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.marks import apart, set_apart, without_marks
from summarizer.terms import ZoneKind

WORDS = st.text(alphabet="ab1 .\n", max_size=30)
KINDS = st.sampled_from([ZoneKind.WITHDRAWN, ZoneKind.NOTE])


def test_a_withdrawn_number_leaves_the_sentence_and_stands_below_it():
    text = f"At least {apart('72', ZoneKind.WITHDRAWN)} 27 people died.\nThe search goes on."
    settled, zones = set_apart(text)
    assert settled == "At least 27 people died.\n72\nThe search goes on."
    assert [(settled[z.start : z.end], z.kind) for z in zones] == [("72", ZoneKind.WITHDRAWN)]


def test_a_passage_over_several_lines_stays_apart_in_each():
    settled, zones = set_apart("One.\n" + apart("Two.\n\nThree.", ZoneKind.NOTE) + "\nFour.")
    assert [settled[z.start : z.end] for z in zones] == ["Two.", "Three."]
    assert settled.split("\n")[0] == "One."
    assert settled.endswith("Four.")


@given(st.lists(st.tuples(WORDS, st.none() | KINDS), max_size=6))
def test_no_character_is_lost_and_zones_hold_what_was_wrapped(pieces):
    text = "".join(apart(piece, kind) if kind else piece for piece, kind in pieces)
    settled, zones = set_apart(text)
    assert sorted("".join(settled.split())) == sorted("".join(without_marks(text).split()))
    wrapped = "".join("".join(piece.split()) for piece, kind in pieces if kind)
    assert "".join("".join(settled[z.start : z.end].split()) for z in zones) == wrapped
    assert all("\n" not in settled[z.start : z.end] for z in zones)
