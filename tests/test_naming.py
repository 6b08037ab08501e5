"""Names of articles: of the outlet, else the title, else the file; each article its own, on one line, never empty."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.naming import names_of
from summarizer.schema import Article

STEERING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Characters that turn the writing round."""


def article(number: int = 1, **fields) -> Article:
    return Article(**{"article_id": f"a{number}", "path": f"story/{number}_ferry_sinks.txt", "text": "A ferry sank.", **fields})


def names(*articles: Article) -> list[str]:
    return list(names_of(articles).values())


def test_the_outlet_is_the_name_of_an_article_that_has_one() -> None:
    assert names(article(outlet="The Courier", title="Ferry sinks")) == ["The Courier"]


def test_without_an_outlet_the_title_in_quotation_marks_is_the_name() -> None:
    assert names(article(title="Ferry sinks off Port Vale")) == ["“Ferry sinks off Port Vale”"]


def test_a_blank_outlet_is_none() -> None:
    assert names(article(outlet="  \u200b ", title="Ferry sinks")) == ["“Ferry sinks”"]


def test_a_long_title_is_cut_at_a_word() -> None:
    title = "Ferry with four hundred passengers and their cars sinks in heavy seas off the coast of Port Vale"

    assert names(article(title=title)) == ["“Ferry with four hundred passengers and their…”"]


def test_a_quotation_in_a_title_stays_whole() -> None:
    assert names(article(title='Captain: "She was not overloaded"')) == ['“Captain: "She was not overloaded"”']


def test_a_long_title_is_cut_behind_its_first_clauses() -> None:
    title = "Ferry sinks off Port Vale, at least 183 dead: what is known so far"

    assert names(article(title=title)) == ["“Ferry sinks off Port Vale, at least 183 dead…”"]


def test_a_long_title_without_blanks_is_cut_between_characters() -> None:
    (name,) = names(article(title="渡" * 200))

    assert name == f"“{'渡' * 47}…”"


def test_a_mark_on_a_letter_is_not_cut_off_it() -> None:
    (name,) = names(article(title="e\u0301" * 100))

    assert name.endswith("e\u0301…”")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("story/4_lantern_daesh.txt", "File 4 lantern daesh"),
        ("story\\ferry-sinks.html", "File ferry sinks"),
        ("courier_2021-03-03.md", "File courier 2021-03-03"),
        ("12.txt", "File 12"),
        ("feed.xml#3", "File feed, article 3"),
        ("Ferry%20sinks.html", "File Ferry sinks"),
        ("100%ff.txt", "File 100%ff"),
        (".txt", "File .txt"),
        ("___.txt", "File without a name"),
        ("x" * 200 + ".txt", f"File {'x' * 39}…"),
    ],
)
def test_without_a_title_the_file_is_named_readably(path: str, name: str) -> None:
    assert names(article(path=path)) == [name]


def test_articles_of_one_outlet_are_told_apart_by_date() -> None:
    first = article(1, outlet="The Courier", published=dt.date(2021, 3, 3))
    second = article(2, outlet="The Courier", published=dt.date(2021, 3, 4))

    assert names(first, second) == ["The Courier (3 March 2021)", "The Courier (4 March 2021)"]


def test_articles_of_one_outlet_and_day_are_told_apart_by_title() -> None:
    one_day = {"outlet": "The Courier", "published": dt.date(2021, 3, 3)}

    assert names(article(1, title="Ferry sinks", **one_day), article(2, title="Port closed", **one_day)) == [
        "The Courier (“Ferry sinks”)",
        "The Courier (“Port closed”)",
    ]


def test_articles_of_one_outlet_day_and_title_are_told_apart_by_file() -> None:
    same = {"outlet": "The Courier", "published": dt.date(2021, 3, 3), "title": "Ferry sinks"}

    assert names(article(1, **same), article(2, **same)) == [
        "The Courier (file 1 ferry sinks)",
        "The Courier (file 2 ferry sinks)",
    ]


def test_articles_of_one_title_without_an_outlet_are_told_apart() -> None:
    same = {"title": "Ferry sinks"}

    assert names(article(1, **same), article(2, **same)) == [
        "“Ferry sinks” (file 1 ferry sinks)",
        "“Ferry sinks” (file 2 ferry sinks)",
    ]


def test_files_of_one_name_in_two_folders_are_told_apart_by_their_folders() -> None:
    assert names(article(1, path="monday/ferry.txt"), article(2, path="tuesday/ferry.txt")) == [
        "File ferry (monday/ferry)",
        "File ferry (tuesday/ferry)",
    ]


def test_a_page_and_its_text_are_told_apart_by_their_formats() -> None:
    assert names(article(1, path="a/ferry.txt"), article(2, path="a/ferry.html")) == [
        "File ferry (txt file)",
        "File ferry (html file)",
    ]


def test_nobody_takes_the_name_of_another_by_its_title() -> None:
    same = {"outlet": "The Courier"}
    first, second = article(1, published=dt.date(2021, 3, 3), **same), article(2, published=dt.date(2021, 3, 4), **same)

    assert len({name.casefold() for name in names(article(3, outlet="THE COURIER (3 MARCH 2021)"), first, second)}) == 3


def test_characters_that_nobody_sees_make_no_other_name() -> None:
    plain, marked = names(article(1, outlet="The Courier"), article(2, outlet="The\u202e Cou\u200brier"))

    assert plain != marked
    assert "\u202e" not in plain + marked


_WORDS = st.none() | st.text() | st.sampled_from(["The Courier", "the courier", "The\u200b Courier", "“”", "…", "渡" * 99])
_ARTICLES = st.lists(
    st.builds(
        dict,
        outlet=_WORDS,
        title=_WORDS,
        path=st.text(min_size=1) | st.sampled_from(["a.txt", "b/a.txt", "b/A.TXT", "feed#1"]),
        published=st.none() | st.sampled_from([dt.date(2021, 3, 3), dt.date(2021, 3, 4)]),
    ),
    max_size=8,
)


@given(_ARTICLES)
def test_every_article_has_a_name_of_its_own_on_one_line(fields) -> None:
    articles = [article(number, **one) for number, one in enumerate(fields)]

    found = names_of(articles)

    assert list(found) == [one.article_id for one in articles]
    assert len({unicodedata.normalize("NFKC", name).casefold() for name in found.values()}) == len(articles)
    for name in found.values():
        assert any(char.isalnum() for char in name)
        assert len(name.splitlines()) == 1
        assert name == name.strip()
        assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} or char in STEERING for char in name), name


@given(_ARTICLES)
def test_names_do_not_depend_on_anything_but_the_articles(fields) -> None:
    articles = [article(number, **one) for number, one in enumerate(fields)]

    assert names_of(articles) == names_of(tuple(articles))
