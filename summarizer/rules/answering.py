"""Puts an article's answer together: which sentences are statements, who says them, and their figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.answers import ArticleAnswer, StatementAnswer
from summarizer.ground import Numbered
from summarizer.ground.numbers import cuts_number
from summarizer.quantities import Quantity
from summarizer.rules.anchors import Anchors
from summarizer.rules.figures import Reading
from summarizer.rules.headlines import headline_numbers, is_retold
from summarizer.rules.said import Heard, Said
from summarizer.rules.sentence import Sentence
from summarizer.rules.speakers import Speakers, main_source
from summarizer.rules.times import nearest, phrase
from summarizer.rules.tolls import is_running
from summarizer.rules.wanted import Wanted
from summarizer.rules.withheld import Withheld, is_presupposed, withheld
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
    heard = Heard.among(numbered.analysis, speakers)
    statements = [
        statement
        for reading in _readings(numbered)
        if wanted.reaches(reading.sentence)
        for statement in _statements(reading, heard, anchors, wanted)
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


def _statements(reading: Reading, heard: Heard, anchors: Anchors, wanted: Wanted) -> Iterator[StatementAnswer]:
    """One statement for each speaker in the sentence and each way he puts it, and what the article itself says."""
    sentence = reading.sentence
    said = heard.said_in(sentence, reading.text)
    eventful = wanted.everything and not said and _is_event(reading)
    unheld = _unheld(sentence, heard) if sentence.figures or eventful else []
    owners = [_owner(sentence.text, figure, said, unheld) for figure in sentence.figures]
    for part in said:
        told = [
            index
            for index, owner in enumerate(owners)
            if owner and (owner.by, owner.part) == (part.by, part.part) and wanted.has_figure(sentence, index)
        ]
        if told or (not part.thought and wanted.has_words(sentence, part.part)):
            yield from _by_stance(reading, part, told, owners, anchors)
    rest = [index for index, owner in enumerate(owners) if owner and owner.by is None and wanted.has_figure(sentence, index)]
    whole = Said(Span(0, len(sentence.text)))
    if rest or (eventful and not any(held.stance in _REFUSED for held in unheld)):
        yield from _by_stance(reading, whole, rest, owners, anchors)


def _unheld(sentence: Sentence, heard: Heard) -> list[Withheld]:
    return [*withheld(sentence.text, sentence.figures), *heard.unvouched_in(sentence)]


_REFUSED = (None, "denied")


def _owner(text: str, figure: Quantity, said: Sequence[Said], unheld: Sequence[Withheld]) -> Said | None:
    """The part that vouches for a figure and how it puts it; None if nobody does."""
    whole = Said(Span(0, len(text)))
    owner = next((part for part in said if part.holds(figure)), whole)
    found = [held for held in unheld if held.holds(figure)]
    if not found or is_presupposed(text, figure):
        return owner
    refused = [held for held in found if held.stance in _REFUSED]
    if refused and owner.stance != "denied":
        inside = owner.by and all(held.stance == "denied" and owner.part.covers(held.part) for held in refused)
        return replace(owner, stance="denied") if inside else None
    stance = found[0].stance
    return replace(owner, stance=stance) if stance and owner.stance == "asserted" else owner


def _by_stance(
    reading: Reading, part: Said, told: Sequence[int], owners: Sequence[Said | None], anchors: Anchors
) -> Iterator[StatementAnswer]:
    """A statement for each way in which the figures of one part are put forward; one without figures if it has none."""
    stances = list(dict.fromkeys(owner.stance for index in told if (owner := owners[index]) is not None)) or [part.stance]
    for stance in stances:
        own = [index for index in told if (owner := owners[index]) is not None and owner.stance == stance]
        for figures in _by_time(reading, own):
            yield from _statement(reading, replace(part, stance=stance), figures, anchors)


def _by_time(reading: Reading, own: Sequence[int]) -> list[list[int]]:
    """The figures in two: what happened on the day, and the level of a toll, which holds when it is written."""
    running = [index for index in own if is_running(reading.sentence, index)]
    others = [index for index in own if index not in running]
    return [others, running] if others and running else [list(own)]


def _is_event(reading: Reading) -> bool:
    """A date that can be told, and a name."""
    return any(d.earliest and d.latest for d in reading.sentence.dates) and _NAMED.search(reading.sentence.text) is not None


def _statement(reading: Reading, said: Said, own: Sequence[int], anchors: Anchors) -> Iterator[StatementAnswer]:
    anchor = anchors.take(reading.sentence, _kernel(reading, said, own))
    if anchor is None:
        return
    when = None if any(is_running(reading.sentence, index) for index in own) else _when(reading, said, own)
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


def _when(reading: Reading, said: Said, own: Sequence[int]) -> str | None:
    """The date in what is said, else the only one of the sentence; none that is made of its only figure ("two days after")."""
    figures = [reading.sentence.figures[index] for index in own]
    dates = [
        date
        for date in reading.sentence.dates
        if not figures or any(f.end <= date.start or date.end <= f.start for f in figures)
    ]
    date = nearest(dates, said.part) or (dates[0] if len(dates) == 1 else None)
    return phrase(reading.sentence.text, date) if date else None
