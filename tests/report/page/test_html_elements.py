"""Elements are made of words, and words never become elements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markupsafe import Markup

from summarizer.reporting.escape import BREAKS, DROPPED, SHOWN, visible
from summarizer.reporting.page.html import element

_WORDS = st.text() | st.text("<>&\"'{}%/= a1\u202e\u200b")


@given(_WORDS, _WORDS)
def test_children_and_attributes_are_read_back_as_the_words_they_were(child: str, value: str) -> None:
    made = element("p", child, element("b", child), title=value, data_x=3, hidden_=None, open_=False)

    assert isinstance(made, Markup)
    read = etree.fromstring(made)
    assert (read.tag, read.text or "", read[0].tag, read[0].text or "") == ("p", visible(child), "b", visible(child))
    assert dict(read.attrib) == {"title": visible(value), "data-x": "3"}


def test_braces_and_percent_signs_are_no_templates() -> None:
    assert element("p", "{0} %s {name}", title="{}") == '<p title="{}">{0} %s {name}</p>'


def test_an_attribute_without_a_value_and_an_element_without_an_end() -> None:
    assert element("input", type="checkbox", checked=True) == '<input type="checkbox" checked>'


@given(st.text(st.characters(max_codepoint=0x7F)) | st.text(" a") | st.text())
def test_plain_words_are_shown_as_every_other_word_would_be(words: str) -> None:
    one_line = DROPPED.sub("", BREAKS.sub(" ", words))

    assert visible(words) == (visible(one_line) if SHOWN.search(one_line) else one_line)
