"""Plain text and Markdown: what is struck out, raised, noted or written as a character reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.formats.plain_text import read_markdown, read_plain
from summarizer.articles.marks import set_apart
from summarizer.articles.zoning.zones import running_text
from summarizer.terms import ZoneKind

TAIL = " when the bridge at Vessel fell into the Lenn on Monday morning, the fire service said."


def settled(draft):
    text, zones = set_apart(draft.text)
    return running_text(text, zones), {(zone.kind, text[zone.start : zone.end]) for zone in zones}


@pytest.mark.parametrize("words", ["~~13~~ 31", "<del>13</del> <ins>31</ins>", "<s class='x'>13</s> 31", "1\u03363\u0336 31"])
@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_struck_out_words_are_withdrawn(read, words):
    running, zones = settled(read(f"At least {words} drivers died{TAIL}\n"))
    assert "At least 31 drivers" in running
    assert (ZoneKind.WITHDRAWN, "13") in zones


@pytest.mark.parametrize("words", ["~13~ 31", "**~~13~~ 31**", "{--13--}{++31++}", "{~~13~>31~~}"])
def test_other_spellings_of_markdown_are_read(words):
    running, zones = settled(read_markdown(f"At least {words} drivers died{TAIL}\n"))
    assert "At least 31 drivers" in running
    assert (ZoneKind.WITHDRAWN, "13") in zones


def test_struck_out_paragraphs_of_inline_html_are_withdrawn():
    running, _ = settled(
        read_markdown(f"<del>\n\nA lorry hit it.\n\nIt was big.\n\n</del>\n\nAt least 31 drivers died{TAIL}\n")
    )
    assert "lorry" not in running
    assert "big" not in running


@pytest.mark.parametrize(
    "text", ["about ~31 or ~32 cars", "http://a.example/~ida/ and http://b.example/~lo/", "x^2 and 2^10", "a < b and c > d"]
)
@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_what_only_looks_like_markup_stays(read, text):
    assert text in read(f"It is {text}.\n").text


def test_footnotes_of_markdown_are_notes():
    source = f"At least 31[^1] drivers^[See below.] died{TAIL}[^b]\n\n[^1]: Counted by the fire service\n    until noon.\n[^b]: By radio.\n"
    running, zones = settled(read_markdown(source))
    assert "At least 31 drivers died" in running
    assert "[^" not in running
    assert {text for kind, text in zones if kind is ZoneKind.NOTE} == {
        "1. Counted by the fire service until noon.",
        "b. By radio.",
        "See below.",
    }


def test_labelled_lines_are_notes_where_the_label_clings_to_a_word_above():
    source = f"At least 31[1] drivers died{TAIL}[a]\n\n[1] Counted by the fire service.\n[a]31 or 33? ask the desk\n"
    running, zones = settled(read_plain(source))
    assert "31 drivers" in running
    assert "33" not in running
    assert {text for _, text in zones} == {"[1] Counted by the fire service.", "[a]31 or 33? ask the desk"}


def test_an_editors_brackets_stay():
    text = f"“[W]e know[s] of 31 [drivers],” she said{TAIL}\n"
    assert read_plain(text).text == text


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("31<sup>2</sup> drivers", "31 drivers"),
        ("31² drivers", "31 drivers"),
        ("12 km<sup>2</sup> of it", "12 km² of it"),
        ("12 km² of it", "12 km² of it"),
        ("CO<sub>2</sub> rose", "CO₂ rose"),
        ("the 4<sup>th</sup> one", "the 4th one"),
        ("1&nbsp;200 cars &amp; &#8220;more&#x201D;", "1\u00a0200 cars & “more”"),
        ("AT&T; and R&D", "AT&T; and R&D"),
    ],
)
@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_raised_figures_and_character_references_are_read(read, source, expected):
    assert expected in read(f"We saw {source}{TAIL}\n").text


def test_links_of_markdown_are_no_marks_of_notes():
    source = f"See [Vessel][1] and [this](http://a.example/x) on 31 drivers{TAIL}\n\n[1]: http://a.example/y\n"
    assert "See Vessel and this on 31 drivers" in read_markdown(source).text


@given(st.text(alphabet="a1 ~<del>/[^]:&;\n¹", max_size=60))
def test_any_text_is_read(text):
    read_plain(text)
    read_markdown(text)
