"""Turns a model's answer into trusted records. Pure.

What cannot be found in the article becomes a `Missing` record with the reason; nothing is repaired, nothing dropped.
"""

from __future__ import annotations

from summarizer.ground.numbering import Numbered, number_sentences, parts
from summarizer.ground.records import ground

__all__ = ["Numbered", "ground", "number_sentences", "parts"]
