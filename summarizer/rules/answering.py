"""Puts an article's answer together: which sentences are statements, who says them, and their figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.answers import ArticleAnswer, StatementAnswer
from summarizer.ground import Numbered
from summarizer.ground.numbers import cuts_number
from summarizer.rules.anchors import Anchors
from summarizer.rules.figures import Reading
from summarizer.rules.headlines import headline_numbers, is_retold
from summarizer.rules.said import Said, said_in, spoken
from summarizer.rules.sentence import Sentence
from summarizer.rules.speakers import Speakers, main_source
from summarizer.rules.times import nearest, phrase
from summarizer.rules.tolls import is_running
from summarizer.rules.wanted import Wanted
from summarizer.schema import Uncovered
from summarizer.text import Span

_NAMED = re.compile(r"(?<=[a-z,’'] )[A-Z][\w’'-]+")


def answer(numbered: Numbered, left: Sequence[Uncovered] | None = None) -> ArticleAnswer:
    """Everything the scanners find that an article states, in the shape in which a model gives it.

    Where a model has read the article before, only the numbers and quotations that it left are read, and whom the
    article retells is not asked. Every anchor and figure is looked up before it is given, so that grounding the answer
    leaves nothing missing.
    """
    if left is not None and not left:
        return ArticleAnswer(statements=[])
    wanted = Wanted.of(left)
    article = numbered.article
    speakers, anchors = Speakers(article), Anchors(article.text)
    speeches = spoken(numbered.analysis, speakers)
    statements = [
        statement
        for reading in _readings(numbered)
        if wanted.reaches(reading.sentence)
        for statement in _statements(reading, said_in(reading.sentence, article.text, speeches), anchors, wanted)
    ]
    named = {statement.by for statement in statements}
    known = [speaker for speaker in speakers.known.values() if speaker.id in named]
    return ArticleAnswer(main_source=main_source(article) if left is None else None, speakers=known, statements=statements)


def _readings(numbered: Numbered) -> list[Reading]:
    """The sentences that can be statements: all of the text, and the title where it says more than the text."""
    article = numbered.article
    sentences = [Sentence(n, span, span.of(article.text), numbered.analysis) for n, span in enumerate(numbered.spans, start=1)]
    readings = [Reading(sentence, article.text) for sentence in sentences if _is_whole(sentence, numbered)]
    titles = headline_numbers(numbered)
    body = [reading for reading in readings if reading.sentence.number not in titles]
    return [r for r in readings if r.sentence.number not in titles or not is_retold(r, body)]


def _is_whole(sentence: Sentence, numbered: Numbered) -> bool:
    """Its edges cut through no number."""
    return not cuts_number(numbered.article.text, sentence.span)


def _statements(reading: Reading, said: Sequence[Said], anchors: Anchors, wanted: Wanted) -> Iterator[StatementAnswer]:
    """One statement for each speaker in the sentence, and one for what the article itself says."""
    sentence = reading.sentence
    owners = [next((part for part in said if part.holds(figure)), None) for figure in sentence.figures]
    for part in said:
        own = [index for index, owner in enumerate(owners) if owner is part and wanted.has_figure(sentence, index)]
        if own or wanted.has_words(sentence, part.part):
            yield from _statement(reading, part, own, anchors)
    rest = [index for index, owner in enumerate(owners) if owner is None and wanted.has_figure(sentence, index)]
    if rest or (wanted.everything and not said and _is_event(reading)):
        yield from _statement(reading, Said(Span(0, len(sentence.text))), rest, anchors)


def _is_event(reading: Reading) -> bool:
    """A date that can be told, and a name."""
    return any(d.earliest and d.latest for d in reading.sentence.dates) and _NAMED.search(reading.sentence.text) is not None


def _statement(reading: Reading, said: Said, own: Sequence[int], anchors: Anchors) -> Iterator[StatementAnswer]:
    anchor = anchors.take(reading.sentence, _kernel(reading, said, own))
    if anchor is None:
        return
    when = None if any(is_running(reading.sentence, index) for index in own) else _when(reading, said)
    yield StatementAnswer(
        sents=[reading.sentence.number],
        anchor=anchor,
        stance=said.stance,
        by=said.by,
        cue=said.cue,
        when=when,
        figures=reading.figure_answers(own, when),
    )


def _kernel(reading: Reading, said: Said, own: Sequence[int]) -> Span:
    """The decisive words: of a speech its first ones, else the first figure, else the date."""
    sentence = reading.sentence
    if said.direct or (said.by and not own):
        inside = [word for word in sentence.words if word.overlaps(said.part)][:6]
        return Span(inside[0].start, inside[-1].end) if inside else said.part
    if own:
        return Span(sentence.figures[own[0]].start, sentence.figures[own[0]].end)
    return Span(reading.sentence.dates[0].start, reading.sentence.dates[0].end) if reading.sentence.dates else said.part


def _when(reading: Reading, said: Said) -> str | None:
    """The date in what is said, else the only one of the sentence."""
    dates = reading.sentence.dates
    date = nearest(dates, said.part) or (dates[0] if len(dates) == 1 else None)
    return phrase(reading.sentence.text, date) if date else None
