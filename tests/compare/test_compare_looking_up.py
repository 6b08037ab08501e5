"""What is looked up in place of being tried two by two gives the same."""

import gc
import itertools
import pickle
import random

import pytest

from summarizer.comparison.collecting import seldom
from summarizer.comparison.meeting.likeness import Likeness, Mutual
from summarizer.comparison.overview.atlas import _by_first_word, _neighbours
from summarizer.schema import Zone
from summarizer.terms import ZoneKind

WORDS = "harbour bridge flood miner council mayor rescue storm tunnel ferry market depot river rain snow".split()


def _texts(seed: int) -> list[str]:
    chance = random.Random(seed)
    return [" ".join(chance.choices(WORDS, k=chance.randint(1, 9))) for _ in range(60)]


@pytest.mark.parametrize("least", [0.2, 0.5, 0.7])
@pytest.mark.parametrize("seed", range(3))
def test_texts_so_much_alike_share_a_telling_word(seed: int, least: float) -> None:
    likeness = Likeness(_texts(seed))
    met = 0
    for left, right in itertools.permutations(range(60), 2):
        if likeness.of(left, right) >= least:
            met += 1
            assert set(likeness.telling(left, least)) & set(likeness.words(right))
    assert met


def test_few_words_are_telling_where_the_likeness_is_high() -> None:
    likeness = Likeness(["flood reaches harbour", "flood", "flood", "flood", "flood", "flood"])
    assert "flood" not in likeness.telling(0, 0.9)
    assert likeness.telling(1, 0.9) == ["flood"]


@pytest.mark.parametrize("seed", range(3))
def test_likenesses_from_either_side_are_those_of_each_pair(seed: int) -> None:
    likeness = Likeness(_texts(seed))
    forms = sorted(set(likeness.forms))
    mutual = Mutual(likeness)
    for form in forms:
        others = [other for other in forms if other != form]
        found = mutual.to(form, others)
        assert {other: found[other] for other in others} == {other: likeness.compared(form, other) for other in others}


def test_no_more_neighbours_are_listed_than_wanted_and_the_likest_come_first() -> None:
    texts = ["storm ferry tunnel", "storm ferry tunnel rain", "storm ferry", *["storm"] * 20]
    near = dict(Likeness(texts).nearest(5, len(texts)))
    assert near[0] == [0, 1, 2, 3, 4]


def test_places_are_found_by_the_word_they_begin_with() -> None:
    names = _by_first_word({"Brandal", "Norrick", "Norrick Hill"})
    pairs = set(_neighbours("A fire in Brandal, Norrick.", names))
    assert pairs == {(frozenset({"brandal"}), frozenset({"norrick"}))}
    assert not list(_neighbours("Brandals, Norricks", names))


def test_records_share_the_names_of_their_fields_and_a_copy_leaves_them_alone() -> None:
    first, second = (Zone(start=n, end=n + 1, kind=next(iter(ZoneKind))) for n in range(2))
    assert first.model_fields_set is second.model_fields_set
    moved = first.model_copy(update={"start": 5})
    assert (moved.start, first.start) == (5, 0)
    assert first.model_fields_set == set(Zone.model_fields)
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301  its own


def test_garbage_is_looked_for_as_before_behind_a_comparison() -> None:
    before = gc.get_threshold()
    with seldom():
        inside = gc.get_threshold()
    assert inside > before
    assert gc.get_threshold() == before
