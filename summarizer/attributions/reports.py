"""Reporting clauses: a verb cue with its subject before or after it and its content on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.attributions.contents import (
    before_main_clause,
    before_main_verb,
    content_after,
    content_before,
    past_connective,
    trimmed,
    until_comma,
)
from summarizer.attributions.cues import Cue, find_cues
from summarizer.attributions.finite import first_verb_group
from summarizer.attributions.fronting import closes, fronted, resumed, sets_scene
from summarizer.attributions.noun_phrases import Range
from summarizer.attributions.polarity import is_unsaid, subordinate
from summarizer.attributions.sources import source_after, source_before
from summarizer.attributions.tokens import Token
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import (
    CONJUNCTIONS,
    DAY_PARTS,
    NEGATIONS,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
    WEEKDAYS,
    word_set,
)

_LONGEST_ASIDE = 16
_REPORTED = word_set("reports claims allegations suggestions rumours rumors accusations report claim allegation suggestion")
_LONGEST_FEELING = 6
_ASKED = word_set("if whether how why what when who which where")
_ABOUT = word_set("about over for at with in of toward towards on that")
_INVERTED_AFTER_COMMA = frozenset({"say", "write", "add", "explain", "tweet"})
_NO_SUBJECT = SUBORDINATORS | word_set("in on at to during of by")


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution as token ranges of one sentence; `waits` if its content is the quotation that comes next."""

    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    kind: str
    stance: str
    negated: bool = False
    waits: bool = False


def find_reports(tokens: Sequence[Token]) -> list[Found]:
    """The reporting clauses of a sentence, in the order of their cues."""
    found: list[Found] = []
    main: Found | None = None
    for cue in find_cues(tokens):
        report = _report(tokens, cue, main.source if main else None)
        if report is None:
            continue
        if cue.verb.lemma == "respond" and _is_unanswered(tokens, report):
            continue
        report = _with_feeling(tokens, cue, report)
        unsaid = is_unsaid(tokens, cue, report.source, report.content)
        report = replace(report, cue=_with_day(tokens, report), negated=unsaid)
        found.append(report)
        inner = main is not None and any(start <= cue.head < end for start, end in main.content)
        if not cue.nonfinite and report.source is not None and not inner:
            main = report
    return found


def _is_unanswered(tokens: Sequence[Token], report: Found) -> bool:
    """True for "did not respond to requests for comment", which tells nothing of what anybody thinks."""
    return any(token.low in NEGATIONS or token.low.endswith(("n't", "n\u2019t")) for token in tokens[slice(*report.cue)])


def _with_feeling(tokens: Sequence[Token], cue: Cue, report: Found) -> Found:
    """The report with the feeling that is voiced in its cue: "expressed concern about" and what it is about."""
    if cue.verb.lemma not in ("express", "voice") or not report.content or report.content[0][0] != cue.last:
        return report
    for place in range(cue.last + 1, min(cue.last + _LONGEST_FEELING, len(tokens) - 1)):
        if tokens[place].low not in _ABOUT or not tokens[place].is_word:
            continue
        end = place + (tokens[place].low != "that")
        content = trimmed(tokens, end, max(end, report.content[-1][1]))
        return report if content is None else replace(report, cue=(cue.first, end), content=(content,))
    return report


def _with_day(tokens: Sequence[Token], report: Found) -> Range:
    """The cue with the bare day after it: "said Monday"."""
    start, end = report.cue
    dated = end < len(tokens) and tokens[end].is_capital and tokens[end].low in WEEKDAYS and tokens[end - 1].text != ":"
    if not dated or report.kind != "speech" or any(first <= end < last for first, last in report.content):
        return report.cue
    return start, end + 1 + (end + 1 < len(tokens) and tokens[end + 1].low in DAY_PARTS)


def _report(tokens: Sequence[Token], cue: Cue, subject: Range | None) -> Found | None:
    if cue.shape == "passive" or _is_reduced(tokens, cue):
        return _passive(tokens, cue)
    if cue.nonfinite:
        return _participle(tokens, cue, subject)
    inverted = _inverted(tokens, cue) if _is_inverted(tokens, cue) else None
    return inverted or _plain(tokens, cue, subject)


def _is_reduced(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for "a candidate backed by unions": a participle after its noun."""
    bare = cue.first == cue.head and cue.first > 0 and tokens[cue.first - 1].is_word and not cue.nonfinite
    return bare and cue.last < len(tokens) and tokens[cue.last].low == "by" and tokens[cue.head].low.endswith("ed")


def _found(cue: Cue, source: Range | None, content: tuple[Range, ...], *, waits: bool = False) -> Found:
    return Found(source, (cue.first, cue.last), content, cue.verb.kind, cue.verb.stance, waits=waits)


def _passive(tokens: Sequence[Token], cue: Cue) -> Found | None:
    """Read "the plan was criticized by Democrats": the subject is the content."""
    if cue.last < len(tokens) and cue.verb.lemma == "ask" and tokens[cue.last].low in _ASKED:
        return _asked(tokens, cue)
    if cue.last >= len(tokens) or tokens[cue.last].low != "by":
        return None
    source, content = source_after(tokens, cue.last + 1), source_before(tokens, cue.first)
    if content is None and _REPORTED.intersection(token.low for token in tokens[: cue.first]):
        content = trimmed(tokens, past_connective(tokens, 0, cue.first), cue.first)
    return None if source is None or content is None else _found(cue, source, (content,))


def _asked(tokens: Sequence[Token], cue: Cue) -> Found | None:
    """Read "when asked whether it was safe" and "he was asked about it": who asked is left out."""
    content = content_after(tokens, cue, cue.last)
    return None if content is None else _found(cue, None, (until_comma(tokens, content),))


def _participle(tokens: Sequence[Token], cue: Cue, subject: Range | None) -> Found | None:
    """Read "…, saying it was over": the subject is that of the clause before, or of the one after an opening participle."""
    content = content_after(tokens, cue, cue.last)
    if content is None:
        return None
    if cue.first == 0:
        content = until_comma(tokens, content)
        return _found(cue, _next_subject(tokens, content[1]), (content,))
    source = subject or _clause_subject(tokens, cue.first)
    if source is None:
        content = until_comma(tokens, content)
        source = _next_subject(tokens, content[1])
    return _found(cue, source, (content,)) if source is not None else None


def _next_subject(tokens: Sequence[Token], start: int) -> Range | None:
    """The subject of the clause that begins after the comma at `start`: "Citing a report, Trump said"."""
    if start >= len(tokens) or tokens[start].text != ",":
        return None
    place = first_verb_group(tokens, start + 2, len(tokens))
    source = source_before(tokens, place) if place is not None else None
    return source if source is not None and source[0] > start else None


def _clause_subject(tokens: Sequence[Token], end: int) -> Range | None:
    """The subject of the sentence that a verb at `end` belongs to: what stands before the first verb."""
    place = first_verb_group(tokens, 1, end)
    return None if place is None else source_before(tokens, place)


def _is_inverted(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for `"…," said Caddell`: a simple speech verb after a quotation or comma, a subject after it."""
    simple = cue.first == cue.head and cue.verb.kind == "speech" and "c" in cue.verb.frame
    if not simple or cue.first == 0 or cue.last >= len(tokens) or not tokens[cue.last].is_word:
        return False
    before, after = tokens[cue.first - 1], tokens[cue.last]
    if before.quote:
        return after.low not in _NO_SUBJECT
    return before.text in (",", "?", "!", "\u2014") and after.is_capital and _subject_closes(tokens, cue)


def _subject_closes(tokens: Sequence[Token], cue: Cue) -> bool:
    """True if nothing but circumstances follows the subject after the cue: else it is the subject of the content."""
    source = source_after(tokens, cue.last)
    if source is None or source[1] >= len(tokens) - 1:
        return source is not None
    following = tokens[source[1]]
    ends = following.text == "," or following.low in PREPOSITIONS or following.low in TIME_WORDS
    return ends and cue.verb.lemma in _INVERTED_AFTER_COMMA


def _inverted(tokens: Sequence[Token], cue: Cue) -> Found | None:
    source, left = source_after(tokens, cue.last), content_before(tokens, 0, cue.first)
    if source is None or left is None:
        return None
    right = resumed(tokens, left, source[1])
    return _found(cue, source, (left, right) if right else (left,))


def _plain(tokens: Sequence[Token], cue: Cue, subject: Range | None) -> Found | None:
    """Read a clause whose subject stands before its verb."""
    source = _subject(tokens, cue, subject)
    if source is not None and source[0] > 0 and tokens[source[0] - 1].low in ("what", "which", "whom"):
        return _preposed(tokens, cue, source)
    if source is not None and _is_aside(tokens, cue, source):
        return _aside(tokens, cue, source)
    before = fronted(tokens, cue, source[0] if source else cue.first)
    if before is not None and source is not None and closes(tokens, cue, before):
        return _closing(tokens, cue, source, before)
    content = content_after(tokens, cue, cue.last)
    if content is not None:
        return _opening(tokens, cue, source, content)
    if before is not None and source is not None:
        return _found(cue, source, (before,))
    waits = tokens[cue.last - 1].text == ":" and cue.last == len(tokens)
    return _found(cue, source, (), waits=True) if waits else None


def _subject(tokens: Sequence[Token], cue: Cue, subject: Range | None) -> Range | None:
    """The subject before a verb; a verb joined to another one shares its subject."""
    source = source_before(tokens, cue.first)
    before = tokens[cue.first - 1] if cue.first else None
    if cue.first > 1 and before is not None and before.low == "that" and tokens[cue.first - 2].low not in FORMS:
        return cue.first - 1, cue.first
    if before is not None and (before.low in CONJUNCTIONS or (source is None and before.text == ",")):
        return subject or _clause_subject(tokens, cue.first)
    return source


def _is_aside(tokens: Sequence[Token], cue: Cue, source: Range) -> bool:
    """True for "As Lee told the paper, …" and "…, as Lee reported": the content stands outside the clause."""
    start = source[0]
    if start == 0 or tokens[start - 1].low != "as" or cue.verb.kind not in ("speech", "evidence") or cue.nonfinite:
        return False
    bare = cue.last >= len(tokens) or (tokens[cue.last].low != "that" and not tokens[cue.last].quote)
    return bare and "c" in cue.verb.frame and (start == 1 or tokens[start - 2].text in (",", "(", "\u2014", "--"))


def _aside(tokens: Sequence[Token], cue: Cue, source: Range) -> Found | None:
    content = trimmed(tokens, past_connective(tokens, 0, source[0] - 2), source[0] - 2) if source[0] > 1 else None
    if content is None or content[1] - content[0] == 1:
        places = range(cue.last, min(len(tokens), cue.last + _LONGEST_ASIDE))
        comma = next((place for place in places if tokens[place].text == ","), None)
        content = None if comma is None else trimmed(tokens, comma + 1, len(tokens))
    return None if content is None else _found(cue, source, (content,))


def _preposed(tokens: Sequence[Token], cue: Cue, source: Range) -> Found:
    """Read "what she called a rant": the relative before the subject is the first part of the content."""
    relative = (source[0] - 1, source[0])
    content = content_after(tokens, cue, cue.last)
    return _found(cue, source, (relative,) if content is None else (relative, content))


def _closing(tokens: Sequence[Token], cue: Cue, source: Range, before: Range) -> Found:
    """Read a clause that closes or interrupts its content."""
    right = resumed(tokens, before, cue.last)
    if right is None:
        return _found(cue, source, (before,))
    asked = tokens[right[0]].quote and sets_scene(tokens, before)
    return _found(cue, source, (right,) if asked else (before, right))


def _opening(tokens: Sequence[Token], cue: Cue, source: Range | None, content: Range) -> Found | None:
    """Read a clause before its content; without a subject only "Asked about the deal, …" is an attribution."""
    if source is not None:
        if subordinate(tokens, source[0]):
            content = before_main_clause(tokens, content)
        elif source[0] > 0 and tokens[source[0]].low in ("who", "which") and tokens[source[0] - 1].text == ",":
            content = before_main_verb(tokens, content)
        return _found(cue, source, (content,))
    if cue.first > 0 and cue.verb.lemma == "ask" and tokens[cue.first - 1].low in ("when", "if", "once"):
        return _asked(tokens, cue)
    opened = until_comma(tokens, content)
    if cue.first > 0 or not tokens[0].low.endswith("ed") or opened == content:
        return None
    return _found(cue, None, (opened,))
