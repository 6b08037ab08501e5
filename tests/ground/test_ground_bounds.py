"""A long article is asked about in few and bounded requests, and each of its paragraphs once."""

from __future__ import annotations

import itertools

import pytest
from builders import article

from summarizer.articles import read_article
from summarizer.ground import context_lines, ground, number_sentences, parts
from summarizer.overlaps import Overlaps
from summarizer.rules import answer
from summarizer.text import Span

PARAGRAPH = "The ferry sank near Torvik on Monday and 12 people died, the coast guard said. A search went on for hours."
SHAPES = {
    "many short lines": lambda n: "".join(f"In all {i} died, Vera Lund said.\n" for i in range(n // 30)),
    "one line": lambda n: "".join(f"and {i} people of village {i} went on " for i in range(n // 35)),
    "letters": lambda n: "a\n" * (n // 2),
    "no blank": lambda n: "\u6f22\u5b57" * (n // 2),
    "sentences": lambda n: "".join(f"On day {i} the boat was seen by {i} men. " for i in range(n // 40)),
    "digits": lambda n: "1234567890" * (n // 10),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_an_article_of_300_kb_takes_at_most_twenty_requests_of_bounded_size(shape):
    numbered = number_sentences(article(SHAPES[shape](300_000)))
    ranges = list(parts(numbered))
    sent = [numbered.lines(*r) for r in ranges]
    assert len(ranges) <= 19
    assert max(len(lines.encode()) for lines in sent) <= 190_000
    assert ranges[0][0] == 1
    assert ranges[-1][1] == len(numbered.spans)
    assert all(right[0] <= left[1] + 1 for left, right in itertools.pairwise(ranges))
    assert len(context_lines(numbered, range(2, len(numbered.spans) + 1, 2)).encode()) <= 190_000


def test_a_paragraph_that_stands_again_is_read_once():
    numbered = number_sentences(article("\n\n".join([PARAGRAPH] * 3000)))
    assert len(numbered.spans) == 2
    assert list(parts(numbered)) == [(1, 2)]
    assert len(ground(numbered, [], [answer(numbered)]).figures) == 1


def test_short_lines_may_stand_again():
    assert len(number_sentences(article("He said no.\n\nThey went on.\n\nHe said no.")).spans) == 3


def test_a_sentence_without_an_end_is_cut_at_its_clauses_and_in_no_number():
    text = "".join(f"then {i} boats of {i} men came, " for i in range(2000)).strip()
    numbered = number_sentences(article(text))
    assert max(span.end - span.start for span in numbered.spans) <= 3000
    assert "".join(span.of(text) + " " for span in numbered.spans).strip() == text
    assert all(span.of(text).endswith(",") for span in numbered.spans)


def test_what_overlaps_is_found_whatever_its_length():
    spans = [Span(n, n + length) for n in range(0, 30_000, 700) for length in (1, 900, 9_000)]
    found = Overlaps(spans)
    for asked in (Span(0, 1), Span(699, 701), Span(5_000, 12_345), Span(31_000, 40_000)):
        assert found.of(asked) == [n for n, span in enumerate(spans) if span.overlaps(asked)]


def test_repetition_is_told(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text("\n\n".join([PARAGRAPH] * 30), encoding="utf-8")
    assert "29 paragraphs only repeat one before them; each is read where it stands first" in read_article(path).notes
