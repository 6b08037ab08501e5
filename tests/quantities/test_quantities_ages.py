"""An age at death is told from a toll."""

from __future__ import annotations

import pytest

from summarizer.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The painter was found dead at 81.", "year of age"),
        ("The painter died at 81.", "year of age"),
        ("The ministry put the dead at 40.", None),
        ("It put the number of dead at 40 on Friday.", None),
    ],
)
def test_put_the_dead_at_forty_is_no_age(text: str, unit: str | None) -> None:
    assert [q.unit for q in find_quantities(text)] == [unit]
