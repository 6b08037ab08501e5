"""The answer that the scanners give, and what grounding makes of it."""

from __future__ import annotations

from builders import article, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from summarizer.answers import ArticleAnswer
from summarizer.ground import ground, number_sentences
from summarizer.rules import answer
from summarizer.schema import Summary
from summarizer.terms import Modality


def read(text: str, **fields) -> Summary:
    numbered = number_sentences(article(text, **fields))
    return ground(numbered, [answer(numbered)])


def test_figure_has_value_measure_place_and_day():
    (figure,) = read("A landslide killed at least 22 farmers near Torvik on Sunday.").figures
    assert (figure.figure, figure.measure, figure.where) == ("at least 22 farmers", "farmers killed", "Torvik")
    assert (figure.low, figure.high) == (22, None)
    assert str(figure.earliest) == "2024-10-13"


def test_a_toll_holds_when_it_is_written_and_not_on_the_day_of_the_event():
    (figure,) = read("The number of people known to have died when the dam burst on Sunday rose to 17.").figures
    assert (figure.measure, figure.earliest, figure.as_of) == ("people killed", None, None)


def test_equal_figures_of_one_sentence_keep_their_own_place_and_measure():
    summary = read("The raid killed 22 farmers in Torvik and later wounded 22 in Halbro.")
    assert [(f.measure, f.where) for f in summary.figures] == [("farmers killed", "Torvik"), ("people injured", "Halbro")]


def test_speaker_is_named_in_full_and_each_has_his_own_figures():
    text = (
        "Ingrid Solvei, head of the rescue service, said 14 people had died. "
        "Solvei said that six divers were missing while the mayor said that nine were missing."
    )
    summary = read(text)
    told = {f.figure: next(c.attribution_id for c in summary.claims if c.item_id == f.claim_id) for f in summary.figures}
    names = {a.item_id: a.source for a in summary.attributions}
    assert {figure: names[key] for figure, key in told.items()} == {
        "14 people": "Ingrid Solvei",
        "six divers": "Ingrid Solvei",
        "nine": "mayor",
    }


def test_pronoun_is_the_last_speaker_only_if_nobody_is_named_in_between():
    near = read("“We were late,” said Ole Brandvik. “We are sorry for it,” he said.")
    assert [a.source for a in near.attributions] == ["Ole Brandvik", "Ole Brandvik"]
    far = read("“We were late,” said Ole Brandvik. Minister Tora Lunde flew to Torvik. “We are sorry for it,” he said.")
    assert [a.source for a in far.attributions] == ["Ole Brandvik", "he"]


def test_denial_and_doubt_become_stances():
    summary = read("The company denied that the dam was old. The union claimed that the dam was old.")
    assert [c.modality for c in summary.claims] == [Modality.DENIED, Modality.ALLEGED]


def test_outlet_that_was_told_stands_between_speaker_and_article():
    summary = read("Ole Brandvik told the Halbro Herald that 14 people had died.")
    assert summary.attributions[0].via == ("Halbro Herald",)


def test_headline_that_the_text_retells_is_no_statement_of_its_own():
    text = "Landslide kills 22 near Torvik\n\nA landslide killed 22 people near Torvik on Sunday."
    numbered = number_sentences(article(text).model_copy(update={"title": "Landslide kills 22 near Torvik"}))
    assert [s.sents for s in answer(numbered).statements] == [[2]]


def test_headline_with_a_figure_of_its_own_is_kept():
    text = "Landslide kills 23 near Torvik\n\nA landslide killed 22 people near Torvik on Sunday."
    numbered = number_sentences(article(text).model_copy(update={"title": "Landslide kills 23 near Torvik"}))
    assert [s.sents for s in answer(numbered).statements] == [[1], [2]]


def test_sentence_without_figure_speaker_or_dated_event_is_no_statement():
    assert read("The hills are green. The road winds up to the pass.").claims == ()
    assert len(read("The dam at Torvik burst on Sunday.").claims) == 1


def test_no_two_statements_share_an_anchor():
    text = "Ole Brandvik said 14 died. Ole Brandvik said 14 died. Ole Brandvik said that Tora Lunde said that 14 died."
    claims = read(text).claims
    assert len(claims) >= 3
    assert len({(c.anchor_start, c.anchor_end) for c in claims}) == len(claims)


def read_left(text: str, *statements) -> Summary:
    """What a model read, and what rules add where it left something."""
    numbered = number_sentences(article(text))
    told = [ArticleAnswer(statements=list(statements))]
    return ground(numbered, told, [answer(numbered, ground(numbered, told).uncovered)])


def by_rules(summary: Summary) -> list[str]:
    return [claim.statement for claim in summary.claims if claim.read_by == "rules"]


def test_only_the_sentences_with_something_left_are_read():
    text = "A landslide killed 22 farmers near Torvik. Rain fell on Sunday. Six divers were missing on Monday."
    summary = read_left(text, statement("killed 22 farmers"))
    assert by_rules(summary) == ["Six divers were missing on Monday."]
    assert [(f.figure, f.measure) for f in summary.figures] == [("Six divers", "divers missing")]
    assert summary.uncovered == ()


def test_of_a_sentence_only_the_figures_that_are_left_are_read():
    text = "The raid killed 22 farmers in the town of Torvik; six divers were missing in the harbour of Halbro."
    summary = read_left(text, statement("killed 22 farmers"))
    assert [f.figure for f in summary.figures] == ["six divers"]
    assert len(by_rules(summary)) == 1


def test_a_quotation_that_is_left_is_read_with_its_speaker():
    text = "The dam burst. “We were told nothing at all,” said Ole Brandvik."
    summary = read_left(text, statement("The dam burst"))
    assert [(a.source, a.content, a.read_by) for a in summary.attributions] == [
        ("Ole Brandvik", "We were told nothing at all,", "rules")
    ]


def test_what_rules_cannot_tell_stays_listed():
    text = "The dam burst. “We were told nothing at all.”"
    summary = read_left(text, statement("The dam burst"))
    assert by_rules(summary) == []
    assert [u.kind for u in summary.uncovered] == ["quotation"]


def test_a_speaker_of_a_sentence_whose_words_are_covered_is_not_read_again():
    text = "Ole Brandvik said that the dam, built in Halbro, had burst; it cost 14 million dollars."
    summary = read_left(text, statement("the dam, built in Halbro, had burst"))
    assert [f.figure for f in summary.figures] == ["14 million dollars"]
    assert len(by_rules(summary)) == 1


def test_where_nothing_is_left_nothing_is_read():
    summary = read_left("A landslide killed 22 farmers.", statement("killed 22 farmers"))
    assert by_rules(summary) == []


def test_who_an_article_retells_is_left_to_the_model():
    text = "TORVIK (Reuters) - A landslide killed 22 farmers."
    assert read(text).main_source == "Reuters"
    assert read_left(text).main_source is None


_PIECES = st.sampled_from(
    [
        "At least 22 people were killed", "in Torvik", "on Sunday", "he said", ", Ole Brandvik said", "“We are 4 of 12”", ".", "\n\n",
        " ", "3.5 million", "$2.1", "½", "no. 7", "the death toll rose to 31", "and wounded 22", "“", "”", '"', "told Reuters", "denied",
        "12:30", "1,300", "22", "22 ", "killing 5", "- ", "“Stop", "since 2012", "… ", "\u200b", "①", "including four boys",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=25).map("".join), st.lists(_PIECES, max_size=25).map(" ".join))
)
def test_whatever_the_text_nothing_is_missing(text):
    assert read(text).missing == ()
    assert read_left(text).missing == ()
