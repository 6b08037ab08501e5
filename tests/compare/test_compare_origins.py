"""Sources are counted by origin: per article, and per statement where an article credits another report."""

from __future__ import annotations

from builders import speaker, statement, summary
from comparing import run

from summarizer.answers import AgreementAnswer
from summarizer.compare.origins import Sources, find_origins
from summarizer.compare.table import rows_of
from summarizer.schema import Finding, Summary

AGREED = AgreementAnswer(question="Was the permit out of date?", members=["A1.1", "A2.1"])


OWN = {
    "Herald": "Crews swept the quay on Friday while gulls circled over the cranes and the mayor spoke to nobody at all.",
    "Courier": "Nobody in town could say when the harbour office had last opened its books to a visitor from outside.",
}


def told(outlet: str, name: str | None = None, *, via: tuple[str, ...] = (), **fields: str) -> Summary:
    text = f"The permit had run out in March, {name or 'all'} said ({', '.join(via) or 'by telephone'}). {OWN[outlet]}"
    said = statement("permit had run out in March", text="The permit had run out in March.", by="p1" if name else None)
    speakers = (speaker(name, via=list(via)),) if name else ()
    return summary(text, said, speakers=speakers, outlet=outlet, **fields)


def agreement(*summaries: Summary) -> Finding:
    (finding,) = run(list(summaries), agreements=(AGREED,)).findings
    return finding


def test_own_reporting_of_two_outlets_is_two_origins() -> None:
    assert agreement(told("Herald"), told("Courier")).origins == 2


def test_a_statement_that_two_outlets_have_from_a_third_is_one_origin() -> None:
    finding = agreement(
        told("Herald", "The Lund Wire"), told("Courier", "a clerk", via=("Lund Wire",), main_source="Lund Wire")
    )

    assert finding.origins == 1
    assert finding.sides[0].through == "The Lund Wire"


def test_what_one_speaker_told_two_outlets_confirms_nothing_twice() -> None:
    assert agreement(told("Herald", "Ine Holm"), told("Courier", "Ine Holm")).origins == 1
    assert agreement(told("Herald", "Ine Holm"), told("Courier", "Per Dahl")).origins == 2


def test_one_statement_from_another_report_leaves_the_articles_apart() -> None:
    summaries = [told("Herald", "Per Dahl", via=("Courier",)), told("Courier", "Per Dahl")]
    origins = find_origins(summaries)

    assert len(origins) == 2
    sources = Sources(summaries, origins)
    assert {sources.of(row)[0] for row in rows_of(summaries)} == {origins[1].origin_id}


def test_a_dateline_with_the_outlets_own_name_is_no_retelling() -> None:
    (origin,) = find_origins([told("Herald", main_source="The Herald")])

    assert origin.basis == "own reporting"
