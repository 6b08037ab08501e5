"""Decisions on a report that has changed since: which hold, which are stale and why, which belong to nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from review.reviewed import BANNER, HARBOUR, NOON, TRIBUNE, article, decision, finding, fire, report, side

from summarizer.review import counted, decided, looked_through, orphans, states
from summarizer.review.counting import Confirmed
from summarizer.schema import Finding, News, Report, ReviewRecord
from summarizer.terms import Ruling


def review(*decisions, **fields) -> ReviewRecord:
    return ReviewRecord(decisions=decisions, **fields)


def with_finding(of: Report, which: str, **fields) -> Report:
    changed = (Finding(**{**dict(one), **fields}) if one.finding_id == which else one for one in of.findings)
    return of.model_copy(update={"findings": tuple(changed)})


def test_a_ruling_on_the_same_report_holds_and_the_newest_counts() -> None:
    first, second = decision(fire(), "f1", "confirmed"), decision(fire(), "f1", "confirmed", by="Bo", after=9, note="Sure.")
    state = states(fire(), review(first, second))["f1"]
    assert (state.ruling, state.decisions, state.holding) == (Ruling.CONFIRMED, (second, first), (second, first))
    assert (state.is_stale, state.is_disputed, state.is_dismissed) == (False, False, False)
    assert states(fire(), review(first))["f2"].decisions == ()


def test_what_two_people_rule_differently_is_disputed_and_not_dismissed() -> None:
    given = review(decision(fire(), "f1", "confirmed"), decision(fire(), "f1", "dismissed", by="Bo", after=9))
    state = states(fire(), given)["f1"]
    assert (state.ruling, state.is_disputed, state.is_dismissed) == (Ruling.DISMISSED, True, False)


def test_a_note_rules_nothing_and_what_is_taken_back_is_gone() -> None:
    noted = states(fire(), review(decision(fire(), "f1", None, note="Ask the mayor.")))["f1"]
    assert (noted.ruling, noted.is_stale, len(noted.decisions)) == (None, False, 1)
    back = decided(review(decision(fire(), "f1", "dismissed")), decision(fire(), "f1", None))
    assert states(fire(), back)["f1"].decisions == ()
    assert len(back.decisions) == 1


@pytest.mark.parametrize(
    ("harbour", "tribune"),
    [
        ("A correction was made. " + HARBOUR, TRIBUNE),
        (HARBOUR + " The quay is closed.", TRIBUNE + " A fund was set up."),
    ],
)
def test_a_ruling_outlives_a_text_that_grew_around_its_quotes(harbour, tribune) -> None:
    later = fire(harbour, tribune)
    assert later.summaries[0].article.article_id != fire().summaries[0].article.article_id
    given = review(decision(fire(), "f1", "dismissed"))
    assert states(later, given)["f1"].is_dismissed
    renamed = with_finding(later, "f1", finding_id="f9")
    assert states(renamed, given)["f9"].is_dismissed
    assert orphans(renamed, given) == ()


def test_a_ruling_outlives_sides_that_change_places_and_further_sides() -> None:
    later = fire(banner=BANNER)
    one, two = later.findings[0].sides
    third = side(later.summaries[2].article, "Ten boats burned.")
    turned = with_finding(later, "f1", sides=(two, one, third))
    assert states(turned, review(decision(fire(), "f1", "dismissed")))["f1"].is_dismissed


def test_a_ruling_is_stale_when_other_passages_are_the_sharpest() -> None:
    later = fire(banner=BANNER)
    one, two = later.findings[0].sides
    third = side(later.summaries[2].article, "Ten boats burned.")
    given = review(decision(fire(), "f1", "dismissed"))
    for finding_id in ("f1", "f9"):
        changed = with_finding(later, "f1", sides=(one, third, two), finding_id=finding_id)
        state = states(changed, given)[finding_id]
        assert (state.is_stale, state.ruling, state.is_dismissed) == (True, None, False)
        assert (state.stale_because, state.decisions) == ("the sharpest passages are others", given.decisions)


def test_a_ruling_is_stale_when_the_verdict_is_another_one() -> None:
    state = states(with_finding(fire(), "f1", verdict="update"), review(decision(fire(), "f1", "dismissed")))["f1"]
    assert state.stale_because == "the verdict was contradict and is update"


def test_a_ruling_is_stale_when_the_quote_was_corrected_or_the_article_is_gone() -> None:
    one, two = article(HARBOUR.replace("Nine boats", "Six boats"), "Harbour"), article(TRIBUNE, "Tribune")
    sides = side(one, "Six boats burned."), side(two, "Twelve boats burned.")
    given = review(decision(fire(), "f1", "dismissed"))
    state = states(report((one, two), finding("f1", *sides)), given)["f1"]
    assert state.stale_because == "Harbour does not have the quote any more"
    other = article(BANNER, "Banner")
    moved = report((other, two), finding("f1", side(other, "Ten boats burned."), sides[1]))
    assert states(moved, given)["f1"].stale_because == "Harbour is not among the articles"


def test_the_same_words_in_another_article_are_not_the_same_evidence() -> None:
    one, two, copy = article(HARBOUR, "Harbour"), article(TRIBUNE, "Tribune"), article(HARBOUR, "Copyist")
    found = finding("f1", side(copy, "Nine boats burned."), side(two, "Twelve boats burned."))
    given = review(decision(fire(), "f1", "dismissed"))
    assert states(report((one, two, copy), found), given)["f1"].is_stale
    same_name = copy.model_copy(update={"path": "elsewhere/harbour.txt"})
    assert states(report((two, same_name), found), given)["f1"].is_stale
    unnamed = same_name.model_copy(update={"outlet": None})
    assert states(report((two, unnamed), found), given)["f1"].is_dismissed


def test_a_stale_ruling_yields_to_one_that_holds() -> None:
    changed = with_finding(fire(), "f1", verdict="update")
    old, new = decision(fire(), "f1", "dismissed", after=9), decision(changed, "f1", "confirmed", by="Bo")
    state = states(changed, review(old, new))["f1"]
    assert (state.ruling, state.is_stale, state.is_disputed) == (Ruling.CONFIRMED, False, False)
    assert (state.decisions, state.holding) == ((old, new), (new,))


def test_two_findings_that_change_ids_keep_their_rulings() -> None:
    """Ids rest on one side: of two questions that begin with one statement the longer id may fall to the other one."""
    one, two, three = article(HARBOUR, "Harbour"), article(TRIBUNE, "Tribune"), article(BANNER, "Banner")
    told = side(one, "Nine boats burned.")
    left = finding("f1", told, side(two, "Twelve boats burned."), question="Nine or twelve?")
    right = finding("f2", told, side(three, "Ten boats burned."), question="Nine or ten?")
    before = report((one, two, three), left, right)
    given = review(decision(before, "f1", "dismissed"), decision(before, "f2", "confirmed"))
    swapped = (left.model_copy(update={"finding_id": "f2"}), right.model_copy(update={"finding_id": "f1"}))
    after = states(report((one, two, three), *swapped), given)
    assert (after["f2"].ruling, after["f1"].ruling) == (Ruling.DISMISSED, Ruling.CONFIRMED)


def test_a_ruling_does_not_pass_to_another_question_on_the_same_passages() -> None:
    """One sentence may give two figures, and a finding on the second is not one on the first."""
    one, two = article(HARBOUR, "Harbour"), article(TRIBUNE, "Tribune")
    sides = side(one, "Nine boats burned."), side(two, "Twelve boats burned.")
    given = review(decision(fire(), "f1", "dismissed"))
    state = states(report((one, two), finding("f7", *sides, question="How many sank?")), given)["f7"]
    assert (state.is_dismissed, state.stale_because) == (False, "the question on these passages is another one")
    same = finding("f8", *sides, question="what of F1")
    assert states(report((one, two), finding("f7", *sides), same), given)["f8"].is_dismissed


def test_a_decision_without_quotes_holds_nothing() -> None:
    bare = decision(fire(), "f1", "dismissed").model_copy(update={"evidence": ()})
    assert states(fire(), review(bare))["f1"].stale_because == "it was not made on two quotes"
    assert orphans(with_finding(fire(), "f1", finding_id="f9"), review(bare)) == (bare,)


def test_decisions_on_findings_that_are_gone_are_orphans() -> None:
    lone = decision(fire(), "f1", "dismissed")
    back = decision(fire(), "f2", None)
    later = report((article(BANNER, "Banner"),))
    assert orphans(later, review(lone, back)) == (lone,)
    assert counted(later, review(lone, back)).orphans == 1


def test_of_one_persons_decisions_under_two_ids_the_one_that_holds_is_shown() -> None:
    later = with_finding(with_finding(fire(), "f1", finding_id="f9"), "f9", verdict="update")
    old, new = decision(fire(), "f1", "dismissed", after=9), decision(later, "f9", "confirmed")
    state = states(later, review(old, new))["f9"]
    assert (state.decisions, state.ruling) == ((new,), Ruling.CONFIRMED)


def test_new_is_what_the_last_review_had_not_else_what_the_run_added() -> None:
    told = fire().model_copy(update={"news": News(findings=("f2",))})
    assert [key for key, state in states(told, review()).items() if state.is_new] == ["f2"]
    seen = looked_through(review(), with_finding(fire(), "f3", finding_id="f9"), NOON)
    assert [key for key, state in states(told, seen).items() if state.is_new] == ["f3"]
    decided_on = seen.model_copy(update={"decisions": (decision(fire(), "f3"),)})
    assert not any(state.is_new for state in states(told, decided_on).values())
    assert not any(state.is_new for state in states(fire(), review()).values())


def test_counts_and_the_share_that_people_confirmed() -> None:
    changed = with_finding(fire(), "f3", verdict="unsure")
    given = review(
        decision(fire(), "f1", "confirmed"),
        decision(fire(), "f1", "confirmed", by="Bo"),
        decision(fire(), "f2", "dismissed", reason="minor"),
        decision(fire(), "f3", "dismissed"),
        decision(fire(), "f3", None, by="Bo", note="?"),
        decision(with_finding(fire(), "f1", finding_id="f8"), "f8").model_copy(update={"evidence": ()}),
    )
    counts = counted(changed, given)
    assert (counts.findings, counts.decided, counts.open, counts.stale, counts.disputed) == (3, 2, 1, 1, 0)
    assert (counts.confirmed, counts.dismissed, counts.unsure, counts.orphans, counts.new) == (1, 1, 0, 1, 0)
    assert counts.overall == counts.contradictions == Confirmed(1, 1)
    assert (counts.ever, counts.contradictions_ever) == (Confirmed(2, 2), Confirmed(2, 1))
    assert counts.overall.share == 0.5
    assert Confirmed().share is None


def test_what_is_disputed_or_unsure_is_in_no_share() -> None:
    given = review(
        decision(fire(), "f1", "confirmed"), decision(fire(), "f1", "dismissed", by="Bo"), decision(fire(), "f2", "unsure")
    )
    counts = counted(fire(), given)
    assert (counts.decided, counts.open, counts.disputed, counts.unsure) == (1, 2, 1, 1)
    assert counts.overall == counts.ever == Confirmed()


def test_a_later_decision_is_later_whatever_the_clock_says() -> None:
    first = decision(fire(), "f1", "confirmed", after=60)
    again = decided(review(first), decision(fire(), "f1", "dismissed"))
    assert [(one.ruling, one.at) for one in again.decisions] == [(Ruling.DISMISSED, first.at + dt.timedelta(seconds=1))]


def test_two_quotes_are_two_sides() -> None:
    """An article may be at odds with itself in the same words."""
    one, two = article("Nine burned. Nine burned.", "Harbour"), article("None burned.", "Tribune")
    left, right = side(one, "Nine burned."), side(two, "None burned.")
    again = left.model_copy(update={"start": 13, "end": 25, "anchor_start": 13, "anchor_end": 25})
    inside = report((one, two), finding("f1", left, again))
    given = review(decision(inside, "f1", "dismissed"))
    assert states(inside, given)["f1"].is_dismissed
    apart = report((one, two), finding("f1", left, right))
    assert states(apart, given)["f1"].stale_because == "the sharpest passages are others"


def test_a_corrected_article_beside_the_old_one_is_another_article() -> None:
    old, two = article(HARBOUR, "Harbour"), article(TRIBUNE, "Tribune")
    corrected = article(f"{HARBOUR} Corrected.", "Harbour", path="later/harbour.txt")
    found = finding("f1", side(corrected, "Nine boats burned."), side(two, "Twelve boats burned."))
    given = review(decision(fire(), "f1", "dismissed"))
    assert states(report((old, corrected, two), found), given)["f1"].is_stale
    assert states(report((corrected, two), found), given)["f1"].is_dismissed


def test_after_a_review_that_saw_no_finding_all_are_new():
    assert all(state.is_new for state in states(fire(), ReviewRecord(reviewed_at=NOON)).values())
