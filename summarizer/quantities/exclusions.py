"""Numbers that are no quantities: names, scores, phone numbers, addresses, list numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from summarizer.quantities.addresses import is_address
from summarizer.quantities.ages import is_bare_age
from summarizer.quantities.calendar_numbers import tells_time
from summarizer.quantities.money import currency_before
from summarizer.quantities.name_numbers import (
    is_named_shape,
    is_plural_acronym,
    is_tie_break,
    is_verb_before,
    range_counts,
    sorts_word,
)
from summarizer.quantities.nouns import is_plural, starts_noun
from summarizer.quantities.number_ranges import SCALE_ENDINGS, is_number_range, two_words_plural
from summarizer.quantities.pronoun_one import is_pronoun
from summarizer.quantities.shared_months import belongs_to_date
from summarizer.quantities.signs import minus_at, plus_at
from summarizer.quantities.units import find_unit

if TYPE_CHECKING:
    from summarizer.quantities.numeral import Numeral
    from summarizer.quantities.tokens import Tokens

Sort = Literal["quantity", "date", "label"]

LABEL_BEFORE = frozenset(
    "no nos number section sections row article articles chapter chapters page pages part verse act scene "
    "version type grade level phase step stage route highway interstate exit room flight figure table item game "
    "question channel apartment suite unit box appendix volume episode series round lane gate platform pier "
    "category class model bus line tier case psalm resolution title amendment clause paragraph division "
    "district ward precinct zone sector block build release season id code zip tel telephone phone ext extension "
    "fax isbn issn op # @ \u2116 \u00a7".split()
)
"""Words before a number that is a name, not a count: "gate 4", "phase 2"."""
# "The top 10", "the bottom three": ranks, unless a noun follows.
_RANKED_BEFORE = frozenset({"top", "bottom", "final", "last", "first", "big"})
# "Phase 3 trials", "type 2 patients": the number sorts what follows, it does not count it.
_CLASSED_BEFORE = frozenset(
    "phase type grade level stage tier category chapter section article page version highway route interstate".split()
)
_NUMBERED_NAMES = frozenset(
    "iphone ios ipad android windows galaxy formula pixel playstation xbox euro area fortune ftse nasdaq dax nikkei stoxx "
    "russell cac boeing airbus radio division".split()
)
# "Sub-7 nanometre", "minus-40 degrees", "a then-18-year-old".
_NUMBER_PREFIXES = frozenset({"sub", "minus", "then", "now", "nearly", "almost", "roughly", "about"})
# Also in text without capitals, where nothing else is meant by them.
_SURELY_NUMBERED = frozenset("iphone ipad nasdaq nikkei stoxx ftse xbox playstation sp".split())
_SCREENS = frozenset({"2K", "4K", "8K"})
# What follows one company, not three million of something.
_SINGULAR_AFTER = frozenset("said says co company corp inc has is will which announced reported shares stock".split())
_CALLED_BEFORE = frozenset("call calls called calling dial dialed dialled phoned a the".split())
_EMERGENCY_NUMBERS = frozenset({"911", "999", "112"})
HEADLINE_VERBS = frozenset(
    "kill kills killed killing injure injures injured injuring wound wounds wounded wounding leave leaves left leaving "
    "claim claims claimed claiming hit hits hitting arrest arrests arrested detain detains detained capture captures "
    "captured rescue rescues rescued top tops topped near nears pass passes passed reach reaches reached exceed exceeds "
    "seize seizes seized free frees freed execute executes executed displace displaces displaced evacuate evacuates "
    "evacuated cost costs total totals shoot shoots shot stab stabs stabbed strand strands sicken sickens rise rises "
    "fall falls jump jumps drop drops gain gains lose loses lost add adds cut cuts win wins won sentence sentences "
    "charge charges charged award awards fire fires fired hire hires lay lays recall recalls name names hold holds "
    "take takes save saves saved trap traps trapped bury buries buried destroy destroys destroyed sink sinks just all "
    "for plus now only another past least almost dead missing".split()
)
"""Verbs, and words around figures, that headlines write with a capital: "Blast Kills 22" is no name."""
_NUMBERING = frozenset("they who which dead injured wounded missing displaced homeless killed may could would might".split())
_ZERO_IDIOMS = frozenset({"tolerance", "hour", "sum"})
_ZERO_NAMES = frozenset({"net", "ground", "sub", "absolute", "patient", "day"})


def sort_of(tokens: Tokens, numeral: Numeral) -> Sort:
    """What the number at hand is: a quantity, part of a date, or a label."""
    if tokens[numeral.first].kind == "fraction" and _follows_symbol(tokens, numeral.first):
        return "label"
    if numeral.style in {"digits", "scaled"} and tokens[_digits_at(tokens, numeral)].kind == "number":
        return _sort_of_digits(tokens, numeral)
    if numeral.style == "fraction" and belongs_to_date(tokens, numeral.first, numeral.last):
        return "date"
    return "label" if _is_word_label(tokens, numeral) else "quantity"


def _digits_at(tokens: Tokens, numeral: Numeral) -> int:
    place = numeral.first
    while tokens[place].kind != "number" and place < numeral.last - 1:
        place += 1
    return place


def _sort_of_digits(tokens: Tokens, numeral: Numeral) -> Sort:
    first, last = _digits_at(tokens, numeral), numeral.last
    if tells_time(tokens, numeral, first) or belongs_to_date(tokens, first, last):
        return "date"
    glued = _glued_to_name(tokens, first) or _runs_into_letters(tokens, last)
    chained = _is_chained(tokens, first, last)
    raw = tokens[first].raw
    joined = f"{raw}{tokens[first + 1].raw}"
    company = joined == "3M" and tokens.low(last) in _SINGULAR_AFTER
    serial = (raw.isdigit() and raw.startswith("0") and len(raw) > 1) or joined in _SCREENS or company
    if is_named_shape(tokens, first, last):
        return "label"
    if glued or serial or chained or _is_list_number(tokens, first, last) or is_address(tokens, last):
        return "label"
    return (
        "label"
        if numeral.style == "digits" and _is_named(tokens, first, last) and not is_bare_age(tokens, first)
        else "quantity"
    )


def _follows_symbol(tokens: Tokens, first: int) -> bool:
    """A fraction sign right after a symbol is a wrongly decoded character, not a number."""
    before = tokens[first - 1]
    return tokens.glued(first) and before.kind == "symbol" and not before.raw.isascii() and before.raw not in "£€¥"


def _glued_to_name(tokens: Tokens, first: int) -> bool:
    """Letters run into the digits ("S23"), or a hyphen joins them to a word ("COVID-19", "last-32")."""
    if not tokens.glued(first):
        return False
    before = tokens[first - 1]
    if currency_before(tokens, first) is not None:
        return False
    if before.kind == "word":
        return True
    if before.low in {"/", ":", "#", "@", "_", "\\", "=", "&"}:
        bound = before.low == "=" and tokens.low(first - 2) in {"<", ">"}
        return not bound and (tokens.glued(first - 1) or before.low in {"#", "@", "_", "="})
    if before.low == "." and tokens.glued(first - 1):
        return True
    joined = before.low == "-" and tokens.glued(first - 1) and tokens[first - 2].kind == "word"
    return joined and tokens.low(first - 2) not in _NUMBER_PREFIXES


def _runs_into_letters(tokens: Tokens, last: int) -> bool:
    """Letters follow without a space and are no unit: "22nd", "24703L202", "1960s"."""
    if tokens[last].kind != "word" or not tokens.glued(last):
        return False
    unit = find_unit(tokens, last)
    if unit is None:
        return True
    return tokens.glued(unit.last) and tokens[unit.last].kind == "number"


def _is_chained(tokens: Tokens, first: int, last: int) -> bool:
    """Part of a phone number, an ISO date, a ratio, "24/7" or a sports score."""
    if tokens.low(last) in {"/", ":"} and tokens.glued(last) and tokens.glued(last + 1):
        return tokens[last + 1].kind == "number"
    left = tokens.joins(first - 1) and tokens[first - 2].kind == "number"
    path = {tokens.low(first - 1), tokens.low(last)} <= {"/", "_", "-"} and not minus_at(tokens, first - 1, money=False)
    symbol = tokens.low(last) in {"&", "_", "@"} and tokens.glued(last)
    plus = tokens.low(first - 1) == "+" and tokens.glued(first) and not plus_at(tokens, first - 1)
    if _is_in_row(tokens, first, last) or symbol or plus or left or path:
        return True
    return _opens_chain(tokens, first, last)


def _is_in_row(tokens: Tokens, first: int, last: int) -> bool:
    """Three numbers with nothing between them are a phone number or a table row."""
    numbers = sum(tokens[place].kind == "number" for place in (first - 2, first - 1, last, last + 1))
    return numbers > 1 and "number" in {tokens[first - 1].kind, tokens[last].kind}


def _opens_chain(tokens: Tokens, first: int, last: int) -> bool:
    """A hyphen right after the number leads to a serial number or to a second number that makes no range."""
    if not tokens.joins(last):
        return False
    if tokens.joins(last + 2) and tokens[last + 1].raw.isupper():
        return True
    scaled = last > first + 1 and tokens.low(last - 1) in SCALE_ENDINGS and tokens.low(last + 2) in SCALE_ENDINGS
    return tokens[last + 1].kind == "number" and not scaled and not is_number_range(tokens, first, last)


def continues_labels(tokens: Tokens, numeral: Numeral, label_end: int) -> bool:
    """The number goes on a list of labels that ended at `label_end`: "Articles 60 and 64", "11 or 11 Pro"."""
    if numeral.first == label_end:
        counts = _counts_noun(tokens, numeral.last) or find_unit(tokens, numeral.last) is not None
        return tokens[label_end].kind == "number" and not counts
    place = label_end
    while place < numeral.first - 1 and tokens[place].raw[:1].isupper():
        place += 1
    linked = label_end >= 0 and tokens.low(place) in {",", "and", "or", "-", "to", "&"} and numeral.first == place + 1
    digits = tokens[numeral.first].raw.isdigit() and numeral.style == "digits"
    return linked and digits and find_unit(tokens, numeral.last) is None and not _counts_noun(tokens, numeral.last)


def _is_list_number(tokens: Tokens, first: int, last: int) -> bool:
    """A list number: "1) ...", "(2) ...", "3. Text" at the start of a paragraph."""
    if tokens.low(last) == ")" and tokens.low(first - 1) == "(" and is_tie_break(tokens, first - 2):
        return True
    closed = tokens.low(last) == ")" and tokens.low(first - 1) in {"", "(", ".", ";", ":", ",", "and", "\n\n", "what"}
    if closed and currency_before(tokens, first) is None:
        return tokens.low(first - 1) != "(" or (starts_noun(tokens, last + 1) and len(tokens[first].raw) == 1)
    starts = tokens[first - 1].kind in {"none", "break"}
    return starts and tokens.low(last) == "." and tokens[last + 1].raw[:1].isupper()


def _is_named(tokens: Tokens, first: int, last: int) -> bool:
    """The number belongs to the name before it: "iPhone 11", "Section 427", "Big 12", "no. 1"."""
    before = first - 2 if tokens.low(first - 1) == "." else first - 1
    word, raw = tokens[before], tokens[first].raw
    if (word.kind != "word" and word.low not in LABEL_BEFORE) or currency_before(tokens, first) is not None:
        return False
    if word.low == "number" and _numbers(tokens, before - 1):
        return False
    initial = word.raw.isupper() and len(word.raw) == 1 and word.raw not in "AI"
    numbered = before < first - 1 and word.low in {"no", "nos"}
    capital = any(character.isupper() for character in word.raw) and word.low != "no"
    titled = (
        (word.low in _CLASSED_BEFORE and not is_verb_before(tokens, before))
        or word.low in _SURELY_NUMBERED
        or (capital and (word.low in LABEL_BEFORE or word.low in _NUMBERED_NAMES))
    )
    if initial or numbered or titled or (word.low in _CALLED_BEFORE and raw in _EMERGENCY_NUMBERS):
        return True
    if word.low in _RANKED_BEFORE and raw.isdigit():
        return tokens.low(first - 2) in {"the", "a"} and not starts_noun(tokens, last)
    ranged = not capital and range_counts(tokens, last)
    if ranged or find_unit(tokens, last) is not None or _counts_noun(tokens, last):
        return False
    return word.low in LABEL_BEFORE or (before == first - 1 and _is_name(tokens, before) and raw.isdigit())


def _numbers(tokens: Tokens, place: int) -> bool:
    """What stands at `place` is the subject of the verb "number": "the dead number 45", "they number 4,500"."""
    word = tokens.low(place)
    return word in _NUMBERING or (is_plural(word) and starts_noun(tokens, place))


def _counts_noun(tokens: Tokens, last: int) -> bool:
    if is_plural_acronym(tokens[last].raw):
        return True
    plural = starts_noun(tokens, last) and is_plural(tokens.low(last)) and tokens[last].raw[0].islower()
    return plural or (two_words_plural(tokens, last) and tokens[last].raw[0].islower())


def _is_name(tokens: Tokens, place: int) -> bool:
    """A capitalised word that does not merely open the sentence."""
    word = tokens[place]
    if not any(character.isupper() for character in word.raw):
        return False
    if word.low in HEADLINE_VERBS:
        return False
    opens = tokens[place - 1].kind in {"none", "break"} or tokens.low(place - 1) in {".", "!", "?", '"'}
    adverb = opens and word.low.endswith("ly")
    return not adverb and starts_noun(tokens, place)


def _is_word_label(tokens: Tokens, numeral: Numeral) -> bool:
    """A number word inside a name or an idiom: "Chapter Five", "each one", "one another"."""
    first, last = numeral.first, numeral.last
    joined = tokens.low(first - 1) == "-" and tokens.glued(first) and tokens.glued(first - 1)
    contest = tokens.joins(last) and tokens.low(last + 1) == "on"
    if contest or (joined and tokens[first - 2].kind == "word"):
        return True
    if tokens.low(first) == "zero" and (
        tokens.low(first - 1) in _ZERO_NAMES or tokens.low(last + tokens.joins(last)) in _ZERO_IDIOMS
    ):
        return True
    if tokens.low(first) == "one" and last == first + 1:
        return is_pronoun(tokens, first)
    if tokens.low(first - 1) in _RANKED_BEFORE and tokens.low(first - 2) == "the" and not starts_noun(tokens, last):
        return find_unit(tokens, last) is None
    capital = tokens[first].raw[0].isupper() and tokens[first].kind == "word"
    if tokens[first - 1].kind != "word":
        return False
    titled = tokens.low(first - 2) in {"the", "a"} and _is_name(tokens, first - 1) and not tokens[first].raw.isupper()
    named = capital and (titled or tokens.low(first - 1) in LABEL_BEFORE)
    return named or (last == first + 1 and sorts_word(tokens, first))
