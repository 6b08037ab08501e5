"""What changes meaning in markup is kept or set apart: marks of notes, struck-out words, ruby, neighbours, hidden parts."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import read_article
from summarizer.articles.formats.html.fragments import read_fragment
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.markup.raised import Place, lowered, raised
from summarizer.articles.formats.markup.tree_text import text_blocks
from summarizer.articles.marks import apart, set_apart, without_marks
from summarizer.articles.zoning.zones import running_text
from summarizer.terms import ZoneKind

MORE = (
    "<p>The bridge over the Lenn was closed at noon, and the police sent drivers along the northern road, they said.</p>"
    "<p>“Nobody had looked at the pillars for years,” the engineer Ida Morr told a meeting in the town hall of Vessel.</p>"
)
TAIL = " when the bridge at Vessel fell into the Lenn on Monday morning, the fire service said."


def page(body, *, head="", lang="en", after=""):
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><title>Bridge falls</title>{head}</head>'
        f"<body><article><h1>Bridge falls</h1>{body}{MORE}</article>{after}</body></html>"
    )


def settled(draft):
    text, zones = set_apart(draft.text)
    return running_text(text, zones), {(zone.kind, text[zone.start : zone.end]) for zone in zones}


def of_page(body, **details):
    draft = read_page(page(body, **details))
    return *settled(draft), draft.notes


def of_fragment(html):
    return settled(read_fragment(html))


NOTE_MARKS = [
    "<sup>3</sup>",
    "<sup>[3]</sup>",
    "<sup><a href='#n3'>3</a></sup>",
    "<a href='#n3'><sup>3</sup></a>",
    "<a href='#n3' role='doc-noteref'>3</a>",
    "<a epub:type='noteref' href='#n3'>3</a>",
    "<sup class='reference'><a href='#cite_note-3'><span>[</span>3<span>]</span></a></sup>",
    "<sup>2,3</sup>",
    "<sup>2</sup><sup>,</sup><sup>3</sup>",
    "<sup>†</sup>",
    "<sup>b</sup>",
    "<sup>iii</sup>",
    "³",
    "[3]",
    "<span style='vertical-align: super'>3</span>",
    "<span class='superscript'>3</span>",
    "<sup>³</sup>",
    "<span class='footnote'><a href='#f3'>3</a></span>",
]


@pytest.mark.parametrize("mark", NOTE_MARKS)
@pytest.mark.parametrize(("before", "after"), [("31", " drivers"), ("31", "drivers"), ("31 drivers", " died,")])
def test_the_mark_of_a_note_joins_neither_number_nor_word(mark, before, after):
    for running, _ in (
        of_page(f"<p>At least {before}{mark}{after}{TAIL}</p>")[:2],
        of_fragment(f"<p>{before}{mark}{after}{TAIL}</p>"),
    ):
        assert f"{before} {after.strip()}" in running


@pytest.mark.parametrize("before", ["погибли 31", "٣١", "死者31人", "31 personas"])
def test_a_mark_is_told_in_any_script(before):
    running, _ = of_fragment(f"<p>{before}<sup>4</sup>, {TAIL}</p>")
    assert f"{before}," in running


def test_marks_are_counted_in_a_note():
    *_, notes = of_page(f"<p>At least 31<sup>1</sup> drivers and 5<sup>2</sup> walkers died{TAIL}</p>")
    assert any(note.startswith("2 marks of notes were left out") and "“1” after “At least 31”" in note for note in notes)


KEPT = [
    ("10", "6", " tonnes", "10⁶"),
    ("5 × 10", "6", " tonnes", "×"),
    ("12 km", "2", " of fields", "km²"),
    ("40 m", "3", "", "m³"),
    ("the 4", "th", " pillar", "4th"),
    ("le 1", "er", " mars", "1er"),
    ("M", "me", " Roux", "Mme"),
    ("n", "o", " 5", "nº"),
    ("au XIX", "e", " siècle", "XIXe"),
    ("$4", "99", "", "$4.99"),
    ("4", "99", " €", "4,99"),
    ("um 20", "15", " Uhr", "20:15"),
    ("3", "1", "/2 hours", "3 1"),
    ("Brand", "TM", " boats", "Brand™"),
    ("10", "-3", " grams", "10⁻³"),
    ("Ca", "2+", "", "Ca²⁺"),
]


@pytest.mark.parametrize(("before", "content", "after", "expected"), KEPT)
def test_a_power_an_ordinal_or_cents_keep_their_meaning(before, content, after, expected):
    reading = raised(content, Place(before, after))
    assert not reading.is_mark
    assert expected in before + reading.text


@pytest.mark.parametrize(
    ("before", "content", "expected"),
    [("CO", "2", "₂"), ("H", "2", "₂"), ("PM", "2.5", "2.5"), ("3 1/", "2", "2"), ("log", "10", "₁₀")],
)
def test_an_index_keeps_its_meaning(before, content, expected):
    assert lowered(content, Place(before, "")).text == expected


@given(
    st.from_regex(r"\d{1,4}", fullmatch=True),
    st.from_regex(r"\d{1,3}", fullmatch=True),
    st.sampled_from(["", " people", "people", ".", " €"]),
)
def test_raised_digits_never_join_a_number(number, content, after):
    for read in (raised, lowered):
        text = read(content, Place(f"about {number}", after)).text
        assert not text or not text[0].isdecimal()


@pytest.mark.parametrize(
    "note",
    [
        "<aside role='doc-footnote' id='n1'><p>Counted by the fire service.</p></aside>",
        "<ol class='footnotes'><li id='n1'>Counted by the fire service. <a href='#r1'>↩</a></li></ol>",
        "<div><p><a href='#r1'>1</a><span id='n1'> Counted by the fire service.</span></p></div>",
        "<dl><dt id='n1'>1</dt><dd>Counted by the fire service.</dd></dl>",
    ],
)
def test_a_note_is_set_apart_and_never_a_statement(note):
    running, zones, _ = of_page(f"<p>At least 31<sup><a id='r1' href='#n1'>1</a></sup> drivers died{TAIL}</p>", after=note)
    assert "Counted" not in running
    assert any(kind is ZoneKind.NOTE and "Counted by the fire service." in text for kind, text in zones)


def test_comments_of_a_word_processor_are_notes():
    docs = "<sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>"
    box = "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>31 or 33? ask</span></p><p><span>the desk</span></p></div>"
    word = "<a class=msocomanchor href='#_msocom_1' name='_msoanchor_1'>[IM1]</a>"
    list_ = "<div style='mso-element:comment-list'><div><a name='_msocom_1'></a><p class=MsoCommentText>31 or 33? ask</p></div></div>"
    for mark, comment in ((docs, box), (word, list_)):
        running, zones, _ = of_page(f"<p>At least 31{mark} drivers died{TAIL}</p>", after=comment)
        assert "31 drivers" in running
        assert "33" not in running
        assert any(kind is ZoneKind.NOTE and "31 or 33?" in text for kind, text in zones)


def test_comments_and_changes_that_pandoc_tracks_are_set_apart():
    comment = "<span class='comment-start' id='0' author='Ida'>31 or 33? ask</span>31<span class='comment-end' id='0'></span>"
    change = "<span class='deletion' author='Ida'>13</span><span class='insertion' author='Ida'>32</span>"
    running, zones, _ = of_page(f"<p>At least {comment} drivers and {change} walkers died{TAIL}</p>")
    assert "At least 31 drivers and 32 walkers" in running
    assert {(ZoneKind.NOTE, "31 or 33? ask"), (ZoneKind.WITHDRAWN, "13")} <= zones


def test_a_link_to_a_section_is_no_note():
    running, *_ = of_page(f"<p>See part <a href='#s2'>2</a> on the 31 drivers who died{TAIL}</p><h2 id='s2'>Second part</h2>")
    assert "See part 2 on" in running


STRIKES = [
    ("<del>13</del> <ins>31</ins>", ""),
    ("<s>13</s>31", ""),
    ("<strike>13</strike> 31", ""),
    ("<span style='text-decoration: line-through red'>13</span> 31", ""),
    ("<span class='was'>13</span> 31", "<style>.was { text-decoration-line: line-through }</style>"),
    ("<span class='line-through'>13</span> 31", ""),
    ("1\u03363\u0336 31", ""),
]


@pytest.mark.parametrize(("words", "head"), STRIKES)
def test_struck_out_words_are_withdrawn(words, head):
    running, zones, notes = of_page(f"<p>At least {words} drivers died{TAIL}</p>", head=head)
    assert "At least 31 drivers" in running
    assert (ZoneKind.WITHDRAWN, "13") in zones
    assert any("set apart as withdrawn" in note for note in notes)


def test_a_digit_struck_inside_a_number_leaves_the_others_together():
    running, zones = of_fragment(f"<p>At least 3<s>7</s>1 drivers died{TAIL}</p>")
    assert "At least 31 drivers" in running
    assert (ZoneKind.WITHDRAWN, "7") in zones


def test_struck_out_paragraphs_and_nested_ones_are_withdrawn_whole():
    struck = "<del><p>A lorry had hit the <b>middle</b> pillar, an officer said on Monday.</p><p>It had <s>two</s> trailers, he said.</p></del>"
    running, zones, _ = of_page(f"{struck}<p>At least 31 drivers died{TAIL}</p>")
    assert "lorry" not in running
    assert "trailers" not in running
    assert {text for kind, text in zones if kind is ZoneKind.WITHDRAWN} >= {
        "A lorry had hit the middle pillar, an officer said on Monday."
    }


def test_a_rule_for_paper_strikes_nothing_out():
    head = "<style>@media print { .was { text-decoration: line-through } } .was:hover { text-decoration: line-through }</style>"
    running, zones, _ = of_page(f"<p>At least <span class='was'>31</span> drivers died{TAIL}</p>", head=head)
    assert "At least 31 drivers" in running
    assert not zones


@given(
    st.lists(
        st.sampled_from(["<s>", "</s>", "<del>", "</del>", "<p>", "</p>", "31", " died ", "<b>", "</b>", "\u0336"]), max_size=25
    )
)
@settings(max_examples=60, deadline=None)
def test_no_visible_character_is_lost_to_strikes(pieces):
    source = "".join(pieces)
    text = without_marks(read_fragment(source).text)
    plain = "".join("".join(piece for piece in pieces if not piece.startswith("<")).replace("\u0336", "").split())
    assert "".join(text.replace("\u0336", "").split()) == plain


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>31人<rt>さんじゅういちにん</rt></ruby>",
        "<ruby><rt>さんじゅういちにん</rt>31人</ruby>",
        "<ruby>31<rp>(</rp><rt>さんじゅういち</rt><rp>)</rp>人<rt>にん</rt></ruby>",
        "<ruby><rb>3</rb><rb>1</rb><rtc><rt>さん</rt></rtc></ruby>人",
        "<ruby>\n 31人\n <rt>にん</rt>\n</ruby>",
    ],
)
def test_ruby_keeps_the_base_and_leaves_the_reading_out(ruby):
    body = f"<p>橋が落ち、{ruby}が死亡したと消防が月曜日の朝に記者会見で発表した。原因は調査中だという。</p>"
    running, _, notes = of_page(body, lang="ja")
    assert "橋が落ち、31人が死亡した" in running
    assert any("ruby" in note for note in notes)


PARTED = [
    ("<span>20:15</span><span>12 cars</span>", "20:15 12 cars"),
    ("<time>20:15</time>12 cars", "20:15 12 cars"),
    ("<b>20:15</b>12 cars", "20:15 12 cars"),
    ("<span>31</span><span>dead</span>", "31 dead"),
    ("<strong>400</strong><em>cars lost</em>", "400 cars lost"),
    ("Dead<span>31</span>Hurt<span>40</span>", "Dead 31 Hurt 40"),
    ("<span style='display:block'>19</span><span>27 cars</span>", "19 27 cars"),
    ("<b>Погибли</b>31<b>человек</b>", "Погибли 31 человек"),
    ("<span>Total:</span><span>31</span>", "Total: 31"),
]
WHOLE = [
    ("<span class='dropcap'>A</span>t least", "At least"),
    ("<span class='dropcap'>3</span>1 cars", "31 cars"),
    ("un<i>believ</i>able", "unbelievable"),
    ("<b>1</b>,<b>200</b> cars", "1,200 cars"),
    ("47<b>%</b> and $<b>400</b>", "47% and $400"),
    ("5<b>th</b> car", "5th car"),
    ("<b>G</b>20 and Covid<i>-19</i>", "G20 and Covid-19"),
    ("(<b>31</b>), <i>32</i>.", "(31), 32."),
    ("<span class='digit'>3</span><span class='digit'>1</span> cars", "31 cars"),
    ("<span>31</span><span>人</span>が<b>死亡</b>", "31人が死亡"),
    ("<b>ผู้เสียชีวิต</b>31<b>คน</b>", "ผู้เสียชีวิต31คน"),
]


@pytest.mark.parametrize(("body", "expected"), [*PARTED, *WHOLE])
def test_neighbours_are_parted_where_a_figure_would_join_and_words_stay_whole(body, expected):
    for running, *_ in (of_page(f"<p>{body}, it was said,{TAIL}</p>"), of_fragment(f"<p>{body}, it was said,{TAIL}</p>")):
        assert expected in running


def test_what_a_reader_hears_only_is_left_out_unless_a_number_hangs_on_it():
    running, *_ = of_page(
        f"<p>At <span class='sr-only'>minus</span>5 degrees 31 drivers<span class='sr-only'>(opens here)</span> died{TAIL}</p>"
    )
    assert "At minus 5 degrees 31 drivers died" in running
    running, *_ = of_page(
        f"<p><span aria-hidden='true'>A</span><span class='sr-only'>A</span>t least 31 drivers died{TAIL}</p>"
    )
    assert "At least 31 drivers" in running


DIALOGUE = "<div role='dialog'><p>We value your privacy. We and our partners store cookies on your device, and you may accept or refuse them.</p></div>"


@pytest.mark.parametrize(
    "how", ["aria-hidden='true'", "hidden", "style='visibility:hidden'", "class='veil'", "style='opacity:0'"]
)
def test_an_article_behind_a_dialogue_is_read_and_the_dialogue_is_not(how):
    source = (
        "<html lang='en'><head><title>Bridge falls</title><style>.veil{display:none}</style></head><body>"
        f"<div {how}><article><h1>Bridge falls</h1><p>At least 31 drivers died{TAIL}</p>{MORE}</article></div>{DIALOGUE}</body></html>"
    )
    draft = read_page(source)
    assert "At least 31 drivers" in draft.text
    assert "cookies" not in draft.text
    assert any("dialogue" in note for note in draft.notes)


def test_an_article_shown_in_a_dialogue_is_read():
    source = f"<html><body><p>Menu</p><div role='dialog'><h2>Bridge falls</h2><p>At least 31 drivers died{TAIL}</p>{MORE}</div></body></html>"
    assert "At least 31 drivers" in read_page(source).text
    source = f"<html><body><div class='cookies-not-set'><p>Privacy</p><h2>Bridge falls</h2><p>At least 31 died{TAIL}</p>{MORE * 20}</div></body></html>"
    assert "At least 31 died" in read_page(source).text


def test_a_body_behind_a_wall_is_read_once_with_a_note():
    first = f"<p>At least 31 drivers died{TAIL}</p>"
    draft = read_page(
        f"<html><body><article><h1>Bridge falls</h1>{first}<div style='max-height:0'>{first}{MORE}</div></article></body></html>"
    )
    assert draft.text.count("At least 31 drivers") == 1
    assert "Ida Morr" in draft.text
    assert any("article's own body" in note for note in draft.notes)


def test_another_article_and_comments_that_are_hidden_stay_out_and_an_alarm_says_how_much():
    other = (
        "<p>The mayor of Orn resigned over the ninety lost ballots, his office wrote to the council on Friday evening.</p>" * 6
    )
    for hidden in (f"<article hidden><h1>Mayor resigns</h1>{other}</article>", f"<div id='comments' hidden>{other}</div>"):
        running, _, notes = of_page(f"<p>At least 31 drivers died{TAIL}</p>", after=hidden)
        assert "ballots" not in running
        assert any(note.startswith("most of the page's text is hidden") for note in notes)


@pytest.mark.parametrize(
    "wrapper",
    [
        "<div style='font-size:0'><p style='font-size:16px'>{}</p></div>",
        "<div style='visibility:hidden'><p style='visibility:visible'>{}</p></div>",
        "<template shadowrootmode='open'><p>{}</p></template>",
        "<details><summary>More</summary><p>{}</p></details>",
    ],
)
def test_what_a_browser_shows_all_the_same_is_read(wrapper):
    running, *_ = of_page(wrapper.format(f"At least 31 drivers died{TAIL}"))
    assert "At least 31 drivers" in running


def test_a_later_rule_shows_what_an_earlier_one_hides():
    head = "<style>.tip{display:none} .tip.open{display:block} @media print{p{display:none}} @media (max-width:600px){p{display:none}}</style>"
    running, *_ = of_page(f"<p class='tip'>Closed hint.</p><p class='tip open'>At least 31 drivers died{TAIL}</p>", head=head)
    assert "31 drivers" in running
    assert "Closed hint" not in running


def test_quotation_marks_of_a_browser_are_written_out():
    running, *_ = of_page(f"<p>She said <q>we had <q>no</q> warning</q> of it{TAIL}</p>")
    assert "said “we had ‘no’ warning” of" in running
    running, *_ = of_page(
        "<p>Die Feuerwehr sagte: <q>Es waren 31 Fahrer</q>, und sie suchte am Montag weiter nach ihnen.</p>", lang="de"
    )
    assert "„Es waren 31 Fahrer“" in running


def test_a_turned_number_reads_as_it_is_shown():
    running, *_ = of_page(f"<p>At least <bdo dir='rtl'>13</bdo> drivers died{TAIL}</p>")
    assert "At least 31 drivers" in running


def test_a_time_in_a_sentence_stays_and_form_controls_do_not():
    body = f"<p>On <time>4 March</time> at least 31 drivers died{TAIL}</p><select><option>1999</option></select><textarea>1888</textarea>"
    running, *_ = of_page(body)
    assert "On 4 March at least" in running
    assert "1999" not in running
    assert "1888" not in running


def test_html_in_json_goes_the_same_way(tmp_path):
    body = f"<p>At least <s>13</s> 31<sup>2</sup> drivers<span>12</span> died{TAIL}</p>"
    (tmp_path / "a.json").write_text(json.dumps({"title": "Bridge falls", "body_html": body + MORE}))
    article = read_article(tmp_path / "a.json")
    assert "At least 31 drivers 12 died" in article.text
    assert [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.WITHDRAWN] == ["13"]
    assert any("mark of a note" in note for note in article.notes)


def test_a_sign_of_the_source_that_wraps_withdrawn_words_elsewhere_is_kept():
    running, zones, _ = of_page(f"<p>\U0001f030 At least <s>13</s> 31 drivers \U0001f031 died{TAIL}</p>")
    assert "\U0001f030 At least 31 drivers \U0001f031" in running
    assert (ZoneKind.WITHDRAWN, "13") in zones


def test_a_page_too_deep_for_a_tree_is_read_like_another_and_says_so():
    draft = read_page(
        f"<html><body>{'<div>' * 2500}<p>At least 31<sup>2</sup> drivers<del>13</del>fell{TAIL}</p></body></html>"
    )
    assert "At least 31 drivers" in draft.text
    assert apart("13", ZoneKind.WITHDRAWN) in draft.text
    assert any("nested deeper" in note for note in draft.notes)


def test_the_same_page_reads_the_same_again():
    source = page(f"<p>At least <s>13</s> 31<sup>1</sup> drivers died{TAIL}</p>")
    assert read_page(source) == read_page(source)


def test_blocks_of_a_tree_are_lines():
    from lxml import html

    tree = html.document_fromstring("<div>a<p>b<br>c</p>d<nav>e</nav>f</div>")
    assert text_blocks(tree) == ["a", "b", "c", "d", "f"]
    assert text_blocks(tree, furniture=True) == ["a", "b", "c", "d", "e", "f"]
