"""Which of a page's text is taken for its article, on many kinds of pages in several languages."""

import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_layouts import LAYOUTS
from page_stories import ENGLISH, GERMAN, STORIES, links, paragraphs, site

from summarizer.articles.formats.html.page_blocks import Block, Box
from summarizer.articles.formats.html.page_lines import place
from summarizer.articles.formats.html.pages import read_page
from summarizer.articles.formats.markup.page_text import reads_as_sentences

STEPS = (0, 3, 7)
LANGUAGES = tuple(STORIES)
CASES = [
    pytest.param(layout, STORIES[LANGUAGES[(number + step) % len(LANGUAGES)]], id=f"{layout.__name__}-{number}-{step}")
    for number, layout in enumerate(LAYOUTS)
    for step in STEPS
]


def stand_in_order(text, parts):
    position = 0
    for part in parts:
        position = text.find(part, position)
        if position < 0:
            return False
        position += len(part)
    return True


@pytest.mark.parametrize(("layout", "story"), CASES)
def test_the_article_is_taken_and_nothing_else(layout, story):
    page, parts = layout(story)
    text = read_page(page).text
    assert stand_in_order(text, parts)
    assert all(text.count(part) == 1 for part in parts if len(part) > 30)
    assert not [other for other in (*story.teasers, story.offer, story.cookies) if other in text]


def told(notes, words):
    return any(words in note for note in notes)


def test_paragraphs_added_to_the_first_reading_are_said():
    body = paragraphs(ENGLISH.paragraphs).replace("<p>“", '<p class="article-social">“')
    draft = read_page(site(ENGLISH, f"<article><h1>{ENGLISH.headline}</h1><div>{body}</div></article>"))
    assert stand_in_order(draft.text, ENGLISH.paragraphs)
    assert told(draft.notes, "characters that the first reading of the page left out were added")


def test_a_second_article_is_left_out_and_said():
    other = f"<article><h1>{GERMAN.headline}</h1>{paragraphs(GERMAN.paragraphs)}</article>"
    draft = read_page(site(ENGLISH, f"<article><h1>{ENGLISH.headline}</h1>{paragraphs(ENGLISH.paragraphs)}</article>{other}"))
    assert stand_in_order(draft.text, ENGLISH.paragraphs)
    assert not any(text in draft.text for text in GERMAN.paragraphs)
    assert told(draft.notes, "more characters stand in paragraphs of the page that were not taken")


def test_of_two_articles_the_one_under_the_pages_title_is_taken_though_it_is_shorter():
    story = STORIES["zh"]
    other = f"<article><h1>{ENGLISH.headline}</h1><div>{paragraphs(ENGLISH.paragraphs * 3)}</div></article>"
    draft = read_page(
        site(story, f"<article><h1>{story.headline}</h1><div>{paragraphs(story.paragraphs)}</div></article>{other}")
    )
    assert stand_in_order(draft.text, story.paragraphs)
    assert ENGLISH.paragraphs[0] not in draft.text


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_teasers_and_menus_raise_no_doubt(story):
    notes = read_page(
        site(story, f"<article><h1>{story.headline}</h1><div>{paragraphs(story.paragraphs)}</div></article>")
    ).notes
    assert not any(told(notes, doubt) for doubt in ("were not taken", "other articles", "could not be told", "were added"))


def test_a_standfirst_that_is_not_taken_is_said():
    head = f'<header><h1>{ENGLISH.headline}</h1><div class="dek"><p>{ENGLISH.offer}</p></div></header>'
    draft = read_page(
        site(ENGLISH, f'<div>{head}</div><div><div class="article-body">{paragraphs(ENGLISH.paragraphs)}</div></div>')
    )
    taken = ENGLISH.offer in draft.text
    assert taken != told(draft.notes, f"{len(ENGLISH.offer)} characters under the headline were not taken")


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
@pytest.mark.parametrize(
    "row", ['<h3><a href="/t">{}</a></h3>', '<li><a href="/t">{}</a></li>', '<h2><a href="/t">{}</a></h2><p>{}.</p>']
)
def test_a_page_of_headlines_is_called_one(story, row):
    rows = "".join(f'<div class="row-item">{row.format(text, text)}</div>' for text in story.teasers * 4)
    draft = read_page(site(story, f"<h1>News</h1><div>{rows}</div>"))
    assert told(draft.notes, "other articles and seems to hold none of its own")


def test_a_live_page_is_no_page_of_headlines():
    entries = "".join(
        f'<div class="entry"><h3><a href="#e">{text[:40]}</a></h3><p>{text}</p><p>{text[::-1]}.</p></div>'
        for text in ENGLISH.paragraphs * 2
    )
    draft = read_page(site(ENGLISH, f"<main><h1>{ENGLISH.headline}</h1>{entries}</main>"))
    assert not told(draft.notes, "other articles")


def with_data(body):
    return (
        f'<script type="application/ld+json">{json.dumps({"@graph": [{"@type": "NewsArticle", "articleBody": body}]})}</script>'
    )


def test_what_a_page_declares_finds_the_article_in_boxes_named_after_teasers():
    boxes = "".join(f'<div class="teaser"><div class="related-box">{text}</div></div>' for text in ENGLISH.paragraphs)
    page = site(ENGLISH, f"<div>{boxes}</div>", head=with_data("<p>" + " ".join(ENGLISH.paragraphs) + "</p>"))
    assert stand_in_order(read_page(page).text, ENGLISH.paragraphs)


def test_declared_text_that_the_page_does_not_show_is_no_text():
    page = site(ENGLISH, f"<article>{paragraphs(ENGLISH.paragraphs)}</article>", head=with_data(" ".join(GERMAN.paragraphs)))
    text = read_page(page).text
    assert stand_in_order(text, ENGLISH.paragraphs)
    assert not any(part in text for part in GERMAN.paragraphs)


def test_broken_data_for_search_engines_does_no_harm():
    head = '<script type="application/ld+json">{"articleBody": "' + "[" * 5000 + "</script>"
    assert stand_in_order(
        read_page(site(ENGLISH, f"<article>{paragraphs(ENGLISH.paragraphs)}</article>", head=head)).text, ENGLISH.paragraphs
    )


@pytest.mark.parametrize(
    "label", ["Read more:", "Lesen Sie auch:", "À lire aussi :", "Читайте также:", "相关新闻：", "İlgili –", "»"]
)
def test_a_label_with_a_link_is_left_out(label):
    first, *rest = ENGLISH.paragraphs
    pointer = f'<p>{label} <a href="/x">The bridge will stay closed for a month</a></p>'
    draft = read_page(site(ENGLISH, f"<article><div>{paragraphs((first,))}{pointer}{paragraphs(tuple(rest))}</div></article>"))
    assert "bridge" not in draft.text
    assert stand_in_order(draft.text, ENGLISH.paragraphs)
    assert told(draft.notes, "1 lines that only point to other pages")


def test_a_sentence_with_a_link_stays():
    first, *rest = ENGLISH.paragraphs
    sentence = (
        '<p>The paper wrote: <a href="/x">The bridge will stay closed</a>, and nobody in the town hall denied it on Monday.</p>'
    )
    draft = read_page(site(ENGLISH, f"<article><div>{paragraphs((first,))}{sentence}{paragraphs(tuple(rest))}</div></article>"))
    assert "The bridge will stay closed, and nobody" in draft.text


def test_where_the_links_are_what_the_article_is_about_they_stay():
    deals = "".join(f'<p>Offer {n}: <a href="/{n}">A red lamp for the desk in the study, number {n}</a></p>' for n in range(8))
    assert read_page(site(ENGLISH, f"<article><h1>Lamps</h1><div>{deals}</div></article>")).text.count("red lamp") == 8


WRAPPERS = (
    "<p>{}</p>",
    "<div><p>{}</p></div>",
    "<div>{}</div>",
    "<blockquote><p>{}</p></blockquote>",
    "<section><p>{}</p></section>",
    '<p class="social-note">{}</p>',
    '<div class="c-text block-7"><p><span>{}</span></p></div>',
)


@given(st.lists(st.sampled_from(WRAPPERS), min_size=6, max_size=14), st.sampled_from(sorted(STORIES)))
def test_paragraphs_in_any_boxes_keep_their_order_or_the_loss_is_said(wrappers, language):
    story = STORIES[language]
    texts = [f"({number}) {story.paragraphs[number % 5]}" for number in range(len(wrappers))]
    body = "".join(wrapper.format(text) for wrapper, text in zip(wrappers, texts, strict=True))
    draft = read_page(site(story, f"<main><h1>{story.headline}</h1><article>{body}</article></main>"))
    assert stand_in_order(draft.text, [text for text in texts if text in draft.text])
    assert all(text in draft.text for text in texts) or told(draft.notes, "were not taken")


@given(st.text(alphabet="<>/abp divh1=\"' .\n", max_size=400))
def test_any_markup_is_read_without_an_error(markup):
    assert isinstance(read_page(f"<html><body>{markup}{paragraphs(ENGLISH.paragraphs)}").text, str)


def test_a_very_long_page_is_read_whole_and_in_time():
    texts = [f"{number}. {ENGLISH.paragraphs[number % 5]}" for number in range(5_200)]
    start = time.process_time()
    draft = read_page(f"<html><body><h1>Long</h1><div>{''.join(f'<p>{text}</p>' for text in texts)}</div></body></html>")
    assert time.process_time() - start < 5
    assert stand_in_order(draft.text, texts)


@pytest.mark.parametrize("row", ["<div>ab</div>", '<li><a href="/x">ab</a></li>'])
def test_a_very_long_page_without_a_sentence_is_not_empty(row):
    draft = read_page(f"<html><body>{row * 5_100}</body></html>")
    assert draft.text.count("ab") == 5_100
    assert told(draft.notes, "could not be told from the rest")


def blocks(*texts):
    box = Box(None, "body")
    return [Block(text, box, 0, text) for text in texts]


def test_lines_are_found_on_the_page():
    page = blocks(
        "Menu", "One sentence of the article.", "Menu", "Ant", "Second sentence of it, with a rating of five stars.", "Foot"
    )
    text = "One sentence of the article.\nAnt\nSecond sentence of it, with a rating of stars.\nnowhere on the page\n---"
    assert [list(line.blocks) for line in place(text, page)] == [[1], [3], [], [], []]


def test_a_line_cut_in_its_middle_is_known():
    whole = "The harbour master said on Monday that 40 boats had been moved to the inner dock."
    (line,) = place(whole.replace("40 ", ""), blocks("Menu", whole, "Foot"))
    assert (list(line.blocks), line.cut) == ([], False)
    long = whole + " Nobody was hurt, he said, and all but 3 of them were at sea again by the next day."
    (line,) = place(long.replace("3 ", ""), blocks("Menu", long, "Foot"))
    assert (list(line.blocks), line.cut) == ([1], True)


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_paragraphs_of_news_read_as_sentences_and_headlines_do_not(story):
    assert all(map(reads_as_sentences, story.paragraphs))
    assert not any(map(reads_as_sentences, (story.headline, *story.teasers, *story.menu)))


def test_links_are_no_paragraphs():
    rows = links(ENGLISH.paragraphs)
    draft = read_page(
        site(ENGLISH, f"<article><div>{paragraphs(ENGLISH.paragraphs)}</div></article><div class='grid-x'>{rows}</div>")
    )
    assert draft.text.count(ENGLISH.paragraphs[0]) == 1


SHORT = (
    ("en", "At least <del>72</del> <ins>27</ins> people <span>died</span> at the <b>weir</b>, said <i>Dana Orlik</i>."),
    ("de", "Mindestens <b>27</b> Menschen <span>starben</span>, sagte <a href='/o'>Dana Orlik</a> <em>am Abend</em>."),
    ("ja", "<span>港</span>の<a>火災</a>で<b>27</b>人が<span>死亡</span>したと発表した。"),
)


@pytest.mark.parametrize(("language", "paragraph"), SHORT)
def test_a_sentence_of_a_short_page_is_not_torn_at_its_inline_elements(language, paragraph):
    page = f'<html lang="{language}"><body><h1>27</h1><p>{paragraph}<br>Piet Halloran, 27.</p><p>27</p></body></html>'
    lines = re.sub("\ufdd0.*?\ufdd1 ?", "", read_page(page).text).split("\n")
    whole = re.sub(r"<del>.*?</del> |<[^<>]*>", "", paragraph)
    assert whole in lines
    assert "Piet Halloran, 27." in lines
