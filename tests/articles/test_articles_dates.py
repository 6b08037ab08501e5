"""Publication dates: read where they are plain, unknown where they are not."""

import datetime as dt

import pytest

from summarizer.articles import read_article
from summarizer.articles.address_dates import month_of_name, stamp_of_name, stamp_of_url
from summarizer.articles.draft import Stamp
from summarizer.articles.publication import is_ambiguous, month_only, read_stamp

BODY = "The harbour master said on Monday that forty boats had been moved to the inner dock before 4 May 2011.\n"
JUNE = dt.date(2015, 6, 3)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2015-06-03", None),
        ("2015-06-03T10:15:30+04:30", "10:15+04:30"),
        ("2015-06-03 10:15Z", "10:15+00:00"),
        ("20150603T101500Z", "10:15+00:00"),
        ("20150603T101500+0430", "10:15+04:30"),
        ("2015-06-03T00:00:00Z", None),
        ("Wed, 03 Jun 2015 22:05:00 GMT", "22:05+00:00"),
        ("June 3, 2015, 11:40 a.m.", "11:40"),
        ("3rd of June 2015 at 7.20pm", "19:20"),
        ("Wednesday, 3 June 2015 12:05 am UTC+3", "00:05+03:00"),
        ("3 juin 2015 à 18h30", "18:30"),
        ("3. Juni 2015", None),
        ("3 de junio de 2015", None),
        ("3 июня 2015 г.", None),
        ("٣ يونيو ٢٠١٥", None),
        ("2015年6月3日", None),
    ],
)
def test_forms_of_one_day(text, time):
    assert read_stamp(text) == Stamp(JUNE, time)


@pytest.mark.parametrize(
    "text",
    ["06/03/2015", "Monday 06/03/2015", "June 2015", "2015", "2015-02-30", "3 June", "1 June 2015 to 3 June 2015", "Q2 2015"],
)
def test_what_could_be_another_day_is_none(text):
    assert read_stamp(text) is None


def test_a_numeric_date_with_one_reading_is_read():
    assert read_stamp("25/12/2015") == Stamp(dt.date(2015, 12, 25))
    assert read_stamp("12/25/2015") == Stamp(dt.date(2015, 12, 25))
    assert read_stamp("04/04/2015") == Stamp(dt.date(2015, 4, 4))
    assert read_stamp("03.04.2015") == Stamp(dt.date(2015, 4, 3))
    assert read_stamp("Friday, 03/04/2015") == Stamp(dt.date(2015, 4, 3))
    assert read_stamp("03/04/2015, Wednesday") == Stamp(dt.date(2015, 3, 4))
    assert is_ambiguous("03/04/2015")
    assert not is_ambiguous("25/12/2015")


@pytest.mark.parametrize(
    ("name", "stamp"),
    [
        ("storm_2015-06-03.txt", Stamp(JUNE)),
        ("20150603_storm.txt", Stamp(JUNE)),
        ("storm_2015_06_03.html", Stamp(JUNE)),
        ("storm_2015-06-03_1130.txt", Stamp(JUNE, "11:30")),
        ("000_0920150603ff.txt", None),
        ("storm_2015_06.txt", None),
        ("2015-06-03_and_2015-06-04.txt", None),
    ],
)
def test_dates_in_file_names(name, stamp):
    assert stamp_of_name(name) == stamp


def test_months_alone():
    assert month_of_name("storm_2015_06.txt") == "2015-06"
    assert month_only("June 2015") == "2015-06"
    assert month_only("3 June 2015") is None


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.example/2015/06/03/storm", JUNE),
        ("https://a.example/world/2015/jun/03/storm", JUNE),
        ("https://a.example/storm-2015-06-03", JUNE),
        ("https://a.example/20150603/storm", JUNE),
        ("https://a.example/2015/06/storm", None),
        ("https://a.example/2015/11/storm", None),
        ("https://a.example/2015/1106/storm", None),
        ("https://a.example/storm-20150603991234", None),
        ("https://2015-06-03.example/storm", None),
    ],
)
def test_dates_in_addresses(url, date):
    assert stamp_of_url(url) == (Stamp(date) if date else None)


def published(tmp_path, text, name="storm.txt"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    article = read_article(path)
    return article.published, article.published_time, article.published_basis


@pytest.mark.parametrize(
    ("top", "time", "basis"),
    [
        ("---\ntitle: Storm\ndate: 2015-06-03\n---\n", None, "front matter"),
        ("Title: Storm: the cost\nOutlet: Harbour Post\nDate: Wednesday, 3 June 2015, 10:45 p.m.\n\n", "22:45", "header line"),
        ("Storm wrecks market\n\nPosted on June 3, 2015\n\n", None, "date line"),
        ("Storm wrecks market\n\nWednesday, 3 June 2015\n\n", None, "date line"),
        ("Storm wrecks market\n\nHarbour, 3 June 2015\n\n", None, "date line"),
        ("Storm wrecks market\n\nPublished 3 June 2015 10:00 | Updated 4 June 2015 11:00\n\n", "10:00", "date line"),
        ("Storm wrecks market\nBy Ada Nyman | June 3, 2015\n\n", None, "byline"),
        ("HARBOUR, June 3, 2015 (AFP) - ", None, "dateline"),
    ],
)
def test_where_an_article_says_its_date(tmp_path, top, time, basis):
    assert published(tmp_path, top + BODY) == (JUNE, time, basis)


@pytest.mark.parametrize(
    "top",
    [
        "",
        "Storm wrecks market\n\n03/06/2015\n\n",
        "Market before June 3, 2015\n\n",
    ],
)
def test_a_date_in_the_text_or_a_title_is_not_that_of_publication(tmp_path, top):
    assert published(tmp_path, top + BODY) == (None, None, None)


def test_what_is_not_used_is_noted(tmp_path):
    path = tmp_path / "storm_2015_06.txt"
    path.write_text(f"---\ntitle: Storm\ndate: 03/06/2015\n---\n{BODY}", encoding="utf-8")
    notes = " ".join(read_article(path).notes)
    assert "two different days" in notes
    assert "only the month 2015-06" in notes


def test_two_sources_that_disagree_are_noted_and_the_article_itself_wins(tmp_path):
    path = tmp_path / "storm_2015-06-09.txt"
    path.write_text(f"---\ndate: 2015-06-03\n---\n{BODY}", encoding="utf-8")
    article = read_article(path)
    assert (article.published, article.published_basis) == (JUNE, "front matter")
    assert any("file name says 2015-06-09" in note for note in article.notes)
