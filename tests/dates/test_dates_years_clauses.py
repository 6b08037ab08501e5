"""A day or month without a year takes one only from its own clause."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.dates import find_dates

WRITTEN = dt.date(2021, 11, 1)


def last(text, written=WRITTEN):
    return find_dates(text, written)[-1].earliest


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The group, set up in March 2014, entered the town on 3 October.", dt.date(2021, 10, 3)),
        ("The group, set up in October 2014, entered the town on 3 October.", dt.date(2021, 10, 3)),
        ("A court that was founded in May 2009 freed him on June 7.", dt.date(2021, 6, 7)),
        ("The mine, which closed on 4 May 2012, was flooded on 9 September.", dt.date(2021, 9, 9)),
        ("He had been in prison since July 2016 when a mob broke in on April 2.", dt.date(2021, 4, 2)),
        ("The treaty of June 2013 was torn up in October.", dt.date(2021, 10, 1)),
    ],
)
def test_an_aside_lends_no_year(text, day):
    assert last(text) == day
    assert last(text, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "The camp opened in January 2015 and was cleared after the fall of the city on Aug 15.",
        "The bridge built in 1998 fell on August 14.",
        "He was arrested on 3 January 2015 because a guard had named him, and was tried on 9 March.",
        "It was founded in 2011, and has grown since the quake of 12 August.",
        "The board met on June 3, 2015 while crews still looked for the boat that sank on May 28.",
    ],
)
def test_another_clause_leaves_open_which_year_is_meant(text):
    assert last(text) is None
    assert last(text, None) is None


def test_another_clause_and_the_date_of_writing_may_agree():
    text = "The camp opened in January 2021 and was cleared after the fall of the city on Aug 15."
    assert last(text) == dt.date(2021, 8, 15)
    assert last(text, None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on 3 June 2015, and on 5 July they signed.", dt.date(2015, 7, 5)),
        ("They met on June 3, 2015, June 9 and July 2.", dt.date(2015, 7, 2)),
        ("They met on June 3, 2015 in Torhamn and again on Thursday, July 2.", dt.date(2015, 7, 2)),
        ("The polls were held on 3 May 2015 and 5 June.", dt.date(2015, 6, 5)),
        ("In 2015 it struck in August.", dt.date(2015, 8, 1)),
        ("In 2015 the river rose on 4 May and again on 9 June.", dt.date(2015, 6, 9)),
        ("In 2015 the river, dammed since May 2009, rose on 9 June.", dt.date(2015, 6, 9)),
        ("In early January 2015 he was arrested, and was tried on 9 March.", dt.date(2015, 3, 9)),
        ("In August 2015 the dam broke. The last house stood when, on Aug. 26, the road was opened.", dt.date(2015, 8, 26)),
    ],
)
def test_the_year_of_its_own_clause(text, day):
    assert last(text) == day


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It rained on 3 and 5 May 2015.", dt.date(2015, 5, 3), dt.date(2015, 5, 6)),
        ("It rained between May 3 and June 5, 2015.", dt.date(2015, 5, 3), dt.date(2015, 6, 6)),
        ("It rained from May 3 to June 5, 2015.", dt.date(2015, 5, 3), dt.date(2015, 6, 6)),
    ],
)
def test_the_ends_of_a_stretch_share_a_year(text, low, high):
    assert [(span.earliest, span.latest) for span in find_dates(text, WRITTEN)] == [(low, high)]
