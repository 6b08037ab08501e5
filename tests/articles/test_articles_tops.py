"""The top of an article in many languages: title, by line and date line, and that no sentence is lost to them."""

from __future__ import annotations

import pytest

from summarizer.articles.draft import Draft, Facts
from summarizer.articles.finishing import finished
from summarizer.articles.zoning.zones import running_text
from tests.articles.tops import BODIES, HEADLINES, TOPS


def read(language, top, facts=None):
    text = f"{top.replace('T!', HEADLINES[language])}\n\n" + "\n\n".join(BODIES[language]) + "\n"
    return finished(Draft(text=text, facts=facts or Facts()), "crane.txt")


def date_of(article):
    mark = "u" if article.published_basis == "date of the last update" else ""
    return f"{mark}{article.published}" if article.published else None


@pytest.mark.parametrize("case", TOPS)
def test_what_a_top_says(case):
    language, top, title, author, date, outlet, note = case
    article = read(language, top)
    assert (article.title, article.author, date_of(article)) == (HEADLINES[language] if title == "T!" else title, author, date)
    assert outlet in (None, article.outlet)
    assert note is None or any(note in said for said in article.notes)
    assert all(paragraph in running_text(article.text, article.zones) for paragraph in BODIES[language])


@pytest.mark.parametrize(
    ("language", "top", "paragraph"),
    [
        ("en", "T!", "By Thursday nine cranes had been checked."),
        ("en", "T!", "March 9, 2021 was the day."),
        ("en", "T!", "Updated rules came into force on 9 March 2021 for all cranes."),
        ("en", "T!", "By midnight nine were in hospital"),
        ("de", "T!", "Von Kränen und Menschen"),
        ("en", "T!", "Do 12 Cranes Survive 2030?"),
        ("en", "T!", "Was it 9 March 2021?"),
        ("en", "T!", "No update for 12 cranes in 2020"),
        ("de", "T!", "Am 9. März 2021 fiel der Kran."),
        ("de", "T!", "Stand am 9. März 2021 noch ein Kran am Kai?"),
        ("de", "T!", "Von Haus aus Torhamner"),
        ("fr", "T!", "Depuis le 9 mars 2021"),
        ("es", "T!", "Desde el 9 de marzo de 2021"),
        ("es", "T!", "Por la Patria"),
        ("ru", "T!", "С 9 марта 2021"),
        ("en", "T!", "By Friday"),
        ("en", "T!", "By Royal Appointment."),
        ("en", "T!", "Cranes Banned in Blekinge"),
        ("ja", "T!", "記者会見"),
        ("zh", "T!", "记者手记：码头一夜"),
        ("fr", "T!", "Par chance, personne n'est mort le 9 mars 2021."),
        ("es", "T!", "Por suerte, nadie murió el 9 de marzo de 2021."),
        ("pt", "T!", "Por sorte, ninguém morreu em 9 de março de 2021."),
        ("it", "T!", "Di nove feriti, due sono gravi."),
        ("nl", "T!", "Door de storm viel de kraan om."),
        ("ru", "T!", "Текст: ничего нового сказано не было."),
        ("zh", "T!", "作者说：事故发生在2021年3月9日。"),
        ("ja", "T!", "2021年3月9日に更新された規則がある。"),
        ("ko", "T!", "2021년 3월 9일 입력된 기록이 있다."),
        ("ar", "T!", "كتب المدير رسالة في 9 مارس 2021."),
    ],
)
def test_a_sentence_below_the_title_stays(language, top, paragraph):
    article = read(language, f"{top}\n\n{paragraph}")
    assert paragraph in running_text(article.text, article.zones)
    assert article.published is None


@pytest.mark.parametrize(
    ("language", "line"),
    [("ja", "【速報】"), ("zh", "（图文）"), ("ko", "[속보]"), ("en", "(Video)"), ("en", "[Exclusive Report]")],
)
def test_words_in_brackets_name_no_author(language, line):
    assert read(language, f"T!\n{line}").author is None


def test_a_headline_that_begins_with_by_is_the_title_that_its_file_names():
    title = "By Ada Nyman's Bench, Per Holm Waits"
    article = read("en", title, Facts(title=title))
    assert (article.title, article.author) == (title, None)


def test_a_headline_with_the_name_of_the_site_behind_it_in_the_title():
    line = "By Election Night, Turnout Falls"
    article = read("en", line, Facts(title=f"{line} - Torhamn Courier"))
    assert article.author is None
    assert [zone.kind.value for zone in article.zones] == ["title"]


def test_a_by_line_is_one_where_the_file_names_the_title():
    article = read("en", "By Ada Nyman", Facts(title="Crane falls"))
    assert (article.title, article.author) == ("Crane falls", "Ada Nyman")


def test_a_month_that_two_languages_share_is_read_in_the_language_that_the_file_names():
    article = read("pl", "T!\n9 listopada 2021", Facts(language="pl"))
    assert str(article.published) == "2021-11-09"


@pytest.mark.parametrize(
    ("language", "line", "date"),
    [
        ("fr", "Publié le 03/04/2021", "2021-04-03"),
        ("de", "03/04/2021, 14:30 Uhr", "2021-04-03"),
        ("tr", "Yayınlanma: 03.04.2021", "2021-04-03"),
        ("en", "Published 03/04/2021 | Updated 03/22/2021", "2021-03-04"),
        ("en", "Published 03/04/2021 | Updated 22/04/2021", "2021-04-03"),
        ("en", "Saturday 03/04/2021", "2021-04-03"),
        ("en", "03/04/2021", None),
        ("ja", "03/04/2021 17:00", None),
        ("en", "04.03.21", None),
        ("ru", "04.03.21, 14:30", "2021-03-04"),
    ],
)
def test_a_date_in_numbers_is_read_only_where_its_order_is_known(language, line, date):
    article = read(language, f"T!\n{line}")
    assert str(article.published) == str(date)
    assert any("two different days" in note for note in article.notes) == (date is None)


@pytest.mark.parametrize(("language", "line"), [("fr", "03/04/2021"), ("en", "Published 03/04/2021 | Updated 22/04/2021")])
def test_an_order_that_something_else_decides_is_said(language, line):
    assert any("“03/04/2021”, read with the day first" in note for note in read(language, f"T!\n{line}").notes)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fa", "سه‌شنبه ۱۹ اسفند ۱۳۹۹"),
        ("ar", "الثلاثاء 25 رجب 1442 هـ"),
        ("en", "Published: 9 Marchember 2021"),
        ("de", "Veröffentlicht am 9. Lenzing 2021"),
    ],
)
def test_a_date_line_that_cannot_be_read_is_said(language, line):
    article = read(language, f"T!\n{line}")
    assert article.published is None
    assert any("could not be read" in note for note in article.notes)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Lesedauer: 3 Minuten"),
        ("fr", "Temps de lecture : 2 min"),
        ("it", "1 minuti di lettura"),
        ("it", "Aggiornato alle 19:00"),
        ("fr", "Publié aujourd’hui à 18h20, mis à jour à 19h00"),
        ("en", "This article is more than 4 years old"),
        ("pt", "(atualizado às 19h00)"),
    ],
)
def test_a_line_that_tells_no_day_is_no_part_of_the_text(language, line):
    article = read(language, f"T!\n{line}")
    assert line not in running_text(article.text, article.zones)
    assert article.published is None
