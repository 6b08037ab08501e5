"""Whose facts a page gives: those of its own article, not of a ticker, a card, a comment or a related article."""

import datetime as dt
import json
import time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from summarizer.articles import read_article

TITLE = "Dam wall gives way above Orrin"
OTHER = "Mayor of Tarn resigns over contract"
TEXT = (
    "<p>Four villages below the Orrin dam were cleared on Monday night after its northern wall gave way, the province said.</p>"
    "<p>Two engineers were still missing in the morning, and the water was falling slowly, a spokeswoman told reporters there.</p>"
)
DAY, LATER = dt.date(2019, 3, 11), dt.date(2019, 4, 2)
URL = "https://www.orrin-mail.example/news/dam-wall"
CANONICAL = f'<link rel="canonical" href="{URL}">'
HEADLINE = f"<h1>{TITLE}</h1>"


def ld(*nodes, wrap="{}", kind="application/ld+json"):
    return f'<script type="{kind}">{wrap.format(json.dumps(nodes[0] if len(nodes) == 1 else list(nodes)))}</script>'


def node(title=TITLE, day="2019-03-11", kind="NewsArticle", **more):
    return {"@context": "https://schema.org", "@type": kind, "headline": title, "datePublished": day, **more}


def other(title=OTHER, **more):
    return node(
        title,
        "2019-04-02",
        author={"@type": "Person", "name": "Wim Oster"},
        **{"url": "https://www.orrin-mail.example/m", **more},
    )


def page(head="", body="", title=TITLE):
    return f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def own(before="", after="", inside=""):
    return f"{before}<main><article>{HEADLINE}{inside}{TEXT}</article></main>{after}"


@pytest.fixture
def read(tmp_path):
    def reader(content, name="a.html"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return read_article(path)

    return reader


ADA = {"@type": "Person", "name": "Ada Nyman"}
ORRIN = {"@type": "NewsMediaOrganization", "name": "Orrin Mail"}
GRAPH = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "@id": "https://www.orrin-mail.example/#site", "name": "Orrin Mail"},
        {"@type": "Person", "@id": "#p1", "name": "Ada Nyman"},
        {"@type": "Person", "@id": "#p2", "name": "Bo Ek"},
        {"@type": "WebPage", "@id": URL, "isPartOf": {"@id": "https://www.orrin-mail.example/#site"}},
        {"@type": ["Article", "NewsArticle"], "headline": TITLE, "mainEntityOfPage": {"@id": URL}, "datePublished": "2019-03-11",
         "author": [{"@id": "#p1"}, {"@id": "#p2"}], "isPartOf": {"@id": "https://www.orrin-mail.example/#site"}},
    ],
}  # fmt: skip
LIVE = node(kind="LiveBlogPosting", liveBlogUpdate=[node("11:20: Second wall holds", "2019-04-02", kind="BlogPosting")])
FLAT_LIVE = [
    node(kind="LiveBlogPosting", url=URL, liveBlogUpdate=[{"@id": "#u1"}]),
    {**node("Second wall holds", "2019-04-02", kind="BlogPosting"), "@id": "#u1", "url": URL + "#u1"},
]
LIST = {
    "@type": "ItemList",
    "itemListElement": [{"@type": "ListItem", "item": other()}, {"@type": "ListItem", "item": other()}],
}


@pytest.mark.parametrize(
    ("head", "author", "outlet", "day"),
    [
        (CANONICAL + ld(node(author=ADA, publisher=ORRIN), other()), "Ada Nyman", "Orrin Mail", DAY),
        (CANONICAL + ld(other(), node(url=URL)), None, "orrin-mail.example", DAY),
        (CANONICAL + ld(other()) + ld(node(mainEntityOfPage={"@type": "WebPage", "@id": URL + "/?utm_source=x"})), None, "orrin-mail.example", DAY),
        (CANONICAL + ld(other()), None, "orrin-mail.example", None),
        (ld(other(), other("Third piece of news")), None, None, None),
        (CANONICAL + ld(node(author=[[ADA, "Bo Ek"], [{"@type": "Organization", "name": "Tarn Press"}]])), "Ada Nyman, Bo Ek, Tarn Press",
         "orrin-mail.example", DAY),
        (CANONICAL + ld(node(author=[{"@type": "Person", "name": ["Ada Nyman", "Bo Ek"]}])), "Ada Nyman, Bo Ek", "orrin-mail.example", DAY),
        (CANONICAL + ld(GRAPH), "Ada Nyman, Bo Ek", "Orrin Mail", DAY),
        (CANONICAL + ld(LIVE), None, "orrin-mail.example", DAY),
        (CANONICAL + ld(*FLAT_LIVE), None, "orrin-mail.example", DAY),
        (CANONICAL + ld(LIST), None, "orrin-mail.example", None),
        (CANONICAL + ld(LIST, node(author=[ADA, {"name": "Bo Ek"}])), "Ada Nyman, Bo Ek", "orrin-mail.example", DAY),
        (ld({"@type": "WebPage", "mainEntity": node(author="By Ada Nyman")}), "Ada Nyman", None, DAY),
        (ld(node(author=ADA), wrap="//<![CDATA[\n{}\n//]]>"), "Ada Nyman", None, DAY),
        (ld(node(author=ADA), wrap="/*<![CDATA[*/ {} /*]]>*/"), "Ada Nyman", None, DAY),
        (ld(node(author=ADA), wrap="<!-- {} -->"), "Ada Nyman", None, DAY),
        (f'<script type="application/ld+json">{json.dumps(node(author=ADA))[:-1]},}}</script>', "Ada Nyman", None, DAY),
        (f'<script type="application/ld+json">{json.dumps(node(author=ADA)).replace(chr(34), "&quot;")}</script>', "Ada Nyman", None, DAY),
        (ld(node(author=ADA), kind="application/LD+JSON; charset=utf-8"), "Ada Nyman", None, DAY),
        (ld({"@type": "schema:NewsArticle", "schema:headline": TITLE, "schema:datePublished": {"@value": "2019-03-11"},
             "schema:author": {"schema:name": "x", "name": "Ada Nyman"}}), "Ada Nyman", None, DAY),
        (ld(node(kind="JobPosting"), other()), None, None, None),
        (ld(node("Dam wall gives way above Orrin, hundreds flee", publisher=ORRIN, author={"@type": "Organization", "name": "Orrin Mail"})),
         None, "Orrin Mail", DAY),
        (ld(node(kind="BlogPosting"), node(author=ADA)), "Ada Nyman", None, DAY),
        (ld(node(url="https://www.orrin-mail.example/2018/a"), node(day="2019-04-02", url="https://www.orrin-mail.example/b")), None, None, None),
    ],
)  # fmt: skip
def test_json_ld_of_this_article_only(read, head, author, outlet, day):
    article = read(page(head, own()))
    assert article.title.startswith(TITLE)
    assert (article.author, article.outlet, article.published) == (author, outlet, day)


def test_metadata_of_another_article_are_said_to_be_unused(read):
    assert any("another article" in note and OTHER in note for note in read(page(CANONICAL + ld(other()), own())).notes)
    assert any("several articles" in note for note in read(page(ld(other(), other(url="x")), own())).notes)
    assert not any("article" in note for note in read(page(CANONICAL + ld(node(), other()), own())).notes)


@pytest.mark.parametrize("headline", ["Barragem rompe-se em Orrin", "Orrin: wat we weten", "水坝决堤"])
def test_a_node_at_the_pages_own_address_is_used_whatever_its_headline(read, headline):
    assert read(page(CANONICAL + ld(node(headline, url=URL + "#top")), own())).published == DAY


CARD = f'<h3><a href="/m">{OTHER}</a></h3><time class="entry-date published" datetime="2019-04-02">2 April</time>'
OWN_TIME = '<time class="entry-date published" datetime="2019-03-11T07:00:00+00:00">11 March</time>'


@pytest.mark.parametrize(
    "body",
    [
        own(before=f'<aside class="ticker">{CARD}</aside>', inside=OWN_TIME),
        own(before=f'<div class="breaking-news">{CARD}</div>', inside=OWN_TIME),
        own(before=f"<nav>{CARD}</nav>", inside=OWN_TIME),
        own(before=f"<header><ul><li>{CARD}</li></ul></header>", inside=OWN_TIME),
        own(before=f"<section><article>{CARD}</article><article>{CARD}</article></section>", inside=OWN_TIME),
        own(inside=f"{OWN_TIME}<div class='related-posts'>{CARD}</div>"),
        own(inside=f"<div class='c-card'>{CARD}</div>{OWN_TIME}"),
        own(inside=f"<article>{CARD}</article>{OWN_TIME}"),
        own(inside=f'{OWN_TIME}<time class="updated" datetime="2019-04-02">2 April</time>'),
        own(inside=f'<time class="updated" datetime="2019-04-02">2 April</time>{OWN_TIME}'),
        own(inside='<p>Updated: <time datetime="2019-04-02">2 April</time></p><p>Published: <time datetime="2019-03-11">11 March</time></p>'),
        own(inside='<div><span>Aktualisiert am</span> <time datetime="2019-04-02">2.4.</time></div><time datetime="2019-03-11">11.3.</time>'),
        own(inside='<div>Mis à jour le <time datetime="2019-04-02"></time></div><div>Publié le <time datetime="2019-03-11"></time></div>'),
        own(inside='<div>Обновлено <time datetime="2019-04-02"></time></div><div><time datetime="2019-03-11"></time></div>'),
        own(inside='<time itemprop="dateModified" datetime="2019-04-02"></time><time itemprop="datePublished" datetime="2019-03-11"></time>'),
        own(inside=OWN_TIME, after=f'<section id="comments"><article class="comment">{CARD}</article></section>'),
        own(inside=OWN_TIME, after=f"<footer>{CARD}</footer>"),
        f"<header>{HEADLINE}{OWN_TIME}</header><article>{TEXT}</article><section class='more'><article>{CARD}</article></section>",
        f"<div class='hero'>{HEADLINE}</div><main><article><p class='meta'>{OWN_TIME}</p>{TEXT}</article></main>",
        (f'<div class="h-entry"><h1 class="p-name">{TITLE}</h1><time class="dt-published" datetime="2019-03-11"></time>'
        f'<div class="e-content">{TEXT}</div></div><div class="h-entry"><time class="dt-published" datetime="2019-04-02"></time></div>'),
        (f'<div class="hentry"><h2 class="entry-title">{OTHER}</h2><abbr class="published" title="2019-04-02">x</abbr></div>'
        f'<div class="hentry"><h2 class="entry-title">{TITLE}</h2><abbr class="published" title="2019-03-11">x</abbr>{TEXT}</div>'),
        own(before="<h1 class='logo'>Orrin Mail</h1>", inside=OWN_TIME),
        own(inside='<footer class="entry-meta">Posted on <time class="entry-date" datetime="2019-03-11"></time></footer>'),
    ],
)  # fmt: skip
def test_the_time_tag_of_this_article_only(read, body):
    assert read(page("", body)).published == DAY


@pytest.mark.parametrize(
    "body",
    [
        own(after=f"<div class='related'>{CARD}</div>"),
        own(after=f"<div><div>{CARD}</div></div>"),
        own(inside=f"<div class='read-also'>{CARD}</div>"),
        own(inside='<time class="updated" datetime="2019-04-02">2 April</time>'),
        own(inside='<p>Last updated <time datetime="2019-04-02">2 April</time></p>'),
        own(inside='<p>更新：<time datetime="2019-04-02">4月2日</time></p>'),
        own(inside=f'<p>{"The wall was last looked at on "}<time datetime="2018-04-02">2 April 2018</time>{", the province said. " * 8}</p>'),
        f"<section><article>{CARD}{TEXT}</article><article>{CARD.replace('2019-04', '2019-05')}{TEXT}</article></section>",
        f"<div>{HEADLINE}{TEXT}</div><div><div>{CARD}</div></div>".replace("entry-date published", ""),
    ],
)  # fmt: skip
def test_no_time_tag_of_something_else(read, body):
    assert read(page("", body)).published is None


PERSON = '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Nyman</span></span>'
SCOPE = 'itemscope itemtype="https://schema.org/NewsArticle"'
FOREIGN = (
    f'<div {SCOPE}><a href="/m" itemprop="headline">{OTHER}</a><meta itemprop="datePublished" content="2019-04-02">'
    '<span itemprop="author">Wim Oster</span></div>'
)


@pytest.mark.parametrize(
    ("body", "author"),
    [
        (FOREIGN + f'<article {SCOPE}>{HEADLINE}<meta itemprop="datePublished" content="2019-03-11">{PERSON}{TEXT}</article>', "Ada Nyman"),
        (f'<article {SCOPE}>{HEADLINE}<meta itemprop="datePublished" content="2019-03-11">{PERSON}{TEXT}{FOREIGN}</article>', "Ada Nyman"),
        (f'<article {SCOPE}>{FOREIGN}{HEADLINE}<meta itemprop="datePublished" content="2019-03-11">{PERSON}{TEXT}</article>', "Ada Nyman"),
        (FOREIGN + f'<main>{HEADLINE}<meta itemprop="datePublished" content="2019-03-11">{TEXT}</main>', None),
        ((f'<div itemscope itemtype="https://schema.org/WebPage"><div {SCOPE}>{HEADLINE}<time itemprop="datePublished" datetime="2019-03-11">x</time>'
         f'{TEXT}</div>{FOREIGN}</div>'), None),
        ((f'<div vocab="https://schema.org/" typeof="NewsArticle"><h1 property="headline">{TITLE}</h1><span property="author" typeof="Person">'
         f'<span property="name">Ada Nyman</span></span><meta property="datePublished" content="2019-03-11">{TEXT}</div>'
         '<div typeof="NewsArticle"><span property="datePublished" content="2019-04-02"></span></div>'), "Ada Nyman"),
        (f'<div typeof="sioc:Item foaf:Document"><h1>{TITLE}</h1><span property="dc:date dc:created" content="2019-03-11T10:00:00+01:00"></span>{TEXT}</div>', None),
        ((f'<article {SCOPE}>{HEADLINE}<div itemprop="video" itemscope itemtype="https://schema.org/VideoObject"><meta itemprop="datePublished" '
         f'content="2019-04-02"></div><meta itemprop="datePublished" content="2019-03-11">{TEXT}</article>'), None),
        (own(inside=f'<a rel="author" href="/ada">Ada Nyman</a>{OWN_TIME}', before='<aside><a rel="author" href="/w">Wim Oster</a></aside>'), "Ada Nyman"),
        ((f'<div class="h-entry">{HEADLINE}<a class="p-author h-card" href="/ada">Ada Nyman</a><time class="dt-published" datetime="2019-03-11">x</time>'
         f'<div class="e-content">{TEXT}</div></div><div class="h-cite"><a class="p-author">Wim Oster</a></div>'), "Ada Nyman"),
        (own(inside=OWN_TIME, after='<div class="related"><span class="author">Wim Oster</span></div>'), None),
        (own(inside=f'<a rel="author" href="/a">admin</a>{OWN_TIME}'), None),
    ],
)  # fmt: skip
def test_attributes_of_this_articles_scope_only(read, body, author):
    article = read(page("", body))
    assert (article.published, article.author, article.title) == (DAY, author, TITLE)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Ada Nyman">', "Ada Nyman"),
        ('<meta name="citation_author" content="Ada Nyman"><meta name="citation_author" content="Bo Ek">', "Ada Nyman, Bo Ek"),
        ('<meta name="DC.creator" content="Ada Nyman">', "Ada Nyman"),
        ('<meta name="parsely-author" content="Ada Nyman">', "Ada Nyman"),
        ('<meta name="sailthru.author" content="Ada Nyman">', "Ada Nyman"),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Nyman">', "Ada Nyman"),
        ('<meta name="twitter:label1" content="Est. reading time"><meta name="twitter:data1" content="3 minutes">', None),
        ('<meta name="twitter:label2" content="Verfasst von"><meta name="twitter:data2" content="Ada Nyman">', "Ada Nyman"),
        ('<meta name="author" content="admin">', None),
        ('<meta property="article:author" content="https://www.facebook.com/orrin">', None),
        ('<meta name="author" content="Orrin Mail"><meta property="og:site_name" content="Orrin Mail">', None),
        (
            '<meta name="author" content="Tarn Press Agency"><meta property="og:site_name" content="Orrin Mail">',
            "Tarn Press Agency",
        ),
    ],
)
def test_authors_of_meta_tags(read, head, author):
    assert read(page(head, own())).author == author


def test_nodes_facts_yield_to_nothing_less_trusted(read):
    head = ld(node(day="2019-03-11")) + '<meta property="article:published_time" content="2019-03-12T01:00:00Z">'
    article = read(page(head, own()))
    assert article.published == DAY
    assert any("2019-03-12" in note for note in article.notes)


def test_a_page_of_many_nodes_and_deep_ones_is_read_quickly(read):
    deep = "[" * 50_000
    many = json.dumps([node(f"Piece of news number {n}", url=f"https://a.example/{n}") for n in range(3000)])
    start = time.process_time()
    article = read(
        page(
            f'{CANONICAL}<script type="application/ld+json">{deep}</script><script type="application/ld+json">{many}</script>',
            own(),
        )
    )
    assert article.published is None
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "inside",
    [
        "<p>On <time datetime='2012-03-04'>4 March 2012</time> the same wall had cracked.</p>",
        "<div>The wall of <time datetime='2012-03-04'>4 March 2012</time> was never mended by the province.</div>",
        "<figure><img src='w.jpg'><figcaption>The wall <time datetime='2012-03-04'>in 2012</time></figcaption></figure>",
        TEXT
        + "<blockquote><p>We are there.</p>Orrin Fire <a href='/t'><time datetime='2019-03-10'>10 March 2019</time></a></blockquote>",
    ],
)
def test_a_day_in_a_sentence_a_caption_or_a_post_is_none_of_publication(read, inside):
    assert read(page(CANONICAL, own(inside=inside))).published is None


@pytest.mark.parametrize(
    "inside",
    ["<p>Published on <time datetime='2019-03-11'>11 March 2019</time>.</p>", "<div><time datetime='2019-03-11'>11 March</time> at 10:00, Orrin</div>",
     "<p><time datetime='2019-03-11'>11 March</time> by Ada Nyman</p>"],
)  # fmt: skip
def test_a_day_with_a_label_or_a_by_line_is_that_of_publication(read, inside):
    assert read(page(CANONICAL, own(inside=inside))).published == DAY


def test_the_sites_name_among_the_titles_is_no_title(read):
    metas = '<meta property="og:title" content="Orrin Mail"><meta property="og:site_name" content="Orrin Mail">'
    assert read(page(CANONICAL + metas, own())).title == TITLE


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.recursive(
        st.none() | st.booleans() | st.text(max_size=20) | st.sampled_from([TITLE, URL, "NewsArticle", "2019-03-11"]),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "@type",
                        "@id",
                        "@graph",
                        "headline",
                        "author",
                        "name",
                        "url",
                        "mainEntity",
                        "datePublished",
                        "publisher",
                        "isPartOf",
                    ]
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=20,
    )
)
@example({"@type": ["Article"], "@id": []})
@example({"@type": "Article", "@id": {}, "author": {"@id": []}, "name": {"name": []}})
def test_any_json_ld_is_survived(tmp_path, value):
    path = tmp_path / "a.html"
    path.write_text(page(CANONICAL + ld(value), own()), encoding="utf-8")
    article = read_article(path)
    assert article.published in {None, DAY}
    assert article.url == URL
