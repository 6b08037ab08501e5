"""Turns a model's answer into trusted records. Pure.

What cannot be found in the article becomes a `Missing` record with the reason; nothing is repaired, nothing dropped.
"""

from __future__ import annotations

from summarizer.ground.coverage import checkable, uncovered_sentences
from summarizer.ground.numbering import Numbered, context_lines, number_sentences
from summarizer.ground.parting import parts
from summarizer.ground.records import ground, ground_with_rest

__all__ = [
    "Numbered",
    "checkable",
    "context_lines",
    "ground",
    "ground_with_rest",
    "number_sentences",
    "parts",
    "uncovered_sentences",
]
