"""What two numbers share: the scale of a longer number, an afterthought of doubt, and bare dozens."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.quantities import disjoint, find_quantities


def _read(text: str) -> list[tuple[Decimal | None, Decimal | None, str | None]]:
    return [(quantity.low, quantity.high, quantity.unit) for quantity in find_quantities(text) if not quantity.is_date]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Three to four thousand five hundred people came.", 3000, 4500),
        ("Between two and three million four hundred thousand people came.", 2_000_000, 3_400_000),
        ("Six or seven thousand five hundred people came.", 6000, 7500),
        ("Four, maybe five hundred people came.", 400, 500),
        ("Thirty, perhaps forty people came.", 30, 40),
        ("30, possibly 40 people came.", 30, 40),
    ],
)
def test_range(text: str, low: int, high: int) -> None:
    assert _read(text) == [(low, high, "people")]


def test_a_far_afterthought_stays_a_figure_of_its_own() -> None:
    assert [low for low, *_ in _read("He named 3, possibly 900 people.")] == [3, 900]


def test_a_dozen_without_an_article() -> None:
    assert _read("Another dozen people were held.") == [(12, 12, "people")]
    (some,) = find_quantities("Some dozen homes burned.")
    (exact,) = find_quantities("13 homes burned.")
    assert disjoint(some, exact) is False


def test_an_exact_dozen_leaves_no_room() -> None:
    (exact,) = find_quantities("Exactly three dozen homes burned.")
    (loose,) = find_quantities("Three dozen homes burned.")
    (other,) = find_quantities("37 homes burned.")
    assert disjoint(exact, other) is True
    assert disjoint(loose, other) is False


def test_an_average_is_told_in_decimals() -> None:
    assert _read("The average village household has 3.125 members.")[0][0] == Decimal("3.125")
    assert _read("The village has 3.125 members.")[0][0] == 3125


def test_groups_of_digits_after_a_year() -> None:
    assert _read("In 2018 14 300 people fled.") == [(14_300, 14_300, "people")]
