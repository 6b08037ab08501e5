"""Markup nested deeper than a parser follows loses no sentence, and hides what it hides."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles.formats.html.fragments import read_fragment
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.markup.flattening import flattened
from summarizer.articles.formats.markup.preparing import FLATTENED, tree_of

FIRST = "A ferry sank in Lake Oren on Monday night, killing 12 people, police chief Anna Berg said on Tuesday morning."
DEEP = "A bus burned on Friday and 77 passengers died, said mayor Ole Dahl of the town of Fen on the day after the fire."
LAST = "Divers found 30 life vests on the shore of the lake, and the search goes on, the coast guard said."
INNER = f"<p>{DEEP.replace('died', '<b>died</b>')}</p>"


def page(body, head=""):
    return f"<html><head><title>Ferry</title>{head}</head><body><h1>Ferry sinks</h1><p>{FIRST}</p>{body}<p>{LAST}</p></body></html>"


@pytest.mark.parametrize("depth", [300, 2_000, 9_000])
@pytest.mark.parametrize(
    "tags", ["div", "span", "b", "blockquote", "section", "ul li", "table tr td", "font", "div span q sup"]
)
@pytest.mark.parametrize("is_closed", [True, False])
def test_a_sentence_inside_many_tags_is_read_with_those_around_it(tags, depth, is_closed):
    names = tags.split()
    depth //= len(names)
    opening, closing = "".join(f"<{name}>" for name in names), "".join(f"</{name}>" for name in reversed(names))
    draft = read_page(page(opening * depth + INNER + closing * depth * is_closed))
    assert [draft.text.count(sentence) for sentence in (FIRST, DEEP, LAST)] == [1, 1, 1]
    assert draft.text.index(FIRST) < draft.text.index(DEEP) < draft.text.index(LAST)
    assert DEEP in read_fragment(opening * depth + INNER).text


@pytest.mark.parametrize("hiding", ["<div hidden>", '<div style="display:none">', "<div class=h>", '<div style="opacity:.0">'])
@pytest.mark.parametrize("above", [10, 600, 9_990])
def test_what_is_hidden_stays_hidden_however_deep(hiding, above):
    inner = f"{hiding}{'<div>' * (10_000 - above)}{INNER}{'</div>' * (10_000 - above)}</div>"
    draft = read_page(page("<div>" * above + inner + "</div>" * above, "<style>.h{display:none}</style>"))
    assert FIRST in draft.text
    assert LAST in draft.text
    assert "77 passengers" not in draft.text


def test_fifty_thousand_tags_lose_no_sentence():
    draft = read_page(page("<div>" * 50_000 + INNER + "</div>" * 50_000))
    assert all(sentence in draft.text for sentence in (FIRST, DEEP, LAST))


def test_a_page_that_was_made_flat_says_so_and_another_does_not():
    assert FLATTENED in read_page(page("<div>" * 5_000 + INNER)).notes
    assert FLATTENED not in read_page(page("<div>" * 200 + INNER + "</div>" * 200)).notes


def test_end_tags_that_a_parser_passes_over_do_not_keep_a_page_deep():
    draft = read_page(page("<b><div></b>" * 5_000 + INNER))
    assert DEEP in draft.text


def test_what_looks_like_a_tag_in_a_comment_a_script_or_an_attribute_is_none():
    body = "<div>" * 3_000 + "<!-- </div> --><script>'</div><p>no</p>'</script><i title='</div>'></i>" + INNER
    text = read_page(page(body)).text
    assert DEEP in text
    assert "no" not in text.split()


def test_markup_is_made_flat_in_time_that_grows_with_its_length():
    def seconds(count):
        source = page("<div a='x'><b>" * count + "word " * count)
        start = time.process_time()
        flattened(source)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.01)


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<table><tr><td>", "</table>", "<li>", "word ", "<br>", "<!--", "-->", "<", ">", "'", '"', "<i hidden>", "</i>"]), max_size=60), st.sampled_from([0, 2, 5]))  # fmt: skip
def test_flat_markup_keeps_every_word_outside_tags_and_comments(pieces, depth):
    source = "".join(pieces)
    whole, flat = (tree_of(f"<div>{text}</div>").tree for text in (source, flattened(source, depth)))
    if not any(sign in source for sign in ("<!--", "'", '"', "<<", "hidden", "<w", "< ")) and whole is not None:
        assert whole.text_content().split() == ("" if flat is None else flat.text_content()).split()
