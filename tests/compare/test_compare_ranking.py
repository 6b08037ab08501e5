"""What is weighed first, how much at all, and what becomes of the rest."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import figure, statement, summary
from comparing import question, run, toll

from summarizer.comparison.checks.candidates import Story
from summarizer.comparison.meeting.standing import Standing
from summarizer.comparison.meeting.table import rows_of
from summarizer.comparison.weighing.proposing import Proposal
from summarizer.comparison.weighing.questions import merged
from summarizer.comparison.weighing.ranking import BATCH, MOST_OF_ONE, room_of, weighable
from summarizer.schema import Summary
from summarizer.terms import DecidedBy, FindingKind, Severity, Verdict

TOWNS = 30


def towns(outlet: str, more: int) -> Summary:
    """Houses lost in many towns, each town in a sentence of its own; other outlets count more."""
    lines = [f"The town of Place{n:02d} lost {n + 10 + more} houses." for n in range(TOWNS)]
    said = [
        statement(
            line.rstrip("."),
            sents=[n + 1],
            text=line,
            figures=[figure(f"{n + 10 + more} houses", "houses lost", where=f"Place{n:02d}")],
        )
        for n, line in enumerate(lines)
    ]
    return summary(" ".join(lines), *said, outlet=outlet)


def lines(outlet: str, *texts: str, whens: tuple[str | None, ...] = (), **fields: str | None) -> Summary:
    said = [
        statement(text.rstrip("."), sents=[n], text=text, when=when)
        for n, (text, when) in enumerate(zip(texts, whens or (None,) * len(texts), strict=True), start=1)
    ]
    return summary(" ".join(texts), *said, outlet=outlet, **fields)


def test_conflicts_over_the_cap_are_reported_and_counted() -> None:
    shown: list[str] = []

    made = run([towns("Herald", 0), towns("Courier", 90)], shown=shown)

    assert [len(pairs.split("\n\n")) for pairs in shown] == [BATCH]
    weighing = made.weighing
    assert (weighing.questions, weighing.left_out) == (TOWNS, TOWNS - BATCH)
    assert [(f.verdict, f.decided_by) for f in made.findings] == [(Verdict.UNSURE, DecidedBy.CODE)] * TOWNS
    assert len({side.item_id for f in made.findings for side in f.sides}) == 2 * TOWNS


def test_what_readers_propose_finds_room_beside_many_conflicts() -> None:
    told = [towns("Herald", 0), towns("Courier", 90)]
    asked = [question(f"A1.{n}", f"A2.{n + 1}", kind="fact", question=f"Odd thing {n}?") for n in range(1, 6)]
    shown: list[str] = []

    run(told, *asked, shown=shown)

    assert sum("Odd thing" in line for line in shown[0].splitlines()) == 5


def test_room_keeps_the_calls_of_a_story_within_its_bounds() -> None:
    for articles in range(5, 200):
        readings = max(1, articles // 10)
        room = room_of(articles, readings)
        calls = articles + readings + room.pairs // BATCH

        assert calls <= (1.25 if articles >= 20 else 1.5) * articles
        assert calls + room.calls_again <= (1.25 if articles >= 20 else 1.5) * articles + (articles < 20)


@pytest.mark.parametrize(("articles", "readings"), [(1, 0), (2, 1), (3, 1), (20, 40)])
def test_room_is_never_less_than_one_call(articles: int, readings: int) -> None:
    room = room_of(articles, readings)

    assert (room.pairs, room.calls_again) == (BATCH, 1)


def test_a_question_with_many_answers_is_weighed_through_few_pairs_that_lay_others_side_by_side() -> None:
    told = [toll(f"{n} people", f"Outlet {n}") for n in (10, 20, 30, 40, 50, 60, 10, 20)]
    story = Story.of(told)
    rows = {row.row_id: row for row in story.rows}
    asked = [Proposal("How many died?", FindingKind.QUANTITY, rows[f"A{n}.1"], rows[f"A{n + 1}.1"]) for n in range(1, 8)]

    pairs = weighable(merged(story, asked, ()), story, 20)

    values = [frozenset(f.figure for f in pair.pairing.figures or ()) for pair in pairs]
    assert len(pairs) <= MOST_OF_ONE
    assert len(values) == len(set(values))


def test_background_is_weighed_last() -> None:
    texts = ("The mill burned down in 2011.", "The gate was locked at noon on Sunday.")
    whens = ("in 2011", "on Sunday")
    told = [lines("Herald", *texts, whens=whens), lines("Courier", *texts, whens=whens)]
    story = Story.of(told)
    rows = {row.row_id: row for row in story.rows}
    asked = [Proposal(f"What of {n}?", FindingKind.FACT, rows[f"A1.{n}"], rows[f"A2.{n}"]) for n in (1, 2)]

    (first, second) = weighable(merged(story, asked, ()), story, 20)

    assert [pair.question.asked for pair in (first, second)] == ["What of 2?", "What of 1?"]


def mill(outlet: str, cause: str, gate: str, when: str = "in 2011") -> Summary:
    return lines(outlet, f"{cause} burned the mill down {when}.", f"The gate was {gate}.", whens=(when, "on Sunday"))


def test_background_ranks_last_within_its_verdict_and_one_step_lower() -> None:
    told = [mill("Herald", "A thief", "locked"), mill("Courier", "Lightning", "open")]
    cause = question("A1.1", "A2.1", kind="fact", matter="cause", question="Who burned the mill?", interest="high")
    gate = question("A1.2", "A2.2", kind="fact", matter="other", question="Was the gate open?", interest="low")
    told_so = question("A1.2", "A2.2", "differs", kind="date", matter="other", question="At what hour then?")

    made = run(told, cause, gate, told_so).findings

    assert [(f.question, f.background, f.severity) for f in made] == [
        ("Was the gate open?", False, Severity.MEDIUM),
        ("Who burned the mill?", True, Severity.MEDIUM),
        ("At what hour then?", False, Severity.LOW),
    ]


@pytest.mark.parametrize(
    ("when", "published", "background"),
    [
        ("in 2011", "2024-10-14", True),
        ("on 13 August 2024", "2024-10-14", True),
        ("on 14 August 2024", "2024-10-14", False),
        ("on 14 October 2024", "2024-10-14", False),
        ("on 14 October 2025", "2024-10-14", False),
        ("some day", "2024-10-14", False),
    ],
)
def test_background_ended_sixty_days_before_the_article_was_written(when: str, published: str, background: bool) -> None:
    told = [lines("Herald", f"The mill burned down {when}.", whens=(when,), published=published)]
    rows = rows_of(told)

    assert Standing(rows, told).is_background(rows[0]) is background


def test_an_article_without_a_date_was_written_when_the_others_were() -> None:
    told = [
        lines("Herald", "The mill burned down on 2 May 2011.", whens=("on 2 May 2011",), published=None),
        lines("Courier", "The gate was locked.", published="2024-10-14"),
    ]
    rows = rows_of(told)

    assert Standing(rows, told).is_background(rows[0])


def test_articles_without_dates_were_written_on_the_last_day_they_tell_of() -> None:
    texts = ("The mill burned down on 2 May 2011.", "The gate was locked on 3 June 2024.")
    told = [lines("Herald", *texts, whens=("on 2 May 2011", "on 3 June 2024"), published=None)]
    rows = rows_of(told)

    assert [Standing(rows, told).is_background(row) for row in rows] == [True, False]
    assert rows[1].claim.earliest == dt.date(2024, 6, 3)


def test_what_stands_high_in_an_article_is_less_deep() -> None:
    told = [lines("Herald", "The mill burned.", "The gate was locked.", "Nobody came.")]
    rows = rows_of(told)
    depths = [Standing(rows, told).depth(row) for row in rows]

    assert depths[0] == 0
    assert depths == sorted(depths)
    assert depths[-1] < 1


def story_of(*told: Summary, turned: bool = False, verdict: str = "contradict") -> set[str]:
    asked = question("A2.1", "A1.1", verdict) if turned else question("A1.1", "A2.1", verdict)
    return {f.finding_id for f in run(list(told), asked).findings}


FIRST, SECOND = toll("46 people", "Herald"), toll("64 people", "Courier", published="2024-10-15")


def test_an_id_stays_under_a_re_run_turned_sides_and_another_verdict() -> None:
    (known,) = story_of(FIRST, SECOND)

    assert story_of(FIRST, SECOND) == story_of(FIRST, SECOND, turned=True) == {known}
    assert story_of(FIRST, SECOND, verdict="unsure") == {known}


@pytest.mark.parametrize("words", ["64 people", "46 people", "90 people"])
def test_an_id_stays_when_a_later_article_joins_the_question(words: str) -> None:
    later = toll(words, "Post", published="2024-10-16")
    asked = question("A1.1", "A2.1", others=["A3.1"])

    made = run([FIRST, SECOND, later], asked).findings

    assert {f.finding_id for f in made} == story_of(FIRST, SECOND)
    assert later.article.article_id in {side.article_id for f in made for side in f.sides}


def test_an_id_stays_when_a_later_article_brings_a_sharper_side() -> None:
    later = toll("90 people", "Post", published="2024-10-16")

    made = run([FIRST, SECOND, later], question("A1.1", "A3.1", others=["A2.1"])).findings

    assert {f.finding_id for f in made} == story_of(FIRST, SECOND)


def test_an_id_stays_when_a_later_article_has_nothing_to_do_with_it() -> None:
    later = lines("Post", "The mayor opened a school.", published="2024-10-16")

    assert story_of(FIRST, SECOND) <= {f.finding_id for f in run([FIRST, SECOND, later], question("A1.1", "A2.1")).findings}


def test_two_questions_that_begin_with_one_statement_have_two_ids() -> None:
    told = [
        lines("Herald", "The watchman locked the gate at noon."),
        lines("Courier", "A nurse had the key.", "It was evening when it was shut."),
    ]
    who = question("A1.1", "A2.1", kind="fact", question="Who locked it?")
    hour = question("A1.1", "A2.2", kind="fact", question="At what hour?")

    made = run(told, who, hour).findings

    assert len({f.finding_id for f in made}) == len(made) == 2
