"""Words and figures in inline elements: where they join, where they are parted, and which are no part of the sentence."""

import pytest

from summarizer.articles.formats.html.fragments import read_fragment
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.markup.shifts import shifted
from summarizer.articles.marks import set_apart
from summarizer.articles.zoning.zones import running_text
from summarizer.terms import ZoneKind

MORE = (
    "<p>The dam above the Orva was closed at noon, and the wardens sent walkers along the northern road, they said.</p>"
    "<p>“Nobody had looked at the sluices for years,” the engineer Mira Sand told a meeting in the hall of Telk.</p>"
)


def read(body):
    draft = read_page(f"<html><head><title>Dam</title></head><body><article><h1>Dam</h1>{body}{MORE}</article></body></html>")
    text, zones = set_apart(draft.text)
    return running_text(text, zones), {(zone.kind, text[zone.start : zone.end]) for zone in zones}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<b>27</b>th Street and the <em>3</em>rd gate", "27th Street and the 3rd gate"),
        ("£<b>5</b>m of damage, <strong>12</strong>km of road", "£5m of damage, 12km of road"),
        ("le <b>2</b>ème barrage", "le 2ème barrage"),
        ("<b>31</b>walkers fell", "31 walkers fell"),
        ("<strong>19</strong><em>people</em> fell", "19 people fell"),
        ("<cite>Mira Sand</cite><span>engineer</span>", "Mira Sand engineer"),
        ("<time>monday</time><span>it fell</span>", "monday it fell"),
        ("<x-stat>77</x-stat><x-label>walkers in the lower town</x-label>", "77 walkers in the lower town"),
    ],
)
def test_a_figure_keeps_its_suffix_and_joins_nothing_else(body, expected):
    assert expected in read(f"<div>{body}</div>")[0]
    assert expected in read_fragment(f"<div>{body}</div>").text


@pytest.mark.parametrize("name", ["ice-del ice-cts-2", "del", "deleted", "diff-del", "track_delete"])
def test_words_that_an_editor_marks_as_deleted_are_withdrawn(name):
    running, zones = read(f'<p>At least <span class="{name}">13</span><span class="ice-ins">31</span> walkers fell there.</p>')
    assert "At least 31 walkers" in running
    assert (ZoneKind.WITHDRAWN, "13") in zones


@pytest.mark.parametrize(
    "note",
    [
        (
            '<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer">'
            '<span class="ltx_note_content"><sup class="ltx_note_mark">1</sup>Counted by the wardens.</span></span></span>'
        ),
        '<sup>1</sup><span class="inline-footnote__content">Counted by the wardens.</span>',
        '<sup>1</sup><span class="modern-footnotes-footnote__note">Counted by the wardens.</span>',
    ],
)
def test_a_note_in_the_middle_of_a_sentence_is_set_apart(note):
    running, zones = read(f"<p>At least 31{note} walkers fell into the Orva on Monday.</p>")
    assert "At least 31 walkers fell" in running
    assert any(kind is ZoneKind.NOTE and "Counted by the wardens." in words for kind, words in zones)


@pytest.mark.parametrize("mark", ["※3", "注3", "*2", "註 1"])
def test_a_mark_of_a_note_with_a_sign_and_a_number_is_one(mark):
    assert "31人が" in read_fragment(f"<p>負傷者は31<sup>{mark}</sup>人がいた。</p>").text


def test_a_dialogue_that_is_not_open_is_not_read():
    running, _ = read(
        "<p>At least 31 walkers fell.</p><dialog><p>Nine of 10 readers like the new page, they told us.</p></dialog>"
    )
    assert "walkers" in running
    assert "readers" not in running


@pytest.mark.parametrize(
    "mark",
    [
        '<span style="position:relative; top:-0.5em; font-size:70%">2</span>',
        '<span style="top:-4px;font-size:9px;position:relative">2</span>',
        '<span style="vertical-align:35%;font-size:.7em">2</span>',
        '<span style="vertical-align: top; font-size: 8px">2</span>',
        '<span class="hi">2</span>',
        '<span class="fn-marker">2</span>',
        '<span class="footnote">2</span>',
        "<sup>note 2</sup>",
        "<sup>2,</sup>",
    ],
)
def test_a_mark_that_a_length_raises_or_a_class_names_joins_no_figure(mark):
    running, _ = read(
        f"<style>.hi{{vertical-align:0.4em}}</style><p>At least 31{mark} walkers fell into the Orva on Monday.</p>"
    )
    assert "At least 31 walkers fell" in running


@pytest.mark.parametrize(
    ("style", "content", "tag"),
    [
        ("vertical-align:-0.3em;font-size:70%", "2", "sub"),
        ("position:relative;top:.3em;font-size:70%", "2", "sub"),
        ("vertical-align:0;font-size:70%", "2", None),
        ("vertical-align:0.0em;font-size:70%", "2", None),
        ("position:relative;top:-1px", "2", None),
        ("vertical-align:top;font-size:12px", "Read the letters", None),
        ("vertical-align:sub", "any words at all", "sub"),
    ],
)
def test_a_style_raises_or_lowers(style, content, tag):
    assert shifted(style, content) == tag


@pytest.mark.parametrize(
    ("rule", "old"),
    [
        ('[aria-hidden="true"]{display:none}', '<b aria-hidden="true">13</b>'),
        ("[data-old]{display:none}", "<b data-old>13</b>"),
        ("p [data-old=yes]{text-decoration:line-through}", '<b data-old="yes">13</b> '),
        ("", '<b style="color: transparent">13</b>'),
        ("", '<b style="color:rgba(0, 0, 0, 0)">13</b>'),
    ],
)
def test_what_a_rule_for_an_attribute_or_no_colour_hides_is_not_read(rule, old):
    running, _ = read(f"<style>{rule}</style><p>At least {old}31 walkers fell into the Orva on Monday.</p>")
    assert "At least 31 walkers fell" in running


def test_letters_drawn_by_their_background_are_read():
    running, _ = read(
        '<p>At least <b style="color:transparent;background-clip:text;background:red">31</b> walkers fell on Monday.</p>'
    )
    assert "At least 31 walkers fell" in running
