"""Who said what, in invented sentences of every shape."""

from __future__ import annotations

import pytest

from summarizer.attributions import AttributionSpan, find_attributions


def shown(text: str, span: AttributionSpan) -> tuple[str, str, str]:
    source, cue, content = (
        " ~ ".join(text[start:end] for start, end in part) for part in (span.source, span.cue, span.content)
    )
    return source, cue, content


def found(text: str) -> list[tuple[str, str, str]]:
    return [shown(text, span) for span in find_attributions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said the bridge was closed.", ("The mayor", "said", "the bridge was closed")),
        ("The mayor said that it was closed.", ("The mayor", "said", "that it was closed")),
        ("The bridge was closed, the mayor said.", ("the mayor", "said", "The bridge was closed")),
        ("“It is closed,” said Ann Lee, a nurse.", ("Ann Lee, a nurse", "said", "“It is closed,”")),
        ("“It is closed,” Ann Lee said.", ("Ann Lee", "said", "“It is closed,”")),
        ("The bridge, the mayor said, was closed.", ("the mayor", "said", "The bridge ~ was closed")),
        ('"We go," Mr. Smith told Reuters. "We must."', ("Mr. Smith", "told", '"We go," ~ "We must."')),
        ('"We go," he said, "if we must."', ("he", "said", '"We go," ~ "if we must."')),
        ("A spokesman told Reuters the group was ready.", ("A spokesman", "told", "the group was ready")),
        ("According to the ministry, 13 people died.", ("the ministry", "According to", "13 people died")),
        ("The dam broke, according to two officials.", ("two officials", "according to", "The dam broke")),
        ("He was quoted as saying that it failed.", ("He", "was quoted as saying", "that it failed")),
        ("Ann Lee, a doctor, said it rained.", ("Ann Lee, a doctor,", "said", "it rained")),
        ("On Monday the mayor said it rained.", ("the mayor", "said", "it rained")),
        ("Ann Lee: Bridge Closed\n\nThe bridge is closed, Lee said.", ("Ann Lee", ":", "Bridge Closed")),
        ("Intro.\n\nLEE: We will close it.", ("LEE", ":", "We will close it")),
        ("``It is bad,'' Ann Lee said.", ("Ann Lee", "said", "``It is bad,''")),
        ("'It was bad,' said Ann Lee.", ("Ann Lee", "said", "'It was bad,'")),
        ('"Why?" Ann Lee asked.', ("Ann Lee", "asked", '"Why?"')),
        ('The mayor said: "No."', ("The mayor", "said:", '"No."')),
        ('The mayor said:\n\n"It is closed."', ("The mayor", "said:", '"It is closed."')),
        ("Ann Lee has not said who did it.", ("Ann Lee", "has not said", "who did it")),
        ("She called him a liar.", ("She", "called", "a liar")),
        ("The mayor's claim that it rained was repeated.", ("The mayor's", "claim", "that it rained was repeated")),
        ("The report said it rained, but the mayor went home.", ("The report", "said", "it rained")),
        ("Reuters reported, citing two officials, that it fell.", ("Reuters", "reported", "that it fell")),
    ],
)  # fmt: skip
def test_places_of_source_cue_and_content(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in found(text)


def test_second_cue_of_one_subject() -> None:
    assert found("The mayor said it rained and warned that more would come.") == [
        ("The mayor", "said", "it rained"),
        ("The mayor", "warned", "that more would come"),
    ]


def test_participle_has_the_subject_of_its_clause() -> None:
    assert ("The mayor", "adding", "that he was sorry") in found("The mayor said it rained, adding that he was sorry.")
    assert ("the mayor", "Citing", "a report") in found("Citing a report, the mayor closed it.")


def test_quotation_over_several_paragraphs() -> None:
    text = "“We stand,” the mayor said. “It is\n\n“And here it ends.”"
    assert found(text) == [("the mayor", "said", "“We stand,” ~ “It is ~ “And here it ends.”")]
    named_last = "“It goes on.\n\n“And here it ends,” the mayor said."
    assert found(named_last) == [("the mayor", "said", "“It goes on. ~ “And here it ends,”")]


def test_next_speaker_starts_anew() -> None:
    text = "“Yes,” said Ann Lee.\n\n“No,” said Bob Roe.\n\n“Perhaps.”"
    assert found(text) == [("Ann Lee", "said", "“Yes,”"), ("Bob Roe", "said", "“No,”")]


@pytest.mark.parametrize(
    ("text", "stance", "negated"),
    [
        ("The ministry denied that it had fired.", "denial", False),
        ("The general rejected the accusation.", "denial", False),
        ("The rebels claimed that 100 soldiers died.", "doubt", False),
        ("The rebels claimed responsibility for the attack.", "neutral", False),
        ("The mayor said it rained.", "neutral", False),
        ("The mayor did not say that it rained.", "neutral", True),
    ],
)
def test_stance(text: str, stance: str, *, negated: bool) -> None:
    span = find_attributions(text)[0]
    assert (span.stance, span.negated) == (stance, negated)
    assert (span.denial, span.doubt) == (stance == "denial", stance == "doubt")


@pytest.mark.parametrize(
    ("text", "anonymous"),
    [
        ("Two officials said it rained.", True),
        ("A source close to the talks said it rained.", True),
        ("Ann Lee said it rained.", False),
        ("She said it rained.", False),
    ],
)
def test_anonymous_sources(text: str, *, anonymous: bool) -> None:
    assert find_attributions(text)[0].anonymous is anonymous


@pytest.mark.parametrize(
    "text",
    [
        "Kabul airport: the last flights out of the city",
        "The 'so-called' peace \"stalled\" again.",
        "The attack claimed 13 lives.",
        "The report was long.",
        "“Yes.”",
        "",
        "said",
        "\n\n",
    ],
)
def test_what_is_no_attribution(text: str) -> None:
    assert find_attributions(text) == []


def test_direct_speech_is_told_from_reported_speech() -> None:
    assert find_attributions("“It is closed,” said Ann Lee.")[0].direct
    assert not find_attributions("Ann Lee said it was closed.")[0].direct
