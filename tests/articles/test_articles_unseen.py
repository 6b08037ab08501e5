"""What a browser does not paint does not reach an article's text, however it is hidden; what it paints does."""

import pytest

from summarizer.articles.formats.html.fragments import read_html

FIRST = "A ferry sank in Lake Oren on Monday night, killing 12 people, police chief Anna Berg said on Tuesday morning."
LAST = "Divers found 30 life vests on the shore of the lake, and the search goes on, the coast guard said."
WORDS = "Secretly 99 boats were lost in the storm, and the harbour master of Oren kept quiet about it for a week, she said."


def page(body, head="", attributes=""):
    return (
        f"<!DOCTYPE html><html><head><title>Ferry sinks</title>{head}</head><body {attributes}><h1>Ferry sinks</h1>"
        f"<p>{FIRST}</p>{body}<p>{LAST}</p></body></html>"
    )


def is_read(source):
    text = read_html(source).text
    assert FIRST in text
    assert LAST in text
    return WORDS in text


HIDING = r"""
font-size:1px
font-size:.01em
font-size:1%
font:0/0 a
font:1px serif
opacity:.0
opacity:0%
filter:opacity(0)
position:absolute;top:-99em
position:absolute;left:-200%
position:fixed;right:-5000px
position:absolute;inset:-9999px auto auto -9999px
left:calc(-1 * 9999px);position:absolute
text-indent:-99em
margin:0 0 0 -5000px
transform:translate(-300vw, 0)
translate:-9999px
transform:scale(0)
transform:rotateX(90deg)
scale:0
position:absolute;clip:rect(1px 1px 1px 1px)
clip-path:circle(0)
clip-path:inset(50%)
clip-path:polygon(0 0,0 0,0 0)
color:transparent
color:rgba(0 0 0 / 0)
color:#12345600
color:#0000
color:hsla(0,0%,0%,0)
-webkit-text-fill-color:transparent
color:transparent;text-shadow:0 0 0 transparent
color:white;background:#fff
color:#ffffff;background:rgb(255,255,255)
color:hsl(0 0% 100%);background-color:white
color:navy;background:#000080
color:#fefefe;background:#fff
COLOR:WHITE !important
width:0;overflow:hidden
height:1px;width:1px;overflow:hidden
max-height:0
line-height:0;overflow:hidden
zoom:0
visibility:collapse
content-visibility:hidden
d\69splay:none
display:/**/none
display:none ! important
display:block;display:none;display:bogus
--x:none;display:var(--x)
display:var(--q, none)
display&colon;none
""".split("\n")[1:-1]


@pytest.mark.parametrize("style", HIDING)
def test_a_style_that_hides_text_keeps_it_out_wherever_it_is_declared(style):
    assert not is_read(page(f'<p style="{style}">{WORDS}</p>'))
    assert not is_read(page(f'<div style="{style}"><section><p><b>{WORDS}</b></p></section></div>'))
    if "&" not in style:
        assert not is_read(page(f'<div class="k7"><p>{WORDS}</p></div>', f"<style>.k7{{{style}}}</style>"))


SHOWING = """
font-size:62.5%
font:12px/1.5 serif
opacity:.9
color:#fff;background:#000
color:#fff;background:url(x.png)
color:#fff;background:linear-gradient(red,blue)
color:#fff;text-shadow:0 0 3px #000
color:transparent;background:linear-gradient(red,blue);background-clip:text
color:rgba(0,0,0,.6)
color:var(--nowhere)
display:none;display:block
display:none x
dis/**/play:none
line-height:0
text-indent:-2em;padding-left:2em
transform:translate(-50%,-100%)
float:left;margin-left:-100%;width:100%
clip-path:inset(0)
max-height:100px;overflow:hidden
position:absolute;top:5px;color:#fff;background:#222
content-visibility:auto
""".split("\n")[1:-1]


@pytest.mark.parametrize("style", SHOWING)
def test_a_style_that_hides_nothing_loses_nothing(style):
    assert is_read(page(f'<p style="{style}">{WORDS}</p>'))
    assert is_read(page(f'<div class="k7"><p>{WORDS}</p></div>', f"<style>.k7{{{style}}}</style>"))


@pytest.mark.parametrize(
    "body",
    [
        "<div hidden=until-found>{}</div>",
        "<dialog>{}</dialog>",
        "<div popover>{}</div>",
        "<font color=white>{}</font>",
        "<font color=FFFFFF>{}</font>",
        "<table bgcolor=black><tr><td><font color=#000000>{}</font></td></tr></table>",
        "<template>{}</template>",
        "<noscript>{}</noscript>",
        "<noframes>{}</noframes>",
        "<datalist><option>{}</option></datalist>",
        "<img alt='{}'>",
        "<p title='{}'>x</p>",
        "<textarea>{}</textarea>",
        "<select><option>{}</option></select>",
        "<svg><desc>{}</desc></svg>",
        "<object>{}</object>",
        '<div style="color:#fff"><p>{}</p></div>',
        '<div style="background:#eee"><p style="color:#eee">{}</p></div>',
        '<div style="font-size:.1em"><div style="font-size:.1em"><p>{}</p></div></div>',
        '<div style="opacity:.2"><div style="opacity:.2"><p>{}</p></div></div>',
    ],
)
def test_elements_and_inheritance_hide_as_in_a_browser(body):
    assert not is_read(page(body.format(WORDS)))


@pytest.mark.parametrize(
    "source",
    [
        page(f'<p style="color:#000">{WORDS}</p>', attributes="bgcolor=black text=white"),
        page(f'<p style="color:#ffffee">{WORDS}</p>', attributes='style="background:#ffe"'),
        page(f"<p class=z>{WORDS}</p>", "<style>body{background:#ffe} .z{color:rgb(255 255 238)}</style>"),
        page(f"<p class=z>{WORDS}</p>", "<style>:root{--Back:#ffe;background:var(--Back)} .z{color:var(--Back)}</style>"),
    ],
)
def test_the_colour_of_the_page_itself_hides_text_of_the_same_colour(source):
    assert not is_read(source)


SHEETS = r"""
#i{display:none}
div .h{display:none}
div>p.h{display:none}
[data-h="1"]{display:none}
[data-h^="1"]{display:none}
p[class~=h]{display:none}
a,.h,b{display:none}
.h{display:block}.h{display:none}
#i{display:none}.h{display:block}
.h{display:none!important}#i{display:block}
@media screen{.h{display:none}}
@media all and (min-width:10px){.h{display:none}}
@media print{p{color:red}} .h{display:none}
@supports (display:grid){.h{display:none}}
@layer a{.h{display:none}}
@charset "utf-8";.h{display:none}
/* } */.h{display:none}
a{content:"}"}.h{display:none}
.h{background:url(data:image/png;base64,aa};x);display:none}
.h{d\69splay:none}
.\68{display:none}
div:not(.q) .h{display:none}
.h:not(.open){display:none}
:is(.h,.g){display:none}
h1~div .h{display:none}
p+div .h{display:none}
.w *{display:none}
p:first-child[data-h]{display:none}
p:nth-child(2n+1).h{display:none}
.w{ .h{display:none} }
.w{ &>.h{display:none} }
<!-- .h{display:none} -->
.x{color:red}}.h{display:none}
.h{display:none
:root{--n:none}.h{display:var(--n)}
.h{color:#fff}
.h{font-size:1px}
""".split("\n")[1:-1]


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_rules_of_the_page_hide_as_in_a_browser(sheet):
    assert not is_read(page(f"<div class=w><p class=h id=i data-h=1>{WORDS}</p></div>", f"<style>{sheet}</style>"))


OTHER_SHEETS = """
div.h{display:none} .x .h{display:none} #h{display:none} .hh{display:none}
.h::before{display:none} .h:before{opacity:0}
.h:hover{display:none}
.no-js .h{display:none}
.h{display:none} .w .h{display:block}
@media (prefers-color-scheme:dark){.h{display:none}}
@media print{.h{display:none}}
.h{opacity:0;animation:fade 1s forwards} @keyframes fade{to{opacity:1}}
body{visibility:hidden}
.w{background:#000} .h{color:#fff}
.w:lang(en){background:#000} .h{color:#fff}
""".split("\n")[1:-1]


@pytest.mark.parametrize("sheet", OTHER_SHEETS)
def test_rules_that_do_not_hide_a_paragraph_lose_nothing(sheet):
    assert is_read(page(f"<div class=w><p class=h id=i data-h=1>{WORDS}</p></div>", f"<style>{sheet}</style>"))


@pytest.mark.parametrize(
    "source",
    [
        page(f"<p aria-hidden=true>{WORDS}</p>"),
        page(f"<details><summary>More</summary><p>{WORDS}</p></details>"),
        page(f'<p hidden style="display:block">{WORDS}</p>'),
        page(f'<div class=hero><p style="color:#fff">{WORDS}</p></div>', "<link rel=stylesheet href=a.css>"),
        page(f'<p style="font-size:.32rem">{WORDS}</p>', "<script src=letters.js></script>"),
        page(f'<p style="color:#fff">{WORDS}</p>', attributes='style="background:url(a.png)"'),
        page(f"<table background=a.png><tr><td><font color=white>{WORDS}</font></td></tr></table>"),
        page(f'<div style="color:#fff"><p><a href="/a">{WORDS}</a></p></div>'),
        page(f'<div><img src=a style="position:absolute;top:0"><p style="color:#fff">{WORDS}</p></div>'),
        page(f'<div><img src=a><div style="position:absolute;bottom:0;color:#fff"><p>{WORDS}</p></div></div>'),
        page(f'<p class=h style="display:none">{WORDS}</p>', "<style>.h{display:block!important}</style>"),
    ],
)
def test_text_whose_ground_is_not_known_and_text_that_is_shown_again_is_read(source):
    assert is_read(source)


def test_what_is_left_out_is_counted_and_what_is_visible_inside_it_stays():
    body = (
        f'<div style="visibility:hidden">{WORDS}<p style="visibility:visible">On Tuesday 55 swans swam on the lake.</p></div>'
    )
    draft = read_html(page(body))
    assert WORDS not in draft.text
    assert "55 swans" in draft.text
    assert any(note.startswith(f"{len(WORDS)} characters were left out") for note in draft.notes)


def test_a_figure_for_listeners_is_not_put_before_another_figure():
    away = '<span style="position:absolute;left:-9999px">1</span>'
    text = read_html(
        page(f"<p>The storm took {away}2 boats, {away} and the harbour master counted them twice, she said.</p>")
    ).text
    assert "took 2 boats" in text


def test_many_hidden_pieces_of_one_paragraph_cost_as_much_as_they_are_many():
    pieces = "word <span hidden>gone</span> " * 20_000
    text = read_html(page(f"<p>{pieces}</p>")).text
    assert text.count("word") == 20_000
    assert "gone" not in text
