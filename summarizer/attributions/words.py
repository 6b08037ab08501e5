"""The function words that show where noun phrases and clauses begin and end."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(words.split())


ABBREVIATIONS = word_set(
    "mr mrs ms dr sen sens rep reps gov govs gen lt col sgt capt maj cmdr adm rev hon prof st ste mt ft jr sr "
    "inc co corp ltd bros vs etc no jan feb mar apr jun jul aug sep sept oct nov dec ala ariz ark calif colo "
    "conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash "
    "wis wyo dist spc pfc det supt atty u.s d.c u.n a.m p.m"
)

PLAIN_PRONOUNS = word_set("he she they it i we you who which")
DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some many several most other another each "
    "every no any few all both two three four five six seven eight nine ten dozens hundreds thousands one more "
    "such only nearly about almost"
)
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did will would can could may might shall "
    "should must won't don't doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't "
    "couldn't can't cannot shouldn't 's 're 've 'll 'd 'm won\u2019t don\u2019t doesn\u2019t "
    "didn\u2019t isn\u2019t aren\u2019t wasn\u2019t "
    "weren\u2019t hasn\u2019t haven\u2019t hadn\u2019t wouldn\u2019t couldn\u2019t can\u2019t shouldn\u2019t"
)
NEGATIONS = word_set("not never no neither nor hardly scarcely barely")
ADVERBS = word_set(
    "also then now never not once again still often just later first even already always long ever recently "
    "soon only further largely either both earlier herself himself themselves itself rather instead simply all "
    "quickly too longer"
)
NOT_ADVERBS = word_set("family only ally early daily weekly monthly italy assembly reply july supply rally bully kelly emily")
SUBORDINATORS = word_set(
    "that because if when while although though whereas since unless until after before as than whether where "
    "why how what whose whom so once lest despite but and or yet nor"
)
PREPOSITIONS = word_set(
    "of in on at by for with from to about against among between during under over into through without within "
    "around near across behind beyond outside inside toward towards upon via amid per like including following "
    "despite"
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
TIME_WORDS = WEEKDAYS | word_set("today yesterday tonight tomorrow earlier later recently afterward afterwards then")
DAY_PARTS = word_set("morning afternoon evening night")
TIME_NOUNS = DAY_PARTS | word_set("week month year weekend")
RELATIVES = frozenset({"who", "which", "whose", "whom"})
WEAK_STOPS = frozenset({".", "!", "?", ";", ":", "\u2014", "\u2013", "--", "-", "\u2015", "\u2026", "..."})
BE_FORMS = word_set(
    "is are was were be been being am isn't wasn't aren't weren't isn\u2019t wasn\u2019t aren\u2019t weren\u2019t 's 're 'm"
)
OBJECT_PRONOUNS = word_set("me him us them myself himself herself themselves reporters lawmakers supporters voters")
CONJUNCTIONS = frozenset({"and", "or", "but"})
SENTENCE_MARKS = frozenset({".", "!", "?", ";", "\u2026"})
ANONYMOUS_NOUNS = word_set(
    "source sources official officials person people someone somebody aide aides insider insiders diplomat "
    "diplomats officer officers adviser advisers advisor advisors witness witnesses critics experts analysts "
    "observers operative operatives staffer staffers spokesman spokeswoman spokesperson employee employees "
    "resident residents authorities reports"
)


NUMBER_WORDS = word_set(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen dozens scores "
    "hundreds thousands millions billions half several"
)


def is_number(low: str) -> bool:
    """True for figures and for the words of numbers, also hyphenated ones ("twenty-two")."""
    return low[:1].isdigit() or low.split("-", maxsplit=1)[0] in NUMBER_WORDS


def is_adverb(low: str, *, capital: bool = False) -> bool:
    """True for a lower-case word that may stand inside a verb group; `capital` if the text writes it with a capital."""
    return low in ADVERBS or low in NEGATIONS or (low.endswith("ly") and low not in NOT_ADVERBS and not capital)


PERSONS = frozenset({"he", "she", "they", "i", "we"})
"""The pronouns of those who speak."""
