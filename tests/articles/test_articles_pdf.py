"""PDF files: reading order, running heads, notes, hyphens, and what a page does not show."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import read_article
from summarizer.articles.cleaning import clean_characters
from summarizer.articles.formats.pdf.columns import columns_of
from summarizer.articles.formats.pdf.hyphens import Joiner
from summarizer.articles.formats.pdf.layout import Run, rows_of
from summarizer.articles.formats.pdf.lexicon import word_list
from summarizer.errors import ArticleError
from summarizer.terms import ZoneKind
from tests.articles.pdf_pages import COUNCIL, HEIGHT, QUARRY, WIDTH, by_rows, column, flat, noted, pdf, shown, wrapped


@pytest.fixture
def read(tmp_path):
    """A function from a PDF's bytes to its article."""

    def reading(data):
        path = tmp_path / "a.pdf"
        path.write_bytes(data)
        return read_article(path)

    return reading


@pytest.mark.parametrize("drawn", ["by column", "by row"])
@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_another(read, drawn, count):
    texts = [QUARRY, COUNCIL, QUARRY.replace("quarry", "mine")][:count]
    chars = 34 if count == 2 else 22
    columns = [column(text, 40 + at * (chars * 6 + 14), 600, chars) for at, text in enumerate(texts)]
    body = by_rows(*columns) if drawn == "by row" else "".join(line for lines in columns for line in lines)
    article = read(pdf(shown("Slide at Grenholm kills nine", 40, 640, 18) + body))
    assert " ".join(texts) in flat(article)
    assert article.title == "Slide at Grenholm kills nine"


def test_columns_whose_lines_do_not_stand_level(read):
    left, right = column(QUARRY, 40, 600, 34), column(COUNCIL, 260, 595, 34, lead=12.9)
    assert f"{QUARRY} {COUNCIL}" in flat(read(pdf(by_rows(left, right))))


def test_two_articles_one_above_the_other(read):
    half = len(QUARRY) // 2 + 5
    upper = by_rows(column(QUARRY[:half], 40, 600, 34), column(QUARRY[half:], 260, 600, 34))
    lower = by_rows(column(COUNCIL, 40, 480, 34), column("Votes were few.", 260, 480, 34))
    text = flat(read(pdf(upper + shown("Anger in the council", 40, 500, 16) + lower)))
    assert text.index("narrow road.") < text.index("Anger in the council") < text.index("Members of the council")


def test_a_picture_across_the_columns_parts_what_is_above_and_below(read):
    half = QUARRY.index("The owner")
    upper = by_rows(column(QUARRY[:half], 40, 600, 34), column(QUARRY[half:], 260, 600, 34))
    lower = by_rows(column(COUNCIL, 40, 400, 34), column(COUNCIL.replace("council", "board"), 260, 400, 34))
    text = flat(read(pdf(upper + "40 420 420 110 re f\n" + lower)))
    assert text.startswith(f"{QUARRY} {COUNCIL}")


def test_a_box_in_a_column_is_no_part_of_the_sentence_around_it(read):
    lines = wrapped(QUARRY, 60)
    upper = "".join(shown(line, 40, 600 - 12 * at) for at, line in enumerate(lines[:2]))
    box = "38 530 370 45 re S\n" + shown("The lake in figures", 46, 560, 9) + shown("Depth: 40 metres", 46, 546, 9)
    lower = "".join(shown(line, 40, 515 - 12 * at) for at, line in enumerate(lines[2:]))
    text = flat(read(pdf(upper + box + lower)))
    assert QUARRY in text
    assert "Depth: 40 metres" in text


def test_rows_of_a_table_stay_rows(read):
    rows = [("Village", "Dead", "Hurt"), ("Grenholm", "9", "12"), ("Lower Asp", "0", "31"), ("Sund", "11", "4")]
    table = "".join(
        shown(cell, x, 560 - 14 * at) for at, row in enumerate(rows) for cell, x in zip(row, (60, 200, 260), strict=True)
    )
    head = "".join(column(QUARRY, 40, 650, 70))
    article = read(pdf(head + table + "".join(column(COUNCIL, 40, 480, 70))))
    assert "Grenholm | 9 | 12\nLower Asp | 0 | 31\nSund | 11 | 4\n" in article.text
    assert QUARRY in flat(article)
    assert COUNCIL in flat(article)


def test_entries_side_by_side_stay_rows(read):
    left = ["Anna Brandt, 34, Grenholm", "Otto Kern, 51, Sund", "Ida Toll, 8, Asp"]
    right = ["Emil Voss, 19, Sund", "Lena Hart, 45, Asp", "Paul Orth, 62, Grenholm"]
    rows = by_rows(
        *([shown(line, x, 500 - 12 * at) for at, line in enumerate(lines)] for x, lines in ((40, left), (260, right)))
    )
    article = read(pdf("".join(column(QUARRY, 40, 600, 60)) + rows))
    assert "Anna Brandt, 34, Grenholm | Emil Voss, 19, Sund\nOtto Kern, 51, Sund | Lena Hart, 45, Asp\n" in article.text


def test_right_to_left_columns_begin_at_the_right(read):
    letters = dict(zip(b"abcdefghijklmnopqrstuv", "אבגדהוזחטיכלמנסעפצקרשת", strict=True))
    right = ["abc defg hijk lmn opq rst", "uvab cdef ghi jklm nop qr", "stu vabc def ghij klmn op"]
    left = ["qrs tuva bcd efg hijk lmn", "opqr stu vab cdef ghij kl", "mno pqr stuv abc def ghi"]
    drawn = by_rows(
        *([shown(line[::-1], x, 600 - 14 * at) for at, line in enumerate(lines)] for x, lines in ((260, right), (40, left)))
    )
    expected = "".join(letters.get(ord(char), char) for char in " ".join(right + left))
    assert flat(read(pdf(drawn, unicode=letters))) == expected


@pytest.mark.parametrize(
    ("turn", "matrix"), [(90, f"0 1 -1 0 {WIDTH} 0"), (180, f"-1 0 0 -1 {WIDTH} {HEIGHT}"), (270, f"0 -1 1 0 0 {HEIGHT}")]
)
def test_a_turned_page_is_read_as_it_is_shown(read, turn, matrix):
    body = by_rows(column(QUARRY, 40, 400, 34), column(COUNCIL, 260, 400, 34))
    article = read(pdf(f"q {matrix} cm\n{body}Q\n", extra=f"/Rotate {turn}"))
    assert flat(article) == f"{QUARRY} {COUNCIL}"


def paged(heads, feet, texts, *, size=8.0):
    """Pages with a head and a foot each and their lines between."""
    return [
        (shown(head, 40, 670, size) if head else "")
        + "".join(shown(line, 40, 600 - 12 * at) for at, line in enumerate(lines))
        + (shown(foot, 40, 30, size) if foot else "")
        for head, foot, lines in zip(heads, feet, texts, strict=True)
    ]


TWO = (wrapped(QUARRY, 60)[:3], wrapped(QUARRY, 60)[3:])


@pytest.mark.parametrize(
    ("heads", "feet"),
    [
        (["The Asp Courier   7 June 2016"] * 2, ["1", "2"]),
        (["4   The Asp Courier", "Landslide   5"], ["", ""]),
        (["", ""], ["https://asp.example/slide   1/2", "https://asp.example/slide   2/2"]),
        (["3/2/2021, 09:14   Slide - Asp"] * 2, ["Page 1 of 2", "Page 2 of 2"]),
        (["", ""], ["viii", "ix"]),
        (["", ""], ["Gedruckt am 3. Februar 2021   1", "Gedruckt am 3. Februar 2021   2"]),
        (["Вести Аспа   7 июня 2016".encode("cp1252", "replace").decode("cp1252")] * 2, ["- 8 -", "- 9 -"]),
    ],
)
def test_heads_and_feet_leave_the_sentence_that_runs_over_the_page(read, heads, feet):
    article = read(pdf(*paged(heads, feet, TWO)))
    assert flat(article) == QUARRY
    assert noted(article, "were left out")


@pytest.mark.parametrize(("head", "foot"), [("Slide at the lake", ""), ("", "Slide at the lake")])
def test_a_head_in_the_texts_own_type_is_known_by_the_sentence_that_it_parts(read, head, foot):
    assert flat(read(pdf(*paged([head] * 2, [foot] * 2, TWO, size=10.0)))) == QUARRY


def test_a_running_head_names_newspaper_and_day(read):
    article = read(pdf(*paged(["THE ASP COURIER   7 June 2016"] * 2, ["Printed 3 February 2021"] * 2, TWO)))
    assert (article.outlet, article.published, article.published_basis) == ("The Asp Courier", dt.date(2016, 6, 7), "page head")


@pytest.mark.parametrize(
    "head", ["3/2/2021, 09:14   Asp Courier", "Imprimé le 3 février 2021", "https://asp.example/2021 3 May 2021"]
)
def test_the_day_of_printing_is_no_day_of_publication(read, head):
    assert read(pdf(*paged([head] * 2, ["", ""], TWO))).published is None


@pytest.mark.parametrize("size", [8.0, 10.0, 14.0])
@pytest.mark.parametrize(
    "lines", [("9 people died here", "9 people died here"), ("3 men were found", "4 men were found"), ("2015", "2016")]
)
def test_figures_at_the_head_of_pages_are_text(read, size, lines):
    pages = [
        shown(line, 40, 660, size) + "".join(column(text, 40, 630, 60))
        for line, text in zip(lines, (QUARRY, COUNCIL), strict=True)
    ]
    article = read(pdf(*pages))
    assert all(line in article.text for line in lines)


def test_a_sentence_goes_on_across_columns_and_pages(read):
    words = f"{QUARRY[:-1]} while {COUNCIL}"
    lines = wrapped(words, 30)
    pages = [
        by_rows(*[[shown(line, x, 600 - 12 * at) for at, line in enumerate(part)] for x, part in ((40, a), (260, b))])
        for a, b in ((lines[:4], lines[4:8]), (lines[8:12], lines[12:]))
    ]
    assert flat(read(pdf(*pages))) == words


def test_marks_of_notes_leave_the_numbers_and_exponents_stay(read):
    page = shown("Rescuers counted 63", 40, 600)
    page += shown("2", 40 + 19 * 6, 604, 6)
    page += shown("dead and 140", 40 + 20 * 6, 600) + shown("3,4", 40 + 32 * 6, 604, 6)
    page += shown("hurt on 12 km", 40 + 35 * 6, 600) + shown("2", 40 + 48 * 6, 604, 6)
    page += shown("on the 21", 40 + 50 * 6, 600) + shown("st", 40 + 59 * 6, 604, 6) + shown("of June.", 40 + 62 * 6, 600)
    article = read(pdf(page))
    assert flat(article) == "Rescuers counted 63 dead and 140 hurt on 12 km² on the 21st of June."
    assert noted(article, "2 marks of notes")


def test_a_raised_digit_that_is_a_character_of_its_own_leaves_too(read):
    article = read(pdf(shown("Rescuers counted 63² dead on 12 km² of mud, the mayor of Grenholm said.", 40, 600)))
    assert "counted 63 dead on 12 km² of mud" in article.text


def test_footnotes_stand_apart_from_the_sentence(read):
    note = shown("1", 40, 83, 5) + shown("Figure of the county office.", 44, 80, 8)
    article = read(pdf(*(page + foot for page, foot in zip(paged(["", ""], ["", ""], TWO), (note, ""), strict=True))))
    assert QUARRY in flat(article)
    zones = [article.text[zone.start : zone.end] for zone in article.zones if zone.kind is ZoneKind.NOTE]
    assert zones == ["1 Figure of the county office."]


@pytest.mark.parametrize(
    "hidden",
    [
        "1 g " + shown("Nobody sees that 500 died.", 40, 500) + "0 g ",
        shown("Nobody sees that 500 died.", 40, 500, 1),
        shown("Nobody sees that 500 died.", 900, 500),
        shown("Nobody sees that 500 died.", 40, 500, before="3 Tr") + "BT 0 Tr ET\n",
    ],
)
def test_what_the_page_does_not_show_is_left_out(read, hidden):
    article = read(pdf("".join(column(QUARRY, 40, 600, 60)) + hidden))
    assert flat(article) == QUARRY
    assert noted(article, "does not show")


def test_white_on_a_dark_box_is_seen(read):
    box = "0 g 30 480 300 30 re f 1 g " + shown("Nine men are dead.", 40, 490) + "0 g\n"
    assert "Nine men are dead." in read(pdf("".join(column(QUARRY, 40, 600, 60)) + box)).text


def test_text_outside_of_the_cropped_page_is_left_out(read):
    page = shown("slide9 v2 final", 40, 690) + "".join(column(QUARRY, 40, 600, 60))
    assert flat(read(pdf(page, extra=f"/CropBox [20 20 480 {HEIGHT - 30}]"))) == QUARRY


def test_text_drawn_twice_counts_once(read):
    page = "".join(column(QUARRY, 40, 600, 60)) + "".join(column(QUARRY, 40.3, 600, 60))
    assert flat(read(pdf(page))) == QUARRY


def test_letters_set_wide_apart_are_words(read):
    page = "BT /F1 14 Tf 5 Tc 40 640 Td (SLIDE AT ASP) Tj 0 Tc ET\n" + "".join(column(QUARRY, 40, 600, 60))
    assert read(pdf(page)).text.startswith("SLIDE AT ASP\n")


def test_a_large_first_letter_belongs_to_its_word(read):
    lines = wrapped(QUARRY[1:], 50)
    page = shown("T", 40, 586, 30) + "".join(shown(line, 60 if at < 2 else 40, 600 - 12 * at) for at, line in enumerate(lines))
    assert flat(read(pdf(page))) == QUARRY


def test_letters_without_a_meaning_are_refused(read):
    codes = {code: chr(0xE000 + code) for code in range(32, 127)}
    with pytest.raises(ArticleError, match="run OCR"):
        read(pdf("".join(column(QUARRY, 40, 600, 60)), unicode=codes))


def test_ligatures_become_letters_in_every_format():
    assert clean_characters("o\ufb03ces and \ufb01ve \ufb02oors of sti\ufb00 \ufb06one") == (
        "offices and five floors of stiff stone",
        (),
    )


@pytest.mark.parametrize(
    ("language", "lines", "joined"),
    [
        ("en", ["the govern-", "ment of anti-", "slavery men"], "the government of anti-slavery men"),
        ("en", ["he re-", "entered the re-", "turned ship"], "he re-entered the returned ship"),
        ("en", ["a non-", "violent ill-", "fated ill-", "ness"], "a non-violent ill-fated illness"),
        ("en", ["a 12-", "hour trip in mid-", "2020 by Anne-", "Marie"], "a 12-hour trip in mid-2020 by Anne-Marie"),
        ("en", ["pre-", "and postwar"], "pre- and postwar"),
        ("en", ["US-", "led, Asp-", "based"], "US-led, Asp-based"),
        ("fr", ["le gouverne-", "ment, le vice-", "président"], "le gouvernement, le vice-président"),
        ("en", ["from 2014–", "2015 and 1,200-", "1,400"], "from 2014–2015 and 1,200-1,400"),
        ("en", ["soft\u00ad", "ware for con\u2010", "fidence"], "software for confidence"),
    ],
)
def test_hyphens_at_line_ends(language, lines, joined):
    assert Joiner(lines, language, word_list(language)).joined(lines) == joined


@pytest.mark.parametrize(
    ("language", "words", "lines", "joined"),
    [
        ("de", {"regierung"}, ["die Regie-", "rung der Berg-", "und Talbahn"], "die Regierung der Berg- und Talbahn"),
        ("de", {"hafen", "behörde"}, ["die Hafen-", "behörde, E-", "Mail"], "die Hafenbehörde, E-Mail"),
        ("de", {"deutsch", "dänische"}, ["die deutsch-", "dänische Grenze"], "die deutsch-dänische Grenze"),
        ("nl", {"oud", "minister", "regering"}, ["de oud-", "minister, de rege-", "ring"], "de oud-minister, de regering"),
        ("ru", {"юго-западный", "югозападный"}, ["юго-", "западный"], "юго-западный"),
        ("pt", {"governo"}, ["o go-", "verno"], "o governo"),
    ],
)
def test_hyphens_by_the_words_of_a_language(language, words, lines, joined):
    assert Joiner(lines, language, words.__contains__).joined(lines) == joined


def test_the_text_itself_decides_a_hyphen_first():
    lines = ["the brick-", "layers and a brick-layers’ inn; the sea-", "wall, the old seawall"]
    assert Joiner(lines, None, None).joined(lines).startswith("the brick-layers")
    assert "the seawall, the old" in Joiner(lines, None, None).joined(lines)


def test_an_undecided_hyphen_stays_and_is_counted():
    joiner = Joiner(["blorf-", "natt"], None, None)
    assert joiner.joined(["blorf-", "natt"]) == "blorf-natt"
    assert joiner.count.undecided == 1


def test_reading_gives_the_same_each_time(read):
    data = pdf(by_rows(column(QUARRY, 40, 600, 34), column(COUNCIL, 260, 600, 34)))
    assert read(data) == read(data)


places = st.floats(0, 500, allow_nan=False)
runs = st.lists(
    st.builds(
        lambda start, width, down, size, text: Run(start, start + width, down, size, 0, text),
        places, st.floats(1, 300), places, st.floats(4, 40), st.text("abcde12", min_size=1, max_size=8),
    ),
    max_size=40,
)  # fmt: skip


@given(runs)
def test_no_word_is_lost_or_doubled_by_the_order(found):
    words = Counter(char for run in found for char in run.text)
    rows = rows_of(found, rtl=False)
    columns = columns_of(rows, 10.0)
    assert Counter(re.sub(r"\s", "", "".join(row.text for column in columns for row in column.rows))) == words
