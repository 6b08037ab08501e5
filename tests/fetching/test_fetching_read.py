"""What the reader takes from the list beside fetched pages, and what it does not believe."""

from __future__ import annotations

import dataclasses
import json

import pytest
from fetching.page_server import FERRY, PAGE
from hypothesis import given
from hypothesis import strategies as st

from summarizer.articles import read_articles
from summarizer.digests import sha256_of
from summarizer.fetched_pages import NAME, FetchedPage, is_list, pages_in, written

ADDRESS = "https://www.herald.example/2026/03/04/ferry-sinks"


def entry(data, **changed):
    page = FetchedPage(
        file="ferry.html",
        asked="https://herald.example/short",
        reached=ADDRESS,
        time="2026-12-01T03:02:10Z",
        status=200,
        content_type="text/html",
        etag=None,
        last_modified=None,
        sha256=sha256_of(data),
    )
    return dataclasses.replace(page, **changed)


def kept(folder, data=PAGE, name="ferry.html", **changed):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    (folder / NAME).write_bytes(written([entry(data, **{"file": name, **changed})]))


def test_an_article_gets_the_address_that_it_does_not_name_and_what_follows_from_it(tmp_path):
    kept(tmp_path / "story" / "herald")
    read = read_articles([tmp_path])
    (article,) = read.articles
    assert (article.url, article.outlet) == (ADDRESS, "herald.example")
    assert (str(article.published), article.published_basis) == ("2026-03-04", "web address")
    assert not read.failures
    assert not read.passed_over
    assert not [note for note in article.notes if NAME in note]


def test_the_list_is_heeded_for_a_file_that_is_named_alone_and_is_itself_no_complaint(tmp_path):
    kept(tmp_path)
    read = read_articles([tmp_path / "ferry.html", tmp_path / NAME])
    assert [article.url for article in read.articles] == [ADDRESS]
    assert not read.failures


def test_a_list_by_another_name_is_no_article_either(tmp_path):
    kept(tmp_path)
    (tmp_path / NAME).rename(tmp_path / "fetched (1).jsonl")
    read = read_articles([tmp_path])
    assert [article.url for article in read.articles] == [None]
    assert not read.failures


def test_the_address_that_the_page_names_goes_first(tmp_path):
    page = FERRY % ('<link rel="canonical" href="https://herald.example/canonical">', "")
    kept(tmp_path, page.encode())
    (article,) = read_articles([tmp_path]).articles
    assert article.url == "https://herald.example/canonical"


RUSSIAN = (
    "Паром затонул у берега: погибли не менее 12 человек, сообщила полиция во вторник. Капитан сказал, что искали всю ночь."
)


def page_of(text, head=""):
    return f"<html><head><title>Паром</title>{head}</head><body><p>{text}</p><p>{text[:60]} {text[20:]}</p></body></html>"


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "iso-8859-5"])
def test_the_charset_of_the_server_counts_where_the_page_names_none(tmp_path, charset):
    kept(tmp_path, page_of(RUSSIAN).encode(charset), content_type=f"text/html; charset={charset}")
    (article,) = read_articles([tmp_path]).articles
    assert RUSSIAN in article.text
    assert article.source_sha256 == sha256_of((tmp_path / "ferry.html").read_bytes())
    assert not [note for note in article.notes if "not declared" in note]


def test_the_charset_of_the_page_goes_before_that_of_the_server(tmp_path):
    page = page_of(RUSSIAN, '<meta charset="koi8-r">').encode("koi8-r")
    kept(tmp_path, page, content_type="text/html; charset=windows-1251")
    (article,) = read_articles([tmp_path]).articles
    assert RUSSIAN in article.text


def test_a_wrong_charset_of_the_server_is_not_believed(tmp_path):
    kept(tmp_path, page_of(RUSSIAN).encode(), content_type="text/html; charset=iso-8859-1")
    (article,) = read_articles([tmp_path]).articles
    assert RUSSIAN in article.text


def test_a_file_that_was_changed_is_read_without_the_list_and_says_so(tmp_path):
    kept(tmp_path)
    (tmp_path / "ferry.html").write_bytes(PAGE.replace(b"12 people", b"21 people"))
    (article,) = read_articles([tmp_path]).articles
    assert article.url is None
    assert article.notes[0].startswith("was changed since it was fetched") or any(
        "was changed since" in n for n in article.notes
    )


def test_a_large_page_read_in_a_process_of_its_own_gets_its_address_too(tmp_path):
    page = (FERRY % ("", "<!--" + "x" * 600_000 + "-->")).encode()
    kept(tmp_path, page)
    assert [article.url for article in read_articles([tmp_path]).articles] == [ADDRESS]


def test_a_feed_of_several_articles_gets_no_common_address(tmp_path):
    entries = [
        {"title": f"Ferry {n}", "text": f"At least {n} people died when ferry {n} sank, police said on Tuesday."}
        for n in (1, 2)
    ]
    kept(tmp_path, json.dumps(entries).encode(), "two.json")
    assert [article.url for article in read_articles([tmp_path]).articles] == [None, None]


HOSTILE = {
    "out of the folder": {"file": "../ferry.html"},
    "absolute": {"file": "/etc/passwd"},
    "of Windows": {"file": "..\\ferry.html"},
    "hidden": {"file": ".ferry.html"},
    "a drive": {"file": "c:ferry.html"},
    "turned": {"file": "ferry\u202elmth.html"},
    "a number": {"file": 3},
    "a script": {"reached": "javascript:alert(1)"},
    "a control": {"reached": "https://herald.example/\x1b[2J"},
    "a line end": {"reached": "https://herald.example/\nx"},
    "long": {"reached": "https://herald.example/" + "a" * 5000},
    "no digest": {"sha256": "x"},
    "a list": {"reached": ["https://herald.example/"]},
    "true": {"status": True},
    "missing": {"asked": None},
}


@pytest.mark.parametrize("changed", HOSTILE.values(), ids=HOSTILE)
def test_a_line_that_does_not_fit_is_passed_over(tmp_path, changed):
    (tmp_path / "ferry.html").write_bytes(PAGE)
    line = {"fetched_page": 1, **dataclasses.asdict(entry(PAGE)), **changed}
    (tmp_path / NAME).write_text(json.dumps(line) + "\n")
    read = read_articles([tmp_path])
    assert [article.url for article in read.articles] == [None]
    assert not read.failures


def test_a_file_that_is_named_twice_is_believed_in_neither(tmp_path):
    (tmp_path / "ferry.html").write_bytes(PAGE)
    lines = written([entry(PAGE)]) + written([entry(PAGE, reached="https://other.example/")])
    (tmp_path / NAME).write_bytes(lines)
    assert [article.url for article in read_articles([tmp_path]).articles] == [None]


def test_other_files_of_that_name_are_read_as_before(tmp_path):
    line = {"title": "Ferry", "text": "At least 12 people died when a ferry sank near Tarn on Tuesday, police said."}
    (tmp_path / NAME).write_text(json.dumps(line) + "\n")
    assert len(read_articles([tmp_path]).articles) == 1


@pytest.mark.parametrize("kind", ["folder", "pipe", "link"])
def test_what_only_has_the_name_of_the_list_does_no_harm(tmp_path, kind):
    import os

    (tmp_path / "ferry.html").write_bytes(PAGE)
    beside = tmp_path / NAME
    if kind == "folder":
        beside.mkdir()
    elif kind == "pipe":
        os.mkfifo(beside)
    else:
        beside.symlink_to(beside)
    assert [article.url for article in read_articles([tmp_path / "ferry.html"]).articles] == [None]


@given(
    st.lists(
        st.builds(lambda n, e: entry(PAGE, file=f"{n}.html", etag=e), st.integers(0, 99), st.none() | st.text(max_size=20)),
        unique_by=lambda p: p.file,
    )
)
def test_what_is_written_is_read_again(pages):
    data = written(pages)
    assert list(pages_in(data).values()) == sorted(pages, key=lambda page: page.file)
    assert is_list(data) is bool(pages)


@given(st.binary(max_size=300))
def test_any_bytes_behind_the_first_line_are_passed_over_or_fit(data):
    found = pages_in(written([entry(PAGE)]) + data)
    assert all(isinstance(page, FetchedPage) and "/" not in name for name, page in found.items())
