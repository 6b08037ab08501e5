"""Every key of a review, what it decides, and what is shown then."""

from __future__ import annotations

import pytest
from review.reviewed import article as made
from review.reviewed import decision, finding, fire, report, side
from reviewing.walking import DOWN, ESCAPE, LEFT, RIGHT, UP, Walk

from summarizer.cli.reviewing.blocks import Pair
from summarizer.cli.reviewing.cards import WORDS, Cards, Look
from summarizer.cli.reviewing.deck import Filter, deck_of
from summarizer.cli.reviewing.screen import Lost, Resized
from summarizer.review import states
from summarizer.schema import ReviewRecord
from summarizer.terms import Severity, Verdict


def test_a_finding_is_shown_with_all_that_decides_it() -> None:
    shown = Walk(fire(), []).last

    assert shown.startswith("1 of 3  high contradiction\nWhat of f1?\nThey cannot both be right.\n")
    assert "**Nine boats burned.** The mayor was in Velm." in shown
    assert "**Twelve boats burned.** The mayor was abroad." in shown
    assert "— Harbour, no date given · paragraph 1 · harbour.txt" in shown
    assert "Decided by code and model · 2 independent origins · f1" in shown


@pytest.mark.parametrize(("key", "ruling"), [("c", "confirmed"), ("C", "confirmed"), ("u", "unsure")])
def test_one_key_decides_and_goes_on(key: str, ruling: str) -> None:
    walk = Walk(fire(), [key])

    assert walk.rulings == {"f1": (ruling, None, None)}
    assert walk.last.startswith("2 of 3  ")
    assert f"no. 1 {ruling}; z undoes it" in walk.last


@pytest.mark.parametrize(
    ("number", "reason"),
    [("1", "same"), ("2", "other_matter"), ("3", "update"), ("4", "rounding"), ("5", "misread"), ("6", "minor")],
)
def test_a_dismissal_asks_why_by_number(number: str, reason: str) -> None:
    walk = Walk(fire(), ["d", number])

    assert walk.rulings == {"f1": ("dismissed", reason, None)}
    assert "Dismissed, because:  1 both say the same  2 " in walk.screen.drawn[1]
    assert "What of f1?" in walk.screen.drawn[1]


def test_another_reason_is_written_down() -> None:
    walk = Walk(fire(), ["d", "7"], ["  it is satire "])

    assert walk.rulings == {"f1": ("dismissed", "other", "it is satire")}


@pytest.mark.parametrize("keys", [["d", ESCAPE], ["d", "x"], ["d", "9"], ["d", ""], ["d", "7"], ["d", "d"]])
def test_a_dismissal_without_a_reason_is_none(keys: list[str]) -> None:
    walk = Walk(fire(), keys, [""])

    assert walk.rulings == {}
    assert walk.last.startswith("1 of 3  ")
    assert "not dismissed" in walk.last


def test_a_note_of_several_lines_stays_beside_the_ruling() -> None:
    walk = Walk(fire(), ["n", "c", "b"], ["Ask the harbour master.", "He counted.", ""])

    assert walk.rulings == {"f1": ("confirmed", None, "Ask the harbour master.\nHe counted.")}
    assert "Confirmed by Ann on 1 May 2031. Note: “Ask the harbour master. He counted.”" in walk.last
    again = Walk(fire(), ["n"], ["Changed.", ""], review=walk.kept, wanted=Filter(verdicts=(Verdict.CONTRADICT,), decided=True))
    assert again.rulings["f2"] == (None, None, "Changed.")


@pytest.mark.parametrize("lines", [[""], [KeyboardInterrupt], [EOFError]])
def test_a_note_that_is_given_up_is_none(lines: list) -> None:
    walk = Walk(fire(), ["n"], lines)

    assert walk.rulings == {}
    assert "no note written" in walk.last


def test_what_was_decided_can_be_taken_back() -> None:
    walk = Walk(fire(), ["c", "b", "x"])

    assert walk.rulings == {"f1": (None, None, None)}
    assert walk.last.startswith("1 of 3  high contradiction\n")
    assert "taken back" in walk.last
    assert "Ann has decided nothing here" in Walk(fire(), ["x"]).last


def test_the_last_decision_is_undone_by_one_key() -> None:
    undone = Walk(fire(), ["c", "z"])
    assert undone.rulings == {"f1": (None, None, None)}
    assert undone.last.startswith("1 of 3  high contradiction\n")
    assert Walk(fire(), ["c", "c", "c", "z"]).last.startswith("3 of 3  told differently\n")
    assert "nothing was decided yet" in Walk(fire(), ["c", "z", "z"]).last

    decided = Walk(fire(), ["c"]).kept
    again = Walk(fire(), ["d", "1", "z"], review=decided, wanted=Filter(verdicts=(Verdict.CONTRADICT,), decided=True))
    assert again.rulings == {"f1": ("confirmed", None, None), "f2": (None, None, None)}
    changed = Walk(fire(), ["s", "d", "1", "z"], review=decided, wanted=Filter(verdicts=(Verdict.CONTRADICT,), decided=True))
    assert changed.rulings == {"f1": ("confirmed", None, None)}
    assert "as it was before" in changed.last


@pytest.mark.parametrize("forth", ["s", "j", "\r", "\n", RIGHT])
@pytest.mark.parametrize("back", ["b", "k", LEFT])
def test_skip_and_back(forth: str, back: str) -> None:
    assert Walk(fire(), [forth]).last.startswith("2 of 3")
    assert Walk(fire(), [forth, forth, back]).last.startswith("2 of 3")
    assert "this is the first one" in Walk(fire(), [back]).last
    assert Walk(fire(), [forth]).rulings == {}


def test_go_to_a_number_of_the_report() -> None:
    assert Walk(fire(), ["g"], ["3"]).last.startswith("3 of 3  told differently")
    assert Walk(fire(), ["g"], [" 2. "]).last.startswith("2 of 3")
    assert "there is no number 9; the report has 1 to 3" in Walk(fire(), ["g"], ["9"]).last
    assert Walk(fire(), ["g"], [""]).last.startswith("1 of 3")


def test_go_to_a_number_that_the_walk_leaves_out() -> None:
    story = fire()
    review = ReviewRecord(decisions=(decision(story, "f1"),))

    walk = Walk(story, ["g", "d", "1"], ["1"], review=review)

    assert walk.rulings == {"f1": ("dismissed", "same", None)}


def test_further_passages_on_demand() -> None:
    one, two, three = made("Nine burned.", "Harbour"), made("Twelve burned.", "Tribune"), made("Ten burned.", "Banner")
    story = report(
        (one, two, three), finding("f1", side(one, one.text), side(two, two.text), side(three, three.text), side(one, one.text))
    )

    assert " · m: 1 further passage · f1" in Walk(story, []).last
    shown = Walk(story, ["m"])
    assert "**Ten burned.**" in shown.last
    assert shown.screen.tops[-1] < 0
    assert "**Ten burned.**" not in Walk(story, ["m", "m"]).last


def test_more_of_both_articles_on_demand() -> None:
    far = "The quay was closed at dawn."
    one = made(f"{far}\n\nIt was cold.\n\nNine burned. They were new.", "Harbour")
    story = report(
        (one, made("Twelve burned.", "Tribune")),
        finding("f1", side(one, "Nine burned."), side(made("Twelve burned.", "Tribune"), "Twelve burned.")),
    )

    assert far not in Walk(story, []).last
    assert "They were new." in Walk(story, []).last
    assert far in Walk(story, ["a"]).last
    assert far not in Walk(story, ["a", "a"]).last


def test_the_decisive_words_stand_out_on_whichever_line_of_the_article_they_are() -> None:
    one, two = made("The fire\nNine boats burned. They were new.", "Harbour"), made("Twelve boats burned.", "Tribune")
    story = report((one, two), finding("f1", side(one, "Nine boats burned."), side(two, two.text)))
    (shown,) = deck_of(story, states(story, ReviewRecord()), Filter()).flags
    body = list(Cards(story).body(shown, states(story, ReviewRecord())["f1"], Look()))

    (pair,) = [block for block in body if isinstance(block, Pair)]
    (line,) = [block.text for block in pair.left if "Nine" in block.text.plain]
    assert line.style == ""
    assert [(line.plain[span.start : span.end].strip(), span.style) for span in line.spans if span.style] == [
        ("Nine boats burned.", WORDS),
        ("They were new.", "dim"),
    ]


def test_where_the_articles_lie() -> None:
    shown = Walk(fire(), ["o", "x"]).screen.drawn[1]

    assert "fire/harbour.txt" in shown
    assert "fire/tribune.txt" in shown
    assert "characters 0–18" in shown


def test_the_keys_are_explained() -> None:
    walk = Walk(fire(), ["?", DOWN, "c"])

    assert "d   dismiss: then a number says why" in walk.screen.drawn[1]
    assert walk.rulings == {}


def test_scrolling() -> None:
    assert Walk(fire(), [" ", " ", DOWN, UP, UP, "\x1b[6~", "\x1b[5~"]).screen.tops[1:] == [8, 16, 19, 16, 13, 21, 13]
    assert Walk(fire(), [" ", "s"]).screen.tops[-1] == 0


@pytest.mark.parametrize("key", ["z", "1", "", ESCAPE, "\x1b[15~", "ж", "\x07"])
def test_a_key_without_a_meaning_decides_nothing(key: str) -> None:
    walk = Walk(fire(), [key])

    assert walk.rulings == {}
    assert walk.last.startswith("1 of 3")
    assert "\x07" not in walk.last


def test_a_resized_window_is_drawn_again() -> None:
    assert Walk(fire(), [Resized, "c"]).rulings == {"f1": ("confirmed", None, None)}
    assert Walk(fire(), ["d", Resized, "1"]).rulings == {"f1": ("dismissed", "same", None)}
    assert Walk(fire(), ["?", Resized, "x", "c"]).rulings == {"f1": ("confirmed", None, None)}


def test_the_end_of_the_walk() -> None:
    end = Walk(fire(), ["c", "s", "c"])
    assert "2 of 3 are decided; 1 are left." in end.last
    assert Walk(fire(), ["c", "s", "c", "\r"]).last.startswith("1 of 1 (no. 2 in the report)")
    assert Walk(fire(), ["c", "s", "c", "b"]).last.startswith("3 of 3  told differently · confirmed")
    assert Walk(fire(), ["c", "c", "c", "z", "c"]).last.startswith("The end")
    assert "d   dismiss" in Walk(fire(), ["s", "s", "s", "?", "x"]).screen.drawn[-2]


def test_what_needs_no_decision_comes_after_the_end() -> None:
    story = fire()
    agreed = story.findings[2].model_copy(update={"finding_id": "f4", "verdict": Verdict.AGREE})
    story = story.model_copy(update={"findings": (*story.findings, agreed)})

    assert Walk(story, []).last.startswith("1 of 3")
    assert "Enter: on with 1 that" in Walk(story, ["c", "c", "c"]).last
    assert Walk(story, ["c", "c", "c", "\r"]).last.startswith("1 of 1 (no. 4 in the report)  agreement")


def test_what_is_decided_is_not_asked_again() -> None:
    story = fire()
    review = ReviewRecord(decisions=(decision(story, "f1", by="Bo"), decision(story, "f3", "unsure", by="Bo")))

    assert Walk(story, [], review=review).last.startswith("1 of 1 (no. 2 in the report)")
    assert Walk(story, [], review=review, wanted=Filter(decided=True)).last.startswith("1 of 3 (no. 2 in the report)")
    shown = Walk(story, ["s"], review=review, wanted=Filter(decided=True)).last
    assert shown.startswith("2 of 3 (no. 1 in the report)  high contradiction · confirmed")
    assert "> Confirmed by Bo on 1 May 2031." in shown


def test_two_who_rule_differently() -> None:
    story = fire()
    review = ReviewRecord(
        decisions=(decision(story, "f1", by="Bo"), decision(story, "f1", "dismissed", by="Cy", reason="same"))
    )

    shown = Walk(story, [], review=review).last

    assert shown.startswith("1 of 3  high contradiction · reviewers disagree")
    assert "> Dismissed by Cy on 1 May 2031 (both say the same)." in shown


def test_a_changed_verdict_makes_a_decision_out_of_date() -> None:
    story = fire()
    review = ReviewRecord(decisions=(decision(story, "f3"),))
    changed = story.model_copy(
        update={"findings": (*story.findings[:2], story.findings[2].model_copy(update={"verdict": Verdict.CONTRADICT}))}
    )

    shown = Walk(changed, ["g"], ["3"], review=review).last

    assert "high contradiction · decision out of date" in shown
    assert "Out of date: its evidence or verdict is another one since (the verdict was differs and is contradict)." in shown


def test_new_findings_are_marked_all_session_long() -> None:
    story = fire()
    review = ReviewRecord(decisions=(decision(story, "f2"),), seen=("f2",), reviewed_at=decision(story, "f2").at)

    walk = Walk(story, ["c"], review=review)

    assert walk.screen.drawn[0].startswith("1 of 2  high contradiction · new")
    assert walk.last.startswith("2 of 2 (no. 3 in the report)  told differently · new")


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (Filter(), ["1 of 3", "2 of 3", "3 of 3"]),
        (Filter(verdicts=(Verdict.DIFFERS,)), ["1 of 1 (no. 3"]),
        (Filter(severities=(Severity.LOW,)), ["The end\nNothing is left"]),
        (Filter(severities=(Severity.HIGH,), verdicts=(Verdict.CONTRADICT,)), ["1 of 2", "2 of 2"]),
    ],
)
def test_only_what_was_asked_for(wanted: Filter, numbers: list[str]) -> None:
    drawn = Walk(fire(), ["s"] * (len(numbers) - 1), wanted=wanted).screen.drawn

    assert [shown.startswith(number) for shown, number in zip(drawn, numbers, strict=True)] == [True] * len(numbers)


def test_an_end_of_input_and_a_lost_terminal_keep_what_was_decided() -> None:
    assert Walk(fire(), ["c", EOFError]).rulings == {"f1": ("confirmed", None, None)}
    for lost in (Lost, KeyboardInterrupt):
        kept: list[str] = []
        with pytest.raises(lost):
            Walk(fire(), ["c", lost], kept=kept)
        assert kept == ["f1"]


def test_words_of_articles_cannot_steer_the_terminal() -> None:
    one = made("Nine \x1b[2J boats \u202eburned\u202c.", "Har\x1b]0;x\x07bour")
    two = made("Twelve boats burned.", "Tribune")
    story = report((one, two), finding("f1", side(one, one.text), side(two, two.text), question="What\x9b31m?", why="a\rb"))

    shown = Walk(story, ["o", "x"]).screen.drawn

    assert not [char for text in shown for char in text if char in "\x1b\x07\x9b\r\u202e\u202c"]
    assert "⟨U+001B⟩[2J boats ⟨U+202E⟩burned" in shown[0]
