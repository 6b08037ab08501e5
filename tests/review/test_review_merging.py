"""Several people's files as one: no order, no grouping, no repetition makes a difference."""

from __future__ import annotations

from hypothesis import given, settings
from review.arbitrary import REVIEWS
from review.reviewed import NOON, decision, fire

from summarizer.review import disagreements, merged
from summarizer.schema import ReviewRecord


@settings(max_examples=50)
@given(REVIEWS, REVIEWS, REVIEWS)
def test_merging_knows_no_order_no_grouping_and_no_repetition(one, two, three):
    assert merged(one, two) == merged(two, one)
    assert merged(merged(one, two), three) == merged(one, merged(two, three)) == merged(three, one, two)
    assert merged(one, one) == merged(one) == merged(merged(one))
    assert merged(one, ReviewRecord()) == merged(one)


@settings(max_examples=50)
@given(REVIEWS, REVIEWS)
def test_merging_keeps_the_newest_of_each_person_on_each_finding(one, two):
    both = (*one.decisions, *two.decisions)
    kept = merged(one, two)
    assert {(d.finding_id, d.by) for d in kept.decisions} == {(d.finding_id, d.by) for d in both}
    for d in kept.decisions:
        assert d in both
        assert d.at == max(other.at for other in both if (other.finding_id, other.by) == (d.finding_id, d.by))
    assert set(kept.seen) == {*one.seen, *two.seen}


def test_disagreements_name_the_finding_and_who_said_what():
    ann, bo = decision(fire(), "f2", "confirmed"), decision(fire(), "f2", "dismissed", by="Bo", after=3)
    agreed = decision(fire(), "f1"), decision(fire(), "f1", by="Bo")
    noted = decision(fire(), "f3"), decision(fire(), "f3", None, by="Bo", note="?")
    found = disagreements(merged(ReviewRecord(decisions=(ann, *agreed)), ReviewRecord(decisions=(bo, *noted))))
    assert [(one.finding_id, one.question, one.decisions) for one in found] == [("f2", "What of f2?", (bo, ann))]


def test_rulings_on_other_quotes_are_no_disagreement():
    ann, bo = decision(fire(), "f2", "confirmed"), decision(fire(), "f2", "dismissed", by="Bo")
    others = decision(fire(), "f1").evidence
    assert disagreements(ReviewRecord(decisions=(ann, bo.model_copy(update={"evidence": others})))) == ()
    turned = bo.model_copy(update={"evidence": bo.evidence[::-1]})
    assert len(disagreements(ReviewRecord(decisions=(ann, turned)))) == 1


def test_of_two_reviews_the_later_one_was_the_last():
    one, two = (ReviewRecord(reviewed_at=at) for at in (NOON, NOON.replace(year=2032)))
    assert merged(one, two).reviewed_at == merged(two, one, ReviewRecord()).reviewed_at == two.reviewed_at
