"""What changed between two reports is told with its cause: an article, its text, or only its reading."""

import time

from builders import figure, speaker, statement, summary
from review.reviewed import HARBOUR, NOON, article, decision, finding, fire, report, side

from summarizer.changes import Basis, Standing, changes_between
from summarizer.schema import Failure, Origin, ReviewRecord
from summarizer.terms import Severity, Verdict


def only(some):
    (one,) = some
    return one


def story(*summaries, **fields):
    return report((), **fields).model_copy(update={"summaries": summaries})


def toll(words, **fields):
    text = f"The ferry Alda sank off Torvik and {words} people died, officials said. Divers came at dusk and left before dawn."
    said = statement(f"{words} people died", text="They died.", figures=[figure(f"{words} people", "people killed")])
    return summary(text, said, **fields)


def test_an_article_that_came_brings_its_contradictions():
    found = changes_between(fire(), with_guard())
    assert [(one.old, one.new.outlet) for one in found.articles] == [(None, "Banner")]
    came = only(found.new_contradictions)
    assert (came.new.finding_id, came.basis, came.new_standing) == ("f9", Basis.ARTICLES, Standing.UNDECIDED)
    assert found.gone_contradictions == ()
    assert [one.new.finding_id for one in found.new_undismissed(Severity.HIGH)] == ["f9"]


def with_guard():
    whole = fire(banner="Ten boats burned. A guard was hurt.")
    one, three = whole.summaries[0].article, whole.summaries[2].article
    new = finding("f9", side(one, "No one was hurt."), side(three, "A guard was hurt."))
    return whole.model_copy(update={"findings": (*whole.findings, new)})


def test_a_corrected_text_takes_its_contradiction_away():
    corrected = report(
        (article(HARBOUR.replace("Nine boats", "Twelve boats"), "Harbour"), fire().summaries[1].article),
    )
    before = fire().model_copy(update={"findings": fire().findings[:1]})
    found = changes_between(before, corrected)
    gone = only(found.gone_contradictions)
    assert (gone.old.finding_id, gone.new, gone.basis) == ("f1", None, Basis.TEXT)
    changed = only(found.articles)
    assert (changed.old.outlet, changed.same_text, changed.same_file) == ("Harbour", False, None)
    assert (changed.lost, changed.gained) == (("Nine boats burned.",), ("Twelve boats burned.",))


def test_a_finding_whose_sharper_side_came_is_the_same_question_under_another_id():
    old, new = fire(), fire(banner="Forty boats burned. The mayor kept silent.")
    boats = new.findings[0]
    sharper = side(new.summaries[2].article, "Forty boats burned.")
    moved = boats.model_copy(update={"finding_id": "f77", "sides": (boats.sides[0], sharper, boats.sides[1])})
    found = changes_between(old, new.model_copy(update={"findings": (moved, *new.findings[1:])}))
    change = only(found.findings)
    assert (change.old.finding_id, change.new.finding_id) == ("f1", "f77")
    assert {"sides", "sharpest"} <= set(change.fields)
    assert [one.quote for one in change.gained] == ["Forty boats burned."]
    assert change.lost == ()
    assert found.new_contradictions == ()


def test_a_verdict_that_changes_makes_a_contradiction_go_and_come():
    old = fire()
    milder = old.model_copy(
        update={"findings": (old.findings[0].model_copy(update={"verdict": Verdict.UPDATE}), *old.findings[1:])}
    )
    gone = only(changes_between(old, milder).gone_contradictions)
    assert (gone.fields, gone.basis, gone.new.verdict) == (("verdict",), Basis.READING, Verdict.UPDATE)
    assert only(changes_between(milder, old).new_contradictions).old.verdict is Verdict.UPDATE


def test_a_contradiction_that_grew_graver_is_new_for_a_limit_between():
    old = fire()
    low = old.model_copy(
        update={"findings": (old.findings[0].model_copy(update={"severity": Severity.LOW}), *old.findings[1:])}
    )
    found = changes_between(low, old)
    assert found.new_contradictions == ()
    assert [one.new.finding_id for one in found.new_undismissed(Severity.MEDIUM)] == ["f1"]
    assert found.new_undismissed(Severity.LOW) == ()


def test_what_reviewers_dismissed_is_no_new_one_to_fail_on():
    new = with_guard()
    review = ReviewRecord(decisions=(decision(new, "f9", "dismissed", reason="minor"),))
    found = changes_between(fire(), new, new_review=review)
    assert only(found.new_contradictions).new_standing is Standing.DISMISSED
    assert found.new_undismissed(Severity.LOW) == ()


def test_decisions_that_only_one_report_has_are_changes():
    whole = fire()
    one = decision(whole, "f1", "confirmed")
    found = changes_between(whole, whole, new_review=ReviewRecord(decisions=(one,)))
    change = only(found.findings)
    assert (change.fields, change.old_standing, change.new_standing) == (
        ("standing",),
        Standing.UNDECIDED,
        Standing.CONFIRMED,
    )
    other = decision(whole, "f1", "dismissed", by="Bo", after=5)
    found = changes_between(whole, whole, new_review=ReviewRecord(decisions=(one, other), reviewed_at=NOON))
    assert only(found.findings).new_standing is Standing.DISPUTED


def test_a_decision_that_the_new_evidence_outran_is_stale():
    old = fire()
    harbour, tribune = article(HARBOUR.replace("Nine boats", "Nineteen boats"), "Harbour"), old.summaries[1].article
    boats = finding("f1", side(harbour, "Nineteen boats burned."), side(tribune, "Twelve boats burned."))
    old, new = report((old.summaries[0].article, tribune), old.findings[0]), report((harbour, tribune), boats)
    review = ReviewRecord(decisions=(decision(old, "f1", "confirmed"),))
    change = only(changes_between(old, new, review, review).findings)
    assert (change.old_standing, change.new_standing, change.basis) == (Standing.CONFIRMED, Standing.STALE, Basis.TEXT)


def test_a_figure_that_moved_is_shown_with_both_quotes():
    found = changes_between(story(toll("12")), story(toll("14")))
    moved = only(found.figures)
    assert (moved.measure, moved.old.low, moved.new.low, moved.basis) == ("people killed", 12, 14, Basis.TEXT)
    assert "12 people died" in moved.old.quote
    assert "14 people died" in moved.new.quote


def test_a_figure_that_is_read_in_another_way_is_told_as_such():
    one = toll("12")
    other = one.model_copy(update={"figures": tuple(two.model_copy(update={"high": None}) for two in one.figures)})
    moved = only(changes_between(story(one), story(other)).figures)
    assert (moved.basis, moved.old.high, moved.new.high) == (Basis.READING, 12, None)


def test_two_figures_of_one_text_are_never_one_that_moved():
    """Another model may take the one or the other: neither moved."""
    text = "At least 6 people died on Monday. By Tuesday 9 people had died."
    first = statement("6 people died", text="They died.", figures=[figure("6 people", "people killed")])
    second = statement("9 people had died", sents=[2], text="They died.", figures=[figure("9 people", "people killed")])
    assert changes_between(story(summary(text, first)), story(summary(text, second))).figures == ()


def test_words_that_a_speaker_said_otherwise_stand_beside_each_other():
    def said(words):
        quote = f'"We have {words} that the door was open," said Helle Sandrik.'
        people = (speaker("Helle Sandrik"),)
        return summary(f"The ferry sank. {quote}", statement(quote, sents=[2], text="She said.", by="p1"), speakers=people)

    changed = only(changes_between(story(said("no evidence")), story(said("clear evidence"))).words)
    assert changed.new.speaker == "Helle Sandrik"
    assert "no evidence" in changed.old.words
    assert "clear evidence" in changed.new.words


def test_two_articles_that_become_one_source_are_told_once():
    old = fire()
    ids = [one.article.article_id for one in old.summaries]
    apart = tuple(
        Origin(origin_id=f"o{number}", label="own", article_ids=(one,), basis="own reporting") for number, one in enumerate(ids)
    )
    together = (Origin(origin_id="o9", label="Wire", article_ids=tuple(ids), basis="both credit Wire"),)
    left, right = (old.model_copy(update={"origins": origins}) for origins in (apart, together))
    change = only(changes_between(left, right).origins)
    assert (change.old, change.new) == (apart, together)
    assert changes_between(right, right).is_empty


def test_another_model_another_prompt_and_a_failure_are_told():
    old = fire()
    run = old.run.model_copy(update={"model": "other", "prompts": {"weigh": "abc"}, "version": "2"})
    lost = Failure(stage="weigh", what="table 1", why="timed out", exit_code=4)
    found = changes_between(old, old.model_copy(update={"run": run, "failures": (lost,)}))
    assert [(one.name, one.old, one.new) for one in found.run] == [
        ("version", "0", "2"),
        ("model", "m", "other"),
        ("prompt weigh", None, "abc"),
    ]
    assert [(one.old, one.new) for one in found.failures] == [(None, lost)]
    assert found.later == "new"


def test_the_report_that_went_on_from_the_other_is_the_later_one():
    old, new = fire(), fire(banner="Ten boats burned.")
    ids = [one.article.article_id for one in new.summaries]
    new = new.model_copy(update={"batches": ((*ids[:2],), (ids[2],))})
    assert changes_between(old, new).later == "new"
    assert changes_between(new, old).later == "old"


def test_another_story_with_files_of_the_same_names_shares_no_article():
    other = report((article("The council met and voted on the budget.", "Gazette", path="fire/harbour.txt"),))
    found = changes_between(fire(), other)
    assert found.shared_articles == 0
    assert {one.same_text for one in found.articles} == {None}


def test_a_file_that_changed_and_reads_the_same_is_told_from_one_that_reads_otherwise():
    text = HARBOUR
    old = report((article(text, "Harbour", source_sha256="a" * 64),))
    touched = report((article(text, "Harbour", source_sha256="b" * 64),))
    reread = report((article(text + " Nobody came.", "Harbour", source_sha256="a" * 64),))
    assert [(one.same_file, one.same_text) for one in changes_between(old, touched).articles] == [(False, True)]
    assert [(one.same_file, one.same_text) for one in changes_between(old, reread).articles] == [(True, False)]


def test_an_article_whose_date_is_another_one_changed():
    old = report((article(HARBOUR, "Harbour"),))
    new = report((article(HARBOUR, "Harbour", published=NOON.date()),))
    assert only(changes_between(old, new).articles).fields == ("published",)


def test_a_report_without_articles_is_compared_too():
    nothing = report(())
    assert changes_between(nothing, nothing).is_empty
    assert changes_between(nothing, fire()).shared_articles == 0


def test_a_flood_of_figures_is_compared_in_no_time():
    one = toll("12")
    many = [one.figures[0].model_copy(update={"low": n, "high": n, "item_id": f"i{n}"}) for n in range(3000)]
    text = one.article.model_copy(update={"article_id": "other", "text": one.article.text + " More."})
    left = one.model_copy(update={"figures": tuple(many)})
    right = one.model_copy(update={"article": text, "figures": tuple(many[1000:])})
    began = time.process_time()
    assert changes_between(story(left), story(right)).figures == ()
    assert time.process_time() - began < 5


def test_another_models_question_on_the_same_words_is_the_same_finding():
    """Neither id nor question nor quote is the same, but the decisive words are."""
    one, two = (summary.article for summary in fire().summaries)
    words = side(one, "Nine boats"), side(two, "Twelve boats")
    other = finding("f55", *words, question="How many boats were lost?", severity="medium")
    change = only(changes_between(report((one, two), fire().findings[0]), report((one, two), other)).findings)
    assert (change.old.finding_id, change.new.finding_id, change.basis) == ("f1", "f55", Basis.READING)
    assert {"severity", "sides", "sharpest", "question"} <= set(change.fields)


def test_another_kind_of_question_on_the_same_words_is_another_finding():
    one, two = (summary.article for summary in fire().summaries)
    other = finding("f55", side(one, "Nine boats"), side(two, "Twelve boats"), kind="fact", question="Did boats burn?")
    found = changes_between(report((one, two), fire().findings[0]), report((one, two), other))
    assert [one.new.finding_id for one in found.new_contradictions] == ["f55"]
    assert [one.old.finding_id for one in found.gone_contradictions] == ["f1"]


def test_the_same_question_with_one_of_its_passages_is_the_same_finding():
    whole = fire(banner="Forty boats burned.")
    one, two, three = (summary.article for summary in whole.summaries)
    left = finding("f1", side(one, "Nine boats burned."), side(two, "Twelve boats burned."), question="How many boats burned?")
    right = finding("f6", side(three, "Forty boats burned."), side(one, "Nine boats burned."), question="How many boats burned")
    change = only(changes_between(report((one, two, three), left), report((one, two, three), right)).findings)
    assert (change.old.finding_id, change.new.finding_id) == ("f1", "f6")
    unlike = right.model_copy(update={"question": "How many boats were there?"})
    assert len(changes_between(report((one, two, three), left), report((one, two, three), unlike)).findings) == 2


def test_what_changed_in_white_space_alone_is_no_sentence():
    old, new = report((article(HARBOUR, "Harbour"),)), report((article(HARBOUR.replace(". ", ".  "), "Harbour"),))
    change = only(changes_between(old, new).articles)
    assert (change.same_text, change.lost, change.gained) == (False, (), ())
