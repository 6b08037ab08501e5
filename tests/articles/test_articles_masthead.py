"""A newspaper's name above the date and the headline: what it is, and what only looks like it."""

import pytest

from summarizer.articles import read_article
from summarizer.articles.zoning.zones import mark_zones

FIRST = "The harbour master said on Monday that forty boats had been moved to the inner dock before the storm came in."
SECOND = "Nobody was hurt, but the roof of the fish market was torn off and two cranes fell into the water, he added."
BODY = f"{FIRST}\n\n{SECOND}"
HEADLINE = "Storm wrecks fish market, and two cranes fall"
DATE = "Tuesday 5 March 2024, 6.30 p.m."


def facts(text):
    return mark_zones(text).facts


def kinds(text):
    return [(zone.kind.value, text[zone.start : zone.end]) for zone in mark_zones(text).zones]


def below(masthead, date=DATE, byline="By Ada Nyman in Torhamn"):
    return f"{masthead}\n{date}\n\n{HEADLINE}\n{byline}\n\n{BODY}\n"


def test_the_headline_below_a_masthead_is_the_title(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(below("The Torhamn Courier"))
    article = read_article(path)
    assert (article.title, article.outlet, article.author) == (HEADLINE, "The Torhamn Courier", "Ada Nyman")
    assert (str(article.published), article.published_time, article.published_basis) == ("2024-03-05", "18:30", "date line")


def test_the_masthead_and_its_date_are_a_byline():
    assert kinds(below("The Torhamn Courier")) == [
        ("byline", f"The Torhamn Courier\n{DATE}"),
        ("title", HEADLINE),
        ("byline", "By Ada Nyman in Torhamn"),
    ]


@pytest.mark.parametrize(
    ("masthead", "outlet"),
    [
        ("TORHAMN DISPATCH", "Torhamn Dispatch"),
        ("THE TORHAMN POST", "The Torhamn Post"),
        ("BBC NEWS", "BBC News"),
        ("TORHAMN TV", "Torhamn TV"),
        ("FISHERMAN'S WEEKLY", "Fisherman's Weekly"),
        ("TORHAMN TIMES-HERALD", "Torhamn Times-Herald"),
        ("*** Torhamn Evening Ledger ***", "Torhamn Evening Ledger"),
        ("Torhamner Allgemeine Zeitung", "Torhamner Allgemeine Zeitung"),
        ("Neue Torhamner Rundschau", "Neue Torhamner Rundschau"),
        ("Le Courrier de Torhamn", "Le Courrier de Torhamn"),
        ("Corriere di Torhamn", "Corriere di Torhamn"),
        ("Diario de Torhamn", "Diario de Torhamn"),
    ],
)
def test_a_masthead_as_written_but_capitals_in_title_case(masthead, outlet):
    assert (facts(below(masthead)).outlet, facts(below(masthead)).title) == (outlet, HEADLINE)


@pytest.mark.parametrize(
    "date",
    [
        "South Coast | Tuesday, March 5, 2024",
        "South Coast | March 5, 2024",
        "Ships and Harbours · 5 March 2024",
        "South Coast|March 5, 2024",
        "Trade - 2024-03-05",
        "Torhamn, 5 March 2024",
    ],
)
def test_a_section_or_a_place_before_the_date(date):
    text = below("Torhamn Dispatch", date)
    assert facts(text).title == HEADLINE
    assert [str(dated.stamp.date) for dated in facts(text).dates] == ["2024-03-05"]
    assert kinds(text)[0] == ("byline", f"Torhamn Dispatch\n{date}")


def test_a_section_before_the_date_of_an_update():
    assert [dated.stamp for dated in facts(below("Torhamn Dispatch", "South Coast | Updated 5 March 2024")).dates] == []


def test_a_headline_without_a_byline():
    text = f"The Torhamn Courier\n{DATE}\n\n{HEADLINE}\n\n{BODY}\n"
    assert (facts(text).title, facts(text).outlet) == (HEADLINE, "The Torhamn Courier")


def test_a_title_that_the_file_names_stays_the_title():
    marked = mark_zones(below("The Torhamn Courier"), "The Torhamn Courier")
    assert marked.facts.title == "The Torhamn Courier"


@pytest.mark.parametrize("title", ["Storm wrecks market", "Storm Wrecks Market", "STORM WRECKS MARKET", "The Torhamn Record"])
@pytest.mark.parametrize("byline", ["", "By Ada Nyman\n"])
def test_few_words_above_a_date_and_the_text_are_the_title(title, byline):
    assert facts(f"{title}\n{DATE}\n{byline}\n{BODY}\n").title == title


@pytest.mark.parametrize(
    "title",
    [
        "Ferry sinks, says Morning Star",
        "Ferry Sinks, Says Morning Star",
        "FERRY SINKS SAYS MORNING STAR",
        "Ferry aground off Morning Star",
        "Rainfall Hits Record",
        "FIRES SET RECORD",
        "Police Seize The Mail",
        "Boats Wait For Review",
        "Storm wrecks market",
    ],
)
def test_a_headline_with_a_subtitle_below_the_date_stays(title):
    assert facts(below(title)).title == title


def test_a_name_of_an_outlet_is_no_headline():
    text = f"Fish Market Record\n{DATE}\nThe Torhamn Courier\n\n{BODY}\n"
    assert (facts(text).title, facts(text).outlet) == ("Fish Market Record", "The Torhamn Courier")


def test_a_masthead_with_no_date_below_it_is_read_as_before():
    assert facts(f"The Torhamn Courier\n\n{HEADLINE}\n\n{BODY}\n").title == "The Torhamn Courier"


def test_a_heading_below_the_first_paragraph_is_no_headline():
    text = f"Fish Market Record\n{DATE}\n\n{FIRST}\n\nWhat comes next\n\nBy Ada Nyman\n\n{SECOND}\n"
    assert facts(text).title == "Fish Market Record"


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Ada Nyman in Torhamn", "Ada Nyman"),
        ("By Ada Nyman in Torhamn, Blekinge", "Ada Nyman"),
        ("By Ada Nyman in Rio de Janeiro", "Ada Nyman"),
        ("By Ada Nyman in the Outer Isles", "Ada Nyman"),
        ("By Ada Nyman in Bosnia and Herzegovina", "Ada Nyman"),
        ("By Ada Nyman in Torhamn and Per Holm in Nättraby", "Ada Nyman and Per Holm"),
        ("By Ada Nyman in Torhamn, Per Holm in Nättraby", "Ada Nyman, Per Holm"),
        ("By Ada Nyman and Per Holm in Torhamn", "Ada Nyman and Per Holm"),
        ("By Ada Nyman in Torhamn, staff writer", "Ada Nyman"),
        ("By Lee In Suk", "Lee In Suk"),
        ("By Ina Inberg", "Ina Inberg"),
    ],
)
def test_an_author_without_the_place(byline, author):
    assert facts(f"{HEADLINE}\n{byline}\n\n{BODY}\n").author == author
