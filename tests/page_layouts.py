"""Ways in which sites lay out an article: each gives the page and the parts of the text that it must yield, in order."""

from __future__ import annotations

import json
from collections.abc import Callable

from page_stories import Story, links, paragraphs, site

Layout = Callable[[Story], tuple[str, list[str]]]


def plain(story: Story) -> tuple[str, list[str]]:
    body = (
        f'<article><header><h1>{story.headline}</h1><div class="share-bar"><a href="#">Facebook</a> <a href="#">X</a></div></header>'
        f'<figure><img src="a.jpg"><figcaption>Archive</figcaption></figure><div class="content">{paragraphs(story.paragraphs)}</div></article>'
    )
    return site(story, body), list(story.paragraphs)


def two_chunks(story: Story) -> tuple[str, list[str]]:
    chunks = (story.paragraphs[:2], story.paragraphs[2:])
    parts = '<div class="slot-mid">Ad</div>'.join(
        f'<div class="grid"><div class="body article__body">{paragraphs(chunk)}</div><div class="side"></div></div>'
        for chunk in chunks
    )
    return site(story, f'<h1>{story.headline}</h1><div class="chunks">{parts}</div>'), list(story.paragraphs)


def line_breaks(story: Story) -> tuple[str, list[str]]:
    text = "<br>\n<br>\n".join(story.paragraphs)
    return site(story, f'<h1>{story.headline}</h1><div id="newstext">{text}</div>'), list(story.paragraphs)


def box_per_paragraph(story: Story) -> tuple[str, list[str]]:
    boxes = "".join(f'<div class="ssrcss-block"><div class="rich-text"><p>{text}</p></div></div>' for text in story.paragraphs)
    return site(story, f"<main><h1>{story.headline}</h1>{boxes}</main>"), list(story.paragraphs)


def plain_boxes(story: Story) -> tuple[str, list[str]]:
    boxes = "".join(f"<div>{text}</div>" for text in story.paragraphs)
    return site(story, f'<div class="wrap"><h2>{story.headline}</h2><div class="x1">{boxes}</div></div>'), list(
        story.paragraphs
    )


def nested_tables(story: Story) -> tuple[str, list[str]]:
    menu = "<br>".join(f'<a href="/{name}">{name}</a>' for name in story.menu)
    text = "<br><br>".join(story.paragraphs)
    return (
        f'<html><head><title>{story.headline}</title></head><body bgcolor="white"><table width="760"><tr><td colspan="3"><img src="logo.gif"></td></tr>'
        f'<tr><td width="120" valign="top">{menu}</td><td valign="top"><table><tr><td><font size="5"><b>{story.headline}</b></font></td></tr>'
        f'<tr><td><font face="Arial" size="2">{text}</font></td></tr></table></td>'
        f'<td width="150">{"<br>".join(links(story.teasers, "div").split())}</td></tr></table></body></html>'
    ), list(story.paragraphs)


def live_blog(story: Story) -> tuple[str, list[str]]:
    entries = "".join(
        f'<article class="live-entry" id="entry-{number}"><time>0{9 - number}:1{number}</time><p>{text}</p></article>'
        for number, text in enumerate(story.paragraphs)
    )
    return site(story, f'<main><h1>{story.headline}</h1><div class="live-feed">{entries}</div></main>'), list(story.paragraphs)


def unlucky_names(story: Story) -> tuple[str, list[str]]:
    names = ("social-free", "tags-top", "meta-lead", "barcode", "slide-in")
    body = "".join(f'<p class="{name}">{text}</p>' for name, text in zip(names, story.paragraphs, strict=True))
    return site(story, f'<article><h1>{story.headline}</h1><div class="text">{body}</div></article>'), list(story.paragraphs)


def one_unlucky_paragraph(story: Story) -> tuple[str, list[str]]:
    body = "".join(
        f'<p class="{"article-social" if number == 2 else "t"}">{text}</p>' for number, text in enumerate(story.paragraphs)
    )
    return site(story, f'<article><h1>{story.headline}</h1><div class="story-body">{body}</div></article>'), list(
        story.paragraphs
    )


def related_inside(story: Story) -> tuple[str, list[str]]:
    first, second, *rest = story.paragraphs
    body = (
        f"<p>{first}</p><aside class='c-related'><h3>{story.related}</h3><ul>{links(story.teasers)}</ul></aside><p>{second}</p>"
        f'<p>{story.related}: <a href="/x">{story.teasers[0]}</a></p>{paragraphs(tuple(rest))}'
        f"<p><strong>{story.related}:</strong></p><ul>{links(story.teasers)}</ul>"
    )
    return site(story, f'<article><h1>{story.headline}</h1><div class="entry-content">{body}</div></article>'), list(
        story.paragraphs
    )


def offer_inside(story: Story) -> tuple[str, list[str]]:
    first, second, *rest = story.paragraphs
    body = (
        f"<p>{first}</p><p>{second}</p><div class='inline-newsletter'><h4>Morning</h4><p>{story.offer}</p>"
        f"<form><input type='email'><button>OK</button></form></div>{paragraphs(tuple(rest))}"
    )
    return site(story, f'<article><h1>{story.headline}</h1><div class="body-copy">{body}</div></article>'), list(
        story.paragraphs
    )


def long_comments(story: Story) -> tuple[str, list[str]]:
    remark = (
        "I crossed on that boat last year and it was already in poor shape, so nothing of this is a surprise to me at all. "
    )
    comments = "".join(f'<li class="comment"><b>user{n}</b><p>{remark * (n % 3 + 1)}</p></li>' for n in range(25))
    body = f'<article><h1>{story.headline}</h1><div class="body">{paragraphs(story.paragraphs)}</div></article>'
    return site(story, f'{body}<section id="comments"><h3>25</h3><ol>{comments}</ol></section>'), list(story.paragraphs)


def word_processor(story: Story) -> tuple[str, list[str]]:
    body = "".join(
        f'<p class="MsoNormal" style="margin-bottom:8.0pt"><span style="font-size:12.0pt">{text}<o:p></o:p></span></p>'
        for text in story.paragraphs
    )
    return (
        f'<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>{story.headline}</title></head>'
        f'<body lang="{story.language}"><div class="WordSection1"><p class="MsoTitle">{story.headline}</p>{body}</div></body></html>'
    ), list(story.paragraphs)


def interview(story: Story) -> tuple[str, list[str]]:
    questions = ("What did you hear?", "And then?", "Were you afraid?", "Who helped?", "What now?")
    body = "".join(f"<p><strong>{q}</strong></p><p>{text}</p>" for q, text in zip(questions, story.paragraphs, strict=True))
    expected = [part for pair in zip(questions, story.paragraphs, strict=True) for part in pair]
    return site(story, f'<article><h1>{story.headline}</h1><div class="interview">{body}</div></article>'), expected


def declared(story: Story) -> tuple[str, list[str]]:
    data = {"@type": "NewsArticle", "headline": story.headline, "articleBody": " ".join(story.paragraphs)}
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    body = "".join(f'<div class="teaser-text">{text}</div>' for text in story.paragraphs)
    return site(story, f'<h1>{story.headline}</h1><div class="premium-wall">{body}</div>', head=head), list(story.paragraphs)


def very_short(story: Story) -> tuple[str, list[str]]:
    body = f"<article><h1>{story.headline}</h1><p>{story.paragraphs[0]}</p></article>"
    return site(story, body), [story.paragraphs[0]]


def quotes(story: Story) -> tuple[str, list[str]]:
    first, second, third, *rest = story.paragraphs
    body = f"<p>{first}</p><p>{second}</p><blockquote><p>{third}</p></blockquote>{paragraphs(tuple(rest))}"
    return site(story, f"<article><h1>{story.headline}</h1>{body}</article>"), list(story.paragraphs)


def accelerated(story: Story) -> tuple[str, list[str]]:
    body = "".join(f'<p class="p1">{text}</p><amp-ad width="300" height="250" type="x"></amp-ad>' for text in story.paragraphs)
    return (
        f'<!doctype html><html ⚡ lang="{story.language}"><head><meta charset="utf-8"><title>{story.headline}</title></head><body>'
        f'<amp-sidebar id="sb"><ul>{links(story.menu)}</ul></amp-sidebar><article><h1>{story.headline}</h1><amp-img src="a.jpg"></amp-img>'
        f'<div class="amp-content">{body}</div></article><amp-list><h3>{story.related}</h3>{links(story.teasers, "div")}</amp-list>'
        f"<footer><p>© 2021</p></footer></body></html>"
    ), list(story.paragraphs)


def print_view(story: Story) -> tuple[str, list[str]]:
    text = "\n".join(f"<P>{text}" for text in story.paragraphs)
    return (
        f'<HTML><HEAD><TITLE>{story.headline}</TITLE></HEAD><BODY onload="window.print()"><H2>{story.headline}</H2>'
        f"{text}<HR><SMALL>http://courier.example/print/77</SMALL></BODY></HTML>"
    ), list(story.paragraphs)


def blog(story: Story) -> tuple[str, list[str]]:
    text = "<br /><br />".join(f"<span style='font-family: georgia;'>{text}</span>" for text in story.paragraphs)
    side = f'<div class="widget Archive"><h2>2021</h2><ul>{links(story.teasers)}</ul></div>'
    body = (
        f'<div class="post hentry"><h3 class="post-title"><a href="/p/1">{story.headline}</a></h3><div class="post-body entry-content">{text}</div>'
        f'<div class="post-footer">Posted by Nils at <a href="/p/1">08:12</a></div></div>'
    )
    return site(story, f'<div id="main">{body}</div><div id="sidebar-right">{side}</div>'), list(story.paragraphs)


def next_article(story: Story) -> tuple[str, list[str]]:
    other = (
        "The council met for nine hours to talk about the market hall, and in the end a narrow majority voted the plan down. "
        * 4
    )
    one = f'<article class="story"><h1>{story.headline}</h1><div class="article-text">{paragraphs(story.paragraphs)}</div></article>'
    two = f'<article class="story"><h1>Council votes down the hall</h1><div class="article-text"><p>{other}</p><p>{other}</p></div></article>'
    return site(story, one + two), list(story.paragraphs)


def gallery(story: Story) -> tuple[str, list[str]]:
    slides = "".join(
        f'<div class="item"><img src="{n}.jpg"><p class="txt">{text}</p></div>' for n, text in enumerate(story.paragraphs)
    )
    return site(story, f'<main><h1>{story.headline}</h1><div class="pics">{slides}</div></main>'), list(story.paragraphs)


def transcript(story: Story) -> tuple[str, list[str]]:
    turns = "".join(
        f'<div class="turn"><span class="who">{"REED" if n % 2 else "OLLIN"}:</span> {text}</div>'
        for n, text in enumerate(story.paragraphs)
    )
    return site(story, f'<div class="transcript"><h1>{story.headline}</h1>{turns}</div>'), list(story.paragraphs)


def forum(story: Story) -> tuple[str, list[str]]:
    posts = "".join(
        f'<div class="post" id="p{n}"><div class="who"><a href="/u/{n}">user{n}</a></div><div class="msg">{text}</div></div>'
        for n, text in enumerate(story.paragraphs)
    )
    return site(story, f'<div class="thread"><h1>{story.headline}</h1>{posts}</div>'), list(story.paragraphs)


def facts_list(story: Story) -> tuple[str, list[str]]:
    first, *rest = story.paragraphs
    items = "".join(f"<li>{text}</li>" for text in rest)
    return site(story, f"<article><h1>{story.headline}</h1><p>{first}</p><ul>{items}</ul></article>"), list(story.paragraphs)


def table_inside(story: Story) -> tuple[str, list[str]]:
    first, *rest = story.paragraphs
    rows = "".join(f"<tr><td>Deck {n}</td><td>{n * 31}</td></tr>" for n in range(1, 5))
    body = f"<p>{first}</p><table><tr><th>Deck</th><th>People</th></tr>{rows}</table>{paragraphs(tuple(rest))}"
    return site(story, f'<article><h1>{story.headline}</h1><div class="text">{body}</div></article>'), [
        first,
        "Deck 3",
        "93",
        *rest,
    ]


def named_after_furniture(story: Story) -> tuple[str, list[str]]:
    body = f'<div class="layout with-sidebar comments-open"><div class="col-main no-share"><h1>{story.headline}</h1>{paragraphs(story.paragraphs)}</div></div>'
    return site(story, body, body_class="has-sidebar menu-open newsletter-enabled"), list(story.paragraphs)


def sections(story: Story) -> tuple[str, list[str]]:
    body = "".join(f"<section><h2>Part {n}</h2><p>{text}</p></section>" for n, text in enumerate(story.paragraphs, 1))
    expected = [part for n, text in enumerate(story.paragraphs, 1) for part in (f"Part {n}", text)]
    return site(story, f"<main><article><h1>{story.headline}</h1>{body}</article></main>"), expected


def bare_text(story: Story) -> tuple[str, list[str]]:
    first, second, *rest = story.paragraphs
    text = f"{first}<p>{second}</p>" + "<p></p>".join(rest)
    return site(story, f"<main><h1>{story.headline}</h1>{text}</main>"), list(story.paragraphs)


def custom_elements(story: Story) -> tuple[str, list[str]]:
    body = "".join(f"<story-paragraph><p>{text}</p></story-paragraph>" for text in story.paragraphs)
    return site(story, f"<story-body><h1>{story.headline}</h1>{body}</story-body>"), list(story.paragraphs)


def paragraph_words_in_spans(story: Story) -> tuple[str, list[str]]:
    body = "".join(
        f'<p><span class="rating-text">{text[:20]}</span><span class="meta-x">{text[20:]}</span></p>'
        for text in story.paragraphs
    )
    return site(story, f'<article><h1>{story.headline}</h1><div class="c">{body}</div></article>'), list(story.paragraphs)


def number_in_span(story: Story) -> tuple[str, list[str]]:
    body = paragraphs(story.paragraphs).replace("212", '<span class="social-count">212</span>')
    return site(story, f'<article><h1>{story.headline}</h1><div class="c">{body}</div></article>'), list(story.paragraphs)


def teasers_as_cards(story: Story) -> tuple[str, list[str]]:
    cards = "".join(
        f'<article class="card"><h3><a href="/t">{text}</a></h3><p>{text}. {text}. {text}.</p></article>'
        for text in story.teasers
    )
    body = f'<article class="main"><h1>{story.headline}</h1>{paragraphs(story.paragraphs)}</article><div class="grid">{cards}</div>'
    return site(story, body), list(story.paragraphs)


def late_lead(story: Story) -> tuple[str, list[str]]:
    first, *rest = story.paragraphs
    body = f'<div class="lead-in"><p class="first"><b>{first}</b></p></div><div class="rest">{paragraphs(tuple(rest))}</div>'
    return site(story, f'<article><h1>{story.headline}</h1><div class="article-content">{body}</div></article>'), list(
        story.paragraphs
    )


def whole_page_form(story: Story) -> tuple[str, list[str]]:
    body = f'<form id="aspnetForm" action="x"><div id="ctl00"><h1>{story.headline}</h1><div class="txt">{paragraphs(story.paragraphs)}</div></div></form>'
    return site(story, body), list(story.paragraphs)


def expand_rest(story: Story) -> tuple[str, list[str]]:
    body = f'<article><h1>{story.headline}</h1><div class="story"><div class="intro-text">{paragraphs(story.paragraphs[:2])}</div><div class="expandable-rest">{paragraphs(story.paragraphs[2:])}</div></div></article>'
    return site(story, body), list(story.paragraphs)


def question_list(story: Story) -> tuple[str, list[str]]:
    body = "".join(f"<dt>Q{number}?</dt><dd>{text}</dd>" for number, text in enumerate(story.paragraphs))
    return site(story, f'<main><h1>{story.headline}</h1><dl class="faq">{body}</dl></main>'), list(story.paragraphs)


def live_list(story: Story) -> tuple[str, list[str]]:
    body = "".join(
        f'<li class="b-live-item"><span class="time">0{9 - number}:0{number}</span><h3>Update {number}</h3><p>{text}</p></li>'
        for number, text in enumerate(story.paragraphs)
    )
    return site(story, f'<main><h1>{story.headline}</h1><ol class="live">{body}</ol></main>'), list(story.paragraphs)


def font_center(story: Story) -> tuple[str, list[str]]:
    body = "".join(f"<center><font size=2>{text}</font></center>" for text in story.paragraphs)
    return site(story, f"<center><h1>{story.headline}</h1></center>{body}"), list(story.paragraphs)


def mega_menu(story: Story) -> tuple[str, list[str]]:
    menu = "".join(f'<div class="mega"><a href="/{m}">{m}</a><p>{story.offer}</p></div>' for m in story.menu)
    return site(
        story, f'<div class="mega-menu">{menu}</div><article><h1>{story.headline}</h1>{paragraphs(story.paragraphs)}</article>'
    ), list(story.paragraphs)


def correction(story: Story) -> tuple[str, list[str]]:
    *rest, last = story.paragraphs
    return site(
        story,
        f'<article><h1>{story.headline}</h1><div class="article-body">{paragraphs(tuple(rest))}</div><div class="correction-note"><p>{last}</p></div></article>',
    ), list(story.paragraphs)


def chunks_with_heads(story: Story) -> tuple[str, list[str]]:
    a, b = story.paragraphs[:2], story.paragraphs[2:]
    body = f'<div class="article-body">{paragraphs(a)}</div><div class="ad">Ad</div><div class="article-body"><h2>More</h2>{paragraphs(b)}</div>'
    return site(story, f"<main><h1>{story.headline}</h1><div>{body}</div></main>"), list(story.paragraphs)


def banner_role(story: Story) -> tuple[str, list[str]]:
    return site(
        story,
        f'<div role="banner"><h1>{story.headline}</h1></div><div role="main"><div class="c1">{paragraphs(story.paragraphs)}</div></div><div role="complementary"><p>{story.offer}</p></div>',
    ), list(story.paragraphs)


def inline_links(story: Story) -> tuple[str, list[str]]:
    body = "".join(f'<p>{text[:10]}<a href="/x">{text[10:60]}</a>{text[60:]}</p>' for text in story.paragraphs)
    return site(story, f"<article><h1>{story.headline}</h1>{body}</article>"), list(story.paragraphs)


def bio_after(story: Story) -> tuple[str, list[str]]:
    return site(
        story,
        f'<article><h1>{story.headline}</h1><div class="article-text">{paragraphs(story.paragraphs)}</div><div class="author-bio"><p>{story.offer}</p></div></article>',
    ), list(story.paragraphs)


def teasers_before(story: Story) -> tuple[str, list[str]]:
    c = "".join(
        f'<div class="top-story"><h2><a href="/t">{text}</a></h2><p>{text}. {text}. {text}.</p></div>' for text in story.teasers
    )
    return site(
        story,
        f'<div class="top-stories">{c}</div><div class="article"><h1>{story.headline}</h1>{paragraphs(story.paragraphs)}</div>',
    ), list(story.paragraphs)


def posts_quoted(story: Story) -> tuple[str, list[str]]:
    f, se, th, *r = story.paragraphs
    body = f'<p>{f}</p><p>{se}</p><div class="social-embed"><blockquote class="post"><p>{th}</p>— Marta (@marta) <a href="x">1 May</a></blockquote></div>{paragraphs(tuple(r))}'
    return site(story, f'<article><h1>{story.headline}</h1><div class="text">{body}</div></article>'), list(story.paragraphs)


def repeated_lead(story: Story) -> tuple[str, list[str]]:
    return site(
        story,
        f'<article><h1>{story.headline}</h1><p class="standfirst">{story.paragraphs[0]}</p><div class="b">{paragraphs(story.paragraphs)}</div></article>',
    ), list(story.paragraphs)


def span_paragraphs(story: Story) -> tuple[str, list[str]]:
    body = "".join(f'<span class="par">{text}</span><br><br>' for text in story.paragraphs)
    return site(story, f'<div class="main"><h1>{story.headline}</h1><div class="art">{body}</div></div>'), list(
        story.paragraphs
    )


def numbered_parts(story: Story) -> tuple[str, list[str]]:
    body = "".join(f'<div class="page" id="page-{number}"><p>{text}</p></div>' for number, text in enumerate(story.paragraphs))
    return site(story, f"<article><h1>{story.headline}</h1>{body}</article>"), list(story.paragraphs)


LAYOUTS: tuple[Layout, ...] = (
    plain,
    two_chunks,
    line_breaks,
    box_per_paragraph,
    plain_boxes,
    nested_tables,
    live_blog,
    unlucky_names,
    one_unlucky_paragraph,
    related_inside,
    offer_inside,
    long_comments,
    word_processor,
    interview,
    declared,
    very_short,
    quotes,
    accelerated,
    print_view,
    blog,
    next_article,
    gallery,
    transcript,
    forum,
    facts_list,
    table_inside,
    named_after_furniture,
    sections,
    bare_text,
    custom_elements,
    paragraph_words_in_spans,
    number_in_span,
    teasers_as_cards,
    late_lead,
    whole_page_form,
    expand_rest,
    question_list,
    live_list,
    font_center,
    mega_menu,
    correction,
    chunks_with_heads,
    banner_role,
    inline_links,
    bio_after,
    teasers_before,
    posts_quoted,
    repeated_lead,
    span_paragraphs,
    numbered_parts,
)
