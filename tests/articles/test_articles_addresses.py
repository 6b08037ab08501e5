"""Addresses and file names: the original out of a copy's, hosts that are no outlet, dates where nothing else is meant."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import read_article
from summarizer.articles.address_dates import month_of_name, month_of_url, stamp_of_name, stamp_of_url
from summarizer.articles.addresses import is_keepers_name, original_address, outlet_host, page_key

JUNE = dt.date(2015, 6, 3)
BODY = "The harbour master said that forty boats had been moved to the inner dock before the storm came in from the west."


@pytest.mark.parametrize(
    ("address", "original"),
    [
        ("https://web.archive.org/web/2023/orrin-mail.example/dam", "http://orrin-mail.example/dam"),
        (
            "https://web.archive.org/web/20230105120000if_/http:/orrin-mail.example/dam?id=3",
            "http://orrin-mail.example/dam?id=3",
        ),
        (
            "https://web.archive.org/web/20230105120000/https://web.archive.org/web/2021/https://a.example/b",
            "https://a.example/b",
        ),
        ("https://archive.today/newest/https://a.example/b", "https://a.example/b"),
        ("https://archive.is/?run=1&url=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("https://archief.example/2023/01/05/https://a.example/b", "https://a.example/b"),
        ("https://megalodon.jp/2021-0304-1234-56/https://a.example/b", "https://a.example/b"),
        ("https://keep.example/20190724002159/https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjK:https://a.example/b+&cd=1", "https://a.example/b"),
        ("https://a-example.translate.goog/b?_x_tr_sl=de&_x_tr_tl=en", "https://a.example/b"),
        ("https://translate.google.com/translate?hl=en&sl=de&u=https://a.example/b", "https://a.example/b"),
        (
            "https://a-example.cdn.ampproject.org/v/s/a.example/b.amp.html?amp_js_v=0.1",
            "https://a.example/b.amp.html?amp_js_v=0.1",
        ),
        ("https://www.google.com/amp/s/a.example/b", "https://a.example/b"),
        ("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("https://www-a-example.ezproxy.uni.example/b", "https://www.a.example/b"),
        ("https://login.ezproxy.uni.example/login?url=https://a.example/b", "https://a.example/b"),
        ("about:reader?url=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("view-source:https://a.example/b", "https://a.example/b"),
        ("https://12ft.io/proxy?q=https%3A%2F%2Fa.example%2Fb", "https://a.example/b"),
        ("https://a.example/b?url=https://c.example/d", None),
        ("https://a.example/b?ref=https://c.example/", None),
        ("https://a.example/web/2023/report.html", None),
        ("https://a.example/2015/06/03/b.example-case", None),
        ("https://www.msn.com/en-us/news/ar-AA1", None),
        ("https://[::1/b", None),
    ],
)
def test_the_original_out_of_a_copys_address(address, original):
    assert original_address(address) == (original or address)


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.a.example/b", "a.example"),
        ("https://m.a.example:8080/b", "m.a.example"),
        ("https://archive.a.example/b", "archive.a.example"),
        ("https://www.msn.com/b", "msn.com"),
        ("https://blog.google/b", "blog.google"),
        ("https://news.google.com/rss/articles/CB", None),
        ("https://feedproxy.google.com/~r/a/~3/b", None),
        ("http://feeds.feedburner.com/~r/a/b", None),
        ("https://archive.ph/AbC", None),
        ("https://d1.cloudfront.net/b", None),
        ("http://localhost/b", None),
        ("http://127.0.0.1:8000/b", None),
        ("file:///home/ada/b.html", None),
        ("https://drive.google.com/file/d/1", None),
        ("https://t.co/abc", None),
    ],
)
def test_the_host_that_names_an_outlet(address, host):
    assert outlet_host(address) == host


def test_names_of_keepers():
    assert all(
        map(is_keepers_name, ["archive.ph", "Archive.Today", "Wayback Machine", "Internet Archive", "Google News", "Pocket"])
    )
    assert not any(map(is_keepers_name, ["Orrin Mail", "orrin-mail.example", "The Archive of Orrin", "Pocket Times", ""]))


@pytest.mark.parametrize(
    "other",
    ["http://a.example/b", "https://www.a.example/b/", "https://m.a.example/b?utm_source=x", "https://a.example/b#top", "https://a.example/amp/b",
     "https://a.example/b/amp", "https://a.example/B.html", "https://web.archive.org/web/2023/https://a.example/b", "https://a.example/b.amp"],
)  # fmt: skip
def test_addresses_of_one_page(other):
    assert page_key(other) == page_key("https://a.example/b")


@pytest.mark.parametrize(
    "other", ["https://a.example/c", "https://b.example/b", "https://a.example/?id=1", "https://a.example/b.php?id=2"]
)
def test_addresses_of_other_pages(other):
    assert page_key(other) not in {
        page_key("https://a.example/b"),
        page_key("https://a.example/b.php?id=1"),
        page_key("https://a.example/?id=2"),
    }


@pytest.mark.parametrize(
    "path",
    ["2015/06/03/storm", "2015/06/03/", "2015/06/03", "2015/6/3/storm", "2015/jun/03/storm", "2015/juni/03/storm", "20150603/storm", "20150603-storm",
     "storm-20150603.html", "storm_20150603.php", "2015-06-03/storm", "2015-06-03-storm.html", "storm-2015-06-03", "2015.06.03/storm",
     "2015/06/03/5-things", "2015/06/03/17731", "20150603-5-dead", "archiv/2015/06/03/storm.html"],
)  # fmt: skip
def test_dates_of_addresses(path):
    assert stamp_of_url(f"https://a.example/{path}").date == JUNE


@pytest.mark.parametrize(
    ("path", "month"),
    [
        ("2015/06/3-things", "2015-06"), ("2015/06/13-workers-missing", "2015-06"), ("2015/06/17731", "2015-06"), ("2015/06/03.html", "2015-06"),
        ("2015-06/storm", "2015-06"), ("2015/june/storm", "2015-06"), ("storm-of-2015-06-03", None), ("storm-of-2015-06-03-remembered", None),
        ("2015-06-03-ten-years-on", None), ("jahrestag-2015-06-03", None), ("anniversaire-du-2015-06-03", None), ("storm-2015-06-03-and-after", None),
        ("a-20150603", None), ("page-20150603", None), ("news/20150603", None), ("id-20150603.html", None), ("19450603/storm", None),
        ("2052/06/03/storm", None), ("2015/06/03/x/2015/07/04/y", None), ("2015/13/03/x", None), ("03-06-2015/storm", None),
        ("storm?date=2015-06-03", None), ("storm#2015-06-03", None), ("201506031077343476-x", None),
    ],
)  # fmt: skip
def test_numbers_of_addresses_that_are_no_date(path, month):
    assert stamp_of_url(f"https://a.example/{path}") is None
    assert month_of_url(f"https://a.example/{path}") == month


def test_an_archives_date_is_not_the_pages():
    for address in (
        "https://archive.ph/2015/06/03/x",
        "https://web.archive.org/web/20150603/https://a.example/b",
        "https://k.example/2015/06/03/https://a.example/b",
    ):
        assert stamp_of_url(address) is None
    assert stamp_of_url("https://web.archive.org/web/20230105120000/https://a.example/2015/06/03/b").date == JUNE


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("2015-06-03_harbour-post_storm.txt", f"Storm wrecks market\n\n{BODY}\n", JUNE),
        ("2015-06-03_harbour-post_storm.txt", f"Ten years after the flood of 2005\n\n{BODY} In 2005 the dock was lost.\n", JUNE),
        ("2015-06-03_harbour-post_storm.txt", f"Storm wrecks market\n\n{BODY} A new dock is planned for 2016, and a second for 2020.\n", JUNE),
        ("2015-06-03_harbour-post_memorial-plans.txt", f"Plans for a wall\n\n{BODY} The wall stands for those who died in 1995.\n", JUNE),
        ("2015-06-03-storm-anniversary.txt", f"Harbour looks back\n\n{BODY}\n", None),
        ("2015-06-03_storm.txt", f"Five years on, the harbour looks back\n\n{BODY}\n", None),
        ("2015-06-03_sturm.txt", f"Fünf Jahre danach: Der Hafen erinnert sich\n\n{BODY}\n", None),
        ("2015-06-03_tempete.txt", f"Cinq ans après, le port se souvient\n\n{BODY}\n", None),
        ("2015-06-03_storm.txt", (f"The storm that changed the harbour\n\n{BODY} It broke on June 3, 2015, and the dock was lost. By 2019 it was built "
         "anew, and in 2021 the last boat came back.\n"), None),
        ("2015-06-03_storm.txt", f"A wall for the harbour\n\n{BODY} After the storm of June 3, 2015, a wall was asked for; it opened in 2021.\n", None),
        ("2015-06-03_storm.txt", f"Storm wrecks market\n\n{BODY} The storm of June 3, 2015, will be remembered until 2050.\n", JUNE),
        ("storm (2015-06-03 10_22_33).html.txt", f"Storm wrecks market\n\n{BODY}\n", None),
        ("scan_20150603_101112.txt", f"Storm wrecks market\n\n{BODY}\n", None),
        ("Screenshot 2015-06-03 at 10.20.30.txt", f"Storm wrecks market\n\n{BODY}\n", None),
        ("Снимок экрана 2015-06-03.txt", f"Storm wrecks market\n\n{BODY}\n", None),
        ("saved on 2015-06-03 storm.txt", f"Storm wrecks market\n\n{BODY}\n", None),
        ("harbour-saved-2015-06-03.txt", f"Harbour saved from storm\n\n{BODY}\n", JUNE),
        ("storm (2015-06-03).txt", f"Storm wrecks market\n\n{BODY}\n", JUNE),
    ],
)  # fmt: skip
def test_a_files_day_counts_unless_the_text_looks_back_on_it(tmp_path, name, text, day):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    article = read_article(path)
    assert article.published == day
    assert any("may be that of an event" in note for note in article.notes) == (day is None and name.startswith("2015"))


def test_a_date_line_outranks_a_files_name_and_says_so(tmp_path):
    path = tmp_path / "2001-09-11-anniversary.txt"
    path.write_text(f"The city looks back\n\nPosted on June 3, 2015\n\n{BODY}\n", encoding="utf-8")
    article = read_article(path)
    assert (article.published, article.published_basis) == (JUNE, "date line")


@given(
    st.text(max_size=200)
    | st.from_regex(r"https?://[a-z.]{1,20}/(web/\d{1,14}/)?(https?:/{1,2})?[a-z0-9/.?=&%:-]{0,60}", fullmatch=True)
)
def test_any_address_is_survived_and_an_original_is_its_own(address):
    original = original_address(address)
    assert original_address(original) == original
    stamp_of_url(address)
    month_of_url(address)
    page_key(address)
    outlet_host(address)
    stamp_of_name(address)
    month_of_name(address)


@pytest.mark.parametrize(
    "piece",
    ["/2015", "-2015-06-03", "a.", "/https:/", "https://", "%2f", "/web/2023/", "(2015-06-03 1", "\\", "2015", "=cache:"],
)
def test_long_addresses_take_no_long_time(piece):
    start = time.process_time()
    for address in (piece * 3000, "https://a.example/" + piece * 3000, "https://archive.org/?url=" + piece * 3000):
        original_address(address)
        stamp_of_url(address)
        month_of_url(address)
        page_key(address)
        stamp_of_name(address)
    assert time.process_time() - start < 3
