"""Makes labels of what reviewers decided, so that a later version or another model is scored against their judgement.

What is confirmed must be found again, what is dismissed must not be flagged, and what is real but minor may be. Only
rulings that hold count: one that is stale, disputed or unsure labels nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from summarizer.review import FindingState, articles_of, states
from summarizer.schema import Article, Decision, Finding, Report, ReviewRecord, Side
from summarizer.terms import DismissalReason, Ruling, Verdict

SIDES = 2
ACCEPTED = {Verdict.UNSURE: (Verdict.UNSURE, Verdict.CONTRADICT, Verdict.DIFFERS)}
"""Under which verdicts a confirmed difference is right, where it is not its own alone."""
INSTEAD = {
    DismissalReason.SAME: Verdict.AGREE,
    DismissalReason.OTHER_MATTER: Verdict.SCOPE,
    DismissalReason.UPDATE: Verdict.UPDATE,
    DismissalReason.ROUNDING: Verdict.COMPATIBLE,
}
"""What a dismissed finding should have been, as far as the reason tells."""
WHY = {
    DismissalReason.SAME: "Both say the same.",
    DismissalReason.OTHER_MATTER: "They speak of two matters.",
    DismissalReason.UPDATE: "The later one replaces the earlier one.",
    DismissalReason.ROUNDING: "Rounding, a bound or a vague word.",
    DismissalReason.MISREAD: "An article was misread.",
}

_WORD = re.compile(r"\w+|[^\w\s]+")
_PART = re.compile(r"[_\-. ]+")


@dataclass(frozen=True)
class Labels:
    """Labels as a file.

    Attributes:
        text: `gold.json`, to be put beside the articles.
        must_flag, must_not_flag, also_true: how many there are of each.
        left_out: rulings that no label could be made of, one line each.
    """

    text: str
    must_flag: int
    must_not_flag: int
    also_true: int
    left_out: tuple[str, ...] = ()


def labels_of(report: Report, review: ReviewRecord) -> Labels:
    """The labels that the rulings on a report make."""
    by_id = states(report, review)
    articles = articles_of(report)
    prefixes = _prefixes(report)
    labels: dict[str, list[dict[str, Any]]] = {"must_flag": [], "must_not_flag": [], "also_true": []}
    left_out = []
    for finding in report.findings:
        state = by_id[finding.finding_id]
        fault = _fault(finding, state, prefixes)
        if fault:
            left_out.append(f"{finding.finding_id}: {fault}")
        elif state.ruling is not None:
            sides = [_place(side, articles[side.article_id], prefixes) for side in finding.sides[:SIDES]]
            field, label = _label(finding, next(one for one in state.holding if one.ruling is not None))
            labels[field].append({"id": finding.finding_id, **label, "sides": sides})
    counts = {field: len(entries) for field, entries in labels.items()}
    return Labels(_rendered(labels), **counts, left_out=tuple(left_out))


def are_of_a_review(data: bytes) -> bool:
    """These labels were made by `labels_of`, every one: each is of a finding, and says who ruled on which question."""
    try:
        found = json.loads(data)
        entries = [entry for field in ("must_flag", "must_not_flag", "also_true") for entry in found.get(field, [])]
        return all("by" in entry and "question" in entry for entry in entries)
    except (ValueError, AttributeError, TypeError, RecursionError):
        return False


def _fault(finding: Finding, state: FindingState, prefixes: dict[str, str]) -> str | None:
    """Why a decided finding makes no label; None if it makes one, or nobody decided on it."""
    if state.is_stale:
        return f"the ruling is stale: {state.stale_because}"
    if state.is_disputed:
        return "reviewers disagree"
    if state.ruling is Ruling.UNSURE:
        return "the reviewer is unsure"
    if state.ruling is not None and any(side.article_id not in prefixes for side in finding.sides[:SIDES]):
        return "two files have a name that begins like that of its article"
    return None


def _label(finding: Finding, decision: Decision) -> tuple[str, dict[str, Any]]:
    """In which list a finding belongs, and what is said of it there."""
    by = {"by": decision.by, "question": finding.question}
    if decision.ruling is Ruling.CONFIRMED:
        return "must_flag", {**_planted(finding), **by, "why": decision.note or finding.why}
    reason = decision.reason or DismissalReason.OTHER
    if reason is DismissalReason.MINOR:
        return "also_true", {**_planted(finding), "reason": reason, **by, "why": decision.note or finding.why}
    instead = {"verdict": INSTEAD[reason]} if reason in INSTEAD else {}
    why = decision.note or WHY.get(reason, "A reviewer dismissed it.")
    return "must_not_flag", {"kind": finding.kind, "reason": reason, **instead, **by, "why": why}


def _planted(finding: Finding) -> dict[str, Any]:
    return {"kind": finding.kind, "accept": list(ACCEPTED.get(finding.verdict, (finding.verdict,)))}


def _place(side: Side, article: Article, prefixes: dict[str, str]) -> tuple[str, str]:
    return prefixes[article.article_id], _pattern(side, article.text)


def _pattern(side: Side, text: str) -> str:
    """A regular expression of the decisive words, with as many around them as tell them from the rest of the article."""
    patterns = (_expression(start, end, text) for start, end in _spans(side, text))
    first = next(patterns)
    while len(re.findall(first, text, re.IGNORECASE)) > 1 and (wider := next(patterns, None)):
        first = wider
    return first


def _spans(side: Side, text: str) -> Iterator[tuple[int, int]]:
    """The decisive words, or all where none are marked; then a word more on either side, up to the whole quote."""
    quote = text[side.start : side.end]
    start, end = side.start + len(quote) - len(quote.lstrip()), side.start + len(quote.rstrip())
    anchor = text[side.anchor_start : side.anchor_end].strip()
    if not anchor:
        yield start, end
        return
    first = text.index(anchor, side.anchor_start)
    last = first + len(anchor)
    yield first, last
    while (first, last) != (start, end):
        first = max((word.start() for word in _WORD.finditer(text, start, first)), default=start)
        last = next((word.end() for word in _WORD.finditer(text, last, end)), end)
        yield first, last


def _expression(start: int, end: int, text: str) -> str:
    """These characters of the text, however they are parted by white space; at their ends no word goes on."""
    inner = r"\s+".join(re.escape(part) for part in text[start:end].split())
    return f"{_edge(text, start)}{inner}{_edge(text, end)}"


def _edge(text: str, place: int) -> str:
    """The boundary of a word, if there is one at this place."""
    return r"\b" if re.compile(r"\b").match(text, place) else ""


def _prefixes(report: Report) -> dict[str, str]:
    """The shortest beginning of each article's file name, at the end of a part of it, that no other file's name has.

    An article for which there is none is left out.
    """
    names = {summary.article.article_id: PurePath(summary.article.path).name for summary in report.summaries}
    others = [PurePath(failure.what).name for failure in report.failures if failure.stage in {"read", "copy"}]
    every = [*names.values(), *others]
    found = {
        one: next((p for p in _beginnings(name) if sum(n.startswith(p) for n in every) == 1), None)
        for one, name in names.items()
    }
    return {one: prefix for one, prefix in found.items() if prefix is not None}


def _beginnings(name: str) -> Iterator[str]:
    yield from (name[: match.end()] for match in _PART.finditer(name) if match.start() > 0)
    yield name


def _rendered(labels: dict[str, list[dict[str, Any]]]) -> str:
    """The labels as JSON, one a line."""
    lists = []
    for field, entries in labels.items():
        lines = ",\n".join(f"  {json.dumps(entry, ensure_ascii=False)}" for entry in entries)
        lists.append(f' "{field}": [\n{lines}\n ]' if entries else f' "{field}": []')
    return "{\n" + ",\n".join(lists).encode("utf-8", "replace").decode() + "\n}\n"
