"""Plain text and Markdown: what is struck out, raised, noted or written as a character reference."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import read_article
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


@pytest.mark.parametrize(
    "words",
    [
        "~13~ 31",
        "**~~13~~ 31**",
        "{--13--}{++31++}",
        "{~~13~>31~~}",
        '[13]{.deletion author="Ida"}[31]{.insertion author="Ida"}',
        "[s]13[/s] 31",
    ],
)
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


def test_plain_text_in_json_goes_the_same_way(tmp_path):
    text = f"At least <s>13</s> 31² drivers and 1&nbsp;200 cars fell{TAIL}"
    (tmp_path / "a.json").write_text(json.dumps({"title": "Bridge falls", "text": text}))
    article = read_article(tmp_path / "a.json")
    assert "At least 31 drivers and 1\u00a0200 cars" in article.text
    assert [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.WITHDRAWN] == ["13"]


@pytest.mark.parametrize(
    "mark",
    [
        "[2](#fn2)",
        "[\\[2\\]](#footnote-2)",
        "[[2]](https://a.example/w#cite_note-Ort-2)",
        "^[\\[b\\]](#cmnt2){#cmnt_ref2}^",
        " [2](#note-2)",
    ],
)
def test_marks_and_notes_that_are_links_leave_the_running_text(mark):
    label = "b" if "cmnt" in mark else "2"
    note = f"[\\[{label}\\]](#{'cmnt_ref2' if label == 'b' else 'fnref2'}) Was it 99? See [the desk](https://a.example/d)."
    draft = read_markdown(f"At least 31{mark} drivers died{TAIL}\n\nHe was [9](#section-nine) and [saw](#fn9) it.\n\n{note}\n")
    running, zones = settled(draft)
    assert "At least 31 drivers died when" in running
    assert "He was 9 and saw it." in running
    assert "99" not in running
    assert any(kind is ZoneKind.NOTE and "Was it 99? See the desk." in words for kind, words in zones)


def test_a_list_of_notes_with_links_back_is_one_of_notes():
    draft = read_markdown(
        f'At least 31[1](#fn1) drivers died{TAIL}\n\n1. Was it 99? [↩](#fnref1)\n2. It was 98. [back](#fnref2)\n3.  **[^](https://a.example/w#cite_ref-3 "Up")**Morr, 97.\n'
    )
    running, zones = settled(draft)
    assert "At least 31 drivers" in running
    assert "9" not in running
    assert {kind for kind, _ in zones} == {ZoneKind.NOTE}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_side_by_side_and_of_several_lines_are_notes(end):
    text = f"At least 31[a][b] drivers died{TAIL}\n\nIt was [the sixth][1] such fall.\n\n[a]Was it 99?\n[b]Ask 98\nand 97 too\n"
    running, _ = settled(read_plain(text.replace("\n", end)))
    assert "At least 31 drivers died when" in running
    assert "such fall" in running
    assert "9" not in running


@pytest.mark.parametrize(
    ("html", "right"),
    [
        ("<span>20:15</span><span>12 cars fell.</span>", "20:15 12 cars fell."),
        ('At least <span hidden>99</span>31 <span style="display:none">98</span>died.', "At least 31 died."),
        ("<table><tr><td>Lenn</td><td>19</td><td>400</td></tr></table>", "19"),
        ("<div>\n<p>At least 31<sup>2</sup> drivers died.</p>\n</div>", "At least 31 drivers died."),
        ("<details>\n\nAt least **31** died.\n\n</details>", "At least 31 died."),
        (
            "Cars <b>&lt; 3 t</b> and 2 < 3, see <https://a.example/x>: **31** <i style='color:red'>died</i>.",
            "see <https://a.example/x>: 31 died.",
        ),
        ("<ruby>\n <rb>港</rb>\n <rt>みなと\n</ruby>で31<ruby>人<rt>にん</ruby>が", "港で31人が"),
        (
            "At <ruby>Orva Mill<rp> (</rp><rt>OR-va</rt><rp>)</rp></ruby>, <ruby>港<rt>みなと</rt>人<rt>びと</rt></ruby>",
            "At Orva Mill, 港人",
        ),
        ("港《みなと》で31人《にん》が｜落ちた《おちた》、《港》の", "港で31人が落ちた、《港》の"),
        ("{港|みなと}で31{人々|ひと|びと}が", "港で31人々が"),
    ],
)
def test_html_inside_markdown_is_read_as_html(html, right):
    draft = read_markdown(f"{html}\n\nSo it was said.\n")
    assert right in draft.text
    assert not any(wrong in draft.text for wrong in ("99", "98", "19400", "みなと", "div>"))


@given(st.text(alphabet="[]()#fn1a\\^{}<span hide/>ruby \n\"'=", max_size=200))
def test_half_written_links_and_tags_do_no_harm(text):
    read_markdown(text)


def test_more_html_than_is_read_is_said():
    draft = read_markdown("At least 31<b hidden>99</b> drivers died.\n" * 2010)
    assert draft.text.startswith("At least 31 drivers")
    assert any("more HTML than was read" in note for note in draft.notes)
