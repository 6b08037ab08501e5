"""Reporting clauses: a verb cue with its subject before or after it and its content on either side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.attributions.bearers import bears
from summarizer.attributions.clauses import (
    clause_subject,
    document_source,
    ends_in_comma,
    follows_document,
    inner_subject,
    relative_subject,
)
from summarizer.attributions.comments import commented
from summarizer.attributions.contents import (
    before_main_clause,
    before_main_verb,
    content_after,
    content_before,
    past_connective,
    trimmed,
)
from summarizer.attributions.cues import Cue, find_cues, is_told
from summarizer.attributions.finite import first_verb_group, turns
from summarizer.attributions.fronting import closes, fronted, resumed, sets_scene
from summarizer.attributions.inversion import is_inverted, opens_inverted
from summarizer.attributions.polarity import is_negated, is_unsaid, subordinate
from summarizer.attributions.preposed import is_preposed, preposed
from summarizer.attributions.relatives import end_in_clause, says_nothing
from summarizer.attributions.sources import source_after, source_before
from summarizer.attributions.spans import Found, Range
from summarizer.attributions.tokens import Token
from summarizer.attributions.turns import turn_start
from summarizer.attributions.verbs import FORMS
from summarizer.attributions.words import CONJUNCTIONS, DAY_PARTS, NEGATIONS, PLAIN_PRONOUNS, PREPOSITIONS, WEEKDAYS, word_set

_REPORTED = word_set("reports claims allegations suggestions rumours rumors accusations report claim allegation suggestion")
_LONGEST_FEELING = 6
_ASKED = word_set("if whether how why what when who which where")
_ABOUT = word_set("about over for at with in of toward towards on that")


def find_reports(tokens: Sequence[Token]) -> list[Found]:
    """The reporting clauses of a sentence, in the order of their cues."""
    found: list[Found] = []
    main: Found | None = None
    for cue in find_cues(tokens):
        report = _report(tokens, cue, main.source if main else None, found)
        if report is None or (cue.verb.lemma == "respond" and _is_unanswered(tokens, report)):
            continue
        unsaid = is_unsaid(tokens, cue, report.source, report.content)
        borne = bears(tokens, cue, report)
        if not (unsaid or borne) or any(says_nothing(tokens, cue, part) for part in report.content):
            continue
        report = _with_feeling(tokens, cue, report)
        supposed = not borne and not is_negated(tokens, cue)
        report = replace(report, cue=_with_day(tokens, report), negated=unsaid, supposed=supposed)
        found.append(report)
        inner = main is not None and any(start <= cue.head < end for start, end in main.content)
        if not cue.nonfinite and report.source is not None and not inner:
            main = report
    return end_in_clause(tokens, found)


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


def _report(tokens: Sequence[Token], cue: Cue, subject: Range | None, found: Sequence[Found]) -> Found | None:
    if cue.shape == "passive" or _is_reduced(tokens, cue):
        return _passive(tokens, cue)
    if _names_thing(tokens, cue):
        return None
    if cue.nonfinite:
        return _participle(tokens, cue, subject)
    if opens_inverted(tokens, cue):
        return _opening_inverted(tokens, cue)
    inverted = _inverted(tokens, cue, found) if is_inverted(tokens, cue) else None
    return inverted or _plain(tokens, cue, subject, found)


def _names_thing(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for `a class called "Perception"`: a participle that names the noun before it."""
    bare = cue.verb.lemma in ("call", "dub", "label", "brand") and cue.first == cue.head and cue.last < len(tokens)
    if not bare or not tokens[cue.last].quote or cue.first == 0 or tokens[cue.head].low not in ("called", "dubbed", "labeled"):
        return False
    before = tokens[cue.first - 1]
    return before.is_word and not before.is_capital and before.low not in PLAIN_PRONOUNS


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
    source, content = _agent(tokens, cue.last + 1), source_before(tokens, cue.first)
    if content is None and _REPORTED.intersection(token.low for token in tokens[: cue.first]):
        content = trimmed(tokens, past_connective(tokens, 0, cue.first), cue.first)
    return None if source is None or content is None else _found(cue, source, (content,))


def _agent(tokens: Sequence[Token], start: int) -> Range | None:
    """The one named after "by", up to the verb of the sentence: "the loans promised by the bank came late"."""
    source = source_after(tokens, start)
    if source is None:
        return None
    end = next((place for place in range(start + 1, source[1]) if turns(tokens, place)), source[1])
    return source[0], end


def _asked(tokens: Sequence[Token], cue: Cue) -> Found | None:
    """Read "when asked whether it was safe" and "he was asked about it": who asked is left out."""
    content = content_after(tokens, cue, cue.last)
    return None if content is None else _found(cue, None, (_until_comma(tokens, content),))


def _participle(tokens: Sequence[Token], cue: Cue, subject: Range | None) -> Found | None:
    """Read "…, saying it was over": the subject is that of the clause before, or of the one after an opening participle."""
    content = content_after(tokens, cue, cue.last)
    if content is None:
        return None
    if subject is None and _in_opening_phrase(tokens, cue.first):
        content = _until_comma(tokens, content)
    if cue.first == 0:
        content = _until_comma(tokens, content)
        return _found(cue, _next_subject(tokens, content[1]), (content,))
    if follows_document(tokens, cue.first):
        source = document_source(tokens, cue, subject)
    else:
        source = subject or clause_subject(tokens, cue.first)
    if source is None:
        content = _until_comma(tokens, content)
        source = _next_subject(tokens, content[1])
    return _found(cue, source, (content,)) if source is not None else None


def _in_opening_phrase(tokens: Sequence[Token], end: int) -> bool:
    """True behind "In a statement" at the start of a sentence: no comma and no verb stands before token `end`."""
    if end == 0 or tokens[0].low not in PREPOSITIONS:
        return False
    return not any(token.text == "," or token.quote for token in tokens[:end]) and first_verb_group(tokens, 1, end) is None


def _until_comma(tokens: Sequence[Token], content: Range) -> Range:
    for place in range(content[0], content[1]):
        if ends_in_comma(tokens[place]):
            return content[0], place + 1
        if tokens[place].text == "," and place > content[0]:
            return content[0], place
    return content


def _next_subject(tokens: Sequence[Token], start: int) -> Range | None:
    """The subject of the clause that begins after the comma at `start`: "Citing a report, Trump said"."""
    if start >= len(tokens) or not (tokens[start].text == "," or ends_in_comma(tokens[start - 1])):
        return None
    begin = start + 1 if ends_in_comma(tokens[start - 1]) else start + 2
    place = first_verb_group(tokens, begin, len(tokens))
    source = source_before(tokens, place) if place is not None else None
    return source if source is not None and source[0] >= begin - 1 else None


def _inverted(tokens: Sequence[Token], cue: Cue, found: Sequence[Found]) -> Found | None:
    source = source_after(tokens, cue.last)
    left = content_before(tokens, turn_start(tokens, found, cue.first), cue.first)
    if source is None or left is None:
        return None
    right = resumed(tokens, left, source[1])
    return _found(cue, source, (left, right) if right else (left,))


def _opening_inverted(tokens: Sequence[Token], cue: Cue) -> Found | None:
    """Read `Said Ellis, a clerk: "…"`."""
    source = source_after(tokens, cue.last)
    place = len(tokens) if source is None else source[1]
    if place + 1 >= len(tokens) or tokens[place].text not in (",", ":") or not tokens[place + 1].quote:
        return None
    return _found(cue, source, ((place + 1, place + 2),))


def _plain(tokens: Sequence[Token], cue: Cue, subject: Range | None, found: Sequence[Found]) -> Found | None:
    """Read a clause whose subject stands before its verb."""
    source = _subject(tokens, cue, subject)
    if source is not None and is_preposed(tokens, source):
        colon = next(
            (place for place in (len(tokens) - 1, len(tokens) - 2) if place >= cue.last - 1 and tokens[place].text == ":"), 0
        )
        if colon:
            return _announced(tokens, cue, source, colon)
        cue, content = preposed(tokens, cue, source)
        return _found(cue, source, content)
    if is_told(tokens, cue):
        return None
    comment = commented(tokens, cue, source, turn_start(tokens, found, source[0] - 1)) if source is not None else None
    if comment is not None:
        return _found(cue, source, (comment,))
    start = source[0] if source else cue.first
    before = fronted(tokens, cue, turn_start(tokens, found, start), start)
    if before is not None and source is not None and closes(tokens, cue, before):
        return _closing(tokens, cue, source, before)
    return _following(tokens, cue, source, before)


def _announced(tokens: Sequence[Token], cue: Cue, source: Range, colon: int) -> Found | None:
    """Read "Here is what she told them:", whose content is the quotation behind the colon."""
    if colon == len(tokens) - 1:
        return _found(cue, source, (), waits=True)
    return _found(cue, source, ((colon + 1, colon + 2),)) if tokens[colon + 1].quote else None


def _following(tokens: Sequence[Token], cue: Cue, source: Range | None, before: Range | None) -> Found | None:
    """Read a clause whose content follows; failing that, what stands `before` it, or the quotation of the next sentence."""
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
        return (
            inner_subject(tokens, cue.first, subject)
            or relative_subject(tokens, cue.first, subject)
            or subject
            or clause_subject(tokens, cue.first)
        )
    return source


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
    opened = _until_comma(tokens, content)
    if cue.first > 0 or not tokens[0].low.endswith("ed") or opened == content:
        return None
    return _found(cue, None, (opened,))
