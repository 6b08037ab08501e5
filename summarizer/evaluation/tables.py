"""The scores for a person, as aligned columns, and for a program, as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from summarizer.evaluation.scores import KindScore, Measures, Share, StoryScore, kinds_of_all, total

NOTHING = "-"
"""In a table: a share of nothing."""
_STORY_HEAD = (
    "story", "articles", "planted", "found", "recall", "reported", "precision", "met", "decoys", "figures", "sayings",
    "calls", "calls/article", "tokens",
)  # fmt: skip
_KIND_HEAD = ("kind", "planted", "found", "recall", "reported", "precision")


def render_table(scores: Sequence[StoryScore]) -> str:
    """One row a story and a total, one row a kind, then by name what lowered the scores. Plain text, no last line end."""
    stories = [_STORY_HEAD, *(_story_row(_one_line(s.story), s.measures) for s in scores), _story_row("total", total(scores))]
    kinds = [_KIND_HEAD, *(_kind_row(k, v) for k, v in kinds_of_all(scores).items() if v != KindScore())]
    blocks = [_aligned(stories), _aligned(kinds), [line for score in scores for line in _notes(score)]]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def render_json(scores: Sequence[StoryScore]) -> str:
    """One object: total, kinds, stories. Shares are numbers from 0 to 1, null of nothing. ASCII, no last line end."""
    kinds = {kind.value: _kind_entry(score) for kind, score in kinds_of_all(scores).items()}
    everything = {"total": _entry(total(scores)), "kinds": kinds, "stories": [_story_entry(score) for score in scores]}
    return json.dumps(everything, indent=2)


def _entry(measures: Measures) -> dict[str, Any]:
    return {
        "recall": measures.recall.value,
        "precision": measures.precision.value,
        "decoys_flagged": measures.decoys_flagged,
        "decoys_high": measures.decoys_high,
        "meeting_recall": measures.meeting_recall.value,
        "figures": measures.figures.value,
        "attributions": measures.attributions.value,
        "sources": measures.sources.part == measures.sources.whole,
        "boilerplate": measures.boilerplate,
        "planted": measures.recall.whole,
        "found": measures.recall.part,
        "reported": measures.precision.whole,
        "articles": measures.articles,
        "calls": measures.calls,
        "calls_per_article": measures.calls_per_article,
        "tokens": measures.tokens,
        "unreported": measures.unreported,
    }


def _story_entry(score: StoryScore) -> dict[str, Any]:
    return {
        "story": score.story,
        **_entry(score.measures),
        "missed": score.missed,
        "explained": score.explained,
        "decoys_flagged_ids": score.decoys_flagged,
        "decoys_high_ids": score.decoys_high,
        "boilerplate_quotes": score.boilerplate,
    }


def _kind_entry(score: KindScore) -> dict[str, Any]:
    return {
        "planted": score.recall.whole,
        "found": score.recall.part,
        "recall": score.recall.value,
        "reported": score.precision.whole,
        "precision": score.precision.value,
    }


def _story_row(name: str, measures: Measures) -> tuple[str, ...]:
    return (
        name,
        str(measures.articles),
        *_found(measures.recall, measures.precision),
        _number(measures.meeting_recall.value),
        str(measures.decoys_flagged),
        _number(measures.figures.value),
        _number(measures.attributions.value),
        str(measures.calls),
        _number(measures.calls_per_article),
        str(measures.tokens) + ("?" if measures.unreported else ""),
    )


def _kind_row(name: str, score: KindScore) -> tuple[str, ...]:
    return (name, *_found(score.recall, score.precision))


def _found(recall: Share, precision: Share) -> tuple[str, ...]:
    return (str(recall.whole), str(recall.part), _number(recall.value), str(precision.whole), _number(precision.value))


def _number(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.4f}"


def _one_line(text: str) -> str:
    """The text without line ends, so that no name adds a row."""
    return " ".join(text.split())


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """The first column to the left, numbers to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))])
        for row in rows
    ]


def _notes(score: StoryScore) -> list[str]:
    named = {
        "missed": score.missed,
        "shown under another verdict": score.explained,
        "decoys flagged": score.decoys_flagged,
        "decoys of high severity": score.decoys_high,
        "not the article": score.boilerplate,
    }
    notes = [f"{score.story}: {what}: {'; '.join(ids)}" for what, ids in named.items() if ids]
    return [_one_line(note) for note in (*notes, *_sources_note(score))]


def _sources_note(score: StoryScore) -> list[str]:
    apart = score.measures.sources.whole - score.measures.sources.part
    return [f"{score.story}: pairs of one source counted as two: {apart}"] if apart else []
