"""Numbers that belong to a date, though their month or era stands further off, are marked as such."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


def dated(text: str) -> list[str]:
    return [quantity.text for quantity in find_quantities(text) if quantity.is_date]


def counted(text: str) -> list[str]:
    return [quantity.text for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It rained on July 2, 5 and 9.", ["2", "5", "9"]),
        ("It rained on 2, 3 and 5 July.", ["2", "3", "5"]),
        ("It rained from 2 to 9 July 2024.", ["2", "9", "2024"]),
        ("It rained from July 2 to 9.", ["2", "9"]),
        ("Shells fell on the night of 2/3 July.", ["2/3"]),
        ("It is dated 7-Nov-2020.", ["7", "2020"]),
        ("It opened in 1446 AH.", ["1446"]),
        ("It opened in 2566 BE.", ["2566"]),
        ("It opened in Reiwa 5.", ["5"]),
        ("It opened in the Hebrew year 5784.", ["5784"]),
    ],
)
def test_numbers_of_dates(text: str, numbers: list[str]) -> None:
    assert (dated(text), counted(text)) == (numbers, [])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("On July 2, 5 miners died.", ["5 miners"]),
        ("On July 2 and 5 miners died.", ["5 miners"]),
        ("In May 23 miners died.", ["23 miners"]),
        ("On 7 May 23 miners died.", ["23 miners"]),
        ("'23 miners died,' she said.", ["23 miners"]),
        ("It hurt 3 to 7 miners.", ["3 to 7 miners"]),
        ("It has 1446 hectares.", ["1446 hectares"]),
    ],
)
def test_numbers_of_things(text: str, figures: list[str]) -> None:
    assert counted(text) == figures


def test_circled_numbers_are_no_digits() -> None:
    assert dated("0/\u2460 and 3 \u2460 May") == counted("\u2460") == []
