"""Files with many articles: exports of news databases, wires, references, and hand-made collections."""

import datetime as dt
import time

import pytest
from growth import grows_with_its_text
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.articles.draft import Draft
from summarizer.articles.formats.exports import articles_in_export, several_or_doubt
from summarizer.articles.formats.exports.closing import read_closed_by_label
from summarizer.terms import ZoneKind

BOATS = "Forty boats were moved to the inner dock before the storm came in, the harbour master said on Monday evening."
ROOF = "Nobody was hurt, but the roof of the fish market was torn off and 12 cranes fell into the water, he added."
LUCK = '"We were lucky," said Ada Nyman, who runs the market, "for 300 people had been there an hour before."'
DEAD = "Two people died in hospital after the storm, the harbour master said on Tuesday morning. More had been hurt."
FOURTH, NINTH = dt.date(2021, 3, 4), dt.date(2021, 3, 9)


@pytest.fixture
def read(tmp_path):
    def reader(content, name="export.txt"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return read_articles([path])

    return reader


def told(result):
    return [(a.title, a.outlet, a.published, a.author) for a in result.articles]


PAIR = [
    ("Storm wrecks fish market", "Nyman Harbour Post", FOURTH, "Ada Nyman"),
    ("Two dead after storm", "Southland Gazette", NINTH, None),
]
COUNTED = f"""


                               1 of 2 DOCUMENTS


                             Nyman Harbour Post

                             March 4, 2021 Thursday
                                 Final Edition

Storm wrecks fish market

BYLINE: Ada Nyman, Staff Reporter

SECTION: NEWS; Pg. 3

LENGTH: 60 words

HIGHLIGHT: Roof torn off

   {BOATS}

   {ROOF}

   {LUCK}

LOAD-DATE: March 5, 2021

LANGUAGE: ENGLISH

                     Copyright 2021 Harbour Press Ltd
                           All Rights Reserved

                               2 of 2 DOCUMENTS

                             Southland Gazette

                             March 9, 2021 Tuesday

Two dead after storm

LENGTH: 612 words

{DEAD}

LOAD-DATE: March 10, 2021
"""
PAGED = f"""Date and Time:\tMonday, November 30, 2026 12:00:00 PM GMT
Job Number:\t12345678
Documents (2)
1. Storm wrecks fish market
Client/Matter: -None-
Search Terms: storm
Content Type\tNarrowed by
News\tTimeline: Jan 01, 2021 to Dec 31, 2021
2. Two dead after storm
Client/Matter: -None-
Page 1 of 2
Storm wrecks fish market
Nyman Harbour Post
March 4, 2021 Thursday
Copyright 2021 Harbour Press All Rights Reserved
Section: NEWS; Pg. 3
Length: 60 words
Byline: Ada Nyman
Body
{BOATS}
Page 2 of 2
Storm wrecks fish market
{ROOF}
{LUCK}
Graphic
Photo, the roof
Load-Date: March 5, 2021
End of Document
Page 1 of 1
Two dead after storm
Southland Gazette
March 9, 2021
Length: 612 words
Body
{DEAD}
Classification
Subject: STORMS (90%)
End of Document
"""
CODED = f"""SE  Local
HD  Storm wrecks
    fish market
BY  By Ada Nyman
WC  60 words
PD  4 March 2021
SN  Nyman Harbour Post
LA  English

LP
{BOATS}

TD
{ROOF}

{LUCK}

RE  nym : Nyman
AN  Document NYMHP00020210304eh3400001

HD  Two dead after storm
WC  612 words
PD  9 March 2021
SN  Southland Gazette
LP
{DEAD}
AN  Document SOUGZ00020210309eh3900002

Search Summary
Date\tAll Dates
"""
READABLE = f"""Local
Storm wrecks fish market
By Ada Nyman
60 words
4 March 2021
Nyman Harbour Post
NYMHP
3
English
(c) 2021 Harbour Press

{BOATS}

{ROOF}

{LUCK}

Document NYMHP00020210304eh3400001

Two dead after storm
612 words
9 March 2021
Southland Gazette
SOUGZ
English
Copyright 2021 Southland Ltd

{DEAD}

Document SOUGZ00020210309eh3900002

Search Summary
Text storm
"""
LABELLED = f"""____________________________________________________________

Document 1 of 2

Storm wrecks fish market

Author: Nyman, Ada

Publication info: Nyman Harbour Post; Nyman [Nyman]. 04 Mar 2021: A.3.

Abstract: None available.

Full text: {BOATS}
{ROOF}
{LUCK}

Publication title: Nyman Harbour Post

Publication date: Mar 4, 2021

Some new field: 17

Last updated: 2021-03-06

____________________________________________________________

Document 2 of 2

Two dead after storm

Full text: {DEAD}

Word count: 612

Publication title: Southland Gazette

Publication date: Mar 9, 2021
"""


@pytest.mark.parametrize("export", [COUNTED, PAGED, CODED, READABLE, LABELLED])
def test_each_article_of_an_export_has_its_own_facts_and_only_its_text(read, export):
    result = read(export)
    assert told(result) == PAIR
    first, second = (a.text.split() for a in result.articles)
    assert first == f"{BOATS} {ROOF} {LUCK}".split()
    assert second == DEAD.split()
    assert [a.path[-2:] for a in result.articles] == ["#1", "#2"]
    assert result.articles[0].incomplete is None
    assert result.articles[1].incomplete == "the export counts 612 words, the text here has 19"


@pytest.mark.parametrize("export", [COUNTED, PAGED, CODED, LABELLED])
def test_what_was_left_out_of_an_export_is_named(read, export):
    assert any(note.startswith("lines of the export that are not the article") for note in read(export).articles[0].notes)


def test_an_export_as_a_page_is_read_like_its_text(read):
    page = "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in PAGED.split("\n")) + "</body></html>"
    assert told(read(page, "a.html")) == PAIR


@pytest.mark.parametrize(
    ("counter", "date", "labels", "language"),
    [
        ("Dokument {} von 2", "Montag 4. März 2021", "AUTOR: Von Ada Nyman\n\nLÄNGE: 19 Wörter", "SPRACHE: GERMAN"),
        ("Document {} de 2", "jeudi 4 mars 2021", "AUTEUR: Ada Nyman\n\nLONGUEUR: 19 mots", "DATE-CHARGEMENT: 5 mars 2021"),
        ("Documento {} de 2", "4 de marzo de 2021", "AUTOR: Ada Nyman\n\nEXTENSIÓN: 19 palabras", "IDIOMA: SPANISH"),
        (
            "{} of 2 DOCUMENTS",
            "4. März 2021",
            "AUTEUR: NYMAN, ADA\n\nLENGTE: 19 words\n\nTEKST:\n\n",
            "TAAL: Dutch / Nederlands",
        ),
    ],
)
def test_labels_of_other_languages(read, counter, date, labels, language):
    part = f"{{}}\n\n      Der Bote\n\n      {date}\n\nSturm über Nyman\n\n{labels}\n\n{BOATS}\n\n{language}\n\n"
    result = read("".join(part.format(counter.format(n)) for n in (1, 2)).replace("Der Bote", "Hafenbote", 1))
    assert [(a.title, a.outlet, a.published) for a in result.articles] == [
        ("Sturm über Nyman", outlet, FOURTH) for outlet in ("Hafenbote", "Der Bote")
    ]
    assert {(a.author or "").casefold() for a in result.articles} == {"ada nyman"}
    assert all(a.text.split() == BOATS.split() for a in result.articles)


def test_a_correction_of_an_export_is_a_note_that_can_be_read(read):
    one = COUNTED.split("                               2 of 2", maxsplit=1)[0].replace(
        "LOAD-DATE", "CORRECTION: It was 11 cranes.\n\nLOAD-DATE"
    )
    (article,) = read(one).articles
    assert article.path.endswith("export.txt")
    assert [article.text[z.start : z.end] for z in article.zones] == ["It was 11 cranes."]
    assert article.zones[0].kind is ZoneKind.NOTE


def test_a_label_inside_the_text_stays_in_the_text(read):
    inside = f"Note: the market opens on Friday.\n\n   {ROOF}"
    assert "Note: the market opens on Friday." in read(COUNTED.replace(ROOF, inside)).articles[0].text


def test_a_credit_is_not_where_the_text_begins(read):
    text = read(COUNTED.replace(LUCK, "Text: Bo Ek, photos: Ada Nyman")).articles[0].text
    assert text.split() == f"{BOATS} {ROOF} Text: Bo Ek, photos: Ada Nyman".split()


def test_a_speaker_is_no_label_of_the_database(read):
    text = read(COUNTED.replace(LUCK, "NYMAN: Thank you, and good night.")).articles[0].text
    assert text.endswith("NYMAN: Thank you, and good night.\n")


def test_an_article_without_text_is_named_and_one_with_an_abstract_is_incomplete(read):
    result = read(
        LABELLED.replace(f"Full text: {DEAD}", "Full text: Not available.\n\nAbstract: Two people died after the storm.")
    )
    assert result.articles[1].text == "Two people died after the storm.\n"
    assert result.articles[1].incomplete == "the export gives only a summary of it"
    (failure,) = read(LABELLED.replace(f"Full text: {DEAD}", "Full text: Not available.")).failures
    assert "“Two dead after storm” has no text in this export" in str(failure)


@pytest.mark.parametrize(
    "export",
    [
        (
            f"Paper: Nyman Harbour Post\nTitle: Storm wrecks fish market\nDate: March 4, 2021\n\n{BOATS}\n\nAuthor: Ada Nyman\nRecord Number: 1\n\n"
            f"Paper: Southland Gazette\nTitle: Two dead after storm\nDate: March 9, 2021\n\n{DEAD}\n\nRecord Number: 2\n"
        ),
        (
            f"Storm wrecks fish market\nNyman Harbour Post - March 4, 2021 - page A3\nAuthor/Byline: Ada Nyman\nSection: News\n\n{BOATS}\n\nRecord: 1\n\n"
            f"Two dead after storm\nSouthland Gazette - March 9, 2021 - page 1\nSection: News\n\n{DEAD}\n\nRecord: 2\n"
        ),
        (
            f"Nyman Harbour Post, no. 12\nNews, Thursday, March 4, 2021, p. 4\n\nStorm wrecks fish market\n\nAda Nyman\n\n{BOATS}\n\n© 2021 Post.\nnews·20210304·NHP·1\n\n"
            f"Southland Gazette\nTuesday, March 9, 2021\n\nTwo dead after storm\n\n{DEAD}\n\n© 2021 Southland.\nnews·20210309·SG·2\n"
        ),
        (
            f"Title: Storm wrecks fish market\nAuthor(s): Ada Nyman\nSource: Nyman Harbour Post. (Mar. 4, 2021): pA3.\nFull Text: \n{BOATS}\n\n"
            f"Gale Document Number: 1\n\nTitle: Two dead after storm\nSource: Southland Gazette. (Mar. 9, 2021): p1.\nFull Text: \n{DEAD}\n"
        ),
        (
            f"Record: 1\nTitle:\tStorm wrecks fish market\nAuthors:\tAda Nyman\nSource:\tNyman Harbour Post, Mar 04, 2021, pA3\nDatabase:\tNews\n\n{BOATS}\n\n"
            f"Record: 2\nTitle:\tTwo dead after storm\nSource:\tSouthland Gazette, Mar 09, 2021\nDatabase:\tNews\n\n{DEAD}\n"
        ),
        (
            f"---\ntitle: Storm wrecks fish market\noutlet: Nyman Harbour Post\nauthor: Ada Nyman\ndate: 2021-03-04\n---\n{BOATS}\n\n"
            f"---\ntitle: Two dead after storm\noutlet: Southland Gazette\ndate: 2021-03-09\n...\n{DEAD}\n"
        ),
        (
            f"Nyman Harbour Post\n4 March 2021\n\nStorm wrecks fish market\n\nBy Ada Nyman\n\n{BOATS}\n\n"
            f"Southland Gazette\n9 March 2021\n\nTwo dead after storm\n\n{DEAD}\n"
        ),
        (
            f"Storm wrecks fish market\nSource: Nyman Harbour Post\nDate: 4 March 2021\nBy: Ada Nyman\n\n{BOATS}\n\n*****\n\n"
            f"Two dead after storm\nSource: Southland Gazette\nDate: 9 March 2021\n\n{DEAD}\n"
        ),
    ],
)
def test_collections_are_told_apart(read, export):
    result = read(export)
    assert told(result) == PAIR
    assert BOATS in result.articles[0].text
    assert result.articles[1].text.strip() == DEAD


@pytest.mark.parametrize(
    "export",
    [
        '+++\ntitle = "Storm"\noutlet = "Hafenbote"\ndate = 2021-03-04\n+++\n{0}\n\n+++\ntitle = "Dead"\noutlet = "Gazette"\ndate = 2021-03-09\n+++\n{1}\n',
        "TITLE: Storm\nSOURCE: Hafenbote\nDATE: 2021-03-04\nTEXT: {0}\n\nTITLE: Dead\nSOURCE: Gazette\nDATE: 2021-03-09\nTEXT: {1}\n",
        "Storm\nQuelle: Hafenbote, 4. März 2021\n\n{0}\n\n-----\n\nDead\nQuelle: Gazette, 9. März 2021\n\n{1}\n",
        "Storm\nhttps://h.example/a\nHafenbote, 4 March 2021\n\n{0}\n\n\nDead\nhttps://s.example/a\nGazette, 9 March 2021\n\n{1}\n",
        "1) Storm at sea (Hafenbote, 4 March 2021)\n\n{0}\n\n2) Dead at sea (Gazette, 9 March 2021)\n\n{1}\n",
        "**Title:** Storm\n**Outlet:** Hafenbote\n**Date:** 4 March 2021\n\n{0}\n\n---\n\n**Title:** Dead\n**Outlet:** Gazette\n**Date:** 9 March 2021\n\n{1}\n",
    ],
)
def test_headers_of_many_kinds(read, export):
    result = read(export.format(f"{BOATS} {ROOF}", DEAD), "a.md")
    assert [(a.title.split()[0], a.outlet, a.published) for a in result.articles] == [
        ("Storm", "Hafenbote", FOURTH),
        ("Dead", "Gazette", NINTH),
    ]
    assert [a.text.strip() for a in result.articles] == [f"{BOATS} {ROOF}", DEAD]


def test_markdown_articles_under_headings(read):
    content = f"# Storm *wrecks* fish market\n\n*By Ada Nyman, Nyman Harbour Post, 4 March 2021*\n\n{BOATS} **Bold** words.\n\n# Two dead after storm\n\n*Southland Gazette, 9 March 2021*\n\n{DEAD}\n"
    result = read(content, "a.md")
    assert [a.outlet for a in result.articles] == ["Nyman Harbour Post", "Southland Gazette"]
    assert result.articles[0].text.strip() == f"{BOATS} Bold words."


def test_a_wire_dump(read):
    content = f"bdt0123 4 vm 20  dpa 0456\n\nWetter/Häfen/Nyman/\nSturm deckt Fischhalle ab =\n\nNyman (dpa) - {BOATS}\ndpa ab cd a3\n041430 Mär 21\n\nbdt0200 3 vm 20\n\nZwei Tote =\n\nNyman (dpa) - {DEAD}\n091005 Mrz 21\n"
    result = read(content)
    assert [(a.title, a.outlet, a.published, a.published_time) for a in result.articles] == [
        ("Sturm deckt Fischhalle ab", "dpa", FOURTH, "14:30"),
        ("Zwei Tote", "dpa", NINTH, "10:05"),
    ]
    assert result.articles[0].text.strip() == f"Nyman (dpa) - {BOATS}"


def test_references_give_their_abstract_as_incomplete_and_name_those_without(read):
    result = read(
        f"TY  - NEWS\nTI  - Storm\nAU  - Nyman, Ada\nT2  - Harbour Post\nDA  - 2021/03/04/\nAB  - {BOATS}\nER  - \n\nTY  - NEWS\nT1  - Two dead\nER  - \n"
    )
    (article,) = result.articles
    assert told(result) == [("Storm", "Harbour Post", FOURTH, "Ada Nyman")]
    assert article.incomplete == "the export gives only a summary of it"
    assert "“Two dead” has no text" in str(result.failures[0])


@pytest.mark.parametrize(
    "text",
    [
        f"Storm\nHarbour Post\n4 March 2021\n\n{BOATS}\n\n-----\n\n{ROOF}\n\n*****\n\n{LUCK}\n",
        f"Storm\nHarbour Post\n4 March 2021\n\n{BOATS}\n\nThe rival paper printed:\n\nSouthland Gazette\n1 March 2021\n\nNo storm\n\n{ROOF} {LUCK}\n",
        f"Storm: live\nHarbour Post\n4 March 2021\n\n14:30\n{BOATS}\n-----\n14:10\n{ROOF}\n-----\n13:55\n{LUCK}\n",
        f"Title: Storm\nOutlet: Harbour Post\nDate: 4 March 2021\n\n{BOATS}\n\nSource: Weather Office\nDate: 3 March 2021\n\n{ROOF}\n",
        f"Papers found\nHarbour Post\n4 March 2021\n\n{BOATS}\n\nDocument 1 of 2\n\n{ROOF}\n\nDocument 2 of 2\n\n{LUCK}\n",
        f"---\ntitle: How to\noutlet: Harbour Post\n---\nWrite this:\n\n```\n---\ntitle: x\ndate: 2020-01-01\n---\n```\n\n{BOATS}\n",
        f"Timeline\nHarbour Post\n4 March 2021\n\n1 March 2021\n{BOATS}\n\n2 March 2021\n{ROOF}\n\n3 March 2021\n{LUCK}\n",
        f"Body\n\n{BOATS}\n\nText\n\n{ROOF}\n",
        f"Storm\n\n{BOATS}\n\nSource: Weather Office\nDate: 3 March 2021\n\n{ROOF}\n\nText: Ada Nyman\n",
        f"Press review\n4 March 2021\n\n{BOATS}\n\nHarbour Post\n3 March 2021\n\n{ROOF}\n\nSouthland Gazette\n3 March 2021\n\n{LUCK}\n",
        f"Storm\nHarbour Post\n4 March 2021\n\n{BOATS}\n\nWhat others wrote\n\nSouthland Gazette, 3 March 2021\n{ROOF}\n\nNorthern Times, 2 March 2021\n{LUCK}\n",
        f"# Storm\n\nHarbour Post, 4 March 2021\n\n{BOATS}\n\n## Sources\n\n- Southland Gazette, 3 March 2021\n- Northern Times, 2 March 2021\n\n{ROOF}\n",
        f"Harbour Post\n4 March 2021\n\nStorm\n\n{BOATS}\n\n{ROOF}\n\nHarbour Post\n4 March 2021\n",
        f"{BOATS}\n\nTitle: a column\nLength: 3 words\n\n{ROOF}\n",
    ],
)
def test_one_article_stays_one(text):
    assert articles_in_export(text) is None


def test_what_may_be_several_is_read_as_one_with_a_note(read):
    (article,) = read(
        f"Storm wrecks market\n4 March 2021\n\n{BOATS}\n\n------\n\nTwo dead after storm\n9 March 2021\n\n{DEAD}\n"
    ).articles
    assert any("looks like several articles in one file (2 beginnings)" in note for note in article.notes)
    assert several_or_doubt(f"Storm\n4 March 2021\n\n{BOATS}\n\n-----\n\n{DEAD}\n") == (None, None)


def test_hundreds_of_articles_are_read():
    assert len(articles_in_export(COUNTED * 100) or ()) == 200


@pytest.mark.parametrize(
    "piece",
    [
        COUNTED,
        "1 of 2 DOCUMENTS\n",
        "HD x\nLP x\nPD x\n",
        "RE x\n",
        "Title: x\nDate: 1 March 2021\n\n",
        "---\ntitle: x\n",
        "\n",
        "a: b\n",
        "=====\n",
    ],
)
def test_the_time_grows_with_the_text(piece):
    assert grows_with_its_text(articles_in_export, piece, 4_000)


LINE = st.sampled_from(
    ["", "1 of 2 DOCUMENTS", "End of Document", "---", "title: x", "outlet: Harbour Post", "Date: 4 March 2021", "4 March 2021",
     "Harbour Post", "HD  Storm", "LP", "PD  4 March 2021", "AN  x", "Body", "LENGTH: 9 words", "60 words", "=====", "Full text:", BOATS,
     "Document NYMHP00020210304eh3400001", "TY  - NEWS", "ER  - ", "bdt0123 4 vm 143", "news·20210304·AB·1", "Page 1 of 2", "\f", "```"]
)  # fmt: skip


@given(st.lists(LINE, max_size=25))
@settings(max_examples=80, deadline=None)
def test_no_order_of_known_lines_fails_or_invents_text(lines):
    for part in articles_in_export("\n".join(lines)) or ():
        if isinstance(part, Draft):
            assert set(part.text.split()) <= set(" ".join(lines).split())


@pytest.mark.parametrize("end", ["Ende des Dokuments", "Fin du document", "Fin del documento"])
def test_a_page_of_an_export_in_another_language_is_divided(read, end):
    lines = [
        part
        for title, text in (("Sturm im Hafen", BOATS), ("Zwei Tote", DEAD))
        for part in (
            title,
            "Hafenbote",
            "4. März 2021 Donnerstag",
            "Copyright 2021 Hafenbote",
            "Rubrik: LOKALES; S. 3",
            "Länge: 20 Wörter",
            "Text",
            text,
            end,
        )
    ]
    page = "<html><head><title>x</title></head><body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body></html>"
    assert [article.title for article in read(page, "export.html").articles] == ["Sturm im Hafen", "Zwei Tote"]


def test_a_count_of_documents_is_no_part_of_the_first_title(read):
    result = read("Summary\n2 documents\n\n" + READABLE)
    assert not any("documents" in (article.title or "") for article in result.articles)


CLOSED = (
    ("{t}\nAuthor: Ada Nyman\nDate: {d}\nFrom: {o}\nDocument Type: Article\n\n{x}\n\nGale Document Number: GALE|A{n}\n", ("4 Mar. 2021", "9 Mar. 2021")),
    ("{o}\n{d}\n\nHeadline: {t}\nAuthor: Ada Nyman\nSection: News\n\n{x}\n\nRecord Number: {n}\nCopyright 2021 {o}\n", ("March 4, 2021", "March 9, 2021")),
    ("{t}\n{o}, {d} kl. 10:00\n\n{x}\n\n© {o}\nLäs hela artikeln på http://hamn.example/?a={n}\n------------\n", ("2021-03-04", "2021-03-09")),
    ("{o} vom {d}\n\n{t}\n\nAutor: Ada Nyman\nQuelle: {o} vom {d}, Seite 3\n\n{x}\n\nDauerhafte Adresse des Dokuments: https://w.example/{n}\nAlle Rechte vorbehalten\n", ("04.03.2021", "09.03.2021")),
)  # fmt: skip


@pytest.mark.parametrize(("form", "days"), CLOSED)
@pytest.mark.parametrize("name", ["export.txt", "export.html"])
def test_articles_that_a_number_or_address_closes(read, form, days, name):
    told = (("Storm tears roof off market", "Harbour Post", BOATS), ("Two die after the storm", "Dock Mirror", DEAD))
    text = "\n".join(
        form.format(t=t, o=o, d=d, x=x, n=n) for n, ((t, o, x), d) in enumerate(zip(told, days, strict=True), 4711)
    )
    if name.endswith("html"):
        text = "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n") if line) + "</body></html>"
    found = [(a.title, a.outlet, str(a.published), a.text.strip()) for a in read(text, name).articles]
    assert found == [(t, o, d, x) for (t, o, x), d in zip(told, ("2021-03-04", "2021-03-09"), strict=True)]


def test_one_article_with_a_number_below_it_stays_one(read):
    text = f"Storm tears roof off market\nHarbour Post, 2021-03-04\n\n{BOATS}\n\nRecord number: 12\n\n{ROOF}\n"
    (article,) = read(text).articles
    assert BOATS in article.text
    assert ROOF in article.text


def test_thousands_of_numbers_without_articles_take_no_time():
    started = time.process_time()
    assert read_closed_by_label([f"Record Number: {number}" for number in range(5000)]) is None
    assert time.process_time() - started < 1
