"""What is shown of a sentence is short, and never turned by what was left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.ground.clauses import clause_around
from summarizer.text import Span, find_verbatim, sentences


def shown(text: str, kernel: str) -> str:
    place = find_verbatim(kernel, text)[0]
    sentence = next(s for s in sentences(text) if s.covers(place))
    return clause_around(text, sentence, place).of(text)


def test_the_clause_is_cut_at_its_edges_and_holds_the_kernel() -> None:
    text = "The ferry sank on Monday in the strait, while the coastguard rescued 64 people; the ministry denied it knew."
    kernel = find_verbatim("rescued 64 people", text)[0]

    clause = clause_around(text, Span(0, len(text)), kernel)

    assert clause.of(text) == "while the coastguard rescued 64 people; the ministry denied it knew."[: len(clause.of(text))]
    assert clause.covers(kernel)
    assert "strait" not in clause.of(text)


@given(st.text(min_size=1, alphabet="ab ,;:-”“.!\n"), st.data())
def test_a_clause_lies_in_its_sentence_and_covers_the_kernel(text: str, data: st.DataObject) -> None:
    for sentence in sentences(text):
        start = data.draw(st.integers(sentence.start, sentence.end - 1))
        if text[start].isspace():
            continue
        clause = clause_around(text, sentence, Span(start, start + 1))
        assert sentence.covers(clause)
        assert clause.covers(Span(start, start + 1))


@pytest.mark.parametrize(
    "text",
    [
        "It is not so — whatever the harbour master tells you — that guards struck the boys.",
        "Untrue: guards struck the boys on the quay that night.",
        "She rejected just one charge: that guards struck the boys.",
        "No truth in it, the mayor insists: guards struck the boys on the quay.",
        "If the film is real, and the boys do not lie, guards struck the boys on the quay.",
        "Contrary to the leaflet, and to what the school told parents, guards struck the boys only after noon.",
        "Guards struck the boys on the quay, which is nonsense.",
        "Guards struck the boys on the quay last night – or so one leaflet claims.",
        "Guards struck the boys on the quay; the port disputes this.",
        "Guards struck the boys on the quay at dusk, although the harbour police deny it.",
        "“Guards struck the boys,” said Vera Holm, is a lie told by the strikers.",
        "“It is a rumour,” said Vera Holm, “that guards struck the boys on the quay.”",
        "Two stories are made up: that the crane fell on its own; that guards struck the boys.",
        "Two stories are made up: the crane fell on its own that night; and guards struck the boys on the quay.",
        "Guards struck the boys on the quay, the leaflet said; it has since been withdrawn.",
        "Guards struck the boys on the quay, though the port counted no one hurt.",
        "The union has retracted its leaflet; guards struck the boys, it had said, at dusk.",
        "“Nonsense” is the mayor’s word for it: guards struck the boys.",
        "Vera Holm met the union on the quay, and said guards struck the boys.",
        "Suppose this – guards struck the boys on the quay, and nobody saw it.",
        "Guards struck the boys on the quay – unless the film is forged.",
        "The leaflet, which nobody has signed, alleges a fight, and that guards struck the boys.",
        "Had the gate been shut, and the alarm been heard, nobody could say that guards struck the boys.",
    ],
)
def test_what_turns_a_clause_is_shown_with_it(text: str) -> None:
    assert shown(text, "guards struck the boys") == text


@pytest.mark.parametrize(
    ("text", "kernel", "expected"),
    [
        ("The crane fell on Monday at the north quay; its owner left for Malmo in May.", "its owner left", "its owner left for Malmo in May."),
        ("The crane fell at the north quay on Monday, and 40 men were moved to the south quay.", "40 men", "and 40 men were moved to the south quay."),
        (
            "The guards fled at noon, prosecutors alleged; the trial begins on the third of May.",
            "The guards fled",
            "The guards fled at noon, prosecutors alleged;",
        ),
    ],
)  # fmt: skip
def test_what_stands_on_its_own_is_shown_alone(text: str, kernel: str, expected: str) -> None:
    assert shown(text, kernel) == expected


def test_a_sentence_that_goes_on_behind_two_dashes_is_shown_whole() -> None:
    text = "The pilot – he had slept for two hours that night – steered the ferry onto the rocks."

    assert shown(text, "steered the ferry") == text
    assert shown(text, "two hours") == "he had slept for two hours that night –"


def test_the_month_of_may_is_no_doubt() -> None:
    text = "Forty men were moved to the south quay on Monday, and work resumes there in May."

    assert shown(text, "Forty men") == "Forty men were moved to the south quay on Monday,"


def test_a_sentence_of_very_many_clauses_is_read_in_time_that_grows_with_its_length() -> None:
    text = ("that, and said – " * 3000).rstrip()
    whole = Span(0, len(text))

    assert clause_around(text, whole, Span(20_000, 20_001)) == whole


_PIECES = st.sampled_from(
    ["it is untrue", "guards struck the boys", "said Vera Holm", "forty men were moved", "if the rain goes on", "that"]
)
_EDGES = st.sampled_from([" – ", "; ", ": ", ", and ", ", which ", ",” ", " “", " — ", ", but ", ", "])


@given(st.lists(st.tuples(_PIECES, _EDGES), min_size=1, max_size=7), st.data())
def test_a_clause_of_any_sentence_is_the_texts_own_and_holds_its_kernel(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    text = "".join(piece + edge for piece, edge in pieces) + "end."
    start = data.draw(st.integers(0, len(text) - 2))
    kernel = Span(start, data.draw(st.integers(start + 1, len(text) - 1)))
    whole = Span(0, len(text))

    clause = clause_around(text, whole, kernel)

    assert whole.covers(clause)
    assert clause.start <= kernel.start or not text[kernel.start : clause.start].strip()
    assert kernel.end <= clause.end or not text[clause.end : kernel.end].strip()


def test_a_denial_before_a_dash_is_kept_over_a_semicolon_inside_the_dashes() -> None:
    text = "Nobody – the poll of May says so; it asked 900 people – trusts the harbour guard of Velt."
    at = text.index("trusts")

    shown = clause_around(text, Span(0, len(text)), Span(at, at + len("trusts the harbour guard")))

    assert shown.of(text).startswith("Nobody")


def test_a_quotation_with_its_own_speaker_is_shown_without_the_one_before():
    text = "“The quay held for three days,” said Nora Field, but “the crane fell and 30 men drowned,” Tom Marsh said."
    start = text.index("the crane")
    shown = clause_around(text, Span(0, len(text)), Span(start, start + len("the crane fell and 30 men")))
    assert shown.of(text) == "but “the crane fell and 30 men drowned,” Tom Marsh said."


def test_a_speaker_before_a_contrast_is_kept_where_what_follows_has_none():
    text = "“The quay held for three days,” said Nora Field, but the crane fell and 30 men drowned."
    start = text.index("the crane")
    assert clause_around(text, Span(0, len(text)), Span(start, start + len("the crane fell"))).of(text) == text
