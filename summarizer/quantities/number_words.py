"""English number words and their values."""

from __future__ import annotations

from decimal import Decimal

DIGITS = {word: Decimal(value) for value, word in enumerate("zero one two three four five six seven eight nine".split())}
TEENS = {
    word: Decimal(value)
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), start=10
    )
}
TENS = {
    word: Decimal(value * 10)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
TENS["fourty"] = Decimal(40)
HUNDRED = Decimal(100)
SCALES = {
    "thousand": Decimal(10**3),
    "lakh": Decimal(10**5),
    "lac": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
}
# After digits only. The letters that may be units as well ("m", "b", "t", "mm") are read by what stands around them.
SHORT_SCALES = {
    "k": Decimal(10**3),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mil": Decimal(10**6),
    "mio": Decimal(10**6),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "bil": Decimal(10**9),
    "mrd": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "cr": Decimal(10**7),
}
# After money only: a mill, a litre and a grand piano otherwise.
MONEY_SCALES = {"grand": Decimal(10**3), "mill": Decimal(10**6), "tr": Decimal(10**12), "l": Decimal(10**5)}
DOZEN = Decimal(12)
# "Two dozen" is 24 give or take two.
DOZEN_PRECISION = Decimal(4)
SCORE = Decimal(20)

# "second" is left out: it is far more often an ordinal or a unit of time.
DENOMINATORS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twelfth": 12,
    "hundredth": 100,
    "thousandth": 1000,
}
DENOMINATOR_PLURALS = {"halves": 2} | {f"{word}s": value for word, value in DENOMINATORS.items() if word != "half"}
# Words after which a noun in -s is a plural; "one" is left out on purpose.
CARDINALS = (frozenset(DIGITS) | frozenset(TEENS) | frozenset(TENS) | frozenset(SCALES) | {"hundred", "dozen"}) - {"one"}
PLURAL_SCALES = {f"{word}s": value for word, value in SCALES.items()}
"""The scales as they are counted: "millions"."""
CARDINAL_STARTS = frozenset(DIGITS) | frozenset(TEENS) | frozenset(TENS) | {"a", "an"}
"""The words with which a cardinal number in words begins."""
