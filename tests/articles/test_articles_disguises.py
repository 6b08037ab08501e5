"""Words and numbers that only look like what they seem: named, and never half-read."""

from __future__ import annotations

import pytest

from summarizer.articles import read_article
from summarizer.articles.disguises import disguised
from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    "number",
    [
        "1\u041e,OOO",
        "1,OOO",
        "1O0",
        "l2",
        "l,200",
        "I,200",
        "3O",
        "2O2O",
        "1,2\u041e0",
        "1\ufffd2",
        "1\u03362",
        "12\u0338",
        "\u04002".replace("\u0400", "\u0406"),
    ],
)
def test_a_number_with_a_look_alike_is_named_and_not_read(number):
    text = f"In all {number} people were killed there."
    assert find_quantities(text) == []
    assert disguised(text) == (f"1 number with what only looks like a digit, not read as such: “{number}”",)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("\uff11\uff12 people", 12),
        ("\u0661\u0662 people", 12),
        ("\u096b people", 5),
        ("\U0001d7cf\U0001d7d0 people", 12),
        ("1\u20442 mile", 0.5),
    ],
)
def test_digits_of_any_script_are_read(text, low):
    assert [float(q.low) for q in find_quantities(text)] == [low]
    assert disguised(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "It took 5l of water, and 10,000l of CO2 and O3.",
        "On the I95 the GPT-4o team met 4,000,000 fans, 2nd in 2019.Oslo won 1-0.",
        "A kΩ, some TNFα and β-carotene of 3 μm.",
        "Москва и Kyiv, SMSка, ΔT, 10 000 people.",
    ],
)
def test_honest_signs_are_no_disguise(text):
    assert disguised(text) == ()


def test_words_of_two_alphabets_are_counted_and_shown(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(
        "The ferry sank, R\u0435uters said on Monday. Later \u039d\u039frth Wire and R\u0435uters said the M\u043esk\u0430 sank too."
    )
    assert (
        "4 words mixed of two alphabets whose letters look alike, which no search finds: “R\u0435uters”, “\u039d\u039frth”, “M\u043esk\u0430”"
        in read_article(path).notes
    )


def test_letters_of_formulas_and_ringed_digits_are_named():
    notes = disguised("\U0001d40a\U0001d422\U0001d425\U0001d425\U0001d41e\U0001d41d: \u2460\u2461 people, and 3 m\u00b2 of it")
    assert notes == (
        "1 word in letters of formulas: “\U0001d40a\U0001d422\U0001d425\U0001d425\U0001d41e\U0001d41d”",
        "1 number in raised or ringed digits, not read as such: “\u2460\u2461”",
    )
