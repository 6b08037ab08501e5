"""Large reports of invented stories in many languages, made without a model: the same size and seed, the same records.

A story has facts; each is one finding. Every fact is told by a few of the articles, each in its own language and with
its own figure, between sentences that tell nothing of it.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from large_report_words import ASIDES, DENIED, LANGUAGES, PLACES, SAID, SPEAKERS, TITLES, TOLD

from summarizer.schema import (
    Article,
    Attribution,
    Carrier,
    Change,
    Claim,
    Failure,
    Figure,
    Finding,
    Measure,
    MeasureRow,
    Missing,
    Origin,
    Passage,
    Quoted,
    Report,
    Retelling,
    RunRecord,
    Side,
    Summary,
    Topic,
    Uncovered,
    UsageRecord,
    Zone,
)
from summarizer.terms import ArticleStatus, Cause, DecidedBy, FindingKind, Matter, Severity, Verdict, ZoneKind

TELLERS = (2, 2, 2, 3, 3, 4, 6)
"""By how many articles a fact is told, each as likely."""
SENTENCES = 30
A_PARAGRAPH = 3
VERDICTS = (*[Verdict.CONTRADICT] * 3, *[Verdict.DIFFERS] * 3, *Verdict)
FORMS = {FindingKind.QUANTITY: TOLD, FindingKind.DATE: TOLD, FindingKind.QUOTATION: SAID, FindingKind.DENIAL: DENIED}
"""The kinds of facts, and how each is told in every language."""
MATTERS = (Matter.CASUALTIES, Matter.RESPONSIBILITY, Matter.AMOUNT, Matter.POSITION, Matter.OTHER)
BEGUN = dt.date(2024, 3, 1)


@dataclass
class Fact:
    """One thing that happened, and the articles that tell it."""

    number: int
    kind: FindingKind
    place: str
    speaker: str
    count: int
    tellers: list[int]
    sides: list[Side] = field(default_factory=list)
    rows: list[MeasureRow] = field(default_factory=list)


def large_report(articles: int = 100, findings: int = 500, seed: int = 7, sentences: int = SENTENCES) -> Report:
    """A report of this many articles, of about 20 words a sentence, and of this many findings."""
    chance = random.Random(seed)
    facts = [_fact(number, articles, chance) for number in range(findings)]
    summaries = tuple(_summary(number, facts, chance, sentences) for number in range(articles))
    told = [fact for fact in facts if len(fact.sides) > 1]
    return Report(
        run=_run(articles),
        summaries=summaries,
        findings=tuple(_finding(fact, chance) for fact in told),
        origins=tuple(_origins(summaries)),
        retellings=tuple(_retelling(left, right) for left, right in zip(summaries[::3], summaries[1::3], strict=False)),
        measures=tuple(_measure(fact) for fact in told if len(fact.rows) > 1),
        topics=tuple(_topic(fact, summaries) for fact in told[::4]),
        failures=(Failure(stage="read", what="story/scan.pdf", why="it holds pictures of pages and no text", exit_code=3),),
    )


def _fact(number: int, articles: int, chance: random.Random) -> Fact:
    tellers = chance.sample(range(articles), min(articles, chance.choice(TELLERS)))
    kind = chance.choice(tuple(FORMS))
    return Fact(number, kind, chance.choice(PLACES), chance.choice(SPEAKERS), chance.randint(3, 900), tellers)


@dataclass
class Draft:
    """An article as it grows: its text, and what was told in it."""

    article_id: str
    language: str
    text: str
    claims: list[Claim] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)

    def add(self, sentence: str, gap: str) -> int:
        """Where the sentence starts."""
        start = len(self.text) + len(gap)
        self.text += gap + sentence
        return start


def _summary(number: int, facts: Sequence[Fact], chance: random.Random, sentences: int) -> Summary:
    language = LANGUAGES[number % len(LANGUAGES)]
    title = TITLES[language].format(place=chance.choice(PLACES), n=number)
    draft = Draft(f"a{number:05d}", language, title)
    told: list[Fact | None] = [fact for fact in facts if number in fact.tellers]
    told += [None] * max(0, sentences - len(told))
    chance.shuffle(told)
    for place, fact in enumerate(told):
        gap = " " if place % A_PARAGRAPH else "\n\n"
        if fact is None:
            draft.add(chance.choice(ASIDES[language]), gap)
        else:
            _tell(draft, fact, gap, chance)
    return _read(draft, number, title)


def _tell(draft: Draft, fact: Fact, gap: str, chance: random.Random) -> None:
    count = fact.count if chance.random() < 1 / 2 else fact.count + chance.randint(1, 40)
    words = {"n": count, "place": fact.place, "speaker": fact.speaker}
    sentence = FORMS[fact.kind][draft.language].format(**words)
    start = draft.add(sentence, gap)
    shown = str(count)
    anchor = start + sentence.index(shown)
    evidence = {
        "quote": sentence,
        "start": start,
        "end": start + len(sentence),
        "anchor_start": anchor,
        "anchor_end": anchor + len(shown),
    }
    claim = Claim(item_id=f"c{len(draft.claims)}", statement=sentence, when=fact.place, **evidence)
    draft.claims.append(claim)
    place = {"quote": sentence, "start": start, "end": start + len(sentence)}
    if fact.kind is FindingKind.QUANTITY:
        figure = _figure(draft, claim, shown, evidence)
        fact.rows.append(_row(draft.article_id, figure, place))
    if fact.kind is FindingKind.QUOTATION:
        draft.attributions.append(_attribution(draft, claim, fact.speaker, evidence))
    fact.sides.append(
        Side(
            article_id=draft.article_id,
            item_id=claim.item_id,
            value=shown,
            statement=sentence,
            speaker=fact.speaker,
            **evidence,
        )
    )


def _figure(draft: Draft, claim: Claim, shown: str, evidence: dict) -> Figure:
    ends = {"low": Decimal(shown), "high": Decimal(shown)}
    given = {"item_id": f"g{len(draft.figures)}", "claim_id": claim.item_id, "figure": shown, "measure": "people evacuated"}
    draft.figures.append(Figure(**given, **ends, approximator="exact", unit="people", **evidence))
    return draft.figures[-1]


def _row(article_id: str, figure: Figure, place: dict) -> MeasureRow:
    ends = {"low": figure.low, "high": figure.high}
    return MeasureRow(article_id=article_id, item_id=figure.item_id, figure=figure.figure, unit="people", **ends, **place)


def _attribution(draft: Draft, claim: Claim, speaker: str, evidence: dict) -> Attribution:
    key = f"t{len(draft.attributions)}"
    return Attribution(item_id=key, claim_id=claim.item_id, source=speaker, cue="said", direct=True, **evidence)


def _read(draft: Draft, number: int, title: str) -> Summary:
    text = draft.text
    article = Article(
        article_id=draft.article_id,
        path=f"story/{number:03d}_report.html",
        title=title,
        outlet=None if number % 17 == 5 else f"The {PLACES[number % len(PLACES)]} Courier {number}",
        published=None if number % 11 == 3 else BEGUN + dt.timedelta(days=number // 2),
        published_basis="page metadata",
        language=draft.language,
        url=f"https://courier{number}.example/story",
        text=text,
        zones=(Zone(start=0, end=len(title), kind=ZoneKind.TITLE),),
        incomplete="the text ends in the middle of a sentence" if number % 23 == 7 else None,
    )
    first = text.index("\n\n") + 2
    return Summary(
        article=article,
        status=ArticleStatus.EXTRACTED,
        claims=tuple(draft.claims),
        figures=tuple(draft.figures),
        attributions=tuple(draft.attributions),
        missing=(_missing(),) if number % 9 == 4 else (),
        uncovered=(Uncovered(kind="number", quote=text[first : first + 9], start=first, end=first + 9),),
        credited=("Radio Delta",) if number % 4 == 0 else (),
        checkable=len(draft.claims) + 1,
        covered=len(draft.claims),
    )


def _missing() -> Missing:
    return Missing(
        item_id="m1",
        kind="figure",
        statement="The dam was built in 1987.",
        anchor="built in 1987",
        sentences=(2,),
        why="these words do not stand in the article",
    )


def _finding(fact: Fact, chance: random.Random) -> Finding:
    verdict = chance.choice(VERDICTS)
    explained = verdict in {Verdict.UPDATE, Verdict.SCOPE, Verdict.COMPATIBLE}
    left, right = fact.sides[0].value, fact.sides[1].value
    return Finding(
        finding_id=f"f{fact.number:05d}",
        verdict=verdict,
        kind=fact.kind,
        severity=chance.choice(tuple(Severity)),
        matter=chance.choice(MATTERS),
        question=f"How many people had left {fact.place} when {fact.speaker} spoke to reporters there ({fact.number})?",
        why=f"One article says {left} and the other {right}, of the same evening and the same part of {fact.place}, "
        "and neither says that it goes back to an earlier count.",
        cause=chance.choice(tuple(Cause)) if explained else None,
        settle="The list of the civil protection office of that evening." if verdict is Verdict.UNSURE else None,
        decided_by=chance.choice(tuple(DecidedBy)),
        code_says=f"{left} and {right} have no number in common." if left != right else None,
        origins=len({side.article_id for side in fact.sides}),
        background=fact.number % 19 == 0,
        sides=tuple(fact.sides),
    )


def _measure(fact: Fact) -> Measure:
    values = {row.low for row in fact.rows}
    rows = tuple(row.model_copy(update={"differs": row.low != fact.rows[0].low}) for row in fact.rows)
    return Measure(measure=f"people evacuated ({fact.number})", place=fact.place, differ=len(values) > 1, rows=rows)


def _topic(fact: Fact, summaries: Sequence[Summary]) -> Topic:
    told = {side.article_id: side.item_id for side in fact.sides}
    others = [one.article.article_id for one in summaries if one.article.article_id not in told and not one.article.incomplete]
    carriers = tuple(Carrier(article_id=article, item_id=item) for article, item in told.items())
    return Topic(question=f"Who had left {fact.place} by then ({fact.number})?", carriers=carriers, silent=tuple(others[:9]))


def _origins(summaries: Sequence[Summary]) -> list[Origin]:
    """Four articles each, every other time on their own."""
    ids = [summary.article.article_id for summary in summaries]
    groups = [ids[at : at + 4] for at in range(0, len(ids), 4)]
    shared = [
        Origin(origin_id=f"o{g[0]}", label="Radio Delta", article_ids=tuple(g), basis="both credit Radio Delta")
        for g in groups[::2]
    ]
    own = [one for group in groups[1::2] for one in group]
    return [*shared, *(Origin(origin_id=f"o{one}", label=one, article_ids=(one,), basis="own reporting") for one in own)]


def _retelling(told: Summary, retold: Summary) -> Retelling:
    pairs = list(zip(told.claims, retold.claims, strict=False))[:3]
    return Retelling(
        origin_id=None,
        told_id=told.article.article_id,
        retold_id=retold.article.article_id,
        basis="near-identical passages",
        shared=0.4,
        changes=tuple(
            Change(what="figure", told=_passage(left), retold=_passage(right), note="183 became 150") for left, right in pairs
        ),
    )


def _passage(item: Quoted) -> Passage:
    return Passage(quote=item.quote, start=item.start, end=item.end)


def _run(articles: int) -> RunRecord:
    return RunRecord(
        program="summarizer",
        version="0.1.0",
        model="invented",
        endpoint="https://llm.example/v1",
        prompts={"extract": "9f86d081884c7d659a2feaa0c55ad015"},
        articles=articles,
        extraction=UsageRecord(answers=articles, input_tokens=2000 * articles, output_tokens=1500 * articles),
        comparison=UsageRecord(answers=9, input_tokens=90000, output_tokens=9000),
    )
