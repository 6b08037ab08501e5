"""Invented records for the tests of the report: three articles on a ferry, and small builders.

Run as a program it prints the example report: `PYTHONPATH=. python tests/report/report_factory.py [json]`.
"""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from typing import Any

from summarizer.reporting import render_json, render_markdown
from summarizer.schema import (
    Article,
    Attribution,
    Claim,
    Failure,
    Figure,
    Finding,
    Missing,
    Origin,
    Report,
    RunRecord,
    Side,
    Summary,
    Uncovered,
    UsageRecord,
    Zone,
)
from summarizer.terms import ArticleStatus, DecidedBy, FindingKind, Modality, Severity, Verdict, ZoneKind

COURIER = """Ferry Amalia sinks off Port Vale

The ferry Amalia sank off Port Vale on Tuesday evening in heavy seas.

At least 183 people died, harbour master Ines Rolo told Radio Delta late on Tuesday. Forty others were taken to hospital.

The operator, Blue Line, denied that the ship was overloaded. "She carried fewer people than she is licensed for," a spokesman said.

The government put the damage to the pier at $5.2 million."""

POST = """Death toll in ferry disaster put at 150

PORT VALE. Rescuers counted 150 dead after the ferry Amalia went down on Tuesday, Radio Delta reported.

The ferry was carrying 410 passengers, 90 more than its licence allows, a port official said.

Three hundred people took part in the search, which ended on Wednesday."""

WEEKLY = """The Amalia, two months on

When the Amalia sank on 2 March, 191 people lost their lives, the inquiry found in its report this week.

The inquiry also found that the ship carried 412 passengers; its licence allowed 320."""


def cut(text: str, words: str) -> dict[str, Any]:
    """The offsets of words in a text, and the words."""
    start = text.index(words)
    return {"quote": words, "start": start, "end": start + len(words)}


def evidence(text: str, words: str, anchor: str | None = None) -> dict[str, Any]:
    """The same with the decisive words; without them all words are decisive."""
    found = cut(text, words)
    first = text.index(anchor, found["start"]) if anchor else found["start"]
    return {**found, "anchor_start": first, "anchor_end": first + len(anchor or words)}


def article(text: str = "A ferry sank.", **fields: Any) -> Article:
    return Article(**{"article_id": "a1", "path": "courier.txt", "text": text, **fields})


def summary(text: str = "A ferry sank.", **fields: Any) -> Summary:
    own = {key: fields.pop(key) for key in list(fields) if key in Article.model_fields}
    return Summary(**{"article": article(text, **own), "status": ArticleStatus.EXTRACTED, **fields})


def claim(text: str, quote: str, anchor: str | None = None, **fields: Any) -> Claim:
    return Claim(**{"item_id": "c1", "statement": quote, **evidence(text, quote, anchor), **fields})


def side(of: Summary, quote: str, anchor: str | None = None, **fields: Any) -> Side:
    given = {"article_id": of.article.article_id, "item_id": "c1", "value": anchor or quote, "statement": quote}
    return Side(**{**given, **evidence(of.article.text, quote, anchor), **fields})


def finding(*sides: Side, **fields: Any) -> Finding:
    given = {
        "finding_id": "f1",
        "verdict": Verdict.CONTRADICT,
        "kind": FindingKind.QUANTITY,
        "severity": Severity.HIGH,
        "question": "How many people died?",
        "why": "The two tolls cannot both be right.",
        "decided_by": DecidedBy.BOTH,
        "origins": 2,
    }
    return Finding(**{**given, **fields, "sides": sides})


def run(**fields: Any) -> RunRecord:
    given = {
        "program": "summarizer",
        "version": "0.1.0",
        "model": "gpt-5.1",
        "endpoint": "https://api.openai.com/v1",
        "prompts": {"extract": "9f86d081884c7d659a2feaa0c55ad015", "compare": "60303ae22b998861bce3b28f33eec1be"},
        "articles": 3,
        "extraction": UsageRecord(answers=3, input_tokens=6120, output_tokens=4410),
        "comparison": UsageRecord(answers=1, input_tokens=3350, output_tokens=890),
    }
    return RunRecord(**{**given, **fields})


def report(*summaries: Summary, **fields: Any) -> Report:
    given: dict[str, Any] = {"run": run(), "findings": (), "origins": (), "failures": ()}
    return Report(**{**given, "summaries": summaries, **fields})


def courier() -> Summary:
    toll = "At least 183 people died, harbour master Ines Rolo told Radio Delta late on Tuesday."
    denial = "The operator, Blue Line, denied that the ship was overloaded."
    words = '"She carried fewer people than she is licensed for," a spokesman said.'
    damage = "The government put the damage to the pier at $5.2 million."
    return summary(
        COURIER,
        article_id="a1",
        path="ferry/courier.html",
        title="Ferry Amalia sinks off Port Vale",
        outlet="The Courier",
        author="Mara Lind",
        published=dt.date(2021, 3, 3),
        published_time="06:40+00:00",
        published_basis="page metadata",
        language="en",
        url="https://courier.example/2021/03/03/ferry",
        zones=(Zone(start=0, end=32, kind=ZoneKind.TITLE),),
        credited=("Radio Delta",),
        main_source="Radio Delta",
        notes=("2 characters could not be decoded",),
        claims=(
            claim(
                COURIER,
                toll,
                "At least 183 people died",
                item_id="c1",
                statement="At least 183 people died when the ferry Amalia sank off Port Vale.",
                when="late on Tuesday",
                attribution_id="t1",
            ),
            claim(
                COURIER,
                denial,
                "denied that the ship was overloaded",
                item_id="c2",
                statement="Blue Line denied that the ferry Amalia was overloaded.",
                modality=Modality.DENIED,
            ),
            claim(
                COURIER,
                words,
                "fewer people than she is licensed for",
                item_id="c3",
                statement="A spokesman for Blue Line, Tom Hale, said the Amalia carried fewer people than licensed.",
                doubts=("Tom Hale",),
                attribution_id="t2",
            ),
            claim(
                COURIER,
                damage,
                "$5.2 million",
                item_id="c4",
                statement="The government put the damage to the pier of Port Vale at $5.2 million.",
            ),
        ),
        figures=(
            Figure(
                **evidence(COURIER, toll, "At least 183"),
                item_id="g1",
                claim_id="c1",
                figure="At least 183",
                measure="people killed",
                low=Decimal(183),
                approximator="at_least",
                unit="people",
                as_of="late on Tuesday",
            ),
            Figure(
                **evidence(COURIER, damage, "$5.2 million"),
                item_id="g2",
                claim_id="c4",
                figure="$5.2 million",
                measure="damage to the pier",
                low=Decimal(5200000),
                high=Decimal(5200000),
                approximator="exact",
                unit="dollar",
            ),
        ),
        attributions=(
            Attribution(
                **evidence(COURIER, toll, "told"),
                item_id="t1",
                claim_id="c1",
                source="Ines Rolo",
                role="harbour master",
                cue="told",
                via=("Radio Delta",),
            ),
            Attribution(
                **evidence(COURIER, words, "said"),
                item_id="t2",
                claim_id="c3",
                source="a spokesman",
                role="Blue Line",
                cue="said",
                content="She carried fewer people than she is licensed for,",
                direct=True,
            ),
        ),
        missing=(
            Missing(
                item_id="m1",
                kind="figure",
                statement="The Amalia was built in 1987.",
                anchor="built in 1987",
                sentences=(2,),
                why="these words do not stand in the article",
            ),
        ),
        uncovered=(Uncovered(kind="number", **cut(COURIER, "Forty others")),),
    )


def post() -> Summary:
    toll = "Rescuers counted 150 dead after the ferry Amalia went down on Tuesday, Radio Delta reported."
    load = "The ferry was carrying 410 passengers, 90 more than its licence allows, a port official said."
    return summary(
        POST,
        article_id="a2",
        path="ferry/post.txt",
        title="Death toll in ferry disaster put at 150",
        outlet="Evening Post",
        language="en",
        zones=(Zone(start=0, end=39, kind=ZoneKind.TITLE),),
        period="March 2021, a day or two after the sinking",
        main_source="Radio Delta",
        credited=("Radio Delta",),
        claims=(
            claim(
                POST,
                toll,
                "150 dead",
                item_id="c1",
                statement="Rescuers counted 150 dead after the Amalia sank.",
                when="Tuesday",
            ),
            claim(
                POST,
                load,
                "90 more than its licence allows",
                item_id="c2",
                statement="The Amalia was carrying 410 passengers, 90 more than its licence allowed.",
                attribution_id="t1",
            ),
        ),
        figures=(
            Figure(
                **evidence(POST, toll, "150"),
                item_id="g1",
                claim_id="c1",
                figure="150",
                measure="people killed",
                low=Decimal(150),
                high=Decimal(150),
                approximator="exact",
                unit="people",
            ),
            Figure(
                **evidence(POST, load, "410 passengers"),
                item_id="g2",
                claim_id="c2",
                figure="410 passengers",
                measure="passengers on board",
                low=Decimal(410),
                high=Decimal(410),
                approximator="exact",
                unit="passenger",
            ),
        ),
        attributions=(
            Attribution(**evidence(POST, load, "said"), item_id="t1", claim_id="c2", source="a port official", cue="said"),
        ),
        uncovered=(Uncovered(kind="number", **cut(POST, "Three hundred people")),),
    )


def weekly() -> Summary:
    toll = "191 people lost their lives, the inquiry found in its report this week."
    load = "the ship carried 412 passengers; its licence allowed 320."
    return summary(
        WEEKLY,
        article_id="a3",
        path="ferry/weekly.md",
        title="The Amalia, two months on",
        outlet="The Weekly",
        published=dt.date(2021, 5, 8),
        published_basis="front matter",
        language="en",
        zones=(Zone(start=0, end=25, kind=ZoneKind.TITLE),),
        claims=(
            claim(WEEKLY, toll, "191 people", item_id="c1", statement="191 people died when the Amalia sank."),
            claim(
                WEEKLY,
                load,
                "412 passengers",
                item_id="c2",
                statement="The Amalia carried 412 passengers; its licence allowed 320.",
            ),
        ),
    )


def ferry() -> Report:
    """Three articles and their findings as the comparison ranks them, with a failed file."""
    first, second, third = courier(), post(), weekly()
    denial = "The operator, Blue Line, denied that the ship was overloaded."
    load = "The ferry was carrying 410 passengers, 90 more than its licence allows, a port official said."
    toll = "Rescuers counted 150 dead after the ferry Amalia went down on Tuesday, Radio Delta reported."
    at_least = "At least 183 people died, harbour master Ines Rolo told Radio Delta late on Tuesday."
    later = "191 people lost their lives, the inquiry found in its report this week."
    later_load = "the ship carried 412 passengers; its licence allowed 320."
    return report(
        first,
        second,
        third,
        findings=(
            finding(
                side(first, at_least, "At least 183", value="183 or more", speaker="Ines Rolo", when="late on Tuesday"),
                side(third, later, "191", value="191", speaker="the inquiry"),
                finding_id="f-9c1d",
                verdict=Verdict.UPDATE,
                question="How did the toll develop?",
                why="The inquiry's count came two months after the first",
                severity=Severity.LOW,
                decided_by=DecidedBy.MODEL,
            ),
            finding(
                side(first, at_least, "At least 183", value="183 or more", speaker="Ines Rolo", when="late on Tuesday"),
                side(second, toll, "150 dead", value="150", speaker="rescuers", when="Tuesday"),
                finding_id="f-30b2",
                question="How many people died when the Amalia sank?",
                why="Both give Tuesday's toll, and 150 is less than “at least 183”.",
                code_says="183 or more and 150 have no number in common.",
                origins=1,
            ),
            finding(
                side(first, denial, "denied that the ship was overloaded", value="denied", speaker="Blue Line"),
                side(second, load, "90 more than its licence allows", value="overloaded", speaker="a port official"),
                side(third, later_load, "its licence allowed 320", value="overloaded", speaker="the inquiry"),
                finding_id="f-77aa",
                kind=FindingKind.DENIAL,
                severity=Severity.MEDIUM,
                question="Was the Amalia overloaded?",
                why="The operator denies what a port official and the inquiry state.",
                decided_by=DecidedBy.MODEL,
            ),
            finding(
                side(second, load, "410 passengers", value="410", speaker="a port official"),
                side(third, later_load, "412 passengers", value="412", speaker="the inquiry"),
                finding_id="f-51e0",
                verdict=Verdict.UNSURE,
                severity=Severity.LOW,
                question="How many passengers were on board?",
                why="Neither article says whether children under two were counted.",
                decided_by=DecidedBy.BOTH,
                code_says="410 and 412 have no number in common.",
            ),
            finding(
                side(second, load, "90 more than its licence allows", value="over the licence"),
                side(third, later_load, "its licence allowed 320", value="over the licence"),
                finding_id="f-6d04",
                verdict=Verdict.AGREE,
                kind=FindingKind.FACT,
                question="Did the Amalia carry more passengers than licensed?",
                why="Both say so, by about ninety.",
                decided_by=DecidedBy.MODEL,
            ),
        ),
        origins=(
            Origin(origin_id="o2", label="The Weekly", article_ids=("a3",), basis="own reporting"),
            Origin(origin_id="o1", label="Radio Delta", article_ids=("a1", "a2"), basis="both credit Radio Delta"),
        ),
        failures=(
            Failure(
                stage="read",
                what="ferry/scan.pdf",
                why="the file holds pictures of pages and no text; save it as text and run again",
                exit_code=3,
            ),
        ),
    )


if __name__ == "__main__":
    sys.stdout.write(render_json(ferry()) if "json" in sys.argv else render_markdown(ferry()))
