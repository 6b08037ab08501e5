"""A speaker is named by one name of the article, and a name that it does not have is doubted."""

from __future__ import annotations

import pytest
from builders import article, speaker, statement, summary

from summarizer.ground.names import foreign_names, is_named

TEXT = (
    "Vera Holm met Jon Stone on Monday in Port Elva. Capt. Ana R. Lindqvist of the Elva harbour board sat on a stone. "
    "Li Na and U Ba spoke, and “no,” said Ng. Petra van der Meer left with Omar al-Sabri. Rolf and Mia Dahl wrote to "
    "Tervo Lines. Deputy Energy Minister Ole Brandt agreed, the U.S. coast guard said. What is left? It is gone. "
    "Jean-Paul O’Hara’s lawyer spoke for the Elva Dock Union (EDU). Tom “Tide” Wren shrugged."
)


@pytest.mark.parametrize(
    "name",
    [
        "Vera Holm", "Ms Holm", "Holm", "Mayor Vera Holm", "Ana Lindqvist", "Captain Lindqvist", "Ana R. Lindqvist", "Li Na",
        "Li", "U Ba", "Ng", "Petra van der Meer", "van der Meer", "al-Sabri", "Sabri", "Rolf Dahl", "Mia Dahl", "Tervo Lines",
        "the Elva harbour board", "the harbour board", "Energy Minister Ole Brandt", "Minister Brandt", "US coast guard",
        "the U.S. Coast Guard", "Jean-Paul O'Hara", "J. O'Hara", "O'Hara's lawyer", "the lawyer", "EDU",
        "Elva Dock Union (EDU)", "Tom Wren", "Vera Holm and Jon Stone", "Stone and Holm",
    ],
)  # fmt: skip
def test_a_name_of_the_article_is_named(name: str) -> None:
    assert is_named(article(TEXT), name)


@pytest.mark.parametrize(
    "name",
    [
        "Jon Holm", "Vera Stone", "Ana Holm", "Rolf Stone", "Li Ba", "U Na", "Xi", "Wu", "He Na", "IS", "WHO", "Petra Dahl",
        "Omar Meer", "Ole Stone", "Minister Vik", "Mr Vik", "Vera Holm-Stone", "Harald Vik", "the bishop of Elva", "", "Dr",
    ],
)  # fmt: skip
def test_a_name_put_together_or_foreign_is_not(name: str) -> None:
    assert not is_named(article(TEXT), name)


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("Ben Holt met Jon Stone in Elva.", "Ben Stone", False),
        ("Ted Moe (R-Elva) met Vera Reed.", "Ted Reed", False),
        ("Mia’s aide met Rolf Sund.", "Mia Sund", False),
        ("Peter Alm, President Lund’s aide, spoke.", "Peter Alm, President Lund’s aide", True),
        ("Retired Lt. Gen. Omar Frey spoke.", "Retired Lt. Gen. Omar Frey", True),
        ("Poll by Elva State/North Sound Radio: 40 percent.", "Elva State/North Sound Radio", True),
        ("The plan of Sol Yde, an EDU member from Elva, failed.", "Sol Yde, an EDU member from Elva", True),
    ],
)
def test_where_one_name_ends_and_another_begins(text: str, name: str, named: bool) -> None:
    assert is_named(article(text), name) is named


def test_a_name_without_spaces_is_found_in_its_sentence() -> None:
    made = article("王小明说桥已经断了。").model_copy(update={"language": "zh"})

    assert is_named(made, "王小明")
    assert not is_named(made, "王大明")


def test_a_name_with_endings_is_known_by_its_stem_where_names_have_endings() -> None:
    made = article("По словам Веры Холмовой, мост закрыт.").model_copy(update={"language": "ru"})

    assert is_named(made, "Вера Холмова")
    assert not is_named(made, "Анна Холмова")


def test_a_speaker_put_together_from_two_is_missing() -> None:
    made = summary(TEXT, statement("Ole Brandt agreed", sents=list(range(1, 9)), by="p1"), speakers=(speaker("Ole Dahl"),))

    assert made.attributions == ()
    assert [m.anchor for m in made.missing] == ["Ole Dahl"]


@pytest.mark.parametrize(
    ("said", "doubts"),
    [
        ("Hamid lit the stove.", ("Hamid",)),
        ("Hamid’s brother lit it. Sven helped.", ("Hamid", "Sven")),
        ("Hu met Stone.", ("Hu",)),
        ("Stone met Hu.", ("Hu",)),
        ("Mark Aalto met Stone.", ("Mark", "Aalto")),
        ("Denmark sent a tug.", ("Denmark",)),
        ("Danish tugs came.", ("Danish",)),
        ("Iraqi tugs came.", ("Iraqi",)),
        ("Émile Zaoui left.", ("Émile", "Zaoui")),
        ("“Hamid did it,” Stone said.", ("Hamid",)),
        ("Rain fell on Monday.", ()),
        ("Nearly all the dockers left.", ()),
        ("Strikers and peacekeepers left.", ()),
        ("Cyberattacks followed.", ()),
        ("Holm met Stone in Elva.", ()),
    ],
)
def test_which_names_of_a_statement_are_doubted(said: str, doubts: tuple[str, ...]) -> None:
    assert foreign_names(article(TEXT), said) == doubts
