"""A date that is run together with the text: whose it is, and where it only tells when something happened."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.articles import read_article
from summarizer.ground.numbering import number_sentences

JUNE = dt.date(2015, 6, 3)
BODY = "Forty boats were moved to the inner dock before the storm came in, the harbour master said late on Tuesday."
SECOND = "Nobody was hurt, but the roof of the fish market was torn off and two cranes fell into the water, he added."


@pytest.fixture
def read(tmp_path):
    def read(text, name="storm.txt"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_article(path)

    return read


@pytest.mark.parametrize(
    ("top", "time"),
    [
        ("3 Jun 2015 ", None),
        ("June 3 2015 ", None),
        ("Wednesday 3 Jun 2015 ", None),
        ("Wed Jun 3, 2015 ", None),
        ("Wednesday 03 June 2015 17:53 ", "17:53"),
        ("Wednesday 03 June 2015 17:53 Ekman: ", "17:53"),
        ("Jun 3 2015 9:14 AM ", "09:14"),
        ("Wed 03 Jun 2015 at 0914 ", None),
        ("Published June 3 2015 ", None),
        ("Published on 3 June 2015: ", None),
        ("Date of publication 3 June 2015 ", None),
        ("Posted on June 3 2015 by Ada Nyman ", None),
        ("Posted on: 3rd June, 2015 | ", None),
        ("June 3 2015 by Ada Nyman and Bo Ek ", None),
        ("[Reuters] 3 June 2015 ", None),
        ("(AFP) 3 June 2015 ", None),
        ("Harbour Post, Wednesday 3 June 2015 ", None),
        ("3 June 2015. ", None),
        ("3 June 2015 – ", None),
        ("3 June 2015, Torhamn – ", None),
        ("25.06.2015 ", None),
        ("03.06.2015(updated 1838 04.06.2015) Get short URL 113 ", None),
        ("Published June 3 2015 Updated June 5 2015 ", None),
        ("Updated 5 June 2015 | Published 3 June 2015 ", None),
        ("Published: 14:05 GMT, 3 June 2015 | Updated: 15:10 GMT, 4 June 2015 ", "14:05+00:00"),
        ("Storm wrecks fish market Witness AFP Wednesday 3 Jun 2015 ", None),
        ("Storm wrecks fish market Published June 3 2015 ", None),
    ],
)
def test_a_date_that_runs_into_the_text(read, top, time):
    article = read(f"{top}{BODY} {SECOND}\n")
    day = dt.date(2015, 6, 25) if top.startswith("25") else JUNE
    assert (article.published, article.published_time, article.published_basis) == (day, time, "first line of the text")


@pytest.mark.parametrize(
    "top", ["3 Jun 2015 ", "Wednesday 03 June 2015 17:53 ", "[Reuters] 3 June 2015 ", "Storm AFP 3 Jun 2015 "]
)
def test_a_date_run_into_its_sentence_leaves_the_sentence_readable(read, top):
    article = read(f"{top}{BODY} {SECOND}\n")
    assert article.text.startswith(top)
    assert not article.zones
    assert [span.start for span in number_sentences(article).spans] == [0, len(top) + len(BODY) + 1]


def test_a_date_that_is_a_sentence_of_its_own_is_a_byline(read):
    article = read(f"3 June 2015. {BODY} {SECOND}\n")
    assert [(zone.kind.value, article.text[zone.start : zone.end]) for zone in article.zones] == [("byline", "3 June 2015.")]
    assert number_sentences(article).spans[0].of(article.text) == BODY


@pytest.mark.parametrize(
    "text",
    [
        "On 3 June 2015 a storm tore the roof off the fish market, and forty boats were moved to the inner dock.",
        "3 June 2015 was the day on which a storm tore the roof off the fish market and forty boats were moved.",
        "3 June 2015, the day of the storm, will be remembered in the harbour for as long as anybody lives there.",
        "June 3, 2015, Torhamn lost its fish market in a storm, and forty boats were moved to the inner dock.",
        "Since 12 May 2015, forty boats have been moved to the inner dock because of the storms that came in.",
        "The 3 June 2015 storm tore the roof off the fish market, and forty boats were moved to the inner dock.",
        "The 3 June 2015 storm – which tore the roof off the fish market – sank forty boats at the inner dock.",
        "On 3 June 2015 – a Wednesday – a storm tore the roof off the fish market and sank forty boats there.",
        "3 June 2015 – the day of the storm – will be remembered in the harbour for as long as anybody lives.",
        "3 June 2015 – 5 July 2015 were the worst weeks for the harbour since the dock was built, the master said.",
        "Published 3 June 2015 by the harbour board, the report blames the storm for the loss of forty boats there.",
        "Told by AFP on Wednesday 3 June 2015 that forty boats had sunk, the harbour master said he knew nothing.",
        "He told AFP Wednesday 3 June 2015 that forty boats had been moved to the inner dock before the storm.",
        "Torhamn lost its market. AFP Wednesday 3 June 2015 Report on the storm that sank forty boats there.",
        "Torhamn lost its market, says a letter dated 3 June 2015 Ada Nyman sent to the harbour board last week.",
        "The board published 3 June 2015 Figures on the storm that sank forty boats at the inner dock last week.",
        "3 June 2015's storm tore the roof off the fish market, and forty boats were moved to the inner dock.",
        "June 2015 Figures show that forty boats were moved to the inner dock before the storm came in.",
        "3 June Forty boats were moved to the inner dock before the storm of 2015 came in, the master said.",
    ],
)
def test_a_date_of_what_happened_is_not_that_of_publication(read, text):
    assert read(f"{text} {SECOND}\n").published is None


def test_a_date_before_a_headline_is_that_of_publication_only_if_something_marks_it(read):
    assert read(f"3 June 2015 Harbour Storm\n\n{BODY}\n\n{SECOND}\n").published is None
    assert read(f"Published 3 June 2015 Harbour Storm\n\n{BODY}\n\n{SECOND}\n").published == JUNE
    assert read(f"Wednesday 3 June 2015 Harbour Storm\n\n{BODY}\n\n{SECOND}\n").published == JUNE


def test_a_date_behind_the_known_title(read):
    title = "Storm wrecks fish market in Torhamn"
    text = f"{title} 3 June 2015 {BODY} {SECOND}\n"
    assert read(text).published is None
    assert read(f"---\ntitle: {title}\n---\n{text}").published == JUNE


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("03/06/2015 ", None),
        ("Published 03-06-2015 ", None),
        ("Wednesday 03/06/2015 ", JUNE),
        ("Friday, 03/06/2015 ", dt.date(2015, 3, 6)),
        ("Monday 03/06/2015 ", None),
        ("25/06/2015 ", dt.date(2015, 6, 25)),
        ("06-25-2015 ", dt.date(2015, 6, 25)),
        ("06/06/2015 ", dt.date(2015, 6, 6)),
        ("03.06.2015 ", JUNE),
    ],
)
@pytest.mark.parametrize("end", ["", "\n\n"])
def test_a_date_in_numbers_that_reads_both_ways_needs_its_weekday(read, top, day, end):
    article = read(f"{top}{end}{BODY} {SECOND}\n")
    assert article.published == day
    assert any("two different days" in note for note in article.notes) == (day is None)


def test_a_date_before_what_the_text_tells_as_past_is_noted_and_not_used(read):
    article = read(f"11 May 1999 Forty boats sank in Torhamn. {SECOND} The inquiry ended on 4 March 2003, he said.\n")
    assert article.published is None
    assert any("2003-03-04" in note for note in article.notes)


def test_a_date_before_what_the_text_announces_is_used(read):
    assert read(f"3 June 2015 {BODY} {SECOND} The inquiry will open on 4 July 2015.\n").published == JUNE


def test_a_date_of_long_ago_is_used_only_if_it_is_said_to_be_of_publication(read):
    article = read(f"3 June 1954 {BODY} {SECOND}\n")
    assert article.published is None
    assert any("1954-06-03" in note for note in article.notes)
    assert read(f"Published 3 June 1954 {BODY} {SECOND}\n").published == dt.date(1954, 6, 3)


@pytest.mark.parametrize(
    "top",
    [
        "TORHAMN, 3 June 2015 – ",
        "TORHAMN, Sweden (3 June 2015) – ",
        "Torhamn, June 3, 2015 (AFP) - ",
        "TORHAMN (Reuters, 3 June 2015) — ",
        "TORHAMN, Wednesday, June 3, 2015 – ",
        "THE HAGUE, 3 June 2015 – ",
    ],
)
def test_a_date_in_a_dateline(read, top):
    article = read(f"{top}{BODY}\n\n{SECOND}\n")
    assert (article.published, article.published_basis) == (JUNE, "dateline")


@pytest.mark.parametrize(
    ("top", "time"),
    [
        ("Updated 4:22 PM ET, Wed June 3, 2015\n\n", "16:22"),
        ("Updated 4:22 PM ET, Wed June 3, 2015 ", "16:22"),
        ("Last updated at Jun 32015 ", None),
        ("Last updated: 3 June 2015\n\n", None),
        ("Storm wrecks market\n\nUpdated 3 June 2015\n\n", None),
        ("Storm wrecks market\nBy Ada Nyman | Updated June 3, 2015\n\n", None),
    ],
)
def test_the_date_of_an_update_where_there_is_no_other(read, top, time):
    article = read(f"{top}{BODY} {SECOND}\n")
    assert (article.published, article.published_time) == (JUNE, time)
    assert article.published_basis == "date of the last update"


def test_a_file_name_gives_the_date_before_an_update_does(read):
    article = read(f"Updated 5 June 2015\n\n{BODY}\n\n{SECOND}\n", "storm_2015-06-03.txt")
    assert (article.published, article.published_basis) == (JUNE, "file name")


def test_a_field_gives_the_date_before_the_text_does(read):
    article = read(f"---\ndate: 2015-06-04\n---\n3 June 2015 {BODY} {SECOND}\n")
    assert (article.published, article.published_basis) == (dt.date(2015, 6, 4), "front matter")
    assert any("first line of the text says 2015-06-03" in note for note in article.notes)
