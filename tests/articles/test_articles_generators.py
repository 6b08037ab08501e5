"""Facts of pages as generators write them: one page a case, and what it gives."""

import datetime as dt
import json

import pytest

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


ADA = {"@type": "Person", "name": "Ada Nyman"}
LIVE = node(kind="LiveBlogPosting", liveBlogUpdate=[node("11:20: Second wall holds", "2019-04-02", kind="BlogPosting")])
PL, PO = '<time datetime="2019-03-11">11 March</time>', '<time datetime="2019-04-02">2 April</time>'
D, C = "2019-03-11", CANONICAL
RU, ZH, AR = "Плотина прорвана выше Оррина", "奥林大坝北墙垮塌", "انهيار جدار السد فوق أورين"


def case(name, content, **want):
    return pytest.param(content, want, id=name)


CASES = [
    case("ticker plain div", page(C, f'<div id="top-stories"><a href=/m>{OTHER}</a>{PO}</div>' + own(inside=PL)), date=D),
    case(
        "header latest",
        page(
            C,
            '<header class="site-header"><div class="x"><span class="date published">2 April 2019</span></div></header>'
            + own(inside=PL),
        ),
        date=D,
    ),
    case(
        "meta outside article",
        page(
            C,
            f'<main>{HEADLINE}<div class="meta">{PL}</div><div class=body>{TEXT}</div></main><section><article class=teaser>{PO}<h3>{OTHER}</h3></article></section>',
        ),
        date=D,
    ),
    case(
        "comments",
        page(
            C,
            own(
                inside=PL,
                after='<ol><li itemscope itemtype="http://schema.org/Comment"><time itemprop="dateCreated" datetime="2019-04-02">x</time></li></ol>',
            ),
        ),
        date=D,
    ),
    case("nested list", page(C + ld([[node(author=ADA)]]), own()), author="Ada Nyman", date=D),
    case(
        "full url type",
        page(C + ld(node(kind="https://schema.org/AnalysisNewsArticle", author=ADA)), own()),
        author="Ada Nyman",
        date=D,
    ),
    case("about other", page(C + ld(node(about=[other()])), own()), author=None, date=D),
    case(
        "site title only",
        page(C + ld(node(author=ADA)), f"<h1>Orrin Mail</h1><h2>{TITLE}</h2><div>{TEXT}</div>", title="Orrin Mail"),
        author="Ada Nyman",
        date=D,
    ),
    case(
        "site title only, other",
        page(
            C + ld(other()),
            f"<h1>Orrin Mail</h1><h2>{TITLE}</h2><div>{TEXT}</div><aside><h3><a>{OTHER}</a></h3></aside>",
            title="Orrin Mail",
        ),
        author=None,
        date=None,
    ),
    case("no titles", page(ld(node("Storm", author=ADA)), TEXT, title=""), author="Ada Nyman", date=D),
    case("truncated headline", page(ld(node("Dam wall gives way above…"), other()), own()), date=D),
    case("quotes", page(ld(node("‘Dam wall’ gives way above Orrin"), other()), own()), date=D),
    case(
        "front page canonical",
        page(
            '<link rel=canonical href="https://www.orrin-mail.example/"><meta property="og:url" content="'
            + URL
            + '">'
            + ld(node(url=URL), other()),
            own(),
        ),
        date=D,
        url=URL,
    ),
    case(
        "relative wayback canonical",
        page('<link rel=canonical href="/web/20230105123456/' + URL + '">', own()),
        url=URL,
        outlet="orrin-mail.example",
        date=None,
    ),
    case("protocol relative", page('<link rel=canonical href="//www.orrin-mail.example/news/dam-wall">', own()), url=URL),
    case("mail author", page(C + '<meta name=author content="desk@orrin-mail.example">', own()), author=None),
    case(
        "mail author2", page(C + '<meta name=author content="Ada Nyman (ada@orrin-mail.example)">', own()), author="Ada Nyman"
    ),
    case(
        "author+outlet",
        page(
            C + '<meta property="og:site_name" content="Orrin Mail"><meta name=author content="Ada Nyman, Orrin Mail">', own()
        ),
        author="Ada Nyman",
    ),
    case(
        "meta in card",
        page(
            C, own(inside=PL, before='<div class="related"><meta property="article:published_time" content="2019-04-02"></div>')
        ),
        date=D,
    ),
    case(
        "two published metas",
        page(
            C
            + '<meta property="article:published_time" content="2019-03-11"><meta property="article:published_time" content="2019-04-02">',
            own(),
        ),
        date=None,
    ),
    case(
        "infinite scroll",
        page(
            C + ld(node(url=URL)) + ld(other()), own(inside=PL) + f"<main><article><h1>{OTHER}</h1>{PO}{TEXT}</article></main>"
        ),
        date=D,
        title=TITLE,
    ),
    case(
        "infinite scroll no ld", page(C, own(inside=PL) + f"<article><h1>{OTHER}</h1>{PO}{TEXT}</article>"), date=D, title=TITLE
    ),
    case(
        "infinite scroll other first",
        page(C, f"<article><h1>{OTHER}</h1>{PO}{TEXT}</article>" + own(inside=PL)),
        date=D,
        title=TITLE,
    ),
    case(
        "ru",
        page(
            ld(
                node(RU, author={"name": "Анна Новак"}), node("Мэр ушёл в отставку", "2019-04-02", author={"name": "Вим Остер"})
            ),
            f"<article><h1>{RU}</h1>{TEXT}</article>",
            title=RU + " — Почта",
        ),
        date=D,
        author="Анна Новак",
        title=RU,
    ),
    case(
        "zh",
        page(ld(node("市长辞职", "2019-04-02"), node(ZH)), f"<article><h1>{ZH}</h1>{TEXT}</article>", title=ZH + "_奥林邮报"),
        date=D,
        title=ZH,
    ),
    case(
        "ar",
        page(ld(node("استقالة رئيس البلدية", "2019-04-02"), node(AR)), f"<article><h1>{AR}</h1>{TEXT}</article>", title=AR),
        date=D,
        title=AR,
    ),
    case(
        "same headline other url",
        page(C + ld(node(day="2019-04-02", url="https://www.orrin-mail.example/2/dam"), node(url=URL)), own()),
        date=D,
    ),
    case(
        "morning briefing series",
        page(
            ld(
                node("Morning briefing", "2019-04-02", url="https://a.example/1"),
                node("Morning briefing", url="https://a.example/2"),
            ),
            f"<article><h1>Morning briefing</h1>{TEXT}</article>",
            title="Morning briefing",
        ),
        date=None,
    ),
    case(
        "related single ld no url, page without canonical",
        page(ld(node(OTHER, "2019-04-02", author={"name": "Wim Oster"})), own()),
        date=None,
        author=None,
        title=TITLE,
    ),
    case(
        "seo headline single",
        page(C + ld(node("What we know about the Orrin dam collapse", author=ADA)), own()),
        date=D,
        author="Ada Nyman",
    ),
    case(
        "seo headline + related",
        page(C + ld(node("Orrin dam wall gives way: four villages cleared", author=ADA), other()), own()),
        date=D,
        author="Ada Nyman",
    ),
    case(
        "ld url relative",
        page(C + ld(node("Orrin: the latest", author=ADA, url="/news/dam-wall"), other()), own()),
        date=D,
        author="Ada Nyman",
    ),
    case("related as isBasedOn etc", page(C + ld(node(mentions=[other()], author=ADA)), own()), date=D, author="Ada Nyman"),
    case("author list strings", page(C + ld(node(author=["Ada Nyman", "Bo Ek"])), own()), author="Ada Nyman, Bo Ek"),
    case("author url string", page(C + ld(node(author="https://www.orrin-mail.example/ada")), own()), author=None),
    case("author id unresolved", page(C + ld(node(author={"@id": "https://x.example/#p"})), own()), author=None),
    case(
        "id in second block",
        page(
            C
            + ld(node(author={"@id": "#p"}, publisher={"@id": "#o"}))
            + ld(
                {"@type": "Person", "@id": "#p", "name": "Ada Nyman"},
                {"@type": "Organization", "@id": "#o", "name": "Orrin Mail"},
            ),
            own(),
        ),
        author="Ada Nyman",
        outlet="Orrin Mail",
    ),
    case(
        "amp cache",
        page(
            '<link rel=canonical href="https://orrin--mail-example.cdn.ampproject.org/c/s/orrin-mail.example/2019/03/11/dam">',
            own(),
        ),
        date=D,
        outlet="orrin-mail.example",
    ),
    case(
        "hostile: deep itemscope",
        page(
            C,
            '<div itemscope itemtype="x/NewsArticle">' * 300
            + HEADLINE
            + "<meta itemprop=datePublished content=2019-03-11>"
            + TEXT,
        ),
        date=D,
    ),
    case(
        "google news",
        page(
            '<link rel=canonical href="https://news.google.com/articles/x"><meta property="og:site_name" content="Google News">',
            own(),
        ),
        outlet=None,
    ),
    case(
        "wayback 2 level",
        page(f'<link rel=canonical href="https://web.archive.org/web/2023/https://archive.ph/2022.01.01-1/{URL}">', own()),
        outlet="orrin-mail.example",
    ),
    case(
        "time in sentence",
        page(
            C,
            own(
                inside='<p>It was the worst since <time datetime="1998-02-01">1 February 1998</time>, when the southern wall broke and eleven people died, the province said, and nobody wants that again in the valley.</p>'
            ),
        ),
        date=None,
    ),
    case(
        "byline para",
        page(
            C, own(inside='<p class="byline">By Ada Nyman, Orrin Mail · <time datetime="2019-03-11">11 March 2019</time></p>')
        ),
        date=D,
    ),
    case(
        "first pub + updated unmarked labelled",
        page(
            C,
            own(
                inside='<div><span>Published</span> <time datetime="2019-03-11">x</time></div><div><span>Last updated</span> <time datetime="2019-03-12">x</time></div>'
            ),
        ),
        date=D,
    ),
    case(
        "bbc like dl",
        page(C, own(inside='<dl><dt>Published</dt><dd><time datetime="2019-03-11T10:00:00Z">11 March</time></dd></dl>')),
        date=D,
    ),
    case(
        "wp block post date class",
        page(
            C,
            own(
                inside='<div class="wp-block-post-date"><time datetime="2019-03-11">x</time></div>',
                after='<div class="wp-block-query"><ul><li><div class="wp-block-post-date"><time datetime="2019-04-02">x</time></div></li></ul></div>',
            ),
        ),
        date=D,
    ),
    case(
        "elementor",
        page(
            C,
            f'<div data-elementor-type="single-post"><div class="elementor-widget elementor-widget-theme-post-title"><h1 class="elementor-heading-title">{TITLE}</h1></div><div class="elementor-widget elementor-widget-post-info"><ul class="elementor-inline-items elementor-icon-list-items"><li itemprop="datePublished"><span class="elementor-icon-list-text"><time>March 11, 2019</time></span></li></ul></div><div>{TEXT}</div></div><div class="elementor-posts"><article class="elementor-post"><time>April 2, 2019</time></article></div>',
        ),
        date=D,
    ),
    case(
        "drupal",
        page(
            C,
            f'<div class="node node-article" typeof="sioc:Item foaf:Document"><span property="dc:title" content="{TITLE}"></span><h1>{TITLE}</h1><span property="dc:date dc:created" content="2019-03-11T10:00:00+01:00" datatype="xsd:dateTime" rel="sioc:has_creator">Submitted by <span class="username" property="foaf:name">ada</span></span>{TEXT}</div>',
        ),
        date=D,
    ),
    case(
        "blogger",
        page(
            C,
            f'<div class="date-outer"><h2 class="date-header"><span>Monday, March 11, 2019</span></h2><div class="post hentry" itemscope itemtype="http://schema.org/BlogPosting"><h3 class="post-title entry-title" itemprop="name">{TITLE}</h3>{TEXT}<div class="post-footer"><span class="post-author vcard"><span class="fn" itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ada Nyman</span></span></span><abbr class="published" itemprop="datePublished" title="2019-03-11T08:00:00-07:00">8:00</abbr></div></div></div>',
        ),
        date=D,
        author="Ada Nyman",
    ),
    case(
        "side author before, divs only",
        page(
            C,
            f'<div class="side"><span class="author">By Wim Oster</span>{PO}</div><div class="content"><h1>{TITLE}</h1>{TEXT}</div>',
        ),
        author=None,
        date=None,
    ),
    case(
        "side author after, divs only",
        page(
            C,
            f'<div class="content"><h1>{TITLE}</h1>{PL}{TEXT}</div><div class="side"><span class="author">By Wim Oster</span>{PO}</div>',
        ),
        author=None,
        date=D,
    ),
    case("flat body", page(C, f'<h1>{TITLE}</h1><p class="author">By Ada Nyman</p><p>{PL}</p>{TEXT}'), author="Ada Nyman"),
    case(
        "wmtb",
        page(
            "",
            '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp-base"><input type="text" name="url" id="wmtbURL" value="'
            + URL
            + '" /><p>412 captures</p></div><!-- END WAYBACK TOOLBAR INSERT -->'
            + own(),
        ),
        url=URL,
        outlet="orrin-mail.example",
    ),
    case(
        "today bookmark",
        page(
            '<link rel="canonical" href="https://archive.ph/AbCdE"><link rel="bookmark" href="http://archive.today/20230105120000/'
            + URL
            + '"><meta property="og:site_name" content="archive.ph"><meta property="article:published_time" content="2023-01-05">',
            own(),
        ),
        url=URL,
        outlet="orrin-mail.example",
        date=None,
    ),
    case(
        "author of other in own main",
        page(
            C,
            f'<main><h1>{TITLE}</h1>{PL}{TEXT}<div class="x"><h3><a href="/m">{OTHER}</a></h3><a rel="author">Wim Oster</a></div></main>',
        ),
        author=None,
        date=D,
    ),
    case(
        "es updated",
        page(
            C,
            own(inside=f'<div class="fecha">Actualizado a las 10:00 <time datetime="2019-04-02">x</time></div><div>{PL}</div>'),
        ),
        date=D,
    ),
    case(
        "two entry dates in own",
        page(
            C,
            own(
                inside=f'<div class="zz"><h4><a href="/m">{OTHER}</a></h4><time class="entry-date" datetime="2019-04-02">x</time></div><time class="entry-date" datetime="{D}">x</time>'
            ),
        ),
        date=D,
    ),
    case(
        "pubdate attr ticker",
        page(
            C,
            '<div id="ticker"><time pubdate datetime="2019-04-02">x</time></div>'
            + own(inside=f'<time pubdate datetime="{D}">x</time>'),
        ),
        date=D,
    ),
    case("span date class", page(C, own(inside='<span class="published">11 March 2019</span>')), date=D),
    case(
        "og url other?",
        page('<meta property="og:url" content="' + URL + '">' + ld(other(), node(mainEntityOfPage=URL)), own()),
        date=D,
    ),
    case(
        "liveblog mixed",
        page(C + ld({"@graph": [LIVE, node("13:00: Army arrives", "2019-04-02", kind="BlogPosting", url=URL + "#13")]}), own()),
        date=D,
    ),
    case(
        "ld comment list",
        page(
            C
            + ld(node(comment=[{"@type": "Comment", "author": {"name": "Troll"}, "datePublished": "2019-04-02"}], author=ADA)),
            own(),
        ),
        author="Ada Nyman",
        date=D,
    ),
    case("ld hasPart", page(C + ld(node(hasPart=[other()], author=ADA)), own()), author="Ada Nyman", date=D),
    case(
        "ld webpage only date",
        page(
            C
            + ld(
                {
                    "@type": "WebPage",
                    "@id": URL,
                    "url": URL,
                    "name": TITLE,
                    "datePublished": "2019-03-11",
                    "author": {"name": "Ada Nyman"},
                }
            ),
            own(),
        ),
        author="Ada Nyman",
        date=D,
    ),
    case(
        "ld product+article",
        page(C + ld({"@type": "Product", "name": "Boots", "datePublished": "2019-04-02"}, node()), own()),
        date=D,
    ),
    case(
        "ld ampersand headline",
        page(
            ld(node("Dam wall gives way above Orrin &amp; Tarn"), other()),
            f"<article><h1>Dam wall gives way above Orrin &amp; Tarn</h1>{TEXT}</article>",
            title="Dam wall gives way above Orrin &amp; Tarn",
        ),
        date=D,
    ),
    case("uppercase title", page(ld(node(TITLE.upper()), other()), own()), date=D),
    case(
        "hindi",
        page(
            ld(node("ऑरिन बांध की दीवार टूटी"), node("मेयर का इस्तीफा", "2019-04-02")),
            f"<article><h1>ऑरिन बांध की दीवार टूटी</h1>{TEXT}</article>",
            title="ऑरिन बांध की दीवार टूटी | ऑरिन मेल",
        ),
        date=D,
    ),
    case(
        "he",
        page(
            ld(node("ראש העיר התפטר", "2019-04-02"), node("קיר הסכר נפרץ מעל אורין")),
            f"<article><h1>קיר הסכר נפרץ מעל אורין</h1>{TEXT}</article>",
            title="קיר הסכר נפרץ מעל אורין",
        ),
        date=D,
    ),
    case(
        "translated h1 by translate.goog",
        page(
            '<link rel=canonical href="https://www-orrin--mail-example.translate.goog/news/dam-wall?_x_tr_sl=nl">'
            + ld(node("Damwand breekt boven Orrin", url=URL), other()),
            own(),
        ),
        date=D,
        url=URL,
    ),
    case(
        "outlet from ld publisher keeper",
        page(C + ld(node(publisher={"name": "archive.ph"})), own()),
        outlet="orrin-mail.example",
    ),
    case(
        "feedly outlet",
        page('<meta property="og:site_name" content="Feedly"><link rel=canonical href="https://feedly.com/i/entry/x">', own()),
        outlet=None,
    ),
    case("month url note", page('<link rel=canonical href="https://a.example/2019/03/dam">', own()), date=None),
    case(
        "url slug tsunami",
        page(
            '<link rel=canonical href="https://a.example/tsunami-2004-12-26">',
            f"<article><h1>The wave of 2004</h1>{TEXT}<p>It came on December 26, 2004, and nobody was warned. In 2014 a wall was built, and in 2019 it was raised.</p></article>",
            title="The wave of 2004",
        ),
        date=None,
    ),
]


@pytest.mark.parametrize(("content", "want"), CASES)
def test_what_a_page_gives(tmp_path, content, want):
    path = tmp_path / "a.html"
    path.write_text(content, encoding="utf-8")
    article = read_article(path)
    told = {"title": article.title, "outlet": article.outlet, "author": article.author, "url": article.url}
    told["date"] = article.published.isoformat() if article.published else None
    assert {name: told[name] for name in want} == want
    assert "captures" not in article.text
