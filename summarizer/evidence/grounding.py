"""Whether the answers of the model lead to the quotes: what they cite is looked up in the article once more."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from summarizer.answers import StatementAnswer
from summarizer.evidence.checks import Check, Status, held
from summarizer.ground import number_sentences
from summarizer.ground.evidence import Evidence, locate
from summarizer.schema import Finding, Quoted, Summary

_MOST_STATEMENTS = 5000


def arguments_in(response: str) -> dict[str, Any] | None:
    """What the model filled in, out of the body of a chat completion; None if there is nothing of that shape in it."""
    try:
        message = json.loads(response)["choices"][0]["message"]
        calls = message.get("tool_calls")
        written = calls[0]["function"]["arguments"] if calls else message["content"]
        found = json.loads(written[written.index("{") : written.rindex("}") + 1])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def grounding_checks(finding: Finding, summaries: Sequence[Summary], answers: Mapping[str, str]) -> Iterator[Check]:
    """One check for each side: a statement of an answer about its article cites the words that are quoted."""
    by_id = {summary.article.article_id: summary for summary in summaries}
    places = {key: list(_places(summary, answers)) for key, summary in by_id.items()}
    for number, side in enumerate(finding.sides, start=1):
        summary = by_id[side.article_id]
        what = f"side {number}: an answer of the model leads to the quote"
        item = next((one for one in _items(summary) if one.item_id == side.item_id), None)
        if item is None:
            yield Check(what, Status.FAILS, f"its article has no item {side.item_id!a}")
        elif item.read_by == "rules":
            yield Check(what, Status.OPEN, "rules read it, and no model was asked")
        elif not summary.requests or any(key not in answers for key in summary.requests):
            yield Check(what, Status.OPEN, "not every answer about its article is in the bundle")
        else:
            there = any(one.anchor.start < side.end and side.start < one.anchor.end for one in places[side.article_id])
            yield held(what, holds=there, detail="no statement of the answers cites words in it")


def _items(summary: Summary) -> Iterator[Quoted]:
    yield from summary.claims
    yield from summary.figures
    yield from summary.attributions


def _places(summary: Summary, answers: Mapping[str, str]) -> Iterator[Evidence]:
    """Where in the article the statements of its answers stand."""
    numbered = number_sentences(summary.article)
    for key in summary.requests:
        found = arguments_in(answers[key]) if key in answers else None
        statements = found.get("statements") if found else None
        for loaded in statements[:_MOST_STATEMENTS] if isinstance(statements, list) else ():
            try:
                place = locate(numbered, StatementAnswer.model_validate(loaded))
            except ValidationError:
                continue  # one that did not fit was not used by the run either
            if isinstance(place, Evidence):
                yield place
