"""Rarer ways to keep text from readers: sums as lengths, newer colours and selectors, conditions that hold on any screen."""

import pytest

from summarizer.articles.formats.html.fragments import read_html

FIRST = "A barge sank in Lake Maren on Monday night, killing 14 people, police chief Ole Brandt said on Tuesday morning."
LAST = "Divers found 20 life vests on the shore of the lake, and the search goes on, the coast guard said."
WORDS = "Secretly 77 barges were lost in the storm, and the harbour master of Maren kept quiet about it for a week, she said."
PLACED = "<div class=w><b></b><p>One more swan was seen there.</p><p class=h id=i data-h=1>{}</p></div>"


def page(body, head=""):
    return (
        f"<!DOCTYPE html><html><head><title>Barge sinks</title>{head}</head><body><h1>Barge sinks</h1>"
        f"<p>{FIRST}</p>{body}<p>{LAST}</p></body></html>"
    )


def is_read(source):
    text = read_html(source).text
    assert FIRST in text
    assert LAST in text
    return WORDS in text


@pytest.mark.parametrize(
    "style",
    [
        "opacity:calc(0)",
        "opacity:calc(1 - 1)",
        "opacity:min(0, 1)",
        "font-size:min(0px, 1em)",
        "font-size:clamp(0px, 1px, 2px)",
        "font-size:calc(1em * 0)",
        "font-size:calc((1px + 2px) / 3)",
        "position:absolute;left:calc(100px - (50px + 9999px))",
        "position:absolute;left:max(-9999px, -5000px)",
        "position:absolute;inset-inline-start:-9999px",
        "position:absolute;inset-block:-9999px auto",
        "margin-inline-start:-9999px",
        "block-size:0;overflow:hidden",
        "inline-size:0;overflow:hidden;white-space:nowrap",
        "max-block-size:0",
        "height:calc(0px);overflow:hidden",
        "color:lab(100% 0 0)",
        "color:lch(100% 0 0)",
        "color:oklab(1 0 0)",
        "color:oklch(100% 0 0)",
        "color:color(srgb 1 1 1)",
        "color:color(display-p3 1 1 1)",
        "color:color-mix(in srgb, white 50%, #fefefe)",
        "color:#123456;background:currentcolor",
        "color:oklch(0.5 0.1 200 / 0)",
    ],
)
def test_a_style_that_hides_by_a_sum_or_a_newer_colour_keeps_text_out(style):
    assert not is_read(page(f'<p style="{style}">{WORDS}</p>'))
    assert not is_read(page(f"<div class=k7><p>{WORDS}</p></div>", f"<style>.k7{{{style}}}</style>"))


@pytest.mark.parametrize(
    "style",
    [
        "opacity:calc(1 / 2)",
        "font-size:clamp(1rem, 2vw + 1rem, 3rem)",
        "font-size:calc(1em / 0)",
        "font-size:calc(1em +)",
        "left:calc(50% - 200px);position:absolute",
        "inset-inline-start:5px;position:relative",
        "block-size:auto;overflow:hidden",
        "color:lab(20% 0 0)",
        "color:oklch(0.4 0.1 250)",
        "color:color(srgb 0 0 0.5)",
        "color:color-mix(in srgb, white, black)",
        "color:color-mix(in oklab, white)",
        "color:currentcolor",
    ],
)
def test_a_sum_or_a_newer_colour_that_hides_nothing_loses_nothing(style):
    assert is_read(page(f'<p style="{style}">{WORDS}</p>'))


@pytest.mark.parametrize(
    "sheet",
    [
        ".w p:nth-of-type(2){display:none}",
        ".w p:nth-last-child(1){display:none}",
        ".w p:nth-last-of-type(1){display:none}",
        ".w:has(.h) .h{display:none}",
        ".w:has(> b) > .h{display:none}",
        "p:has(+ .h) + p{display:none}",
        "p:not(:only-of-type).h{display:none}",
        "@media (hover:hover){.h{display:none}}",
        "@media (width >= 300px){.h{display:none}}",
        "@media (300px <= width <= 4000px){.h{display:none}}",
        "@media screen and (orientation:landscape) and (min-width:20em){.h{display:none}}",
        "@media (prefers-color-scheme:light){.h{display:none}}",
        "@media not print{.h{display:none}}",
        "@media (color){.h{display:none}}",
        "@container (min-width:10px){.h{display:none}}",
    ],
)
def test_the_rules_of_the_page_hide_by_place_and_by_condition(sheet):
    assert not is_read(page(PLACED.format(WORDS), f"<style>{sheet}</style>"))


@pytest.mark.parametrize(
    "sheet",
    [
        ".w p:nth-of-type(3){display:none}",
        ".w p:nth-last-child(2){display:none}",
        ".w:has(.nothing) .h{display:none}",
        ".w:has(> .w) .h{display:none}",
        ".h:only-of-type{display:none}",
        "@media (hover:none){.h{display:none}}",
        "@media (width < 600px){.h{display:none}}",
        "@media (orientation:portrait){.h{display:none}}",
        "@media not screen{.h{display:none}}",
        "@media (prefers-reduced-motion:reduce){.h{display:none}}",
        "@container (min-width:90000px){.h{display:none}}",
        "@supports not (display:grid){.h{display:none}}",
        "@media speech{.h{display:none}}",
    ],
)
def test_places_and_conditions_that_do_not_hold_lose_nothing(sheet):
    assert is_read(page(PLACED.format(WORDS), f"<style>{sheet}</style>"))


@pytest.mark.parametrize(
    "body",
    [
        "<video src=a.mp4><p>{}</p></video>",
        "<audio src=a.mp3><p>{}</p></audio>",
        "<canvas><p>{}</p></canvas>",
        "<iframe src=a.html>{}</iframe>",
        "<object data=a.swf><p>{}</p></object>",
        "<select><option>One<option>{}</select>",
    ],
)
def test_what_stands_in_for_a_thing_that_is_shown_is_not_the_articles_text(body):
    short = "All 88 hands were lost by the captain."
    text = read_html(page(body.format(short))).text
    assert short not in text
    assert FIRST in text.splitlines()


@pytest.mark.parametrize("style", ["position:absolute;top:9px", "position:fixed", "transform:rotate(1deg)", "margin-top:-9px"])
def test_letters_of_the_pages_colour_are_hidden_where_nothing_else_is_painted(style):
    assert not is_read(page(f'<p style="color:#fff;{style}">{WORDS}</p>'))


def test_letters_of_the_pages_colour_may_lie_on_a_painted_box():
    assert is_read(page(f'<div style="background:#036;height:99px"></div><p style="color:#fff;margin-top:-90px">{WORDS}</p>'))
    assert is_read(page(f'<img src=a.png><p style="color:#fff;position:absolute;top:9px">{WORDS}</p>'))
    assert is_read(
        page(f'<p style="color:#fff;position:absolute;top:9px">{WORDS}</p>', "<style>header{background:#036}</style><header>")
    )


def test_of_a_page_of_countless_lines_the_short_sentences_are_read_and_the_rest_is_counted():
    found = read_html(page("x<br>" * 60_000 + "<p>The barge had 41 cabins, she said.</p>"))
    assert "The barge had 41 cabins, she said." in found.text
    assert any("60,0" in note for note in found.notes)


def test_text_in_a_frame_inside_the_page_is_named():
    found = read_html(page(f"<iframe srcdoc='<p>{WORDS}</p>'></iframe>"))
    assert WORDS not in found.text
    assert any(f"{len(WORDS)} characters that stand in frames" in note for note in found.notes)


@pytest.mark.parametrize("unseen", ["\u200b", "\u202e", "\u00ad", "\u2062", "\U000e0032", "\ufe0f"])
def test_what_is_not_seen_in_a_number_of_a_page_is_still_there_to_be_counted(unseen):
    told = f"The coast guard of Maren said that 1{unseen}4 people were kil{unseen}led when the barge sank on Monday night."
    assert told in read_html(page(f"<p>{told}</p>")).text


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="stylesheet" href="data:text/css,.h{display:none}">',
        '<link rel=stylesheet href="data:text/css;charset=utf-8,.h%7Bdisplay:none%7D">',
        '<link rel=stylesheet href="data:text/css;base64,Lmh7ZGlzcGxheTpub25lfQ==">',
        "<style>@import url('data:text/css,.h{display:none}');</style>",
    ],
)
def test_a_sheet_in_an_address_hides_as_one_in_the_page(head):
    assert not is_read(page(PLACED.format(WORDS), head))


@pytest.mark.parametrize(
    "head",
    [
        "<style type='text/plain'>.h{display:none}</style>",
        "<noscript><style>.h{display:none}</style></noscript>",
        '<link rel="alternate stylesheet" href="data:text/css,.h{display:none}">',
        '<link rel=stylesheet media=print href="data:text/css,.h{display:none}">',
        '<link rel=stylesheet href="data:text/css;base64,!">',
    ],
)
def test_a_sheet_that_no_browser_uses_hides_nothing(head):
    assert is_read(page(PLACED.format(WORDS), head))
