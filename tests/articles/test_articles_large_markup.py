"""Large markup is read in time that grows with it, or refused with the reason."""

import time

import pytest

from summarizer.articles.files.decoding import UndecodableError
from summarizer.articles.formats.html.fragments import read_html
from summarizer.articles.formats.markup.bounded import MAX_TAGS, bounded

FIRST = "A ferry sank in Lake Oren on Monday night, killing 12 people, police chief Anna Berg said on Tuesday morning."


def page(body, head=""):
    return f"<html><head><title>Ferry</title>{head}</head><body><h1>Ferry sinks</h1><p>{FIRST}</p>{body}</body></html>"


def test_a_page_of_too_many_tags_is_refused_with_the_reason():
    with pytest.raises(UndecodableError, match=r"600,002 tags"):
        read_html("<html><p>" + "<b>" * MAX_TAGS)


def test_many_attributes_leave_those_that_say_how_it_is_read():
    many = " ".join(f'a{n}="<x>"' for n in range(6_000))
    text = read_html(
        page(f"<p {many} style='display:none'>Secretly 99 boats were lost in the storm.</p><p {many}>Seen on Monday.</p>")
    ).text
    assert FIRST in text
    assert "99 boats" not in text


def test_a_long_attribute_and_a_long_text_stay_as_they_are():
    source = page(f"<p title='{'x' * 9_000}'>{'word ' * 9_000}</p>")
    assert bounded(source) == source


GROWING = {
    "hidden spans": lambda n: "<p>" + "word <span hidden>1</span> " * n + "</p>",
    "words for listeners": lambda n: "<p>" + "3<span class='sr-only'>abc</span> " * n + "</p>",
    "consent boxes": lambda n: "<div class='cookie-x'>we use cookies</div>" * n,
    "dialogues": lambda n: "<div role='dialog'>x y</div>" * n,
    "hidden articles": lambda n: f"<article hidden><h1>Other</h1><p>{FIRST} Twice.</p></article>" * n,
    "attributes": lambda n: "<p " + " ".join(f'a{k}="x"' for k in range(10 * n)) + ">Text.</p>",
    "rules": lambda n: "<style>" + "".join(f".c{k}{{display:none}}" for k in range(4 * n)) + "</style>" + "<p>x</p>" * n,
    "rules of one tag": lambda n: "<style>" + "i{color:#111}" * n + "</style>" + "<i>x</i>" * n,
    "rules of descendants": lambda n: "<style>" + "div div p{display:none}" * 40 + "</style>" + "<p>x y</p>" * n,
    "different styles": lambda n: "".join(f"<span style='left:{k}px'>w</span> " for k in range(n)),
    "white words": lambda n: "<i style='color:#fff'>w</i> " * n,
    "breaks": lambda n: "word<br>" * n,
    "quotes": lambda n: "<q>" * n + "Deep." + "</q>" * n,
    "struck words": lambda n: "<p>" + "word <del>1</del> " * n + "</p>",
}


@pytest.mark.parametrize("kind", GROWING)
def test_reading_takes_time_that_grows_with_the_page(kind):
    def seconds(count):
        source = page(GROWING[kind](count))
        start = time.process_time()
        assert FIRST in read_html(source).text
        return time.process_time() - start

    seconds(50)
    small, large = seconds(150), seconds(1_200)
    assert large < 24 * max(small, 0.02)
