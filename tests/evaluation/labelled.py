"""Builders of labels and of small reports that show what the labels ask for."""

from __future__ import annotations

import json
from typing import Any

from builders import article

from summarizer.evaluation import Gold, parse_gold
from summarizer.schema import Attribution, Claim, Figure, Finding, Origin, Report, RunRecord, Side, Summary, UsageRecord
from summarizer.terms import ArticleStatus

TEXTS = {
    "herald": "The coast guard said 64 people were saved. The bow door was open. It rained on Monday.",
    "courier": "The coast guard said 46 people were saved. The bow door was shut. It rained on Tuesday.",
}


def planted(label_id: str, left: str, right: str, *, kind: str = "quantity", **fields: Any) -> dict[str, Any]:
    """A label with one side in each of the two articles."""
    return {"id": label_id, "kind": kind, "sides": [["herald", left], ["courier", right]], **fields}


def gold(*must_flag: dict[str, Any], decoys: tuple[dict[str, Any], ...] = (), **fields: Any) -> Gold:
    raw = {"must_flag": must_flag, "must_not_flag": decoys, **fields}
    return parse_gold(json.dumps(raw).encode(), "gold.json")


def finding(*quotes: str, verdict: str = "contradict", kind: str = "quantity", severity: str = "medium") -> Finding:
    """A finding that shows these sentences."""
    sides = tuple(_side(quote) for quote in quotes)
    return Finding(
        finding_id="f-" + "-".join(side.item_id for side in sides) + verdict,
        verdict=verdict,
        kind=kind,
        severity=severity,
        question="?",
        why="They differ.",
        decided_by="both",
        origins=2,
        sides=sides,
    )


def report(*findings: Finding, one_origin: bool = False, **usage: int) -> Report:
    """Both articles, read sentence by sentence, with these findings."""
    summaries = tuple(_summary(name) for name in TEXTS)
    ids = [s.article.article_id for s in summaries]
    groups = [ids] if one_origin else [[one] for one in ids]
    return Report(
        run=RunRecord(
            program="summarizer",
            version="0",
            model="m",
            endpoint="none",
            prompts={},
            articles=2,
            extraction=UsageRecord(answers=2, input_tokens=100, output_tokens=10),
            comparison=UsageRecord(answers=1, **usage),
        ),
        summaries=summaries,
        findings=findings,
        origins=tuple(
            Origin(origin_id=f"o{n}", label="x", article_ids=tuple(g), basis="own reporting") for n, g in enumerate(groups)
        ),
        failures=(),
    )


def _summary(name: str) -> Summary:
    made = article(TEXTS[name], outlet=name)
    claims = [Claim(statement=quote, **_evidence(quote)) for quote in _sentences(name)]
    first = claims[0]
    figure = Figure(
        claim_id=first.item_id, figure="64", measure="saved", **_evidence(first.quote) | {"item_id": f"n{first.item_id}"}
    )
    saying = Attribution(
        claim_id=first.item_id, source="The coast guard", **_evidence(first.quote) | {"item_id": f"q{first.item_id}"}
    )
    return Summary(
        article=made, status=ArticleStatus.EXTRACTED, claims=tuple(claims), figures=(figure,), attributions=(saying,)
    )


def _side(quote: str) -> Side:
    name = next(name for name in TEXTS if quote in _sentences(name))
    return Side(article_id=article(TEXTS[name], outlet=name).article_id, value=quote, statement=quote, **_evidence(quote))


def _evidence(quote: str) -> dict[str, Any]:
    name = next(name for name in TEXTS if quote in _sentences(name))
    start = TEXTS[name].index(quote)
    end = start + len(quote)
    item_id = f"{name[0]}{_sentences(name).index(quote)}"
    return {"item_id": item_id, "quote": quote, "start": start, "end": end, "anchor_start": start, "anchor_end": end}


def _sentences(name: str) -> list[str]:
    return [f"{part}." for part in TEXTS[name].rstrip(".").split(". ")]
