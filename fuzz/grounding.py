"""Feeds texts and hostile answers to numbering, rules and grounding, and stops at the first that raises or breaks its word.

    python fuzz/grounding.py [FOLDER_OF_SEEDS] -max_total_time=300

Needs atheris. Every quote must be the article's own characters; what is not in the article must be missing.
"""

from __future__ import annotations

import datetime as dt
import sys

import atheris

with atheris.instrument_imports(include=["summarizer.ground", "summarizer.rules", "summarizer.text", "summarizer.defusing"]):
    from summarizer.answers import ArticleAnswer, FigureAnswer, SpeakerAnswer, StatementAnswer
    from summarizer.ground import context_lines, ground_with_rest, number_sentences, parts, uncovered_sentences
    from summarizer.rules import answer
    from summarizer.schema import Article

STANCES = ["asserted", "alleged", "denied", "expected", "opinion"]


def answer_from(provider: atheris.FuzzedDataProvider, text: str) -> ArticleAnswer:
    """An answer that mixes words of the article with words of the fuzzer."""

    def words() -> str:
        if not text or provider.ConsumeBool():
            return provider.ConsumeUnicode(20)
        start = provider.ConsumeIntInRange(0, len(text) - 1)
        return text[start : start + provider.ConsumeIntInRange(0, 40)]

    statements = [
        StatementAnswer(
            sents=[provider.ConsumeIntInRange(-1, 9)],
            anchor=words(),
            statement=words() or None,
            stance=provider.PickValueInList(STANCES),
            by="p1" if provider.ConsumeBool() else words(),
            cue=words(),
            when=words(),
            figures=[FigureAnswer(figure=words(), measure=words())],
        )
        for _ in range(provider.ConsumeIntInRange(0, 3))
    ]
    speaker = SpeakerAnswer(id="p1", name=words(), role=words(), via=[words()])
    return ArticleAnswer(main_source=words(), credited=[words()], period=words(), speakers=[speaker], statements=statements)


def one_input(data: bytes) -> None:
    """One article, read by rules and by a model that says anything."""
    provider = atheris.FuzzedDataProvider(data)
    text = provider.ConsumeUnicode(provider.ConsumeIntInRange(1, 400))
    article = Article(article_id="a", path="a.txt", text=text, title=text[:30], language="en", published=dt.date(2021, 8, 29))
    numbered = number_sentences(article)
    for first, last in parts(numbered):
        numbered.lines(first, last)
    said = answer_from(provider, text)
    summary = ground_with_rest(numbered, [said], lambda rest: [answer(numbered, rest)])
    context_lines(numbered, uncovered_sentences(numbered, summary))
    for item in (*summary.claims, *summary.figures, *summary.attributions):
        if text[item.start : item.end] != item.quote:
            raise AssertionError("a quote is not the article's own characters")
    by_rules = ground_with_rest(numbered, [], lambda _: [answer(numbered)])
    if any(missing.kind in {"claim", "figure"} for missing in by_rules.missing):
        raise AssertionError("what rules copy is not found again")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
