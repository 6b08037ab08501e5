"""Nobody of a group that is named by its owner."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    "text",
    [
        "Not one of Vera Holm's sailors has come home.",
        "None of Velt's sailors were rescued.",
        "Not one of the port’s 40 sailors has come home.",
        "Not one of his sailors has come home.",
    ],
)
def test_none_of_somebodys_people_is_zero(text: str) -> None:
    zeros = [q for q in find_quantities(text) if q.high == 0]

    assert [q.low for q in zeros] == [0]


def test_one_of_somebodys_people_is_one() -> None:
    (quantity,) = find_quantities("One of Vera Holm's sailors has come home.")

    assert quantity.low == 1
