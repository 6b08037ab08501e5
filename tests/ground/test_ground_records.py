"""Answers become records only where the article has the words."""

from __future__ import annotations

import itertools

import pytest
from builders import article, figure, speaker, statement, summary

from summarizer.answers import ArticleAnswer
from summarizer.ground import context_lines, ground, number_sentences, parts, uncovered_sentences
from summarizer.schema import Zone
from summarizer.terms import Modality, ZoneKind

TEXT = (
    "The ferry Alda sank on Monday, and at least 183 people died, the coastguard said.\n"
    "“We had no warning of any kind,” said Captain Ine Holm. The ministry denied that 30 crew were missing."
)


def test_a_quote_is_the_articles_own_characters() -> None:
    made = summary(TEXT, statement("at least 183 people died", figures=[figure("at least 183 people", "people killed")]))

    (claim,), (fig,) = made.claims, made.figures
    text = made.article.text
    assert text[claim.start : claim.end] == claim.quote
    assert text[claim.anchor_start : claim.anchor_end] == "at least 183 people died"
    assert text[fig.anchor_start : fig.anchor_end] == fig.figure == "at least 183 people"
    assert (fig.low, fig.high, fig.approximator, fig.claim_id) == (183, None, "at_least", claim.item_id)
    assert fig.quote in text
    assert fig.prefix == text[max(0, fig.start - 32) : fig.start]


@pytest.mark.parametrize(
    ("anchor", "sents", "why"),
    [
        ("at least 138 people died", [1], "do not stand in the article"),
        ("We had a warning", [2], "do not stand in the article"),
        ("at least 183 people died", [2], "stand elsewhere"),
        ("at least 183 people died", [99], "no sentence with such a number"),
        ("18 people died", [1], "do not stand in the article"),
    ],
)
def test_what_cannot_be_found_is_kept_as_missing(anchor: str, sents: list[int], why: str) -> None:
    made = summary(TEXT, statement(anchor, sents=sents, text="A statement."))

    assert made.claims == ()
    (missing,) = made.missing
    assert why in missing.why
    assert missing.anchor == anchor


def test_a_number_that_the_article_does_not_have_makes_the_statement_missing() -> None:
    made = summary(TEXT, statement("at least 183 people died", text="At least 185 people died when the Alda sank."))

    assert made.claims == ()
    assert "'185'" in made.missing[0].why


def test_a_number_that_the_article_writes_in_words_is_no_foreign_number() -> None:
    made = summary("Seven sailors were rescued.", statement("Seven sailors were rescued", text="7 sailors were rescued."))

    assert [c.statement for c in made.claims] == ["7 sailors were rescued."]


def test_a_name_that_the_article_does_not_have_is_doubted_but_kept() -> None:
    made = summary(
        TEXT, statement("denied that 30 crew", sents=[3], text="The Norwegian ministry denied that 30 crew were missing.")
    )

    assert made.claims[0].doubts == ("Norwegian",)


def test_a_figure_that_is_not_written_so_is_missing_and_the_claim_stays() -> None:
    made = summary(TEXT, statement("at least 183 people died", figures=[figure("about 183 people", "people killed")]))

    assert len(made.claims) == 1
    assert made.figures == ()
    assert made.missing[0].kind == "figure"


def test_a_direct_quotation_keeps_the_speakers_words() -> None:
    said = statement("no warning of any kind", sents=[2], by="p1", cue="said")
    made = summary(TEXT, said, speakers=(speaker("Ine Holm", role="Captain"),))

    (attribution,) = made.attributions
    assert attribution.direct
    assert attribution.content == "We had no warning of any kind,"
    assert (attribution.source, attribution.cue) == ("Ine Holm", "said")
    assert made.claims[0].attribution_id == attribution.item_id


def test_an_indirect_quotation_has_no_content_of_its_own() -> None:
    said = statement("denied that 30 crew", sents=[3], by="p1", cue="denied", stance="denied")
    made = summary(TEXT, said, speakers=(speaker("The ministry"),))

    (attribution,) = made.attributions
    assert not attribution.direct
    assert attribution.content is None
    assert attribution.modality is Modality.DENIED


def test_a_speaker_whom_the_article_does_not_name_is_missing() -> None:
    made = summary(TEXT, statement("denied that 30 crew", sents=[3], by="p1"), speakers=(speaker("Harald Vik"),))

    assert made.attributions == ()
    assert made.claims[0].attribution_id is None
    assert made.missing[0].kind == "attribution"


def test_two_items_of_one_sentence_do_not_share_a_quote() -> None:
    text = "The ferry was built in Malmo by a Swedish yard; its owner went bankrupt after the second accident in May."
    made = summary(text, statement("built in Malmo"), statement("its owner went bankrupt"))

    first, second = made.claims
    assert first.quote.startswith("The ferry was built")
    assert second.quote.startswith("its owner went bankrupt")


def test_relative_dates_are_read_against_the_articles_own_date() -> None:
    made = summary(TEXT, statement("sank on Monday", when="on Monday"), published="2024-10-15")

    assert str(made.claims[0].earliest) == "2024-10-14"


def test_without_a_date_of_writing_a_relative_date_stays_unresolved() -> None:
    made = ground(
        number_sentences(article(TEXT, published=None)),
        [ArticleAnswer(statements=[statement("sank on Monday", when="on Monday")], period="autumn 2024")],
    )

    assert made.claims[0].earliest is None
    assert made.period == "autumn 2024"


def test_sentences_in_zones_are_not_shown_and_cannot_be_cited() -> None:
    text = "The ferry sank.\nRelated: 12 die on road.\nDivers searched."
    zone = Zone(start=text.index("Related"), end=text.index("\nDivers"), kind=ZoneKind.RELATED)
    numbered = number_sentences(article(text, zones=(zone,)))

    assert numbered.lines(1, len(numbered.spans)) == "[s1] The ferry sank.\n\n[s2] Divers searched."


def test_numbers_and_quotations_that_no_item_covers_are_listed() -> None:
    made = summary(TEXT, statement("at least 183 people died"))

    assert [(u.kind, u.quote) for u in made.uncovered] == [
        ("quotation", "“We had no warning of any kind,”"),
        ("number", "30 crew"),
    ]


def test_a_long_article_is_split_with_overlap_and_doubles_are_merged() -> None:
    text = "\n".join(f"Sentence number {n} tells of ship {n} and of its long way home." for n in range(600))
    numbered = number_sentences(article(text))
    ranges = list(parts(numbered))
    twice = ArticleAnswer(statements=[statement("ship 5 and of", sents=[6])])

    assert len(ranges) > 1
    assert ranges[0][0] == 1
    assert ranges[-1][1] == len(numbered.spans)
    assert all(later[0] <= earlier[1] for earlier, later in itertools.pairwise(ranges))
    assert len(ground(numbered, [twice, twice]).claims) == 1


def test_a_short_article_is_one_part() -> None:
    assert list(parts(number_sentences(article(TEXT)))) == [(1, 3)]


def test_an_article_without_sentences_has_no_part() -> None:
    assert list(parts(number_sentences(article("   ")))) == []


def test_a_sentence_that_stands_alone_needs_no_paraphrase() -> None:
    made = summary("Seven sailors were rescued on Monday.", statement("Seven sailors were rescued"))

    assert made.claims[0].statement == "Seven sailors were rescued on Monday."


def test_a_form_of_say_is_found_without_being_named() -> None:
    made = summary(TEXT, statement("no warning of any kind", sents=[2], by="p1"), speakers=(speaker("Ine Holm"),))

    assert made.attributions[0].cue == "said"


def test_of_a_longer_quotation_only_the_cited_sentence_is_the_content() -> None:
    text = "“We had no warning of any kind. The sea was calm that day,” said Captain Ine Holm."
    made = summary(text, statement("The sea was calm", sents=[2], by="p1"), speakers=(speaker("Ine Holm"),))

    assert made.attributions[0].content == "The sea was calm that day,"


@pytest.mark.parametrize(
    ("text", "when", "day"),
    [
        ("A barge is due on Friday.", "on Friday", "2024-10-18"),
        ("It left on Friday.", "on Friday", "2024-10-11"),
        ("By 9 p.m. on Tuesday, all were found.", "By 9 p.m. on Tuesday", "2024-10-15"),
        ("It sank early on Monday.", "early on Monday", "2024-10-14"),
        ("Schools stay closed until Thursday.", "until Thursday", None),
        ("It sank two months after the refit.", "two months after the refit", None),
    ],
)
def test_a_time_is_read_in_its_sentence(text: str, when: str, day: str | None) -> None:
    made = summary(text, statement(" ".join(text.split()[:3]), when=when), published="2024-10-16")

    assert (made.claims[0].earliest and made.claims[0].earliest.isoformat()) == day


def test_a_headline_is_not_audited() -> None:
    text = "At least 183 dead\nAt least 183 people died."
    numbered = number_sentences(article(text, zones=(Zone(start=0, end=17, kind=ZoneKind.TITLE),)))
    made = ground(numbered, [ArticleAnswer(statements=[statement("183 people died", sents=[2])])])

    assert made.uncovered == ()


def test_two_statements_of_one_anchor_are_both_kept() -> None:
    first, second = (statement("sank on Monday", text=t) for t in ("The Alda sank on Monday.", "Monday is when the Alda sank."))

    assert len(summary(TEXT, first, second).claims) == 2
    assert len(summary(TEXT, first, first).claims) == 1


def test_overlapping_parts_merge_though_they_number_their_speakers_anew() -> None:
    numbered = number_sentences(article(TEXT))
    answers = [
        ArticleAnswer(statements=[statement("no warning of any kind", sents=[2], by=key)], speakers=[speaker("Ine Holm", key)])
        for key in ("p1", "p7")
    ]

    assert len(ground(numbered, answers).claims) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Toll rises to 40 in the north\nThe rain went on.", []),
        ("The toll rose to 40 in the north.\nThe rain went on.", ["40"]),
        ("On one point they were of one mind.", []),
        ("One soldier died.", []),
        ("Two soldiers died.", ["Two soldiers"]),
        ("Many soldiers died in 2015.", []),
    ],
)
def test_what_the_audit_counts(text: str, found: list[str]) -> None:
    assert [u.quote for u in summary(text, statement("no such words")).uncovered] == found


def test_sentences_that_are_asked_about_again_come_with_the_one_before() -> None:
    numbered = number_sentences(article("The ferry sank. Two men died. It rained. Three men fled."))
    made = ground(numbered, [ArticleAnswer(statements=[])])

    assert uncovered_sentences(numbered, made) == (2, 4)
    assert context_lines(numbered, (2, 4)) == "The ferry sank.\n[s2] Two men died.\n\nIt rained.\n[s4] Three men fled."
    assert context_lines(numbered, (1, 2)) == "[s1] The ferry sank.\n[s2] Two men died."


def test_two_statements_may_carry_the_same_figure() -> None:
    toll = figure("at least 183 people", "people killed")
    made = summary(TEXT, *(statement(a, figures=[toll]) for a in ("at least 183 people died", "The ferry Alda sank")))

    assert sorted(f.claim_id for f in made.figures) == sorted(c.item_id for c in made.claims)


def test_two_missing_statements_of_one_anchor_are_both_kept() -> None:
    made = summary(TEXT, *(statement("no such words", text=t) for t in ("First.", "Second.")))

    assert [m.statement for m in made.missing] == ["First.", "Second."]


def test_a_figure_that_only_the_second_answer_has_is_added_to_the_statement_of_the_first() -> None:
    numbered = number_sentences(article(TEXT))
    bare, full = (
        ArticleAnswer(statements=[statement("at least 183 people died", figures=figures)])
        for figures in ([], [figure("at least 183 people", "people killed")])
    )

    for answers in ([bare, full], [full, bare], [full, full]):
        made = ground(numbered, answers)
        assert len(made.claims) == 1
        assert [f.claim_id for f in made.figures] == [made.claims[0].item_id]


@pytest.mark.parametrize(
    ("text", "said", "foreign"),
    [
        ("It will be gone within 15 days.", "In 2015 it will be gone.", True),
        ("It began in ’15 and went on.", "It began in 2015.", False),
        ("There were 45 men.", "There were 5 men among 45 men.", True),
        ("It took forty-five men.", "It took 45 men.", False),
    ],
)
def test_which_numbers_the_article_is_held_to_have(text: str, said: str, foreign: bool) -> None:
    made = summary(text, statement(" ".join(text.split()[:3]), text=said))

    assert bool(made.missing) is foreign


def test_what_the_model_covers_is_counted_before_rules_add_to_it() -> None:
    numbered = number_sentences(article("Two men died. Three men fled. Four men hid."))
    model, rules = (
        ArticleAnswer(statements=[statement(anchor, sents=[n])]) for n, anchor in ((1, "Two men died"), (2, "Three men fled"))
    )
    made = ground(numbered, [model], [rules])

    assert [(c.statement, c.read_by) for c in made.claims] == [("Two men died.", "model"), ("Three men fled.", "rules")]
    assert (made.checkable, made.covered) == (3, 1)
    assert [u.quote for u in made.uncovered] == ["Four men"]


def test_figures_and_speakers_say_who_read_them() -> None:
    toll = statement("at least 183 people died", by="p1", figures=[figure("at least 183 people", "people killed")])
    made = ground(number_sentences(article(TEXT)), [], [ArticleAnswer(statements=[toll], speakers=[speaker("the coastguard")])])

    assert [i.read_by for i in (*made.claims, *made.figures, *made.attributions)] == ["rules"] * 3


def test_an_article_without_numbers_and_quotations_has_none_to_cover() -> None:
    made = summary("The ferry sank in the dark.", statement("The ferry sank"))

    assert (made.checkable, made.covered) == (0, 0)
