"""Zip, tar, gzip and web archives: each article in them is read by its own content, under limits."""

import gzip
import io
import plistlib
import random
import tarfile
import zipfile

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.articles.draft import Draft
from summarizer.articles.files.archives import Budget, DamagedError
from summarizer.articles.formats import NotArticlesError, PdfError, UndecodableError, drafts_of
from summarizer.articles.formats.inside import Inside
from summarizer.articles.formats.packing.archives import read_zip

FIRST = "At least 41 people were hurt when the tram Lilja left its rails in Norrhamn on Monday morning, the fire service said."
SECOND = "Nine of them were taken to the hospital of the town, and three were in a grave state there, a spokeswoman said later."


def page(title="Tram", count="41", more=""):
    return f"<!DOCTYPE html><html lang='en'><head>{more}<title>{title}</title></head><body><article><h1>{title}</h1><p>{FIRST.replace('41', count)}</p><p>{SECOND}</p></article></body></html>"


def packed(parts, method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def read(tmp_path):
    def reader(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_articles([path])

    return reader


def names(result, name):
    return [article.path.partition(name)[2] for article in result.articles]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_members_of_a_zip_archive_are_read_by_the_same_rules(read, method):
    feed = f"<rss><channel><title>N</title><item><title>A</title><description>{FIRST}</description></item><item><title>B</title><description>{SECOND}</description></item></channel></rss>"
    inner = packed({"deep.txt": FIRST.replace("41", "45")})
    parts = {
        "press/tram.html": page(),
        "press/feed.xml": feed,
        "note.txt": SECOND + FIRST.replace("41", "43"),
        "older.zip": inner,
        "logo.png": b"\x89PNG",
        "labels.json": "{}",
    }
    result = read("a.zip", packed(parts, method))
    assert names(result, "a.zip") == [
        "/note.txt",
        "/older.zip/deep.txt",
        "/press/feed.xml#1",
        "/press/feed.xml#2",
        "/press/tram.html",
    ]
    notes = " ".join(note for article in result.articles for note in article.notes)
    assert "passed over (images, style sheets and the like): 1" in notes
    assert "no articles, left out of the archive: labels.json" in notes


def test_what_a_system_or_a_browser_leaves_in_an_archive_is_passed_over(read):
    parts = {
        "__MACOSX/._a.txt": "x" * 99,
        ".DS_Store": "x",
        "Thumbs.db": "x",
        "tram.html": page(),
        "tram_files/ad.html": page("Ad", "99"),
        "tram_files/x.css": "x",
    }
    result = read("a.zip", packed(parts))
    assert names(result, "a.zip") == ["/tram.html"]
    assert not result.failures


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_named(read):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", FIRST)
        archive.writestr("a.txt", SECOND)
    result = read("a.zip", stream.getvalue())
    assert [article.text.strip() for article in result.articles] == [SECOND]
    assert "more than once" in str(result.failures[0])


def test_paths_in_an_archive_lead_nowhere(read, tmp_path):
    result = read("a.zip", packed({"../../evil.txt": FIRST, "/etc/other.txt": SECOND}))
    assert sorted(names(result, "a.zip")) == ["/../../evil.txt", "/etc/other.txt"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_member_that_cannot_be_used_is_named_and_the_others_are_read(read):
    data = bytearray(packed({"a.txt": FIRST, "b.txt": SECOND, "c.pdf": "%PDF-1.4 broken", "d.docx": "PK\x03\x04"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1  # the flag that a member is encrypted
    result = read("a.zip", bytes(data))
    reasons = [str(failure) for failure in result.failures]
    assert any("a.txt: is encrypted" in reason for reason in reasons)
    assert any("c.pdf: is a broken PDF" in reason for reason in reasons)
    assert any("d.docx: is a damaged zip archive" in reason for reason in reasons)
    assert names(result, "a.zip") == ["/b.txt"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.zip", packed({"a.txt": FIRST})[:-30], "breaks off"),
        ("a.zip", packed({"a.txt": "0" * 9_000_000}), "250 times its size"),
        ("a.zip", packed({f"{n}.txt": "x" for n in range(2001)}), "more than 2,000 files"),
        ("a.zip", packed({"a.css": "x"}), "no file is an article"),
        ("a.txt.gz", gzip.compress(FIRST.encode())[:-12], "breaks off"),
        ("a.txt.gz", gzip.compress(b"0" * 21_000_000), "more than 20 MB"),
        ("a.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 50, "damaged gzip"),
        ("a.tar", b"a".ljust(257, b"\0") + b"ustar" + b"\0" * 600, "damaged tar"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "7-zip"),
        ("a.gz", gzip.compress(b"") * 120_000, "too many pieces"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",  # compressed bytes hold the time: each worker would name the test otherwise
)  # fmt: skip
def test_what_cannot_be_unpacked_says_so(read, name, data, reason):
    result = read(name, data)
    assert not result.articles
    assert reason in str(result.failures[0])


def test_all_that_is_unpacked_is_counted_together():
    budget = Budget(left=1000)
    inside = Inside(lambda data, name: [Draft(text=data.decode())], budget)
    found = read_zip(packed({"a.txt": "x" * 400, "b.txt": "x" * 400}), inside)
    assert [entry.label for entry in found] == ["/a.txt", "/b.txt"]
    with pytest.raises(DamagedError, match="unpacks to more than"):
        read_zip(packed({"c.txt": "x" * 400}), inside)


def test_archives_within_archives_end(read):
    data = FIRST.encode()
    for _ in range(8):
        data = packed({"a.zip": data})
    assert "unpack them first" in str(read("a.zip", data).failures[0])


@pytest.mark.parametrize(
    "content",
    [FIRST, page(), f'{{"title": "Tram", "text": "{FIRST}"}}', f"Subject: Tram\nFrom: a@b.example\nTo: c@d.example\n\n{FIRST}"],
)
def test_a_gzip_file_is_read_as_what_is_in_it(read, content):
    result = read("a.gz", gzip.compress(content.encode()))
    assert FIRST in result.articles[0].text
    assert names(result, "a.gz") == [""]


def test_a_packed_tar_archive(read):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, content in {"p/a.txt": FIRST, "p/b.html": page("B", "43")}.items():
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
        link = tarfile.TarInfo("p/link.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        archive.addfile(link)
    assert names(read("a.tgz", stream.getvalue()), "a.tgz") == ["/p/a.txt", "/p/b.html"]


def record(kind, address, block, content_type="application/http; msgtype=response"):
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2023-01-05T10:00:00Z\r\nContent-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answer(body, headers="", status="200 OK", content_type="text/html; charset=utf-8"):
    return f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{headers}\r\n".encode() + body


def chunked(body):
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (body[:200], body[200:])) + b"0\r\n\r\n"


RECORDS = [
    record("warcinfo", "", b"software: x\r\n", "application/warc-fields"),
    record("request", "https://n.example/a", b"GET /a HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
    record("response", "https://n.example/a", answer(page("Plain", "41").encode())),
    record("response", "https://n.example/gone", answer(page("Gone", "99").encode(), status="404 Not Found")),
    record("response", "https://n.example/x.css", answer(b"a{}", content_type="text/css")),
    record("response", "https://n.example/gz", answer(chunked(gzip.compress(page("Gz", "42").encode())), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
    record("response", "https://n.example/br", answer(brotli.compress(page("Br", "43").encode()), "Content-Encoding: br\r\n")),
    record("response", "https://n.example/undone", answer(page("Undone", "44").encode(), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")),
    record("response", "https://n.example/latin", answer(page("Größe", "45").encode("cp1252"), content_type="text/html; charset=ISO-8859-1")),
    record("resource", "https://n.example/res", page("Res", "46").encode(), "text/html"),
    record("response", "https://n.example/a", answer(b"<html><body><p>Accept cookies.</p></body></html>")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", b"".join(RECORDS)),
        ("a.warc.gz", b"".join(map(gzip.compress, RECORDS))),
        ("a.warc.gz", gzip.compress(b"".join(RECORDS))),
        ("a", b"".join(RECORDS)),
    ],
    ids=["plain", "by record", "as one", "no suffix"],
)
def test_each_page_of_a_web_archive_is_an_article(read, name, data):
    result = read(name, data)
    assert not result.failures
    assert {article.title for article in result.articles} == {"Plain", "Gz", "Br", "Undone", "Größe", "Res"}
    assert {article.url for article in result.articles} == {
        f"https://n.example/{path}" for path in ("a", "gz", "br", "undone", "latin", "res")
    }
    assert {article.published for article in result.articles} == {None}
    notes = " ".join(note for article in result.articles for note in article.notes)
    assert "(pictures, scripts and the like): 1" in notes
    assert "(errors, redirections): 1" in notes


def test_a_web_archive_that_breaks_off_gives_what_stands_before(read):
    whole = b"".join(gzip.compress(one, mtime=0) for one in RECORDS[:7])
    result = read("a.warc.gz", whole[:-40])
    assert {article.title for article in result.articles} == {"Plain", "Gz"}
    assert any("breaks off" in note for article in result.articles for note in article.notes)


def test_texts_of_a_web_archive_and_a_packed_one(read):
    text = record("conversion", "https://n.example/w", f"{FIRST}\n{SECOND}".encode(), "text/plain")
    article = read("a.warc.wet", text).articles[0]
    assert (article.url, FIRST in article.text) == ("https://n.example/w", True)
    crawl = packed(
        {
            "datapackage.json": "{}",
            "archive/data.warc.gz": b"".join(map(gzip.compress, RECORDS[:3])),
            "pages/pages.jsonl": '{"text": "99"}\n{"text": "98"}',
        }
    )
    assert names(read("a.wacz", crawl), "a.wacz") == ["/archive/data.warc.gz"]


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (answer(b"\x1f\x8bbroken", "Content-Encoding: gzip\r\n"), "damaged"),
        (answer(b"\x0bbroken", "Content-Encoding: br\r\n"), "damaged"),
        (answer(b"abc", "Content-Encoding: zz\r\n"), "cannot be undone"),
        (answer(gzip.compress(b"0" * 30_000_000), "Content-Encoding: gzip\r\n"), "20 MB"),
        (answer(brotli.compress(b"0" * 30_000_000, quality=1), "Content-Encoding: br\r\n"), "20 MB"),
    ],
    ids=["gzip", "br", "unknown", "gzip bomb", "br bomb"],
)
def test_a_page_that_cannot_be_unpacked_is_named(read, block, reason):
    result = read("a.warc", record("response", "https://n.example/a", block))
    assert reason in str(result.failures[0])
    assert "https://n.example/a" in str(result.failures[0])


def safari(**changes):
    main = {
        "WebResourceData": page().replace("41", "41 \u201cor\u201d 42").encode("cp1252"),
        "WebResourceURL": "https://n.example/a",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "windows-1252",
    }
    return plistlib.dumps(
        {"WebMainResource": main | changes, "WebSubresources": [{"WebResourceData": b"x"}]}, fmt=plistlib.FMT_BINARY
    )


def test_a_page_saved_by_safari(read):
    article = read("a.webarchive", safari()).articles[0]
    assert (article.title, article.url, article.published) == ("Tram", "https://n.example/a", None)
    assert "41 “or” 42" in article.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (safari()[:-20], "damaged property list"),
        (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), "without a saved page"),
        (safari(WebResourceMIMEType="image/png"), "no page"),
    ],
    ids=["cut", "another", "picture"],
)
def test_another_property_list_is_named(read, data, reason):
    assert reason in str(read("a.webarchive", data).failures[0])


SAMPLES = [
    safari(),
    packed({"a.txt": FIRST, "b.html": page()}),
    gzip.compress(FIRST.encode()),
    b"".join(RECORDS[:4]),
    packed(
        {
            "word/document.xml": "<w:document xmlns:w='urn:w'><w:body><w:p><w:r><w:t>x y z</w:t></w:r></w:p></w:body></w:document>"
        }
    ),
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SAMPLES), st.integers(0, 10_000), st.integers(0, 40))
def test_no_damage_breaks_the_readers(data, seed, count):
    source = random.Random(seed)
    damaged = bytearray(data[: source.randrange(4, len(data) + 1)])
    for _ in range(count):
        damaged[source.randrange(len(damaged))] = source.randrange(256)
    try:
        found = drafts_of(bytes(damaged), None)
    except (UndecodableError, NotArticlesError, PdfError):
        return
    assert found == drafts_of(bytes(damaged), None)
