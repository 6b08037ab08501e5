"""Builders of small articles, answers and summaries for the tests."""

from __future__ import annotations

import datetime as dt
import hashlib

from summarizer.answers import ArticleAnswer, FigureAnswer, SpeakerAnswer, StatementAnswer
from summarizer.ground import ground, number_sentences
from summarizer.schema import Article, Summary, Zone


def article(
    text: str, *, outlet: str = "The Courier", published: str | None = "2024-10-14", zones: tuple[Zone, ...] = ()
) -> Article:
    return Article(
        article_id="a" + hashlib.sha256(f"{text}{outlet}".encode()).hexdigest()[:12],
        path=f"{outlet.lower().replace(' ', '_')}.txt",
        outlet=outlet,
        published=dt.date.fromisoformat(published) if published else None,
        text=text,
        zones=zones,
        language="en",
    )


def statement(anchor: str, *, sents: list[int] | None = None, text: str | None = None, **fields: object) -> StatementAnswer:
    return StatementAnswer.model_validate({"sents": sents or [1], "anchor": anchor, "statement": text, **fields})


def figure(words: str, measure: str, **fields: str) -> FigureAnswer:
    return FigureAnswer.model_validate({"figure": words, "measure": measure, **fields})


def speaker(name: str, key: str = "p1", **fields: object) -> SpeakerAnswer:
    return SpeakerAnswer.model_validate({"id": key, "name": name, **fields})


def summary(text: str, *statements: StatementAnswer, speakers: tuple[SpeakerAnswer, ...] = (), **fields: str | None) -> Summary:
    """One article's text and what a model says of it, grounded."""
    outlet, published = fields.pop("outlet", "The Courier"), fields.pop("published", "2024-10-14")
    answer = ArticleAnswer.model_validate({"statements": list(statements), "speakers": list(speakers), **fields})
    return ground(number_sentences(article(text, outlet=outlet, published=published)), [answer])
