"""The search: every cue of every sentence with its source and content, and the quotations that go on after it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from summarizer.attributions.colons import find_colons
from summarizer.attributions.dispositions import DISPOSITIONS, read_disposition
from summarizer.attributions.estimates import ESTIMATES, read_estimate
from summarizer.attributions.impressions import IMPRESSIONS, read_impression
from summarizer.attributions.introductions import find_introductions
from summarizer.attributions.layers import outermost
from summarizer.attributions.lines import find_headline, find_lines, find_signed
from summarizer.attributions.nested import without_nested
from summarizer.attributions.phrases import PHRASES, read_phrase
from summarizer.attributions.reports import find_reports
from summarizer.attributions.spans import AttributionSpan, Found, Place
from summarizer.attributions.tags import find_tags
from summarizer.attributions.tokens import Sentence, Token, sentences
from summarizer.attributions.transcripts import find_dialogue, find_transcript
from summarizer.attributions.turns import tagged_otherwise
from summarizer.attributions.words import ANONYMOUS_NOUNS, word_set


def find_attributions(text: str, *, nested: bool = False) -> list[AttributionSpan]:
    """Who said what in a text, in the order of the cues.

    Quoted, reported and mixed speech, thoughts and findings, wherever the cue stands. Cues inside a quotation or inside
    what somebody else is reported to have said belong to that speaker and are not reported; `nested` gives the latter
    too, and what somebody only would or might say.
    """
    found = [*find_transcript(text), *find_dialogue(text), *find_signed(text)]
    turns = {span.cue for span in found}
    inside = sorted(place for span in found for place in span.content)
    found.extend(span for span in find_lines(text) if span.cue not in turns)
    taken = {span.cue for span in found}
    spoken = {place for span in found for place in span.content}
    found.extend(span for span in _Reader().read(text) if not _repeats(span, taken, spoken, inside))
    headline = find_headline(text, (text[start:end] for span in found for start, end in span.source))
    if headline is not None and not any(
        span.cue == headline.cue or span.content[0][0] == headline.content[0][0] for span in found
    ):
        found.append(headline)
    found.sort(key=lambda span: (span.cue, span.source))
    return found if nested else outermost([span for span in found if not span.supposed])


def _repeats(span: AttributionSpan, taken: set[tuple[Place, ...]], spoken: set[Place], inside: Sequence[Place]) -> bool:
    """True for a clause that the layout of its line has shown already, or that stands in what a line quotes."""
    cue = span.cue[0][0]
    place = bisect_right(inside, (cue, cue)) - 1
    if span.cue in taken or (place >= 0 and inside[place][0] <= cue < inside[place][1]):
        return True
    return len(span.content) == 1 and span.content[0] in spoken


# Longer runs are no one's speech; the bounds keep the work linear.
_MOST_PARAGRAPHS = 40
_MOST_PARTS = 200


# What else a word can be the head of, beside a reporting verb.
_READERS = {
    **dict.fromkeys(IMPRESSIONS, read_impression),
    **dict.fromkeys(DISPOSITIONS, read_disposition),
    **dict.fromkeys(PHRASES, read_phrase),
    **dict.fromkeys(ESTIMATES, read_estimate),
}


class _Reader:
    """Goes through the sentences and keeps the attribution whose quotation may go on."""

    def __init__(self) -> None:
        self.found: list[AttributionSpan] = []
        self.speaking: int | None = None
        self.waiting = False
        self.reporting: int | None = None
        self.block: int | None = None
        self.unassigned: list[Place] = []

    def read(self, text: str) -> list[AttributionSpan]:
        previous: Sentence | None = None
        for sentence in sentences(text):
            reports = _reports(sentence.tokens)
            self._go_on(previous, sentence, own_cue=any(map(_speaks, reports)) or tagged_otherwise(sentence.tokens))
            self._add(sentence, reports)
            self._hold(sentence)
            previous = sentence
        return [span for span in self.found if span.content]

    def _go_on(self, previous: Sentence | None, sentence: Sentence, *, own_cue: bool) -> None:
        """Give a quotation that opens this sentence to the one who was speaking."""
        first = sentence.tokens[0]
        if previous is not None and self.speaking is None and self._follows_report(previous, sentence, own_cue=own_cue):
            self.speaking = self.reporting
            self._extend((first.start, first.end))
            return
        if previous is None or self.speaking is None:
            return
        if not first.quote and self._in_block(previous, sentence):
            self._extend((sentence.start, _last_place(sentence)))
            return
        near = previous.paragraph == sentence.paragraph or self.waiting or previous.tokens[-1].continues
        if not first.quote or not near or (not self.waiting and own_cue):
            self.speaking = None
            self.waiting = False
            return
        self._extend((first.start, first.end))
        self.waiting = False

    def _follows_report(self, previous: Sentence, sentence: Sentence, *, own_cue: bool) -> bool:
        """True for a sentence that is a quotation and nothing else, after one that reports somebody's words."""
        if self.reporting is None or own_cue or previous.paragraph != sentence.paragraph:
            return False
        return len(sentence.tokens) == 1 and sentence.tokens[0].quote and ends_statement(sentence.tokens[0])

    def _hold(self, sentence: Sentence) -> None:
        """Keep the paragraphs of a quotation whose speaker is named only in its last one."""
        first = sentence.tokens[0]
        if self.speaking is not None or not first.quote:
            self._assign(first)
        if first.continues and self.speaking is None:
            self.unassigned = [*self.unassigned[-_MOST_PARAGRAPHS:], (first.start, first.end)]

    def _assign(self, first: Token) -> None:
        """Give the held paragraphs to the one to whom the quotation that ends them belongs."""
        held, self.unassigned = self.unassigned, []
        if self.speaking is None or not held or not first.quote:
            return
        span = self.found[self.speaking]
        if span.content and span.content[0][0] == first.start:
            self.found[self.speaking] = replace(span, content=(*held, *span.content))

    def _in_block(self, previous: Sentence, sentence: Sentence) -> bool:
        """True in a paragraph without marks after "He said:"; the whole paragraph is what was said."""
        if self.waiting and previous.paragraph != sentence.paragraph:
            self.block, self.waiting = sentence.paragraph, False
        return self.block == sentence.paragraph

    def _extend(self, place: Place) -> None:
        if self.speaking is not None:
            span = self.found[self.speaking]
            kept = span.content[: _MOST_PARTS - 1]
            self.found[self.speaking] = replace(span, content=(*kept, place), direct=True)

    def _add(self, sentence: Sentence, reports: list[Found]) -> None:
        tokens = sentence.tokens
        before, self.reporting = len(self.found), None
        for item in sorted(reports, key=lambda item: item.cue):
            span = _span(tokens, item)
            self.found.append(span)
            if (span.direct or item.waits) and _speaks(item):
                self.speaking, self.waiting = len(self.found) - 1, item.waits
        self._keep_reporter(before, len(self.found))

    def _keep_reporter(self, start: int, end: int) -> None:
        """Keep the one whose words a sentence reports without marks: a quotation on its own after it is his too."""
        if self.speaking is not None and self.speaking >= start:
            return
        told = (at for at in range(start, end) if self.found[at].kind == "speech" and not self.found[at].negated)
        self.reporting = next((at for at in told if self.found[at].source), None)


def ends_statement(token: Token) -> bool:
    """True for a quotation that ends as a sentence does."""
    return token.text.rstrip("\"'\u201d\u2019 ")[-1:] in (".", "!", "?", "\u2026")


def _reports(tokens: Sequence[Token]) -> list[Found]:
    """Everything in a sentence that shows who says what."""
    reports = find_reports(tokens)
    headed = [(read, place) for place, token in enumerate(tokens) if (read := _READERS.get(token.low)) is not None]
    reports = [*reports, *(found for read, place in headed if (found := read(tokens, place, reports)) is not None)]
    quotations = [place for place, token in enumerate(tokens) if token.quote]
    if quotations:
        reports.extend(find_colons(tokens, quotations))
        reports.extend([*find_tags(tokens, quotations, without_nested(reports))])
    if quotations or tokens[-1].text == ":":
        reports.extend([*find_introductions(tokens, reports)])
    return reports


def _speaks(found: Found) -> bool:
    """True unless it is an impression that nobody is named for, or an attitude: no quotation goes on after those."""
    return found.source is not None or found.kind == "speech"


def _last_place(sentence: Sentence) -> int:
    last = sentence.tokens[-1]
    return last.start if last.text == "." else last.end


def _span(tokens: Sequence[Token], found: Found) -> AttributionSpan:
    source = () if found.source is None else (_place(tokens, found.source),)
    return AttributionSpan(
        source,
        (_place(tokens, found.cue),),
        tuple(_place(tokens, part) for part in found.content),
        direct=any(token.quote for start, end in found.content for token in tokens[start:end]),
        stance=_stance(tokens, found),
        kind=found.kind,
        anonymous=found.source is not None and _is_anonymous(tokens[found.source[0] : found.source[1]]),
        negated=found.negated,
        supposed=found.supposed,
    )


def _stance(tokens: Sequence[Token], found: Found) -> str:
    """The stance of the cue; who claims responsibility is not doubted, and who did not deny has no stance."""
    if found.negated:
        return "neutral"
    owned = found.stance == "doubt" and any(tokens[start].low in _OWNED for start, _ in found.content)
    return "neutral" if owned else found.stance


_OWNED = frozenset({"responsibility", "credit", "victory"})


def _place(tokens: Sequence[Token], part: tuple[int, int]) -> Place:
    return tokens[part[0]].start, tokens[part[1] - 1].end


def _is_anonymous(source: Sequence[Token]) -> bool:
    """True if nobody is named: no capital after the first word, and a noun such as "official" or "source"."""
    named = any(token.is_capital for token in source[1:]) or (source[0].is_capital and source[0].low not in _DETERMINED)
    return not named and any(token.low in ANONYMOUS_NOUNS for token in source)


_DETERMINED = word_set("a an the one some several many two three other another senior former unnamed anonymous")
