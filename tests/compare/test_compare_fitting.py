"""The model's verdict has to fit what code knows; where it does not, code has the last word."""

from __future__ import annotations

import pytest
from builders import figure, speaker, statement, summary
from comparing import question, run, toll

from summarizer.schema import Summary
from summarizer.terms import Cause, DecidedBy, FindingKind, Severity, Verdict


def quoted(words: str, outlet: str) -> Summary:
    said = statement(words, text=f"Ine Holm spoke of the storm: {words}", by="p1")
    return summary(f"“{words},” Ine Holm told the harbour press.", said, speakers=(speaker("Ine Holm"),), outlet=outlet)


def dated(when: str, outlet: str) -> Summary:
    text = f"The ferry Alda sank off Torvik {when}."
    return summary(text, statement("ferry Alda sank off Torvik", text=text, when=when), outlet=outlet)


SAME_DAY = ("2024-10-14", "2024-10-14")
UNKNOWN = (None, None)
HIGHER_LATER = ("2024-10-14", "2024-10-15")
LOWER_LATER = ("2024-10-15", "2024-10-14")


def tolls(dates: tuple[str | None, str | None] = SAME_DAY, rest: str = "") -> list[Summary]:
    """46 dead in the first article, 64 in the second."""
    return [toll("46 people", "Herald", published=dates[0]), toll("64 people", "Courier", published=dates[1], rest=rest)]


@pytest.mark.parametrize("same", ["no", "unclear"])
def test_what_is_not_surely_one_matter_is_no_contradiction(same: str) -> None:
    (finding,) = run(tolls(), question("A1.1", "A2.1", same=same), second="unsure").findings

    assert finding.verdict is Verdict.UNSURE


def test_what_is_not_one_matter_by_the_same_reading_says_what_would_settle_it() -> None:
    (finding,) = run(tolls(), question("A1.1", "A2.1", same="no")).findings

    assert (finding.verdict, finding.decided_by) == (Verdict.UNSURE, DecidedBy.CODE)
    assert finding.settle == "whether both speak of the same matter"


@pytest.mark.parametrize(
    ("dates", "verdict"),
    [
        (SAME_DAY, Verdict.CONTRADICT),
        (UNKNOWN, Verdict.CONTRADICT),
        (("2024-10-14", None), Verdict.CONTRADICT),
        (LOWER_LATER, Verdict.CONTRADICT),
        (HIGHER_LATER, Verdict.UNSURE),
    ],
)
def test_an_update_without_evidence_of_order_is_none(dates: tuple[str | None, str | None], verdict: Verdict) -> None:
    (finding,) = run(tolls(dates), question("A1.1", "A2.1", "update")).findings

    assert (finding.verdict, finding.decided_by) == (verdict, DecidedBy.CODE)
    assert "nothing in the texts shows that one is later" in (finding.code_says or "")
    assert finding.settle == ("the hour of each count" if verdict is Verdict.UNSURE else None)


@pytest.mark.parametrize("dates", [SAME_DAY, UNKNOWN, HIGHER_LATER, LOWER_LATER])
@pytest.mark.parametrize("shown", ["The toll rose", "by the evening", "after more bodies were found", "At 6 p.m."])
def test_an_update_whose_order_the_texts_show_stands(dates: tuple[str | None, str | None], shown: str) -> None:
    told = tolls(dates, "The toll rose by the evening after more bodies were found. At 6 p.m. the harbour closed.")

    (finding,) = run(told, question("A1.1", "A2.1", "update", shown_by=shown)).findings

    assert (finding.verdict, finding.severity) == (Verdict.UPDATE, Severity.LOW)
    assert finding.cause is Cause.AS_OF
    assert finding.code_says


@pytest.mark.parametrize(
    "shown",
    [
        "the toll had risen since",
        "64 people died",
        "at least",
        "up to 90",
        "by the crew",
        "due to fog",
        "died in the",
        "x" * 400,
        "",
    ],
)
def test_words_that_no_article_has_or_that_tell_no_order_show_none(shown: str) -> None:
    rest = "Up to 90 had gone aboard, said by the crew to be at least 80; due to fog they died in the dark."

    (finding,) = run(tolls(rest=rest), question("A1.1", "A2.1", "update", shown_by=shown)).findings

    assert finding.verdict is Verdict.CONTRADICT


LIST = "An earlier list of the harbour office off Torvik named fewer of those aboard."


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [
        (LIST, Verdict.UPDATE),
        (LIST.replace("Torvik", "Torvick"), Verdict.UPDATE),
        (LIST.replace("the harbour", "harbour"), Verdict.CONTRADICT),
        (LIST.replace("earlier", "first"), Verdict.CONTRADICT),
        (LIST.replace("harbour", "port"), Verdict.UPDATE),
        (LIST.replace("of the", "for a").replace("Torvik", "Torvick"), Verdict.CONTRADICT),
        ("an earlier list", Verdict.UPDATE),
        ("an earlier port list", Verdict.CONTRADICT),
        (LIST + " of the harbour office" * 200, Verdict.CONTRADICT),
    ],
)
def test_a_slip_in_copied_words_leaves_the_longest_part_that_stands_in_the_text(shown: str, verdict: Verdict) -> None:
    """That part must be a third of the words, and itself tell the order: a word that was slipped in tells nothing."""
    (finding,) = run(tolls(rest=LIST), question("A1.1", "A2.1", "update", shown_by=shown)).findings

    assert finding.verdict is verdict


COUNT = "An earlier count by the harbour office at Torvik gave 31 dead and no survivors off two boats of the line."


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [
        (COUNT.replace("Torvik", "Torvick"), Verdict.UPDATE),
        (COUNT.replace("31", "46"), Verdict.CONTRADICT),
        (COUNT.replace("no survivors", "not one survivor"), Verdict.CONTRADICT),
        (COUNT.replace("two", "seven"), Verdict.CONTRADICT),
        (COUNT.replace("harbour", "two-man"), Verdict.CONTRADICT),
        (COUNT.replace("gave 31", "never gave 31"), Verdict.CONTRADICT),
        (COUNT.replace("no survivors", "31 survivors"), Verdict.CONTRADICT),
    ],
)
def test_another_number_or_negation_in_copied_words_shows_nothing(shown: str, verdict: Verdict) -> None:
    (finding,) = run(tolls(rest=COUNT), question("A1.1", "A2.1", "update", shown_by=shown)).findings

    assert finding.verdict is verdict


def test_the_day_that_both_counts_are_of_shows_no_order() -> None:
    def of(words: str, outlet: str) -> Summary:
        said = statement(f"{words} died on Sunday", when="on Sunday", figures=[figure(words, "people killed")])
        return summary(f"Off Torvik {words} died on Sunday.", said, outlet=outlet)

    told = [of("46 people", "Herald"), of("64 people", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", "update", shown_by="on Sunday")).findings

    assert finding.verdict is Verdict.CONTRADICT


def test_counts_of_times_that_share_no_day_are_an_update() -> None:
    def of(words: str, day: str, outlet: str) -> Summary:
        text = f"Off Torvik {words} were missing {day}."
        said = statement(f"{words} were missing", when=day, figures=[figure(words, "people missing")])
        return summary(text, said, outlet=outlet)

    told = [of("46 people", "on Saturday", "Herald"), of("30 people", "on Sunday", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", "update")).findings

    assert finding.verdict is Verdict.UPDATE


@pytest.mark.parametrize("same", ["yes", "unclear"])
@pytest.mark.parametrize(("verdict", "cause"), [("compatible", "rounding"), ("compatible", "wording"), ("differs", None)])
def test_what_no_rounding_makes_equal_is_open(verdict: str, cause: str | None, same: str) -> None:
    (finding,) = run(tolls(), question("A1.1", "A2.1", verdict, cause=cause, same=same)).findings

    assert (finding.verdict, finding.decided_by, finding.cause) == (Verdict.UNSURE, DecidedBy.CODE, None)
    assert "rounding included" in (finding.code_says or "")


def test_one_source_with_two_figures_that_do_not_round_contradicts() -> None:
    def counted(words: str, outlet: str) -> Summary:
        said = statement(f"{words} died", figures=[figure(words, "people killed")], by="p1", cue="said")
        return summary(
            f"{words} died off Torvik, the harbour office said.", said, speakers=(speaker("the harbour office"),), outlet=outlet
        )

    told = [counted("46 people", "Herald"), counted("64 people", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", "compatible", cause="rounding")).findings

    assert (finding.verdict, finding.decided_by) == (Verdict.CONTRADICT, DecidedBy.CODE)


def test_a_part_of_the_whole_explains_a_conflict_of_figures() -> None:
    (finding,) = run(tolls(), question("A1.1", "A2.1", "compatible", cause="counted_what")).findings

    assert (finding.verdict, finding.cause) == (Verdict.COMPATIBLE, Cause.COUNTED_WHAT)


def test_another_time_explains_no_conflict_of_figures_without_evidence_whatever_the_verdict_is_called() -> None:
    (finding,) = run(tolls(), question("A1.1", "A2.1", "compatible", cause="as_of")).findings

    assert finding.verdict is Verdict.CONTRADICT


@pytest.mark.parametrize(("shown", "verdict"), [("in the north", Verdict.UNSURE), ("off Torvik", Verdict.SCOPE)])
def test_another_scope_of_a_conflict_is_shown_by_words_of_an_article(shown: str, verdict: Verdict) -> None:
    (finding,) = run(tolls(), question("A1.1", "A2.1", "scope", shown_by=shown, cause="place")).findings

    assert finding.verdict is verdict


def test_figures_that_share_a_value_are_told_differently_though_others_in_the_statement_are_apart() -> None:
    told = [two_figures("at least 12", "30", "Herald"), two_figures("15", "30", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1")).findings

    assert finding.verdict is Verdict.DIFFERS
    assert [side.value for side in finding.sides] == ["at least 12", "15"]


@pytest.mark.parametrize("verdict", ["contradict", "differs", "compatible"])
@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("They would have joined us at the quay", "They would join us at the quay"),
        ("We are searching the harbour with boats", "We were searching the harbour with boats"),
        ("We search the harbour with two boats", "We searched the harbour with two boats"),
    ],
)
def test_another_tense_in_a_quotation_is_drift(left: str, right: str, verdict: str) -> None:
    asked = question("A1.1", "A2.1", verdict, kind="quotation", matter="wording")

    (finding,) = run([quoted(left, "Herald"), quoted(right, "Courier")], asked).findings

    assert (finding.verdict, finding.cause) == (Verdict.COMPATIBLE, Cause.WORDING)
    if verdict != "compatible":
        assert "the wording of the quotation drifts, in “" in (finding.code_says or "")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We were told of four leaks in the hold", "We were told of forty leaks in the hold"),
        ("We were told of the leaks in the hold", "We were not told of the leaks in the hold"),
        ("We were told of it by Brandt that night", "We were told of it by Dahl that night"),
        ("The number of boats that we lost is four", "The number of boats that we lost is forty"),
    ],
)
def test_another_number_name_or_negation_in_a_quotation_is_a_contradiction(left: str, right: str) -> None:
    asked = question("A1.1", "A2.1", kind="quotation", matter="wording")

    (finding,) = run([quoted(left, "Herald"), quoted(right, "Courier")], asked).findings

    assert finding.verdict is Verdict.CONTRADICT


def test_drift_that_nobody_asked_about_is_one_finding_of_code() -> None:
    words = ("They would have joined us", "They would join us", "They will join us")
    told = [quoted(f"{said} at the quay", outlet) for said, outlet in zip(words, ("Herald", "Courier", "Post"), strict=True)]

    (finding,) = run(told).findings

    assert (finding.verdict, finding.cause, finding.decided_by) == (Verdict.COMPATIBLE, Cause.WORDING, DecidedBy.CODE)
    assert {side.article_id for side in finding.sides} == {one.article.article_id for one in told}


def test_a_quotation_cut_shorter_is_no_contradiction() -> None:
    told = [quoted("We were warned twice of the storm that night", "Herald"), quoted("warned twice of the storm", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="quotation", matter="wording")).findings

    assert finding.verdict is Verdict.COMPATIBLE


def test_two_names_of_one_day_are_no_contradiction_of_dates() -> None:
    told = [dated("on Sunday", "Herald"), dated("on 13 October", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="date", matter="time")).findings

    assert finding.verdict is Verdict.UNSURE
    assert "are the same day, 2024-10-13" in (finding.code_says or "")


def test_two_hours_of_one_day_are_a_contradiction() -> None:
    told = [dated("at 6:14 a.m. on Sunday", "Herald"), dated("at 7:40 a.m. on 13 October", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="date", matter="time")).findings

    assert finding.verdict is Verdict.CONTRADICT


def test_two_days_are_a_contradiction_of_dates() -> None:
    told = [dated("on Saturday", "Herald"), dated("on 13 October", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1", kind="date", matter="time")).findings

    assert (finding.verdict, finding.severity) == (Verdict.CONTRADICT, Severity.MEDIUM)


def test_a_conflict_the_model_passed_over_is_explained_if_a_text_tells_that_the_count_rose() -> None:
    def of(text: str, outlet: str, published: str) -> Summary:
        words = text.split()[3]
        said = statement(f"killed {words} people", text=text, figures=[figure(f"{words} people", "people killed")])
        return summary(text, said, outlet=outlet, published=published)

    told = [
        of("The storm killed 46 people off Torvik.", "Herald", "2024-10-14"),
        of("The storm killed 64 people off Torvik by now.", "Courier", "2024-10-15"),
    ]

    (finding,) = run(told).findings

    assert (finding.verdict, finding.decided_by, finding.cause) == (Verdict.UPDATE, DecidedBy.CODE, Cause.AS_OF)


def test_a_conflict_the_model_passed_over_stays_open_if_only_the_day_of_publication_differs() -> None:
    (finding,) = run(tolls(HIGHER_LATER)).findings

    assert (finding.verdict, finding.decided_by) == (Verdict.UNSURE, DecidedBy.CODE)


def test_the_same_two_values_in_further_articles_are_further_sides_of_one_finding() -> None:
    outlets = ("Herald", "Courier", "Post", "Mail")
    told = [toll(f"{46 if n % 2 else 64} people", name) for n, name in enumerate(outlets)]

    (finding,) = run(told, question("A1.1", "A2.1")).findings

    assert finding.verdict is Verdict.CONTRADICT
    assert len({side.article_id for side in finding.sides}) == 4


def two_figures(dead: str, hurt: str, outlet: str, *, dead_as: str = "people killed") -> Summary:
    text = f"The ferry Alda sank off Torvik; {dead} died and {hurt} were hurt, officials said."
    figures = [figure(dead, dead_as), figure(hurt, "people injured in the sinking")]
    said = statement(f"{dead} died and {hurt}", text=f"{dead} died and {hurt} were hurt off Torvik.", figures=figures)
    return summary(text, said, outlet=outlet)


def test_a_conflict_is_shown_with_its_own_figures() -> None:
    told = [two_figures("12", "30", "Herald"), two_figures("15", "30", "Courier", dead_as="death toll")]

    (open_one,) = run(told).findings
    (named,) = run(told, question("A1.1", "A2.1")).findings

    assert [side.value for side in open_one.sides] == [side.value for side in named.sides] == ["12", "15"]


def test_a_conflict_is_not_hidden_under_a_question_of_another_kind() -> None:
    told = [toll("46 people", "Herald"), toll("64 people", "Courier")]

    verdicts = {f.kind: f.verdict for f in run(told, question("A1.1", "A2.1", "compatible", kind="fact")).findings}

    assert verdicts == {FindingKind.FACT: Verdict.COMPATIBLE, FindingKind.QUANTITY: Verdict.UNSURE}


def test_an_explanation_of_two_values_does_not_explain_them_in_other_articles() -> None:
    days = ("2024-10-14", "2024-10-15", "2024-10-16", "2024-10-16")
    outlets = ("Herald", "Courier", "Post", "Mail")
    told = [
        toll(f"{64 if n % 2 else 46} people", o, published=d, rest="The toll rose at night.")
        for n, (o, d) in enumerate(zip(outlets, days, strict=True))
    ]

    made = {f.verdict: f for f in run(told, question("A1.1", "A2.1", "update", shown_by="toll rose")).findings}

    assert set(made) == {Verdict.UPDATE, Verdict.UNSURE}
    assert [s.article_id for s in made[Verdict.UPDATE].sides] == [one.article.article_id for one in told[:2]]
    assert {s.article_id for s in made[Verdict.UNSURE].sides} == {one.article.article_id for one in told}


def test_the_same_two_numbers_of_another_measure_are_another_finding() -> None:
    told = [
        toll("46 people", "Herald"),
        toll("64 people", "Courier"),
        toll("46 people", "Post", measure="people injured"),
        toll("64 people", "Mail", measure="people injured"),
    ]

    made = run(told, question("A1.1", "A2.1")).findings

    assert [f.verdict for f in made] == [Verdict.CONTRADICT, Verdict.UNSURE]


def moved(text: str, outlet: str, published: str) -> Summary:
    return summary(text, statement(" ".join(text.rstrip(".").split()[:5]), text=text), outlet=outlet, published=published)


@pytest.mark.parametrize(
    ("shown_by", "verdict"),
    [("was moved to Friday", Verdict.UPDATE), ("moved on Monday", Verdict.UNSURE), (None, Verdict.UNSURE)],
)
def test_an_update_of_a_fact_is_shown_by_words_of_the_texts_and_not_by_a_later_date(
    shown_by: str | None, verdict: Verdict
) -> None:
    told = [
        moved("The hearing is set for Thursday.", "Herald", "2024-10-14"),
        moved("The hearing was moved to Friday.", "Courier", "2024-10-15"),
    ]

    (finding,) = run(told, question("A1.1", "A2.1", "update", kind="date", matter="time", shown_by=shown_by)).findings

    assert finding.verdict is verdict


def test_another_number_at_the_end_of_a_quotation_is_a_conflict() -> None:
    told = [quoted("On that night we lost four", "Herald"), quoted("On that night we lost forty", "Courier")]

    (finding,) = run(told).findings

    assert (finding.kind, finding.verdict) == (FindingKind.QUOTATION, Verdict.UNSURE)
    assert "a number" in (finding.code_says or "")


def test_words_in_which_code_reads_no_number_overrule_nothing() -> None:
    told = [toll("a lone sailor", "Herald"), toll("two people", "Courier")]

    (finding,) = run(told, question("A1.1", "A2.1")).findings

    assert (finding.verdict, finding.decided_by) == (Verdict.CONTRADICT, DecidedBy.MODEL)
