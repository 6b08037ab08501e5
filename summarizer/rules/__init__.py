"""The extractor without a model: fills in an article's answer from the scanners alone. Pure and never raises.

It copies and never rewords, so every statement is a sentence as it stands. What its patterns cannot tell (what a
number counts, whom a pronoun means) is left open and not guessed.
"""

from __future__ import annotations

from summarizer.rules.answering import answer
from summarizer.rules.second_look import second_look

__all__ = ["answer", "second_look"]
