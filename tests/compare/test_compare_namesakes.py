"""Names of one source are found by looking them up: the same ones as by trying every name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.comparison.origins.credits import same_source
from summarizer.comparison.origins.namesakes import Namesakes

NAMES = st.sampled_from(
    [
        "The Harbour Post",
        "Harbour Post",
        "HP",
        "Harbour Post (HP)",
        "Varn News Agency",
        "VNA",
        "VNA (Varn)",
        "officials",
        "The",
        "",
        "Æ",
    ]
)


@given(st.lists(NAMES, max_size=8), NAMES)
def test_the_same_names_are_found_as_by_trying_all(names: list[str], name: str) -> None:
    assert set(Namesakes(names).of(name)) == {one for one in names if same_source(one, name)}
