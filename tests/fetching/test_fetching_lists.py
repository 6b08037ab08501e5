"""What is to be fetched: addresses, lists of them, feeds, told apart by content."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ConfigError
from summarizer.fetching import wanted_in
from summarizer.fetching.feeds import addresses_in

LIST = "# the ferry\r\n\r\nhttps://a.example/1\r\n  https://b.example/2\tthe Herald's\r\n<https://c.example/3>\r\nhttps://a.example/1\r\nnot an address\r\n"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/news/">
<link rel="self" href="/feed"/>
<entry><link rel="edit" href="/no"/><link rel="alternate" href="one"/><updated>2026-11-01T08:00:00Z</updated></entry>
<entry xml:base="sport/"><link href="two"/><published>2026-12-01T08:00:00+01:00</published></entry>
<entry><title>No link</title></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><link>https://a.example/</link>
</channel><item><link>https://a.example/1</link></item><item><link> https://a.example/2 </link></item></rdf:RDF>"""
RSS = """<rss><channel><link>https://a.example/</link><item><guid>https://a.example/by-guid</guid></item><item><link>/relative</link></item>
<item><guid isPermaLink="false">https://a.example/no</guid></item></channel></rss>"""


def addresses(*named, stdin=None, limit=None):
    return [one.address for one in wanted_in([str(one) for one in named], stdin, limit)]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_list_has_an_address_a_line_and_room_for_remarks(tmp_path, coding):
    file = tmp_path / "list.txt"
    file.write_bytes(LIST.encode(coding))
    assert addresses(file) == ["https://a.example/1", "https://b.example/2", "https://c.example/3", "not"]
    assert addresses("-", stdin=io.BytesIO(LIST.encode(coding))) == addresses(file)
    assert wanted_in([str(file)], None, None)[1].place == f"{file}, line 4"


def test_addresses_of_several_sources_are_wanted_once(tmp_path):
    file = tmp_path / "list.txt"
    file.write_text("https://a.example/1\n")
    assert addresses("https://a.example/1", file, "https://b.example/") == ["https://a.example/1", "https://b.example/"]


@pytest.mark.parametrize(
    ("feed", "expected"),
    [
        (ATOM, ["https://a.example/news/sport/two", "https://a.example/news/one"]),
        (RDF, ["https://a.example/1", "https://a.example/2"]),
        (RSS, ["https://a.example/by-guid", "https://a.example/relative"]),
        (
            json.dumps(
                {
                    "version": "https://jsonfeed.org/version/1",
                    "items": [
                        {"url": "https://a.example/1", "date_published": "2026-11-01T00:00:00Z"},
                        {"id": "https://a.example/2", "date_published": "2026-11-02T00:00:00Z"},
                        {"id": 3},
                        "no item",
                    ],
                }
            ),
            ["https://a.example/2", "https://a.example/1"],
        ),
    ],
    ids=["Atom", "RDF", "RSS", "JSON"],
)
def test_a_file_that_is_a_feed_is_known_whatever_its_name_is(tmp_path, feed, expected):
    file = tmp_path / "list.txt"
    file.write_text(feed)
    assert addresses(file) == expected
    assert addresses(file, limit=1) == expected[:1]


@pytest.mark.parametrize(
    "text", ["<html><item><link>https://a.example/</link></item></html>", "{}", '{"version": 1}', "https://a.example/", ""]
)
def test_what_is_no_feed_is_none(text):
    assert addresses_in(text.encode(), "") is None


def test_no_entity_of_a_feed_is_followed(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("https://secret.example/")
    feed = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss><item><link>https://a.example/&x;</link></item></rss>'
    assert "secret" not in "".join(addresses_in(feed.encode(), "") or ())


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<rss>", b"<feed>", b'{"version": "https://jsonfeed.org/version/1", "items": ']),
)
def test_any_bytes_are_a_feed_or_none(data, start):
    found = addresses_in(start + data, "https://a.example/")
    assert found is None or all(isinstance(one, str) for one in found)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("herald.example/a", "begins with https://"),
        ("missing", "is no file"),
        ("{folder}", "is no file"),
        ("{pdf}", "is no text"),
        ("{empty feed}", "names no addresses"),
    ],
)
def test_a_source_that_cannot_be_used_ends_the_command_before_anything_is_asked(tmp_path, name, reason):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\0\0")
    (tmp_path / "feed.xml").write_text("<rss><channel/></rss>")
    named = {"{folder}": tmp_path, "{pdf}": tmp_path / "a.pdf", "{empty feed}": tmp_path / "feed.xml"}.get(name, name)
    with pytest.raises(ConfigError, match=reason):
        addresses(named)


def test_a_list_without_end_is_refused():
    with pytest.raises(ConfigError, match="larger than 5 MB"):
        addresses("-", stdin=io.BytesIO(b"#" * 5_000_001))
    with pytest.raises(ConfigError, match="more than 10,000"):
        addresses("-", stdin=io.BytesIO(b"".join(b"https://a.example/%d\n" % number for number in range(10_001))))
