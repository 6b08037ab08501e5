"""How a statement is said: the speaker's own words around its anchor, and the word that introduces him."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from summarizer.answers import StatementAnswer
from summarizer.ground.evidence import Evidence
from summarizer.ground.support import quoted_words
from summarizer.schema import Article
from summarizer.text import Span, find_first

_NEAR = 300
"""Characters around its sentence in which a speaker is introduced."""
_SAY = re.compile(r"\b(?:said|says|say|saying)\b", re.IGNORECASE)


def shown_with_words(article: Article, evidence: Evidence) -> tuple[dict[str, Any], Span | None]:
    """The fields of a record that shows the quotation around the anchor too, and its words; None if nothing is quoted.

    Of a quotation of several sentences it is the part that this statement rests on.
    """
    shown, words = evidence.fields(article), quoted_words(article.text, evidence.anchor)
    if words is None:
        return shown, None
    words = Span(max(words.start, evidence.sentence.start), min(words.end, evidence.sentence.end))
    if not (shown["start"] <= words.start and words.end <= shown["end"]):
        whole = Span(min(evidence.quote.start, words.start), max(evidence.quote.end, words.end))
        shown = replace(evidence, quote=whole).fields(article)
    return shown, words


def cue_of(article: Article, statement: StatementAnswer, evidence: Evidence) -> str | None:
    """The word that introduces the speaker as the article has it; a form of "say" need not be named by the model."""
    text = article.text
    if statement.cue:
        near = Span(evidence.sentence.start - _NEAR, evidence.sentence.end + _NEAR)
        hit = find_first(statement.cue, text, Span(max(0, near.start), min(len(text), near.end)))
        return hit.of(text) if hit else None
    return next((m.group() for span in evidence.cited for m in _SAY.finditer(span.of(text))), None)
