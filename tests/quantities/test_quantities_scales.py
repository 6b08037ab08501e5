"""Scales: letters that are also metres, scales that a range shares, second scale words, halves, dozens."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.quantities import Quantity, find_quantities


def figures(text: str) -> list[Quantity]:
    return [quantity for quantity in find_quantities(text) if not quantity.is_date]


def intervals(text: str) -> list[tuple[Decimal | None, Decimal | None, str | None]]:
    return [(quantity.low, quantity.high, quantity.unit) for quantity in figures(text)]


COUNTED = [
    ("Tarn Rail said 12m of its tickets were void.", 12_000_000, "ticket"),
    ("Another 7m were cut off.", 7_000_000, None),
    ("Listeners rose to 12m.", 12_000_000, None),
    ("The valley has 1.6 M inhabitants.", 1_600_000, "inhabitant"),
    ("The grant came to 3 M euros.", 3_000_000, "euro"),
    ("The world has 8 B people.", 8_000_000_000, "people"),
    ("UN: 8m face hunger", 8_000_000, None),
    ("The club, which helps 3m a year, closed.", 3_000_000, None),
    ("It was watched by 3.2m on Sunday.", 3_200_000, None),
    ("He signed a 12m deal.", 12_000_000, None),
    ("Losses of 600m in contracts were found.", 600_000_000, None),
    ("The model has 70B parameters.", 70_000_000_000, "parameter"),
    ("Fees came to 5m kr.", 5_000_000, "krone"),
]


@pytest.mark.parametrize(("text", "value", "unit"), COUNTED)
def test_the_letter_counts(text, value, unit):
    assert intervals(text) == [(value, value, unit)]


MEASURED = [
    ("A 35m wave hit the pier.", 35),
    ("The mast is 35m tall.", 35),
    ("She swam 200m to the shore.", 200),
    ("It stopped 30m from the gate.", 30),
    ("He won the 100m hurdles.", 100),
    ("The dam holds back 20m of water.", 20),
    ("The river rose to 12m.", 12),
    ("He fell 12m to his death.", 12),
    ("A 3m-high fence was built.", 3),
    ("The tsunami reached 14m in places.", 14),
    ("He came third in the 400m.", 400),
    ("The boat drifted 400m downstream.", 400),
]


@pytest.mark.parametrize(("text", "value"), MEASURED)
def test_the_letter_is_the_metre(text, value):
    assert intervals(text) == [(value, value, "metre")]


def test_the_letter_is_the_metre_within_a_distance():
    assert intervals("Crowds were kept within 50m of the building.") == [(None, 50, "metre")]


def test_a_letter_that_nothing_decides_stays_open():
    assert intervals("It came to 12m.") == [(12, 12_000_000, None)]


@pytest.mark.parametrize("text", ["She lives in flat 4B.", "Take highway 9B north."])
def test_a_letter_that_belongs_to_a_name_scales_nothing(text):
    assert figures(text) == []


SHARED = [
    ("The weir cost $1.3-1.6m.", 1_300_000, 1_600_000, "dollar"),
    ("The weir cost \u20ac10m-15m.", 10_000_000, 15_000_000, "euro"),
    ("The weir cost 10m-15m euros.", 10_000_000, 15_000_000, "euro"),
    ("The weir cost US$5-6m.", 5_000_000, 6_000_000, "dollar"),
    ("The weir cost between \u20ac2 and 3m.", 2_000_000, 3_000_000, "euro"),
    ("The weir cost between US$1.5 and US$2 billion.", 1_500_000_000, 2_000_000_000, "dollar"),
    ("The weir cost \u00a3500k-1m.", 500_000, 1_000_000, "pound sterling"),
    ("The weir cost $1m or $2m.", 1_000_000, 2_000_000, "dollar"),
    ("Losses of $200 to 300 million are likely.", 200_000_000, 300_000_000, "dollar"),
    ("Some 10m-15m people watched.", 10_000_000, 15_000_000, "people"),
    ("The masts are 10m-15m tall.", 10, 15, "metre"),
    ("An estimated 15-20,000 marched.", 15_000, 20_000, None),
    ("Fees are $5-8,000.", 5_000, 8_000, "dollar"),
    ("It sold 7 or 8,000 copies.", 7_000, 8_000, "copy"),
    ("Between 2 and 3,000,000 voted.", 2_000_000, 3_000_000, None),
    ("Bets of \u00a31 to \u00a31,000 were taken.", 1, 1_000, "pound sterling"),
    ("It has 1-10,000 members.", 1, 10_000, "member"),
    ("Six to eight hundred people came.", 600, 800, "people"),
    ("Between four and five hundred thousand fled.", 400_000, 500_000, None),
    ("One or two hundred people came.", 100, 200, "people"),
    ("A hundred or two hundred people came.", 100, 200, "people"),
    ("Between a hundred and two hundred people came.", 100, 200, "people"),
    ("Ten or twenty thousand people came.", 10_000, 20_000, "people"),
    ("Two or three dozen shops closed.", 24, 36, "shop"),
    ("3-4 dozen shops closed.", 36, 48, "shop"),
    ("A dozen or two shops closed.", 12, 24, "shop"),
    ("A million or two people live there.", 1_000_000, 2_000_000, "people"),
    ("Half a dozen to a dozen shops closed.", 6, 12, "shop"),
    ("From a few hundred members to several thousand.", 200, 10_000, "member"),
    ("Between 30 prisoners and 40 escaped.", 30, 40, "prisoner"),
    ("Dozens or even hundreds of people came.", 24, 1_000, "people"),
    ("Tens or hundreds of thousands fled.", 10_000, 1_000_000, None),
    ("Hundreds, if not thousands, of people fled.", 100, 10_000, "people"),
    ("Hundreds of people, perhaps thousands, fled.", 100, 10_000, "people"),
    ("Bids ran from \u00a31.2m up to \u00a31.5m.", 1_200_000, 1_500_000, "pound sterling"),
    ("It raised S$5 million to S$6 million.", 5_000_000, 6_000_000, "singapore dollar"),
    ("The cost is R5m-R6m.", 5_000_000, 6_000_000, "south african rand"),
    ("It takes between seven to ten years.", 7, 10, "year"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), SHARED)
def test_a_range_shares_its_scale(text, low, high, unit):
    assert intervals(text) == [(low, high, unit)]


LEVELS = [
    ("Sales rose from 2.1 to 3.4 million crates.", (2_100_000, "crate"), (3_400_000, "crate")),
    ("Debt fell from \u20ac9.2 to \u20ac8.7 billion.", (9_200_000_000, "euro"), (8_700_000_000, "euro")),
    ("Support dropped from 51 to 44%.", (51, "percentage"), (44, "percentage")),
    ("The gap widened from 3 to 5 points.", (3, "point"), (5, "point")),
    ("The army was cut from 300 to 250 thousand troops.", (300_000, "troop"), (250_000, "troop")),
    ("The toll rose from 12 to 30.", (12, None), (30, None)),
    ("Attendance fell from 900 to 1.2 thousand.", (900, None), (1_200, None)),
]


@pytest.mark.parametrize(("text", "first", "second"), LEVELS)
def test_the_first_level_takes_scale_and_unit_of_the_second(text, first, second):
    assert intervals(text) == [(value, value, unit) for value, unit in map(_decimal, (first, second))]


def _decimal(level: tuple[float, str | None]) -> tuple[Decimal, str | None]:
    return Decimal(str(level[0])), level[1]


def test_thousands_written_after_the_second_level_stay_open_for_the_first():
    assert intervals("It rose from 20 to 30,000.") == [(20, 20_000, None), (30_000, 30_000, None)]


def test_a_bound_on_the_second_level_makes_no_interval():
    first, second = figures("It fell from 40 to less than 12 percent.")
    assert (first.low, first.high, first.unit) == (40, 40, "percentage")
    assert (second.low, second.high) == (None, 12)


@pytest.mark.parametrize("text", ["3M said it would appeal.", "He ran a 5k race."])
def test_the_name_of_a_firm_or_a_race_counts_nothing(text):
    assert figures(text) == []


SECOND_SCALES = [
    ("Several hundred million people voted.", 200_000_000, 1_000_000_000),
    ("A couple of hundred thousand people came.", 200_000, 300_000),
    ("A few thousand million people live there.", 2_000_000_000, 10_000_000_000),
    ("Several-hundred-thousand people came.", 200_000, 1_000_000),
    ("A few score people remain.", 40, 200),
    ("Several tens of thousands of people fled.", 20_000, 100_000),
    ("A few hundred people stayed.", 200, 1_000),
]


@pytest.mark.parametrize(("text", "low", "high"), SECOND_SCALES)
def test_the_second_scale_word_counts(text, low, high):
    assert intervals(text) == [(low, high, "people")]


HALVES = [
    ("Two million and a half people fled.", 2_500_000),
    ("A million and a quarter people fled.", 1_250_000),
    ("3 and a half million people fled.", 3_500_000),
    ("One and three-quarter million people fled.", 1_750_000),
    ("Two and a half dozen people fled.", 30),
    ("Two dozen and a half people fled.", 30),
    ("A crore and a half people fled.", 15_000_000),
    ("A thousand and one people fled.", 1_001),
    ("2\u00bdm people fled.", 2_500_000),
]


@pytest.mark.parametrize(("text", "value"), HALVES)
def test_half_of_a_scale(text, value):
    assert intervals(text) == [(value, value, "people")]


def test_a_part_of_something_else_is_not_added():
    assert figures("It killed two thousand and a third of the town.")[0].low == 2_000


SCALE_WORDS = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "lakh": 10**5,
    "crore": 10**7,
    "dozen": 12,
    "hundred": 100,
}
ONES = dict(enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1))
RANGES = ["between {} and {} {} people", "{} to {} {} people", "{}-{} {} people"]


@given(st.integers(1, 11), st.integers(1, 5), st.sampled_from(sorted(SCALE_WORDS)), st.sampled_from(RANGES), st.booleans())
def test_both_ends_of_a_range_have_the_scale_of_its_second(left, step, word, form, spelled):
    right = min(left + step, 12)
    names = (ONES[left], ONES[right]) if spelled else (str(left), str(right))
    assert intervals(form.format(*names, word)) == [(left * SCALE_WORDS[word], right * SCALE_WORDS[word], "people")]


@given(st.integers(1, 12), st.sampled_from(sorted(SCALE_WORDS)))
def test_a_number_times_its_scale(value, word):
    for written in (str(value), ONES[value]):
        assert intervals(f"{written} {word} people") == [(value * SCALE_WORDS[word], value * SCALE_WORDS[word], "people")]


@given(st.integers(1, 12), st.sampled_from(["thousand", "million", "billion", "crore", "dozen"]))
def test_half_a_scale_is_added_before_and_after_it(value, word):
    result = (value + Decimal("0.5")) * SCALE_WORDS[word]
    for text in (f"{ONES[value]} and a half {word} people", f"{ONES[value]} {word} and a half people"):
        assert intervals(text) == [(result, result, "people")]


@given(
    st.integers(1, 999),
    st.integers(1, 3),
    st.sampled_from(["${}-{}{}", "${} to {}{}", "${}-${}{}"]),
    st.sampled_from("m bn k".split()),
)
def test_money_ranges_share_their_letter(left, factor, form, letter):
    right = left * factor + 1
    scale = {"k": 10**3, "m": 10**6, "bn": 10**9}[letter]
    assert intervals(f"It costs {form.format(left, right, letter)}.") == [(left * scale, right * scale, "dollar")]
