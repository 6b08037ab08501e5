"""Where the content ends: before an aside of the reporter, before another report of the same speaker."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.attributions.cues import Cue
from summarizer.attributions.finite import is_verb, turns
from summarizer.attributions.tokens import Token, is_adverb
from summarizer.attributions.turns import another_reports, is_tagged, takes_over
from summarizer.attributions.verbs import FORMS, SHAPES
from summarizer.attributions.words import AUXILIARIES, TIME_NOUNS, WEEKDAYS, word_set

_DASHES = frozenset({"--", "-", "\u2014", "\u2013"})
_NEXT_CLAUSE = word_set("but although though while whereas according despite")
_CONCESSIONS = frozenset({"though", "as", "if"})
_ING_WORDS = word_set("including regarding during concerning notwithstanding anything something")
_NEW_PHRASE = word_set("who which whose where a an another using")
_NEW_CLAUSE = _NEXT_CLAUSE | word_set("and who which as after when if because since so he she they it we")
_CLAUSE_MARKS = frozenset({";", ":", "("})
_CRIES = frozenset({"?", "!"})
_GOING_ON = word_set("that rather instead also")
_LISTING = word_set("and or a an the")
_CLAUSE_REACH = 20
_LIST_REACH = 8
_LONGEST_SUBJECT = 8
_GOES_ON = AUXILIARIES | word_set("that not rather only just on in for to with also instead who which by")
_CIRCUMSTANCES = word_set("while during before despite")
_OPENING_REACH = 16
_CLAUSE_OPENERS = word_set("as after when while if because although though since before until once whereas unless")


def content_end(tokens: Sequence[Token], cue: Cue, begin: int) -> int:
    """One past the last token of a content that begins at `begin`."""
    if begin + 1 < len(tokens) and tokens[begin].quote and tokens[begin].text.rstrip("\"'\u201d\u2019")[-1:] in _CRIES:
        return begin + 1
    depth = 0
    for place in range(begin, len(tokens)):
        token = tokens[place]
        depth += (token.text == "(") - (token.text == ")")
        if depth < 0:
            return place
        if place > begin and depth == 0 and _breaks(tokens, cue, begin, place):
            return place
    return len(tokens)


def clause_end(tokens: Sequence[Token], begin: int) -> int:
    """One past the last token of the clause that goes on at `begin`: a comma with a new clause, a dash or a stop ends it."""
    for place in range(begin, len(tokens) - 1):
        token, following = tokens[place], tokens[place + 1]
        if (
            token.text in _DASHES
            or token.text in _CLAUSE_MARKS
            or token.low in ("when", "if")
            or (token.text == "," and _opens_clause(following))
        ):
            return place
    return len(tokens)


def _opens_clause(following: Token) -> bool:
    return following.low in _NEW_CLAUSE or following.low.endswith("ing") or following.quote


def _breaks(tokens: Sequence[Token], cue: Cue, begin: int, place: int) -> bool:
    """True if the clause of the content ends before this token."""
    token = tokens[place]
    if place + 1 >= len(tokens):
        return False
    following = tokens[place + 1]
    if _closes_speech(tokens[place - 1]):
        return _breaks_after_quotation(tokens, cue, begin, place)
    if token.text in _DASHES:
        later = any(later.text == token.text for later in tokens[place + 1 :])
        return ("n" in cue.verb.frame or _other_reports(tokens, cue, place + 1)) and not later
    if token.text == ",":
        return _comma_breaks(tokens, cue, place)
    if token.low in ("and", "but", "while"):
        return (
            reports_again(tokens, cue, place + 1)
            or another_reports(tokens, place + 1)
            or _other_reports(tokens, cue, place + 1)
        )
    return token.text == ";" or _is_circumstance(tokens, cue, place) or (token.low == "according" and following.low == "to")


def _breaks_after_quotation(tokens: Sequence[Token], cue: Cue, begin: int, place: int) -> bool:
    """Whether the content ends with a quotation whose comma stands inside its marks; a few quoted words go on as a clause."""
    quoted = place - 1
    if quoted > begin and tokens[quoted - 1].text not in (",", ":"):
        if _lists_on(tokens, place):
            return False
        following = tokens[place + 1].low if tokens[place].low in ("and", "or") else ""
        return _comma_breaks(tokens, cue, quoted) or (following.endswith("ing") and following in FORMS)
    joins = tokens[place].low in ("and", "or") and any(token.quote for token in tokens[place + 1 : place + 3])
    return not tokens[place].quote and not tokens[place + 1].quote and not joins


def _lists_on(tokens: Sequence[Token], place: int) -> bool:
    """True for the next of several words in marks: `called him a "rogue," an "idler" and a "fool"`."""
    while place < len(tokens) and tokens[place].low in _LISTING:
        place += 1
    return place < len(tokens) and tokens[place].quote and not is_tagged(tokens, place)


def _closes_speech(before: Token) -> bool:
    """True for a quotation that ends in a comma: the sentence goes on without it."""
    return before.quote and before.text.rstrip("\"'\u201d\u2019")[-1:] == ","


def _comma_breaks(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    if tokens[place - 1].quote and _lists_on(tokens, place + 1):
        return False
    return _clause_ends(tokens, cue, place)


def _clause_ends(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    following = tokens[place + 1]
    if _ends_phrase(tokens, cue, place) or _adds_remark(tokens, cue, place) or _leaves_clause(tokens, cue):
        return True
    if following.low.endswith("ing") and following.low not in _ING_WORDS:
        return following.low in FORMS
    if following.low in ("and", "or", "but", "while") and place + 2 < len(tokens):
        return _next_begins(tokens, cue, place + 1)
    if following.is_capital and _other_reports(tokens, cue, place + 1):
        return not _is_tag(tokens, place + 1)
    if tokens[place - 1].quote and takes_over(tokens, place + 1):
        return True
    return _turns_against(tokens, place + 1)


def _leaves_clause(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for a cue whose own clause ends with the next comma: an opening one, or one between commas."""
    return _in_opening_clause(tokens, cue) or _in_aside(tokens, cue)


def _turns_against(tokens: Sequence[Token], place: int) -> bool:
    """True for "but", "although" and "even though" at the start of a clause that the reporter adds."""
    first = tokens[place].low
    if first == "even" and place + 1 < len(tokens):
        return tokens[place + 1].low in _CONCESSIONS
    return first in _NEXT_CLAUSE and not (first == "but" and _goes_on(tokens, place + 1))


def _goes_on(tokens: Sequence[Token], start: int) -> bool:
    """True for a clause after "but" of the same speaker: "but that", "but rather", or marked words without a verb of saying."""
    if start < len(tokens) and tokens[start].low in _GOING_ON:
        return True
    for place in range(start, min(len(tokens), start + _CLAUSE_REACH)):
        if tokens[place].quote:
            return True
        if place > start and tokens[place].low in FORMS and is_verb(tokens, place):
            return False
    return False


def _in_aside(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for the verb of ", who said she saw it," between commas."""
    return cue.first > 1 and tokens[cue.first - 1].low in ("who", "which") and tokens[cue.first - 2].text == ","


def _in_opening_clause(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for a cue in a clause such as "After the court refused to act," at the start of the sentence."""
    opener = 1 if tokens[0].low in ("and", "but", "so", "even") and len(tokens) > 1 else 0
    if tokens[opener].low not in _CLAUSE_OPENERS or cue.first > opener + _OPENING_REACH:
        return False
    return not any(token.text == "," for token in tokens[opener : cue.first])


def _adds_remark(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    """True for the reporter's last words on what was said: "…, an increase of a tenth", "…, which he did"."""
    low = tokens[place + 1].low
    if low in ("a", "an") and not any(token.text == "," for token in tokens[place + 1 :]):
        return True
    loose = cue.verb.kind in ("attitude", "order", "thought") or "o" in cue.verb.frame
    return loose and cue.verb.frame != "n" and low in ("which", "who", "where")


def _next_begins(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    """True if the conjunction at `place` begins a clause of the reporter: another report, or one with a subject of its own."""
    first = tokens[place + 1]
    if tokens[place].low == "but" and _denies_first(tokens, cue):
        return False
    if tokens[place].low in _NEXT_CLAUSE:
        return first.low not in _GOES_ON and not is_adverb(first)
    return first.low in ("he", "she") or reports_again(tokens, cue, place + 1) or _other_reports(tokens, cue, place + 1)


def _denies_first(tokens: Sequence[Token], cue: Cue) -> bool:
    """True for "called it not a crash": after "but" stands what it was called."""
    words = [token.low for token in tokens[cue.last + 1 : cue.last + 3]]
    return "o" in cue.verb.frame and words in (["not", "a"], ["not", "an"], ["not", "the"])


def _other_reports(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    """True for a subject and its verb of speech: "and a third of them said", "but Lee, her deputy, said"."""
    index = place
    while index + 1 < min(place + _LONGEST_SUBJECT, len(tokens) - 1):
        index += 1
        if tokens[index].text == ",":
            index = _description_end(tokens, index)
        if not tokens[index].is_word:
            return False
        if turns(tokens, index):
            forms = FORMS.get(tokens[index].low, ())
            finite = any(form.shapes & {"past", "s"} for form in forms) or tokens[index].low == "say"
            return finite and any(form.verb.kind == "speech" or form.verb.lemma == cue.verb.lemma for form in forms)
    return False


def _is_place(tokens: Sequence[Token], place: int) -> bool:
    """True for the state or year after a comma: "Tulsa, Okla., police"."""
    named = tokens[place].is_capital or tokens[place].text.isdigit()
    return named and place + 1 < len(tokens) and tokens[place + 1].text in (",", ".")


def _is_tag(tokens: Sequence[Token], place: int) -> bool:
    """True for ", Lee said," and ", Lee said." after what was said: it has no content of its own."""
    verb = next((index for index in range(place + 1, len(tokens)) if turns(tokens, index)), len(tokens))
    return verb + 1 >= len(tokens) or not (tokens[verb + 1].is_word or tokens[verb + 1].quote)


def _description_end(tokens: Sequence[Token], comma: int) -> int:
    """The token after the description that a comma opens; the comma itself if none closes it."""
    places = range(comma + 2, min(comma + _LONGEST_SUBJECT, len(tokens) - 2))
    closing = next((place for place in places if tokens[place].text == ","), None)
    return (
        comma
        if closing is None or tokens[comma + 1].low not in ("a", "an", "the", "his", "her", "their", "who")
        else closing + 1
    )


def _is_circumstance(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    """True where a noun phrase that was spoken of gives way to when and how: "on Monday", "last week", "during"."""
    if cue.verb.frame != "n":
        return False
    low, following = tokens[place].low, tokens[place + 1].low
    if low in ("last", "this", "next"):
        return following in TIME_NOUNS
    dated = low == "on" and following in WEEKDAYS
    return dated or low in _CIRCUMSTANCES or (low == "in" and following in ("a", "an"))


def _ends_phrase(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    """True for the comma after a content that is a noun phrase: a description or another clause follows."""
    following = tokens[place + 1]
    if cue.verb.frame != "n" or following.low == "including" or _is_place(tokens, place + 1):
        return False
    listed = any(token.low == "and" for token in tokens[place + 1 : place + _LIST_REACH])
    return not listed or tokens[place + 1].low in _NEW_PHRASE


def reports_again(tokens: Sequence[Token], cue: Cue, place: int) -> bool:
    """True for "said" and "also warned" after "and" or "but": another report of the same source, in the tense of the first."""
    while place < len(tokens) and is_adverb(tokens[place]):
        place += 1
    if place >= len(tokens) - 1 or tokens[place].is_capital:
        return False
    shapes = SHAPES.get(tokens[place].low, frozenset[str]())
    if cue.nonfinite and "ing" in shapes:
        return any(form.verb.kind == "speech" for form in FORMS[tokens[place].low])
    return "past" in shapes or ("s" in shapes and "past" not in SHAPES[tokens[cue.head].low])
