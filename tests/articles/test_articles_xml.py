"""Feeds, NITF and NewsML: each item an article with its facts; other XML is named; hostile XML is harmless."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.articles.formats import NotArticlesError, UndecodableError, drafts_of
from summarizer.terms import ZoneKind

FIRST = "At least 41 people were hurt when the tram Lilja left its rails in Norrhamn on Monday morning, the fire service said."
SECOND = "Nine of them were taken to the hospital of the town, and three were in a grave state there, a spokeswoman said later."
THIRD = "The tram company had been warned about the bend by its own drivers, two of them told the local radio station."
WHOLE = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
SPACES = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


def rss(*items, channel="<title>Norr Post</title><language>en-GB</language>", head='<?xml version="1.0" encoding="UTF-8"?>'):
    return f'{head}<rss version="2.0" {SPACES}><channel>{channel}{"".join(f"<item>{item}</item>" for item in items)}</channel></rss>'


@pytest.fixture
def read(tmp_path):
    def reader(content, name="a.xml"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_articles([path])

    return reader


def only(result):
    assert not result.failures
    assert len(result.articles) == 1
    return result.articles[0]


def test_each_item_of_a_feed_is_an_article_with_its_facts(read):
    full = f"<title>Tram &amp;amp; bus</title><link>https://n.example/a</link><dc:creator><![CDATA[Vera Holm]]></dc:creator><pubDate>Tue, 14 Jun 2022 08:00:00 +0200</pubDate><description>Short […]</description><content:encoded><![CDATA[{WHOLE}]]></content:encoded>"
    teaser = f"<title>Mayor</title><pubDate>Wed, 15 Jun 2022 08:00:00 +0200</pubDate><description><![CDATA[{SECOND} [&#8230;]]]></description>"
    result = read(rss(full, teaser))
    first, second = result.articles
    assert [article.path[-2:] for article in result.articles] == ["#1", "#2"]
    assert (first.title, first.outlet, first.author, first.url) == (
        "Tram & bus",
        "Norr Post",
        "Vera Holm",
        "https://n.example/a",
    )
    assert (str(first.published), first.published_time, first.published_basis) == ("2022-06-14", "08:00+02:00", "feed entry")
    assert first.text.splitlines()[:3] == [FIRST, SECOND, THIRD]
    assert (first.incomplete, second.incomplete) == (None, "the feed gives only a teaser")
    assert first.language == "en"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a", "a.json", "a.md"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_feed_is_told_by_its_content(read, name, charset):
    head = f'<?xml version="1.0" encoding="{charset.removesuffix("-sig")}"?>\n<!-- made by hand -->\n<?xml-stylesheet href="a.xsl"?>\n'
    article = only(read(rss(f"<title>T</title><description>{FIRST}</description>", head=head).encode(charset), name))
    assert article.text.strip() == FIRST


def test_a_feed_copied_out_of_a_browser(read):
    source = "This XML file does not appear to have any style information.\n" + rss(
        f"<title>T</title><description>{FIRST}</description>", head=""
    )
    assert only(read(source, "a.txt")).text.strip() == FIRST


def test_a_text_about_feeds_stays_a_text(read):
    text = f"<rss> is the tag of a feed, she said, and </rss> ends it; in between stands what is new.\n\n{FIRST}\n"
    assert "<rss> is the tag" in only(read(text, "a.txt")).text


def test_atom_with_xhtml_and_relative_addresses(read):
    source = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://n.example/x/"><title type="html">Norr &lt;b&gt;Post&lt;/b&gt;</title>
    <entry><title>T</title><link rel="enclosure" href="a.mp3"/><link href="a.html"/><updated>2022-06-15T09:00:00Z</updated><published>2022-06-14T09:00:00Z</published>
    <author><name>Vera Holm</name></author><author><name>Bo Ek</name></author><summary>Short.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{WHOLE}<p>1&#160;200 homes</p></div></content></entry></feed>"""
    article = only(read(source))
    assert (article.outlet, article.author, article.url, article.language) == (
        "Norr Post",
        "Vera Holm, Bo Ek",
        "https://n.example/x/a.html",
        "en",
    )
    assert (str(article.published), article.incomplete) == ("2022-06-14", None)
    assert "1\u00a0200 homes" in article.text or "1 200 homes" in article.text


def test_updated_alone_is_the_date_of_an_update(read):
    source = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><entry><title>T</title><updated>2022-06-15T09:00:00Z</updated><summary>{FIRST}</summary></entry></feed>'
    assert only(read(source)).published_basis == "feed entry (updated)"


def test_rss_1_and_the_source_of_an_item(read):
    source = f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" {SPACES}><channel><title>News RSS</title></channel><item rdf:about="x"><title>T</title><link>https://n.example/a</link><dc:date>2022-06-14</dc:date><description>{FIRST}</description></item></rdf:RDF>'
    article = only(read(source))
    assert (article.outlet, str(article.published)) == ("News", "2022-06-14")
    collected = (
        f'<title>Tram - Norr Post</title><source url="https://n.example">Norr Post</source><description>{FIRST}</description>'
    )
    article = only(read(rss(collected, channel='<title>"tram" - Google News</title>'), "b.xml"))
    assert (article.title, article.outlet) == ("Tram", "Norr Post")


@pytest.mark.parametrize(
    ("title", "link", "outlet"),
    [
        ("Norr Post - World news", "https://www.norrpost.example/world", "Norr Post"),
        ("World | The Norr Post", "https://norr-post.example/", "The Norr Post"),
        ("Norr Post", "https://np.example/", "Norr Post"),
        ("Norr Post RSS feed", "", "Norr Post"),
    ],
)
def test_the_name_of_a_feed_is_that_of_its_site(read, title, link, outlet):
    source = rss(f"<title>T</title><description>{FIRST}</description>", channel=f"<title>{title}</title><link>{link}</link>")
    assert only(read(source)).outlet == outlet


@pytest.mark.parametrize(
    ("text", "teaser"),
    [
        (FIRST, True),
        (f"{WHOLE}", False),
        (f"{WHOLE}<p><a href='#'>Weiterlesen »</a></p>", True),
        (f"{WHOLE} Continue reading Tram leaves rails", True),
        (f"{WHOLE} Lire la suite…", True),
        (f"{WHOLE} [&#8230;]", True),
        ("港务局星期三晚上说，电车在北港脱轨。", True),
    ],
)
def test_a_description_that_is_short_or_breaks_off_is_a_teaser(read, text, teaser):
    article = only(read(rss(f"<title>T</title><description><![CDATA[{text}]]></description>")))
    assert (article.incomplete == "the feed gives only a teaser") == teaser


def test_an_item_without_a_text_is_named_and_a_blogs_own_line_set_aside(read):
    note = "<p>The post <a href='x'>Tram</a> appeared first on <a>Norr Post</a>.</p>"
    result = read(
        rss(
            f"<title>T</title><content:encoded><![CDATA[{WHOLE}{note}]]></content:encoded>",
            "<title>Only a title</title><link>https://n.example/b</link>",
        )
    )
    assert [zone.kind for zone in result.articles[0].zones] == [ZoneKind.NOTE]
    assert "a.xml#2: has no text in the feed" in str(result.failures[0])
    listed = rss(
        "<title>Tram - Norr Post</title><source url='x'>Norr Post</source><description>&lt;a href='x'&gt;Tram&lt;/a&gt; Norr Post</description>"
    )
    assert "titles and links" in str(read(listed, "b.xml").failures[0])


def test_what_feeds_get_wrong_is_read_all_the_same(read):
    source = rss(
        f"<title>A & B</title><media:thumbnail url='x'/><description>{FIRST}&nbsp;\x0bAT&T</description>",
        channel="<title>N</title>",
    )
    article = only(read(source))
    assert article.title == "A & B"
    assert "AT&T" in article.text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (rss(f"<title>T</title><description>{FIRST}")[:-40], "broken XML"),
        ('<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><description>&b; x y</description></item></channel></rss>', "entities of its own"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><item><description>&x;</description></item></channel></rss>', "entities of its own"),
        ("<rss><channel><item><description>" + "<a>" * 50_000 + "</description></item></channel></rss>", "broken XML"),
        ("<rss><channel>" + "<item/>" * 600_000 + "</channel></rss>", "too long"),
        ('<?xml version="1.0"?><urlset><url><loc>https://n.example</loc></url></urlset>', "sitemap"),
        ('<?xml version="1.0"?><TEI><text><body><p>Some words here.</p></body></text></TEI>', "TEI"),
        ('<?xml version="1.0"?><article article-type="x" dtd-version="1.0"><front/><body><p>Some words.</p></body></article>', "JATS"),
        ('<?xml version="1.0"?><orders><order>Some words.</order></orders>', "orders"),
        ("<rss><channel><title>N</title></channel></rss>", "without items"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_so(read, source, reason):
    assert reason in str(read(source).failures[0])


def nitf(body=WHOLE, docdata='<date.issue norm="20220614T080000+0200"/>', head="", more=""):
    return f"""<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd"><nitf xml:lang="en"><head><title>slug</title><docdata>{docdata}</docdata>{head}</head>
    <body><body.head><hedline><hl1>Tram leaves rails</hl1><hl2>41 hurt</hl2></hedline><byline>By <person>Vera Holm</person><bytag>Writer</bytag></byline>
    <distributor>Norr Agency</distributor>{more}</body.head><body.content>{body}</body.content><body.end><tagline>vh</tagline></body.end></body></nitf>"""


@pytest.mark.parametrize("name", ["a.xml", "a.txt", "a"])
def test_nitf_gives_its_text_and_facts(read, name):
    media = "<media media-type='image'><media-caption><p>The tram in 2019, with 99 people.</p></media-caption><media-producer/></media>"
    article = only(read(nitf(f"<block>{WHOLE}{media}<hl2>Rescue</hl2><p>{SECOND}</p></block>"), name))
    assert (article.title, article.outlet, article.author) == ("Tram leaves rails", "Norr Agency", "Vera Holm")
    assert (str(article.published), article.published_basis) == ("2022-06-14", "NITF metadata")
    assert article.text.splitlines()[:4] == [FIRST, SECOND, THIRD, "Rescue"]
    assert "vh" not in article.text
    assert [article.text[z.start : z.end] for z in article.zones if z.kind is ZoneKind.NOTE] == [
        "The tram in 2019, with 99 people."
    ]


def test_nitf_fractions_stay_apart(read):
    fraction = "<p>About 1<frac><numer>1</numer><frac-sep/><denom>2</denom></frac> km away stood <num>12</num> more trams of the company.</p>"
    assert "About 1 1/2 km away stood 12 more" in only(read(nitf(fraction))).text


@pytest.mark.parametrize(
    ("docdata", "head", "day"),
    [
        ('<date.issue norm="20220614"/><date.release norm="20220613"/>', "", "2022-06-14"),
        ('<date.issue norm="20220614"/><date.release norm="20220616T0600"/>', "", "2022-06-16"),
        ('<date.issue norm="20220614"/>', '<pubdata name="Norr Post" date.publication="20220615"/>', "2022-06-15"),
        ('<date.release norm="2022-06-13"/><date.expire norm="20230101"/>', "", "2022-06-13"),
        ('<date.expire norm="20230101"/>', "", "None"),
    ],
)
def test_nitf_dates(read, docdata, head, day):
    assert str(only(read(nitf(docdata=docdata, head=head))).published) == day


def item(content, more="", meta=""):
    return f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:n"><name>Norr Agency</name></provider>{meta}</itemMeta><contentMeta><contentModified>2022-06-15T08:00:00Z</contentModified><contentCreated>2022-06-14T08:00:00Z</contentCreated><headline>Tram leaves rails</headline><by>By Vera Holm</by>{more}</contentMeta><contentSet>{content}</contentSet></newsItem>'


PAGE = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{WHOLE}</body></html></inlineXML>'


@pytest.mark.parametrize(
    "content",
    [
        PAGE,
        f'<inlineXML><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>{WHOLE}</body.content></body></nitf></inlineXML>',
        f"<inlineData>{FIRST}\n{SECOND}\n{THIRD}</inlineData>",
    ],
)
def test_newsml_g2_in_each_of_its_forms(read, content):
    article = only(read(item(content)))
    assert (article.title, article.outlet, article.author) == ("Tram leaves rails", "Norr Agency", "Vera Holm")
    assert (str(article.published), article.published_basis) == ("2022-06-14", "NewsML metadata")
    assert article.text.split("\n")[:3] == [FIRST, SECOND, THIRD]


def test_a_news_message_gives_its_texts_and_names_what_was_withdrawn(read):
    picture = '<newsItem><itemMeta><itemClass qcode="ninat:picture"/></itemMeta><contentMeta><headline>P</headline></contentMeta></newsItem>'
    gone = item(PAGE, meta='<pubStatus qcode="stat:canceled"/>')
    result = read(f"<newsMessage><itemSet>{item(PAGE)}{picture}{gone}</itemSet></newsMessage>")
    assert [article.path[-2:] for article in result.articles] == ["#1"]
    assert "withdrawn by its sender" in str(result.failures[0])


def test_newsml_1(read):
    source = f'<NewsML><NewsItem><NewsManagement><FirstCreated>20220614T080000+0200</FirstCreated><ThisRevisionCreated>20220616T080000+0200</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Tram</HeadLine><ByLine>Vera Holm</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Norr Agency"/></Provider></AdministrativeMetadata><ContentItem><DataContent><html><body>{WHOLE}</body></html></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>'
    article = only(read(source))
    assert (article.title, article.author, article.outlet, str(article.published)) == (
        "Tram",
        "Vera Holm",
        "Norr Agency",
        "2022-06-14",
    )


@pytest.mark.parametrize(
    "text",
    [
        f"<h1>Tram</h1>\n{WHOLE}",
        f"Tram\n\n<p>{FIRST}</p>\n<p>{SECOND}</p>\n",
        f"<div><b>Tram</b><br>{FIRST}<br><br>{SECOND}</div>",
        f"{FIRST}<br />\n{SECOND}<br />\n{THIRD}<br />\n",
    ],
)
def test_a_piece_of_a_page_in_a_text_file_is_read_as_html(read, text):
    article = only(read(text, "a.txt"))
    assert "<" not in article.text
    assert SECOND in article.text


@pytest.mark.parametrize(
    "text",
    [
        f"<p> is the tag of a paragraph, the teacher said.\n\n{FIRST}",
        f"He typed </p> and <h2> by hand on Monday.\n\n{FIRST}",
        f"a < b and c > d in <three> of {FIRST}",
    ],
)
def test_a_text_about_html_stays_a_text(read, text):
    assert only(read(text, "a.txt")).text.startswith(text[:20])


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<rss>",
                "</rss>",
                "<channel>",
                "<item>",
                "</item>",
                "<description>",
                "</description>",
                "&x;",
                "<![CDATA[",
                "]]>",
                "<!DOCTYPE a [",
                "<feed>",
                "<entry>",
                "<nitf>",
                "<newsItem>",
                "<?xml version='1.0'?>",
                "word word word",
                "<p>",
                "&nbsp;",
                "\x00",
            ]
        ),
        max_size=25,
    )
)
def test_no_arrangement_of_tags_breaks_the_reader(pieces):
    try:
        assert isinstance(drafts_of("".join(pieces).encode(), None), list)
    except (UndecodableError, NotArticlesError):
        return


@pytest.mark.parametrize(
    "sign", ["\x00", "\x01", "\x0b", "\x0c", "\x1f", "\x7f", "\x85", "\ufffe", "&#1;", "&#12;", "&#xFFFF;"]
)
def test_a_control_character_in_markup_costs_nothing_else(read, sign):
    body = f"<p>{FIRST}</p><p>{SECOND} a{sign}<b>12</b></p><p>{THIRD}</p>"
    for name, source in {
        "a.html": f"<html><body><article>{body}</article></body></html>",
        "a.txt": body,
        "a.xml": rss(f"<title>T</title><description><![CDATA[{body}]]></description>"),
    }.items():
        text = only(read(source, name)).text
        assert FIRST in text
        assert SECOND in text
        assert THIRD in text


def test_struck_words_and_raised_marks_of_an_item_stay_apart(read):
    told = "<p>At least <del>72</del> 27<sup>1</sup> were hurt on the 4<sup>th</sup>, in 10<sup>6</sup> homes.</p>"
    for number, source in enumerate(
        [
            rss(f"<title>T</title><content:encoded><![CDATA[{WHOLE}{told}]]></content:encoded>"),
            nitf(WHOLE + told),
            item(PAGE.replace("</body>", told + "</body>")),
        ]
    ):
        article = only(read(source, f"{number}.xml"))
        assert "At least 27 were hurt on the 4th, in 10⁶ homes." in article.text
        kinds = {article.text[zone.start : zone.end]: zone.kind for zone in article.zones}
        assert kinds["72"] is ZoneKind.WITHDRAWN
