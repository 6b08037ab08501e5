"""Pages from a real server: what is kept, what is refused and why, and how a guest behaves."""

from __future__ import annotations

import dataclasses
import gzip
import json
import os
import re
import time
import zlib

import pytest
from fetching.page_server import PAGE, drips, drips_body, endless, resets, sends

from summarizer.errors import ConfigError
from summarizer.fetched_pages import NAME, pages_in, written
from summarizer.fetching import Asker, Limits, Wishes, asking, network
from summarizer.fetching.asking import Answer
from summarizer.fetching.robots import rules_in
from summarizer.fetching.web_addresses import address_of

pytestmark = pytest.mark.block_network(allowed_hosts=["127.0.0.1"])


def listed(folder):
    return pages_in((folder / "pages" / NAME).read_bytes())


def test_the_bytes_are_kept_as_they_came_and_the_list_says_where_from(site, get, tmp_path):
    odd = PAGE.replace(b"Tarn", "Tärn".encode("latin-1")) + b"\r\n\x00\xff"
    site.answers["/2026/ferry-sinks.html"] = (200, {"ETag": '"a1"', "Content-Type": "text/html; charset=ISO-8859-1"}, odd)
    (page,) = get(site.at("/2026/ferry-sinks.html#top"))
    assert page.is_new
    assert page.file.read_bytes() == odd
    assert page.file.name.startswith("127-0-0-1-2026-ferry-sinks-")
    (entry,) = listed(tmp_path).values()
    assert (entry.file, entry.asked, entry.status) == (page.file.name, site.at("/2026/ferry-sinks.html"), 200)
    assert (entry.etag, entry.charset) == ('"a1"', "ISO-8859-1")


@pytest.mark.parametrize(
    ("headers", "packed"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)),
        ({"Content-Encoding": "deflate"}, zlib.compress(PAGE)[2:-4]),
        ({"Content-Encoding": "identity"}, PAGE),
    ],
    ids=["gzip", "deflate", "bare deflate", "identity"],
)
def test_compression_is_undone(site, get, headers, packed):
    site.answers["/a"] = (200, headers, packed)
    (page,) = get(site.at("/a"))
    assert page.file.read_bytes() == PAGE


REFUSALS = {
    "not found": ((404, {}, b""), "is not there (404)"),
    "gone": ((410, {}, b""), "gone for good (410)"),
    "busy": ((429, {}, b""), "too often (429)"),
    "busy for long": ((429, {"Retry-After": "9999"}, b""), "come back in 9999 s"),
    "login": ((403, {}, b""), "save the page"),
    "broken": ((500, {}, b""), "an error of the server (500)"),
    "a picture": ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "no page but image/png"),
    "a film": ((200, {"Content-Type": "video/mp4"}, b"x"), "no page but video/mp4"),
    "bytes of nobody": ((200, {"Content-Type": "application/octet-stream"}, b"\0\1\2"), "does not say what it is"),
    "nothing": ((200, {}, b" "), "is empty"),
    "a bomb": ((200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000))), "is larger than 1 MB"),
    "a torn archive": ((200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)[:-20]), "broke off before its end"),
    "damaged": ((200, {"Content-Encoding": "gzip"}, b"no gzip at all"), "packed and damaged"),
    "unknown packing": ((200, {"Content-Encoding": "br"}, b"x"), "packed in a way that was not asked for (br)"),
    "huge": ((200, {}, bytes(1_000_001)), "is larger than 1 MB"),
    "endless": (endless, "is larger than 1 MB"),
    "cut": (resets, "the connection failed"),
    "in a circle": ((302, {"Location": "/x"}, b""), "redirects in a circle"),
    "to a file": ((302, {"Location": "file:///etc/passwd"}, b""), "not file"),
    "to nowhere": ((302, {}, b""), "redirects to"),
    "with a password": ((302, {"Location": "http://me:secret@127.0.0.1/"}, b""), "holds a name or password"),
}


@pytest.mark.parametrize(("answer", "reason"), REFUSALS.values(), ids=REFUSALS)
def test_what_is_no_page_is_refused_in_one_line_and_the_others_go_on(site, get, answer, reason):
    site.answers |= {"/x": answer, "/good": PAGE}
    bad, good = get(site.at("/x"), site.at("/good"), most_bytes=1_000_000)
    if "come back" in reason:
        assert "longer rest" in good.reason
    else:
        assert good.is_new
    assert reason in bad.reason
    assert "secret" not in bad.reason
    assert "\n" not in bad.reason


@pytest.mark.parametrize("answer", [drips, drips_body], ids=["head", "body"])
def test_a_page_that_drips_ends_at_its_deadline(site, get, answer):
    site.answers |= {"/x": answer}
    (page,) = get(site.at("/x"), page_s=0.4)
    assert "took longer than 0.4 s" in page.reason


def test_a_bomb_of_few_bytes_never_lies_unpacked_in_memory(site, get):
    import tracemalloc

    bomb = gzip.compress(bytes(200_000_000))
    site.answers["/x"] = (200, {"Content-Encoding": "gzip"}, bomb)
    tracemalloc.start()
    try:
        (page,) = get(site.at("/x"), most_bytes=1_000_000)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert "larger" in page.reason


def test_redirects_are_followed_so_far_and_the_address_reached_is_noted(site, get, tmp_path):
    site.answers |= {f"/{n}": (301, {"Location": f"/{n + 1}"}, b"") for n in range(20)}
    site.answers["/8"] = PAGE
    (page,) = get(site.at("/0"))
    assert page.is_new
    (entry,) = listed(tmp_path).values()
    assert (entry.asked, entry.reached) == (site.at("/0"), site.at("/8"))
    site.answers["/8"] = (301, {"Location": "/9"}, b"")
    (page,) = get(site.at("/0"), wishes=Wishes(again=True))
    assert "more than 8 times" in page.reason


def test_two_addresses_of_one_page_are_kept_once(site, get, tmp_path):
    site.answers |= {"/short": (302, {"Location": "/long"}, b""), "/long": PAGE}
    first, second = get(site.at("/short"), site.at("/long"), site.at("/long#part"))
    assert first.file == second.file
    assert not second.is_new
    assert len(listed(tmp_path)) == 1


def test_a_page_is_known_by_another_address_in_a_later_run_too(site, get, tmp_path):
    site.answers |= {"/short": (302, {"Location": "/long"}, b""), "/long": PAGE}
    (first,) = get(site.at("/short"))
    (second,) = get(site.at("/long"))
    assert second.file == first.file
    assert len(listed(tmp_path)) == 1


def test_a_page_that_becomes_another_kind_leaves_no_old_file(site, get):
    site.answers["/a"] = [(200, {}, PAGE), (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4 x")]
    (first,) = get(site.at("/a"))
    (second,) = get(site.at("/a"))
    assert second.file.suffix == ".pdf"
    assert not first.file.exists()


def test_a_condition_is_only_sent_to_the_address_that_named_it(site, get):
    site.answers |= {"/a": (302, {"Location": "/b"}, b""), "/b": (200, {"ETag": '"1"'}, PAGE), "/c": PAGE}
    get(site.at("/a"))
    get(site.at("/a"))
    assert [head.get("if-none-match") for path, head in zip(site.asked, site.heads, strict=True) if path == "/b"] == [
        None,
        '"1"',
    ]
    site.answers["/a"] = (302, {"Location": "/c"}, b"")
    get(site.at("/a"))
    assert "if-none-match" not in site.heads[-1]


def test_addresses_that_differ_by_a_query_or_in_case_get_files_of_their_own(site, get):
    site.answers |= {"/a": PAGE, "/A": PAGE}
    pages = get(site.at("/a?id=1"), site.at("/a?id=2"), site.at("/A"), site.at("/a"))
    assert len({page.file.name.lower() for page in pages}) == 4


def test_a_second_run_asks_on_condition_and_keeps_what_is_not_new(site, get, tmp_path):
    site.answers["/a"] = [(200, {"ETag": '"1"', "Last-Modified": "Tue, 01 Dec 2026 03:02:06 GMT"}, PAGE), (304, {}, b"")]
    (first,) = get(site.at("/a"))
    before = (tmp_path / "pages" / NAME).read_bytes()
    (second,) = get(site.at("/a"))
    assert (second.file, second.is_new, second.reason) == (first.file, False, "")
    assert site.heads[-1]["if-none-match"] == '"1"'
    assert site.heads[-1]["if-modified-since"] == "Tue, 01 Dec 2026 03:02:06 GMT"
    assert (tmp_path / "pages" / NAME).read_bytes() == before


def test_again_asks_without_condition(site, get):
    site.answers["/a"] = (200, {"ETag": '"1"'}, PAGE)
    get(site.at("/a"))
    get(site.at("/a"), wishes=Wishes(again=True))
    assert "if-none-match" not in site.heads[-1]


def test_a_file_that_somebody_changed_is_not_written_over_unless_asked(site, get):
    site.answers["/a"] = PAGE
    (first,) = get(site.at("/a"))
    first.file.write_bytes(b"my own notes")
    (second,) = get(site.at("/a"))
    assert first.file.read_bytes() == b"my own notes"
    assert "changed since it was fetched" in second.notes[0]
    get(site.at("/a"), wishes=Wishes(again=True))
    assert first.file.read_bytes() == PAGE


def test_a_file_that_was_deleted_is_fetched_again(site, get):
    site.answers["/a"] = (200, {"ETag": '"1"'}, PAGE)
    (first,) = get(site.at("/a"))
    first.file.unlink()
    (second,) = get(site.at("/a"))
    assert second.is_new
    assert "if-none-match" not in site.heads[-1]


ROBOTS = {
    "missing": ((404, {}, b""), True),
    "forbidden": ((403, {}, b""), True),
    "in trouble": ((500, {}, b""), False),
    "busy": ((503, {}, b""), False),
    "cut": (resets, False),
    "for all": ((200, {}, b"User-agent: *\nDisallow: /x"), False),
    "for us": ((200, {}, b"User-agent: *\nDisallow:\n\nUser-agent: Summarizer\nDisallow: /"), False),
    "for others": ((200, {}, b"User-agent: otherbot\nDisallow: /"), True),
    "longest": ((200, {}, b"User-agent: *\nDisallow: /\nAllow: /x"), True),
    "redirected": ((301, {"Location": "/other.txt"}, b""), False),
}


@pytest.mark.parametrize(("answer", "allowed"), ROBOTS.values(), ids=ROBOTS)
def test_robots_txt_is_kept_to(site, get, answer, allowed):
    site.answers |= {"/robots.txt": answer, "/x": PAGE, "/other.txt": (200, {}, b"User-agent: *\nDisallow: /x")}
    (page,) = get(site.at("/x"))
    assert page.is_new is allowed
    assert ("/x" in site.asked) is allowed
    assert ("robots.txt" in page.reason) is not allowed or "the connection failed" in page.reason


def test_robots_txt_is_asked_for_once_and_after_a_redirect_too(site, get):
    site.answers |= {
        "/robots.txt": (200, {}, b"User-agent: *\nDisallow: /closed"),
        "/a": (302, {"Location": "/closed/b"}, b""),
        "/c": PAGE,
    }
    first, second = get(site.at("/a"), site.at("/c"))
    assert "robots.txt forbids" in first.reason
    assert second.is_new
    assert site.asked == ["/robots.txt", "/a", "/c"]


def test_requests_to_one_host_have_a_pause_between_them(site, get):
    site.answers |= {"/a": PAGE, "/b": PAGE}
    get(site.at("/a"), site.at("/b"), pause_s=0.15)
    gaps = [after - before for before, after in zip(site.times, site.times[1:], strict=False)]
    assert len(gaps) == 2
    assert min(gaps) >= 0.15


def test_a_crawl_delay_lengthens_the_pause(site, get):
    site.answers |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 0.3"), "/a": PAGE, "/b": PAGE}
    get(site.at("/a"), site.at("/b"))
    gaps = [after - before for before, after in zip(site.times, site.times[1:], strict=False)]
    assert min(gaps) >= 0.3


def test_a_server_that_says_when_is_asked_once_more_then(site, get):
    site.answers["/a"] = [(503, {"Retry-After": "1"}, b""), (200, {}, PAGE)]
    (page,) = get(site.at("/a"))
    assert page.is_new
    assert site.times[-1] - site.times[-2] >= 1.0


def test_when_the_time_for_all_is_over_the_rest_is_named_as_not_asked_for(site, get):
    site.answers |= {"/a": PAGE, "/b": PAGE}
    first, second = get(site.at("/a"), site.at("/b"), pause_s=0.3, all_s=0.5)
    assert first.is_new
    assert "was not asked for" in second.reason


def test_it_says_who_it_is_and_sends_no_cookie_or_login(site, get, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    site.answers |= {"/a": (200, {"Set-Cookie": "id=1"}, PAGE), "/b": PAGE}
    assert all(page.is_new for page in get(site.at("/a"), site.at("/b")))
    for head in site.heads:
        assert head["user-agent"].startswith("summarizer/")
        assert not head.keys() & {"cookie", "authorization", "referer"}


def test_a_redirect_to_a_private_address_is_refused_where_the_first_was_public(site, get, monkeypatch):
    monkeypatch.setattr(network, "is_public", lambda address: str(address) == "127.0.0.1")
    names = {"herald.example": ["127.0.0.1"], "inside.example": ["10.0.0.7"]}
    site.answers |= {"/a": (302, {"Location": site.named("inside.example", "/secret")}, b"")}
    (page,) = get(site.named("herald.example", "/a"), resolver=lambda host, _: names[host], allow_private=False)
    assert "private address 10.0.0.7" in page.reason
    assert site.asked == ["/robots.txt", "/a"]


def test_a_port_of_another_service_is_not_asked(get):
    (page,) = get("http://herald.example:25/a", resolver=lambda *_: ["93.184.216.34"], allow_private=False)
    assert "names port 25" in page.reason


def test_a_robots_txt_that_drips_costs_one_page_and_is_not_asked_for_again(site, get):
    site.answers |= {"/robots.txt": drips_body, "/a": PAGE, "/b": PAGE}
    pages = get(site.at("/a"), site.at("/b"), page_s=0.4)
    assert all("took longer than 0.4 s" in page.reason for page in pages)
    assert site.asked == ["/robots.txt"]


def test_the_host_header_keeps_the_name(site, get):
    site.answers["/a"] = PAGE
    (page,) = get(site.named("herald.example", "/a"), resolver=lambda *_: ["127.0.0.1"])
    assert page.is_new
    assert site.heads[-1]["host"].startswith("herald.example:")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>
<item><title>Old</title><link>/old</link><pubDate>Mon, 02 Nov 2026 08:00:00 GMT</pubDate></item>
<item><title>New</title><link>news/new</link><pubDate>Tue, 01 Dec 2026 08:00:00 GMT</pubDate></item>
<item><title>Same</title><link>/news/new#part</link><pubDate>Sun, 29 Nov 2026 08:00:00 GMT</pubDate></item>
</channel></rss>"""


def test_the_entries_of_a_feed_are_fetched_newest_first_by_their_relative_links(site, get):
    site.answers |= {"/feed": (200, {"Content-Type": "text/html"}, FEED.encode()), "/old": PAGE, "/news/new": PAGE + b" "}
    pages = get(site.at("/feed"))
    assert [page.address for page in pages] == [site.at("/news/new"), site.at("/old")]
    assert [page.address for page in get(site.at("/feed"), folder="other", wishes=Wishes(limit=1))] == [site.at("/news/new")]


def test_a_json_feed_is_known_by_its_content(site, get):
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/old"}]}
    site.answers |= {"/feed": (200, {"Content-Type": "text/plain"}, json.dumps(feed).encode()), "/old": PAGE}
    (page,) = get(site.at("/feed"))
    assert page.is_new
    assert page.address == site.at("/old")


def test_what_another_run_adds_to_the_list_meanwhile_stays(site, get, tmp_path):
    def meanwhile(handler):
        site.answers["/b"] = PAGE + b" "
        get(site.at("/b"))
        sends(handler, 200, {}, PAGE)

    site.answers["/a"] = meanwhile
    get(site.at("/a"))
    assert {entry.asked for entry in listed(tmp_path).values()} == {site.at("/a"), site.at("/b")}


def test_an_answer_on_condition_that_was_not_asked_for_is_no_page(site, get):
    site.answers["/a"] = (304, {}, b"")
    (page,) = get(site.at("/a"))
    assert "nothing was fetched before" in page.reason


BROKEN = {
    "no end of headers": lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-A: %s\r\n" % (b"a" * 1000) * 300),
    "no answer at all": lambda handler: handler.wfile.write(bytes(range(256)) * 20),
    "a negative length": lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"),
    "a bad chunk": lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
    "nothing": lambda handler: setattr(handler, "close_connection", True),
}


@pytest.mark.parametrize("answer", BROKEN.values(), ids=BROKEN)
def test_what_is_no_answer_of_a_web_server_is_a_failed_connection(site, get, answer):
    site.answers |= {"/x": answer, "/good": PAGE}
    bad, good = get(site.at("/x"), site.at("/good"))
    assert bad.reason.startswith("the connection failed")
    assert good.is_new


@pytest.mark.parametrize(
    "path", ["/%00%0a%1b", "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/\u202ex", "/" + "ø" * 300, "/con", "/.hidden", "/"]
)
def test_no_address_makes_a_name_that_is_unsafe_or_outside_the_folder(site, get, tmp_path, path):
    site.answer = lambda handler: sends(handler, *((404, {}, b"") if "robots" in handler.path else (200, {}, PAGE)))
    (page,) = get(site.at(path))
    assert page.file.parent == tmp_path / "pages"
    assert re.fullmatch(r"127-0-0-1-[a-z0-9-]{1,90}\.html", page.file.name)
    assert len(listed(tmp_path)) == 1


def test_the_pause_of_one_host_is_spent_on_the_others(site, get):
    site.answers["/a"] = PAGE
    began = time.monotonic()
    hosts = [f"h{number}.example" for number in range(6)]
    pages = get(*(site.named(host, "/a") for host in hosts), resolver=lambda *_: ["127.0.0.1"], pause_s=0.4)
    assert all(page.is_new for page in pages)
    assert time.monotonic() - began < 6 * 0.4
    by_host = {host: [] for host in hosts}
    for head, moment in zip(site.heads, site.times, strict=True):
        by_host[head["host"].partition(":")[0]].append(moment)
    assert all(second - first >= 0.4 for first, second in by_host.values())


def test_a_crawl_delay_is_kept_to_up_to_a_bound(site, get, monkeypatch):
    monkeypatch.setattr(asking, "LONGEST_DELAY_S", 0.1)
    site.answers |= {"/robots.txt": (200, {}, b"User-agent: *\nCrawl-delay: 600"), "/a": PAGE}
    (page,) = get(site.at("/a"))
    assert page.is_new
    assert site.times[1] - site.times[0] >= 0.1


def test_a_redirect_from_https_to_http_is_told(monkeypatch):
    answers = {
        "https://herald.example/a": Answer(
            address_of("https://herald.example/a"), 301, {"location": "http://herald.example/b"}, b""
        ),
        "http://herald.example/b": Answer(address_of("http://herald.example/b"), 200, {}, PAGE),
    }
    monkeypatch.setattr(Asker, "_robots", lambda *_: rules_in(b"", "summarizer"))
    monkeypatch.setattr(Asker, "_once", lambda _, url, *_rest: answers[str(url)])
    asker = Asker(Limits())
    found = asker.page(address_of("https://herald.example/a"), {}, lambda _: None)
    asker.close()
    assert found.body == PAGE
    assert "https to http" in found.notes[0]


def test_a_pipe_in_the_place_of_a_page_or_the_list_does_not_hold_the_command_up(site, get, tmp_path):
    site.answers["/a"] = PAGE
    (first,) = get(site.at("/a"))
    first.file.unlink()
    os.mkfifo(first.file)
    (second,) = get(site.at("/a"))
    assert "changed since" in second.notes[0]
    get(site.at("/a"), wishes=Wishes(again=True))
    assert first.file.read_bytes() == PAGE
    (tmp_path / "pages" / NAME).unlink()
    os.mkfifo(tmp_path / "pages" / NAME)
    with pytest.raises(ConfigError, match="no list of fetched pages"):
        get(site.at("/a"))


def test_a_link_in_the_place_of_a_page_is_replaced_and_not_written_through(site, get, tmp_path):
    site.answers["/a"] = PAGE
    (first,) = get(site.at("/a"))
    first.file.unlink()
    mine = tmp_path / "mine.html"
    mine.write_bytes(b"mine")
    first.file.symlink_to(mine)
    get(site.at("/a"), wishes=Wishes(again=True))
    assert mine.read_bytes() == b"mine"
    assert first.file.read_bytes() == PAGE


def test_a_list_cannot_have_another_file_taken_away(site, get, tmp_path):
    site.answers["/a"] = PAGE
    (first,) = get(site.at("/a"))
    mine = tmp_path / "pages" / "mine.txt"
    mine.write_bytes(PAGE)
    (entry,) = listed(tmp_path).values()
    (tmp_path / "pages" / NAME).write_bytes(written([dataclasses.replace(entry, file="mine.txt")]))
    get(site.at("/a"), wishes=Wishes(again=True))
    assert mine.read_bytes() == PAGE
    assert first.file.read_bytes() == PAGE
