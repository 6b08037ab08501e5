"""Zeros told in words: what denies a toll, and what only wishes, supposes or leaves one open."""

from __future__ import annotations

import pytest

from summarizer.quantities import disjoint, find_quantities


def _read(text: str) -> list[tuple[int, str | None]]:
    found = [quantity for quantity in find_quantities(text) if not quantity.is_date]
    assert all(quantity.low == quantity.high for quantity in found)
    return [(int(quantity.low or 0), quantity.unit) for quantity in found]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("No miner was injured.", "miner"),
        ("No sailor died.", "sailor"),
        ("No toddler has been hurt.", "toddler"),
        ("No pilots were on board.", "pilot"),
        ("No captives were released.", "captive"),
        ("There were no confirmed deaths.", "death"),
        ("There have been no reported injuries.", "injury"),
        ("The clinic recorded no new admissions.", "new admission"),
        ("The attack claimed no lives.", "life"),
        ("There wasn't a single casualty.", "casualty"),
        ("The raid killed no villagers.", "villager"),
        ("Divers found no bodies.", "body"),
        ("The day ended without any injuries.", "injury"),
        ("There were no dead, the mayor said.", None),
        ("There weren't any casualties.", "casualty"),
        ("The landslide did not cause any injuries.", "injury"),
        ("None of them survived.", None),
        ("Not one of them survived.", None),
        ("Of the crew, none survived.", None),
    ],
)
def test_a_denied_toll_is_zero(text: str, unit: str | None) -> None:
    assert _read(text) == [(0, unit)]


def test_a_single_one_of_a_group_is_denied_with_the_group() -> None:
    assert _read("Not a single one of the 30 climbers died.") == [(0, "climber"), (30, "climber")]


@pytest.mark.parametrize(
    "text",
    [
        "If no one dies, the drill has worked.",
        "Crews are there to ensure that no one is hurt.",
        "The mayor hopes nobody is injured.",
        "Make sure no workers are killed.",
        "Police could not say whether no one was hurt.",
        "No one knows how many died.",
        "No one thought anyone had died.",
        "Police did not confirm any deaths.",
        "No doubt killed the mood.",
        "No deal was reached.",
        "There is no death penalty in the country.",
        "No death toll was given.",
        "The referee added no injury time.",
        "There were no more deaths than last year.",
        "There were almost no casualties.",
        "It is untrue that no one was killed.",
        "The army denied that nobody was hurt.",
        "The party promises zero tolerance.",
        "A zero-sum game was feared.",
        "No hope survived.",
    ],
)
def test_what_is_wished_supposed_or_open_is_no_zero(text: str) -> None:
    assert _read(text) == []


def test_none_of_so_many() -> None:
    assert _read("None of the 14 died.") == [(0, None), (14, None)]


def test_what_follows_from_a_zero_is_told() -> None:
    assert _read("The alarm rang, so no one was hurt.") == [(0, "people")]


def test_doubt_denies_nothing_of_what_follows() -> None:
    assert all(low != 0 for low, _ in _read("No doubt people died, 3 of them at sea."))
    assert all(low != 0 for low, _ in _read("Not one guard but two were hurt."))


def test_nobody_else_is_no_denial_of_those_named_before() -> None:
    left, right = find_quantities("No one else was hurt.")[0], find_quantities("Three people were hurt.")[0]
    assert disjoint(left, right) is not True
