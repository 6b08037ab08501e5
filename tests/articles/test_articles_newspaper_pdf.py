"""PDF pages as newspapers set them: narrow columns, quotations, boxes, pointers to other pages, several articles."""

from __future__ import annotations

import pytest

from summarizer.articles import read_article
from tests.articles.pdf_pages import COUNCIL, QUARRY, by_rows, column, flat, noted, pdf, shown, wrapped

HARBOUR = (
    "Fishermen at the harbour of Tarn found the first planks at dawn and called the guard, who sent two boats and a plane. "
    "The harbour stays shut until the divers have looked at the wreck. Nobody on the pier had seen any lights in the night."
)


@pytest.fixture
def read(tmp_path):
    """A function from a PDF's bytes to its article."""

    def reading(data):
        path = tmp_path / "a.pdf"
        path.write_bytes(data)
        return read_article(path)

    return reading


def test_narrow_gutters_between_justified_columns_are_no_rivers_of_one_another(read):
    left, middle, right = (
        column(text, x, 600, 22, size=9, lead=11) for text, x in ((QUARRY, 40), (COUNCIL, 168), (HARBOUR, 296))
    )
    text = flat(read(pdf(by_rows(left, middle, right))))
    assert [text.index(one) for one in (QUARRY, COUNCIL, HARBOUR)] == sorted(
        text.index(one) for one in (QUARRY, COUNCIL, HARBOUR)
    )


def test_two_lines_beside_others_are_a_column(read):
    left = column(QUARRY, 40, 600, 34)
    right = [shown("A boat was sent from Tarn", 272, 600), shown("and came back empty.", 260, 588)]
    text = flat(read(pdf(by_rows(left[:6], right))))
    assert "A boat was sent from Tarn and came back empty." in text


def test_words_spread_over_a_line_of_a_column_are_no_cells(read):
    words = "".join(shown(word, x, 588, 6) for word, x in (("of", 40), ("mud", 73.4), ("ran", 110.4)))
    lines = [
        shown(line, 40, 600 - 12 * at, 6)
        for at, line in enumerate(("A stream black as tar", "", "down to the old mill,", "and the wheel stopped."))
    ]
    text = flat(read(pdf("".join(lines) + words)))
    assert "A stream black as tar of mud ran down to the old mill, and the wheel stopped." in text


def test_a_quotation_across_columns_lets_the_text_go_down_through_it(read):
    lines = wrapped(COUNCIL, 34)
    below = "".join(shown(line, 40, 470 - 12 * at) for at, line in enumerate(lines[:4]))
    beside = "".join(shown(line, 260, 600 - 12 * at) for at, line in enumerate(lines[4:]))
    page = "".join(column(QUARRY, 40, 600, 34)) + shown("Nobody heard it", 150, 495, 18) + below + beside
    assert f"{QUARRY} {COUNCIL}" in flat(read(pdf(page)))


@pytest.mark.parametrize(
    "jump", ["Continued on Page 3", "See SLIDE, Page A4", "Fortsetzung auf Seite 7", "Suite page 12", "Viene de la página 2"]
)
def test_pointers_to_another_page_are_left_out(read, jump):
    lines = wrapped(QUARRY, 60)
    first = "".join(shown(line, 40, 600 - 12 * at) for at, line in enumerate(lines[:2])) + shown(jump, 40, 560, 8)
    second = "".join(shown(line, 40, 600 - 12 * at) for at, line in enumerate(lines[2:]))
    article = read(pdf(first, second))
    assert QUARRY in flat(article)
    assert jump not in article.text


def test_entries_of_a_box_are_no_sentence(read):
    box = "38 530 200 60 re S\n" + "".join(
        shown(line, 46, 574 - 11 * at, 9)
        for at, line in enumerate(("1987: 40 dead at Zeel", "1994: 12 dead at the old port", "1998: 43 dead at Grenholm"))
    )
    lines = read(pdf("".join(column(QUARRY, 40, 480, 60)) + box)).text.split("\n")
    assert "1994: 12 dead at the old port" in lines


def test_further_headings_on_a_page_in_columns_are_named(read):
    upper = shown("A slide buries the quarry", 40, 640, 18) + by_rows(
        column(QUARRY, 40, 600, 34), column(COUNCIL, 260, 600, 34)
    )
    lower = shown("The harbour stays shut for long", 40, 440, 16) + by_rows(
        column(HARBOUR, 40, 410, 34), column(COUNCIL.replace("council", "board"), 260, 410, 34)
    )
    assert noted(read(pdf(upper + lower)), "1 more heading")
    assert not noted(read(pdf(upper)), "more heading")


def test_a_sentence_that_ends_with_a_page_stays(read):
    lines = [*wrapped(QUARRY, 60), "The report names him on every leaf and quotes the foreman", "from page 4."]
    assert "quotes the foreman from page 4." in flat(
        read(pdf("".join(shown(line, 40, 600 - 12 * at) for at, line in enumerate(lines))))
    )
