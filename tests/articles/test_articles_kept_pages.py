"""Copies kept by archives, caches, browsers and readers: the page's own address and outlet, never the day of saving."""

import datetime as dt
import time

import pytest

from summarizer.articles import read_article, read_articles
from summarizer.articles.formats.html.kept_pages import original_address, without_toolbars
from summarizer.articles.zoning.zones import running_text
from summarizer.terms import ZoneKind

TITLE = "Dam wall gives way above Orrin"
TEXT = (
    "<p>Four villages below the Orrin dam were cleared on Monday night after its northern wall gave way, the province said.</p>"
    "<p>Two engineers were still missing in the morning, and the water was falling slowly, a spokeswoman told reporters there.</p>"
)
URL = "https://www.orrin-mail.example/news/dam-wall"
HOST = "orrin-mail.example"
WEB = "https://web.archive.org/web/20230105120000"
BODY = f"<main><article><h1>{TITLE}</h1>{TEXT}</article></main>"


def page(head="", before="", after="", html="<html lang='en'>", first=""):
    return f"<!DOCTYPE html>{html}{first}<head><meta charset='utf-8'><title>{TITLE}</title>{head}</head><body>{before}{BODY}{after}</body></html>"


@pytest.fixture
def read(tmp_path):
    def reader(content, name="a.html"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return read_article(path)

    return reader


TODAY = (
    '<link rel="canonical" href="https://archive.ph/2023.01.05-120000/{0}"><meta property="og:site_name" content="archive.ph">'
    '<meta property="article:published_time" content="2023-01-05T12:00:00Z"><meta property="article:author" content="archive.is">'
)
TODAY_HEADER = (
    '<div id="HEADER"><table><tr><td>archive.today<br>webpage capture</td><td>Saved from <input type="text" name="q" value="{0}"> 5 Jan 2023 12:00:00 UTC'
    '</td></tr></table></div><div id="DIVSHARE"></div><div id="CONTENT">'
)


@pytest.mark.parametrize(
    "content",
    [
        page(f'<link rel="canonical" href="{WEB}/{URL}">'),
        page(f'<link rel="canonical" href="{WEB}id_/{URL}"><meta property="og:url" content="{WEB}/{URL}">'),
        page(f'<meta property="og:url" content="{WEB}/{URL}?utm_source=x#top">'),
        page(f'<script>__wm.wombat("{URL}","20230105120000","https://web.archive.org/","web","/_static/","1672920000");</script>'),
        page(f'<script>wbinfo.url = "{URL}"; wbinfo.timestamp = "20230105120000";</script>'),
        page('<link rel="canonical" href="/news/dam-wall">' + f'<script>__wm.wombat("{URL}","20230105120000");</script>'),
        page(TODAY.format(URL), TODAY_HEADER.format(URL), "</div>"),
        page('<link rel="canonical" href="https://archive.ph/AbCdE">', TODAY_HEADER.format(URL), "</div>"),
        page(first=f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Thu Jan 05 2023 13:00:00 GMT+0100 (CET)\n-->"),
        page(first=f"<!-- saved from url=({len(URL):04}){URL} -->"),
        page(first=f"<!-- Saved from {URL} at 2023-01-05T12:00:00Z using monolith v2.7.0 -->"),
        page(after=f"<!-- Mirrored from {URL.removeprefix('https://')} by HTTrack Website Copier/3.x [XR&CO'2014], Thu, 05 Jan 2023 12:00:00 GMT -->"),
        page(html=f'<html lang="en" data-scrapbook-source="{URL}" data-scrapbook-create="20230105120000000">'),
        page(f'<meta name="savepage-url" content="{URL}"><meta name="savepage-date" content="Thu Jan 05 2023 13:00:00 GMT+0100">'),
        page(f'<base href="{URL}">', f'<div style="position:relative">This is Google\'s cache of <a href="{URL}">{URL}</a>. It is a snapshot of the page '
             'as it appeared on 5 Jan 2023 12:00:00 GMT. The current page could have changed in the meantime.</div>'),
        page(f'<base href="{URL}">', f'<!-- Banner:Start --><div>You have reached the cached page for <a href="{URL}">{URL}</a>. Below is a snapshot of the '
             'Web page as it appeared on 5 January 2023 (the last time our crawler visited it).</div><!-- Banner:End -->'
             f'<p><a href="https://cc.bingj.com/cache.aspx?d=1">cc.bingj.com</a></p>'),
        page('<link rel="canonical" href="https://www-orrin--mail-example.translate.goog/news/dam-wall?_x_tr_sl=nl&_x_tr_tl=en">'),
        page('<link rel="canonical" href="https://orrin--mail-example.cdn.ampproject.org/c/s/www.orrin-mail.example/news/dam-wall">'),
        page(f'<link rel="canonical" href="https://www.google.com/url?q={URL}&sa=D">'),
        page('<link rel="canonical" href="https://getpocket.com/read/123">', before=f'<a href="{URL}">View Original</a>'),
        page('<link rel="canonical" href="https://feedly.com/i/entry/abc">', before=f'<a href="{URL}">Visit Website</a>'),
        page(before=f'<div><a class="domain reader-domain" href="{URL}">orrin-mail.example</a></div>'),
        page(f'<link rel="canonical" href="https://wr.perma-archives.org/public/ab12/20230105120000mp_/{URL}">'),
        page(f'<link rel="canonical" href="https://webarchive.nationalarchives.gov.uk/ukgwa/20230105120000/{URL}">'),
    ],
)  # fmt: skip
def test_the_original_address_and_outlet_of_a_copy(read, content):
    article = read(content)
    assert article.url.partition("?")[0].partition("://")[2] == URL.partition("://")[2]
    assert (article.outlet, article.published, article.author) == (HOST, None, None)
    assert not any(word in article.text.lower() for word in ("saved from", "snapshot", "cache", "capture", "archive"))


@pytest.mark.parametrize("address", ["https://archive.ph/AbCdE", "https://perma.cc/AB12-CD34", "https://news.google.com/articles/CBMi",
                                     "https://d111abc.cloudfront.net/2023/01/05/x", "https://archive.ph/2023/01/05/x"])  # fmt: skip
def test_a_keepers_own_address_gives_neither_outlet_nor_date(read, address):
    article = read(page(f'<link rel="canonical" href="{address}">'))
    assert (article.outlet, article.published, article.url) == (None, None, address)


def test_the_pages_own_dates_and_names_stay_in_a_wayback_copy(read):
    head = (
        f'<link rel="canonical" href="{WEB}/{URL}"><meta property="og:site_name" content="Orrin Mail">'
        '<meta property="article:published_time" content="2019-03-11T07:00:00Z"><meta name="author" content="Ada Nyman">'
    )
    article = read(
        page(
            head,
            after="<!-- FILE ARCHIVED ON 12:00:00 Jan 05, 2023 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 10:00:00 May 06, 2024. -->",
        )
    )
    assert (article.outlet, article.author, article.published) == ("Orrin Mail", "Ada Nyman", dt.date(2019, 3, 11))


@pytest.mark.parametrize(
    "bar",
    [
        "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div><p>{}</p></div><!-- END WAYBACK TOOLBAR INSERT -->",
        '<div id="wm-ipp-base" lang="en"><p>{}</p></div>',
        '<div id="wm-ipp"><div><p>{}</p></div></div>',
        '<div id="donato"><p>{}</p></div>',
        '<div id="_wb_plain_banner"><p>{}</p></div>',
        '<div id="bN015htcoyT__google-cache-hdr"><p>{}</p></div>',
        "<sf-infobar><p>{}</p></sf-infobar>",
        '<div data-scrapbook-elem="infobar"><p>{}</p></div>',
    ],
)  # fmt: skip
def test_a_keepers_bar_is_no_text(read, bar):
    line = "412 captures of this page were collected between 4 March 2019 and 5 January 2023 by a crawl of news sites, it says."
    assert "captures" not in read(page(before=bar.format(line))).text


def test_the_time_of_saving_in_a_files_name_is_no_date(read):
    saved = page(first=f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Thu Jan 05 2023 13:00:00 GMT+0100\n-->")
    article = read(saved, "Dam wall gives way 2023-01-05.html")
    assert article.published is None
    assert any("2023-01-05" in note and "saved" in note for note in article.notes)
    assert read(page(), "Dam wall gives way (2023-01-05 12_00_00).html").published is None
    assert read(page(), "2019-03-11_orrin-mail_dam.html").published == dt.date(2019, 3, 11)


def test_equal_texts_of_two_outlets_in_one_archive_are_two_articles(tmp_path):
    for name, host in (("a", "orrin-mail"), ("b", "tarn-times")):
        (tmp_path / f"{name}.html").write_text(
            page(f'<link rel="canonical" href="{WEB}/https://www.{host}.example/dam">'), encoding="utf-8"
        )
        (tmp_path / f"{name}.txt").write_text(
            f"Source: https://www.{host}.example/dam2\n\n{TEXT.replace('<p>', '').replace('</p>', '')}\n", encoding="utf-8"
        )
    result = read_articles([tmp_path])
    assert sorted(article.outlet for article in result.articles) == [
        "orrin-mail.example",
        "orrin-mail.example",
        "tarn-times.example",
        "tarn-times.example",
    ]
    assert not result.failures


@pytest.mark.parametrize(
    ("top", "outlet", "url"),
    [
        (f"Source: {URL}\n\n", HOST, URL),
        (f"Source: {WEB}/{URL}\n\n", HOST, URL),
        (f"---\nsource: {URL}\n---\n", HOST, URL),
        (f"---\noutlet: Orrin Mail\nurl: {WEB}/{URL}\n---\n", "Orrin Mail", URL),
        ("---\noutlet: archive.today\nurl: https://archive.ph/AbCdE\n---\n", None, "https://archive.ph/AbCdE"),
        (f"---\nurl: https://archive.ph/AbCdE\nsource: {URL}\n---\n", HOST, URL),
        (f"---\nsite: Wayback Machine\nlink: {WEB}/{URL}\n---\n", HOST, URL),
    ],
)
def test_an_address_named_as_source_is_the_address(read, top, outlet, url):
    article = read(top + TEXT.replace("<p>", "").replace("</p>", "\n\n"), "a.txt")
    assert (article.outlet, article.url) == (outlet, url)


def test_an_insert_that_never_ends_stays():
    assert without_toolbars("a<!-- BEGIN WAYBACK TOOLBAR INSERT -->b") == "a<!-- BEGIN WAYBACK TOOLBAR INSERT -->b"


def test_the_address_out_of_a_value_or_a_source():
    assert original_address(f"{WEB}/{URL}") == URL
    assert original_address(page(first=f"<!-- saved from url=(0042){URL} -->")) == URL
    assert original_address(page()) is None
    assert original_address("cid:frame-1@mhtml.blink") is None


PLAIN = TEXT.replace("<p>", "").replace("</p>", "\n\n")
BAR = "Go DEC JAN FEB\n05\n2021 2023 2024\n412 captures\n04 Mar 2019 - 05 Jan 2023\nAbout this capture\n"


@pytest.mark.parametrize(
    ("top", "end", "day"),
    [
        (f"The Wayback Machine - {WEB}/{URL}\n\n{TITLE}\n\n11 March 2019\n\n", "", dt.date(2019, 3, 11)),
        (f"{URL} {BAR}\n{TITLE}\n\n", "", None),
        (f"{URL}\n{BAR}\n{TITLE}\n\n", "", None),
        (f"{WEB}/{URL}\n\n{TITLE}\n\n", "", None),
        (
            f"This is Google's cache of {URL}. It is a snapshot of the page as it appeared on 5 Jan 2023 12:00:00 GMT.\n\n{TITLE}\n\n",
            "",
            None,
        ),
        (
            f"archive.today\nwebpage capture\nSaved from {URL}\n5 Jan 2023 12:00:00 UTC\nAll snapshots from host {HOST}\n\n{TITLE}\n\n",
            "",
            None,
        ),
        (f"Clipped from: {URL}\n\n{TITLE}\n\n", "", None),
        (f"Retrieved from {URL} on 5 January 2023\n\n{TITLE}\n\n", "", None),
        (f"Archiviert von {URL}\n\n{TITLE}\n\n", "", None),
        (f"Quelle: {URL}\n\n{TITLE}\n\n", "", None),
        (f"Источник: {URL}\n\n{TITLE}\n\n", "", None),
        (f"来源：{URL}\n\n{TITLE}\n\n", "", None),
        (f"{TITLE}\n\n", f"Source: {URL}\n", None),
        (f"{TITLE}\n\n", f"{URL} 1/5/2023\n", None),
    ],
)
def test_a_keepers_lines_in_a_text_give_the_address_and_are_no_text(read, top, end, day):
    article = read(top + PLAIN + end, "a.txt")
    assert (article.title, article.outlet, article.url, article.published) == (TITLE, HOST, URL, day)
    own = running_text(article.text, article.zones)
    assert own.removeprefix(TITLE).strip() == PLAIN.strip()


@pytest.mark.parametrize(
    "line",
    ["The video was saved from https://www.orrin-mail.example/v before it was taken down, the police said.", "Photo: https://www.orrin-mail.example/p",
     "412 captures were made by the patrol on Monday.", "Source: Orrin Mail", "05"],
)  # fmt: skip
def test_lines_like_a_keepers_stay_what_they_are(read, line):
    article = read(f"{TITLE}\n\n{line}\n\n{PLAIN}", "a.txt")
    assert article.url is None
    assert article.title == TITLE


@pytest.mark.parametrize(
    "line",
    ["Accessed: 2023-01-05", "Retrieved on January 5, 2023 at 10:00", "Archived from the original on 5 January 2023", "Print date: 05 Jan 2023",
     "Captured on 5 January 2023 12:00 UTC", "Zuletzt abgerufen am 5. Januar 2023", "Consulté le 5 janvier 2023", "Guardado el 5 de enero de 2023",
     "Acesso em 5 de janeiro de 2023", "Дата обращения: 5 января 2023", "Pobrano 5 stycznia 2023", "Erişim tarihi: 5 Ocak 2023",
     "2023年1月5日閲覧", "访问日期：2023年1月5日", "접속일: 2023년 1월 5일", "تاريخ الوصول: 5 يناير 2023"],
)  # fmt: skip
def test_the_day_on_which_a_copy_was_made_is_no_date_of_publication(read, line):
    below, above = read(f"{TITLE}\n{line}\n\n{PLAIN}", "a.txt"), read(f"{line}\n\n{TITLE}\n\n{PLAIN}", "b.txt")
    assert [(a.title, a.published) for a in (below, above)] == [(TITLE, None)] * 2
    assert line not in running_text(below.text, below.zones) + running_text(above.text, above.zones)


def test_the_date_of_publication_stands_beside_the_day_of_saving(read):
    article = read(f"{TITLE}\nSaved: 5 January 2023\nPublished: 11 March 2019\n\n{PLAIN}", "a.txt")
    assert article.published == dt.date(2019, 3, 11)


@pytest.mark.parametrize(
    "line", ["Retrieved alive on 5 January 2023", "Saved by the crew of a tug, 5 January 2023", "Harbour, 5 January 2023"]
)
def test_a_line_that_says_more_than_a_day_of_saving_is_left_alone(read, line):
    article = read(f"{TITLE}\n\n{line}\n\n{PLAIN}", "a.txt")
    assert not [zone for zone in article.zones if zone.kind is ZoneKind.NAVIGATION]


def test_an_archived_address_beside_the_original_one_is_no_title(read):
    article = read(f"Original: {URL}\nArchived: {WEB}/{URL}\n\n{TITLE}\n\n{PLAIN}", "a.txt")
    assert (article.title, article.url, article.published) == (TITLE, URL, None)


@pytest.mark.parametrize("value", [f"Orrin Mail ({URL})", f"Orrin Mail, {URL}", f"[Orrin Mail]({URL})", f"Orrin Mail – {URL}"])
def test_an_outlet_beside_its_address(read, value):
    article = read(f"{TITLE}\nSource: {value}\n\n{PLAIN}", "a.txt")
    assert (article.outlet, article.url) == ("Orrin Mail", URL)


def test_a_source_of_figures_below_a_text_is_not_its_address(read):
    article = read(f"{TITLE}\n\n{PLAIN}Source: https://www.tarn-statistics.example/data/floods\n", "a.txt")
    assert (article.url, article.outlet) == (None, None)


def test_a_page_full_of_keepers_marks_is_read_quickly(read):
    start = time.process_time()
    for piece in (
        "<!-- saved from url=(",
        "<!-- Mirrored from a",
        "__wm.wombat('",
        "<html data-scrapbook-source=",
        "saved date: ",
        "Saved from ",
    ):
        read(page(after=piece * 2000))
        read(f"{piece * 2000}\n{PLAIN}", "a.txt")
    assert time.process_time() - start < 8


@pytest.mark.parametrize("name", ["URL", "Link", "Source"])
def test_an_address_that_ends_in_the_title_is_read(read, name):
    url = "https://www.orrin-mail.example/2019/03/11/dam-wall-gives-way-above-orrin/"
    article = read(f"{TITLE}\n{name}: {url}\n\n{PLAIN}", "a.txt")
    assert (article.title, article.url, article.outlet, article.published) == (TITLE, url, HOST, dt.date(2019, 3, 11))
